"""The deep-dive sheet: one idea of one group a page; or an empty worksheet.

Owns what is collected from the project and the order of the pages. What the parts look like is
told by the modules beside it (sheet_filled, sheet_blank).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model import DeepDive, Frame, Group, Note, Record
from servicedesign.model.titles import full_title
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.tools import deepening
from servicedesign.tools.deep_dive import actions, knowledge
from servicedesign.tools.deep_dive.sheet_blank import draw_blank
from servicedesign.tools.deep_dive.sheet_data import DiveData, DivesData, FrameData
from servicedesign.tools.deep_dive.sheet_filled import draw_dive
from servicedesign.tools.frames import frames_of
from servicedesign.tools.pictures import gather_picture

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2


def gather(project: Project, only: str | None = None) -> DivesData | None:
    """Return all deep-dives in order, or the one whose id is ``only``; None when there is none."""
    dives = [dive for dive in actions.ordered_dives(project) if only in {None, dive.id}]
    if not dives:
        return None
    chosen = {idea.id for idea in deepening.chosen_ideas(project)}
    return DivesData(tuple(_dive(project, dive, chosen) for dive in dives))


def blank_data(project: Project | None) -> DivesData:
    """Return the data of an empty worksheet."""
    del project
    return DivesData()


def _dive(project: Project, dive: DeepDive, chosen: set[str]) -> DiveData:
    group = project.find(Group, dive.group_id)
    idea = knowledge.idea_of(project, dive)
    return DiveData(
        dive=dive,
        number=idea.number if isinstance(idea, Note) else 0,
        chosen=idea is not None and idea.id in chosen,
        tally=knowledge.tally_of(project, idea),
        group=group.name if group is not None else "",
        colour=str(group.colour) if group is not None else "",
        joined=tuple(_called(note) for note in actions.joined_ideas(project, dive)),
        frames=tuple(_frame(project, one) for one in frames_of(project, actions.owner(dive.id))),
    )


def _called(note: Record) -> tuple[int, str]:
    return (note.number if isinstance(note, Note) else 0), full_title(note)


def _frame(project: Project, frame: Frame) -> FrameData:
    picture = gather_picture(project, frame.sketch_id, frame.image_id)
    return FrameData(frame.heading, frame.caption, picture)


def draw(data: DivesData, job: SheetJob) -> Document:
    """Draw every deep-dive on a page of its own, and what does not fit on pages after it."""
    t = job.t
    if job.blank or not data.dives:
        doc = Document(job, _heading(t, t("記入用")))
        draw_blank(doc)
        return doc
    doc = Document(job, _heading(t, data.dives[0].group))
    for one in data.dives:
        doc.heading = _heading(t, one.group)
        more = Continuation(doc)
        page = doc.new_page()
        doc.bookmark(one.dive.title or t("名前のない案"), level=1)
        draw_dive(page, one, more)
        more.finish()
    doc.heading = _heading(t, data.dives[0].group)
    return doc


def _heading(t: Translator, subtitle: str) -> Heading:
    purpose = t(
        "選んだ案を、だれの何をどう良くするのかまで具体にします。左上から右下へ、順に埋めます。"
    )
    return Heading(t("深掘りシート"), _PHASE, purpose, subtitle=subtitle)
