"""What every field that is typed into has in common, so that windows can close safely.

Owns one shape and the search for it. Must not know the fields themselves.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast, runtime_checkable

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
    found = root.findChildren(QWidget)
    # The stubs give QWidget a __hash__ of another signature; a class is hashable all the same.
    return tuple(
        cast("TypingField", w)
        for w in found
        if _is_typed_into(type(w))  # type: ignore[arg-type]
    )


@cache
def _is_typed_into(cls: type) -> bool:
    """Tell whether widgets of a class are fields; every command asks it of thousands of them."""
    return all(callable(getattr(cls, name, None)) for name in ("flush", "composing"))


def composing_now() -> bool:
    """Tell whether the focused field is composing: then every key is the input method's."""
    focus: object = QApplication.focusWidget()
    return isinstance(focus, TypingField) and focus.composing()
