"""What to look at in the agenda: a step that was left running.

Owns this check. It reads the records alone: whether the day is still the same, it does not know.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import AgendaItem, msg
from servicedesign.model.method import MethodPhase
from servicedesign.store import Project
from servicedesign.tools.project.gap import Check, Gap, Place, look

_MOST: Final = 30


def step_running(project: Project) -> Gap | None:
    """Find a step of the agenda that was started and not ended, as after a crash."""
    found = [
        item
        for item in project.all(AgendaItem)
        if item.started_at and not item.ended_at and not item.skipped
    ]
    if not found:
        return None
    item = max(found, key=lambda one: (one.started_at, one.id))
    sentence = msg("進行の途中です：{title}", title=item.title.strip()[:_MOST] or "…")
    place = Place("agenda", AgendaItem.KIND, item.id)
    return look("running", MethodPhase.PREPARE, sentence, place)


AGENDA_CHECKS: Final[tuple[Check, ...]] = (step_running,)
"""The checks of the agenda."""
