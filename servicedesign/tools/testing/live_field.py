"""The field that takes what is heard and seen while someone watches a test.

Owns which keys are the field's and which are the watching's. Letters always go into the field.
While it is empty, Space, 1 to 3, Enter and the arrows up and down work the test; with text in it
they are text again, Enter keeps the line as words and Ctrl+Enter as a stumble. F7 to F9 and F12
work at any time, also while an input method is switched on. While it composes, every key is its.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesign.model import TaskOutcome
from servicedesign.tools.testing.observing import STUMBLE, WORDS
from servicedesign.ui.widgets.text_field import TextField

_KEY = Qt.Key
_ALWAYS: Final = {
    _KEY.Key_F7: TaskOutcome.ALONE,
    _KEY.Key_F8: TaskOutcome.HELPED,
    _KEY.Key_F9: TaskOutcome.FAILED,
}
_EMPTY: Final = {
    _KEY.Key_1: TaskOutcome.ALONE,
    _KEY.Key_2: TaskOutcome.HELPED,
    _KEY.Key_3: TaskOutcome.FAILED,
}
_STEPS: Final = {
    _KEY.Key_Up: -1,
    _KEY.Key_PageUp: -1,
    _KEY.Key_Down: 1,
    _KEY.Key_PageDown: 1,
    _KEY.Key_Return: 1,
    _KEY.Key_Enter: 1,
}
WATCH_KEY: Final = _KEY.Key_F12


class LiveField(TextField):
    """One line that is kept with Enter.

    Signals:
        kept: ``words`` or ``stumble``, and the line.
        watch_asked: the stopwatch is to start or stop.
        outcome_chosen: how the task went.
        step_asked: -1 or 1: the task before or after.
    """

    kept = Signal(str, str)
    watch_asked = Signal()
    outcome_chosen = Signal(object)
    step_asked = Signal(int)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(name, placeholder=placeholder, parent=parent)
        self._leaving = False

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the test from shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers()
            and event.key() in (*_ALWAYS, WATCH_KEY)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work the test by keys that are no text now; else type."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.composing() or not self._work(_KEY(event.key()), plain=plain):
            super().keyPressEvent(event)
        else:
            event.accept()

    def _work(self, key: Qt.Key, *, plain: bool) -> bool:
        """Do what ``key`` means for the test; False when it is the field's."""
        empty = not self.text()
        outcome = _ALWAYS.get(key) or (_EMPTY.get(key) if empty else None)
        if not plain:
            return False
        if outcome is not None:
            self.outcome_chosen.emit(outcome)
        elif key == WATCH_KEY or (empty and key == _KEY.Key_Space):
            self.watch_asked.emit()
        elif empty and key in _STEPS:
            self.step_asked.emit(_STEPS[key])
        else:
            return False
        return True

    def flush(self) -> None:
        """Keep what is typed as words, so that it is not lost when the project closes."""
        super().flush()
        if not self._leaving:
            self.keep(WORDS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave what is typed where it is: leaving the field finishes nothing."""
        self._leaving = True
        super().focusOutEvent(event)
        self._leaving = False

    def keep(self, field: str) -> None:
        """Keep the line as ``words`` or ``stumble``, and be empty again."""
        line = self.text().strip()
        if self.text() and not self.composing():
            self.clear()
        if line and not self.composing():
            self.kept.emit(field, line)

    def _on_enter(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.keep(STUMBLE if control else WORDS)
