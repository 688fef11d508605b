"""Issues and questions: the problems that are taken up, and the questions that open ideas."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="issues",
    phase=MethodPhase.NEEDS,
    title=N_("困りごとと問い"),
    summary=N_("困りごとを課題にして順位をつけ、アイデアをひらく問いにします。"),
    icon="mdi6.alert-circle-outline",
    kinds=("issue", "how_might_we"),
    sheets=(
        SheetSpec(
            id="issues",
            title=N_("困りごとと問い"),
            module="servicedesign.tools.issues.sheet",
            order=100,
        ),
    ),
    editor="servicedesign.tools.issues.editor:IssuesEditor",
    state="servicedesign.tools.issues.actions:progress",
)
