"""Templates: how a new project begins.

Owns the list of templates and what each puts into a new file. Their agendas are data in
``resources/templates``. Must not ask the time: the clock is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from servicedesign.exchange.bundled import EDITION, edition_source, read_json_file, write_project
from servicedesign.exchange.source import expand
from servicedesign.locations import RESOURCES
from servicedesign.model import N_, ProjectInfo, Record
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin.

    Attributes:
        id: its name on the command line, and of its file in ``resources/templates``.
        title: its name for people (Japanese, translatable).
        summary: one line of what it puts into the project (Japanese, translatable).
    """

    id: str
    title: str
    summary: str


TEMPLATES: Final = (
    Template("half-day", N_("半日のワークショップ"), N_("13:00～16:30・進行表つき")),
    Template("two-day", N_("2日間のワークショップ"), N_("9:30～16:30を2日・進行表つき")),
    Template("blank", N_("白紙から"), N_("道具だけを使いたいとき")),
)
"""Every way to begin, the most used one first."""


def create_from_template(
    path: Path, template_id: str, lang: str, clock: Callable[[], date], service_name: str = ""
) -> Project:
    """Create a project at ``path`` and return it open; there is nothing in it to undo.

    Args:
        path: where to write; nothing may be there.
        template_id: one of ``TEMPLATES``.
        lang: the language of agenda and principles, ``"ja"`` or ``"en"``.
        clock: tells today, the first day of the project.
        service_name: the name of the service, if it is known.

    Raises:
        ProjectError: something is at ``path`` already, or it cannot be written.
        KeyError: there is no such template.
    """
    if template_id not in [template.id for template in TEMPLATES]:
        raise KeyError(template_id)
    info = ProjectInfo(
        service_name=plain_text(service_name, single_line=True), period_start=clock().isoformat()
    )
    return write_project((info, *_template_records(template_id, lang)), path)


def _template_records(template_id: str, lang: str) -> tuple[Record, ...]:
    template = read_json_file(RESOURCES / "templates" / f"{template_id}.json")
    source = {
        "agenda_item": template["agenda_item"],
        "principle_edition": [edition_source(EDITION)],
    }
    ids: dict[str, str] = {}
    return expand(source, lang, lambda slug: ids.setdefault(slug, new_id()))
