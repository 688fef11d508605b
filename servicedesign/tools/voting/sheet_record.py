"""The record of decisions (決定の記録): who decided what, when and by which rule, of all rounds.

Owns how the record runs over the pages. Must not change a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date, parse_date
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.voting.record import event_words, moment_words, tie_words
from servicedesign.tools.voting.sheet_data import ResultData, ResultsData, gather_record
from servicedesign.tools.voting.sheet_parts import Fact, Facts, Gap, Pages, Title, pages
from servicedesign.tools.voting.sheet_result import people_words

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2
_CELLS: Final = TextStyle(10.5, 10.5, leading=1.35)
_BLANK_ROW: Final = 18.0


def gather(project: Project, only: str | None = None) -> ResultsData | None:
    """Return every round that was begun, or the one named by ``only``; None without any."""
    return gather_record(project, only)


def blank_data(project: Project | None) -> ResultsData:
    """Return nothing to print: the empty form is the same for everyone."""
    del project
    return ResultsData()


def draw(data: ResultsData, job: SheetJob) -> Document:
    """Draw the record of all rounds, or the form to fill in by hand."""
    t = job.t
    if job.blank or not data.rounds:
        return _blank(job)
    purpose = t("だれが、いつ、どの約束で、なぜそう決めたかを、あとから説明できるように残します。")
    doc = Document(job, Heading(t("決定の記録"), _PHASE, purpose))
    flow = pages(doc, doc.heading)
    for number, round_ in enumerate(data.rounds):
        if number:
            flow.add(Gap(9.0))
        _add_round(flow, round_, t)
    return doc


def _add_round(flow: Pages, round_: ResultData, t: Translator) -> None:
    name = t(round_.name)
    if round_.board.strip():
        name = t("{round}：ボード「{board}」", round=name, board=round_.board.strip())
    flow.add(Title(name, size=14, room=40.0, rule=0.75))
    flow.add(Gap(1.4))
    flow.add(Facts(_facts(round_, t)))
    flow.add(Gap(2.4))
    if round_.chosen:
        flow.add(Title(t("選んだ案"), rule=0, room=16.0))
        flow.add(_chosen(round_, t))
        flow.add(Gap(3.4))
    lead = 30.0 if t.lang == "en" else 26.0
    for number, tie in enumerate(round_.ties):
        label = t("同数の扱い") if not number else ""
        flow.add(Fact(label, tie_words(tie, round_.tie_reason, t), lead))
    if round_.decided_by:
        flow.add(Fact(t("決めた人"), round_.decided_by, lead))
    for note in round_.notes:
        flow.add(Fact(t("覚え書き"), note, lead))
    flow.add(Gap(3.4))
    if round_.events:
        days = {event.at[:10] for event in round_.events}
        day = parse_date(next(iter(days))) if len(days) == 1 else None
        title = t("経過") if day is None else t("経過　{day}", day=long_date(day, t.lang))
        flow.add(Title(title, rule=0, room=16.0))
        flow.add(_course(round_, t, one_day=day is not None))


def _facts(round_: ResultData, t: Translator) -> list[tuple[str, str]]:
    facts = [(t(name), t(words)) for name, words in round_.state.rules]
    if round_.came is None or not round_.state.closed:
        people = t.plural("{n}人", round_.voters)
        facts.append((t("投票できる人"), people))
    else:
        people = t("{all}人中{came}人", all=round_.voters, came=round_.came)
        facts.append((t.context("vote", "投票した人"), people))
    facts.append((t("始め"), moment_words(round_.state.opened_at, t, short=True)))
    closed = moment_words(round_.state.closed_at, t, short=True)
    facts.append((t("締切"), closed if round_.state.closed else t("続いている")))
    if round_.state.reopened:
        facts.append((t("開き直し"), t.plural("{n}回", round_.state.reopened)))
    return [fact for fact in facts if fact[1]]


def _chosen(round_: ResultData, t: Translator) -> Table:
    columns = [
        Column(t("順位"), 1, numbers=True),
        Column(t.context("vote", "番号"), 1, numbers=True),
        Column(t("アイデア"), 4.6),
        Column(t.context("vote", "票"), 1.2, numbers=True),
        Column(t("支持した人"), 2.4, numbers=True),
        Column(t("理由"), 5.0),
    ]
    rows = []
    for place in round_.chosen:
        title, people = place.target.title or "—", people_words(place, t)
        rows.append(
            (str(place.rank), place.target.label, title, str(place.votes), people, place.reason)
        )
    return Table(columns, rows, _CELLS)


def _course(round_: ResultData, t: Translator, *, one_day: bool) -> Table:
    when = Column(t("時刻"), 1.7) if one_day else Column(t("日時"), 3.4)
    columns = [when, Column(t("できごと"), 8), Column(t.context("vote", "した人"), 4)]
    rows = [
        (
            moment_words(event.at, t, day=not one_day, short=True),
            event_words(event, t),
            event.who,
        )
        for event in round_.events
    ]
    return Table(columns, rows, _CELLS)


def _blank(job: SheetJob) -> Document:
    t = job.t
    purpose = t("決めるたびに1行書きます。約束は、決める前に声に出して確かめます。")
    doc = Document(job, Heading(t("決定の記録"), _PHASE, purpose))
    page = doc.new_page()
    body = page.grid.body
    heads = (
        (t("日時"), 0.0, 0.13),
        (t("決めたこと"), 0.14, 0.24),
        (t("どの約束で"), 0.4, 0.2),
        (t("なぜ"), 0.62, 0.2),
        (t("決めた人"), 0.86, 0.14),
    )
    _row_of_heads(page, body, heads)
    y = body.y + 7.2
    while y + _BLANK_ROW <= body.bottom - 2:
        y += _BLANK_ROW
        page.line(body.x, y, body.right, y, 0.35, EDGE)
    return doc


def _row_of_heads(page: Page, body: Box, heads: tuple[tuple[str, float, float], ...]) -> None:
    page.line(body.x, body.y, body.right, body.y, 0.5)
    for words, share, _ in heads:
        page.text(body.x + body.width * share, body.y + 1.6, words, 10.5, colour=SECOND_TEXT)
    page.line(body.x, body.y + 7.2, body.right, body.y + 7.2, 0.5)
