"""Personas: invented people who stand for many, narrowed to the one to help first."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="persona",
    phase=MethodPhase.NEEDS,
    title=N_("ペルソナ"),
    summary=N_("候補を並べ、いちばん助けたい一人に絞ります。"),
    icon="mdi6.account-outline",
    kinds=("persona", "empathy_map"),
    sheets=(
        SheetSpec(
            id="persona",
            title=N_("ペルソナ"),
            module="servicedesign.tools.persona.sheet",
            record_kind="persona",
            order=60,
        ),
        SheetSpec(
            id="persona-comparison",
            title=N_("ペルソナの比較"),
            module="servicedesign.tools.persona.sheet_comparison",
            papers=("A3", "A4"),
            orientation="landscape",
            order=70,
        ),
        SheetSpec(
            id="empathy-map",
            title=N_("共感マップ"),
            module="servicedesign.tools.persona.sheet_empathy",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="persona",
            order=80,
        ),
    ),
    editor="servicedesign.tools.persona.editor:PersonaEditor",
    state="servicedesign.tools.persona.actions:progress",
)
