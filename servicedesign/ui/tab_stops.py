"""What Tab comes to.

Owns the reading of Qt's chain of focus, and the sorting of it where parts of a page are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return ``part`` and what is in it, as far as Tab stops there, in the order of the chain."""
    return _within(part, [widget for widget in (part, *_round(part)) if _stops(widget)])


def sort_stops(parts: Sequence[QWidget]) -> None:
    """Lead Tab through ``parts`` in this order."""
    stops = [stop for part in parts for stop in tab_stops(part)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def step_through(window: QWidget, parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Go to the next stop in ``parts`` of ``window``, and round; False when at none of them."""
    focus: QWidget | None = window.focusWidget()
    chain = [window, *_round(window)]
    everywhere = [(n, widget) for n, widget in enumerate(chain) if _stops(widget)]
    stops: list[QWidget] = []
    for part in parts:
        start = chain.index(part) if part in chain else 0
        after = [widget for n, widget in everywhere if n >= start]
        stops += _within(part, [*after, *(widget for n, widget in everywhere if n < start)])
    if focus is None or focus not in stops:
        return False
    following = stops[(stops.index(focus) + (1 if forward else -1)) % len(stops)]
    reason = Qt.FocusReason
    following.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    return True


def _within(part: QWidget, stops: Sequence[QWidget]) -> list[QWidget]:
    return [widget for widget in stops if widget is part or part.isAncestorOf(widget)]


def _round(start: QWidget) -> Iterator[QWidget]:
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        yield widget
        widget = widget.nextInFocusChain()


def _stops(widget: QWidget) -> bool:
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    there = widget.isVisible() and widget.isEnabled() and not widget.isWindow()
    return bool(wanted) and there and widget.focusProxy() is None
