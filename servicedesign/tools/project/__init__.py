"""The project as a whole: its facts, how far each phase has come, what is missing next."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="project",
    phase=MethodPhase.PREPARE,
    title=N_("全体像"),
    summary=N_("どこまで来たか、次に何をするかを見渡します。"),
    icon="mdi6.view-dashboard-outline",
    kinds=("project",),
    sheets=(
        SheetSpec(
            id="overview",
            title=N_("全体像"),
            module="servicedesign.tools.project.sheet",
            order=10,
        ),
    ),
    editor="servicedesign.tools.project.editor:ProjectEditor",
    state="servicedesign.tools.project.actions:progress",
)
