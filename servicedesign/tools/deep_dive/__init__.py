"""Deep-dives: each chosen idea worked out by one group, then presented to all."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="deep_dive",
    phase=MethodPhase.IDEAS,
    title=N_("深掘り"),
    summary=N_("選んだ案を、班ごとに具体にします。"),
    icon="mdi6.magnify-plus-outline",
    kinds=("deep_dive", "frame"),
    sheets=(
        SheetSpec(
            id="deep-dive",
            title=N_("深掘りシート"),
            module="servicedesign.tools.deep_dive.sheet",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="deep_dive",
            order=180,
        ),
    ),
    editor="servicedesign.tools.deep_dive.editor:DeepDiveEditor",
    state="servicedesign.tools.deep_dive.actions:progress",
)
