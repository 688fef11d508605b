"""How a drawn face is painted in the grid to choose from.

Owns the painting of one cell; each face is drawn once and kept as pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing
from servicedesign.ui.widgets.portrait import GROUND

CELL = 96
"""Side of a cell in px at 100 %."""

_FACE = 80


class FaceDelegate(QStyledItemDelegate):
    """Paints the face whose id an item carries."""

    def __init__(self, library: DrawingLibrary, parent: QObject) -> None:
        """Paint faces of ``library``."""
        super().__init__(parent)
        self._library = library
        self._kept: dict[str, QPixmap] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the cell."""
        return QSize(theme().px(CELL), theme().px(CELL))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the face, with an edge where it is chosen."""
        look = theme()
        rect = QRectF(option.rect)
        side = look.px(_FACE)
        box = QRectF(0, 0, side, side)
        box.moveCenter(rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.fillPath(shape, color(GROUND))
        face = str(index.data(Qt.ItemDataRole.UserRole))
        painter.setClipPath(shape)
        if face:
            painter.drawPixmap(box, self._pixels(face, side), QRectF())
        else:
            inner = box.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
            paint_icon(painter, "mdi6.account", inner, color(tokens.EDGE))
        painter.setClipping(False)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(tokens.ACTION), look.px(3)))
            reach = look.px(3)
            edge = box.adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(edge, look.px(10), look.px(10))
        painter.restore()

    def _pixels(self, face: str, side: int) -> QPixmap:
        kept = self._kept.get(face)
        if kept is None:
            kept = QPixmap(side * 2, side * 2)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            paint_drawing(painter, self._library.face(face), QRectF(kept.rect()))
            painter.end()
            self._kept[face] = kept
        return kept
