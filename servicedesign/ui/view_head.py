"""The head of a view: its title, what it is for, and its buttons.

Owns the arrangement; which buttons there are is the editor's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.editor import HeadAction
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

HEIGHT = 64
"""Height in px at 100 %."""


class ViewHead(QWidget):
    """Title, one line, secondary buttons, the primary one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        look = theme()
        self.setFixedHeight(look.px(HEIGHT))
        self._line = True
        self._title = TextLabel(size=tokens.TITLE_PX, bold=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._summary = TextLabel(tone=tokens.SECOND_TEXT)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(32), 0, look.px(32), 0)
        row.setSpacing(look.px(16))
        row.addWidget(self._title)
        row.addWidget(self._summary, 1)
        row.addLayout(self._buttons)

    def set_words(self, title: str, summary: str) -> None:
        """Show title and line."""
        self._title.setText(title)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        self._summary.setText(summary)
        self._summary.setToolTip(summary)

    def set_actions(self, actions: Sequence[HeadAction]) -> None:
        """Show the buttons for ``actions`` instead of those before."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            self._buttons.addWidget(self._button(action))

    def set_line(self, shown: bool) -> None:
        """Draw the hairline below or not (a strip below has its own)."""
        self._line = shown
        self.update()

    def _button(self, action: HeadAction) -> ButtonBase:
        kind = PrimaryButton if action.primary else SecondaryButton
        button = kind(action.label, key=action.key, icon=action.icon, leads_on=action.leads_on)
        button.set_usable(action.disabled_because)
        button.clicked.connect(lambda _=False, run=action.run: run())
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        if self._line:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
            painter.end()
