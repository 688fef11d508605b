"""Words written one thing a line, set as items with a dot before each.

Owns the setting of items; what they say is the caller's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.paper.labels import Label
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import STEP, Fitted, TextStyle, lay
from servicedesign.tools.persona.sheet_parts import LONG, Desk

_MOST: Final = 40
"""More lines than these are set as plain text."""
_GAP: Final = 0.55
"""Between two items, as a share of the size."""
_INDENT: Final = 1.1
"""From a dot to its words, as a share of the size."""


def fitting_size(desk: Desk, box: Box, text: str, style: TextStyle) -> float:
    """Return the largest size, from the wanted to the smallest one, at which all items fit, pt."""
    lines = _lines(text)
    if len(lines) > _MOST or len(text) > LONG:
        return style.least
    size = style.size
    while size > style.least:
        items = _items(desk, lines, box.width, replace(style, size=size))
        if _height(items, size) <= box.height + 0.1:
            return size
        size -= STEP
    return style.least


def draw_items(desk: Desk, box: Box, text: str, head: Label, style: TextStyle) -> None:
    """Draw ``text`` in ``box``: its lines as items where there are several and all fit.

    What does not fit even at the smallest size goes on overleaf under ``head``.
    """
    lines = _lines(text)
    if 1 < len(lines) <= _MOST and len(text) <= LONG:
        size = fitting_size(desk, box, text, style)
        items = _items(desk, lines, box.width, replace(style, size=size))
        if _height(items, size) <= box.height + 0.1:
            _write(desk, box, items, size)
            return
    desk.more.text(desk.page, box, head, text, style)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _items(desk: Desk, lines: list[str], width: float, style: TextStyle) -> list[Fitted]:
    room = width - _INDENT * style.size / PT_PER_MM
    return [lay(desk.page.book, line, room, style) for line in lines]


def _height(items: list[Fitted], size: float) -> float:
    return sum(item.height for item in items) + (len(items) - 1) * _GAP * size / PT_PER_MM


def _write(desk: Desk, box: Box, items: list[Fitted], size: float) -> None:
    em, y = size / PT_PER_MM, box.y
    for item in items:
        desk.page.circle(
            box.x + 0.28 * em, y + em / 2, 0.14 * em, fill=item.style.colour, stroke=None
        )
        y = item.draw(desk.page, box.x + _INDENT * em, y) + _GAP * em
