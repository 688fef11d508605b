"""How a source is painted in the list of evidence: box, icon, kind and code, words.

Owns the painting of one row.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import paint_tick

_ROW = 56


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One row.

    Attributes:
        words: what the source is called.
        ticked: whether it is or will be linked.
    """

    words: SourceWords
    ticked: bool


class SourceDelegate(QStyledItemDelegate):
    """Paints a SourceLine in two lines."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of two lines."""
        return QSize(theme().px(200), theme().px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, box and words."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, SourceLine):
            return
        look = theme()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color(tokens.TINT))
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        paint_tick(painter, rect, rect.left() + look.px(16), on=line.ticked)
        left = rect.left() + look.px(16 + 16 + 12)
        icon = QRectF(left, rect.top() + look.px(8), look.px(16), look.px(16))
        paint_icon(painter, line.words.icon, icon, color(tokens.SECOND_TEXT))
        kind = "  ".join(part for part in (line.words.kind, line.words.code) if part)
        top = QRectF(left + look.px(22), rect.top() + look.px(5), rect.width(), look.px(22))
        _paint_text(painter, kind, top, rect.right(), size=tokens.BASE_PX, tone=tokens.SECOND_TEXT)
        low = QRectF(left, rect.top() + look.px(26), rect.width(), look.px(26))
        _paint_text(painter, line.words.title or "―", low, rect.right(), size=16, tone=tokens.TEXT)
        line_below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line_below, color(tokens.HAIRLINE))
        painter.restore()


def _paint_text(
    painter: QPainter, text: str, box: QRectF, right: float, *, size: int, tone: str
) -> None:
    look = theme()
    painter.setFont(look.font(size))
    painter.setPen(color(tone))
    room = int(right - box.left() - look.px(12))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
