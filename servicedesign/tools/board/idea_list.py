"""The list of ideas: all of them by number, those without votes too, and again by cluster.

Owns what is collected for the list and how it runs over the pages. Must not change a record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import BoardFrame
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow, Placed, Placement, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import BAR, Label, solution_panel
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.board.idea_data import BoardIdeas, gather_boards
from servicedesign.tools.board.idea_rows import IdeaColumns, IdeaTable, draw_blank_rows

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project

_PHASE: Final = 2
_QUESTION: Final = TextStyle(12.5, 12.5, bold=True, leading=1.35)
_CLUSTER_STYLE: Final = TextStyle(10.5, 10.5, leading=1.5)


@dataclass(frozen=True, slots=True)
class ListData:
    """The boards whose ideas are listed; none for an empty list."""

    boards: tuple[BoardIdeas, ...] = ()


def gather(project: Project, only: str | None = None) -> ListData | None:
    """Return the ideas of all boards, or of the one named by ``only``; None without any."""
    boards = gather_boards(project, only, pictures=False, words=False)
    return ListData(boards) if boards else None


def blank_data(project: Project | None) -> ListData:
    """Return nothing to print: the empty list is the same for everyone."""
    del project
    return ListData()


def draw(data: ListData, job: SheetJob) -> Document:
    """Draw the list of every board, or empty rows to write in."""
    t = job.t
    if job.blank or not data.boards:
        return _blank(job)
    doc = Document(job, Heading(t("アイデアの一覧"), _PHASE))
    for board in data.boards:
        first = len(doc.pages)
        _draw_board(doc, board)
        if len(data.boards) > 1 and board.title:
            doc.bookmark(board.title, page=first, level=1)
    return doc


def _blank(job: SheetJob) -> Document:
    purpose = job.t("番号は付箋と同じにします。票のない案も、消さずに残します。")
    doc = Document(job, Heading(job.t("アイデアの一覧"), _PHASE, purpose))
    page = doc.new_page()
    draw_blank_rows(page, IdeaColumns.of(None, doc.book, doc.grid.text_width), job.t)
    return doc


@dataclass(frozen=True)
class _QuestionBlock:
    """The question that the ideas answer, in a panel; a long one runs on."""

    name: str
    text: str

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much of it as fits."""
        book = flow.page.book
        lead = flow.page.width(self.name, _QUESTION.size, bold=True) + 4
        inner = width - BAR - 3.4 - lead
        shown = fit(book, self.text, inner, height - 5, _QUESTION)
        if not shown.lines and not fresh:
            return None

        def paint(page: Page, x: float, y: float) -> None:
            panel = solution_panel(page, Box(x, y, width, shown.height + 5))
            page.text(panel.x, y + 2.5, self.name, _QUESTION.size, bold=True)
            shown.draw(page, panel.x + lead, y + 2.5)

        rest = replace(self, text=shown.rest) if shown.rest else None
        return Placed(shown.height + 5, paint, rest)


@dataclass
class _Pages(Flow):
    """One column on pages under the heading of a board."""

    heading: Heading | None = None

    def turn(self) -> Page:
        """Begin a new page and return it."""
        page = self.doc.new_page(self.heading)
        self.begin(page, page.grid.body)
        return page


def _draw_board(doc: Document, board: BoardIdeas) -> None:
    t = doc.job.t
    flow = _Pages(doc, spacing=5.0, heading=_heading(doc, board))
    if board.question[1]:
        name = t("問い{number}", number=board.question[0])
        flow.add(_QuestionBlock(name, board.question[1]))
    ideas = tuple(sorted(board.ideas, key=lambda idea: idea.number))
    columns = IdeaColumns.of(board, doc.book, doc.grid.text_width)
    flow.add(IdeaTable(board, ideas, columns, t))
    note = _signs(board, t)
    if note:
        flow.add(TextBlock(note, TextStyle(10.5, 10.5, colour=SECOND_TEXT)))
    if board.pains:
        flow.need(24)
        words = "\n".join(f"▲{number}  {' '.join(said.split())}" for number, said in board.pains)
        flow.add(TextBlock(words, _CLUSTER_STYLE, Label(t("答える困りごと"))))
    if board.piles:
        _by_pile(doc, board, flow)


def _signs(board: BoardIdeas, t: Translator) -> str:
    """Return what the star and the votes mean, where there are any."""
    parts = [t("★は、深掘りへ選んだ案です。")] if any(one.chosen for one in board.ideas) else []
    if board.vote is not None:
        named = board.vote.strip()
        parts.append(
            t("票は、投票「{vote}」の結果です。", vote=named)
            if named
            else t("票は、投票の結果です。")
        )
    return ("" if t.lang == "ja" else " ").join(parts)


def _heading(doc: Document, board: BoardIdeas) -> Heading:
    t = doc.job.t
    count = len(board.ideas)
    purpose = t.plural("出たアイデアの全部、{n}件です。票のない案も残します。", count)
    subtitle = board.title if board.title.strip() != doc.heading.title else ""
    return Heading(doc.heading.title, _PHASE, purpose, subtitle)


def _by_pile(doc: Document, board: BoardIdeas, before: Flow) -> None:
    """List the numbers and titles once more by cluster or phase, in columns."""
    t = doc.job.t
    count = 3 if doc.grid.text_width > 200 else 2
    phases = board.frame == BoardFrame.JOURNEY
    flow = _Pages(doc, count, spacing=5.0, heading=_heading(doc, board))
    body = doc.grid.body
    top = body.bottom - before.left
    if before.left >= 60:
        flow.begin(before.page, Box(body.x, top + 3, body.width, before.left - 3))
    title = t("フェーズごとの一覧") if phases else t("まとまりごとの一覧")
    title = t("枠ごとの一覧") if board.cells else title
    flow.add(TextBlock(title, TextStyle(14, 14, bold=True)))
    alone = t("フェーズの外の案") if phases else t("ひとりで立つ案")
    for index, pile in enumerate((*board.piles, None)):
        ideas = board.in_pile(index if pile else -1)
        if pile is None and not ideas:
            continue
        if board.cells and not ideas:
            continue
        name = " ".join(board.named(index, t).split()) if pile else alone
        counted = t.context("board", "{count}件", count=len(ideas))
        lines = [f"{one.number}  {' '.join(one.head.split())}" for one in ideas]
        flow.need(18)
        flow.add(_PileBlock(name or t("（表札はまだありません）"), counted, "\n".join(lines)))


@dataclass(frozen=True)
class _PileBlock:
    """A cluster in the listing: its name in full, and its ideas a line each."""

    name: str
    count: str
    text: str

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much as fits."""
        if len(self.name) <= 24:
            label = Label(self.name, reference=self.count)
            return TextBlock(self.text, _CLUSTER_STYLE, label).place(
                flow, width, height, fresh=fresh
            )
        words = f"{self.name}（{self.count}）\n{self.text}"
        return TextBlock(words, _CLUSTER_STYLE, Label(self.name[:20] + "…")).place(
            flow, width, height, fresh=fresh
        )
