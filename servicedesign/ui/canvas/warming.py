"""Laying out words before they are seen, in moments when nothing else is to be done.

Owns these moments. A board that was just opened is then ready when one zooms in. What lays
out words is loaded with the first of them, which takes a while: nothing begins before a painting.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from servicedesign.ui.canvas.contents import Contents
from servicedesign.ui.canvas.entry import Entry

_PAUSE_MS: Final = 12
_FIRST_MS: Final = 250
"""So long after something new lies there the first go comes, in ms."""
_SLICE: Final = 0.004
"""Time of one go, in seconds."""


class Warming(QObject):
    """Lays out the words of ``contents`` bit by bit while ``idle``."""

    def __init__(self, contents: Contents, idle: Callable[[], bool], parent: QObject) -> None:
        """Begin when something lies there."""
        super().__init__(parent)
        self._contents = contents
        self._idle = idle
        self._waiting: list[Entry] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        contents.changed.connect(self._on_changed)

    def _on_changed(self, _old: object, new: list[Entry]) -> None:
        self._waiting += [entry for entry in new if not entry.is_fitted()]
        if self._waiting and not self._timer.isActive():
            self._timer.start(_FIRST_MS)

    def _go_on(self) -> None:
        self._timer.setInterval(_PAUSE_MS)
        if not self._idle():
            return
        end = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < end:
            entry = self._waiting.pop()
            if self._contents.find(entry.look.id) is entry:
                entry.fit()
        if not self._waiting:
            self._timer.stop()
