"""The signs of the sheets, as vectors: one sign has one meaning everywhere.

Owns outcome, evidence, progress, sticky symbols, pain triangle, checkbox, star, scissors and the
town's mark. ``x``, ``y`` are the middle of a sign unless said otherwise. Must not write words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from servicedesign.paper.ink import KAPPA
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.tokens import EDGE, ERROR, GROUND, INK, STICKIES, SUCCESS

OUTCOMES: Final = ("done", "partly", "failed")
PROGRESS: Final = ("done", "partly", "not_yet", "not_applicable")
_EVIDENCE_GAP: Final = 0.6 + 0.5 / PT_PER_MM
"""Between the middles of two facing edges: white of 0.6 mm and half a stroke on each side."""
SYMBOLS: Final = ("circle", "triangle", "square", "diamond")


def outcome(page: Page, x: float, y: float, which: str, size: float = 3.6) -> None:
    """Draw ring, triangle or cross for ``done``, ``partly`` or ``failed``, ``size`` mm wide."""
    r = size / 2
    if which == "done":
        page.circle(x, y, r * 0.9, stroke=SUCCESS, line=size * 0.5)
    elif which == "partly":
        points = [(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)]
        page.shape(points, stroke=INK, line=size * 0.39)
    else:
        s = r * 0.86
        page.caps(round_ends=True)
        page.line(x - s, y - s, x + s, y + s, size * 0.55, ERROR)
        page.line(x - s, y + s, x + s, y - s, size * 0.55, ERROR)
        page.caps(round_ends=False)


def evidence(page: Page, x: float, y: float, level: int, size: float = 2.0) -> float:
    """Draw two squares from the left edge ``x``; ``level`` 0, 1 or 2. Returns the width in mm.

    White of 0.6 mm stays between them, so that two filled ones never run together.
    """
    gap = _EVIDENCE_GAP
    for i in range(2):
        left = x + i * (size + gap)
        page.rect(
            left, y - size / 2, size, size, fill=INK if i < level else GROUND, stroke=INK, line=0.5
        )
    return 2 * size + gap


def progress(page: Page, x: float, y: float, which: str, r: float = 2.4) -> None:
    """Draw ● ◐ ○ – for ``done``, ``partly``, ``not_yet``, ``not_applicable``."""
    if which == "not_applicable":
        page.line(x - r * 0.7, y, x + r * 0.7, y, 1.2)
        return
    page.circle(x, y, r, fill=INK if which == "done" else GROUND, stroke=INK, line=0.7)
    if which == "partly":
        h = r * KAPPA
        page.path(
            [
                ("M", (x, y - r)),
                ("C", (x - h, y - r, x - r, y - h, x - r, y)),
                ("C", (x - r, y + h, x - h, y + r, x, y + r)),
                ("Z", ()),
            ],
            fill=INK,
        )


def symbol(page: Page, x: float, y: float, which: str, size: float = 3.2, fill: str = INK) -> None:
    """Draw the filled ``circle``, ``triangle``, ``square`` or ``diamond`` of a group."""
    r = size / 2
    if which == "circle":
        page.circle(x, y, r * 0.94, fill=fill)
    elif which == "triangle":
        page.shape([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], fill=fill)
    elif which == "square":
        s = r * 0.88
        page.rect(x - s, y - s, 2 * s, 2 * s, fill=fill)
    else:
        s = r * 1.06
        page.shape([(x, y - s), (x + s, y), (x, y + s), (x - s, y)], fill=fill)


def swatch(page: Page, x: float, y: float, group: str, width: float, height: float) -> None:
    """Draw a tag of a group's colour from its upper left corner; ``group`` is a key of STICKIES."""
    page.rect(x, y, width, height, fill=STICKIES[group], stroke=INK, line=0.5, radius=1.1)


def pain(page: Page, x: float, y: float, size: float = 3.2) -> None:
    """Draw the black triangle of a pain point."""
    symbol(page, x, y, "triangle", size)


def warning(page: Page, x: float, y: float, size: float = 3.2) -> None:
    """Draw the sign of something to look at: a filled triangle with its stroke, ``size`` mm."""
    symbol(page, x, y, "triangle", size)
    page.line(x, y - size * 0.16, x, y + size * 0.12, 0.7, GROUND)
    page.circle(x, y + size * 0.27, size * 0.045, fill=GROUND)


