"""How one principle is painted in the list: number, title, mark.

Owns the painting of one line.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import Answer
from servicedesign.tools.principles.answers import SIGNS
from servicedesign.ui.marks import paint_sign
from servicedesign.ui.theme import color, theme

MOST_ROW = 48
LEAST_ROW = 38
"""Heights of a line in px at 100 %."""

RAIL = 160
"""Width in px at 100 % under which number and mark stand alone."""

_NUMBER = 44
_RAIL_NUMBER = 34
_TITLE = 56


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line.

    Attributes:
        number: of the principle.
        title: its title.
        answer: what follows from its questions.
    """

    number: int
    title: str
    answer: Answer


class ListDelegate(QStyledItemDelegate):
    """Paints a ListLine."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, number, title, mark and the line below."""
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, ListLine):
            return
        look, rect = theme(), QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        tone = color(tokens.ACTION if current else tokens.TEXT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.fillRect(rect, color(tokens.TINT))
            bar = QRectF(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, color(tokens.ACTION))
        below = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, color(tokens.HAIRLINE))
        painter.setPen(tone)
        painter.setFont(look.font(tokens.CONTENT_PX, bold=True))
        rail = rect.width() < look.px(RAIL)
        number = _RAIL_NUMBER if rail else _NUMBER
        place = QRectF(rect.left(), rect.top(), look.px(number), rect.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags.value), str(line.number))
        side = look.px(16)
        left = rect.right() - look.px(10 if rail else 18) - side
        if line.answer in SIGNS:
            box = QRectF(left, rect.center().y() - side / 2, side, side)
            paint_sign(painter, SIGNS[line.answer], box, tone)
        if not rail:
            room = QRectF(rect).adjusted(look.px(_TITLE), 0, 0, 0)
            room.setRight(left - look.px(8))
            _paint_title(painter, line.title, room, tone, bold=current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, rect)
        painter.restore()


def _paint_focus(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone, inset in ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0)):
        painter.setPen(QPen(color(tone), look.px(width)))
        reach = inset * look.scale / 100
        painter.drawRoundedRect(rect.adjusted(reach, reach, -reach, -reach), 2, 2)


def _paint_title(painter: QPainter, title: str, room: QRectF, tone: QColor, *, bold: bool) -> None:
    """Paint on one line, or smaller on two where it is too long for one."""
    look = theme()
    font = look.font(tokens.CONTENT_PX, bold=bold)
    # The bold width decides, so that nothing moves when the line becomes the current one.
    widest = QFontMetricsF(look.font(tokens.CONTENT_PX, bold=True)).horizontalAdvance(title)
    if widest <= room.width():
        painter.setFont(font)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), title)
        return
    font = look.font(tokens.BASE_PX, bold=bold)
    lines = _two_lines(title, font, room.width())
    metrics = QFontMetricsF(font)
    pitch = look.px(18)
    top = room.center().y() - pitch * len(lines) / 2
    painter.setFont(font)
    painter.setPen(tone)
    for number, text in enumerate(lines):
        base = top + number * pitch + (pitch - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(room.left(), base), text)


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    units = text.encode("utf-16-le", "surrogatepass")
    end = first.textLength() * 2
    layout.endLayout()
    head = units[:end].decode("utf-16-le", "surrogatepass")
    rest = units[end:].decode("utf-16-le", "surrogatepass")
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [head, shown] if rest else [head]
