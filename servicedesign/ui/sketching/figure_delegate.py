"""How a bundled figure is painted in the palette.

Owns the painting of one cell; each figure is drawn once and kept as pixels.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing

CELL_WIDE = 108
"""Width of a cell in px at 100 %."""
CELL_HIGH = 112
"""Height of a cell in px at 100 %."""
_PICTURE = 60
_LINE = 19


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
        painter.setPen(color(tokens.TEXT))
        painter.setFont(look.font())
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        pitch = look.px(_LINE)
        room = cell.width() - look.px(8)
        for number, line in enumerate(_two_lines(name, look.font(), room)):
            top = box.bottom() + look.px(2) + number * pitch
            place = QRectF(cell.x(), top, cell.width(), pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter.value), line)
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


def _two_lines(name: str, font: QFont, room: float) -> list[str]:
    """Return ``name`` on at most two lines, parted at a phrase; a longer one ends with dots."""
    layout = QTextLayout(name, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    at = line.textLength()
    layout.endLayout()
    if not name[at:].strip():
        return [name.rstrip()]
    metrics = QFontMetricsF(font)
    better = _phrase_before(name, at)
    if better and metrics.horizontalAdvance(name[better:]) <= room:
        at = better
    rest = metrics.elidedText(name[at:].strip(), Qt.TextElideMode.ElideRight, room)
    return [name[:at].rstrip(), rest]


@lru_cache(maxsize=512)
def _phrase_before(name: str, at: int) -> int:
    """Return the last place up to ``at`` where a Japanese phrase begins, or 0."""
    if name.isascii():
        return 0
    from servicedesign.paper.phrases import japanese_phrases  # late: read with the first figures

    model = japanese_phrases()
    return next((place for place in range(at, 0, -1) if model.begins(name, place)), 0)
