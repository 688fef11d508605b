"""What a template may hold of a project: the frame of the work, and never its content.

Owns the parts that can be taken along. Fields are taken by name, so that nothing that names a
person comes along by accident, and names that the project knows are taken out of sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any, Final

from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.bundled import read_json_file
from servicedesign.locations import RESOURCES
from servicedesign.model import (
    AgendaItem,
    Board,
    BoardFrame,
    Group,
    JourneyMap,
    Participant,
    Persona,
    PrincipleEdition,
    PrintSet,
    Record,
    field_specs,
)
from servicedesign.model.message import N_
from servicedesign.store import Project


class Part(StrEnum):
    """What can be taken along."""

    AGENDA = "agenda"
    GROUPS = "groups"
    MAPS = "maps"
    BOARDS = "boards"
    PRINT_SETS = "print_sets"
    PRINCIPLES = "principles"


PART_WORDS: Final = {
    Part.AGENDA: N_("進行表（時刻と進め方）"),
    Part.GROUPS: N_("班（名前と色。人は入りません）"),
    Part.MAPS: N_("地図の枠（フェーズとレーン。書き込みは入りません）"),
    Part.BOARDS: N_("ボード（付箋は入りません）"),
    Part.PRINT_SETS: N_("印刷の組"),
    Part.PRINCIPLES: N_("12箇条の問い（答えは入りません）"),
}
"""The parts in words, in the order in which they are offered."""

_HEADS: Final[dict[Part, type[Record]]] = {
    Part.AGENDA: AgendaItem,
    Part.GROUPS: Group,
    Part.MAPS: JourneyMap,
    Part.BOARDS: Board,
    Part.PRINT_SETS: PrintSet,
    Part.PRINCIPLES: PrincipleEdition,
}
KINDS: Final = {
    Part.AGENDA: ("agenda_item",),
    Part.GROUPS: ("group",),
    Part.MAPS: ("journey_map", "phase", "lane"),
    Part.BOARDS: ("board",),
    Part.PRINT_SETS: ("print_set",),
    Part.PRINCIPLES: ("principle_edition", "principle_item", "principle_check"),
}
TAKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "agenda_item": (
        *("day", "start", "minutes", "spare_minutes", "title", "aim", "method"),
        *("tool", "sheet", "who", "things", "position"),
    ),
    "group": ("name", "colour", "position"),
    "journey_map": ("title", "view", "counterpart_id", "position"),
    "phase": ("map_id", "stage_of_id", "counterpart_id", "title", "position"),
    "lane": ("map_id", "kind", "title", "hidden", "position"),
    "board": ("title", "frame", "journey_map_id", "position"),
    "print_set": ("title", "choices", "position"),
    "principle_edition": ("title", "date", "source", "current", "position"),
    "principle_item": ("edition_id", "number", "title", "position"),
    "principle_check": ("item_id", "question", "position"),
}
"""The fields that are taken of each kind; every other field begins anew."""


def parts_of(project: Project) -> dict[Part, int]:
    """Return what ``project`` has to take along, with how many of each."""
    counts = {part: len(project.all(cls)) for part, cls in _HEADS.items()}
    return {part: count for part, count in counts.items() if count}


def bare_record(record: Record) -> Record:
    """Return ``record`` with the fields that may be taken; every other one begins anew."""
    taken = TAKEN[record.KIND]
    owned = {name for name, spec in field_specs(type(record)).items() if spec.owner}
    changes: dict[str, Any] = {}
    for field in fields(record):
        if field.name not in taken and field.name not in owned and field.name != "id":
            changes[field.name] = field.default
    if any(value is MISSING for value in changes.values()):
        raise TypeError(record.KIND)
    bare = replace(record, **changes)
    if isinstance(bare, AgendaItem) and bare.who not in _roles():
        return replace(bare, who="")
    return bare


def known_names(project: Project) -> Iterator[str]:
    """Yield the names that the project knows: of participants, of personas, of who does a step."""
    yield from (person.name for person in project.all(Participant))
    yield from (persona.name for persona in project.all(Persona))
    for item in project.all(AgendaItem):
        if item.who not in _roles():
            yield item.who


def masked(record: Record, mask: Callable[[str], str]) -> Record:
    """Return ``record`` without those names in what people wrote."""
    changes: dict[str, Any] = {}
    for name, spec in field_specs(type(record)).items():
        text = getattr(record, name)
        if spec.searchable and isinstance(text, str) and text:
            changes[name] = mask(text)
    return replace(record, **changes)


@cache
def _roles() -> frozenset[str]:
    """Return the words for who does a step that the program's own agendas use: they name nobody."""
    found: set[str] = set()
    for template in TEMPLATES:
        source = read_json_file(RESOURCES / "templates" / f"{template.id}.json")
        for item in source["agenda_item"]:
            found.update(item.get("who", {}).values())
    return frozenset(found)


def without_loose_ends(records: list[Record]) -> list[Record]:
    """Return ``records`` without references to what was not taken along."""
    there = {record.id for record in records}
    mended = []
    for record in records:
        loose: dict[str, Any] = {
            name: None
            for name, spec in field_specs(type(record)).items()
            if spec.refers_to and not spec.owner and getattr(record, name) not in there
        }
        made = replace(record, **loose)
        if (
            isinstance(made, Board)
            and made.frame is BoardFrame.JOURNEY
            and "journey_map_id" in loose
        ):
            made = replace(made, frame=BoardFrame.BLANK)
        mended.append(made)
    return mended
