"""The one place where anything that went wrong ends: told in plain words, and the app lives.

Owns the hooks for exceptions in slots, in event handlers and in threads, and the log. The log
holds where in the code a fault arose and of which kind, and no text that anybody wrote.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from servicedesign.locations import ensure, user_data_dir
from servicedesign.model.errors import ProjectError

_LOG = logging.getLogger("servicedesign")
_LOG_BYTES = 256_000
_LOG_FILES = 3


class FaultHandler(QObject):
    """Receives every exception that nobody handled.

    Signals:
        refused: a ``ProjectError``, to be shown as its three sentences.
        failed: any other exception, after it was logged.
    """

    refused = Signal(object)
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a handler; ``install`` makes it the one."""
        super().__init__(parent)
        self._before: Callable[..., object] | None = None
        self._before_thread: Callable[..., object] | None = None
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over ``sys.excepthook`` and ``threading.excepthook``."""
        self._before, self._before_thread = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give both hooks back."""
        if self._before is not None and self._before_thread is not None:
            sys.excepthook, threading.excepthook = self._before, self._before_thread
            self._before = self._before_thread = None

    def handle(self, error: BaseException) -> None:
        """Log ``error`` unless it is a refusal, and tell of it when the event loop is back."""
        if not isinstance(error, ProjectError):
            _LOG.error("%s", describe(error))
        self._arrived.emit(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self.handle(error.with_traceback(trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_value)

    def _tell(self, error: object) -> None:
        if isinstance(error, ProjectError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)


def describe(error: BaseException) -> str:
    """Return kind and places of ``error`` without its words, which may hold someone's text."""
    number = f" errno {error.errno}" if isinstance(error, OSError) else ""
    places = [
        f"  {Path(place.filename).name}:{place.lineno} {place.name}"
        for place in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([f"{type(error).__name__}{number}", *places])


def start_log() -> Path | None:
    """Log to the personal folder, three files of 256 kB in turn; None where it is not writable."""
    from logging.handlers import RotatingFileHandler  # late: it loads sockets

    try:
        folder = ensure(user_data_dir() / "logs")
        handler = RotatingFileHandler(
            folder / "servicedesign.log",
            maxBytes=_LOG_BYTES,
            backupCount=_LOG_FILES - 1,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    return folder
