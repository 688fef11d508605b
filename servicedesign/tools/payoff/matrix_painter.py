"""How the matrix looks on screen: fields, axes, whiskers, discs, the tray, the one that is dragged.

Owns the painting. Where things lie is the layout's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.payoff.matrix_layout import HEAD, RADIUS, TRAY_LABEL, MatrixLayout
from servicedesign.tools.payoff.quadrants import HINTS, NAMES, PLACES, Quadrant
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import HIGHEST, LOWEST, shown, value_of
from servicedesign.tools.payoff.seen import Seen
from servicedesign.tools.payoff.words import AXES
from servicedesign.ui.theme import color, theme

MOST_WHISKERS = 24
"""With more ideas than this, only those of the one in use are shown."""

_FILLS = {Quadrant.NOW: tokens.TINT, Quadrant.LET_BE: tokens.GROUND}
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_CENTRE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Look:
    """What is painted besides the places.

    Attributes:
        current: the idea in use.
        focused: whether the matrix has the focus.
        dragged: the idea that is being dragged.
        pointer: where it is dragged.
        others: where other raters see the idea in use.
        note: what stands over the fields instead of discs, or empty.
    """

    current: str = ""
    focused: bool = False
    dragged: str = ""
    pointer: QPointF = field(default_factory=QPointF)
    others: Sequence[tuple[float, float]] = ()
    note: str = ""


class MatrixPainter:
    """Paints one layout."""

    def __init__(self, painter: QPainter, layout: MatrixLayout, look: Look, t: Translator) -> None:
        """Paint ``layout`` with ``painter``."""
        self._painter = painter
        self._layout = layout
        self._look = look
        self.t = t
        self._theme = theme()

    def paint(self) -> None:
        """Paint everything."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for quadrant in Quadrant:
            self._field(quadrant)
        self._axes()
        self._tray()
        if self._look.note:
            self._note()
        self._whiskers()
        self._leaders()
        self._discs()
        if self._look.dragged:
            self._dragged()

    # Fields and axes --------------------------------------------------------------------------

    def _field(self, quadrant: Quadrant) -> None:
        painter, look, t = self._painter, self._theme, self.t
        box = self._layout.field(quadrant)
        painter.fillRect(box, color(_FILLS.get(quadrant, tokens.TABLE_GROUND)))
        if quadrant is Quadrant.LET_BE:
            painter.setPen(QPen(color(tokens.HAIRLINE), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        head = look.px(HEAD)
        top = box.bottom() - head if PLACES[quadrant][1] else box.top()
        line = QRectF(box.left() + look.px(12), top, box.width() - look.px(24), head)
        font = look.font(tokens.CONTENT_PX, bold=True)
        name, hint = t(NAMES[quadrant]), t(HINTS[quadrant])
        tone = tokens.ACTION if quadrant is Quadrant.NOW else tokens.TEXT
        wide = self._words(line, name, font=font, tone=tone)
        rest = line.adjusted(wide + look.px(10), 0, 0, 0)
        if QFontMetricsF(look.font()).horizontalAdvance(hint) <= rest.width():
            self._words(rest, hint, tone=tokens.SECOND_TEXT)

    def _words(
        self,
        box: QRectF,
        words: str,
        *,
        font: QFont | None = None,
        tone: str = tokens.TEXT,
        side: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        """Write one line, cut with dots where it is too long, and return its width."""
        painter = self._painter
        painter.setFont(font if font is not None else self._theme.font())
        painter.setPen(color(tone))
        metrics = QFontMetricsF(painter.font())
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, int((side | _CENTRE).value), said)
        return metrics.horizontalAdvance(said)

    def _axes(self) -> None:
        painter, look, t = self._painter, self._theme, self.t
        whole = self._layout.fields()
        painter.setPen(QPen(color(tokens.TEXT), look.px(1)))
        x, y = whole.left() - look.px(5), whole.bottom() + look.px(5)
        painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))
        tick, side = look.px(3), look.px(22)
        for number in range(LOWEST, HIGHEST + 1):
            value = value_of(number)
            at = self._layout.point(value, value)
            painter.setPen(QPen(color(tokens.TEXT), look.px(1)))
            painter.drawLine(QPointF(x - tick, at.y()), QPointF(x, at.y()))
            painter.drawLine(QPointF(at.x(), y), QPointF(at.x(), y + tick))
            left = QRectF(x - tick - side, at.y() - side / 2, side - look.px(2), side)
            self._words(left, str(number), side=_RIGHT)
            below = QRectF(at.x() - side, y + tick, 2 * side, look.px(18))
            self._words(below, str(number), side=_MIDDLE)
        bold = look.font(bold=True)
        line = QRectF(whole.left(), y + look.px(20), whole.width(), look.px(20))
        self._words(line, t("実現性（費用・人手・決まり）"), font=bold, side=_MIDDLE)
        self._ends(line)
        self._upward(whole)

    def _ends(self, line: QRectF) -> None:
        t = self.t
        metrics = QFontMetricsF(self._theme.font())
        title = QFontMetricsF(self._theme.font(bold=True)).horizontalAdvance(
            t("実現性（費用・人手・決まり）")
        )
        room = (line.width() - title) / 2 - self._theme.px(12)
        for words, side in ((t("むずかしい"), _LEFT), (t("すぐできる"), _RIGHT)):
            if metrics.horizontalAdvance(words) <= room:
                self._words(line, words, tone=tokens.SECOND_TEXT, side=side)

    def _upward(self, whole: QRectF) -> None:
        """Write the name of the upward axis: letters one below the other, or turned."""
        painter, look = self._painter, self._theme
        name = self.t(AXES[Axis.IMPACT])
        painter.save()
        painter.setFont(look.font(bold=True))
        painter.setPen(color(tokens.TEXT))
        if self.t.lang == "ja":
            step = look.px(17)
            top = whole.center().y() - step * len(name) / 2
            for place, letter in enumerate(name):
                box = QRectF(0, top + place * step, look.px(16), step)
                painter.drawText(box, int((_MIDDLE | _CENTRE).value), letter)
        else:
            painter.translate(0, whole.center().y())
            painter.rotate(-90)
            box = QRectF(-whole.height() / 2, 0, whole.height(), look.px(18))
            painter.drawText(box, int((_MIDDLE | _CENTRE).value), name)
        painter.restore()

    def _note(self) -> None:
        painter, look = self._painter, self._theme
        whole = self._layout.fields()
        wide = min(whole.width() - look.px(40), look.px(440))
        box = QRectF(0, 0, wide, look.px(150))
        box.moveCenter(whole.center())
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(color(tokens.GROUND))
        painter.drawRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.setFont(look.font(tokens.CONTENT_PX))
        painter.setPen(color(tokens.TEXT))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        inner = box.adjusted(look.px(20), look.px(12), -look.px(20), -look.px(12))
        painter.drawText(inner, int(flags), self._look.note)

    # The tray ---------------------------------------------------------------------------------

    def _tray(self) -> None:
        painter, look, layout, t = self._painter, self._theme, self._layout, self.t
        tray = layout.tray()
        over = self._look.dragged and tray.contains(self._look.pointer)
        painter.setPen(
            QPen(color(tokens.ACTION if over else tokens.HAIRLINE), look.px(2) if over else 1)
        )
        painter.setBrush(color(tokens.TINT if over else tokens.GROUND))
        radius = look.px(tokens.RADIUS)
        painter.drawRoundedRect(tray.adjusted(1, 1, -1, -1), radius, radius)
        label = QRectF(look.px(12), tray.top(), look.px(TRAY_LABEL - 12), tray.height())
        count = len(layout.waiting)
        if count:
            words = t.plural("まだの案 {n}", count)
            self._words(label, words, font=look.font(bold=True))
        elif not self._look.note:
            wide = tray.adjusted(look.px(12), 0, -look.px(12), 0)
            self._words(wide, t("どの案にも点が付いています"), tone=tokens.SECOND_TEXT)
        hidden = layout.tray_rows() - layout.rows_in_view()
        if hidden > 0:
            first, last = layout.scroll > 0, layout.scroll < hidden
            words = t("↑↓ ほかにもあります") if first or last else ""
            line = QRectF(
                look.px(12), tray.bottom() - look.px(26), look.px(TRAY_LABEL - 12), look.px(20)
            )
            self._words(line, words, tone=tokens.SECOND_TEXT)

    # Discs ------------------------------------------------------------------------------------

    def _whiskers(self) -> None:
        placed = [one for one in self._layout.shown if one.place is not None]
        few = len(placed) <= MOST_WHISKERS
        for one in placed:
            if few or one.id == self._look.current:
                self._whisker(one)
        self._others()

    def _whisker(self, one: Seen) -> None:
        painter, look, layout = self._painter, self._theme, self._layout
        current = one.id == self._look.current
        tone = tokens.ACTION if current else tokens.SECOND_TEXT
        painter.setPen(QPen(color(tone), look.px(2 if current else 1)))
        impact, feasibility = one.place or (0.0, 0.0)
        for span, upward in ((one.feasibility_span, False), (one.impact_span, True)):
            if span is None or span[0] == span[1]:
                continue
            low, high = span
            start = layout.point(low, feasibility) if upward else layout.point(impact, low)
            end = layout.point(high, feasibility) if upward else layout.point(impact, high)
            painter.drawLine(start, end)

    def _others(self) -> None:
        """Show where others see the idea in use, as small rings."""
        painter, look = self._painter, self._theme
        painter.setPen(QPen(color(tokens.SECOND_TEXT), look.px(2)))
        painter.setBrush(color(tokens.GROUND))
        for place in self._look.others:
            painter.drawEllipse(self._layout.point(*place), look.px(5), look.px(5))

    def _leaders(self) -> None:
        """Draw a line from the place to a disc that had to leave it."""
        painter, look, layout = self._painter, self._theme, self._layout
        for item_id, lies in layout.discs.items():
            at = layout.places[item_id]
            if item_id == self._look.dragged:
                continue
            if hypot(at.x() - lies.x(), at.y() - lies.y()) > layout.radius * 0.4:
                painter.setPen(QPen(color(tokens.TEXT), look.px(1)))
                painter.drawLine(at, lies)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(tokens.TEXT))
                painter.drawEllipse(at, look.px(2.5), look.px(2.5))

    def _discs(self) -> None:
        last: Seen | None = None
        for one in self._layout.shown:
            if one.id == self._look.dragged:
                continue
            if one.id == self._look.current:
                last = one
            else:
                self._disc(one)
        if last is not None:
            self._disc(last)

    def _disc(self, one: Seen) -> None:
        middle = self._layout.middle(one.id)
        if middle is not None:
            waits = one.place is None
            radius = self._theme.px(RADIUS) if waits else self._layout.radius
            self.draw_disc(one, middle, radius)

    def draw_disc(self, one: Seen, middle: QPointF, radius: float) -> None:
        """Draw the disc of an idea around ``middle``."""
        painter, look = self._painter, self._theme
        current = one.id == self._look.current
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._look.focused:
                painter.setPen(QPen(color(tokens.INK), look.px(6)))
                painter.drawEllipse(middle, radius + look.px(3), radius + look.px(3))
                painter.setPen(QPen(color(tokens.RING), look.px(4)))
                painter.drawEllipse(middle, radius + look.px(3), radius + look.px(3))
            else:
                painter.setPen(QPen(color(tokens.ACTION), look.px(2)))
                painter.drawEllipse(middle, radius + look.px(3), radius + look.px(3))
        now = one.quadrant is Quadrant.NOW
        painter.setPen(QPen(color(tokens.INK), look.px(2.5 if now else 1)))
        painter.setBrush(color(tokens.STICKIES.get(one.idea.colour, tokens.GROUND)))
        painter.drawEllipse(middle, radius, radius)
        font = look.font(bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(one.idea.mark)
        room = 1.75 * radius
        if wide > room:
            font.setPixelSize(max(look.px(9), int(font.pixelSize() * room / wide)))
        painter.setFont(font)
        painter.setPen(color(tokens.INK))
        box = QRectF(middle.x() - 2 * radius, middle.y() - radius, 4 * radius, 2 * radius)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), one.idea.mark)

    def _dragged(self) -> None:
        """Show the disc at the pointer and, over the fields, the points it would get."""
        one = next((s for s in self._layout.shown if s.id == self._look.dragged), None)
        if one is None:
            return
        layout, look = self._layout, self._theme
        pointer = self._look.pointer
        if layout.tray().contains(pointer):
            self.draw_disc(one, pointer, look.px(RADIUS))
            return
        impact, feasibility = layout.place_at(pointer)
        at = layout.point(impact, feasibility)
        self._painter.setPen(QPen(color(tokens.ACTION), look.px(1), Qt.PenStyle.DashLine))
        whole = layout.fields()
        self._painter.drawLine(QPointF(whole.left(), at.y()), at)
        self._painter.drawLine(QPointF(at.x(), whole.bottom()), at)
        self.draw_disc(one, at, look.px(RADIUS))
        self._readout(at, impact, feasibility)

    def _readout(self, at: QPointF, impact: float, feasibility: float) -> None:
        painter, look, t = self._painter, self._theme, self.t
        words = t(
            "効果{impact}　実現性{feasibility}",
            impact=shown(impact),
            feasibility=shown(feasibility),
        )
        font = look.font(bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(words) + look.px(20)
        box = QRectF(at.x() + look.px(26), at.y() - look.px(16), wide, look.px(32))
        whole = self._layout.fields()
        if box.right() > whole.right():
            box.moveRight(at.x() - look.px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.TEXT))
        painter.drawRoundedRect(box, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.setFont(font)
        painter.setPen(color(tokens.GROUND))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), words)
