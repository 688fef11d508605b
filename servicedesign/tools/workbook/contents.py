"""The contents of the workbook: every sheet under its phase, with the number of its page.

Owns the look of the list. Titles and numbers come from the drawn documents
themselves. Must not draw the sheets.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES, MethodPhase
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, lay
from servicedesign.tokens import ACTION, EDGE, INK, SECOND_TEXT

_PHASE_SHARE: Final = 0.26
"""Share of the width that the names of the phases take."""
_LONGEST: Final = 120
"""Most characters of what a sheet marks that the contents repeat."""
_GAP: Final = 4.0
"""Between the last line of a phase and the rule of the next, mm."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One sheet of the book.

    Attributes:
        title: of the sheet, in the reader's language.
        phase: of the method under which it is listed.
        document: as its tool drew it.
        page: number of its first page in the book.
    """

    title: str
    phase: MethodPhase
    document: Document
    page: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    title: Fitted
    detail: str
    page: int
    pitch: float
    indent: float

    @property
    def height(self) -> float:
        return max(self.pitch, self.title.height + self.pitch * 0.45)


def draw_contents(chapters: list[Chapter], job: SheetJob, *, folded: bool) -> Document:
    """Return the pages of the contents.

    Args:
        chapters: in the order of the book, with their page numbers.
        job: of the book.
        folded: whether sheets of twice the size are bound in.
    """
    t = job.t
    purpose = t("聞き取りから提案までを、進めた順に並べています。")
    if folded:
        purpose += ("" if t.lang == "ja" else " ") + t("大きい紙は二つ折りでとじます。")
    doc = Document(job, Heading(t("もくじ"), None, purpose))
    table = _Table(doc)
    for phase, group in groupby(chapters, key=lambda chapter: chapter.phase):
        table.add_phase(phase, list(group))
    return doc


def _short(title: str) -> str:
    """Return the beginning of a very long title: the whole stands on its page."""
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"


class _Table:
    """Writes entries down the pages of the contents."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.grid = doc.grid
        self.large = doc.grid.layout == "A3"
        self.page: Page = doc.new_page()
        self.y = self.grid.body_top + 2
        self.left = self.grid.left + self.grid.text_width * _PHASE_SHARE
        self.right = self.grid.width - self.grid.right

    def add_phase(self, phase: MethodPhase, chapters: list[Chapter]) -> None:
        """Write the sheets of one phase under a rule, its name at the left."""
        entries = [entry for chapter in chapters for entry in self._entries(chapter)]
        if self.y + entries[0].height > self.grid.body_bottom:
            self._turn()
        self._phase_name(phase)
        for before, entry in zip([None, *entries], entries, strict=False):
            if before and before.indent and not entry.indent:
                self.y += _GAP / 2
            if self.y + entry.height > self.grid.body_bottom:
                self._turn()
                self._phase_name(phase)
            self._write(entry)
        self.y += _GAP

    def _turn(self) -> None:
        self.page = self.doc.new_page()
        self.y = self.grid.body_top + 2

    def _phase_name(self, phase: MethodPhase) -> None:
        t: Translator = self.doc.job.t
        numeral = PHASE_NUMERALS.get(phase, "")
        words = f"{numeral} {t(PHASE_TITLES[phase])}".strip()
        page, grid = self.page, self.grid
        page.line(grid.left, self.y, self.right, self.y, 0.5)
        style = TextStyle(
            14 if self.large else 12.5, 9, bold=True, leading=1.2, colour=ACTION if numeral else INK
        )
        room = self.left - grid.left - 4
        lay(page.book, words, room, style).draw(page, grid.left, self.y + 2.4)
        self.y += 2.2

    def _entries(self, chapter: Chapter) -> list[_Entry]:
        """Return the sheet and what it marks; a single mark joins the title of the sheet."""
        document = chapter.document
        inner = [mark for mark in document.bookmarks if mark.level > 0]
        title, detail = chapter.title, self._detail(document)
        if len(inner) == 1 and inner[0].page == 0:
            title, inner = f"{title}  {_short(inner[0].title)}", []
        return [
            self._entry(title, detail, chapter.page, top=True),
            *(self._entry(_short(m.title), "", chapter.page + m.page, top=False) for m in inner),
        ]

    def _entry(self, title: str, detail: str, page: int, *, top: bool) -> _Entry:
        size = (15.0 if self.large else 13.0) if top else (12.5 if self.large else 11.0)
        indent = 0.0 if top else 5.0
        room = self.right - self.left - indent - 18 - self.page.width(detail, 11) - 8
        fitted = lay(self.page.book, title, room, TextStyle(size, size, leading=1.35))
        return _Entry(fitted, detail, page, 10.2 if top else 7.2, indent)

    def _detail(self, document: Document) -> str:
        """Return the paper where it is another than the book's, and the number of pages."""
        t = self.doc.job.t
        pages = len(document.pages)
        parts = []
        if document.job.paper.id != self.doc.job.paper.id:
            parts.append(document.job.paper.id)
        if pages > 1:
            parts.append(t.plural("{n}ページ", pages))
        return ("・" if t.lang == "ja" else ", ").join(parts)

    def _write(self, entry: _Entry) -> None:
        page = self.page
        left = self.left + entry.indent
        entry.title.draw(page, left, self.y)
        lines = entry.title.lines
        size = entry.title.size
        base = self.y + entry.title.height - size / PT_PER_MM * 0.12
        last = lines[-1].width * size / 1000 / PT_PER_MM if lines else 0.0
        top = self.y + entry.title.height - size / PT_PER_MM
        bold = 14.0 if entry.pitch > 9 else 11.5
        number_top = top + (size - bold) * 0.88 / PT_PER_MM
        page.text(self.right, number_top, str(entry.page), bold, bold=True, align="right")
        end = self.right - 16
        if entry.detail:
            wide = page.width(entry.detail, 11)
            detail_top = top + (size - 11) * 0.88 / PT_PER_MM
            page.text(end, detail_top, entry.detail, 11, colour=SECOND_TEXT, align="right")
            end -= wide + 2.6
        start = left + last + 2.6
        if end > start:
            page.line(start, base - 0.4, end, base - 0.4, 0.5, EDGE, (0.5, 2))
        self.y += entry.height
