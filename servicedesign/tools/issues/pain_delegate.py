"""How a pain point that nobody took up is painted: where it stands, its words, and 課題にする.

Owns the painting of one row, and where in it the button is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from servicedesign import tokens
from servicedesign.model import EvidenceLevel
from servicedesign.tools.issues.row_painting import (
    FACTS,
    TOP,
    paint_facts,
    paint_focus,
    paint_ground,
    paint_lines,
)
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

LINE = Qt.ItemDataRole.UserRole
_LEFT = 32
_EDGE = 12
_BUTTON = 32
_BESIDE = 360
"""Width of a row in px at 100 % from which the button stands beside the words."""
_MOST = 2


@dataclass(frozen=True, slots=True)
class PainLine:
    """One row.

    Attributes:
        cell_id: of the card on the map.
        text: its words.
        phase: where it stands; perhaps with the map.
        feeling: the feeling of the phase in words, or empty.
        level: of evidence.
        take: what the button says; empty where nothing may be written.
    """

    cell_id: str
    text: str
    phase: str
    feeling: str
    level: EvidenceLevel
    take: str


class PainDelegate(QStyledItemDelegate):
    """Paints a PainLine."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of facts and words."""
        look = theme()
        line = index.data(LINE)
        owner = self.parent()
        assert isinstance(owner, QListWidget)
        count, below = 1, 0
        if isinstance(line, PainLine):
            box = QRectF(0, 0, owner.viewport().width(), 100)
            count = max(1, len(_words(line, box)))
            below = look.px(_BUTTON + 4) if line.take and _narrow(box) else 0
        height = look.px(2 * TOP + FACTS) + count * look.pitch(tokens.CONTENT_PX) + 1
        return QSize(look.px(160), height + below)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint facts, words and button."""
        line = index.data(LINE)
        if not isinstance(line, PainLine):
            return
        look, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, rect, shown_beside=False)
        room = _room(line, rect)
        facts = QRectF(room.left(), rect.top() + look.px(TOP), room.width(), look.px(FACTS))
        paint_facts(painter, facts, (line.phase, line.feeling), line.level)
        words = QRectF(room.left(), facts.bottom(), room.width(), rect.height())
        pitch = look.pitch(tokens.CONTENT_PX)
        paint_lines(painter, _words(line, rect), look.font(tokens.CONTENT_PX), words, pitch)
        if line.take:
            _paint_button(painter, line.take, button_rect(line, rect))
        paint_focus(painter, option, rect)
        painter.restore()


def button_rect(line: PainLine, rect: QRectF) -> QRectF:
    """Return where in the row ``rect`` the button is: at the right, in a narrow row below."""
    look = theme()
    if not line.take:
        return QRectF()
    width = QFontMetricsF(look.font()).horizontalAdvance(line.take) + look.px(2 * 12)
    height = look.px(_BUTTON)
    if _narrow(rect):
        left = rect.left() + look.px(_LEFT)
        return QRectF(left, rect.bottom() - look.px(TOP) - height, width, height)
    left = rect.right() - look.px(_EDGE) - width
    return QRectF(left, rect.center().y() - height / 2, width, height)


def _narrow(rect: QRectF) -> bool:
    return rect.width() < theme().px(_BESIDE)


def _room(line: PainLine, rect: QRectF) -> QRectF:
    look = theme()
    left = rect.left() + look.px(_LEFT)
    beside = line.take and not _narrow(rect)
    right = button_rect(line, rect).left() if beside else rect.right()
    return QRectF(left, rect.top(), right - look.px(_EDGE) - left, rect.height())


def _words(line: PainLine, rect: QRectF) -> list[str]:
    font = theme().font(tokens.CONTENT_PX)
    return text_lines(line.text, font, _room(line, rect).width(), _MOST)


def _paint_button(painter: QPainter, label: str, box: QRectF) -> None:
    look = theme()
    painter.setPen(QPen(color(tokens.EDGE), 1))
    painter.setBrush(color(tokens.GROUND))
    radius = look.px(tokens.RADIUS)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(look.font())
    painter.setPen(color(tokens.ACTION))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), label)
