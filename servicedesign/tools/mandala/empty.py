"""What stands where no chart is yet: what one is for, and how to begin.

Owns the words and the buttons. What they do is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


def no_chart(context: EditorContext, add: Callable[[], object]) -> QWidget:
    """Return the page for a project without charts; ``add`` makes one."""
    t = context.t
    begin = PrimaryButton(t("マンダラートを作る"), key="Ctrl+Shift+N")
    begin.set_usable(t("読み取り専用で開いています") if context.read_only else "")
    begin.clicked.connect(add)
    paper = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
    paper.clicked.connect(lambda: context.shell.command("print_list"))
    state = EmptyState(
        t("まだマンダラートがありません"),
        t(
            "真ん中に言葉を一つ置き、まわりの8つを無理にでも埋めます。"
            "埋めた8つを次の中心にして、また8つ。一人でも、72の案まで広げられます。"
        ),
        begin,
        paper,
    )
    left = theme().px(32)
    state.setContentsMargins(left, 0, left, 0)
    return state
