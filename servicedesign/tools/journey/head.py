"""The buttons over a map: whole maps, the whole map at once, and the next step of the method.

Owns which there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesign.tools.journey import maps
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.tools.journey.editor import JourneyEditor


def head_actions(editor: JourneyEditor) -> Sequence[HeadAction]:
    """Return the buttons for the map in view, left to right; none without a map."""
    if editor.current() is None:
        return ()
    t, shell = editor.context.t, editor.context.shell
    buttons = [
        HeadAction(t("地図"), lambda: None, menu=_map_menu(editor)),
        HeadAction(t("全体を表示"), editor.fit, key="Ctrl+9"),
    ]
    if shell.can_go_tool("issues"):
        buttons.append(
            HeadAction(
                t("困りごとを選ぶ"),
                lambda: shell.go_tool("issues"),
                primary=True,
                leads_on=True,
            )
        )
    return buttons


def _map_menu(editor: JourneyEditor) -> tuple[HeadAction, ...]:
    t = editor.context.t
    locked = t("読み取り専用で開いています") if editor.context.read_only else ""
    added = tuple(
        HeadAction(
            t(preset.label),
            lambda chosen=preset: editor.doings.add(chosen),  # type: ignore[misc]
            disabled_because=locked,
        )
        for preset in maps.PRESETS
    )
    return (
        HeadAction(t("題とペルソナ…"), editor.doings.change_facts, disabled_because=locked),
        HeadAction(t("地図を足す"), lambda: None, menu=added),
        HeadAction(t("この地図を写す"), editor.doings.copy, disabled_because=locked),
        HeadAction(t("この地図を消す…"), editor.doings.delete, disabled_because=locked),
    )
