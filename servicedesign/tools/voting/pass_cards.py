"""The ideas as large cards for one person: chosen by key, mouse or finger.

Owns the cards' look and hands. How many votes one has, and where they go, is kept by ``pass_vote``.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from servicedesign import tokens
from servicedesign.tools.voting.row_look import has_focus
from servicedesign.tools.voting.target_grid import SLACK, TargetGrid
from servicedesign.tools.voting.target_line import TargetLine, label_width, paint_dots
from servicedesign.tools.voting.target_model import TargetModel
from servicedesign.ui.canvas.note_painter import paint_symbol
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme

_CARD, _LEAST, _GAP, _LESS = 76, 330, 10, 52
_MOST_COLUMNS = 3
_TITLE_PX = 20
_PAUSE_MS = 1200
"""So long after the last digit another number begins, in ms."""
_ADD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Plus)
_TAKE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Minus)


class PassCards(TargetGrid):
    """Cards in columns.

    Signals:
        added: the id of an idea that gets one more vote.
        taken: the id of an idea that gets one less.
    """

    added = Signal(str)
    taken = Signal(str)

    def __init__(self, model: TargetModel, name: str, parent: QWidget | None = None) -> None:
        """Show ``model``."""
        super().__init__(model, name, _CARD, parent)
        self._typed = ""
        self._given: Mapping[str, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._forget)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_given(self, given: Mapping[str, int]) -> None:
        """Show how many votes each idea has got from this person."""
        self._given = dict(given)
        self.viewport().update()

    def given(self, target_id: str) -> int:
        """Return how many votes an idea has got from this person."""
        return self._given.get(target_id, 0)

    def label_room(self) -> float:
        """Return the width kept for numbers, in px."""
        font = theme().font(_TITLE_PX, bold=True)
        return label_width(font, [line.label for line in self._targets.lines()])

    def _fit(self) -> None:
        look = theme()
        wide = self.viewport().width() - SLACK
        columns = max(1, min(_MOST_COLUMNS, wide // look.px(_LEAST)))
        size = QSize(max(1, wide // columns), look.px(_CARD))
        if size != self.gridSize():
            self.setGridSize(size)

    def go_first(self) -> None:
        """Let the keys go to the first card, and show it."""
        self._forget()
        if self._targets.rowCount():
            self.setCurrentIndex(self._targets.index(0))
        self.scrollToTop()

    def _forget(self) -> None:
        self._typed = ""

    # Keys and mouse ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter give, Backspace takes, digits go to a number."""
        key = event.key()
        line = self._targets.line(self.currentIndex().row())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            event.ignore()
        elif key in _ADD and line is not None:
            self.added.emit(line.target_id)
        elif key in _TAKE and line is not None:
            self.taken.emit(line.target_id)
        elif event.text().isalnum():
            self._go_to(event.text().upper())
        elif key == Qt.Key.Key_Escape:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go_to(self, letter: str) -> None:
        self._typed += letter
        self._pause.start()
        for row, line in enumerate(self._targets.lines()):
            if line.label == self._typed:
                self.setCurrentIndex(self._targets.index(row))
                self.scrollTo(self._targets.index(row))
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Give a vote, or take one back at the right end of a card that has some."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._targets.line(index.row())
        if line is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setCurrentIndex(index)
        card = card_rect(QRectF(self.visualRect(index)))
        less = card.right() - theme().px(_LESS)
        if self.given(line.target_id) and event.position().x() >= less:
            self.taken.emit(line.target_id)
        else:
            self.added.emit(line.target_id)

    # Painting ---------------------------------------------------------------------------------

    def paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, line: TargetLine
    ) -> None:
        """Paint the card, its words and its votes."""
        look = theme()
        card = card_rect(QRectF(option.rect))
        votes = self.given(line.target_id)
        self._paint_ground(painter, option, card, votes)
        x = card.left() + look.px(16)
        if line.colour:
            middle = card.center()
            middle.setX(x + look.px(8))
            paint_symbol(painter, line.colour, middle, look.px(16))
        x += look.px(28)
        bold = look.font(_TITLE_PX, bold=True)
        painter.setPen(color(tokens.TEXT))
        painter.setFont(bold)
        room = self.label_room()
        number = QRectF(x, card.top(), room + 2, card.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter.value), line.label)
        x += room + look.px(14)
        right = card.right() - look.px(12)
        if votes:
            right = self._paint_votes(painter, card, votes)
        font = look.font(_TITLE_PX, bold=bool(votes))
        _paint_title(painter, line.title, font, QRectF(x, card.top(), right - x, card.height()))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, votes: int
    ) -> None:
        look = theme()
        radius = look.px(tokens.RADIUS)
        painter.setBrush(color(tokens.TINT if votes else tokens.GROUND))
        if has_focus(option):
            painter.setPen(QPen(color(tokens.RING), look.px(3)))
            painter.drawRoundedRect(card.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
            painter.setPen(QPen(color(tokens.INK), look.px(2)))
        else:
            tone = tokens.ACTION if votes else tokens.EDGE
            painter.setPen(QPen(color(tone), look.px(2) if votes else 1))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_votes(self, painter: QPainter, card: QRectF, votes: int) -> float:
        """Paint the votes and the sign that takes one back; return where they begin."""
        look = theme()
        side = look.px(22)
        sign = QRectF(0, 0, side, side)
        middle = card.center()
        middle.setX(card.right() - look.px(_LESS) / 2)
        sign.moveCenter(middle)
        paint_icon(painter, "mdi6.minus-circle-outline", sign, color(tokens.ACTION))
        dot = look.px(16)
        shown = min(votes, 3)
        words = f"×{votes}" if votes > shown else ""
        font = look.font(_TITLE_PX, bold=True)
        extra = QFontMetricsF(font).horizontalAdvance(words) + look.px(8) if words else 0
        left = card.right() - look.px(_LESS) - shown * dot * 1.5 - extra
        end = paint_dots(painter, shown, 0, left, card.center().y(), dot)
        if words:
            painter.setFont(font)
            painter.setPen(color(tokens.TEXT))
            place = QRectF(end + look.px(6), card.top(), extra, card.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        return left - look.px(12)


def card_rect(cell: QRectF) -> QRectF:
    """Return the card in a cell of the grid."""
    gap = theme().px(_GAP) / 2
    return cell.adjusted(gap, gap, -gap, -gap)


def _paint_title(painter: QPainter, title: str, font: QFont, box: QRectF) -> None:
    """Paint a title on at most two lines."""
    painter.setFont(font)
    painter.setPen(color(tokens.TEXT))
    lines = text_lines(title, font, box.width(), 2)
    pitch = theme().px(_TITLE_PX * 1.4)
    top = box.center().y() - pitch * len(lines) / 2
    for number, line in enumerate(lines):
        place = QRectF(box.left(), top + number * pitch, box.width() + 2, pitch)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), line)
