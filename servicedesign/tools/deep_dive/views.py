"""What the editor shows of deep-dives, gathered from the project in words for the reader.

Owns the step from records to the plain data of tabs, chips and offers. Must not write.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import DeepDive, Group, Record
from servicedesign.model.method import Progress
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project
from servicedesign.tools.deep_dive import actions, knowledge
from servicedesign.tools.deep_dive.dive_tab import TabView
from servicedesign.tools.deep_dive.origin_line import OriginView
from servicedesign.tools.deep_dive.words import votes_words
from servicedesign.tools.evidence import evidence_records


def tab_view(project: Project, dive: DeepDive) -> TabView:
    """Return what the strip shows of ``dive``."""
    group = project.find(Group, dive.group_id)
    done = actions.is_complete(project, dive)
    return TabView(
        id=dive.id,
        title=dive.title,
        group=group.name.strip() if group is not None else "",
        colour=str(group.colour) if group is not None else "",
        sign=Progress.DONE if done else Progress.SOME,
    )


def origin_view(project: Project, dive: DeepDive, t: Translator) -> OriginView:
    """Return where ``dive`` comes from."""
    idea = knowledge.idea_of(project, dive)
    return OriginView(
        idea=_chip(idea) if idea is not None else None,
        votes=votes_words(knowledge.tally_of(project, idea), t),
        joined=tuple(_chip(note) for note in actions.joined_ideas(project, dive)),
        grounds=tuple(_chip(record) for _, record in evidence_records(project, dive.id)),
    )


def offers(project: Project, dive: DeepDive, t: Translator) -> dict[str, list[str]]:
    """Return the words offered for the fields of ``dive``."""
    found = knowledge.suggestions(project, dive)
    return {field: [one.text(t) for one in some] for field, some in found.items()}


def _chip(record: Record) -> tuple[str, str, str]:
    return record.id, record.KIND, f"{reference_code(record)} {full_title(record)}".strip()
