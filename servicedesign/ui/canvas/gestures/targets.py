"""What lies under the pointer while something is dragged, and means something when it is let go.

Owns the sign that says so before the release, and the pause that some targets ask for: a note that
is merely carried over another must not end up in its cluster. What a target means is the holder's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

REST_MS: Final = 300
"""So long the pointer rests over a target that asks for a pause."""
_STILL_PX: Final = 5.0
"""A pointer that moves less than this rests."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to let go over.

    Attributes:
        id: what it is, for whoever gave it.
        rect: where it is seen, in board units.
        words: what will happen, in the reader's language.
        rests: whether the pointer must rest over it first.
    """

    id: str
    rect: QRectF
    words: str
    rests: bool = False


TargetAt = Callable[[QPointF, Sequence[str]], Target | None]
"""Returns the target at a place of the board for what is dragged, by ids."""


class Aim:
    """Follows the pointer over targets during one gesture."""

    def __init__(self, view: CanvasView, target_at: TargetAt) -> None:
        """Ask ``target_at`` while something is dragged over ``view``."""
        self._view = view
        self._target_at = target_at
        self._target: Target | None = None
        self._ready = False
        self._point = QPointF()
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._on_rested)

    def follow(self, point: QPointF, ids: Sequence[str]) -> None:
        """Go to a point of the view with ``ids`` in the hand."""
        target = self._target_at(self._view.to_board(point), ids)
        known = self._target.id if self._target is not None else ""
        fresh = target is None or target.id != known
        moved = (point - self._point).manhattanLength() > _STILL_PX
        self._target = target
        if target is None or not target.rests:
            self._timer.stop()
            self._ready = target is not None
        elif fresh or (moved and not self._ready):
            self._ready = False
            self._timer.start()
        if fresh or moved:
            self._point = point
        if fresh:
            self._view.redraw_over()

    def _on_rested(self) -> None:
        self._ready = self._target is not None
        self._view.redraw_over()

    def target(self) -> str:
        """Return what letting go now would mean, or empty."""
        return self._target.id if self._target is not None and self._ready else ""

    def stop(self) -> None:
        """Follow no more."""
        self._timer.stop()
        self._target, self._ready = None, False

    def paint(self, painter: QPainter) -> None:
        """Paint the sign of the target, in px of the view; a faint one while it asks for a rest."""
        if self._target is None:
            return
        box = self._view.rect_to_view(self._target.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color(tokens.ACTION, 0.1) if self._ready else Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.SolidLine if self._ready else Qt.PenStyle.DotLine
        painter.setPen(QPen(color(tokens.ACTION), 3 if self._ready else 1.5, style))
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 6, 6)
        if self._ready:
            self._paint_words(painter, box, self._target.words)

    def _paint_words(self, painter: QPainter, box: QRectF, words: str) -> None:
        look = theme()
        metrics = QFontMetricsF(look.font(bold=True))
        room = QRectF(self._view.viewport().rect())
        most = room.width() - look.px(32)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(shown) + look.px(24)
        height = float(look.px(32))
        left = min(max(box.center().x() - width / 2, 8.0), room.right() - width - 8)
        top = box.top() - height - look.px(10)
        if top < 4:
            top = min(max(box.top(), 0.0) + look.px(8), room.bottom() - height)
        place = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.ACTION))
        painter.drawRoundedRect(place, look.px(tokens.RADIUS), look.px(tokens.RADIUS))
        painter.setPen(color(tokens.GROUND))
        painter.setFont(look.font(bold=True))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter.value), shown)
