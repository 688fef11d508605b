"""Boards: ideas on sticky notes, one a note."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="board",
    phase=MethodPhase.IDEAS,
    title=N_("ボード"),
    summary=N_("質より量。思いついたことを1件1枚で貼ります。"),
    icon="mdi6.note-multiple-outline",
    kinds=("board", "note", "cluster", "sketch"),
    sheets=(
        SheetSpec(
            id="idea-cards",
            title=N_("アイデアカード"),
            module="servicedesign.tools.board.sheet",
            record_kind="board",
            order=130,
        ),
    ),
    editor="servicedesign.tools.board.editor:BoardEditor",
    state="servicedesign.tools.board.actions:progress",
)
