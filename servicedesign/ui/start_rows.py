"""The rows of the start screen: a beginning, an example, a line with an icon.

Owns their look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.link_button import LinkButton
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class _Lined(QWidget):
    """A row with a hairline below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        painter.end()


class BeginRow(_Lined):
    """A way to begin: icon, title, one line, button.

    Attributes:
        button: what begins it.
    """

    def __init__(self, icon: str, title: str, line: str, label: str, *, first: bool) -> None:
        """Make a row; the ``first`` one has the primary button and its key."""
        super().__init__()
        look = theme()
        self._icon = icon
        self.button: ButtonBase = (
            PrimaryButton(label, key="Ctrl+N") if first else SecondaryButton(label)
        )
        self.button.setAccessibleName(f"{title} {label}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True, wrap=True))
        if line:
            words.addWidget(TextLabel(line, tone=tokens.SECOND_TEXT, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(52), look.px(8), 0, look.px(8))
        row.setSpacing(look.px(8))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        row.addSpacing(look.px(5))
        self._row = row
        self._title = title

    def add_more(self, button: QuietButton) -> None:
        """Put a button for other things to do with it before the one that begins."""
        button.setAccessibleName(f"{self._title} {button.label()}")
        self._row.insertWidget(1, button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the line."""
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        side = look.px(26)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, place, color(tokens.TEXT))
        painter.end()


class ExampleRow(_Lined):
    """An example: title, what is in it, a link.

    Signals:
        pressed_row: the row or its link was pressed.
    """

    pressed_row = Signal()

    def __init__(self, title: str, line: str, label: str) -> None:
        """Make a row."""
        super().__init__()
        look = theme()
        link = LinkButton(label)
        link.setAccessibleName(f"{title} {label}")
        link.clicked.connect(self.pressed_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(7), look.px(5), look.px(8))
        row.setSpacing(look.px(16))
        row.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True, wrap=True), 4)
        row.addWidget(TextLabel(line, tone=tokens.SECOND_TEXT, wrap=True), 6)
        row.addWidget(link)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the example."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed_row.emit()


class IconLine(QWidget):
    """A sentence with an icon before it."""

    def __init__(self, icon: str, text: str, *, tone: str = tokens.SECOND_TEXT) -> None:
        """Make a line in the colour ``tone``."""
        super().__init__()
        look = theme()
        self._icon = icon
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(26), 0, 0, 0)
        row.addWidget(TextLabel(text, tone=tone, wrap=True))

    def sizeHint(self) -> QSize:
        """Return the size of the sentence and its icon."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme().px(22)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        look = theme()
        painter = QPainter(self)
        side = look.px(18)
        paint_icon(painter, self._icon, QRectF(0, look.px(2), side, side), color(self._tone))
        painter.end()
