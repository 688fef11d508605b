"""The process before and after on paper: BPMN shapes in lanes, and what it comes to.

Owns how lanes, shapes and lines are drawn, in bands where a flow is long. Words that find no room
in their shape stand in full in a list. Must not decide where a shape stands: see ``process``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model import ProcessStep, StepKind
from servicedesign.model.message import N_
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.amounts import grouped
from servicedesign.tools.proposal.sheet_bands import Band, Drawn, bands_of, draw_shape
from servicedesign.tools.proposal.sheet_data import Flows, ProcessData, collect_flows
from servicedesign.tools.proposal_process import Counts, check, count, lay_out

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 4
_KIND_WORDS: Final = {
    StepKind.START: N_("始まり"),
    StepKind.TASK: N_("手順"),
    StepKind.EXCLUSIVE: N_("どれか一つへ分かれる"),
    StepKind.PARALLEL: N_("同時に進む"),
    StepKind.END: N_("終わり"),
}


def gather(project: Project, only: str | None = None) -> ProcessData | None:
    """Return the flows of all proposals, or of the one named by ``only``; None without steps."""
    return collect_flows(project, only)


def blank_data(project: Project | None) -> ProcessData:
    """Return nothing: the empty form is the same for everyone."""
    del project
    return ProcessData()


def draw(data: ProcessData, job: SheetJob) -> Document:
    """Draw the flow of every proposal before and after, or empty lanes."""
    t = job.t
    purpose = t("今の手順と、これからの手順を並べ、何がどれだけ減るかを数えます。")
    doc = Document(job, Heading(t("業務の流れ 前と後"), _PHASE, purpose))
    if job.blank:
        return _blank(doc)
    for flows in data.flows:
        subtitle = flows.title
        doc.heading = Heading(t("業務の流れ 前と後"), _PHASE, purpose, subtitle)
        flow = Flow(doc, 1, spacing=2)
        flow.turn()
        for name, steps in ((t("いま"), flows.before), (t("これから"), flows.after)):
            _side(flow, name, steps)
        _legend(flow)
        _lists(flow, flows)
    return doc


def _counts_words(counts: Counts, t: Translator) -> str:
    parts = [t.plural("手順{n}", counts.tasks)]
    if counts.minutes is not None:
        parts.append(t("{n}分", n=grouped(counts.minutes)))
    if counts.fields is not None:
        parts.append(t.plural("書く欄{n}", counts.fields))
    if counts.lanes:
        parts.append(t.plural("担当{n}", counts.lanes))
    return "　".join(parts)


def _side(flow: Flow, name: str, steps: Sequence[ProcessStep]) -> None:
    t = flow.doc.job.t
    note = _counts_words(count(steps), t) if steps else t("まだ書かれていない")
    head = label_height(flow.page.grid.sizes.label)
    layout = lay_out(steps)
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    bands = bands_of(flow.page, layout, numbers, t)
    first = bands[0].height if bands else 0.0
    room = flow.page.grid.body.height

    def title(page: Page, box: Box) -> None:
        label(page, box.x, box.y, box.width, Label(name, note))

    if flow.left < min(head + first + 4, room):
        flow.turn()
    flow.add(Fixed(head - 2, title))
    for band in bands:
        _add_band(flow, band)
    told = [t(one.sentence) for one in check(steps)]
    if told:
        flow.add(TextBlock("\n".join(told), TextStyle(9.5, 9.5, colour=SECOND_TEXT)))


def _add_band(flow: Flow, band: Band) -> None:
    """Add a band; one that is higher than a page is made smaller."""
    flow.need(min(band.height, flow.page.grid.body.height))
    scale = min(1.0, (flow.left - 1) / band.height)

    def paint(page: Page, box: Box) -> None:
        with page.at(box.x, box.y, scale):
            band.draw(page)

    flow.add(Fixed(band.height * scale, paint))


def _legend(flow: Flow) -> None:
    t = flow.doc.job.t

    def paint(page: Page, box: Box) -> None:
        x = box.x
        for kind, words in _KIND_WORDS.items():
            draw_shape(page, x + 4, box.y + 4, kind, 6, 4.4)
            x += 9.5 + page.text(x + 8.5, box.y + 2.4, t(words), 9, colour=SECOND_TEXT) + 5

    flow.add(Fixed(8, paint))


def _lists(flow: Flow, flows: Flows) -> None:
    """Add all steps in words where any word found no room in its shape."""
    t = flow.doc.job.t
    for name, steps in ((t("いま"), flows.before), (t("これから"), flows.after)):
        drawn = Drawn(flow.page)
        if all(drawn.fits(step) for step in steps) and len(steps) <= 40:
            continue
        rows = []
        for number, step in enumerate(steps, 1):
            minutes = "" if step.minutes is None else t("{n}分", n=grouped(step.minutes))
            fields = "" if step.form_fields is None else str(step.form_fields)
            what = step.title or t(_KIND_WORDS[step.kind])
            rows.append([str(number), step.lane, what, minutes, fields])
        columns = [
            Column(t("番号"), 0.4, numbers=True),
            Column(t("担当"), 1.2),
            Column(t("{side}の手順", side=name), 3),
            Column(t("時間"), 0.5, numbers=True),
            Column(t("書く欄"), 0.5, numbers=True),
        ]
        flow.add(Table(columns, rows, TextStyle(10, 10)))


def _blank(doc: Document) -> Document:
    t = doc.job.t
    flow = Flow(doc, 1, spacing=4)
    flow.turn()
    room = (flow.page.grid.body.height - 12 - 2 * 4) / 2
    for name in (t("いま"), t("これから")):

        def paint(page: Page, box: Box, name: str = name) -> None:
            note = t("担当ごとの帯に、手順を左から順に。下に分と書く欄の数を書きます。")
            y = label(page, box.x, box.y, box.width, Label(name, note))
            high = (box.bottom - y) / 4
            for number in range(4):
                page.rect(box.x, y + number * high, box.width, high, stroke=SECOND_TEXT, line=0.4)
            page.line(box.x + 28, y, box.x + 28, box.bottom, 0.4, SECOND_TEXT)

        flow.add(Fixed(room, paint))
    _legend(flow)
    return doc
