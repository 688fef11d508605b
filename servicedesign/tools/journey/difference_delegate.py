"""How one difference between two maps is painted: what differs, how it is now, how it will be.

Owns the height and the painting of one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

_SIDE: Final = 16
_GAP: Final = 8
_ARROW: Final = 20
_MOST_LINES: Final = 3
"""Lines of one side before an ellipsis; the whole is in the tool tip and on the sheet."""
_MOST_TEXT: Final = 400
_HEAD: Final = 40


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One row.

    Attributes:
        aspect: what differs; empty for the head of a phase.
        before: how it is today.
        after: how it will be.
        head: title of a phase, for a row that heads the ones below it.
    """

    aspect: str = ""
    before: str = ""
    after: str = ""
    head: str = ""


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a DifferenceLine; its height follows the width of the list."""

    def __init__(self, view: QWidget) -> None:
        """Paint rows of ``view``."""
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of all lines of the row."""
        line, look = index.data(Qt.ItemDataRole.UserRole), theme()
        width = self._view.width() - look.px(2 * _SIDE + 12)
        if not isinstance(line, DifferenceLine):
            return QSize(width, look.px(_HEAD))
        if line.head:
            title = _lines(line.head, _head_font(), width)
            return QSize(width, look.px(16) + len(title) * look.pitch(tokens.CONTENT_PX))
        tall = sum(block.height for block in _blocks(line, width))
        return QSize(width, max(int(tall) + look.px(2 * _GAP), look.px(32)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, words and the line below."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, DifferenceLine):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(rect, color(tokens.TINT))
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, color(tokens.EDGE if line.head else tokens.HAIRLINE))
        width = self._view.width() - look.px(2 * _SIDE + 12)
        left = rect.left() + look.px(_SIDE)
        if line.head:
            _paint_head(painter, line.head, left, rect, width)
        else:
            y = rect.top() + look.px(_GAP)
            for block in _blocks(line, width):
                block.paint(painter, left, y)
                y += block.height
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size and tone, perhaps after an arrow."""

    lines: Sequence[str]
    size: int
    tone: str
    bold: bool = False
    arrow: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * theme().pitch(self.size)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        look = theme()
        font, pitch = look.font(self.size, bold=self.bold), look.pitch(self.size)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(color(self.tone))
        base = (pitch - metrics.height()) / 2 + metrics.ascent()
        x = left + (look.px(_ARROW) if self.arrow else 0)
        if self.arrow:
            _paint_arrow(painter, left, top + pitch / 2)
        for place, text in enumerate(self.lines):
            painter.drawText(QPointF(x, top + place * pitch + base), text)


def _blocks(line: DifferenceLine, width: float) -> list[_Block]:
    look = theme()
    small, large = tokens.BASE_PX, tokens.CONTENT_PX
    blocks = [_Block(_lines(line.aspect, look.font(small), width), small, tokens.SECOND_TEXT)]
    if line.before:
        told = _lines(line.before, look.font(small), width)
        blocks.append(_Block(told, small, tokens.TEXT))
    if line.after:
        told = _lines(line.after, look.font(large, bold=True), width - look.px(_ARROW))
        blocks.append(_Block(told, large, tokens.TEXT, bold=True, arrow=True))
    return [block for block in blocks if block.lines]


def _head_font() -> QFont:
    return theme().font(tokens.CONTENT_PX, bold=True)


def _paint_head(painter: QPainter, title: str, left: float, rect: QRectF, width: float) -> None:
    shown = _Block(_lines(title, _head_font(), width), tokens.CONTENT_PX, tokens.TEXT, bold=True)
    shown.paint(painter, left, rect.bottom() - theme().px(4) - shown.height)


def _paint_arrow(painter: QPainter, left: float, middle: float) -> None:
    look = theme()
    painter.save()
    painter.setPen(QPen(color(tokens.ACTION), look.px(2)))
    end, wing = left + look.px(14), look.px(4)
    painter.drawLine(QPointF(left, middle), QPointF(end, middle))
    painter.drawLine(QPointF(end - wing, middle - wing), QPointF(end, middle))
    painter.drawLine(QPointF(end - wing, middle + wing), QPointF(end, middle))
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Paint the focus ring inside a row."""
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 2, 2)


def _lines(text: str, font: QFont, width: float) -> list[str]:
    """Return ``text`` in lines of ``width`` px, the last one with an ellipsis if there are more."""
    words = " ".join(text[:_MOST_TEXT].split())
    if not words:
        return []
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units = words.encode("utf-16-le", "surrogatepass")
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start = line.textStart() * 2
        end = start + line.textLength() * 2
        if len(found) == _MOST_LINES - 1 or end >= len(units):
            rest = units[start:].decode("utf-16-le", "surrogatepass")
            elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            found.append(elided)
            break
        found.append(units[start:end].decode("utf-16-le", "surrogatepass"))
    layout.endLayout()
    return found
