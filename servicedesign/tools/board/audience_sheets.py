"""Clusters and the frame under a board as the room sees them, with names it can read.

Owns their look on the projector. Titles never become smaller than what the room can read; where the
head of a cluster is too low for its title, it stands over the notes. Must not change anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Board, BoardFrame
from servicedesign.store import Project
from servicedesign.tools.board.frames import (
    COLUMNS,
    DEEP,
    MATRIX,
    PLAIN,
    JourneyFrame,
    MandalaFrame,
    journey_frame,
    mandala_frame,
)
from servicedesign.tools.board.places import Boxed
from servicedesign.ui.canvas.cluster_painter import paint_cluster
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.looks import ClusterLook
from servicedesign.ui.canvas.note_painter import note_font
from servicedesign.ui.canvas.rows import rows_of

_TITLE: Final = 22
_INSET: Final = 14.0
_PILE_COUNT: Final = 40
_INK: Final = QColor(tokens.TEXT)
_HAIR: Final = QColor(tokens.HAIRLINE)
_LINE: Final = QColor(tokens.EDGE)
_GROUND: Final = QColor(tokens.GROUND)
_TINT: Final = QColor(tokens.TINT)
_VEIL: Final = QColor(255, 255, 255, 238)


@dataclass(frozen=True, slots=True)
class Said:
    """A text that is painted: what, how large and where, in device px."""

    text: str
    size: float
    place: QRectF
    bold: bool = True
    inset: bool = True


@dataclass(frozen=True, slots=True)
class _Title:
    """The head of a cluster: its place, its rows, and whether it hides notes."""

    head: QRectF
    rows: tuple[Said, ...]
    over_notes: bool


class RoomSheets:
    """What lies under the notes, and the names over them.

    Attributes:
        least: smallest type in device px.
        clusters: what is shown of them.
    """

    def __init__(self, t: Translator) -> None:
        """Show nothing yet."""
        self.t = t
        self.least = 48.0
        self.clusters: tuple[ClusterLook, ...] = ()
        self._frame = BoardFrame.BLANK
        self._journey: JourneyFrame | None = None
        self._mandala: MandalaFrame | None = None

    def show_frame(self, project: Project, board: Board | None) -> None:
        """Lay the frame of ``board`` under it from now on; none for None."""
        self._frame = board.frame if board is not None else BoardFrame.BLANK
        self._journey = journey_frame(project, board) if board is not None else None
        self._mandala = mandala_frame(project, board) if board is not None else None

    # Under the notes --------------------------------------------------------------------------

    def paint_under(self, painter: QPainter, frame: Frame) -> None:
        """Paint the frame and the sheets of clusters, in device px."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._journey is not None:
            lanes = [(column.head.x, column.head.width) for column in self._journey.columns]
            _lanes(painter, frame, lanes, None)
        elif self._mandala is not None:
            self._paint_mandala(painter, frame, self._mandala)
        elif self._frame is BoardFrame.MATRIX:
            _matrix(painter, frame)
        elif self._frame is BoardFrame.COLUMNS:
            _lanes(painter, frame, [(n * PLAIN, PLAIN) for n in range(COLUMNS)], DEEP)
        painter.restore()
        for look in self.clusters:
            readable = look.folded and _PILE_COUNT * frame.scale >= self.least
            count = look.count if readable else ""
            paint_cluster(painter, frame, replace(look, title="", count=count))

    def _paint_mandala(self, painter: QPainter, frame: Frame, mandala: MandalaFrame) -> None:
        for box, _, middle in mandala.cells:
            painter.setPen(QPen(_HAIR, 1))
            painter.setBrush(_TINT if middle else _GROUND)
            painter.drawRect(_rect(frame, box))
        for said in self._cell_words(frame, mandala):
            _say(painter, said)

    # Over them --------------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, frame: Frame) -> None:
        """Paint the names, in device px."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for title in self._titles(frame):
            painter.fillRect(title.head, _GROUND)
            if title.over_notes:
                low = QRectF(title.head.left(), title.head.bottom() - 2, title.head.width(), 2)
                painter.fillRect(low, _HAIR)
            for said in title.rows:
                _say(painter, said)
        names = self._names(frame)
        if self._journey is not None and names:
            high = names[0].place.height()
            painter.fillRect(QRectF(0, 0, frame.width, high), _VEIL)
            painter.fillRect(QRectF(0, high - 2, frame.width, 2), _LINE)
        for said in names:
            _say(painter, said)
        painter.restore()

    def texts(self, frame: Frame) -> list[tuple[str, float]]:
        """Return every name in view with the size of its type in device px."""
        under = self._cell_words(frame, self._mandala) if self._mandala is not None else []
        titles = [row for title in self._titles(frame) for row in title.rows]
        said = [*under, *titles, *self._names(frame)]
        counts = [
            (look.count, _PILE_COUNT * frame.scale)
            for look in self.clusters
            if look.folded and _PILE_COUNT * frame.scale >= self.least
            and _in_view(frame, _look_rect(frame, look))
        ]  # fmt: skip
        return [(one.text, one.size) for one in said] + counts

    def covered(self, frame: Frame) -> list[QRectF]:
        """Return where names stand over what else is there, in device px."""
        heads = [title.head for title in self._titles(frame) if title.over_notes]
        names = self._names(frame) if self._journey is not None else []
        if names:
            heads.append(QRectF(0, 0, frame.width, names[0].place.height()))
        return heads

    def _titles(self, frame: Frame) -> list[_Title]:
        found = [self._title(frame, look) for look in self.clusters if look.title]
        return [title for title in found if title is not None]

    def _title(self, frame: Frame, look: ClusterLook) -> _Title | None:
        """Return the title of a cluster in one row, or in two where its head is too narrow."""
        place = _look_rect(frame, look)
        if not _in_view(frame, place):
            return None
        size = max(self.least, _TITLE * frame.scale)
        metrics = QFontMetricsF(_sized(size, bold=True))
        inset = min(_INSET * frame.scale, size / 2)
        own = look.head * frame.scale
        most = 2 if place.height() > 3.6 * size else 1
        rows = rows_of(look.title, metrics, place.width() - 2 * inset, most)
        if len(rows[0]) < min(3, len(look.title)):
            return None
        head = max(own, size * (0.3 + 1.2 * len(rows)))
        # A sheet that begins above the view says its name at the edge, as long as it is seen.
        top = min(max(place.top(), 0.0), place.bottom() - head)
        box = QRectF(place.left() + 2, top + 2, place.width() - 4, head - 4)
        first = box.center().y() - size * 1.2 * len(rows) / 2
        said = tuple(
            Said(
                row,
                size,
                QRectF(place.left() + inset, first + n * size * 1.2, 1, size * 1.2),
                inset=False,
            )
            for n, row in enumerate(rows)
        )
        return _Title(box, said, head > own + 1 or top > place.top() + 1)

    def _names(self, frame: Frame) -> list[Said]:
        if self._journey is not None:
            return self._phases(frame, self._journey)
        if self._frame is BoardFrame.MATRIX and self._mandala is None:
            return self._axes(frame)
        return []

    def _phases(self, frame: Frame, journey: JourneyFrame) -> list[Said]:
        size = self.least
        metrics = QFontMetricsF(_sized(size, bold=True))
        found: list[Said] = []
        for column in journey.columns:
            left = max(frame.at(column.head.x, 0.0)[0], 0)
            right = min(frame.at(column.head.x + column.head.width, 0.0)[0], frame.width)
            room = right - left - size * 0.5
            shown = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
            if shown and len(shown) >= min(3, len(column.title)):
                found.append(Said(shown, size, QRectF(left, 0, right - left, size * 1.6)))
        return found

    def _axes(self, frame: Frame) -> list[Said]:
        wide, high = MATRIX
        size = self.least
        effect, chance = self.t("効果が大きい"), self.t("実現しやすい")
        x, y = frame.at(0, 0)
        right, bottom = frame.at(wide, high)
        room = QFontMetricsF(_sized(size, bold=True)).horizontalAdvance(chance) + size
        return [
            Said(effect, size, QRectF(max(x, 0), max(y - size * 1.5, 0), 12 * size, size * 1.5)),
            Said(
                chance,
                size,
                QRectF(
                    min(right, frame.width) - room,
                    min(bottom, frame.height - size * 1.5),
                    room,
                    size * 1.5,
                ),
            ),
        ]

    def _cell_words(self, frame: Frame, mandala: MandalaFrame) -> list[Said]:
        size = max(self.least, (22 if mandala.side == 3 else 16) * frame.scale)
        found: list[Said] = []
        for box, words, middle in mandala.cells:
            place = _rect(frame, box)
            if not words or not _in_view(frame, place) or place.height() < size * 1.6:
                continue
            metrics = QFontMetricsF(_sized(size, bold=middle))
            most = 2 if place.height() >= size * 2.9 else 1
            rows = rows_of(words, metrics, place.width() - size * 0.6, most)
            for number, row in enumerate(rows):
                top = place.top() + size * (0.2 + 1.3 * number)
                line = QRectF(place.left(), top, place.width(), size * 1.3)
                found.append(Said(row, size, line, middle))
        return found


def _say(painter: QPainter, said: Said) -> None:
    font = _sized(said.size, bold=said.bold)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(_INK)
    base = said.place.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = said.place.left() + (said.size * 0.28 if said.inset else 0)
    painter.drawText(QPointF(left, base), said.text)


def _lanes(
    painter: QPainter, frame: Frame, lanes: Sequence[tuple[float, float]], deep: float | None
) -> None:
    first = max(-2, frame.at(0.0, 0.0)[1])
    last = frame.height + 2 if deep is None else min(frame.height + 2, frame.at(0, deep)[1])
    if last <= first:
        return
    for number, (x, width) in enumerate(lanes):
        left, right = frame.at(x, 0.0)[0], frame.at(x + width, 0.0)[0]
        if right < 0 or left > frame.width:
            continue
        ground = QColor(255, 255, 255, 140 if number % 2 == 0 else 70)
        painter.fillRect(QRectF(left, first, right - left, last - first), ground)
        for edge in (left, right):
            painter.fillRect(QRectF(edge, first, 2, last - first), _HAIR)


def _matrix(painter: QPainter, frame: Frame) -> None:
    wide, high = MATRIX
    painter.setPen(QPen(_HAIR, 2))
    painter.setBrush(_GROUND)
    painter.drawRect(_rect(frame, Boxed(0, 0, wide, high)))
    painter.fillRect(_rect(frame, Boxed(wide / 2, 0, wide / 2, high / 2)), _TINT)
    painter.setPen(QPen(_LINE, 3))
    painter.drawLine(QPointF(*frame.at(wide / 2, 0)), QPointF(*frame.at(wide / 2, high)))
    painter.drawLine(QPointF(*frame.at(0, high / 2)), QPointF(*frame.at(wide, high / 2)))


def _rect(frame: Frame, box: Boxed) -> QRectF:
    left, top = frame.at(box.x, box.y)
    right, bottom = frame.at(box.x + box.width, box.y + box.height)
    return QRectF(left, top, right - left, bottom - top)


def _look_rect(frame: Frame, look: ClusterLook) -> QRectF:
    return _rect(frame, Boxed(look.x, look.y, look.width, look.height))


def _in_view(frame: Frame, place: QRectF) -> bool:
    return place.intersects(QRectF(0, 0, frame.width, frame.height))


def _sized(size: float, *, bold: bool) -> QFont:
    font = QFont(note_font(16, bold))
    font.setPixelSize(max(1, round(size)))
    return font
