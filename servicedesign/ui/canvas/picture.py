"""The picture of what lies on a canvas: ground, underlays, clusters, notes.

Owns the order in which these are painted, the time a frame may take to make things anew, and the
last picture, which serves as long as only what is painted over it changes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtGui import QPainter, QPixmap

from servicedesign import tokens
from servicedesign.ui.canvas.cluster_painter import paint_cluster, paint_label
from servicedesign.ui.canvas.contents import Contents
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.layers import NoteLayers
from servicedesign.ui.canvas.looks import ClusterLook
from servicedesign.ui.theme import color

_STILL: Final = 0.016
"""Time of a frame in which something may be made anew while nothing moves, in seconds."""
_PANNING: Final = 0.006
"""The same while the board is panned or notes are dragged."""
_MOVING: Final = 0.004
"""The same while the zoom moves, when everything is stretched besides."""
_FRESH: Final = 0.12
"""The same for a frame that shows what nobody has seen yet, as at the beginning."""
_LONG: Final = 0.0115
"""A frame that took longer leaves the next one less time to make things, in seconds."""
_LEAST: Final = 0.4
"""But not less than this share of it."""

Painted = Callable[[QPainter, Frame], object]
"""Paints under the notes, in device px."""


class CanvasPicture:
    """Paints ``contents`` and keeps the picture.

    Attributes:
        underlays: painted between the ground and the clusters.
    """

    def __init__(self, contents: Contents, layers: NoteLayers) -> None:
        """Paint ``contents`` with ``layers``."""
        self._contents = contents
        self._layers = layers
        self._kept: QPixmap | None = None
        self._of: Frame | None = None
        self._stale = True
        self._fresh = True
        self._complete = False
        self._share = 1.0
        self.underlays: list[Painted] = []

    def change(self, *, wholly: bool = False) -> None:
        """Paint anew next time; with ``wholly`` as much in one frame as a little wait allows."""
        self._stale = True
        self._fresh = self._fresh or wholly

    def begun(self) -> bool:
        """Tell whether what lies there now was painted, if not all of it exactly."""
        return not self._stale

    def complete(self) -> bool:
        """Tell whether the last picture showed everything exactly, and nothing changed since."""
        return self._complete and not self._stale

    def paint(self, painter: QPainter, frame: Frame) -> bool:
        """Paint the picture of ``frame`` in device px; False when more is to be made."""
        frame = replace(frame, deadline=0.0)
        kept = self._kept
        if kept is None or (kept.width(), kept.height()) != (frame.width, frame.height):
            kept = self._kept = QPixmap(frame.width, frame.height)
            self._stale = True
        if self._stale or not self._complete or self._of != frame:
            self._paint(kept, frame)
            self._of = frame
        painter.drawPixmap(0, 0, kept)
        return self._complete

    def _paint(self, kept: QPixmap, frame: Frame) -> None:
        started = time.perf_counter()
        painter = QPainter(kept)
        painter.fillRect(kept.rect(), color(tokens.TABLE_GROUND))
        for painted in self.underlays:
            painted(painter, frame)
        clusters = [self._where_seen(look) for look in self._contents.clusters()]
        for look in clusters:
            paint_cluster(painter, frame, look)
        deadline = time.perf_counter() + self._budget(frame)
        self._complete = self._layers.paint(painter, replace(frame, deadline=deadline))
        for look in clusters:
            paint_label(painter, frame, look)
        painter.end()
        self._stale = self._fresh = False
        if time.perf_counter() - started > _LONG:
            self._share = max(_LEAST, self._share * 0.6)

    def _where_seen(self, look: ClusterLook) -> ClusterLook:
        if look.id not in self._layers.sheets():
            return look
        dx, dy = self._layers.offset()
        return replace(look, x=look.x + dx, y=look.y + dy)

    def _budget(self, frame: Frame) -> float:
        if self._fresh:
            return _FRESH
        self._share = min(1.0, self._share * 1.25)
        if not frame.settled:
            return _MOVING * self._share
        still = frame == self._of and not self._layers.lifted()
        return _STILL if still else _PANNING * self._share
