"""Which of all that lies on a board lies together: one note lost far away must not hide the rest.

Owns this arithmetic on plain rectangles, in board units. Must not know notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from servicedesign.ui.canvas.entry import LimitedRect

GAP: Final = 2_000.0
"""Where nothing lies for so far, what is beyond lies apart, if all cannot be seen at once."""
_MOST_CUTS: Final = 64

Rects = Mapping[str, LimitedRect]


def parts_of(rects: Rects, wide: float, high: float) -> list[list[str]]:
    """Return the names in ``rects`` part by part, the largest part first.

    All are one part where they fit into ``wide`` by ``high``. Else they are cut at the widest gaps
    until each part fits or is without a gap.
    """
    waiting, parts = [list(rects)], []
    cuts = 0
    while waiting:
        part = waiting.pop()
        cut = _cut(rects, part, wide, high) if cuts < _MOST_CUTS else None
        if cut is None:
            parts.append(part)
        else:
            cuts += 1
            waiting += cut
    return sorted(filter(None, parts), key=len, reverse=True)


def around(rects: Rects, names: list[str]) -> LimitedRect:
    """Return what encloses the rectangles called ``names``, of which there must be one."""
    lefts, tops, rights, bottoms = zip(*(rects[name] for name in names), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _cut(
    rects: Rects, part: list[str], wide: float, high: float
) -> tuple[list[str], list[str]] | None:
    """Return ``part`` cut in two at its widest gap; None where it fits or has no gap."""
    if len(part) < 2:
        return None
    left, top, right, bottom = around(rects, part)
    best: tuple[float, list[str], int] | None = None
    for low, too_long in ((0, right - left > wide), (1, bottom - top > high)):
        if not too_long:
            continue
        order = sorted(part, key=lambda name, low=low: rects[name][low])  # type: ignore[misc]
        end = rects[order[0]][low + 2]
        for place, name in enumerate(order):
            gap = rects[name][low] - end
            if gap >= GAP and (best is None or gap > best[0]):
                best = (gap, order, place)
            end = max(end, rects[name][low + 2])
    if best is None:
        return None
    _, order, place = best
    return order[:place], order[place:]
