"""Boards: ideas on sticky notes, one a note.

``actions`` has what other parts call; ``notes`` and ``moving`` what one can do with notes;
``places`` the arithmetic of places; ``words`` how a note's words become title and text. On screen
``editor.BoardEditor`` puts together ``desk`` (canvas and bars), ``showing`` (records to looks),
``writing`` (the note under way) and ``handling`` (gestures and keys to actions). Further parts hang
themselves on: ``editor.view`` (see ``ui.canvas``), ``editor.desk.tools.add_tool``,
``editor.desk.bar.add_action``, ``editor.head.set_views`` and ``commands``.
"""

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
        SheetSpec(
            id="rules",
            title=N_("ブレインストーミングの約束"),
            module="servicedesign.tools.board.sheet_rules",
            papers=("A3", "A4"),
            order=150,
        ),
    ),
    editor="servicedesign.tools.board.editor:BoardEditor",
    state="servicedesign.tools.board.actions:progress",
)
