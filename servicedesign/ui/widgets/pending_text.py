"""When typed text becomes a commit: a pause, leaving the field, Enter; never during a conversion.

Who types on without a pause is committed for meanwhile, so that a crash takes a second at most.

Owns that timing for one field. Must not know how the text is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 600
"""Pause after the last key, in ms; with the commit itself it stays under 0.8 s."""

MOST_MS = 800
"""Longest time that typed text waits while one types on, in ms."""


class PendingText(QObject):
    """The text of one field between the last commit and now.

    Attributes:
        settled: the text as last committed or set from outside.
        in_pauses: whether a pause commits; not where half of what is typed means something else.

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
        self.in_pauses = True
        self._overdue = False
        self._timer, self._longest = QTimer(self), QTimer(self)
        for timer, interval in ((self._timer, PAUSE_MS), (self._longest, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
        self._timer.timeout.connect(self.commit)
        self._longest.timeout.connect(self._on_longest)

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
        if self._composing or not self.in_pauses:
            return
        self._timer.start()
        if self.touched and not self._longest.isActive():
            self._longest.start()

    def note_preedit(self, preedit: str) -> None:
        """Follow the input method: ``preedit`` is the unfinished text, empty when it ended."""
        self._composing = bool(preedit)
        if self._composing:
            self._timer.stop()
        elif self._overdue:
            self.commit()
        elif self.touched:
            self.note_typed()

    def _on_longest(self) -> None:
        """Commit what waited long enough: now, or as soon as the conversion ends."""
        self._overdue = self._composing
        self.commit()

    def commit(self) -> None:
        """Send what is typed, unless it is unchanged or a conversion is unfinished."""
        self._timer.stop()
        if self._composing:
            return
        self._longest.stop()
        self._overdue = False
        text = self._read()
        if text != self.settled:
            self.settled = text
            self.committed.emit(text)
