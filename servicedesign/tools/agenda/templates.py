"""The timetables that come with the program: half a day, and two days.

Owns reading them and laying them into a project. They are data in ``resources/templates``, in both
languages, and the same that a new project may begin with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from servicedesign.locations import RESOURCES
from servicedesign.model import AgendaItem, msg
from servicedesign.model.codec import from_plain
from servicedesign.model.ids import new_id
from servicedesign.model.message import N_
from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A timetable to begin with.

    Attributes:
        id: the name of its file.
        title: its name for people (to translate).
        label: what a button says that begins with it (to translate).
    """

    id: str
    title: str
    label: str


TEMPLATES: Final = (
    AgendaTemplate("half-day", N_("半日（13:00～16:30）"), N_("半日のひな形で始める")),
    AgendaTemplate("two-day", N_("2日間（9:30～16:30）"), N_("2日間のひな形で始める")),
)
"""Every timetable that comes with the program, the most used one first."""


def template_items(template_id: str, lang: str) -> tuple[AgendaItem, ...]:
    """Return the steps of a template in one language, with new ids.

    Raises:
        KeyError: there is no such template.
    """
    if template_id not in [template.id for template in TEMPLATES]:
        raise KeyError(template_id)
    path = RESOURCES / "templates" / f"{template_id}.json"
    steps = json.loads(path.read_text("utf-8"))["agenda_item"]
    return tuple(
        from_plain(
            AgendaItem,
            {"id": new_id(), "position": float(place), **_in_one(step, lang)},
            template_id,
        )
        for place, step in enumerate(steps)
    )


def _in_one(step: dict[str, Any], lang: str) -> dict[str, Any]:
    return {key: value[lang] if isinstance(value, dict) else value for key, value in step.items()}


def use_template(project: Project, template_id: str, lang: str) -> None:
    """Put a template in the place of all steps there are, in one step of the history.

    Raises:
        KeyError: there is no such template.
    """
    made = template_items(template_id, lang)
    with project.edit(msg("ひな形の進行表にする")):
        for item in project.all(AgendaItem):
            project.delete(item)
        for item in made:
            project.put(item)
