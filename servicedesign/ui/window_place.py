"""How large the window begins: as it was left, and never larger than the screen has room for.

Owns size and state at the start and the end of a run. Where the window stands is the desktop's.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from servicedesign.ui.settings import Settings

FRAME = QSize(16, 48)
"""Room for the frame that the desktop draws around a window, with its title bar, in px."""

_LEAST = 200


def place_window(window: QWidget, settings: Settings) -> None:
    """Give ``window`` its size before it is shown; one too large for the screen fills it."""
    room = window.screen().availableGeometry().size() - FRAME
    wished = QSize(*settings.get("window"))
    fitting = wished.boundedTo(room)
    window.resize(fitting)
    if settings.get("maximised") or fitting != wished:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep_place(window: QWidget, settings: Settings) -> None:
    """Keep the size of ``window`` for the next run; full screen is not kept."""
    if window.isFullScreen():
        return
    settings.set("maximised", window.isMaximized())
    size = [window.width(), window.height()]
    if not window.isMaximized() and min(size) >= _LEAST:
        settings.set("window", size)
