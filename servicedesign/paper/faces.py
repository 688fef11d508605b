"""The emotion discs: faces from −2 to +2 that are told apart by mouth and brows, not by colour.

Owns their drawing. Must not know curves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.tokens import ACTION, GROUND, INK, STICKIES

if TYPE_CHECKING:
    from servicedesign.paper.page import Page

FILLS: Final = {
    -2: STICKIES["beige"],
    -1: "#FFEACC",
    0: GROUND,
    1: "#E0F2FF",
    2: STICKIES["sky"],
}


def emotion(
    page: Page,
    x: float,
    y: float,
    level: int,
    r: float = 4.2,
    *,
    plain: bool = False,
    to_be: bool = False,
) -> None:
    """Draw the face for ``level`` (−2 to +2) around (x, y).

    Args:
        page: where to draw.
        x: middle in mm.
        y: middle in mm.
        level: −2 deep frown and worried brows, −1 frown, 0 straight, +1 smile, +2 open mouth.
        r: radius in mm.
        plain: without fill, for choosing on blank sheets.
        to_be: with a second ring in accent.
    """
    if to_be:
        page.circle(x, y, r + 0.9, fill=GROUND, stroke=ACTION, line=1.2)
    pen = max(0.9 * r / 4.2, 0.6)
    page.circle(x, y, r, fill=GROUND if plain else FILLS[level], stroke=INK, line=pen)
    eye_y = y - r * (0.18 if level > -2 else 0.12)
    for sign in (-1, 1):
        page.circle(x + sign * r * 0.33, eye_y, r * 0.105, fill=INK)
    page.caps(round_ends=True)
    _mouth(page, x, y, level, r, pen)
    if level == -2:
        for sign in (-1, 1):
            page.line(x + sign * r * 0.62, y - r * 0.34, x + sign * r * 0.24, y - r * 0.52, pen)
    page.caps(round_ends=False)


def _mouth(page: Page, x: float, y: float, level: int, r: float, pen: float) -> None:
    if level == 0:
        page.line(x - r * 0.36, y + r * 0.36, x + r * 0.36, y + r * 0.36, pen)
    elif level == 2:
        w, top = r * 0.5, y + r * 0.2
        page.path(
            [
                ("M", (x - w, top)),
                ("C", (x - w * 0.4, top + r * 0.08, x + w * 0.4, top + r * 0.08, x + w, top)),
                ("C", (x + w, top + r * 0.66, x - w, top + r * 0.66, x - w, top)),
                ("Z", ()),
            ],
            fill=INK,
        )
    else:
        depth = {1: 0.34, -1: -0.27, -2: -0.36}[level] * r
        w = r * {1: 0.42, -1: 0.37, -2: 0.45}[level]
        ends = y + r * {1: 0.26, -1: 0.5, -2: 0.58}[level]
        bend = (x - w * 0.5, ends + depth, x + w * 0.5, ends + depth, x + w, ends)
        page.path([("M", (x - w, ends)), ("C", bend)], stroke=INK, line=pen)
