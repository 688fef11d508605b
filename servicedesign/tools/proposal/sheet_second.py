"""The second page of the proposal: money, benefits, measures, time, risks, principles, decisions.

Owns the order of these. Must not add anything up: every sum comes from ``sums``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Answer, BenefitKind, CostKind
from servicedesign.model.dates import fiscal_year_text
from servicedesign.paper import marks
from servicedesign.paper.flow import Block, Fixed, Flow, TextBlock
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import ACTION, SECOND_TEXT
from servicedesign.tools.amounts import grouped, hours, yen
from servicedesign.tools.proposal.sheet_blocks import Schedule, draw_funding
from servicedesign.tools.proposal.sheet_data import OneProposal
from servicedesign.tools.proposal.sheet_words import (
    SOURCES,
    calculation,
    day_words,
    payback_words,
    value_words,
)

_STYLE: Final = TextStyle(9.75, 9.75, leading=1.3)
_NOTE: Final = TextStyle(9, 9, colour=SECOND_TEXT, leading=1.3)
PRINCIPLES_HEIGHT: Final = 10.0
"""Of the marks of the principles, mm."""
_LEFT: Final = 0.56
"""Share of the width that the costs take."""


def second_page(flow: Flow, one: OneProposal) -> None:
    """Add money, benefits, measures, schedule and decisions."""
    _money(flow, one)
    _benefits(flow, one)
    _kpis(flow, one)
    _schedule(flow, one)
    _decisions(flow, one)


def _cost_rows(one: OneProposal, t: Translator) -> tuple[list[list[str]], list[str]]:
    rows = []
    for cost in one.costs:
        amount, once = grouped(cost.amount, 0), cost.kind is CostKind.INITIAL
        rows.append([cost.label or "―", amount if once else "", "" if once else amount])
    sums = one.sums
    return rows, [t("計"), grouped(sums.initial.costs, 0), grouped(sums.running.costs, 0)]


def _money(flow: Flow, one: OneProposal) -> None:
    """Add costs at the left and funding at the right, or one under the other where overfull."""
    t = flow.doc.job.t
    rows, total = _cost_rows(one, t)
    columns = [
        Column(t("費用（円）"), 2.7),
        Column(t("初期"), 1, numbers=True),
        Column(t("運用／年"), 1, numbers=True),
    ]
    costs = Table(columns, rows, _STYLE, total, gap=2)
    page = flow.page
    width = page.grid.text_width
    left = width * _LEFT
    right = width - left - 8
    placed = costs.place(flow, left, flow.left, fresh=True)
    funding, tall = _funding_block(flow, one, right)
    if placed is None or placed.rest is not None or tall > flow.left:
        flow.add(costs)
        flow.add(Fixed(tall, funding))
        return
    table = placed

    def paint(where: Page, box: Box) -> None:
        table.draw(where, box.x, box.y)
        funding(where, Box(box.x + left + 8, box.y, right, tall))

    flow.add(Fixed(max(table.height, tall), paint))


def _funding_block(
    flow: Flow, one: OneProposal, width: float
) -> tuple[Callable[[Page, Box], None], float]:
    """Return what draws funding and what a year brings, and how high it is."""
    t, sums = flow.doc.job.t, one.sums
    first = one.proposal.first_fiscal_year
    title = (
        t("財源（{year}、円）", year=fiscal_year_text(first, t.lang))
        if first is not None
        else t("財源（初年度、円）")
    )
    given = [(source, t(SOURCES[source]), amount) for source, amount in sums.first_year]
    lines = [
        t("初年度の費用 {amount}（初期と1年分の運用）", amount=yen(sums.years[0].costs, t)),
        t("{n}年間の費用 {amount}", n=len(sums.years), amount=yen(sums.total_costs, t)),
    ]
    for name, paid in ((t("初期"), sums.initial), (t("運用"), sums.running)):
        if paid.lacking > 0:
            lines.append(
                t("{kind}の財源が{amount}足りない", kind=name, amount=yen(paid.lacking, t))
            )
    note = lay(flow.page.book, "\n".join(lines), width, _NOTE)
    bar = 7 + 1.6 + 4.6 * len(given)

    def paint(page: Page, box: Box) -> None:
        y = label(page, box.x, box.y, box.width, Label(title), size=10)
        y += draw_funding(page, Box(box.x, y, width, bar), given, t)
        note.draw(page, box.x, y + 1)

    return paint, label_height(10) + bar + 1 + note.height


def _benefits(flow: Flow, one: OneProposal) -> None:
    t = flow.doc.job.t
    measured = [b for b in one.benefits if b.kind is not BenefitKind.QUALITY]
    big_numbers(flow, one)
    if measured:
        rows = [[b.label or "―", calculation(b, t) or b.basis, value_words(b, t)] for b in measured]
        columns = [
            Column(t("効果（年）"), 1.9),
            Column(t("計算と根拠"), 3.6),
            Column(t("量"), 1, numbers=True),
        ]
        flow.add(Table(columns, rows, _STYLE))
    words = [
        "　".join(part for part in (quality.label, quality.basis) if part.strip())
        for quality in one.benefits
        if quality.kind is BenefitKind.QUALITY
    ]
    if words:
        flow.add(TextBlock("\n".join(words), _STYLE))


def big_numbers(flow: Flow, one: OneProposal) -> None:
    """Add staff time and what it is worth, residents' time apart, and the payback."""
    t, gain, half = flow.doc.job.t, one.sums.gain, one.sums.half
    rate = one.proposal.hourly_rate
    worth = t("職員1時間の費用がない")
    if gain.yen is not None and rate is not None:
        worth = t("年{amount}に当たる（1時間{rate}）", amount=yen(gain.yen, t), rate=yen(rate, t))
    elif gain.yen is not None:
        worth = t("年{amount}", amount=yen(gain.yen, t))
    half_worth = hours(half.staff_hours, t)
    if half.yen is not None:
        half_worth += t("、年{amount}", amount=yen(half.yen, t))
    boxes = [
        (t("職員の時間（年）"), hours(gain.staff_hours, t), [worth]),
        (t("住民の時間（年）"), hours(gain.resident_hours, t), [t("金額にしない")]),
        (
            t("初期費を取り戻すまで"),
            payback_words(gain, t),
            [t("利用が半分なら{value}", value=half_worth),
             t("そのとき{value}", value=payback_words(half, t))],
        ),
    ]  # fmt: skip
    width = (flow.page.grid.text_width - 12) / 3
    book = flow.page.book

    def page_width(words: str) -> float:
        return flow.page.width(words, 16, bold=True)

    laid = [
        (
            name,
            lay(
                book,
                number,
                width,
                TextStyle(16 if page_width(number) < width else 11, 9, True, 1.2, ACTION),
            ),
            lay(book, "\n".join(lines), width, _NOTE),
        )
        for name, number, lines in boxes
    ]
    tall = max(5.5 + number.height + 1.6 + note.height for _, number, note in laid) + 1.6

    def paint(page: Page, box: Box) -> None:
        for place, (name, number, note) in zip(box.columns(3, 6), laid, strict=True):
            page.line(place.x, place.y, place.right, place.y, 0.5)
            page.text(place.x, place.y + 1.4, name, 9.5, bold=True)
            y = number.draw(page, place.x, place.y + 6.2)
            note.draw(page, place.x, y + 1.6)

    flow.add(Fixed(tall, paint))


