"""The 12 principles of service design as a check, with evidence and next actions."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="principles",
    phase=MethodPhase.CHECK,
    title=N_("12箇条"),
    summary=N_("点数にはしません。根拠と次の一手を残します。"),
    icon="mdi6.format-list-checks",
    kinds=("principle_edition", "principle_item", "principle_check", "principle_review"),
    sheets=(
        SheetSpec(
            id="principles",
            title=N_("サービス設計12箇条の確かめ"),
            module="servicedesign.tools.principles.sheet",
            record_kind="principle_edition",
            order=230,
        ),
    ),
    editor="servicedesign.tools.principles.editor:PrinciplesEditor",
    state="servicedesign.tools.principles.actions:progress",
)
