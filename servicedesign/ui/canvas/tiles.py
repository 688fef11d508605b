"""Notes too small or too many to be painted one by one: square pictures of the board.

Owns tiles of one scale, and those of the scale before, which are stretched where a tile is not
ready. At rest tiles are of the very scale in view. Memory is bounded by a number of tiles.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from servicedesign.ui.canvas.contents import Contents, uncovered
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.note_painter import Pictures, paint_far, paint_note
from servicedesign.ui.canvas.stops import kept_scale

SIDE: Final = 256
"""Side of a tile in device px."""
MOST_TILES: Final = 120
"""Tiles kept at most, of both scales together: 30 MB."""
FAR: Final = 0.25
"""Below this scale no note has words that could be read."""

_MANY: Final = 400
"""With more notes than this on one tile those that others cover are left out."""

_BARE: Final = 0.008
"""Time in a frame for places where nothing stands yet, in seconds."""

_Place = tuple[int, int]


class TileLayer:
    """Paints notes from tiles."""

    def __init__(
        self,
        contents: Contents,
        pictures: Pictures | None = None,
        shown: Callable[[Entry], bool] | None = None,
    ) -> None:
        """Paint the notes of ``contents``, or of them those that are ``shown``."""
        self._contents = contents
        self._pictures = pictures
        self._shown = shown
        self._scale = 0.0
        self._tiles: dict[_Place, QPixmap] = {}
        self._stale: set[_Place] = set()
        self._before: dict[_Place, QPixmap] = {}
        self._before_scale = 0.0

    def clear(self) -> None:
        """Forget everything."""
        self._tiles.clear()
        self._stale.clear()
        self._before.clear()

    def forget(self, entries: Iterable[Entry]) -> None:
        """Paint the tiles anew on which ``entries`` lie; until then they stay as they are."""
        self._before.clear()
        if not self._tiles:
            return
        for entry in entries:
            touched = _places(entry.left, entry.top, entry.right, entry.bottom, self._scale)
            self._stale.update(place for place in touched if place in self._tiles)

    def prepare(self, frame: Frame, *, bare_too: bool = True) -> bool:
        """Make tiles until the frame's deadline; False when some that are in view are missing.

        With ``bare_too`` False places where nothing stands yet may wait as others do.
        """
        self._follow(frame)
        needed = list(_places(*frame.board_rect(), self._scale))
        missing = [place for place in needed if place not in self._tiles]
        bare = [place for place in missing if not self._was_painted(place)]
        covered = [place for place in missing if place not in set(bare)] if bare else missing
        longest = time.perf_counter() + (_BARE if bare_too else 0.0)
        for place in bare:  # nothing at all stands there yet
            if frame.late() and time.perf_counter() > longest:
                break
            self._put(place)
        for place in [*covered, *(place for place in needed if place in self._stale)]:
            if frame.late():
                break
            self._put(place)
        return all(place in self._tiles for place in missing)

    def paint(self, painter: QPainter, frame: Frame) -> bool:
        """Paint what is in view; False when not all is as it should be yet."""
        there = self.prepare(frame)
        needed = list(_places(*frame.board_rect(), self._scale))
        if not there:
            self._paint_before(painter, frame, [p for p in needed if p not in self._tiles])
        self._paint_tiles(painter, frame, self._tiles, self._scale, needed)
        if there:
            self._trim(needed)
        exact = self._scale == frame.scale or not frame.settled
        return there and exact and not self._stale.intersection(needed)

    def _put(self, place: _Place) -> None:
        self._tiles[place] = self._make(place)
        self._stale.discard(place)

    def _was_painted(self, place: _Place) -> bool:
        """Tell whether the tiles of the scale before cover a place."""
        if not self._before:
            return False
        step = SIDE / self._scale
        left, top = place[0] * step, place[1] * step
        places = _places(left, top, left + step, top + step, self._before_scale)
        return all(there in self._before for there in places)

    def _paint_before(self, painter: QPainter, frame: Frame, missing: list[_Place]) -> None:
        if not self._before:
            return
        side = SIDE * frame.scale / self._scale
        region = QRegion()
        for x, y in missing:
            place = QRectF(frame.x + x * side, frame.y + y * side, side, side)
            region += place.toAlignedRect()
        painter.save()
        painter.setClipRegion(region)
        self._paint_tiles(painter, frame, self._before, self._before_scale, list(self._before))
        painter.restore()

    def _follow(self, frame: Frame) -> None:
        """Choose the scale of the tiles: the exact one at rest, a kept one in motion."""
        wanted = frame.scale if frame.settled else kept_scale(frame.scale)
        good = self._scale and 0.97 <= self._scale / frame.scale <= 1.5
        if wanted == self._scale or (not frame.settled and good):
            return
        if self._tiles:
            self._before, self._before_scale = self._tiles, self._scale
        self._tiles, self._scale = {}, wanted
        self._stale.clear()

    def _trim(self, needed: list[_Place]) -> None:
        self._before = {}
        if len(self._tiles) > MOST_TILES:
            wanted = set(needed)
            for place in [p for p in self._tiles if p not in wanted]:
                del self._tiles[place]
                self._stale.discard(place)

    def _inside(self, rect: tuple[float, float, float, float]) -> list[Entry]:
        found = self._contents.inside(rect)
        if self._shown is not None:
            found = [entry for entry in found if self._shown(entry)]
        return uncovered(found) if len(found) > _MANY else found

    def _make(self, place: _Place) -> QPixmap:
        scale = self._scale
        left, top = place[0] * SIDE, place[1] * SIDE
        pixmap = QPixmap(SIDE, SIDE)
        pixmap.fill(Qt.GlobalColor.transparent)
        rect = (left / scale, top / scale, (left + SIDE) / scale, (top + SIDE) / scale)
        painter = QPainter(pixmap)
        for entry in self._inside(rect):
            x = floor(entry.left * scale + 0.5) - left
            y = floor(entry.top * scale + 0.5) - top
            if scale < FAR * 1.01 and not entry.look.picture:
                paint_far(painter, entry, scale, x, y)
                continue
            painter.save()
            painter.translate(x, y)
            paint_note(painter, entry, scale, self._pictures)
            painter.restore()
        painter.end()
        return pixmap

    @staticmethod
    def _paint_tiles(
        painter: QPainter,
        frame: Frame,
        tiles: dict[_Place, QPixmap],
        scale: float,
        places: Iterable[_Place],
    ) -> None:
        if not tiles:
            return
        if scale == frame.scale:
            for place in places:
                if (tile := tiles.get(place)) is not None:
                    painter.drawPixmap(frame.x + place[0] * SIDE, frame.y + place[1] * SIDE, tile)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = SIDE * frame.scale / scale
        whole = QRectF(0, 0, SIDE, SIDE)
        for place in places:
            x, y = frame.x + place[0] * side, frame.y + place[1] * side
            seen = x < frame.width and y < frame.height and x + side > 0 and y + side > 0
            if seen and (tile := tiles.get(place)) is not None:
                painter.drawPixmap(QRectF(x, y, side, side), tile, whole)


def _places(left: float, top: float, right: float, bottom: float, scale: float) -> Iterator[_Place]:
    step = SIDE / scale
    for x in range(floor(left / step), ceil(right / step)):
        for y in range(floor(top / step), ceil(bottom / step)):
            yield x, y
