"""What the room sees, small, beside what the facilitator does.

Owns the shape of the picture; the page itself is the same as in the audience window.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.tools.deep_dive.audience import DivePage
from servicedesign.ui.theme import color, theme

_SHAPE = 9 / 16


class Monitor(QWidget):
    """Holds a page in the shape of a projector.

    Signals:
        turned: another leaf is shown, or there are more or fewer.
    """

    turned = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty monitor named ``name``."""
        super().__init__(parent)
        self._page: DivePage | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def page(self) -> DivePage | None:
        """Return the page that is shown."""
        return self._page

    def show_page(self, page: DivePage) -> None:
        """Show ``page`` instead of the one before."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        page.setParent(self)
        page.turned.connect(self.turned)
        self._fit()
        page.show()

    def heightForWidth(self, width: int) -> int:
        """Return the height of a projector's picture."""
        return round(width * _SHAPE)

    def sizeHint(self) -> QSize:
        """Return a size in which large type can still be read."""
        width = theme().px(560)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page fill the monitor but for its edge."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))
        self._fit()

    def _fit(self) -> None:
        if self._page is not None:
            self._page.setGeometry(self.rect().adjusted(1, 1, -1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge."""
        painter = QPainter(self)
        painter.setPen(color(tokens.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