def checkbox(page: Page, x: float, y: float, *, ticked: bool = False, size: float = 4.0) -> None:
    """Draw a square to tick, from its left edge ``x``, centred on ``y``."""
    page.rect(x, y - size / 2, size, size, fill=GROUND, stroke=INK, line=0.6, radius=0.3)
    if ticked:
        points = [(0.22, 0.02), (0.42, 0.24), (0.80, -0.26)]
        page.caps(round_ends=True)
        page.shape(
            [(x + a * size, y + b * size) for a, b in points], stroke=INK, line=1.4, closed=False
        )
        page.caps(round_ends=False)


def star(page: Page, x: float, y: float, size: float = 4.0, fill: str = INK) -> None:
    """Draw a five-pointed star, the sign of what was chosen."""
    page.shape(_star(x, y + size * 0.03, size / 2), fill=fill)


def _star(x: float, y: float, r: float) -> Sequence[tuple[float, float]]:
    turns = [(-math.pi / 2 + i * math.pi / 5, r if i % 2 == 0 else r * 0.42) for i in range(10)]
    return [(x + length * math.cos(a), y + length * math.sin(a)) for a, length in turns]


def town(page: Page, x: float, y: float, r: float = 2.2) -> None:
    """Draw the mark of an organisation: two hills under a sun in a ring."""
    page.circle(x, y, r, fill=GROUND, stroke=INK, line=0.2 + r * 0.25)
    page.circle(x + r * 0.32, y - r * 0.36, r * 0.24, fill=INK)
    s = r * 0.93
    page.path(
        [
            ("M", (x - s, y + r * 0.3)),
            ("C", (x - s * 0.75, y - r * 0.05, x - s * 0.5, y - r * 0.2, x - s * 0.3, y)),
            ("C", (x - s * 0.15, y + r * 0.15, x - s * 0.08, y + r * 0.2, x, y + r * 0.28)),
            (
                "C",
                (x + s * 0.2, y - r * 0.05, x + s * 0.4, y - r * 0.1, x + s * 0.55, y + r * 0.05),
            ),
            (
                "C",
                (x + s * 0.75, y + r * 0.2, x + s * 0.85, y + r * 0.3, x + s * 0.93, y + r * 0.38),
            ),
            ("C", (x + s * 0.7, y + s * 0.85, x + s * 0.35, y + s, x, y + s)),
            ("C", (x - s * 0.5, y + s, x - s * 0.95, y + s * 0.7, x - s, y + r * 0.3)),
            ("Z", ()),
        ],
        fill=INK,
    )


def scissors(page: Page, x: float, y: float, size: float = 4.0) -> None:
    """Draw scissors that cut to the right, their blades meeting at (x + size, y)."""
    r = size * 0.15
    for sign in (-1, 1):
        page.circle(x + r, y + sign * size * 0.2, r, stroke=INK, line=0.5)
        page.line(x + 2 * r * 0.9, y + sign * size * 0.13, x + size, y - sign * size * 0.22, 0.5)


def cut_line(page: Page, x1: float, y1: float, x2: float, y2: float) -> None:
    """Draw a dashed line to cut along."""
    page.line(x1, y1, x2, y2, 0.35, EDGE, (2.5, 2))


def cross(page: Page, x: float, y: float, size: float = 5.0) -> None:
    """Draw a register cross: a ring in a cross, ``size`` mm across."""
    half = size / 2
    page.line(x - half, y, x + half, y, 0.35)
    page.line(x, y - half, x, y + half, 0.35)
    page.circle(x, y, size * 0.25, stroke=INK, line=0.35)


def arrow(
    page: Page, x1: float, y1: float, x2: float, y2: float, *, line: float = 0.9, colour: str = INK
) -> None:
    """Draw an arrow from the first point to the second."""
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    head = min(2.4, length / 2)
    bx, by = x2 - ux * head, y2 - uy * head
    page.line(x1, y1, bx, by, line, colour)
    page.shape(
        [
            (x2, y2),
            (bx - uy * head * 0.45, by + ux * head * 0.45),
            (bx + uy * head * 0.45, by - ux * head * 0.45),
        ],
        fill=colour,
    )
