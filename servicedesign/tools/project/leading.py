"""The way from the overview to where something is done.

Owns what it means to go to a place: a dialog, a record, a tool. Must not go where nothing shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.tools.project.gap import FACTS, Place
from servicedesign.ui.dialogs.facts_dialog import ask_facts

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext


def can_lead(context: EditorContext, place: Place) -> bool:
    """Tell whether there is a screen for ``place``."""
    return place.tool == FACTS or context.shell.can_go_tool(place.tool)


def lead(context: EditorContext, place: Place) -> None:
    """Go to ``place``: its record where that is shown, else its tool."""
    if place.tool == FACTS:
        ask_facts(context, place.field)
        return
    shown = bool(place.record_id) and context.shell.go(place.kind, place.record_id, place.field)
    if not shown:
        context.shell.go_tool(place.tool)
