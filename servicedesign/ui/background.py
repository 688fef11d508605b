"""Work that would hold up the window, done on one other thread, the newest request only.

Owns the thread. What it is given must not touch Qt widgets or the store. The threads are Python's
own and do not keep the program alive: one of Qt's pool, still at work when the interpreter ends,
would wait for it for ever.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Background(QObject):
    """Runs one piece of work at a time; of those that wait only the newest is kept.

    Signals:
        finished: what the work returned.
        failed: the exception that it raised.
    """

    finished = Signal(object)
    failed = Signal(object)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an idle worker."""
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._next: Callable[[], Any] | None = None
        self._busy = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def busy(self) -> bool:
        """Tell whether something is under way."""
        return self._busy

    def submit(self, work: Callable[[], Any]) -> None:
        """Do ``work`` next, instead of whatever else was waiting."""
        self._next = work
        self._go_on()

    def stop(self) -> None:
        """Forget what waits and let what runs come to its end."""
        self._next = None
        if self._thread is not None:
            self._thread.join()

    def _go_on(self) -> None:
        if self._busy or self._next is None:
            return
        work, self._next = self._next, None
        self._busy = True
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], Any]) -> None:
        try:
            result, error = work(), None
        except Exception as caught:  # noqa: BLE001 - handed to the window's one handler
            result, error = None, caught
        self._done.emit(result, error)

    def _on_done(self, result: object, error: object) -> None:
        self._busy = False
        if error is not None:
            self.failed.emit(error)
        elif self._next is None:
            self.finished.emit(result)
        self._go_on()
