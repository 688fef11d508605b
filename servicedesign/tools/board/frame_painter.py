"""How the frame under a board is painted.

Owns the look of frames: hairlines and quiet words behind the notes, the heads of phases with their
pain points. Words of a head that is out of view stay readable in a strip at the upper edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from servicedesign import tokens
from servicedesign.model import Board, BoardFrame
from servicedesign.tools.board.frames import (
    CHIP_INSET,
    CHIP_LINE,
    COLUMNS,
    DEEP,
    FEELING,
    MATRIX,
    PAD,
    PLAIN,
    TITLE,
    WHEN,
    JourneyFrame,
    MandalaFrame,
    PainChip,
    PhaseColumn,
)
from servicedesign.tools.board.places import Boxed
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.note_painter import note_font
from servicedesign.ui.canvas.rows import rows_of
from servicedesign.ui.faces import paint_face

if TYPE_CHECKING:
    from servicedesign.i18n import Translator

_INK: Final = QColor(tokens.TEXT)
_QUIET: Final = QColor(tokens.SECOND_TEXT)
_LINE: Final = QColor(tokens.EDGE)
_HAIR: Final = QColor(tokens.HAIRLINE)
_GROUND: Final = QColor(tokens.GROUND)
_TINT: Final = QColor(tokens.TINT)
_READABLE: Final = 6.0
_STRIP: Final = 30
"""Height of the strip with the names of phases, in device px."""


class FramePainter:
    """Paints one frame.

    Attributes:
        journey: the map under the board, or None.
        mandala: the cells under it, or None.
    """

    def __init__(self, t: Translator) -> None:
        """Paint nothing yet."""
        self.t = t
        self._kind = BoardFrame.BLANK
        self.journey: JourneyFrame | None = None
        self.mandala: MandalaFrame | None = None

    def show(
        self, board: Board | None, journey: JourneyFrame | None, mandala: MandalaFrame | None
    ) -> None:
        """Paint the frame of ``board`` from now on; nothing for None."""
        self._kind = board.frame if board is not None else BoardFrame.BLANK
        self.journey = journey
        self.mandala = mandala

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint under the notes, in device px."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.journey is not None:
            self._paint_journey(painter, frame, self.journey)
        elif self.mandala is not None:
            self._paint_mandala(painter, frame, self.mandala)
        elif self._kind is BoardFrame.MATRIX:
            self._paint_matrix(painter, frame)
        elif self._kind is BoardFrame.COLUMNS:
            columns = [(number * PLAIN, PLAIN) for number in range(COLUMNS)]
            _paint_lanes(painter, frame, columns, 0.0, DEEP)
        painter.restore()

    # Journey ----------------------------------------------------------------------------------

    def _paint_journey(self, painter: QPainter, frame: Frame, journey: JourneyFrame) -> None:
        lanes = [(column.head.x, column.head.width) for column in journey.columns]
        _paint_lanes(painter, frame, lanes, 0.0, None)
        for column in journey.columns:
            place = _rect(frame, column.head)
            if _in_view(frame, place):
                self._paint_head(painter, frame, journey, column, place)

    def _paint_head(
        self,
        painter: QPainter,
        frame: Frame,
        journey: JourneyFrame,
        column: PhaseColumn,
        place: QRectF,
    ) -> None:
        scale = frame.scale
        painter.setPen(QPen(_HAIR, 1))
        painter.setBrush(_GROUND)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(
            QRectF(place.left(), place.bottom() - 3 * scale, place.width(), 3 * scale), _LINE
        )
        x, y = column.head.x + PAD, column.head.y + PAD / 2
        width = column.head.width - 2 * PAD
        title = column.title or self.t("名前のないフェーズ")
        _words(
            painter, frame, Boxed(x, y, width, TITLE), [title], 24, bold=True, least=12, always=True
        )
        y += TITLE
        if journey.has_when:
            _words(painter, frame, Boxed(x, y, width, WHEN), [column.when], 16, ink=_QUIET)
            y += WHEN
        if journey.has_feelings and column.level is not None:
            middle = frame.at(x + 18, y + FEELING / 2)
            if scale * 18 >= 3:
                paint_face(painter, QPointF(*middle), 16 * scale, column.level)
            box = Boxed(x + 48, y, width - 48, FEELING)
            _words(painter, frame, box, [column.feeling], 16, ink=_QUIET)
        for pain in column.pains:
            _paint_pain(painter, frame, pain)

    def paint_strip(self, painter: QPainter, frame: Frame) -> None:
        """Paint the names of phases at the upper edge where their heads are out of view."""
        if self.journey is None or not self.journey.columns:
            return
        if frame.at(0.0, 0.0)[1] > _STRIP:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        font = _sized(14, bold=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for column in self.journey.columns:
            left, _ = frame.at(column.head.x, 0.0)
            right, _ = frame.at(column.head.x + column.head.width, 0.0)
            if right < 0 or left > frame.width or right - left < 40:
                continue
            place = QRectF(left, 0, right - left, _STRIP)
            painter.fillRect(place, QColor(255, 255, 255, 235))
            painter.fillRect(QRectF(left, _STRIP - 1, right - left, 1), _LINE)
            painter.fillRect(QRectF(left, 0, 1, _STRIP), _HAIR)
            seen = max(float(left), 0.0) + 10
            room = min(right, frame.width) - seen - 8
            shown = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0.0))
            painter.setPen(_INK)
            base = _STRIP / 2 + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(seen, base), shown)
        painter.restore()

    # Others -----------------------------------------------------------------------------------

    def _paint_mandala(self, painter: QPainter, frame: Frame, mandala: MandalaFrame) -> None:
        large = mandala.side == 3
        size = 22 if large else 16
        for box, words, middle in mandala.cells:
            place = _rect(frame, box)
            if not _in_view(frame, place):
                continue
            painter.setPen(QPen(_HAIR, 1))
            painter.setBrush(_TINT if middle else _GROUND)
            painter.drawRect(place)
            if words:
                room = Boxed(box.x + 12, box.y + 8, box.width - 24, size * 2.9)
                rows = _two(words, size, room.width, bold=middle)
                _words(painter, frame, room, rows, size, bold=middle)
        step = 3
        wide = mandala.cells[0][0].width * step
        high = mandala.cells[0][0].height * step
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_LINE, 2))
        for row in range(mandala.side // step):
            for column in range(mandala.side // step):
                painter.drawRect(_rect(frame, Boxed(column * wide, row * high, wide, high)))

    def _paint_matrix(self, painter: QPainter, frame: Frame) -> None:
        wide, high = MATRIX
        whole = _rect(frame, Boxed(0, 0, wide, high))
        best = _rect(frame, Boxed(wide / 2, 0, wide / 2, high / 2))
        painter.setPen(QPen(_HAIR, 1))
        painter.setBrush(_GROUND)
        painter.drawRect(whole)
        painter.fillRect(best, _TINT)
        painter.setPen(QPen(_LINE, 2))
        for one, other in (
            ((wide / 2, 0), (wide / 2, high)),
            ((0, high / 2), (wide, high / 2)),
        ):
            painter.drawLine(QPointF(*frame.at(*one)), QPointF(*frame.at(*other)))
        painter.setPen(QPen(_INK, 2))
        corner = frame.at(0, high)
        _arrow(painter, corner, frame.at(0, 0), frame.scale)
        _arrow(painter, corner, frame.at(wide, high), frame.scale)
        effect, chance = self.t("効果が大きい"), self.t("実現しやすい")
        _words(painter, frame, Boxed(-8, -52, 400, 40), [effect], 22, bold=True)
        box = Boxed(wide - 400, high + 12, 400, 34)
        _words(painter, frame, box, [chance], 22, bold=True, right=True)


def _paint_lanes(
    painter: QPainter,
    frame: Frame,
    lanes: Sequence[tuple[float, float]],
    top: float,
    deep: float | None,
) -> None:
    """Paint upright lanes from ``top`` down, without end where ``deep`` is None."""
    first = max(-2, frame.at(0.0, top)[1])
    last = frame.height + 2 if deep is None else min(frame.height + 2, frame.at(0, top + deep)[1])
    if last <= first:
        return
    for number, (x, width) in enumerate(lanes):
        left, right = frame.at(x, 0.0)[0], frame.at(x + width, 0.0)[0]
        if right < 0 or left > frame.width:
            continue
        ground = QColor(255, 255, 255, 140 if number % 2 == 0 else 70)
        painter.fillRect(QRectF(left, first, right - left, last - first), ground)
        painter.fillRect(QRectF(left, first, 1, last - first), _HAIR)
        painter.fillRect(QRectF(right, first, 1, last - first), _HAIR)


def _paint_pain(painter: QPainter, frame: Frame, pain: PainChip) -> None:
    place = _rect(frame, pain.box)
    scale = frame.scale
    painter.fillRect(place, QColor(tokens.PAIN_GROUND))
    bar = QRectF(place.left(), place.top(), max(2.0, 4 * scale), place.height())
    painter.fillRect(bar, QColor(tokens.PAIN_BAR))
    box = pain.box
    x, y = frame.at(box.x + 18, box.y + box.height / 2)
    side = 7 * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - side), QPointF(x + side, y + side), QPointF(x - side, y + side)])
    )
    number = str(pain.number) if pain.number else ""
    label = Boxed(box.x + 30, box.y, CHIP_INSET - 30, box.height)
    _words(painter, frame, label, [number], 16, bold=True, least=9)
    words = Boxed(box.x + CHIP_INSET - 4, box.y, box.width - CHIP_INSET - 4, box.height)
    rows = _two(pain.text, 16, words.width) if pain.lines == 2 else [pain.text]
    _words(painter, frame, words, rows, 16, least=9)


def _words(
    painter: QPainter,
    frame: Frame,
    box: Boxed,
    rows: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    ink: QColor = _INK,
    right: bool = False,
    least: float = _READABLE,
    always: bool = False,
) -> None:
    """Write rows in the middle of the height of ``box``; what is too long ends in dots.

    Type never becomes smaller than ``least`` device px as long as the box is high enough for a row;
    with ``always`` it goes beyond the box.
    """
    place = _rect(frame, box)
    real = max(size * frame.scale, least)
    low = real > size * frame.scale and place.height() < real * 0.95
    if real < _READABLE or (low and not always):
        return
    font = _sized(real, bold=bold)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    pitch = CHIP_LINE * real / 16
    if len(rows) > 1 and place.height() < pitch * len(rows) * 0.9:
        rows = ["".join(rows)]
    middle = place.center().y() - pitch * (len(rows) - 1) / 2
    for row in rows:
        shown = metrics.elidedText(row, Qt.TextElideMode.ElideRight, place.width())
        x = place.right() - metrics.horizontalAdvance(shown) if right else place.left()
        painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2), shown)
        middle += pitch


def _two(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return a text in one or two rows of ``width`` board units."""
    return rows_of(text, QFontMetricsF(_sized(size, bold=bold)), width)


def _arrow(painter: QPainter, start: tuple[int, int], end: tuple[int, int], scale: float) -> None:
    painter.drawLine(QPointF(*start), QPointF(*end))
    reach = max(5.0, 12 * scale)
    x, y = end
    for side in (-1, 1):
        if start[0] == end[0]:
            painter.drawLine(QPointF(x, y), QPointF(x + side * reach * 0.6, y + reach))
        else:
            painter.drawLine(QPointF(x, y), QPointF(x - reach, y + side * reach * 0.6))


def _rect(frame: Frame, box: Boxed) -> QRectF:
    left, top = frame.at(box.x, box.y)
    right, bottom = frame.at(box.x + box.width, box.y + box.height)
    return QRectF(left, top, right - left, bottom - top)


def _in_view(frame: Frame, place: QRectF) -> bool:
    return place.intersects(QRectF(0, 0, frame.width, frame.height))


def _sized(size: float, *, bold: bool) -> QFont:
    font = QFont(note_font(16, bold))
    font.setPixelSize(max(1, round(size)))
    return font
