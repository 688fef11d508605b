"""One line of the navigator: numeral or icon, title, mark.

Owns its look.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.model.method import Progress
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable


class NavigatorRow(Pressable):
    """A phase (44 px) or, ``indented``, a tool (36 px)."""

    def __init__(
        self,
        title: str,
        *,
        numeral: str = "",
        icon: str = "",
        sign: Progress | None = None,
        word: str = "",
        indented: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row; ``word`` is the mark's word for screen readers."""
        super().__init__(parent)
        self._title = title
        self._numeral = numeral
        self._icon = icon
        self._sign = sign
        self._indented = indented
        self._current = False
        self._folded = False
        self._name = "、".join(part for part in (f"{numeral} {title}".strip(), word) if part)
        self.setAccessibleName(self._name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        """Mark the row as the one in view."""
        self._current = current
        self.setAccessibleDescription("●" if current else "")
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show numeral or icon and mark only."""
        self._folded = folded
        if self.isEnabled():
            self.setToolTip(plain(self._name) if folded else "")
        self.update()

    def set_closed(self, reason: str) -> None:
        """Make the row a heading that does not open, with ``reason`` as its tooltip."""
        self.setEnabled(False)
        self.setAccessibleDescription(reason)
        self.setToolTip(plain(reason))

    def sizeHint(self) -> QSize:
        """Return the full width and the height of the row."""
        return QSize(theme().px(100), theme().px(36 if self._indented else 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, numeral or icon, title and mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._tone()
        self._paint_ground(painter)
        self._paint_lead(painter, tone)
        if not self._folded:
            self._paint_title(painter, tone)
        if self._sign is not None:
            look = theme()
            side = look.px(14 if self._folded else 16)
            left = self.width() - look.px(6 if self._folded else 16) - side
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_sign(painter, self._sign, box, tone)
        painter.end()

    def _tone(self) -> QColor:
        if self._current:
            return color(tokens.ACTION)
        return color(tokens.TEXT if self.isEnabled() else tokens.SECOND_TEXT)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._current:
            painter.fillRect(self.rect(), color(tokens.TINT))
            painter.fillRect(0, 0, theme().px(4), self.height(), color(tokens.ACTION))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))

    def _paint_lead(self, painter: QPainter, tone: QColor) -> None:
        look = theme()
        if self._icon:
            side = look.px(22)
            left = look.px(12 if self._folded else 16)
            place = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, place, tone)
        elif self._numeral:
            painter.setFont(look.font(22, bold=self.isEnabled()))
            painter.setPen(tone)
            box = self.rect().adjusted(look.px(12 if self._folded else 16), 0, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), self._numeral)

    def _paint_title(self, painter: QPainter, tone: QColor) -> None:
        look = theme()
        left = look.px(52)
        painter.setFont(look.font(tokens.CONTENT_PX, bold=self._bold()))
        painter.setPen(tone)
        box = self.rect().adjusted(left, 0, -look.px(36), 0)
        title = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), title)

    def _bold(self) -> bool:
        return self.isEnabled() and (self._current or not self._indented)
