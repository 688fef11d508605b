"""What stands where no deep-dive is yet.

Owns the words and how to begin: from the ideas that were chosen, or from one that is picked.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


class NoDive(QWidget):
    """How to begin; the words follow how many ideas were chosen."""

    def __init__(
        self,
        context: EditorContext,
        from_choice: Callable[[], object],
        pick: Callable[[], object],
        empty: Callable[[], object],
    ) -> None:
        """Begin by one of three ways.

        Args:
            context: of the editor.
            from_choice: begins with the ideas that were chosen.
            pick: lets one choose an idea.
            empty: begins with an empty one.
        """
        super().__init__()
        self._context = context
        self._ways = (from_choice, pick, empty)
        self._count = -1
        self._state: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme().px(12), 0, theme().px(32), 0)

    def show_count(self, chosen: int, ideas: int) -> None:
        """Say how to begin with ``chosen`` ideas kept by a vote out of ``ideas`` there are."""
        count = chosen or (-2 if ideas else -3)
        if count == self._count:
            return
        self._count = count
        if self._state is not None:
            self._column.removeWidget(self._state)
            self._state.hide()
            self._state.deleteLater()
        self._state = self._made(chosen, ideas)
        self._column.addWidget(self._state)
        self._state.show()

    def _made(self, chosen: int, ideas: int) -> EmptyState:
        t = self._context.t
        from_choice, pick, empty = self._ways
        locked = t("読み取り専用で開いています") if self._context.read_only else ""
        if chosen:
            primary = PrimaryButton(t.plural("選んだ{n}案から作る…", chosen))
            primary.clicked.connect(from_choice)
            other = SecondaryButton(t("案を選んで作る…"), icon="mdi6.plus")
            other.clicked.connect(pick)
        elif ideas:
            primary = PrimaryButton(t("案を選んで作る…"), key="Ctrl+Shift+N")
            primary.clicked.connect(pick)
            other = SecondaryButton(t("白紙から始める"), icon="mdi6.plus")
            other.clicked.connect(empty)
        else:
            primary = PrimaryButton(t("白紙から始める"), key="Ctrl+Shift+N")
            primary.clicked.connect(empty)
            other = SecondaryButton(t("白紙のシートを印刷"), icon="mdi6.printer-outline")
            other.clicked.connect(lambda: self._context.shell.command("print_list"))
        primary.set_usable(locked)
        if ideas or chosen:
            other.set_usable(locked)
        method = t(
            "選んだ案を、班ごとに1枚ずつ深掘りします。だれのどの困りごとか、"
            "どんな流れか、心配にどう答えるかを書き、絵にして、みんなに発表します。"
        )
        return EmptyState(t("まだ深掘りがありません"), method, primary, other)
