"""Pictures on the cards of a map: small ones to paint, and the way to a new one.

Owns decoding away from the window's thread, and the dialog for a file. Bytes come through the
store's gate; Qt sees only pixels.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from servicedesign.model import Image
from servicedesign.store.images import CleanImage, clean_image
from servicedesign.tools.journey import cells
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.portraits import picture_bytes
from servicedesign.ui.background import Background
from servicedesign.ui.picture_files import PATTERNS, read_picture_file

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.ui.context import EditorContext

_SIDE: Final = 640
"""Longest side of a small picture in px."""
_MOST: Final = 200

_Pixels = tuple[str, int, int, bytes]


class SmallPictures(QObject):
    """Small pictures by image record, made when they are first asked for.

    Signals:
        arrived: another one is there.
    """

    arrived = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Read from ``project``."""
        super().__init__(parent)
        self._project = project
        self._known: OrderedDict[str, QImage | None] = OrderedDict()
        self._wanted: list[str] = []
        self._worker = Background(self)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)

    def find(self, image_id: str) -> QImage | None:
        """Return a small picture, or None while it is not there, or cannot be read."""
        if image_id in self._known:
            self._known.move_to_end(image_id)
            return self._known[image_id]
        if image_id not in self._wanted:
            self._wanted.append(image_id)
            self._go_on()
        return None

    def stop(self) -> None:
        """Let the worker come to its end."""
        self._wanted.clear()
        self._worker.stop()

    def _go_on(self) -> None:
        if self._worker.busy():
            return
        while self._wanted:
            image_id = self._wanted[0]
            image = self._project.find(Image, image_id)
            data = picture_bytes(self._project, image_id) if image is not None else None
            if data is not None:
                self._worker.submit(partial(_small, image_id, data))
                return
            self._keep(image_id, None)

    def _on_finished(self, pixels: _Pixels) -> None:
        image_id, width, height, raw = pixels
        form = QImage.Format.Format_RGBA8888
        self._keep(image_id, QImage(raw, width, height, 4 * width, form).copy())
        self.arrived.emit()
        self._go_on()

    def _on_failed(self, _error: object) -> None:
        if self._wanted:
            self._keep(self._wanted[0], None)
        self._go_on()

    def _keep(self, image_id: str, image: QImage | None) -> None:
        self._known[image_id] = image
        if image_id in self._wanted:
            self._wanted.remove(image_id)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)


def _small(image_id: str, data: bytes) -> _Pixels:
    from PIL import Image as PilImage

    with PilImage.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as opened:
        opened.draft("RGB", (_SIDE, _SIDE))
        pixels = opened.convert("RGBA")
    pixels.thumbnail((_SIDE, _SIDE))
    return image_id, pixels.width, pixels.height, pixels.tobytes("raw", "RGBA")


class PictureTaker(QObject):
    """Takes pictures in for the cards of one map; a large one is made small out of the way."""

    def __init__(self, context: EditorContext, parent: QObject) -> None:
        """Work in ``context``."""
        super().__init__(parent)
        self._context = context
        self._for: tuple[Place, str | None] | None = None
        self._worker = Background(self)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)

    def choose(self, place: Place, cell_id: str | None, parent: QWidget) -> None:
        """Let the person choose a picture for a card, or for a place without one.

        Raises:
            ProjectError: the file cannot be read.
        """
        t = self._context.t
        chosen, _ = QFileDialog.getOpenFileName(
            parent, t("写真を選ぶ"), str(Path.home()), f"{t('写真')} ({PATTERNS})"
        )
        if chosen:
            self._for = (place, cell_id)
            self._worker.submit(partial(clean_image, read_picture_file(Path(chosen))))

    def stop(self) -> None:
        """Let the worker come to its end."""
        self._worker.stop()

    def _on_finished(self, clean: CleanImage) -> None:
        wanted, self._for = self._for, None
        if wanted is not None and cells.is_there(self._context.project, wanted[0]):
            cells.set_picture(self._context.project, *wanted, clean.data)

    def _on_failed(self, error: BaseException) -> None:
        self._for = None
        raise error
