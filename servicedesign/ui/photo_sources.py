"""Where photos come from: files that are dragged or pasted, and a picture on the clipboard.

Owns the reading of what is offered. What becomes of a photo is the caller's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from servicedesign.store.images import MAX_PIXELS
from servicedesign.ui.picture_files import PATTERNS

ENDINGS: Final = (*(one.lstrip("*") for one in PATTERNS.split()), ".heic", ".heif", ".avif")
"""Endings of files that are taken as photos when they are dropped."""


def photo_patterns() -> str:
    """Return the endings that a file dialog offers for photos, in small and capital letters."""
    patterns = f"{PATTERNS} *.heic *.heif"
    return f"{patterns} {patterns.upper()}"


def photo_paths(mime: QMimeData | None) -> list[Path]:
    """Return the photos among the files that are dragged or pasted."""
    if mime is None or not mime.hasUrls():
        return []
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in ENDINGS]


def is_picture(mime: QMimeData | None) -> bool:
    """Tell whether what was copied is a picture, and not words that have one beside them."""
    return mime is not None and mime.hasImage() and not mime.hasText()


def image_bytes(image: QImage) -> bytes:
    """Return a pasted image as a PNG; a very large one is made smaller first."""
    pixels = image.width() * image.height()
    if pixels > MAX_PIXELS:
        image = image.scaledToWidth(round(image.width() * (MAX_PIXELS / pixels) ** 0.5))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
