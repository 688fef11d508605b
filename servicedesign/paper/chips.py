"""Chips: short words in a small frame.

Owns their kinds: outline = fact or state, dashed = guess, solid black = 現状, solid accent = 理想,
案 n or 第n版, bare = words without a frame between chips. Must not decide which kind something is.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.paper.page import Page
from servicedesign.tokens import ACTION, GROUND, INK

PADDING = 1.6
"""Space beside the words in mm."""


@dataclass(frozen=True, slots=True)
class Chip:
    """Words and kind: ``outline``, ``dashed``, ``solid``, ``accent`` or ``bare``."""

    text: str
    kind: str = "outline"


def chip_width(page: Page, one: Chip, size: float) -> float:
    """Return the width of a chip in mm."""
    padding = 0.0 if one.kind == "bare" else PADDING
    return page.width(one.text, size, bold=True) + 2 * padding


def chip_height(size: float) -> float:
    """Return the height of a chip in mm."""
    return size * 0.53


def chip(
    page: Page, x: float, y: float, one: Chip, size: float = 9, *, align: str = "left"
) -> float:
    """Draw a chip with its upper edge at ``y`` and return its width in mm.

    Args:
        page: where to draw.
        x: left edge, or right edge when ``align`` is ``right``.
        y: upper edge.
        one: words and kind.
        size: of the words in pt.
        align: ``left`` or ``right``.
    """
    width, height = chip_width(page, one, size), chip_height(size)
    left = x - width if align == "right" else x
    em = size / 2.8346
    if one.kind == "bare":
        page.text(left, y + (height - em) / 2, one.text, size, bold=True)
        return width
    solid = {"solid": INK, "accent": ACTION}.get(one.kind)
    page.rect(
        *(left, y, width, height),
        fill=solid or GROUND,
        stroke=solid or INK,
        line=0.5,
        radius=1.1,
        dash=(1.6, 1.4) if one.kind == "dashed" else None,
    )
    words = GROUND if solid else INK
    page.text(left + PADDING, y + (height - em) / 2, one.text, size, bold=True, colour=words)
    return width
