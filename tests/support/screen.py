"""What a window shows and offers, read as a screen reader does."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

LEAST_PX = 32
_ALLOWED_LESS = 1
"""A line of a table counts with its hairline."""


def widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that can be seen under ``root``, itself included."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root):
            yield widget


def spoken(widget: QWidget) -> list[str]:
    """Return what is told of ``widget``: name, value, description."""
    found = QAccessible.queryAccessibleInterface(widget)
    if found is None or not found.isValid():
        return []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return [text for kind in kinds if (text := found.text(kind))]


def shown_texts(root: QWidget) -> list[str]:
    """Return every text under ``root``, sorted: spoken ones, labels, what stands in fields."""
    texts: list[str] = []
    for widget in widgets(root):
        if isinstance(widget, QScrollBar):
            continue  # it tells how far down someone reads, not what stands there
        texts += spoken(widget)
        for reader in ("text", "toPlainText", "toolTip"):
            read = getattr(widget, reader, None)
            if callable(read):
                texts.append(str(read()))
    return sorted(text for text in texts if text)


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets under ``root`` that Tab comes to."""
    return [
        widget
        for widget in widgets(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not isinstance(widget, QScrollBar)
    ]


def nameless(root: QWidget) -> list[str]:
    """Return what Tab comes to without a name for screen readers."""
    return [_told(widget) for widget in stops(root) if not _name(widget)]


def too_small(root: QWidget) -> list[str]:
    """Return what Tab comes to and is too small to be clicked."""
    return [
        f"{_told(widget)} {widget.width()}x{widget.height()}"
        for widget in stops(root)
        if not isinstance(widget, QAbstractScrollArea)
        and min(widget.width(), widget.height()) < LEAST_PX - _ALLOWED_LESS
    ]


def _name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None and found.isValid() else ""


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)!r} {widget.objectName()}".strip()
