"""The whole board in small, and the zoom.

Owns the arrangement of the small board and the buttons of the zoom.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.small_board import SmallBoard
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.floating_bar import FloatingBar
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule


class Minimap(FloatingBar):
    """The small board over the buttons of the zoom.

    Signals:
        whole_asked: all that lies on the board, and under it, is to be shown.
    """

    whole_asked = Signal()

    def __init__(self, view: CanvasView, t: Translator, parent: QWidget) -> None:
        """Show and steer ``view``."""
        super().__init__(t("全体図と表示の大きさ"), parent)
        look = theme()
        self._view = view
        self._board = SmallBoard(view, t("全体図"))
        self._board.pointed.connect(view.centre)
        less = self._button(t("小さく"), "mdi6.minus", "Ctrl+−")
        more = self._button(t("大きく"), "mdi6.plus", "Ctrl++")
        whole = self._button(t("全体を表示"), "mdi6.fit-to-screen-outline", "Ctrl+9")
        self._now = QuietButton("100%")
        self._now.setMinimumWidth(look.px(60))
        less.clicked.connect(lambda: view.zoom_step(-1))
        more.clicked.connect(lambda: view.zoom_step(1))
        whole.clicked.connect(self.whole_asked)
        self._now.clicked.connect(lambda: view.zoom_to(1.0))
        self._full = t("100 %で表示")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (less, self._now, more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(whole)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(self._board)
        self._rule = SectionRule()
        column.addWidget(self._rule)
        column.addLayout(buttons)
        self.row.addLayout(column)
        view.zoomed.connect(self._tell)
        self._tell()

    @staticmethod
    def _button(label: str, icon: str, key: str) -> QuietButton:
        button = QuietButton(label, icon=icon, key=key)
        button.show_parts(label=False, key=False)
        return button

    def show_board(self, shown: bool) -> None:
        """Show the small board, or the zoom alone."""
        self._board.setVisible(shown)
        self._rule.setVisible(shown)
        self.adjustSize()

    def board_shown(self) -> bool:
        """Tell whether the small board is shown."""
        return not self._board.isHidden()

    def _tell(self) -> None:
        percent = f"{round(self._view.scale_now() * 100)}%"
        self._now.set_label(percent)
        self._now.setAccessibleName(f"{self._full} {percent}")
