"""The board as a poster: clusters under their title cards, phases of a map, or the wall itself.

Owns what is collected, and which arrangement and which size of notes a board gets on which paper.
One page is sought first, then pages are added. On a board of many ideas a note shows its title
alone, as one reads it from some steps away: what it means stands in the list of ideas. Must not
change a record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import BoardFrame
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tools.board.idea_data import BoardIdeas, gather_boards
from servicedesign.tools.board.note_picture import unreadable
from servicedesign.tools.board.poster_blank import draw_blank
from servicedesign.tools.board.poster_parts import Key, draw_question, question_height
from servicedesign.tools.board.poster_piles import piles_plan
from servicedesign.tools.board.poster_wall import columns_plan, wall_plan
from servicedesign.tools.board.poster_work import Drawing, Work

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project

PHASE: Final = 2
_POSTER_PT: Final = 14.0
"""Smallest size of words on a poster, on the real paper."""
_LEAST: Final = 9.0
_FINEST: Final = 7.0
_WORDY: Final = 24
"""Most ideas of a board whose notes show the text under the title as well."""


@dataclass(frozen=True, slots=True)
class PosterData:
    """The boards to print; none for an empty sheet.

    Attributes:
        boards: without the texts that the poster has no room for.
        brief: for each board whether its notes show their titles alone.
    """

    boards: tuple[BoardIdeas, ...] = ()
    brief: tuple[bool, ...] = ()


def gather(project: Project, only: str | None = None) -> PosterData | None:
    """Return all boards with ideas, or the one named by ``only``; None when there are none."""
    boards = gather_boards(project, only)
    if not boards:
        return None
    shown = [_shown(board) for board in boards]
    brief = [a.ideas != b.ideas for a, b in zip(boards, shown, strict=True)]
    return PosterData(tuple(shown), tuple(brief))


def _shown(board: BoardIdeas) -> BoardIdeas:
    """Return what of a board is printed: the words of its pain points stand on the map."""
    ideas = board.ideas
    if len(ideas) > _WORDY:
        ideas = tuple(replace(one, text="") if one.body else one for one in ideas)
    return replace(board, ideas=ideas, pains=())


def blank_data(project: Project | None) -> PosterData:
    """Return nothing to print: the empty board is the same for everyone."""
    del project
    return PosterData()


def draw(data: PosterData, job: SheetJob) -> Document:
    """Draw every board on as few pages as it takes, the words of long notes behind them."""
    if job.blank or not data.boards:
        return draw_blank(job)
    t = job.t
    doc = Document(job, Heading(t("アイデアボード"), PHASE))
    for board, brief in zip(data.boards, data.brief, strict=True):
        first = len(doc.pages)
        _draw_board(doc, board, brief=brief)
        if len(data.boards) > 1 and board.title:
            doc.bookmark(board.title, page=first, level=1)
    return doc


def least_size(scale: float) -> float:
    """Return the smallest size of words in pt of the layout, for mm of paper a mm of layout."""
    return max(min(_LEAST, _POSTER_PT / scale), _FINEST)


def _draw_board(doc: Document, board: BoardIdeas, *, brief: bool) -> None:
    """Draw one board: its pages, then what they could not hold."""
    t = doc.job.t
    heading = _heading(doc, board)
    more = Continuation(doc)
    page = doc.new_page(heading)
    work = Work(doc, board, more, least_size(doc.grid.scale))
    note = t("くわしい説明は、アイデアの一覧にあります。") if brief else ""
    key = Key(doc, board, doc.grid.text_width, note=note)
    for idea in board.ideas:
        told = unreadable(idea.number, idea.picture)
        if told is not None:
            doc.warn(told)
    _draw_pages(work, key, _drawing(work, _area(doc, board, key)), heading, page)
    more.finish()


def _draw_pages(work: Work, key: Key, drawing: Drawing, heading: Heading, page: Page) -> None:
    doc, board = work.doc, work.board
    g = doc.grid
    pages = [page, *(doc.new_page(heading) for _ in range(drawing.pages - 1))]
    for number, one in enumerate(pages):
        tall = question_height(doc.book, board, g.text_width)
        if tall:
            box = Box(g.left, g.body_top, g.text_width, tall - 4)
            draw_question(one, work.more, board, box, doc.job.t)
        drawing.paint(one, number)
        key.draw(one, g.left, g.body_bottom)


def _area(doc: Document, board: BoardIdeas, key: Key) -> Box:
    """Return the place for the notes, between the question and the key."""
    body = doc.grid.body
    tall = question_height(doc.book, board, body.width)
    return Box(body.x, body.y + tall, body.width, body.height - tall - key.height)


def _drawing(work: Work, area: Box) -> Drawing:
    """Return how a board is drawn in ``area``: as it fits its frame and its clusters."""
    board = work.board
    if board.frame in (BoardFrame.JOURNEY, BoardFrame.COLUMNS) and board.piles:
        return columns_plan(work, area)
    if board.frame == BoardFrame.MATRIX or not board.piles:
        wall = wall_plan(work, area)
        if wall is not None:
            return wall
    return piles_plan(work, area)


def _heading(doc: Document, board: BoardIdeas) -> Heading:
    t = doc.job.t
    title = doc.heading.title
    subtitle = board.title if board.title.strip() != title else ""
    return Heading(title, PHASE, _purpose(board, t), subtitle)


def _purpose(board: BoardIdeas, t: Translator) -> str:
    count = len(board.ideas)
    if board.frame == BoardFrame.JOURNEY and board.piles:
        return t.plural("出たアイデア{n}件を、答えるフェーズの下にはりました。", count)
    if board.cells:
        return t.plural("出たアイデア{n}件を、はった枠ごとに並べました。", count)
    if board.piles:
        return t.plural(
            "出たアイデア{n}件を、近いものどうしで集めました。束ごとの表札が、解決の方向を表します。",
            count,
        )
    return t.plural(
        "出たアイデア{n}件です。近いものどうしを集めると、解決の方向が見えます。", count
    )
