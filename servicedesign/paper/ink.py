"""How lines and fills are written in the PDF's own words.

Owns the spelling of colours and paths in a content stream. Must not know pages or fonts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

KAPPA: Final = 0.5522847498
"""How far the handles of a quarter circle reach, as a share of its radius."""

Dash = Sequence[float]


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the three parts of ``#RRGGBB`` from 0 to 1."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def units_path(ops: Iterable[tuple[str, Sequence[float]]]) -> str:
    """Return a path of M, L, C and Z in its own units, to be painted under Page.placed."""
    words = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    return " ".join(
        " ".join([*(f"{n:.2f}" for n in numbers), words[letter]]) for letter, numbers in ops
    )


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """Return the path of an ellipse in pt."""
    hx, hy = rx * KAPPA, ry * KAPPA
    curves = (
        (cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry),
        (cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy),
        (cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry),
        (cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy),
    )
    return f"{cx + rx:.2f} {cy:.2f} m {' '.join(map(_curve, curves))} h"


def _curve(points: tuple[float, float, float, float, float, float]) -> str:
    a, b, c, d, e, f = points
    return f"{a:.2f} {b:.2f} {c:.2f} {d:.2f} {e:.2f} {f:.2f} c"


def rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    """Return the path of a rectangle with rounded corners in pt; ``r`` 0 gives sharp ones."""
    r = max(0.0, min(r, abs(w) / 2, abs(h) / 2))
    if not r:
        return f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re"
    k, right, top = r * (1 - KAPPA), x + w, y + h
    return " ".join(
        (
            f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l",
            _curve((right - k, y, right, y + k, right, y + r)),
            f"{right:.2f} {top - r:.2f} l",
            _curve((right, top - k, right - k, top, right - r, top)),
            f"{x + r:.2f} {top:.2f} l",
            _curve((x + k, top, x, top - k, x, top - r)),
            f"{x:.2f} {y + r:.2f} l",
            _curve((x, y + k, x + k, y, x + r, y)),
            "h",
        )
    )
