"""From note to note by keyboard: the next in reading order, the nearest in a direction.

Owns this choice. Must not change the selection.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from servicedesign.ui.canvas.entry import Entry


def reading_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return ``entries`` in rows from above to below, each from left to right.

    A note whose middle lies above the lower edge of the first of a row belongs to that row.
    """
    rest = sorted(entries, key=lambda e: (e.top, e.left))
    ordered: list[Entry] = []
    row: list[Entry] = []
    end = -inf
    for entry in rest:
        if (entry.top + entry.bottom) / 2 >= end:
            ordered += sorted(row, key=lambda e: e.left)
            row = []
            end = entry.bottom
        row.append(entry)
    return ordered + sorted(row, key=lambda e: e.left)


def next_entry(entries: Iterable[Entry], current: str, step: int) -> Entry | None:
    """Return the note after (1) or before (-1) ``current`` in reading order, round at the ends."""
    ordered = reading_order(entries)
    if not ordered:
        return None
    ids = [entry.look.id for entry in ordered]
    if current not in ids:
        return ordered[0 if step > 0 else -1]
    return ordered[(ids.index(current) + step) % len(ordered)]


def nearest_entry(entries: Iterable[Entry], current: Entry, dx: int, dy: int) -> Entry | None:
    """Return the note nearest to ``current`` in the direction ``dx``, ``dy`` (each -1, 0 or 1).

    What lies straight ahead is nearer than what lies to the side.
    """
    x, y = (current.left + current.right) / 2, (current.top + current.bottom) / 2
    best: tuple[float, Entry] | None = None
    for entry in entries:
        if entry is current:
            continue
        across = (entry.left + entry.right) / 2 - x
        down = (entry.top + entry.bottom) / 2 - y
        ahead = across * dx + down * dy
        aside = abs(across * dy) + abs(down * dx)
        if ahead <= 1 or aside > ahead * 2.5:
            continue
        far = ahead + 2 * aside
        if best is None or far < best[0]:
            best = (far, entry)
    return best[1] if best else None
