"""Pictures of every screen: with an example, empty and crowded, on a laptop and on a projector.

Owns with which projects and at which sizes a screen is shown. The screens come from their registry.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from book.projects import DAY, Shelf, now
from book.shot import Shot, keep
from servicedesign.i18n import translator
from servicedesign.model.method import MethodPhase
from servicedesign.store import Project
from servicedesign.tools import all_sheets
from servicedesign.ui.recent import RecentFiles
from servicedesign.ui.screens import Screen, screens, set_stage
from servicedesign.ui.settings import Settings
from servicedesign.ui.sheet_print import default_choice, draw_sheet, order_sheet, page_image
from servicedesign.ui.thumbnails import keep_picture

LAPTOP: Final = (1366, 768)
PROJECTOR: Final = (1920, 1080)
_SEEN: Final = {
    "single-parent": (
        ("sick-child-care", MethodPhase.PROTOTYPE.value),
        ("senior-tablets", MethodPhase.NEEDS.value),
        ("single-parent", MethodPhase.CHECK.value),
    ),
    "crowded": (("crowded", MethodPhase.CHECK.value),),
}
"""Which projects were open before, and where one was in them."""

PROJECTS: Final = ("single-parent", "empty", "crowded")
"""The states of a project in which a screen is shown."""


def screen_shots(folder: Path, shelf: Shelf, lang: str) -> Iterator[Shot]:
    """Take the pictures of all screens in ``lang`` into ``folder``."""
    qInstallMessageHandler(_tell)
    for screen in screens():
        # A dialog looks the same behind any size of window.
        for size in (LAPTOP,) if screen.is_dialog else (LAPTOP, PROJECTOR):
            for state in PROJECTS:
                row = f"{state} {size[0]}x{size[1]}"
                picture = screen_picture(screen, shelf, state, lang, size)
                yield keep(folder, "screens", screen.id, row, lang, picture)


def _tell(_kind: QtMsgType, _context: object, message: str) -> None:
    """Pass Qt's messages on, but for what a platform without a screen says of itself."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def screen_picture(
    screen: Screen, shelf: Shelf, state: str, lang: str, size: tuple[int, int]
) -> Image.Image:
    """Return one screen with one project, as pixels."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    settings = _settings(shelf, "empty" if screen.needs_project else state, lang)
    project = shelf.open(state, lang) if screen.needs_project else None
    stage = set_stage(application, project, lang=lang, size=size, clock=now, settings=settings)
    shown = screen.build(stage)
    picture = _pixels(shown)
    if shown is not stage.window:
        shown.close()
    stage.close()
    if project is not None:
        project.close()
    return picture


def _settings(shelf: Shelf, state: str, lang: str) -> Settings:
    """Return settings of nobody's, in which the projects of ``state`` were open before."""
    target = shelf.folder / "settings.json"
    target.unlink(missing_ok=True)
    settings = Settings(target)
    settings.set("folder", str(shelf.path("empty", lang).parent))
    for name, phase in _SEEN.get(state, ()):
        with shelf.open(name, lang, read_only=True) as project:
            title = project.info.service_name
            picture = _first_page(project, lang)
        keep_picture(
            RecentFiles(settings).note(shelf.path(name, lang), title, phase, now()), picture
        )
    return settings


def _first_page(project: Project, lang: str) -> QImage:
    """Return the page that the list of recent files remembers."""
    spec = all_sheets()[0]
    order = order_sheet(project, spec, default_choice(spec), translator(lang), DAY)
    return page_image(draw_sheet(order).pdf, 0, 96)


def _pixels(widget: QWidget) -> Image.Image:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )
