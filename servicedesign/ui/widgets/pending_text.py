"""When typed text becomes a commit: a pause, leaving the field, Enter; never during a conversion.

Owns that timing for one field. Must not know how the text is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 600
"""Pause after the last key, in ms; with the commit itself it stays under 0.8 s."""


class PendingText(QObject):
    """The text of one field between the last commit and now.

    Attributes:
        settled: the text as last committed or set from outside.

    Signals:
        committed: the text, when it differs from ``settled``.
    """

    committed = Signal(str)

    def __init__(self, read: Callable[[], str], parent: QObject) -> None:
        """Watch the text that ``read`` returns."""
        super().__init__(parent)
        self._read = read
        self._composing = False
        self.settled = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.commit)

    @property
    def composing(self) -> bool:
        """Whether a conversion is unfinished."""
        return self._composing

    @property
    def touched(self) -> bool:
        """Whether the text differs from what was last committed."""
        return self._read() != self.settled

    def note_typed(self) -> None:
        """Start the pause anew after a change, unless a conversion is unfinished."""
        if not self._composing:
            self._timer.start()

    def note_preedit(self, preedit: str) -> None:
        """Follow the input method: ``preedit`` is the unfinished text, empty when it ended."""
        self._composing = bool(preedit)
        if self._composing:
            self._timer.stop()
        elif self.touched:
            self._timer.start()

    def commit(self) -> None:
        """Send what is typed, unless it is unchanged or a conversion is unfinished."""
        self._timer.stop()
        if self._composing:
            return
        text = self._read()
        if text != self.settled:
            self.settled = text
            self.committed.emit(text)
