"""The panes of the window and the way from one to the next.

Owns where the focus goes with F6: bar, navigator, head of the view, and in the view to where one
was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from servicedesign.ui.navigator import Navigator
    from servicedesign.ui.print_view import PrintView
    from servicedesign.ui.tool_view import ToolView
    from servicedesign.ui.top_bar import TopBar

Pane = tuple[QWidget, Callable[[], object]]
"""What holds the focus, and how it is entered."""


class Panes:
    """The panes of one workspace."""

    def __init__(self, bar: TopBar, navigator: Navigator) -> None:
        """Step between these two and the view."""
        self._bar = bar
        self._navigator = navigator
        self._left: dict[QWidget, QWidget] = {}

    def step(self, view: ToolView | PrintView | None, focus: QWidget | None, offset: int) -> None:
        """Put the focus into the next pane (1) or the one before (-1)."""
        panes = self._panes(view)
        inside = [focus is not None and pane.isAncestorOf(focus) for pane, _ in panes]
        here = inside.index(True) if True in inside else len(panes) - 1
        if view is not None and focus is not None and panes[here][0] is view:
            self._left[view] = focus
        panes[(here + offset) % len(panes)][1]()

    def _panes(self, view: ToolView | PrintView | None) -> list[Pane]:
        panes: list[Pane] = [
            (self._bar, self._bar.menu_button.setFocus),
            (self._navigator, self._navigator.focus_current),
        ]
        if view is None:
            return panes
        button = view.head().entrance()
        if button is not None:
            panes.append((view.head(), button.setFocus))
        return [*panes, (view, lambda: self._enter(view))]

    def _enter(self, view: ToolView | PrintView) -> None:
        """Go to where one was in the view, as long as that is there."""
        was = self._left.get(view)
        there = was is not None and shiboken6.isValid(was) and was.isVisible() and was.isEnabled()
        if was is not None and there:
            was.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            view.focus_first()
