"""The rules of brainstorming in a window of their own, with how fast the ideas come.

Owns the window. It stays open beside the board, may be moved to a projector, and fills it with
F11; it writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Note
from servicedesign.tools.board.pace import pace_of
from servicedesign.tools.board.pace_line import PaceLine
from servicedesign.tools.board.rules_view import RulesView
from servicedesign.ui.focus_ring import FocusRing
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_EVERY_MS = 10_000
"""Ideas grow older without a change: they are counted again so often."""


class RulesDialog(QDialog):
    """The four rules, large, over the line of pace.

    Attributes:
        line: the line of pace.
    """

    def __init__(
        self, context: EditorContext, board_id: Callable[[], str], parent: QWidget | None
    ) -> None:
        """Show the rules; ``board_id`` tells of which board the ideas are counted."""
        super().__init__(parent)
        t, look = context.t, theme()
        self._context, self._board_id = context, board_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("ブレインストーミングの約束"))
        self.setAccessibleName(self.windowTitle())
        self.line = PaceLine(t)
        self._full = QuietButton(t("全画面"), key="F11", icon="mdi6.fullscreen")
        self._full.clicked.connect(self.toggle_full)
        close = SecondaryButton(t("閉じる"), key="Esc")
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(TextLabel(self.windowTitle(), size=tokens.TITLE_PX, bold=True), 1)
        head.addWidget(self._full)
        head.addWidget(close)
        whole = QVBoxLayout(self)
        margin = look.px(24)
        whole.setContentsMargins(margin, look.px(16), margin, look.px(12))
        whole.setSpacing(look.px(12))
        whole.addLayout(head)
        whole.addWidget(RulesView(t), 1)
        whole.addWidget(self.line)
        self._ring = FocusRing(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        context.hub.changed.connect(self._on_changed)
        self.count()
        close.setFocus()

    def count(self) -> None:
        """Count the ideas again."""
        now = self._context.clock()
        self.line.show_pace(pace_of(self._context.project, self._board_id(), now))

    def toggle_full(self) -> None:
        """Fill the screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_changed(self, step: ChangeSet) -> None:
        if any(change.kind == Note.KIND for change in step.changes):
            self.count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 fills the screen; Esc first gives it back, then closes."""
        if event.key() == Qt.Key.Key_F11 or (
            event.key() == Qt.Key.Key_Escape and self.isFullScreen()
        ):
            self.toggle_full()
        else:
            super().keyPressEvent(event)


def open_rules(context: EditorContext, board_id: Callable[[], str], parent: QWidget) -> RulesDialog:
    """Show the rules in a window that stays open beside ``parent``; one that is open is raised."""
    found = parent.findChild(RulesDialog)
    dialog = found or RulesDialog(context, board_id, parent)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
