"""What stands where there is no chain yet: what it is for, and how to begin.

Owns the words and the buttons.
"""

from __future__ import annotations

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton


def nothing_yet(context: EditorContext) -> EmptyState:
    """Return the page of an empty project."""
    t = context.t
    button = PrimaryButton(t("聞き取りから始める"), leads_on=True)
    button.clicked.connect(lambda: context.shell.go_tool("interview"))
    method = t(
        "住民の言葉から提案までを一本の線でたどれると、「なぜそう言えるのか」に答えられます。"
        "聞き取りを書き、根拠をつなぐと、ここに線が引かれます。"
    )
    state = EmptyState(t("まだつながりがありません"), method, button, None)
    left = theme().px(32)
    state.setContentsMargins(left, 0, left, 0)
    return state
