"""The tools of the workshop, one folder each, and the one list of them.

Adding a tool is a folder with its rooms (actions, sheet, editor), a record in the model with its
migration, and one line in ``TOOL_IDS``. Must not import a tool's rooms, only its description.
"""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from servicedesign.model.record import Record, field_specs
from servicedesign.tools.registry import SheetSpec, Tool, load

TOOL_IDS: Final = (
    "project",
    "participants",
    "agenda",
    "interview",
    "persona",
    "journey",
    "issues",
    "board",
    "mandala",
    "voting",
    "deep_dive",
    "payoff",
    "prototype",
    "testing",
    "principles",
    "chain",
    "proposal",
    "workbook",
)
"""Folder names, in the order of the navigator."""


@cache
def all_tools() -> tuple[Tool, ...]:
    """Return every tool in the order of the navigator."""
    return tuple(cast("Tool", load(f"{__name__}.{name}:TOOL")) for name in TOOL_IDS)


def tool(tool_id: str) -> Tool:
    """Return the tool named ``tool_id``.

    Raises:
        LookupError: there is none.
    """
    for candidate in all_tools():
        if candidate.id == tool_id:
            return candidate
    raise LookupError(tool_id)


def tool_for_kind(kind: str) -> Tool | None:
    """Return the tool to which records of ``kind`` belong, or None."""
    return next((candidate for candidate in all_tools() if kind in candidate.kinds), None)


def tool_for_record(record: Record) -> Tool | None:
    """Return the tool to which ``record`` belongs, or None.

    Of several tools that show its kind it is the one of the record that it is a part of: a frame
    of a deep-dive belongs to the deep-dives, one of a prototype to the prototypes.
    """
    candidates = [one for one in all_tools() if record.KIND in one.kinds]
    if len(candidates) > 1:
        held = [spec for spec in field_specs(type(record)).values() if spec.refers_to]
        wholes = {spec.refers_to for spec in held if getattr(record, spec.name)}
        candidates = [one for one in candidates if wholes & set(one.kinds)] or candidates
    return next(iter(candidates), None)


def all_sheets() -> tuple[SheetSpec, ...]:
    """Return every sheet in the order of the print list."""
    sheets = [sheet for candidate in all_tools() for sheet in candidate.sheets]
    return tuple(sorted(sheets, key=lambda spec: spec.order))


def sheet(sheet_id: str) -> SheetSpec:
    """Return the sheet named ``sheet_id``.

    Raises:
        LookupError: there is none.
    """
    for candidate in all_sheets():
        if candidate.id == sheet_id:
            return candidate
    raise LookupError(sheet_id)
