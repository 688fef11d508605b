"""One tool of a phase: its sign, its name, what there is of it.

Owns the look of the row. A row that leads nowhere takes no focus and has no arrow.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.model.method import Progress
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable

_HEIGHT = 36
_SIGN = 14
_TITLE = 24
_ARROW = 18


class ToolLine(Pressable):
    """A row with a hairline below; the count stands at the right, or below a long name."""

    def __init__(self, *, leads: bool, parent: QWidget | None = None) -> None:
        """Make an empty row; ``leads`` is whether there is something to go to."""
        super().__init__(parent)
        self._leads = leads
        self._title = self._count = ""
        self._sign = Progress.NONE
        self._two = False
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(_HEIGHT))

    def show_state(self, title: str, count: str, sign: Progress, word: str) -> None:
        """Show the name, the count in words, the sign and what the sign says."""
        self._title, self._count, self._sign = title, count, sign
        name = [title, word] if count in ("", word) else [title, word, count]
        self.setAccessibleName("、".join(name))
        self._fit()
        self.update()

    def count(self) -> str:
        """Return the words at the right."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return a width in which most rows stand on one line."""
        return QSize(theme().px(200), self.height())

    def minimumSizeHint(self) -> QSize:
        """Let the name be cut at last."""
        return QSize(theme().px(120), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the count below where the row is too narrow for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        metrics = QFontMetricsF(look.font())
        wanted = metrics.horizontalAdvance(self._title) + metrics.horizontalAdvance(self._count)
        self._two = ceil(wanted) + look.px(_TITLE + _ARROW + 12) > self.width()
        height = look.px(_HEIGHT) + (look.px(20) if self._two and self._count else 0)
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sign, name, count, arrow and the line below."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._leads and self.underMouse():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        first = QRectF(0, 0, self.width(), look.px(_HEIGHT))
        side = look.px(_SIGN)
        sign = QRectF(1, (first.height() - side) / 2, side, side)
        paint_sign(painter, self._sign, sign, color(tokens.TEXT))
        if self._leads:
            arrow = QRectF(self.width() - look.px(_ARROW), 0, look.px(_ARROW), first.height())
            paint_icon(painter, "mdi6.chevron-right", arrow, color(tokens.SECOND_TEXT))
        self._paint_words(painter, first)
        painter.end()

    def _paint_words(self, painter: QPainter, first: QRectF) -> None:
        look = theme()
        painter.setFont(look.font())
        metrics = painter.fontMetrics()
        area = first.adjusted(look.px(_TITLE), 0, -look.px(_ARROW), 0)
        right = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)
        left = int(Qt.AlignmentFlag.AlignVCenter.value)
        cut = Qt.TextElideMode.ElideRight
        painter.setPen(color(tokens.TEXT))
        title = metrics.elidedText(self._title, cut, int(area.width()))
        painter.drawText(area, left, title)
        painter.setPen(
            color(tokens.TEXT if self._sign is not Progress.NONE else tokens.SECOND_TEXT)
        )
        below = area.translated(0, look.px(22)).adjusted(0, 0, look.px(_ARROW), -look.px(4))
        place = below if self._two else area
        count = metrics.elidedText(self._count, cut, int(place.width()))
        painter.drawText(place, left if self._two else right, count)
