"""Boards: ideas on sticky notes, one a note.

``actions`` has what other parts call; ``notes`` and ``moving`` what one can do with notes;
``places`` the arithmetic of places; ``words`` how a note's words become title and text. On screen
``editor.BoardEditor`` puts together ``desk`` (canvas and bars), ``showing`` (records to looks),
``writing`` (the note under way) and ``handling`` (gestures and keys to actions); ``overview`` fits
the board into the view, ``columns`` shows it cluster by cluster. Further parts hang
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
            id="board",
            title=N_("アイデアボード"),
            module="servicedesign.tools.board.poster",
            papers=("A3", "A2", "A1", "A0", "B3", "B2", "B1", "MOZO"),
            orientation="landscape",
            record_kind="board",
            order=110,
        ),
        SheetSpec(
            id="idea-list",
            title=N_("アイデアの一覧"),
            module="servicedesign.tools.board.idea_list",
            record_kind="board",
            order=120,
        ),
        SheetSpec(
            id="idea-cards",
            title=N_("アイデアカード"),
            module="servicedesign.tools.board.sheet",
            record_kind="board",
            order=130,
            in_workbook=False,
        ),
        SheetSpec(
            id="stickies",
            title=N_("付箋 75×75 mm"),
            module="servicedesign.tools.board.stickies",
            record_kind="board",
            order=132,
            in_workbook=False,
        ),
        SheetSpec(
            id="stickies-wide",
            title=N_("付箋 127×75 mm"),
            module="servicedesign.tools.board.stickies",
            prefix="wide_",
            orientation="landscape",
            record_kind="board",
            order=134,
            in_workbook=False,
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
