"""The result of a vote: ranks with votes and supporters, ideas without a vote, what was decided.

Owns how a result runs over the pages. Chosen ideas are told by a star, filled dots and a thick
line, so that a grey copy tells them too. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Block
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, lay
from servicedesign.tokens import EDGE, GROUND, INK, SECOND_TEXT, TINT
from servicedesign.tools.voting.ranking import Place
from servicedesign.tools.voting.record import moment_words, tie_words
from servicedesign.tools.voting.sheet_data import ResultData, ResultsData, gather_results
from servicedesign.tools.voting.sheet_names import Names
from servicedesign.tools.voting.sheet_parts import (
    Fact,
    Facts,
    Gap,
    Pages,
    Rows,
    Title,
    hairline,
    pages,
)

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2
_PITCH: Final = 4.3
"""Between the middles of two dots, in mm, where there is room."""
_LEAST_PITCH: Final = 1.7
_BLANK_ROWS: Final = 10
_BLANK_ROW: Final = 10.5


def gather(project: Project, only: str | None = None) -> ResultsData | None:
    """Return the closed rounds, or the one named by ``only``; None without any."""
    return gather_results(project, only)


def blank_data(project: Project | None) -> ResultsData:
    """Return nothing to print: the empty form is the same for everyone."""
    del project
    return ResultsData()


def draw(data: ResultsData, job: SheetJob) -> Document:
    """Draw the result of every round, or the form to fill in by hand."""
    if job.blank or not data.rounds:
        return _blank(job)
    t = job.t
    doc = Document(job, _heading(data.rounds[0], t))
    for round_ in data.rounds:
        first = len(doc.pages)
        _draw_round(doc, round_)
        if len(data.rounds) > 1:
            doc.bookmark(t(round_.name), page=first, level=1)
    return doc


def _heading(round_: ResultData, t: Translator) -> Heading:
    purpose = t("選んだ案と、その決め方の記録です。0票の案も、次の機会のために残します。")
    return Heading(t("投票の結果"), _PHASE, purpose, subtitle=t(round_.name))


def _draw_round(doc: Document, round_: ResultData) -> None:
    t = doc.job.t
    flow = pages(doc, _heading(round_, t))
    flow.add(Facts(_facts(round_, t)))
    flow.add(Gap(3.4))
    columns = _Columns.of(doc, round_)
    voted = [place for place in round_.places if place.votes]
    rows = [
        _Row(place, columns, columns.words(doc, place), people_words(place, t), last)
        for place, last in _edges(voted)
    ]
    if rows:
        flow.add(Rows(rows, 7.2, lambda page, box: columns.head(page, box, t)))
    _add_rest(flow, doc, round_)


def people_words(place: Place, t: Translator) -> str:
    """Return how many people gave the votes of a candidate, as far as that is known."""
    if place.at_least:
        return t("{people}人以上", people=place.supporters)
    return t.plural("{n}人", place.supporters)


def _edges(places: Sequence[Place]) -> list[tuple[Place, bool]]:
    """Return each place, and whether a strong rule follows: under the chosen and at the end."""
    found = []
    for number, place in enumerate(places):
        last = number == len(places) - 1
        found.append((place, last or (place.chosen and not places[number + 1].chosen)))
    return found


def _facts(round_: ResultData, t: Translator) -> list[tuple[str, str]]:
    if round_.came is None:
        people = t("投票できる人 {all}人", all=round_.voters)
    else:
        people = t("{all}人中{came}人", all=round_.voters, came=round_.came)
    facts = [
        (t.context("vote", "投票した人"), people),
        (t.context("vote", "票"), t.plural("{n}票", round_.votes)),
        *((t(name), t(words)) for name, words in round_.state.rules[:2]),
        # The day stands beside who decided.
        (
            t("締切"),
            moment_words(round_.state.closed_at, t, day=not round_.decided_by, short=True),
        ),
    ]
    return [fact for fact in facts if fact[1]]


# The table of those with votes --------------------------------------------------------------------


@dataclass(frozen=True)
class _Columns:
    """Where the columns stand, in mm from the left edge of the table.

    Attributes:
        title: left edge of the words.
        dots: left edge of the dots, and of a bar where dots would be too many.
        votes: right edge of the number of votes.
        right: right edge of the number of people.
        most: votes of the first.
    """

    title: float
    dots: float
    votes: float
    right: float
    most: int

    @classmethod
    def of(cls, doc: Document, round_: ResultData) -> _Columns:
        """Return the columns for a result."""
        width = doc.grid.text_width
        votes = width - 37.0
        most = max((place.votes for place in round_.places), default=1)
        dots = votes - 9.0 - min(most * _PITCH, width * 0.22, 62.0) - 3.0
        return cls(28.5, max(dots, width * 0.5), votes, width, max(most, 1))

    def words(self, doc: Document, place: Place) -> Fitted:
        """Lay the words of one candidate."""
        style = TextStyle(12, 12, bold=place.chosen, leading=1.2)
        return lay(doc.book, place.target.title or "—", self.dots - self.title - 3.0, style)

    def head(self, page: Page, box: Box, t: Translator) -> None:
        """Draw the head of the table."""
        page.line(box.x, box.y, box.right, box.y, 0.5)
        y = box.y + 1.6
        page.text(box.x, y, t("順位"), 10.5, colour=SECOND_TEXT)
        number = t.context("vote", "番号")
        x = box.x + self.title - 3.4
        page.text(x, y, number, 10.5, colour=SECOND_TEXT, align="right")
        page.text(box.x + self.title, y, t("アイデア"), 10.5, colour=SECOND_TEXT)
        page.text(
            box.x + self.votes, y, t.context("vote", "票"), 10.5, colour=SECOND_TEXT, align="right"
        )
        words = t("支持した人")
        size = fit_line(page, words, 10.5, self.right - self.votes - 4, least=7)
        page.text(box.x + self.right, y, words, size, colour=SECOND_TEXT, align="right")
        if self.pitch:
            left = box.x + self.dots
            left += page.text(left, y, t("1票＝"), 10.5, colour=SECOND_TEXT) + 2.4
            page.circle(left, y + 1.9, 1.5, fill=INK)
        page.line(box.x, box.bottom, box.right, box.bottom, 0.5)

    @property
    def pitch(self) -> float:
        """Between two dots; 0 where a bar stands for them."""
        wanted = min(_PITCH, (self.votes - 9.0 - self.dots) / self.most)
        return wanted if wanted >= _LEAST_PITCH else 0.0


@dataclass(frozen=True)
class _Row:
    """One candidate with votes."""

    place: Place
    columns: _Columns
    words: Fitted
    people: str
    strong: bool

    @property
    def height(self) -> float:
        """Height in mm."""
        return max(9.0, self.words.height + 3.4)

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        """Draw it."""
        place, columns = self.place, self.columns
        if place.chosen:
            page.rect(x, y, width, self.height, fill=TINT)
        middle = y + self.height / 2
        bold = place.chosen
        t_rank = str(place.rank)
        self._number(page, x + 6.4, middle, t_rank, bold=bold)
        if place.chosen:
            marks.star(page, x + 11.4, middle, 4.4)
        label = place.target.label
        size = fit_line(page, label, 12, 12.0, bold=True, least=7)
        self._number(page, x + columns.title - 3.4, middle, label, bold=True, size=size)
        self.words.draw(page, x + columns.title, middle - self.words.height / 2)
        self._dots(page, x, middle)
        self._number(page, x + columns.votes, middle, str(place.votes), bold=True)
        self._number(page, x + columns.right - 1.0, middle, self.people, bold=False)
        if self.strong:
            page.line(x, y + self.height, x + width, y + self.height, 0.75, INK)
        elif not place.chosen:
            page.line(x, y + self.height, x + width, y + self.height, 0.25, EDGE)
        else:
            hairline(page, x, y + self.height, width)

    def _number(
        self, page: Page, right: float, middle: float, text: str, *, bold: bool, size: float = 12
    ) -> None:
        page.text(right, middle - size / PT_PER_MM / 2, text, size, bold=bold, align="right")

    def _dots(self, page: Page, x: float, middle: float) -> None:
        columns, place = self.columns, self.place
        left, pitch = x + columns.dots, columns.pitch
        fill = INK if place.chosen else GROUND
        if not pitch:
            room = columns.votes - 9.0 - columns.dots
            length = max(room * place.votes / columns.most, 0.8)
            page.rect(left, middle - 1.6, length, 3.2, fill=fill, stroke=INK, line=0.6)
            return
        r = pitch * 0.41
        for number in range(place.votes):
            page.circle(left + r + number * pitch, middle, r - 0.1, fill=fill, stroke=INK, line=0.6)


# Those without votes, and what was decided --------------------------------------------------------


def _add_rest(flow: Pages, doc: Document, round_: ResultData) -> None:
    """Add those without a vote and what was decided; where not both fit, the decision first."""
    places = [place for place in round_.places if not place.votes]
    zero, decision = _zero(doc, places), _decision(round_, doc.job.t)
    width = doc.grid.text_width
    placed = (block.place(flow, width, 10_000.0, fresh=False) for block in zero + decision)
    both = sum(one.height for one in placed if one is not None)
    for block in zero + decision if both <= flow.left else decision + zero:
        flow.add(block)


def _zero(doc: Document, places: Sequence[Place]) -> list[Block]:
    if not places:
        return []
    title = doc.job.t("0票の案（{count}件）", count=len(places))
    names = Names.lowest(doc.book, places, doc.grid.text_width)
    return [Gap(5.0), Title(title, rule=0, room=9.0), names]


def _decision(round_: ResultData, t: Translator) -> list[Block]:
    lead = 30.0 if t.lang == "en" else 26.0
    rule = round_.state.rules[-1][1]
    rows = [(t("同数の扱い"), t("始める前の約束は「{rule}」。", rule=rule))]
    rows += [(rows[0][0], tie_words(tie, round_.tie_reason, t)) for tie in round_.ties]
    rows += [(t("選んだ案"), words) for words in chosen_words(round_, t)]
    if round_.decided_by:
        said = "　".join([round_.decided_by, moment_words(round_.decided_at, t)])
        rows.append((t("決めた人・日"), said.strip()))
    blocks: list[Block] = [Gap(5.0), Title(t("決定の記録"), size=12)]
    before = ""
    for label, words in rows:
        blocks.append(Fact("" if label == before else label, words, lead))
        before = label
    return blocks


def chosen_words(round_: ResultData, t: Translator) -> list[str]:
    """Return what was chosen, and each reason that was given, as sentences."""
    chosen = round_.chosen
    if not chosen:
        return []
    said = [t.plural("★の{n}案を深掘りする。", len(chosen))]
    said += [
        t("{label}：{reason}", label=place.target.label, reason=place.reason)
        for place in chosen
        if place.reason.strip()
    ]
    return said


# The empty form -----------------------------------------------------------------------------------


def _blank(job: SheetJob) -> Document:
    t = job.t
    purpose = t("点や手を数えて書き、残す4～5案に★をつけます。0票の案も消しません。")
    doc = Document(job, Heading(t("投票の結果"), _PHASE, purpose))
    page = doc.new_page()
    body = page.grid.body
    heads = (
        (t("順位"), 0.0),
        (t.context("vote", "番号"), 0.11),
        (t("アイデア"), 0.22),
        (t.context("vote", "票"), 0.78),
        (t("支持した人"), 0.88),
    )
    y = body.y
    page.line(body.x, y, body.right, y, 0.5)
    for words, share in heads:
        room = body.width * (0.12 if share > 0.8 else 0.1)
        size = fit_line(page, words, 10.5, room, least=7)
        page.text(body.x + body.width * share, y + 1.6, words, size, colour=SECOND_TEXT)
    y += 7.2
    page.line(body.x, y, body.right, y, 0.5)
    bottom = body.bottom - 62.0
    row = max(_BLANK_ROW, (bottom - y) / (_BLANK_ROWS + 4))
    while y + row <= bottom:
        y += row
        page.line(body.x, y, body.right, y, 0.35, EDGE)
    y += 8.0
    page.text(body.x, y, t("決定の記録"), 12, bold=True)
    for words in (t("同数の扱い"), t("選んだ案"), t("決めた人・日")):
        y += 14.6
        page.text(body.x, y - 4.4, words, 10.5, bold=True)
        writing_lines(page, Box(body.x + 30, y - 10.6, body.width - 30, 10.6), 10.6)
    return doc
