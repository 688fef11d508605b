"""How one cell of the comparison is measured and painted: marks first, then the words.

Owns the look of a cell. What it holds is ``comparison_model``'s.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Certainty
from servicedesign.tools.persona.comparison_model import CELL, CHOICE, SURENESS, CellView
from servicedesign.tools.persona.marked_text import MarkedText, lay_marked
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, theme

MOST_LINES = 9
"""Lines that a cell shows; the form has the rest."""
_PAD_X = 10
_PAD_Y = 8
_MARKS = 24
"""Height of the line over the reason, px at 100 %: the star, or the way to choose."""
_ASIDE = 62
"""Width of the marks right of the words, px at 100 %."""
_GAP = 6
_LEVELS = 5


class ComparisonDelegate(QStyledItemDelegate):
    """Paints a CellView; measured lines are kept until width or text change."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make a delegate whose words are in the language of ``t``."""
        super().__init__(parent)
        self.t = t
        self._known: dict[tuple[str, int, bool, tuple[tuple[int, int], ...]], MarkedText] = {}

    def height(self, cell: CellView, width: int) -> int:
        """Return the height that ``cell`` wants in a column ``width`` px wide."""
        look = theme()
        words = len(self._laid(cell, width).lines) * look.pitch(tokens.BASE_PX)
        over = look.px(_MARKS) if self._has_line(cell) else 0
        return max(over + words, look.pitch(tokens.BASE_PX)) + 2 * look.px(_PAD_Y) + 1

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that the cell wants."""
        cell = index.data(CELL)
        width = option.rect.width()
        return QSize(width, self.height(cell, width) if isinstance(cell, CellView) else 0)

    def _has_line(self, cell: CellView) -> bool:
        return cell.field == CHOICE and (cell.chosen or bool(cell.action))

    def _aside(self, cell: CellView) -> int:
        """Return the width in px that marks take beside the words."""
        return 0 if cell.field in (CHOICE, SURENESS) else theme().px(_ASIDE)

    def _laid(self, cell: CellView, width: int) -> MarkedText:
        bold = cell.field == "motto" or (cell.field == CHOICE and cell.chosen)
        key = (cell.text, width - self._aside(cell), bold, cell.differs)
        if key not in self._known:
            if len(self._known) > 600:
                self._known.clear()
            room = width - 2 * theme().px(_PAD_X) - self._aside(cell)
            font = theme().font(bold=bold)
            self._known[key] = lay_marked(cell.text, font, room, MOST_LINES, cell.differs)
        return self._known[key]

    # Painting ---------------------------------------------------------------------------------

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, marks, words, and the frame of the current cell."""
        cell = index.data(CELL)
        if not isinstance(cell, CellView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        ground = tokens.GROUND
        if cell.field == CHOICE and cell.chosen:
            ground = tokens.TINT
        elif cell.field == "problems" and cell.text:
            ground = tokens.PAIN_BAND
        painter.fillRect(rect, color(ground))
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()),
                         color(tokens.HAIRLINE))  # fmt: skip
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1),
                         color(tokens.HAIRLINE))  # fmt: skip
        look = theme()
        inner = rect.adjusted(look.px(_PAD_X), look.px(_PAD_Y), -look.px(_PAD_X), 0)
        line = QRectF(inner.left(), inner.top(), inner.width(), look.pitch(tokens.BASE_PX))
        if self._has_line(cell):
            self._paint_choice(painter, line, cell)
            inner.setTop(inner.top() + look.px(_MARKS))
        elif self._aside(cell):
            self._paint_marks(painter, line, cell)
        self._paint_words(painter, inner, cell, option.rect.width())
        self._paint_frame(painter, option, rect)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRectF, cell: CellView, width: int) -> None:
        if cell.level is not None:
            self._paint_level(painter, inner, cell.level)
            return
        if not cell.text:
            if cell.field != CHOICE:
                painter.setFont(theme().font())
                painter.setPen(color(tokens.SECOND_TEXT))
                place = QRectF(inner.left(), inner.top(), inner.width(),
                               theme().pitch(tokens.BASE_PX))  # fmt: skip
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), self.t("まだ"))
            return
        tone = tokens.SECOND_TEXT if cell.same else tokens.TEXT
        self._laid(cell, width).paint(painter, inner.left(), inner.top(), color(tone))

    def _paint_level(self, painter: QPainter, inner: QRectF, level: int) -> None:
        look = theme()
        side, step = look.px(12), look.px(18)
        middle = inner.top() + look.pitch(tokens.BASE_PX) / 2
        for number in range(_LEVELS):
            sign = Sign.DONE if number < level else Sign.NONE
            box = QRectF(inner.left() + number * step, middle - side / 2, side, side)
            paint_sign(painter, sign, box, color(tokens.TEXT))

    def _paint_marks(self, painter: QPainter, place: QRectF, cell: CellView) -> None:
        """Paint how sure it is at the right end, and left of it what it rests on."""
        look, tone = theme(), color(tokens.SECOND_TEXT)
        side, x = look.px(12), place.right()
        signs = {Certainty.FACT: Sign.DONE, Certainty.GUESS: Sign.NONE}
        if cell.certainty in signs:
            x -= side
            box = QRectF(x, place.center().y() - side / 2, side, side)
            paint_sign(painter, signs[cell.certainty], box, tone)
            x -= look.px(_GAP)
        else:
            x -= side + look.px(_GAP)
        if cell.evidence:
            self._paint_count(painter, place, x, cell.evidence)
        elif cell.certainty is Certainty.FACT:
            box = QRectF(x - side, place.center().y() - side / 2, side, side)
            paint_sign(painter, Sign.LOOK, box, tone)

    def _paint_count(self, painter: QPainter, place: QRectF, right: float, count: int) -> None:
        look, tone = theme(), color(tokens.SECOND_TEXT)
        words = str(count) if count < 100 else "99+"
        width = QFontMetricsF(look.font()).horizontalAdvance(words)
        self._paint_word(painter, place, right - width, words, tokens.SECOND_TEXT)
        side = look.px(14)
        left = right - width - look.px(3) - side
        box = QRectF(left, place.center().y() - side / 2, side, side)
        paint_icon(painter, "mdi6.format-quote-close", box, tone)

    def _paint_choice(self, painter: QPainter, place: QRectF, cell: CellView) -> None:
        look = theme()
        side = look.px(18)
        star = QRectF(place.left(), place.center().y() - side / 2, side, side)
        icon = "mdi6.star" if cell.chosen else "mdi6.star-outline"
        paint_icon(painter, icon, star, color(tokens.ACTION))
        word = self.t.context("tab", "この人に絞った") if cell.chosen else cell.action
        x = place.left() + look.px(24)
        self._paint_word(painter, place, x, word, tokens.ACTION, bold=cell.chosen,
                         link=not cell.chosen)  # fmt: skip

    def _paint_word(
        self,
        painter: QPainter,
        place: QRectF,
        x: float,
        word: str,
        tone: str,
        *,
        bold: bool = False,
        link: bool = False,
    ) -> float:
        font = theme().font(bold=bold)
        font.setUnderline(link)
        metrics = QFontMetricsF(font)
        room = max(0.0, place.right() - x)
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(font)
        painter.setPen(color(tone))
        base = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, base), shown)
        return ceil(metrics.horizontalAdvance(shown))

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        look = theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pairs: tuple[tuple[int, str, float], ...]
        if option.state & QStyle.StateFlag.State_HasFocus:
            pairs = ((3, tokens.RING, 1.5), (2, tokens.INK, 4.0))
        else:
            pairs = ((2, tokens.ACTION, 1.0),)
        for width, tone, inset in pairs:
            painter.setPen(QPen(color(tone), look.px(width)))
            reach = inset * look.scale / 100
            painter.drawRect(rect.adjusted(reach, reach, -reach - 1, -reach - 1))
