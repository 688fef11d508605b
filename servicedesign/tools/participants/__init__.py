"""Participants and groups: everyone the service concerns, and tables at which kinds mix."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="participants",
    phase=MethodPhase.PREPARE,
    title=N_("参加者・班"),
    summary=N_("関わる人をみな招き、立場がまざるように班に分けます。"),
    icon="mdi6.account-group-outline",
    kinds=("participant", "group"),
    sheets=(
        SheetSpec(
            id="participants",
            title=N_("参加者と班"),
            module="servicedesign.tools.participants.sheet",
            order=20,
        ),
        SheetSpec(
            id="name-tags",
            title=N_("名札"),
            module="servicedesign.tools.participants.tags",
            order=30,
            in_workbook=False,
        ),
    ),
    editor="servicedesign.tools.participants.editor:ParticipantsEditor",
    state="servicedesign.tools.participants.actions:progress",
)
