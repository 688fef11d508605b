"""How a bundled figure is painted in the palette.

Owns the painting of one cell; each figure is drawn once and kept as pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing

CELL_WIDE = 88
"""Width of a cell in px at 100 %."""
CELL_HIGH = 92
"""Height of a cell in px at 100 %."""
_PICTURE = 60


class FigureDelegate(QStyledItemDelegate):
    """Paints the figure whose id an item carries, its name below."""

    def __init__(self, library: DrawingLibrary, parent: QObject) -> None:
        """Paint figures of ``library``."""
        super().__init__(parent)
        self._library = library
        self._kept: dict[str, QPixmap] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the cell."""
        return QSize(theme().px(CELL_WIDE), theme().px(CELL_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint figure and name, with an edge where it is chosen."""
        look = theme()
        cell = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or pointed:
            painter.setPen(QPen(color(tokens.ACTION), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.TINT if chosen else tokens.TABLE_GROUND))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        side = look.px(_PICTURE)
        box = QRectF(cell.center().x() - side / 2, cell.y() + look.px(5), side, side)
        painter.drawPixmap(box, self._pixels(str(index.data(Qt.ItemDataRole.UserRole))), QRectF())
        font = look.font(12)
        metrics = QFontMetricsF(font)
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, cell.width() - 6)
        painter.setFont(font)
        painter.setPen(color(tokens.TEXT))
        line = QRectF(cell.x(), box.bottom(), cell.width(), cell.bottom() - box.bottom())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter.value), shown)
        painter.restore()

    def _pixels(self, figure: str) -> QPixmap:
        kept = self._kept.get(figure)
        if kept is None:
            side = theme().px(_PICTURE) * 2
            kept = QPixmap(side, side)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            paint_drawing(painter, self._library.figure(figure), QRectF(kept.rect()))
            painter.end()
            self._kept[figure] = kept
        return kept
