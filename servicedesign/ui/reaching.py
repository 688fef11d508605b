"""Which records have a screen to go to, and what is said of those that have none.

Owns the answer, from the list of tools.
"""

from __future__ import annotations

from servicedesign import tools
from servicedesign.model import Message, msg


def has_screen(kind: str) -> bool:
    """Tell whether a record of ``kind`` can be shown on screen."""
    owner = tools.tool_for_kind(kind)
    return kind == "project" or (owner is not None and owner.editor is not None)


def without_screen(kind: str) -> Message:
    """Return what is said of a record that no editor shows: where else it can be seen."""
    home = tools.tool_for_kind(kind)
    if home is None or not home.sheets:
        return msg("この記録の画面はまだありません。記録はファイルに残っています。")
    return msg(
        "この記録の画面はまだありません。「{sheet}」の紙に印刷されます。",
        sheet=Message(home.sheets[0].title),
    )
