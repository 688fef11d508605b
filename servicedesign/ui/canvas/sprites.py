"""Notes near enough to be read: each painted once at a scale, then copied.

Owns a picture of every note that was seen lately. While the zoom moves, a picture of another scale
is stretched until a sharp one is made; at rest each is exactly what painting would give. Memory is
bounded by bytes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.note_painter import Pictures, paint_far, paint_note, shadow_room
from servicedesign.ui.canvas.stops import kept_scale

MOST_BYTES: Final = 32 * 1024 * 1024
"""Memory for pictures of notes, in bytes."""
LARGEST: Final = 3_000_000
"""A note of more device px than this is painted directly."""


class Sprite(NamedTuple):
    """A note as painted at one scale.

    Attributes:
        entry: the note.
        scale: of the painting.
        pixmap: the picture, with room for the shadow around.
        room: that room in px.
        whole: whether its own picture was there.
        words: whether its words were painted.
    """

    entry: Entry
    scale: float
    pixmap: QPixmap
    room: int
    whole: bool
    words: bool


class SpriteLayer:
    """Paints notes from pictures of them."""

    def __init__(self, pictures: Pictures | None = None) -> None:
        """Make an empty layer."""
        self._pictures = pictures
        self._sprites: OrderedDict[str, Sprite] = OrderedDict()
        self._bytes = 0

    def forget(self, note_id: str) -> None:
        """Forget the picture of one note."""
        sprite = self._sprites.pop(note_id, None)
        if sprite is not None:
            self._bytes -= _bytes(sprite)

    def forget_picture(self, key: str) -> None:
        """Forget the pictures of the notes that show the picture ``key``."""
        for note_id in [i for i, s in self._sprites.items() if s.entry.look.picture == key]:
            self.forget(note_id)

    def clear(self) -> None:
        """Forget everything."""
        self._sprites.clear()
        self._bytes = 0

    def paint(
        self,
        painter: QPainter,
        frame: Frame,
        entries: Iterable[Entry],
        writing: str = "",
        *,
        make: bool = True,
    ) -> bool:
        """Paint ``entries`` from below to above; False when not all is as it should be yet.

        ``painter`` is in device px; ``writing`` is the note whose words are being written. With
        ``make`` False only pictures that are there are used.
        """
        exact = frame.settled
        wanted = frame.scale if exact else kept_scale(frame.scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sprites = self._sprites
        complete = True
        late = not make
        crowded = self._bytes > MOST_BYTES * 0.8
        for entry in entries:
            words = entry.look.id != writing
            sprite = sprites.get(entry.look.id)
            if sprite is None or sprite.entry is not entry or sprite.words is not words:
                sharp = False
            else:
                sharp = sprite.scale == wanted or (
                    not exact and 0.97 <= sprite.scale / frame.scale <= 1.6
                )
            if not sharp:
                late = late or frame.late()
                if not late:
                    sprite = self._make(painter, frame, entry, wanted, words=words)
                    if sprite is None:
                        continue
                elif sprite is None or sprite.words is not words:
                    complete = False
                    paint_far(painter, entry, frame.scale, *frame.at(entry.left, entry.top))
                    continue
                else:
                    complete = False
            assert sprite is not None
            if crowded:
                sprites.move_to_end(entry.look.id)
            _blit(painter, frame, entry, sprite)
        self._trim()
        return complete

    def _make(
        self, painter: QPainter, frame: Frame, entry: Entry, scale: float, *, words: bool
    ) -> Sprite | None:
        """Return a new picture of ``entry``; a very large note is painted at once instead."""
        room = shadow_room(scale)
        width = ceil((entry.right - entry.left) * scale) + 2 * room + 1
        height = ceil((entry.bottom - entry.top) * scale) + 2 * room + 1
        if width * height > LARGEST:
            painter.save()
            painter.translate(*frame.at(entry.left, entry.top))
            paint_note(painter, entry, frame.scale, self._pictures, words=words)
            painter.restore()
            return None
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        own = QPainter(pixmap)
        own.setRenderHint(QPainter.RenderHint.Antialiasing)
        own.translate(room, room)
        whole = paint_note(own, entry, scale, self._pictures, words=words)
        own.end()
        self.forget(entry.look.id)
        sprite = Sprite(entry, scale, pixmap, room, whole, words)
        self._sprites[entry.look.id] = sprite
        self._bytes += _bytes(sprite)
        return sprite

    def _trim(self) -> None:
        while self._bytes > MOST_BYTES and self._sprites:
            _, sprite = self._sprites.popitem(last=False)
            self._bytes -= _bytes(sprite)


def _bytes(sprite: Sprite) -> int:
    return sprite.pixmap.width() * sprite.pixmap.height() * 4


def _blit(painter: QPainter, frame: Frame, entry: Entry, sprite: Sprite) -> None:
    if sprite.scale == frame.scale:
        x, y = frame.at(entry.left, entry.top)
        painter.drawPixmap(x - sprite.room, y - sprite.room, sprite.pixmap)
        return
    ratio = frame.scale / sprite.scale
    room = sprite.room * ratio
    pixmap = sprite.pixmap
    width, height = pixmap.width(), pixmap.height()
    place = QRectF(
        frame.x + entry.left * frame.scale - room,
        frame.y + entry.top * frame.scale - room,
        width * ratio,
        height * ratio,
    )
    painter.drawPixmap(place, pixmap, QRectF(0, 0, width, height))
