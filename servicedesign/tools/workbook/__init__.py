"""The workbook: a cover, the contents and every sheet of a project in one document."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="workbook",
    phase=MethodPhase.DELIVERY,
    title=N_("まとめの冊子"),
    summary=N_("すべての紙を1冊にまとめます。"),
    icon="mdi6.book-open-outline",
    kinds=(),
    sheets=(
        SheetSpec(
            id="workbook",
            title=N_("まとめの冊子"),
            module="servicedesign.tools.workbook.sheet",
            order=260,
            has_blank=False,
        ),
    ),
)
