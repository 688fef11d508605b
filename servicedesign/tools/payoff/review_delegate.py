"""How one idea is painted in the list of the review: number, words, field and both answers.

Owns the painting of one row.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import Outcome
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

LINE = Qt.ItemDataRole.UserRole
_MARK, _SIGNS = 56, 68
_PAD, _FACTS = 8, 22
_MOST = 2


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One row.

    Attributes:
        item_id: of the item on the matrix.
        mark: number of the idea or letter of the cluster.
        title: its words, or what stands instead.
        colour: a key of ``tokens.STICKIES``; empty for a cluster.
        field: where it lies, in words.
        first: whether it is one of those to be done at once.
        action: whether it fits what the persona does.
        thought: whether it fits what the persona thinks.
    """

    item_id: str
    mark: str
    title: str
    colour: str
    field: str
    first: bool
    action: Outcome
    thought: Outcome


class ReviewDelegate(QStyledItemDelegate):
    """Paints a ReviewLine."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of field and title."""
        look, line, owner = theme(), index.data(LINE), self.parent()
        assert isinstance(owner, QListWidget)
        count = 1
        if isinstance(line, ReviewLine):
            count = max(1, len(_words(line, owner.viewport().width())))
        height = look.px(2 * _PAD + _FACTS) + count * look.pitch(tokens.CONTENT_PX) + 1
        return QSize(look.px(200), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint disc, field, title and signs."""
        line = index.data(LINE)
        if not isinstance(line, ReviewLine):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(rect, color(tokens.TINT))
            painter.fillRect(QRectF(rect.left(), rect.top(), look.px(4), rect.height()),
                             color(tokens.ACTION))  # fmt: skip
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1),
                         color(tokens.HAIRLINE))  # fmt: skip
        _paint_mark(painter, line, rect)
        left, right = rect.left() + look.px(_MARK), rect.right() - look.px(_SIGNS)
        facts = QRectF(left, rect.top() + look.px(_PAD), right - left, look.px(_FACTS))
        painter.setFont(look.font(bold=line.first))
        painter.setPen(color(tokens.ACTION if line.first else tokens.SECOND_TEXT))
        painter.drawText(facts, int(Qt.AlignmentFlag.AlignVCenter.value), line.field)
        painter.setFont(look.font(tokens.CONTENT_PX, bold=current))
        painter.setPen(color(tokens.TEXT))
        pitch = look.pitch(tokens.CONTENT_PX)
        for number, words in enumerate(_words(line, int(rect.width()))):
            place = QRectF(left, facts.bottom() + number * pitch, right - left + 1, pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        for number, answer in enumerate((line.action, line.thought)):
            middle = QPointF(right + look.px(18 + 28 * number), rect.center().y())
            paint_answer(painter, answer, middle, look.px(8))
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, rect)
        painter.restore()


def _words(line: ReviewLine, width: int) -> list[str]:
    look = theme()
    room = width - look.px(_MARK + _SIGNS)
    return text_lines(line.title, look.font(tokens.CONTENT_PX, bold=True), room, _MOST)


def _paint_mark(painter: QPainter, line: ReviewLine, rect: QRectF) -> None:
    look = theme()
    middle = QPointF(rect.left() + look.px(_MARK / 2 + 2), rect.center().y())
    radius = look.px(17)
    painter.setPen(QPen(color(tokens.INK), look.px(2.5 if line.first else 1)))
    painter.setBrush(color(tokens.STICKIES.get(line.colour, tokens.GROUND)))
    painter.drawEllipse(middle, radius, radius)
    font = look.font(bold=True)
    wide = QFontMetricsF(font).horizontalAdvance(line.mark)
    if wide > 1.7 * radius:
        font.setPixelSize(max(look.px(9), int(font.pixelSize() * 1.7 * radius / wide)))
    painter.setFont(font)
    painter.setPen(color(tokens.INK))
    box = QRectF(middle.x() - 2 * radius, middle.y() - radius, 4 * radius, 2 * radius)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), line.mark)


def paint_answer(painter: QPainter, answer: Outcome, middle: QPointF, reach: float) -> None:
    """Paint ring, triangle or cross for an answer, a small dash while there is none."""
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if answer is Outcome.DONE:
        painter.setPen(QPen(color(tokens.SUCCESS), look.px(3)))
        painter.drawEllipse(middle, reach * 0.85, reach * 0.85)
    elif answer is Outcome.PARTLY:
        painter.setPen(QPen(color(tokens.TEXT), look.px(2)))
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(0, -reach),
                    middle + QPointF(reach, reach * 0.8),
                    middle + QPointF(-reach, reach * 0.8),
                ]
            )
        )
    elif answer is Outcome.FAILED:
        painter.setPen(QPen(color(tokens.ERROR), look.px(3)))
        side = reach * 0.8
        painter.drawLine(middle + QPointF(-side, -side), middle + QPointF(side, side))
        painter.drawLine(middle + QPointF(-side, side), middle + QPointF(side, -side))
    else:
        painter.setPen(QPen(color(tokens.EDGE), look.px(2)))
        painter.drawLine(middle - QPointF(reach * 0.5, 0), middle + QPointF(reach * 0.5, 0))


def _paint_focus(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, tone in ((5, tokens.INK), (3, tokens.RING)):
        painter.setPen(QPen(color(tone), look.px(width)))
        half = look.px(3)
        painter.drawRect(rect.adjusted(half, half, -half - 1, -half - 1))
