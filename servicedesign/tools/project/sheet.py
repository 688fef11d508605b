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
    kit = Kit(doc, Continuation(doc))
    grid = doc.grid
    flow = Flow(doc, 2 if grid.landscape else 1, spacing=kit.gap)
    page = doc.new_page()
    flow.begin(page, Box(grid.left, grid.body_top + 1, grid.text_width, grid.body.height - 1))
    first, second = _blocks(kit, data)
    for block in first:
        flow.add(block)
    if grid.landscape:
        flow.need(grid.height)  # the phases have a column of their own
    for block in second:
        flow.add(block)
    kit.more.finish()
    return doc


def _blocks(kit: Kit, data: OverviewData) -> tuple[list[Fixed], list[Fixed]]:
    """Return the blocks in order, parted where a sheet that lies begins its second column."""
    phases = sheet_phases.blocks(kit, data.phases)
    if kit.doc.job.blank:
        written = (sheet_blank.aim, sheet_blank.meetings, sheet_blank.people, sheet_blank.next_step)
        return [make(kit) for make in written], phases
    aims = [sheet_filled.aim(kit, data), sheet_filled.next_step(kit, data)]
    rest = [sheet_filled.principles(kit, data), sheet_filled.people(kit, data)]
    order = ([*aims, *rest], phases) if kit.doc.grid.landscape else (aims, [*phases, *rest])
    first, second = ([block for block in part if block is not None] for part in order)
    return first, second
