"""All notes of a canvas on the screen: near or far, resting or being dragged.

Owns the choice between single pictures and tiles, and the notes that are lifted while they are
dragged. Must not know gestures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtGui import QPainter

from servicedesign.ui.canvas.contents import Contents, uncovered
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.note_painter import Pictures
from servicedesign.ui.canvas.sprites import SpriteLayer
from servicedesign.ui.canvas.tiles import FAR, TileLayer

_CROWDED: Final = 3.0
"""Notes that together are so many times larger than the view lie in heaps."""
_LEAVING: Final = FAR * 0.75
"""Down to this scale pictures of single notes may stand for tiles that are not made yet."""


class NoteLayers:
    """Paints the notes of ``contents``.

    Attributes:
        changed: called when something must be painted anew.
        lifting: called when notes were lifted or laid down.
        writing: the note whose words are being written, or empty.
    """

    def __init__(self, contents: Contents, pictures: Pictures | None = None) -> None:
        """Follow ``contents``."""
        self._contents = contents
        self._pictures = pictures
        self._sprites = SpriteLayer(pictures)
        self._tiles = TileLayer(contents, pictures, self._rests)
        self._raised: TileLayer | None = None
        self._lifted: frozenset[str] = frozenset()
        self._sheets: frozenset[str] = frozenset()
        self._offset = (0.0, 0.0)
        self._copying = False
        self._near = False
        self.writing = ""
        self.changed: Callable[[], object] = _nothing
        self.lifting: Callable[[], object] = _nothing
        contents.changed.connect(self._on_changed)

    def _on_changed(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        for entry in old:
            self._sprites.forget(entry.look.id)
        self._tiles.forget(old)
        self._tiles.forget(new)

    def forget_picture(self, key: str) -> None:
        """Paint anew what shows the picture ``key``."""
        self._sprites.forget_picture(key)
        self._tiles.forget(e for e in self._contents.entries() if e.look.picture == key)
        self.changed()

    # Lifting ----------------------------------------------------------------------------------

    def lift(
        self, ids: Iterable[str], *, copying: bool = False, sheets: Iterable[str] = ()
    ) -> None:
        """Take notes off the board, to be shown above all others; when copying they stay too.

        The sheets of the clusters ``sheets`` go with them.
        """
        self.drop()
        self._sheets = frozenset(sheets)
        self._lifted = frozenset(ids)
        self._copying = copying
        self._raised = TileLayer(self._contents, self._pictures, self._is_lifted)
        self._tiles.forget(self._contents.some(self._lifted))
        self.changed()
        self.lifting()

    def set_copying(self, copying: bool) -> None:
        """Leave the lifted notes at their place too, or not."""
        if copying is not self._copying:
            self._copying = copying
            self._tiles.forget(self._contents.some(self._lifted))
            self.changed()

    def drag(self, dx: float, dy: float) -> None:
        """Show the lifted notes moved by ``dx``, ``dy`` board units."""
        self._offset = (dx, dy)
        self.changed()

    def drop(self) -> None:
        """Lay the lifted notes down where the contents say."""
        self._tiles.forget(self._contents.some(self._lifted))
        self._lifted, self._offset, self._raised = frozenset(), (0.0, 0.0), None
        self._sheets = frozenset()
        self.changed()
        self.lifting()

    def lifted(self) -> frozenset[str]:
        """Return the ids of the notes that are lifted."""
        return self._lifted

    def sheets(self) -> frozenset[str]:
        """Return the ids of the clusters whose sheets are lifted."""
        return self._sheets

    def offset(self) -> tuple[float, float]:
        """Return how far the lifted notes are moved, in board units."""
        return self._offset

    def _rests(self, entry: Entry) -> bool:
        return self._copying or entry.look.id not in self._lifted

    def _is_lifted(self, entry: Entry) -> bool:
        return entry.look.id in self._lifted

    # Painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter, frame: Frame) -> bool:
        """Paint all notes in view; False when not all is as it should be yet."""
        complete = self._paint_resting(painter, frame)
        return self._paint_lifted(painter, frame) and complete

    def _paint_resting(self, painter: QPainter, frame: Frame) -> bool:
        if frame.scale >= FAR:
            seen = self._seen(frame)
            if _heaped(seen, frame):
                seen = uncovered(seen)
            if not _heaped(seen, frame):
                self._near = True
                return self._sprites.paint(painter, frame, seen, self.writing)
        elif self._leaving(frame):
            self._sprites.paint(painter, frame, self._seen(frame), self.writing, make=False)
            return False
        self._near = False
        return self._tiles.paint(painter, frame)

    def _leaving(self, frame: Frame) -> bool:
        """Tell whether, zooming out, pictures of single notes serve until the tiles are there."""
        near = self._near and frame.scale >= _LEAVING
        return near and not self._tiles.prepare(frame, bare_too=False)

    def _seen(self, frame: Frame) -> list[Entry]:
        rect = frame.board_rect()
        seen = [e for e in self._contents.near(*rect) if e.touches(rect)]
        if self._lifted and not self._copying:
            seen = [e for e in seen if e.look.id not in self._lifted]
        return seen

    def _paint_lifted(self, painter: QPainter, frame: Frame) -> bool:
        if self._raised is None:
            return True
        dx, dy = self._offset
        moved = replace(
            frame, x=frame.x + round(dx * frame.scale), y=frame.y + round(dy * frame.scale)
        )
        if frame.scale >= FAR:
            rect = moved.board_rect()
            shown = [e for e in self._contents.some(self._lifted) if e.touches(rect)]
            shown.sort(key=lambda entry: entry.key)
            if not _heaped(shown, frame):
                return self._sprites.paint(painter, moved, shown, self.writing)
        return self._raised.paint(painter, moved)


def _nothing() -> None:
    """Tell nobody."""


def _heaped(entries: Sequence[Entry], frame: Frame) -> bool:
    """Tell whether ``entries`` lie on each other so much that painting each would take long."""
    area = sum((e.right - e.left) * (e.bottom - e.top) for e in entries)
    return area * frame.scale**2 > _CROWDED * frame.width * frame.height + 4_000_000
