"""Small pictures of the last sheet seen, for the list of recent files.

Owns writing and reading them. They are made by the app itself from its own sheets.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from servicedesign.ui.recent import RecentFile, picture_folder

WIDTH = 448
HEIGHT = 264
_LOG = logging.getLogger(__name__)


def keep_picture(file: RecentFile, page: QImage) -> None:
    """Keep the upper part of ``page`` for ``file``; without pixels, or a disk, nothing is kept."""
    if page.isNull():
        return
    mode = Qt.TransformationMode.SmoothTransformation
    scaled = page.scaledToWidth(WIDTH, mode).copy(0, 0, WIDTH, HEIGHT)
    try:
        picture_folder(file)
    except OSError as error:
        _LOG.warning("no folder for pictures: errno %s", error.errno)
        return
    scaled.save(str(file.picture))


def recent_picture(file: RecentFile) -> QImage:
    """Return the small picture of ``file``, decoded by Pillow; empty when there is none."""
    from servicedesign.ui.widgets.portrait import picture

    try:
        return picture(file.picture.read_bytes())
    except (OSError, ValueError):
        return QImage()
