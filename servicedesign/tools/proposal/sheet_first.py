"""The first page of the proposal: name, conclusion, background, content, the flow, what was tested.

Owns the order of these. Must not add anything up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import ProcessStep, StepKind
from servicedesign.model.dates import fiscal_year_text
from servicedesign.paper import marks
from servicedesign.paper.chips import Chip, chip
from servicedesign.paper.flow import Fixed, Flow, TextBlock
from servicedesign.paper.labels import Label, fit_line, label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import (
    ACTION,
    GROUND,
    HAIRLINE,
    INK,
    PAIN_GROUND,
    SECOND_TEXT,
    STICKIES,
    TINT,
)
from servicedesign.tools.proposal.sheet_blocks import SideText
from servicedesign.tools.proposal.sheet_data import OneProposal
from servicedesign.tools.proposal.sheet_words import (
    KINDS,
    changes,
    cost_words,
    target_words,
    tested_words,
)
from servicedesign.tools.proposal_process import lay_out

_LINE: Final = 11.5
"""Height of one side of the flow, mm."""
_MOST: Final = 8
"""Tasks that stand in one line of the flow."""
_LEAST: Final = 6.5
"""Smallest words in a box of the flow, pt; else they are written out under it."""


def banner(flow: Flow, one: OneProposal) -> None:
    """Draw the name of the service, its kind and the year in which it begins."""
    t, proposal, page = flow.doc.job.t, one.proposal, flow.page
    room = page.grid.text_width
    words = fit(page.book, proposal.title or "―", room - 72, 60, TextStyle(19, 12, True, 1.3))
    height = max(words.height + 9.5, 17.0)
    kind = KINDS.get(proposal.service_kind)
    year = proposal.first_fiscal_year

    def paint(where: Page, box: Box) -> None:
        where.rect(box.x, box.y, box.width, box.height - 2, fill=TINT)
        where.rect(box.x, box.y, 1.4, box.height - 2, fill=ACTION)
        where.text(box.x + 5, box.y + 2, t("事業名"), 10.5, bold=True, colour=SECOND_TEXT)
        words.draw(where, box.x + 5, box.y + 6.4)
        if kind:
            chip(where, box.right - 4, box.y + 2.6, Chip(t(kind), "outline"), 10, align="right")
        if year is not None:
            start = t("{year}から", year=fiscal_year_text(year, t.lang))
            where.text(box.right - 4, box.y + 9.2, start, 10.5, align="right")

    flow.add(Fixed(height + 2, paint))
    if words.rest:
        flow.add(SideText("", words.rest, 12))


def first_page(flow: Flow, one: OneProposal, size: float) -> None:
    """Add everything up to staffing and the first step."""
    t, proposal = flow.doc.job.t, one.proposal
    lead, rest = first_sentence(proposal.difference)
    tail = " ".join(part for part in (rest, cost_words(one, t)) if part)
    content = _numbered(one.content)
    for name, text, bold in (
        (t("結論"), tail, lead),
        (t.context("proposal", "背景・課題"), proposal.background, ""),
        (t("対象・人数"), target_words(one, t), ""),
        (t("目的"), proposal.purpose, ""),
        (t("内容"), content, ""),
    ):
        flow.add(SideText(name, text or ("" if bold else "―"), size, bold))
    _flows(flow, one)
    tested = tested_words(one.tested, t) if one.tested else "―"
    for name, text in (
        (t("確かめたこと"), tested),
        (t("根拠の法令"), proposal.legal_basis),
        (t.context("proposal", "体制"), proposal.staffing),
        (t("最初の一歩"), proposal.smallest_step),
    ):
        flow.add(SideText(name, text or "―", size))


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence and the rest; a very long one is not set in bold."""
    flat = text.strip()
    for end, mark in enumerate(flat):
        if mark in "。\n" or (mark == "." and flat[end + 1 : end + 2] in ("", " ")):
            return (flat[: end + 1].strip(), flat[end + 1 :].strip()) if end < 120 else ("", flat)
    return (flat, "") if len(flat) <= 120 else ("", flat)


def _numbered(lines: Sequence[str]) -> str:
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join(f"{number}  {line}" for number, line in enumerate(lines, 1))


def _flows(flow: Flow, one: OneProposal) -> None:
    """Add the flow before and after with what it comes to; nothing where there is no flow."""
    t = flow.doc.job.t
    if not one.before and not one.after:
        return
    sides = ((t("いま"), one.before, False), (t("これから"), one.after, True))
    drawn = all(_fits(flow.page, steps) for _, steps, _ in sides)
    if drawn:
        height = 7.5 + 2 * (_LINE + 2.2)

        def paint(page: Page, box: Box) -> None:
            y = label(page, box.x, box.y, box.width, Label(t("現状との違い"))) - 0.6
            for name, steps, new in sides:
                _draw_line(page, Box(box.x, y, box.width, _LINE), name, steps, new=new)
                y += _LINE + 2.2

        flow.add(Fixed(height, paint))
    for name, steps, _ in sides:
        if steps and not drawn:
            words = " → ".join(step.title or "―" for step in _ordered(steps))
            flow.add(SideText(name, words, 10))
    titles = [
        step.title
        for _, steps, _ in sides
        for step in steps
        if drawn and step.kind in (StepKind.EXCLUSIVE, StepKind.PARALLEL) and step.title.strip()
    ]
    _counts(flow, one)
    if titles:
        words = t("分かれるところ：{names}", names=t("、").join(titles))
        flow.add(TextBlock(words, TextStyle(9.5, 9.5, colour=SECOND_TEXT)))


