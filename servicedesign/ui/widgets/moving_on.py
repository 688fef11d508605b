"""Where Enter goes when a field is done: to the next field, past the buttons beside it.

Owns that one step. Marks, sources and other buttons between two fields have keys of their own and
stay in reach of Tab; Enter must not land on one, because the next Enter would press it and what is
typed next would be lost.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from servicedesign.ui.widgets.pressable import Pressable


def move_on(field: QWidget) -> None:
    """Move the focus from ``field`` to the next one; at the last one as Tab does."""
    following = _next_field(field)
    if following is None:
        field.focusNextChild()
    else:
        following.setFocus(Qt.FocusReason.TabFocusReason)


def _next_field(field: QWidget) -> QWidget | None:
    scope = _page_of(field)
    widget = field.nextInFocusChain()
    while widget is not None and widget is not field and scope.isAncestorOf(widget):
        if _takes_focus(widget) and not isinstance(widget, Pressable):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _page_of(field: QWidget) -> QWidget:
    """Return the scrolling page that ``field`` stands on, or its window."""
    parent = field.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return field.window()


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.isVisible()
