"""What the audience window does, in words: for the top bar, its menu and screen readers.

Owns the words and the icon of each state. Must not paint.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.ui.room.audience import RoomState

ICONS: Final = {
    RoomState.OFF: "mdi6.projector-screen-outline",
    RoomState.FOLLOWS: "mdi6.projector-screen",
    RoomState.HELD: "mdi6.projector-screen",
    RoomState.FROZEN: "mdi6.pause-box-outline",
    RoomState.BLACK: "mdi6.projector-screen-off",
}
_MOST: Final = 10
"""Longest name of a page in the top bar, in characters."""


def state_label(t: Translator, state: RoomState, page: str = "") -> str:
    """Return the state in very few words; ``page`` is what is held."""
    if state is RoomState.HELD:
        return t("映写中：{page}", page=page if len(page) <= _MOST else page[: _MOST - 1] + "…")
    return {
        RoomState.OFF: t("映す"),
        RoomState.FOLLOWS: t("映写中：追う"),
        RoomState.FROZEN: t("映写中：静止"),
        RoomState.BLACK: t("映写中：黒"),
    }[state]


def state_sentence(t: Translator, state: RoomState, page: str = "") -> str:
    """Return the state in a sentence."""
    if state is RoomState.HELD:
        return t("「{page}」を映しています。", page=page)
    return {
        RoomState.OFF: t("何も映していません。"),
        RoomState.FOLLOWS: t("使っている画面を追って映しています。"),
        RoomState.FROZEN: t("静止した絵を映しています。変えても映りません。"),
        RoomState.BLACK: t("黒を映しています。"),
    }[state]
