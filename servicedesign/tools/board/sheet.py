"""Idea cards: every note of the boards as a card of A7 to cut out, spread and sort on a table.

Owns what is collected for the cards and how they are laid on the paper. Cards come cluster by
cluster and by number within one, so that the piles that are cut are those that lie together in the
room; notes that stand alone come last. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import Board, Cluster, Note
from servicedesign.model.dates import long_date
from servicedesign.model.drawing import FigureLibrary
from servicedesign.model.journey import Cell, Issue
from servicedesign.model.message import msg
from servicedesign.model.project import Group
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Numbering, Page
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.board.card import (
    HEIGHT,
    WIDTH,
    NoteData,
    Part,
    draw_blank_card,
    draw_card,
    split_note,
)
from servicedesign.tools.board.note_picture import note_picture, unreadable
from servicedesign.tools.sketch_drawings import figures

if TYPE_CHECKING:
    from servicedesign.store import Project

_ROWS: Final = 4
_PHASE: Final = 2


@dataclass(frozen=True, slots=True)
class BoardData:
    """The notes of one board, in the order of printing."""

    title: str
    notes: tuple[NoteData, ...]


@dataclass(frozen=True, slots=True)
class CardsData:
    """What the cards show; without boards they are empty cards."""

    project: str
    boards: tuple[BoardData, ...] = ()


def gather(project: Project, only: str | None = None) -> CardsData | None:
    """Return the notes of all boards, or of the one named by ``only``; None when there are none."""
    boards = [board for board in project.all(Board) if only in {None, board.id}]
    filled = tuple(
        BoardData(board.title, notes) for board in boards if (notes := _notes(project, board))
    )
    return CardsData(project.info.service_name, filled) if filled else None


def blank_data(project: Project | None) -> CardsData:
    """Return the data of empty cards."""
    return CardsData(project.info.service_name if project else "")


def _notes(project: Project, board: Board) -> tuple[NoteData, ...]:
    clusters = project.all(Cluster, board_id=board.id)
    place = {cluster.id: index for index, cluster in enumerate(clusters)}
    alone = len(place)
    notes = sorted(
        project.all(Note, board_id=board.id),
        key=lambda note: (place.get(note.cluster_id or "", alone), note.number, note.id),
    )
    return tuple(note_data(project, note) for note in notes)


def note_data(project: Project, note: Note) -> NoteData:
    """Return what a card or a sticky shows of ``note``; its group lends colour and symbol."""
    group = project.find(Group, note.group_id) if note.group_id else None
    return NoteData(
        number=note.number,
        title=note.title,
        text=note.text,
        colour=str(group.colour if group else note.colour),
        group=group.name if group else "",
        pain=_pain_number(project, note),
        picture=note_picture(project, note),
    )


def _pain_number(project: Project, note: Note) -> int:
    cell = project.find(Cell, note.cell_id) if note.cell_id else None
    issue = project.find(Issue, note.issue_id) if note.issue_id else None
    return (cell.number if cell else 0) or (issue.number if issue else 0)


def draw(data: CardsData, job: SheetJob) -> Document:
    """Draw the cards: 8 on A4, 16 on A3; a page that is not full ends with empty cards."""
    job = _turned(job)
    doc = Document(job, Heading(job.t("アイデアカード"), _PHASE))
    library = figures()
    boards = () if job.blank else data.boards
    named = not boards
    for board in boards:
        parts = _parts(doc, board)
        first = len(doc.pages)
        for start in range(0, len(parts), _count(job)):
            some = parts[start : start + _count(job)]
            named = _draw_page(doc, some, data.project, library) or named
        if len(boards) > 1 and board.title:
            doc.bookmark(board.title, page=first, level=1)
    if not boards:
        _draw_page(doc, [], data.project, library)
    if not named:
        doc.keep_whole(job.t("サービス名"), data.project)
    return doc


def _turned(job: SheetJob) -> SheetJob:
    """Return ``job`` turned so that cards of A7 fill the paper: A4 upright, A3 lying."""
    return replace(job, orientation="portrait" if job.grid.layout == "A4" else "landscape")


def _columns(job: SheetJob) -> int:
    return 2 if job.grid.layout == "A4" else 4


def _count(job: SheetJob) -> int:
    return _columns(job) * _ROWS


Placed = tuple[Part, tuple[int, int]]


def _parts(doc: Document, board: BoardData) -> list[Placed]:
    """Return all cards of a board, each with its place among those of its note."""
    placed: list[Placed] = []
    for note in board.notes:
        parts = split_note(doc.book, note, doc.job.t)
        tell_unreadable(doc, note)
        if len(parts) > 1:
            doc.warn(msg("案{number}は長いため、同じ番号のカードに続けます。", number=note.number))
        placed += [(part, (i, len(parts))) for i, part in enumerate(parts, 1)]
    return placed


def tell_unreadable(doc: Document, note: NoteData) -> None:
    """Tell whoever prints that a photo is left out because it is damaged."""
    told = unreadable(note.number, note.picture)
    if told is not None:
        doc.warn(told)


def _draw_page(
    doc: Document, parts: Sequence[Placed], project: str, library: FigureLibrary
) -> bool:
    """Draw one page and return whether the name of the project is whole on any of its cards."""
    job = doc.job
    page = doc.new_page(frame=False)
    named = False
    columns = _columns(job)
    for place in range(_count(job)):
        with page.at(place % columns * WIDTH, place // columns * HEIGHT):
            if place < len(parts):
                part, of = parts[place]
                named = draw_card(doc, page, part, of, project, library) or named
            else:
                draw_blank_card(page, job.t)
    _cut_lines(page, columns)
    middle = columns / 2 * WIDTH
    page.late.append(lambda last, numbering: _margin(last, job, middle, numbering))
    return named


def _cut_lines(page: Page, columns: int) -> None:
    width, height = columns * WIDTH, _ROWS * HEIGHT
    for column in range(1, columns):
        marks.cut_line(page, column * WIDTH, 5, column * WIDTH, height - 5)
    for row in range(1, _ROWS):
        marks.scissors(page, 6.5, row * HEIGHT, 5)
        marks.cut_line(page, 5, row * HEIGHT, width - 5, row * HEIGHT)


def _margin(page: Page, job: SheetJob, x: float, numbering: Numbering) -> None:
    """Write date and page beside the middle cut line, which carries the ruler of 100 mm."""
    middle = _ROWS * HEIGHT / 2
    with page.at(x, middle, 1 / page.grid.scale, 1):
        for i in range(11):
            length = 2.6 if i in {0, 10} else 1.8 if i == 5 else 1.4
            page.line(0, 50 - i * 10, length, 50 - i * 10, 0.5)
    date = long_date(job.frame.date, job.lang)
    number = job.t("{number} ／ {total} ページ", number=numbering.number, total=numbering.total)
    ruler = job.t("実際のサイズで印刷すると100 mm")
    for text, y in ((f"{date}  {number}", middle - 10.6), (ruler, middle + 59.6)):
        size = fit_line(page, text, 8, HEIGHT - 14)
        with page.turned(x - 4, y):
            page.text(x - 4, y, text, size, colour=SECOND_TEXT)
