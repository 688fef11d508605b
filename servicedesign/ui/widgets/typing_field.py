"""What every field that is typed into has in common, so that windows can close safely.

Owns one shape and the search for it. Must not know the fields themselves.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class TypingField(Protocol):
    """A field that may hold text not yet committed."""

    def flush(self) -> None:
        """Commit what is typed, an unfinished conversion included."""
        ...

    def composing(self) -> bool:
        """Tell whether an input method is in the middle of a conversion."""
        ...


def typing_fields(root: QWidget) -> tuple[TypingField, ...]:
    """Return the fields under ``root`` that may hold uncommitted text."""
    return tuple(w for w in root.findChildren(QWidget) if isinstance(w, TypingField))


def composing_now() -> bool:
    """Tell whether the focused field is composing: then every key is the input method's."""
    focus: object = QApplication.focusWidget()
    return isinstance(focus, TypingField) and focus.composing()
