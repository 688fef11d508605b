"""Beginning with a template: one of the program's, or one that a person kept.

Owns what each puts into a new file. The agendas of the program's own templates are data in
``resources/templates``, in both languages; those that people kept are read by ``own_templates``.
Must not ask the time: the clock is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.bundled import EDITION, edition_source, read_json_file, write_project
from servicedesign.exchange.own_templates import template_records
from servicedesign.exchange.source import expand
from servicedesign.exchange.template_files import Shelf, read_shelf
from servicedesign.locations import RESOURCES
from servicedesign.model import PrincipleEdition, ProjectInfo, Record
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project


def template_names(shelf: Shelf) -> list[str]:
    """Return every name to choose a template by: ids of the program's, then titles of one's own."""
    return [*(template.id for template in TEMPLATES), *(one.title for one in shelf.templates)]


def create_from_template(
    path: Path,
    template_id: str,
    lang: str,
    clock: Callable[[], date],
    service_name: str = "",
    *,
    folder: Path | None = None,
) -> Project:
    """Create a project at ``path`` and return it open; there is nothing in it to undo.

    Args:
        path: where to write; nothing may be there.
        template_id: the id of one of ``TEMPLATES``, or the title of one that a person kept.
        lang: the language of agenda and principles, ``"ja"`` or ``"en"``; a template that a
            person kept is in the language it was written in.
        clock: tells today, the first day of the project.
        service_name: the name of the service, if it is known.
        folder: where the kept templates lie; the personal folder when None.

    Raises:
        ProjectError: something is at ``path`` already, it cannot be written, or the kept template
            cannot be read.
        KeyError: there is no such template.
    """
    records = _records_of(template_id, lang, folder)
    info = ProjectInfo(
        service_name=plain_text(service_name, single_line=True), period_start=clock().isoformat()
    )
    return write_project((info, *records), path)


def _records_of(template_id: str, lang: str, folder: Path | None) -> tuple[Record, ...]:
    if template_id in [template.id for template in TEMPLATES]:
        return _bundled(template_id, lang)
    kept = read_shelf(folder).find(template_id)
    if kept is None:
        raise KeyError(template_id)
    records = template_records(kept)
    if any(isinstance(record, PrincipleEdition) for record in records):
        return records
    return (*records, *_bundled("blank", lang))


def _bundled(template_id: str, lang: str) -> tuple[Record, ...]:
    template = read_json_file(RESOURCES / "templates" / f"{template_id}.json")
    source = {
        "agenda_item": template["agenda_item"],
        "principle_edition": [edition_source(EDITION)],
    }
    ids: dict[str, str] = {}
    return expand(source, lang, lambda slug: ids.setdefault(slug, new_id()))