def _ordered(steps: Sequence[ProcessStep]) -> list[ProcessStep]:
    shapes = sorted(lay_out(steps).shapes, key=lambda shape: (shape.column, shape.row))
    return [shape.step for shape in shapes]


def _tasks(steps: Sequence[ProcessStep]) -> list[ProcessStep]:
    return [step for step in _ordered(steps) if step.kind is StepKind.TASK]


def _ends(steps: Sequence[ProcessStep], kind: StepKind) -> str:
    return "・".join(step.title for step in steps if step.kind is kind and step.title.strip())


def _box_width(page: Page, number: int) -> float:
    return (page.grid.text_width - 48) / max(number, 4) - 4


def _fits(page: Page, steps: Sequence[ProcessStep]) -> bool:
    """Tell whether all tasks of a side stand in one line of boxes."""
    tasks = _tasks(steps)
    if len(tasks) > _MOST:
        return False
    wide = _box_width(page, len(tasks)) - 1.6
    style = TextStyle(10, _LEAST, leading=1.2, balanced=True)
    words = [
        fit(page.book, step.title, wide, _LINE - 1.6, _whole_words(page, step.title, wide, style))
        for step in tasks
    ]
    ends = [_ends(steps, kind) for kind in (StepKind.START, StepKind.END)]
    short = all(fit(page.book, end, 12, 3.5, TextStyle(7, 5)).rest == "" for end in ends if end)
    return short and not any(one.rest for one in words)


def _whole_words(page: Page, text: str, room: float, style: TextStyle) -> TextStyle:
    """Return ``style`` at a size at which no Latin word is broken, down to its least."""
    words = [word for word in text.split() if word.isascii()]
    widest = max((page.width(word, style.size) for word in words), default=0.0)
    if widest <= room:
        return style
    return replace(style, size=max(style.size * room / widest - 0.2, style.least))


def _draw_line(page: Page, box: Box, name: str, steps: Sequence[ProcessStep], *, new: bool) -> None:
    tasks = _tasks(steps)
    middle, x = box.y + (box.height - 3) / 2, box.x + 22
    size = fit_line(page, name, 10.5, 14, bold=True, least=7)
    page.text(box.x, middle - size / PT_PER_MM / 2, name, size, bold=True)
    page.circle(x, middle, 2.2, fill=GROUND, stroke=INK, line=0.7)
    _end_words(page, x, box, _ends(steps, StepKind.START))
    number = max(len(tasks), 4)
    step_room = (box.right - 8 - x - 4) / max(len(tasks), 1)
    x += 2.2
    for step in tasks:
        wide = step_room - 4
        marks.arrow(page, x, middle, x + 3.6, middle, line=0.6)
        ground = STICKIES["sky"] if new else (PAIN_GROUND if _waits(step) else GROUND)
        top = middle - (_LINE - 3) / 2
        page.rect(x + 3.8, top, wide, _LINE - 3, fill=ground, stroke=INK, line=0.6, radius=1)
        style = TextStyle(10, _LEAST, leading=1.2, balanced=True)
        room = min(wide, _box_width(page, number)) - 1.2
        style = _whole_words(page, step.title, room, style)
        words = fit(page.book, step.title, room, _LINE - 3.2, style)
        words.draw(page, x + 3.8, middle - words.height / 2, align="center", width=wide)
        x += 3.8 + wide + 0.2
    marks.arrow(page, x, middle, box.right - 6.2, middle, line=0.6)
    page.circle(box.right - 4, middle, 2.2, fill=GROUND, stroke=INK, line=1.6)
    _end_words(page, box.right - 6, box, _ends(steps, StepKind.END))


def _waits(step: ProcessStep) -> bool:
    """Tell whether no time of staff was measured for a step: waiting, or coming again."""
    return step.minutes is None


def _end_words(page: Page, x: float, box: Box, words: str) -> None:
    size = fit_line(page, words, 7.5, 15, least=5) if words else 0
    if words:
        page.text(x, box.bottom - 2.4, words, size, align="center", colour=SECOND_TEXT)


def _counts(flow: Flow, one: OneProposal) -> None:
    found = changes(one, flow.doc.job.t)
    if not found:
        return

    def paint(page: Page, box: Box) -> None:
        for place, (name, old, new) in zip(box.columns(len(found), 4), found, strict=True):
            if place.x > box.x + 0.1:
                page.line(place.x - 2, place.y + 1, place.x - 2, place.bottom - 1, 0.35, HAIRLINE)
            page.text(place.x, place.y + 0.8, name, 9.5, bold=True, colour=SECOND_TEXT)
            wide = page.text(place.x, place.y + 6.2, old, 11)
            marks.arrow(
                page, place.x + wide + 1.2, place.y + 8.2, place.x + wide + 6, place.y + 8.2
            )
            size = fit_line(page, new, 18, place.width - wide - 8, bold=True, least=9)
            top = place.y + 10.4 - size * 0.88 / PT_PER_MM
            page.text(place.x + wide + 7.5, top, new, size, bold=True, colour=ACTION)

    flow.add(Fixed(13, paint))