def _kpis(flow: Flow, one: OneProposal) -> None:
    t = flow.doc.job.t
    rows = [
        [k.label or "―", _with_unit(k.present, k.unit), _with_unit(k.target, k.unit),
         day_words(k.due, t), k.method]
        for k in one.kpis
    ]  # fmt: skip
    if rows:
        columns = [
            Column(t("評価指標"), 2.2),
            Column(t("現状"), 0.9, numbers=True),
            Column(t("目標"), 0.9, numbers=True),
            Column(t("いつまで"), 2.3),
            Column(t("測り方"), 2.1),
        ]
        flow.add(Table(columns, rows, _STYLE))


def _with_unit(value: str, unit: str) -> str:
    if not value.strip():
        return "―"
    return (
        f"{value}{'' if unit[:1] in '%％' or not unit.isascii() else ' '}{unit}" if unit else value
    )


def _schedule(flow: Flow, one: OneProposal) -> None:
    if one.milestones:
        block: Block = Schedule(one.milestones, flow.doc.job.t)
        flow.add(block)


def risks(flow: Flow, one: OneProposal) -> None:
    """Add what may go wrong and what is done about it."""
    t = flow.doc.job.t
    if one.risks:
        columns = [Column(t("おそれ"), 1), Column(t("備え"), 1.8)]
        flow.add(Table(columns, [[r.text or "―", r.answer or "―"] for r in one.risks], _STYLE))


_MARKS: Final = {
    str(Answer.DONE): "done",
    str(Answer.PARTLY): "partly",
    str(Answer.NOT_YET): "not_yet",
    str(Answer.NOT_APPLICABLE): "not_applicable",
}


def principles(flow: Flow, one: OneProposal) -> None:
    """Add the marks of the last check against the principles."""
    review, t = one.review, flow.doc.job.t
    if review is None:
        return

    def paint(page: Page, box: Box) -> None:
        page.line(box.x, box.y, box.right, box.y, 0.5)
        page.text(box.x, box.y + 1.4, t("12箇条の確かめ"), 9.75, bold=True)
        page.text(box.x, box.y + 6, day_words(review.date, t), 9, colour=SECOND_TEXT)
        step = (box.width - 58) / 11
        for number, answer in enumerate(review.answers):
            x = box.x + 54 + number * step
            page.text(x, box.y + 1.2, str(number + 1), 9, align="center")
            if answer in _MARKS:
                marks.progress(page, x, box.y + 7.6, _MARKS[answer], 1.8)

    flow.add(Fixed(PRINCIPLES_HEIGHT, paint))


def _decisions(flow: Flow, one: OneProposal) -> None:
    t = flow.doc.job.t
    rows = []
    for made in one.decisions:
        what = "　".join(part for part in (made.outcome, made.condition) if part.strip())
        rows.append([day_words(made.date, t) or "―", made.meeting or "―", made.who or "―", what])
    if rows:
        columns = [
            Column(t("決めた日"), 1.75),
            Column(t("会議"), 0.9),
            Column(t("決めた人"), 0.9),
            Column(t("決めたことと条件"), 3),
        ]
        flow.add(Table(columns, rows, replace(_STYLE)))
