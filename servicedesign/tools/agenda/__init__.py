"""The agenda: who does what, when and with which sheet, and carrying it out in the room."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="agenda",
    phase=MethodPhase.PREPARE,
    title=N_("進行表"),
    summary=N_("時間と進め方を決め、当日はここから進めます。"),
    icon="mdi6.timetable",
    kinds=("agenda_item",),
    sheets=(
        SheetSpec(
            id="agenda",
            title=N_("進行表（進行役用）"),
            module="servicedesign.tools.agenda.sheet",
            order=40,
        ),
        SheetSpec(
            id="agenda-participants",
            title=N_("進行表（参加者用）"),
            module="servicedesign.tools.agenda.handout",
            order=42,
        ),
    ),
    editor="servicedesign.tools.agenda.editor:AgendaEditor",
    state="servicedesign.tools.agenda.actions:progress",
)
