"""Where the audience window stands: which screen, and which place beside the facilitator's window.

Owns that choice alone. Must not show or move anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

USUAL: Final = QSize(1280, 720)
"""Size of the window on the facilitator's own screen, in px."""
SMALLEST: Final = QSize(480, 270)
"""Smallest that is worth a place beside the facilitator's window."""
SHARE: Final = 0.8
"""Most of a screen that the window takes, so that it can be moved."""
BAR: Final = 36
"""Room for the title bar that the desktop draws, in px."""


def other_screen(facilitator: QWidget, screens: Sequence[QScreen] | None = None) -> QScreen | None:
    """Return the first screen that shows none of what the facilitator's screen shows, or None.

    Screens that mirror each other lie over each other and count as one.
    """
    here = facilitator.screen()
    found = QGuiApplication.screens() if screens is None else screens
    for screen in found:
        if screen is not here and not screen.geometry().intersects(here.geometry()):
            return screen
    return None


def mirrored(window: QWidget, screens: Sequence[QScreen] | None = None) -> bool:
    """Tell whether another screen shows some of what the screen of ``window`` shows.

    A mirror that the graphics driver makes by itself looks like one screen and is not found.
    """
    here = window.screen()
    found = QGuiApplication.screens() if screens is None else screens
    return any(
        screen is not here and screen.geometry().intersects(here.geometry()) for screen in found
    )


def window_place(room: QRect) -> QRect:
    """Return where the window stands on a screen with ``room`` to spare, towards its lower right.

    The facilitator asked for it there, so it may lie over other windows.
    """
    size = _wide(USUAL.boundedTo(QSize(round(room.width() * SHARE), round(room.height() * SHARE))))
    corner = room.bottomRight() - QPoint(size.width() + 16, size.height() + 16)
    return QRect(corner, size)


def place_beside(room: QRect, taken: QRect) -> QRect | None:
    """Return the largest place in ``room`` that leaves ``taken`` free, or None if all are small."""
    strips = (
        QRect(QPoint(taken.right() + 1, room.top()), room.bottomRight()),
        QRect(room.topLeft(), QPoint(taken.left() - 1, room.bottom())),
        QRect(QPoint(room.left(), taken.bottom() + 1), room.bottomRight()),
        QRect(room.topLeft(), QPoint(room.right(), taken.top() - 1)),
    )
    places = [_inside(strip) for strip in strips]
    best = max(places, key=lambda place: place.width() * max(0, place.height()))
    large = best.width() >= SMALLEST.width() and best.height() >= SMALLEST.height()
    return best if large else None


def _inside(strip: QRect) -> QRect:
    inner = strip.adjusted(8, 8 + BAR, -8, -8)
    if inner.width() <= 0 or inner.height() <= 0:
        return QRect()
    size = _wide(USUAL.boundedTo(inner.size()))
    return QRect(inner.topLeft(), size)


def _wide(room: QSize) -> QSize:
    """Return the largest size of 16:9 in ``room``."""
    width = min(room.width(), room.height() * 16 // 9)
    return QSize(width, width * 9 // 16)
