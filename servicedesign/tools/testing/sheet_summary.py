"""What the tests of a version come to, on paper: task by task, in people and not in rates.

Owns the order of the summary. The counting is in ``results``. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model import Side, TaskOutcome, Verdict
from servicedesign.paper import faces, marks
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.paper.flow import Fixed, Flow, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import ACTION, SECOND_TEXT
from servicedesign.tools.testing.actions import all_versions
from servicedesign.tools.testing.results import Mark, Said, TaskResult
from servicedesign.tools.testing.sheet_data import SummariesData, SummaryData, summary_data
from servicedesign.tools.testing.sheet_filled import improvements
from servicedesign.tools.testing.sheet_parts import Part, TextRow, gap, heads, title
from servicedesign.tools.testing.words import (
    SIGNS,
    counts_words,
    honesty_words,
    people_words,
    side_words,
    times_words,
    verdict_words,
    version_title,
)

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 3
_BODY: Final = TextStyle(12, 12, leading=1.4)
_SMALL: Final = TextStyle(11, 11, leading=1.38)
_MARKS: Final = 10
"""Most people of a row of signs; of more the numbers alone tell."""
_TASK: Final = 0.42
_STEP: Final = 5.4
_FACE: Final = 17.0


def gather(project: Project, only: str | None = None) -> SummariesData | None:
    """Return the versions that were tried, or the one named by ``only``; None without any."""
    versions = tuple(
        summary
        for prototype, version in all_versions(project)
        if only is None or version.id == only
        if (summary := summary_data(project, prototype, version)).result.held
    )
    return SummariesData(versions) if versions else None


def blank_data(project: Project | None) -> SummariesData:
    """Return nothing: a summary is made from sessions."""
    del project
    return SummariesData()


def draw(data: SummariesData, job: SheetJob) -> Document:
    """Draw the summaries, each version beginning on a page of its own."""
    t = job.t
    if not data.versions:
        doc = Document(job, Heading(t("テストのまとめ"), _PHASE, _purpose(t)))
        doc.new_page()
        return doc
    whole = join([_draw(version, job) for version in data.versions])
    first, named = whole.bookmarks[0], zip(whole.bookmarks, data.versions, strict=True)
    inner = [
        replace(
            mark, title=version_title(one.tried.code, one.tried.name, one.tried.number, t), level=1
        )
        for mark, one in named
    ]
    whole.bookmarks[:] = [first, *inner]
    return whole


def _purpose(t: Translator) -> str:
    return t("どこでつまずいたかを課題ごとに見て、次の版で直すことを決めます。")


def _draw(data: SummaryData, job: SheetJob) -> Document:
    t = job.t
    named = version_title(data.tried.code, data.tried.name, data.tried.number, t)
    doc = Document(job, Heading(t("テストのまとめ"), _PHASE, _purpose(t), subtitle=named))
    flow = Flow(doc, spacing=4.4)
    result = data.result
    people = "\n".join(one for one in (people_words(result, t), honesty_words(result, t)) if one)
    flow.add(TextBlock(people, _BODY, Label(t("試した人"))))
    if data.tried.hypothesis.strip():
        flow.add(TextBlock(data.tried.hypothesis, _BODY, Label(t("確かめたい仮説"))))
    _tasks(flow, result.tasks, t)
    _voices(flow, result.tasks, t)
    _marks(flow, result.marks, t)
    _said(flow, t("最後に話した言葉"), result.words, t)
    improvements(flow, data.improvements, t, t("直すこと（次の版へ）"))
    _verdicts(flow, data, t)
    return doc


def _tasks(flow: Flow, tasks: Sequence[TaskResult], t: Translator) -> None:
    if not tasks:
        return
    width = flow.doc.grid.text_width
    left = width * _TASK
    words = [
        (0.0, left - 4, t("してもらうこと")),
        (left, width * 0.3, t("結果（1つの印が1人）")),
        (width * 0.74, width * 0.26, t("時間")),
    ]
    flow.need(30)
    spacing, flow.spacing = flow.spacing, 0
    flow.add(Fixed(7.4, lambda page, box: heads(page, box, words, 11)))
    for number, task in enumerate(tasks, 1):
        flow.add(_task(task, number, width, t))
    gap(flow, spacing)


def _task(task: TaskResult, number: int, width: float, t: Translator) -> TextRow:
    left, time = width * _TASK, width * 0.74
    signs = 0 < task.tried <= _MARKS

    def paint(page: Page, box: Box) -> None:
        page.text(box.x, box.y + 1.9, str(number), 14, bold=True, colour=ACTION)
        if signs:
            x = box.x + left + 2
            for outcome in TaskOutcome:
                for _ in range(task.count(outcome)):
                    marks.outcome(page, x, box.y + 4.6, SIGNS[outcome])
                    x += min(_STEP, (time - left - 6) / task.tried)

    # The line of signs is an empty first line of the words.
    counts = ("\n" if signs else "") + counts_words(task, t)
    return TextRow(
        [
            Part(6, left - 10, task.title.strip() or "—", _BODY),
            Part(left, time - left - 3, counts, TextStyle(11, 11, leading=1.5)),
            Part(time, width - time, times_words(task, t) or "—", _SMALL),
        ],
        least=12,
        paint=paint,
        rule=0 if number == 1 else 0.35,
        name=task.title.strip()[:40] or t("課題{number}", number=number),
    )


def _voices(flow: Flow, tasks: Sequence[TaskResult], t: Translator) -> None:
    """Add stumbles and words, task by task; a task without any is left out."""
    shown = [(n, task) for n, task in enumerate(tasks, 1) if task.stumbles or task.words]
    if not shown:
        return
    width = flow.doc.grid.text_width
    words = [
        (0.0, width * 0.46, t("つまずき")),
        (width * 0.52, width * 0.46, t("話した言葉")),
    ]
    flow.need(24)
    spacing, flow.spacing = flow.spacing, 0
    flow.add(Fixed(7.4, lambda page, box: heads(page, box, words, 11)))
    for place, (number, task) in enumerate(shown):
        half = width * 0.52
        flow.add(
            TextRow(
                [
                    Part(6, half - 10, _lines(task.stumbles, t), _SMALL),
                    Part(half, width - half, _lines(task.words, t), _SMALL),
                ],
                paint=_numbered(number),
                rule=0 if place == 0 else 0.35,
                name=task.title.strip()[:40],
            )
        )
    gap(flow, spacing)


def _numbered(number: int) -> Callable[[Page, Box], None]:
    def paint(page: Page, box: Box) -> None:
        page.text(box.x, box.y + 1.9, str(number), 12, bold=True, colour=ACTION)

    return paint


def _lines(said: Sequence[Said], t: Translator) -> str:
    return "\n".join(t("{code}：{text}", code=one.code or "—", text=one.text) for one in said)


def _said(flow: Flow, over: str, said: Sequence[Said], t: Translator) -> None:
    if said:
        flow.need(16)
        flow.add(TextBlock(_lines(said, t), TextStyle(11, 11, leading=1.5), Label(over)))


def _marks(flow: Flow, found: Sequence[Mark], t: Translator) -> None:
    """Add the satisfaction as faces, each person under the one he or she chose."""
    if not found:
        return
    flow.need(10 + _FACE)
    spacing, flow.spacing = flow.spacing, 0
    flow.add(title(t("満足（1人ずつ）")))
    sides = side_words(t)
    for side in Side:
        some = [mark for mark in found if mark.side is side]
        width = flow.doc.grid.text_width - 26
        count = max(1, int(width / 20))
        for start in range(0, len(some), count):
            row = some[start : start + count]
            flow.add(Fixed(_FACE, _faces(sides[side] if start == 0 else "", row)))
    gap(flow, spacing)


def _faces(side: str, row: Sequence[Mark]) -> Callable[[Page, Box], None]:
    def paint(page: Page, box: Box) -> None:
        middle = box.y + 5.4
        shown = fit_line(page, side, 11, 24)
        page.text(box.x, middle - 2, side, shown, colour=SECOND_TEXT)
        x = box.x + 34
        for mark in row:
            faces.emotion(page, x, middle, mark.value - 3, 3.8)
            words = f"{mark.code} {mark.value}".strip()
            size = fit_line(page, words, 10, 19, least=5)
            page.text(x, middle + 5.2, words, size, align="center")
            x += 20

    return paint


def _verdicts(flow: Flow, data: SummaryData, t: Translator) -> None:
    counts = data.result.verdicts
    words = {**verdict_words(t), Verdict.UNDECIDED: t("判定はまだ")}
    told = t("・").join(
        t("{verdict}{count}回", verdict=word, count=counts[verdict])
        for verdict, word in words.items()
        if counts.get(verdict)
    )
    if told:
        flow.need(14)
        flow.add(TextBlock(told, _BODY, Label(t("判定"))))
