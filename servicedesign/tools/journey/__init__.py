"""Journey maps: the way of one persona to a goal, phase by phase."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="journey",
    phase=MethodPhase.NEEDS,
    title=N_("ジャーニーマップ"),
    summary=N_("一人の道のりを、時間の順に見渡します。"),
    icon="mdi6.map-marker-path",
    kinds=("journey_map", "phase", "lane", "cell"),
    sheets=(
        SheetSpec(
            id="journey-map",
            title=N_("ジャーニーマップ"),
            module="servicedesign.tools.journey.sheet",
            papers=("A3", "A2", "A1", "A0", "MOZO", "B1", "B2", "B3", "B4", "A4"),
            orientation="landscape",
            record_kind="journey_map",
            order=90,
        ),
    ),
    editor="servicedesign.tools.journey.editor:JourneyEditor",
    state="servicedesign.tools.journey.actions:progress",
)
