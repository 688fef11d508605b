"""Photos and sketches of a canvas, made by need at the size they are seen.

Owns a memory of pictures bounded by bytes. A sketch is painted at once; a photo is decoded in the
background, one at a time: decoding leaves the window free, while painting there would hold it up.
A picture that cannot be made is shown as missing and never asked for again.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from servicedesign import tokens
from servicedesign.model.drawing import Drawing
from servicedesign.model.errors import ProjectError
from servicedesign.ui.background import Background
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.widgets.drawing_view import paint_drawing

MOST_BYTES: Final = 40 * 1024 * 1024
"""Memory for pictures, in bytes."""
_SIDES: Final = (48, 96, 192, 384, 768, 1536)
"""Widths at which pictures are made."""
_MOST_SMALLER: Final = 16 * 1024 * 1024
"""Memory for small copies of pictures that were seen larger before, in bytes."""
_MOST_WAITING: Final = 600

PhotoOf = Callable[[str], "bytes | None"]
"""Returns the bytes of a photo, asked in the window's thread; None when it is gone.

It may raise ProjectError.
"""
DrawingOf = Callable[[str], "Drawing | None"]
"""Returns the drawing behind a key; None when it is a photo's. It may raise ProjectError."""


class CanvasPictures(QObject):
    """Hands out pictures; see ``note_painter.Pictures``.

    Signals:
        arrived: a picture was made, its key.
        missing: a picture cannot be shown, its key.
    """

    arrived = Signal(str)
    missing = Signal(str)
    _broke = Signal(str)

    def __init__(
        self, photo: PhotoOf, drawing: DrawingOf | None = None, parent: QObject | None = None
    ) -> None:
        """Make an empty memory."""
        super().__init__(parent)
        self._photo = photo
        self._drawing = drawing
        self._kept: OrderedDict[str, tuple[int, QImage]] = OrderedDict()
        self._bytes = 0
        self._smaller: OrderedDict[str, QImage] = OrderedDict()
        self._broken: set[str] = set()
        self._waiting: OrderedDict[str, int] = OrderedDict()
        self._now: tuple[str, int] | None = None
        self._worker = Background(self)
        self._broke.connect(self._tell_broken, Qt.ConnectionType.QueuedConnection)
        self._worker.finished.connect(self._on_made)
        self._worker.failed.connect(self._on_failed)
        self.destroyed.connect(partial(_end, self._worker))

    def picture(self, key: str, side: int) -> QImage | None:
        """Return the picture ``key``, ``side`` px wide if it is there, else smaller or None."""
        wanted = next((s for s in _SIDES if s >= side), _SIDES[-1])
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            if known[0] >= wanted or key in self._broken:
                return self._fine(key, known[1], wanted)
        try:
            drawing = self._drawing(key) if self._drawing is not None else None
        except ProjectError:
            self._break(key)
            return self._kept[key][1]
        if drawing is not None:
            made = _painted(drawing, wanted)
            self._keep(key, wanted, made)
            return made
        self._waiting.pop(key, None)
        self._waiting[key] = wanted
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        self._go_on()
        return known[1] if known else None

    def _fine(self, key: str, image: QImage, side: int) -> QImage:
        """Return ``image`` no wider than can be shrunk while painting without breaking thin lines.

        Qt takes four pixels for each that it paints: what lies between them would be lost.
        """
        if image.width() < 2 * side or key in self._broken:
            return image
        small = self._smaller.get(key)
        if small is None or small.width() != side:
            small = image.scaledToWidth(side, Qt.TransformationMode.SmoothTransformation)
            self._smaller[key] = small
            kept = sum(one.sizeInBytes() for one in self._smaller.values())
            while kept > _MOST_SMALLER and len(self._smaller) > 1:
                kept -= self._smaller.popitem(last=False)[1].sizeInBytes()
        self._smaller.move_to_end(key)
        return small

    def busy(self) -> bool:
        """Tell whether pictures are on their way."""
        return self._now is not None or bool(self._waiting)

    def stop(self) -> None:
        """Make no more."""
        self._waiting.clear()
        self._worker.stop()

    def _go_on(self) -> None:
        while self._now is None and self._waiting:
            key, side = self._waiting.popitem(last=True)
            try:
                source = self._photo(key)
            except ProjectError:
                source = None
            if source is None:
                self._break(key)
                continue
            self._now = (key, side)
            self._worker.submit(partial(_decoded, source, side))

    def _on_made(self, image: object) -> None:
        now, self._now = self._now, None
        if now is not None and isinstance(image, QImage):
            self._keep(now[0], now[1], image)
            self.arrived.emit(now[0])
        self._go_on()

    def _on_failed(self, _error: object) -> None:
        now, self._now = self._now, None
        if now is not None:
            self._break(now[0])
        self._go_on()

    def _break(self, key: str) -> None:
        if key not in self._broken:
            self._broken.add(key)
            self._keep(key, 0, _missing())
            self._broke.emit(key)

    def _tell_broken(self, key: str) -> None:
        """Tell of it once nothing is being painted: what hears of it throws pictures away."""
        self.missing.emit(key)
        self.arrived.emit(key)

    def _keep(self, key: str, side: int, image: QImage) -> None:
        self._smaller.pop(key, None)
        old = self._kept.pop(key, None)
        if old is not None:
            self._bytes -= old[1].sizeInBytes()
        self._kept[key] = (side, image)
        self._bytes += image.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, (_, gone) = self._kept.popitem(last=False)
            self._bytes -= gone.sizeInBytes()


def _end(worker: Background, _gone: QObject | None = None) -> None:
    """Let what runs come to its end before the objects that wait for it are gone."""
    worker.stop()


def _painted(drawing: Drawing, side: int) -> QImage:
    height = max(1, ceil(side * drawing.height / max(drawing.width, 1)))
    image = QImage(side, min(height, side * 8), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_drawing(painter, drawing, QRectF(image.rect()))
    painter.end()
    return image


def _decoded(data: bytes, side: int) -> QImage:
    from PIL import Image

    from servicedesign.store.images import FORMATS, check_stored

    check_stored(data)
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        width, height = picture.size
        picture.draft("RGB", (side, max(1, side * height // max(1, width))))
        small = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
    small.thumbnail((side, side * 8))
    plain = small.convert("RGBA")
    raw = plain.tobytes("raw", "RGBA")
    image = QImage(raw, plain.width, plain.height, 4 * plain.width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _missing() -> QImage:
    image = QImage(96, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(tokens.TABLE_GROUND))
    painter = QPainter(image)
    box = QRectF(0, 0, 96, 64).adjusted(28, 12, -28, -12)
    paint_icon(painter, "mdi6.image-broken-variant", box, QColor(tokens.SECOND_TEXT))
    painter.end()
    return image
