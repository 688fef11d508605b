"""How lines, fills and numbers are written in the PDF's own words.

Owns the spelling of numbers, colours and paths in a content stream. Must not know pages or fonts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

KAPPA: Final = 0.5522847498
"""How far the handles of a quarter circle reach, as a share of its radius."""

Dash = Sequence[float]


def num(value: float) -> str:
    """Return ``value`` with two decimals at most (0.01 pt is 0.004 mm)."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the three parts of ``#RRGGBB`` from 0 to 1."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """Return the path of an ellipse in pt."""
    hx, hy = rx * KAPPA, ry * KAPPA
    n = [
        *(cx + rx, cy, cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry),
        *(cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy),
        *(cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry),
        *(cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy),
    ]
    form = "%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c" + " %.2f %.2f %.2f %.2f %.2f %.2f c" * 3
    return form % tuple(n) + " h"


def rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    """Return the path of a rectangle with rounded corners in pt; ``r`` 0 gives sharp ones."""
    r = max(0.0, min(r, abs(w) / 2, abs(h) / 2))
    if not r:
        return "%.2f %.2f %.2f %.2f re" % (x, y, w, h)
    k, right, top = r * (1 - KAPPA), x + w, y + h
    return (
        "%.2f %.2f m %.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c "
        "%.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c "
        "%.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c "
        "%.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c h"
    ) % (
        *(x + r, y, right - r, y, right - k, y, right, y + k, right, y + r),
        *(right, top - r, right, top - k, right - k, top, right - r, top),
        *(x + r, top, x + k, top, x, top - k, x, top - r),
        *(x, y + r, x, y + k, x + k, y, x + r, y),
    )
