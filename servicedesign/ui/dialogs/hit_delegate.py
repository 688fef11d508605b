"""How a search hit is painted: where it is, and its text with the found words marked.

Owns the painting of one row.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

_BEFORE = 16


@dataclass(frozen=True, slots=True)
class HitLine:
    """One row.

    Attributes:
        where: tool, record and field.
        text: the whole text.
        start: where the found words begin in it.
        end: where they end.
        can_go: whether there is a screen to go to.
    """

    where: str
    text: str
    start: int
    end: int
    can_go: bool

    def parts(self) -> tuple[str, str, str]:
        """Return a little before, the words, what follows; on one line."""
        start = max(0, self.start - _BEFORE)
        dots = "…" if start else ""
        before = dots + " ".join(self.text[start : self.start].split("\n"))
        after = " ".join(self.text[self.end : self.end + 120].split("\n"))
        return before, self.text[self.start : self.end].replace("\n", " "), after


class HitDelegate(QStyledItemDelegate):
    """Paints a HitLine in two lines."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of two lines."""
        return QSize(theme().px(200), theme().px(60))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint where it is, and the text with the words marked."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, HitLine):
            return
        look = theme()
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT))
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        left = rect.left() + look.px(16)
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        top = QRectF(left, rect.top() + look.px(6), rect.width() - look.px(32), look.px(22))
        where = painter.fontMetrics().elidedText(
            line.where, Qt.TextElideMode.ElideRight, int(top.width())
        )
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter.value), where)
        self._paint_text(painter, line, left, top.bottom(), rect.right() - look.px(16))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom(), rect.width(), 1), color(tokens.HAIRLINE)
        )
        painter.restore()

    def _paint_text(
        self, painter: QPainter, line: HitLine, left: float, top: float, right: float
    ) -> None:
        look = theme()
        height = look.px(26)
        tone = color(tokens.TEXT if line.can_go else tokens.SECOND_TEXT)
        painter.setClipRect(QRectF(left, top, right - left, height))
        for part, marked in zip(line.parts(), (False, True, False), strict=True):
            font = look.font(tokens.CONTENT_PX, bold=marked)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, max(0.0, right - left))
            width = metrics.horizontalAdvance(shown)
            box = QRectF(left, top, width + 1, height)
            if marked:
                ground = box.adjusted(0, look.px(2), 0, -look.px(2))
                painter.fillRect(ground, color(tokens.RING))
            painter.setFont(font)
            painter.setPen(color(tokens.INK) if marked else tone)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
            left += width
        painter.setClipping(False)
