"""Work that would hold up the window, done on one other thread, the newest request only.

Owns the thread. What it is given must not touch Qt widgets or the store.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal


class _Task(QRunnable):
    def __init__(self, work: Callable[[], Any], tell: Callable[[Any, Any], None]) -> None:
        super().__init__()
        self._work = work
        self._tell = tell

    def run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as caught:  # noqa: BLE001 - handed to the window's one handler
            result, error = None, caught
        self._tell(result, error)


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
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
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
        self._pool.waitForDone()

    def _go_on(self) -> None:
        if self._busy or self._next is None:
            return
        work, self._next = self._next, None
        self._busy = True
        self._pool.start(_Task(work, self._done.emit))

    def _on_done(self, result: object, error: object) -> None:
        self._busy = False
        if error is not None:
            self.failed.emit(error)
        elif self._next is None:
            self.finished.emit(result)
        self._go_on()
