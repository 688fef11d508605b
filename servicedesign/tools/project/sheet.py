"""The overview on one page: goal, period, phases, what is missing, principles, who takes part.

Owns what is collected for the sheet and the order of its blocks. Must not change a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.model.method import PHASE_NUMERALS, Progress
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation, Fixed, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import Box
from servicedesign.tools.project import actions, sheet_blank, sheet_filled, sheet_phases
from servicedesign.tools.project.line_states import untouched
from servicedesign.tools.project.overview import overview
from servicedesign.tools.project.sheet_data import OverviewData, PhaseData
from servicedesign.tools.project.sheet_kit import Kit

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 0
_STRETCHES: Final = {
    ("A4", False): (1.12, 1.06, 1.0, 0.94, 0.88),
    ("A4", True): (1.0, 0.94, 0.88, 0.82, 0.76),
    ("A3", False): (1.7, 1.6, 1.5, 1.4),
    ("A3", True): (1.57, 1.45, 1.34, 1.23, 1.12),
}
"""How far apart lines may stand by layout and whether it lies; the first at which all fits."""


def gather(project: Project, only: str | None = None) -> OverviewData | None:
    """Return the project at a glance; None while nothing is written in it."""
    del only
    shown = overview(project)
    states = [line.progress for line in shown.preparation]
    states += [phase.progress for phase in shown.phases]
    states.append(actions.progress(project))
    if all(state is Progress.NONE for state in states):
        return None
    info, coming = shown.info, actions.next_step(shown.gaps)
    return OverviewData(
        theme=info.theme,
        goal=info.goal,
        organisation=info.organisation,
        section=info.section,
        start=info.period_start,
        end=info.period_end,
        kind=info.service_kind,
        preparation=shown.preparation,
        phases=tuple(
            PhaseData(
                phase.phase,
                phase.progress,
                phase.lines,
                tuple(gap.sentence for gap in phase.gaps),
            )
            for phase in shown.phases
        ),
        answers=tuple((state.number, state.answer) for state in shown.principles),
        people=shown.people,
        next=coming.sentence,
        why=coming.why,
    )


def blank_data(project: Project | None) -> OverviewData:
    """Return the tools of each phase, with nothing done in any."""
    del project
    states = untouched()
    return OverviewData(
        phases=tuple(
            PhaseData(phase, Progress.NONE, tuple(one for one in states if one.phase is phase))
            for phase in PHASE_NUMERALS
        ),
    )


def draw(data: OverviewData, job: SheetJob) -> Document:
    """Draw the overview, filled or to be filled in."""
    t = job.t
    purpose = (
        t("会のはじめに書き、終わりに○を塗り足します。壁にはり、いつも全員に見せます。")
        if job.blank
        else t("どこまで来たか、次に何をするかを、会のはじめと終わりに見直します。")
    )
    doc = Document(job, Heading(t("全体像"), _PHASE, purpose, fields=False))
    grid = doc.grid
    page = doc.new_page()
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body.height - 1)
    kit, first, second = _fitting(doc, data, body.height)
    flow = Flow(doc, 2 if grid.landscape else 1, spacing=kit.gap)
    flow.begin(page, body)
    for block in first:
        flow.add(block)
    if grid.landscape:
        flow.need(grid.height)  # the phases have a column of their own
    for block in second:
        flow.add(block)
    kit.more.finish()
    return doc


def _fitting(
    doc: Document, data: OverviewData, room: float
) -> tuple[Kit, list[Fixed], list[Fixed]]:
    """Return the blocks as wide apart as ``room`` mm allow, so that no half page stays empty.

    On a sheet that lies the principles move to the second column where the first is too short.
    """
    lies, more = doc.grid.landscape, Continuation(doc)
    ways = [
        (Kit(doc, more, stretch), moved)
        for moved in ((False, True) if lies and not doc.job.blank else (False,))
        for stretch in _STRETCHES[doc.grid.layout, lies]
    ]
    for kit, moved in ways[:-1]:
        first, second = _blocks(kit, data, moved=moved)
        columns = [first, second] if lies else [[*first, *second]]
        if all(_tall(column, kit.gap) <= room for column in columns):
            return kit, first, second
    kit, moved = ways[-1]
    return kit, *_blocks(kit, data, moved=moved)


def _tall(blocks: list[Fixed], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)


def _blocks(
    kit: Kit, data: OverviewData, *, moved: bool = False
) -> tuple[list[Fixed], list[Fixed]]:
    """Return the blocks in order, parted where a sheet that lies begins its second column."""
    phases = sheet_phases.blocks(kit, data.phases)
    if kit.doc.job.blank:
        written = (sheet_blank.aim, sheet_blank.meetings, sheet_blank.people, sheet_blank.next_step)
        return [make(kit) for make in written], phases
    lies = kit.doc.grid.landscape
    growth = 1.8 if kit.large or not lies else 1.5 if moved else 1.15
    aims = [sheet_filled.aim(kit, data, growth), sheet_filled.next_step(kit, data)]
    answers, people = sheet_filled.principles(kit, data), sheet_filled.people(kit, data)
    order: tuple[list[Fixed | None], list[Fixed | None]] = (aims, [*phases, answers, people])
    if lies and moved:
        order = [*aims, people], [*phases, answers]
    elif lies:
        order = [*aims, answers, people], [*phases]
    first, second = ([block for block in part if block is not None] for part in order)
    return first, second
