"""Stickies to cut out, filled or empty: 75 × 75 mm, and 127 × 75 mm, true to size on any paper.

Owns what is collected for them and how they are laid on the paper, with cut lines and marks. Cards
come in the order of idea cards. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.model.message import msg
from servicedesign.model.project import Group, StickyColour
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.tools.board.sheet import CardsData, tell_unreadable
from servicedesign.tools.board.sheet import gather as gather_cards
from servicedesign.tools.board.sticky import (
    HEIGHT,
    SQUARE,
    WIDE,
    StickyPart,
    draw_blank_sticky,
    draw_sticky,
    split_sticky,
)
from servicedesign.tools.sketch_drawings import figures

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2
_MARK: Final = 3.0
_MARK_GAP: Final = 0.8


@dataclass(frozen=True, slots=True)
class StickyData:
    """What is printed.

    Attributes:
        cards: the notes; without any, empty stickies.
        groups: colour and name of each group, for empty stickies.
    """

    cards: CardsData
    groups: tuple[tuple[str, str], ...] = ()


def gather(project: Project, only: str | None = None) -> StickyData | None:
    """Return the notes of all boards, or of the one named by ``only``; None without any."""
    cards = gather_cards(project, only)
    return StickyData(cards) if cards else None


def blank_data(project: Project | None) -> StickyData:
    """Return what empty stickies show: a page for each group, or one for any group."""
    groups = project.all(Group) if project else ()
    return StickyData(
        CardsData(project.info.service_name if project else ""),
        tuple((str(group.colour), group.name) for group in groups),
    )


def draw(data: StickyData, job: SheetJob) -> Document:
    """Draw stickies of 75 × 75 mm: 6 on A4, 15 on A3."""
    return _draw(data, _turned(job, "portrait"), SQUARE)


wide_gather = gather
wide_blank_data = blank_data


def wide_draw(data: StickyData, job: SheetJob) -> Document:
    """Draw stickies of 127 × 75 mm: 4 on A4, 9 on A3."""
    return _draw(data, _turned(job, "landscape"), WIDE)


def _turned(job: SheetJob, small: str) -> SheetJob:
    """Return ``job`` turned so that most stickies find room."""
    turn = small if job.grid.layout == "A4" else "landscape"
    return replace(job, orientation="portrait" if turn == "portrait" else "landscape")


def _draw(data: StickyData, job: SheetJob, width: float) -> Document:
    doc = Document(job, _heading(job, width))
    board = _Board(doc, width)
    if job.blank or not data.cards.boards:
        colours = [(str(colour), "") for colour in StickyColour][:4]
        for group in data.groups or (("", ""), *colours):
            board.blank_page(group)
        return doc
    for cards in data.cards.boards:
        first = len(doc.pages)
        parts: list[tuple[StickyPart, tuple[int, int]]] = []
        for note in cards.notes:
            own = split_sticky(doc.book, note, width, job.t)
            tell_unreadable(doc, note)
            if len(own) > 1:
                doc.warn(
                    msg("案{number}は長いため、同じ番号の付箋に続けます。", number=note.number)
                )
            parts += [(part, (i, len(own))) for i, part in enumerate(own, 1)]
        for start in range(0, len(parts), board.count):
            board.page(parts[start : start + board.count])
        if len(data.cards.boards) > 1 and cards.title:
            doc.bookmark(cards.title, page=first, level=1)
    return doc


def _heading(job: SheetJob, width: float) -> Heading:
    """Return the words of the header; where there is little room the line of use is left out."""
    t = job.t
    title = t("付箋 75×75 mm") if width == SQUARE else t("付箋 127×75 mm")
    tight = job.grid.layout == "A4" and job.grid.landscape
    if job.blank:
        purpose = t("切って使います。1枚に1案。番号は、はるときに付けます。")
    else:
        purpose = t("切って、ボードにはります。1枚に1案。番号は画面と同じです。")
    if tight:
        return Heading(title, _PHASE, subtitle=purpose, fields=False)
    return Heading(title, _PHASE, purpose, fields=False)


class _Board:
    """Lays stickies on pages, in the middle of the body, true to size."""

    def __init__(self, doc: Document, width: float) -> None:
        self._doc = doc
        self._width = width
        g = doc.grid
        tight = g.layout == "A4" and g.landscape
        top = 37.4 if tight else g.body_top
        self._k = 1 / g.scale
        wide, tall = g.text_width * g.scale, (g.body_bottom + 0.6 - top) * g.scale
        self._columns = max(1, int(wide / width))
        self._rows = max(1, int(tall / HEIGHT))
        self._x = (g.width - self._columns * width * self._k) / 2
        if g.layout == "A4" and not g.landscape:
            self._x = g.left + (g.text_width - self._columns * width * self._k) / 2
        self._y = top + (g.body_bottom + 0.6 - top - self._rows * HEIGHT * self._k) / 2

    @property
    def count(self) -> int:
        """Stickies on a page."""
        return self._columns * self._rows

    def page(self, parts: Sequence[tuple[StickyPart, tuple[int, int]]]) -> None:
        """Draw one page; it ends with empty stickies."""
        page = self._doc.new_page()
        for place in range(self.count):
            with page.at(*self._corner(place), self._k, 1):
                if place < len(parts):
                    part, of = parts[place]
                    draw_sticky(self._doc, page, part, of, self._width, figures())
                else:
                    draw_blank_sticky(page, self._width, self._doc.job.t, "", "")
        self._cut(page)

    def blank_page(self, group: tuple[str, str]) -> None:
        """Draw one page of empty stickies for a group."""
        page = self._doc.new_page()
        for place in range(self.count):
            with page.at(*self._corner(place), self._k, 1):
                draw_blank_sticky(page, self._width, self._doc.job.t, *group)
        if group[1]:
            shown = page.width(group[1], 7) * self._k
            if shown > 2 * (self._width - 40):
                self._doc.keep_whole(self._doc.job.t.context("frame", "班"), group[1])
        self._cut(page)

    def _corner(self, place: int) -> tuple[float, float]:
        row, column = divmod(place, self._columns)
        return self._x + column * self._width * self._k, self._y + row * HEIGHT * self._k

    def _cut(self, page: Page) -> None:
        """Draw dashed lines between the stickies, and marks at the ends of each."""
        with page.at(self._x, self._y, self._k, 1):
            right, bottom = self._columns * self._width, self._rows * HEIGHT
            for column in range(self._columns + 1):
                x = column * self._width
                marks.cut_line(page, x, 0, x, bottom)
                page.line(x, -_MARK - _MARK_GAP, x, -_MARK_GAP, 0.35)
                page.line(x, bottom + _MARK_GAP, x, bottom + _MARK_GAP + _MARK, 0.35)
            for row in range(self._rows + 1):
                y = row * HEIGHT
                marks.cut_line(page, 0, y, right, y)
                page.line(-_MARK - _MARK_GAP, y, -_MARK_GAP, y, 0.35)
                page.line(right + _MARK_GAP, y, right + _MARK_GAP + _MARK, y, 0.35)
            marks.scissors(page, -_MARK - _MARK_GAP - 5.4, HEIGHT, 4)
