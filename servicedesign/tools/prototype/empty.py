"""What stands where no prototype is yet.

Owns the words and how to begin: from what was chosen, or from nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton


class NoPrototype(QWidget):
    """How to begin; the words follow whether something was chosen."""

    def __init__(
        self,
        context: EditorContext,
        choose: Callable[[QWidget], object],
        empty: Callable[[], object],
    ) -> None:
        """Begin by ``choose``, which opens below a button, or by ``empty``."""
        super().__init__()
        self._context = context
        self._ways = (choose, empty)
        self._chosen = -1
        self._state: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme().px(12), 0, theme().px(32), 0)

    def show_count(self, chosen: int) -> None:
        """Say how to begin with ``chosen`` ideas and deep-dives."""
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if self._state is not None:
            self._column.removeWidget(self._state)
            self._state.hide()
            self._state.deleteLater()
        self._state = self._made(chosen)
        self._column.addWidget(self._state)
        self._state.show()

    def _made(self, chosen: int) -> EmptyState:
        t = self._context.t
        choose, empty = self._ways
        locked = t("読み取り専用で開いています") if self._context.read_only else ""
        other: SecondaryButton | None = None
        if chosen:
            primary = PrimaryButton(t.plural("選んだ{n}案から作る…", chosen))
            primary.clicked.connect(lambda: choose(primary))
            other = SecondaryButton(t("白紙から始める"), icon="mdi6.plus")
            other.clicked.connect(lambda _=False: empty())
            other.set_usable(locked)
        else:
            primary = PrimaryButton(t("白紙から始める"), key="Ctrl+Shift+N")
            primary.clicked.connect(lambda _=False: empty())
        primary.set_usable(locked)
        method = t(
            "作り込む前に、まず図の上で試します。仮説と知りたいことを決め、"
            "流れを4～8コマにかき、利用者と職員の両方に確かめます。"
        )
        return EmptyState(t("まだ試作がありません"), method, primary, other)
