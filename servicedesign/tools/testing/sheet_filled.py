"""The filled sheet of one test: head, hypothesis, tasks, satisfaction, what should change, verdict.

Owns its order and how it runs over pages. A session that is only planned gets places to write.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import ACTION, SECOND_TEXT
from servicedesign.tools.testing import sheet_blank as pen
from servicedesign.tools.testing.durations import duration_words
from servicedesign.tools.testing.sheet_data import ImprovementData, SessionData, TaskData
from servicedesign.tools.testing.sheet_parts import Part, TextRow, gap, title
from servicedesign.tools.testing.words import date_words, side_words, state_words, version_words

_BODY: Final = TextStyle(12, 12, leading=1.4)
_NOTE: Final = TextStyle(10.5, 10.5, leading=1.35, colour=SECOND_TEXT)
_CHIP: Final = 9.0
_CLOSE: Final = 25.0
"""Height of the row of a task where room is short, mm."""
_FACES: Final = 108.0
"""From the left edge to what stands beside the faces, mm."""


def draw_session(data: SessionData, job: SheetJob) -> Document:
    """Draw one session; closer where that saves a page that would be almost empty."""
    doc = _draw(data, job, pen.TASK_ROW)
    if len(doc.pages) == 2:
        closer = _draw(data, job, _CLOSE)
        if len(closer.pages) == 1:
            return closer
    return doc


def _draw(data: SessionData, job: SheetJob, row: float) -> Document:
    t = job.t
    doc = Document(
        job,
        Heading(
            t("テストシート"),
            pen.PHASE,
            pen.purpose(t),
            subtitle=data.code,
            chips=() if data.held else (Chip(t.context("test", "予定"), "dashed"),),
        ),
    )
    flow = Flow(doc, spacing=3.4)
    flow.add(_facts(data, t))
    if data.tried.hypothesis.strip():
        flow.add(TextBlock(data.tried.hypothesis, _BODY, Label(t("確かめたい仮説")), rule=0))
    _tasks(flow, data, t, row)
    _satisfaction(flow, data, t)
    improvements(flow, data.improvements, t, t("直すこと（次の版へ）"))
    if not data.held and not data.improvements:
        flow.add(Fixed(26, lambda page, box: pen.improvement_lines(page, box, t)))
    flow.need(pen.VERDICT)
    flow.add(Fixed(pen.VERDICT, lambda page, box: pen.verdict_row(page, box, data.verdict, t)))
    return doc


def _facts(data: SessionData, t: Translator) -> Table:
    side = side_words(t)[data.side]
    person = t("{person}（{side}）", person=data.person.strip(), side=side)
    version = version_words(data.tried.number, t)
    day = " ".join(part for part in (date_words(data.date, t), data.place.strip()) if part)
    return Table(
        [
            Column(t("試作"), 0.27),
            Column(t("参加した人"), 0.26),
            Column(t("見た人・記録"), 0.22),
            Column(t("日と場所"), 0.25),
        ],
        [
            [
                " ".join(one for one in (data.tried.code, data.tried.name, version) if one),
                person if data.person.strip() else side,
                data.observer.strip() or "—",
                day or "—",
            ]
        ],
        TextStyle(12, 10.5, leading=1.35),
    )


def _tasks(flow: Flow, data: SessionData, t: Translator, row: float) -> None:
    flow.need(pen.HEAD + pen.TASK_ROW)
    spacing, flow.spacing = flow.spacing, 0
    flow.add(Fixed(pen.HEAD, lambda page, box: pen.task_heads(page, box, t)))
    for number, task in enumerate(data.tasks, 1):
        high = row if data.held else max(row, pen.TASK_ROW)
        made = _task_row(task, number, flow.doc.grid.text_width, t, held=data.held)
        flow.add(replace(made, least=high - 2.4))
    if not data.tasks:
        none = t("課題はまだありません。")
        flow.add(TextRow([Part(0, flow.doc.grid.text_width, none, _NOTE)], rule=0))
    flow.spacing = spacing


def _task_row(task: TaskData, number: int, width: float, t: Translator, *, held: bool) -> TextRow:
    places = pen.columns(width)
    (_, task_width), (outcome, outcome_width), (time, time_width), (words, words_width) = places
    told = "\n".join(part.strip() for part in (task.stumble, task.words) if part.strip())
    took = duration_words(task.seconds, t) if task.seconds is not None else "—" if held else ""

    def paint(page: Page, box: Box) -> None:
        page.text(box.x, box.y + 1.9, str(number), 14, bold=True, colour=ACTION)
        top = box.y + 2.2
        pen.outcome_boxes(page, box.x + outcome, top, outcome_width, task.outcome, t)
        if not held:
            pen.time_line(page, box.x + time, box.y, time_width, t)
            pen.writing_words(page, box.x + words, box.y, words_width + 4, box.height - 1)

    return TextRow(
        [
            Part(pen.NUMBER, task_width - pen.NUMBER, task.title.strip() or "—", _BODY),
            Part(time, time_width + 2, took, _BODY),
            Part(words, words_width + 4, told, _BODY),
        ],
        least=pen.TASK_ROW - 2.4,
        paint=paint,
        rule=0 if number == 1 else 0.35,
        name=task.title.strip()[:40] or t("課題{number}", number=number),
    )


def _satisfaction(flow: Flow, data: SessionData, t: Translator) -> None:
    width = flow.doc.grid.text_width - _FACES
    words = data.words.strip()
    laid = lay(flow.page.book, words, width, TextStyle(11.5, 11.5, leading=1.4))
    beside = laid.height <= pen.FACES - 6

    def paint(page: Page, box: Box) -> None:
        behind = pen.face_row(page, box, data.satisfaction, t)
        if beside:
            laid.draw(page, box.x + _FACES, box.y + 4.2)
        elif not data.held:
            page.text(behind, box.y + 4.4, t("理由"), 11, bold=True)

    flow.need(pen.FACES)
    flow.add(Fixed(pen.FACES, paint))
    if words and not beside:
        flow.add(TextBlock(words, _BODY, Label(t("話した言葉"))))


def improvements(flow: Flow, found: tuple[ImprovementData, ...], t: Translator, label: str) -> None:
    """Add what should change under ``label``, each with what became of it and why."""
    if not found:
        return
    width = flow.doc.grid.text_width
    flow.need(20)
    spacing, flow.spacing = flow.spacing, 0
    flow.add(title(label))
    for number, one in enumerate(found, 1):
        flow.add(_improvement(one, number, width, flow.page, t))
    gap(flow, spacing)


def _improvement(
    one: ImprovementData, number: int, width: float, page: Page, t: Translator
) -> TextRow:
    word = state_words(t)[one.state]
    if one.number is not None:
        word = t("第{number}版に採用", number=one.number)
    mark = Chip(word, "dashed" if one.state.value == "open" else "outline")
    tail = chip_width(page, mark, _CHIP)

    def paint(on: Page, box: Box) -> None:
        on.text(box.x, box.y + 2.2, str(number), 12, bold=True)
        chip(on, box.right, box.y + 1.9, mark, _CHIP, align="right")

    lead = pen.NUMBER
    reason = one.reason.strip()
    text = f"{one.text.strip() or '—'}" + (f"（{one.code}）" if one.code else "")
    if reason:
        text += "\n" + t("理由：{reason}", reason=reason)
    return TextRow(
        [Part(lead, width - lead - tail - 4, text, TextStyle(11.5, 11.5, leading=1.38))],
        paint=paint,
        rule=0 if number == 1 else 0.35,
        name=one.text.strip()[:40] or t("直すこと{number}", number=number),
    )
