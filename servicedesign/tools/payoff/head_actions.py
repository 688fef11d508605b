"""The buttons over the three pages: ideas, matrices, and the next step of the method.

Owns which they are; what they do is the hands'.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesign.tools.payoff.head import PageName
from servicedesign.ui.editor import HeadAction

if TYPE_CHECKING:
    from servicedesign.tools.payoff.editor import PayoffEditor


def head_actions(editor: PayoffEditor) -> Sequence[HeadAction]:
    """Return the buttons, left to right; the last one leads on."""
    if not editor.matrix():
        return ()
    t, context, hands = editor.context.t, editor.context, editor.hands
    locked = t("読み取り専用で開いています") if context.read_only else ""
    menu = (
        HeadAction(t("題を変える…"), hands.rename, disabled_because=locked),
        HeadAction(t("もう一枚作る…"), hands.new_matrix, disabled_because=locked),
        HeadAction(t("このマトリクスを消す"), hands.delete, disabled_because=locked),
    )
    found = [HeadAction(t("マトリクス"), _nothing, menu=menu)]
    if editor.page() is PageName.PLACE:
        add = t("案を足す…")
        key = "Ctrl+Shift+N"
        found.append(
            HeadAction(add, hands.choose, icon="mdi6.plus", key=key, disabled_because=locked)
        )
    return (*found, *_further(editor))


def _further(editor: PayoffEditor) -> Sequence[HeadAction]:
    t, shell = editor.context.t, editor.context.shell
    if editor.page() is PageName.PLACE:
        go = HeadAction(
            t("照らしてみる"),
            lambda: editor.show_page(PageName.REVIEW),
            primary=True,
            leads_on=True,
        )
        return (go,)
    if editor.page() is PageName.REVIEW:
        go = HeadAction(
            t("地図に書く"), lambda: editor.show_page(PageName.MAP), primary=True, leads_on=True
        )
        return (go,)
    if shell.can_go_tool("prototype"):
        return (HeadAction(t("試作へ"), lambda: shell.go_tool("prototype"), leads_on=True),)
    return ()


def _nothing() -> None:
    """Do nothing: the entries of the menu do it."""
