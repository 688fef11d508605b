"""Labels over columns, lines to write on, panels: the parts that texts stand in.

Owns their geometry. Must not decide what is written in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.paper.chips import Chip, chip, chip_height, chip_width
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import (
    ACTION,
    EDGE,
    INK,
    PAIN_BAR,
    PAIN_GROUND,
    SECOND_TEXT,
    TINT,
)

TRACKING: Final = 0.04
"""Additional space in labels, em."""
RULE_GAP: Final = 1.6
"""From a rule to the label under it, mm."""
AFTER: Final = 2.6
"""From a label to the text under it, mm."""
BAR: Final = 1.2
"""Width of the bar at the left of a panel, mm."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands over a text.

    Attributes:
        text: the label.
        note: in grey beside it, such as a question on a blank sheet.
        reference: evidence at the right end, such as ``H-03・H-05``.
        chip: at the very right.
    """

    text: str
    note: str = ""
    reference: str = ""
    chip: Chip | None = None


def label_height(size: float) -> float:
    """Return mm from the rule of a label to the text under it."""
    return RULE_GAP + size / PT_PER_MM + AFTER


def label(
    page: Page,
    x: float,
    y: float,
    width: float,
    what: Label,
    *,
    size: float = 0,
    rule: float = 0.5,
    colour: str = INK,
) -> float:
    """Draw a rule over the full column with a bold label under it; return the y of the text.

    Args:
        page: where to draw.
        x: left edge of the column.
        y: of the rule.
        width: of the column.
        what: label, note, reference and chip.
        size: of the label in pt; the sheet's label size when left out.
        rule: width of the rule in pt; 0 leaves it out.
        colour: of rule.
    """
    sizes = page.grid.sizes
    size = size or sizes.label
    if rule:
        page.line(x, y, x + width, y, rule, colour)
    top = y + (RULE_GAP if rule else 0)
    right = x + width
    middle = top + size / PT_PER_MM / 2
    if what.chip:
        right -= (
            chip(
                page,
                right,
                middle - chip_height(sizes.chip) / 2,
                what.chip,
                sizes.chip,
                align="right",
            )
            + 1.6
        )
    room = right - x
    small = min(size, 10.5 if sizes.label < 12 else 11)
    if what.reference:
        most = max(room - page.width(what.text, size, True, TRACKING) - 2, room * 0.3)
        shown = fit_line(page, what.reference, small, most)
        page.text(
            right,
            middle - shown / PT_PER_MM / 2,
            what.reference,
            shown,
            colour=SECOND_TEXT,
            align="right",
        )
        right -= page.width(what.reference, shown) + 2
    shown = fit_line(page, what.text, size, right - x, bold=True, least=1)
    end = x + page.text(x, top, what.text, shown, bold=True, tracking=TRACKING) + 3.5
    if what.note:
        shown = fit_line(page, what.note, sizes.note if sizes.label < 12 else 10.5, right - end)
        page.text(end, middle - shown / PT_PER_MM / 2 + 0.2, what.note, shown, colour=SECOND_TEXT)
    return top + size / PT_PER_MM + AFTER


def fit_line(
    page: Page, text: str, size: float, room: float, *, bold: bool = False, least: float = 5
) -> float:
    """Return a size at which ``text`` stays on one line of ``room`` mm, ``least`` at the smallest.

    For furniture only: content goes through textbox.fit, which continues what does not fit.
    """
    width = page.width(text, size, bold, TRACKING if bold else 0)
    return size if width <= room or not width else max(size * room / width, least)


def writing_lines(page: Page, box: Box, pitch: float = 9.2, *, last: bool = True) -> int:
    """Draw lines to write on, ``pitch`` mm apart, the first one ``pitch`` below the top.

    Args:
        page: where to draw.
        box: the place to write in.
        pitch: 9.2 to 9.9 for a pen, 14.6 for a marker.
        last: False when a rule of the next section serves as the last line.

    Returns:
        How many lines there are.
    """
    count = int((box.height + 0.01) / pitch)
    for i in range(1, count + 1 if last else count):
        page.line(box.x, box.y + i * pitch, box.right, box.y + i * pitch, 0.35, EDGE)
    return count


def pain_panel(page: Page, box: Box) -> Box:
    """Draw the ground and bar of a pain point; return the place for its words."""
    page.rect(box.x, box.y, box.width, box.height, fill=PAIN_GROUND)
    page.rect(box.x, box.y, BAR, box.height, fill=PAIN_BAR)
    return Box(box.x + BAR + 1.6, box.y + 1.4, box.width - BAR - 3, box.height - 2.6)


def solution_panel(page: Page, box: Box) -> Box:
    """Draw the ground and bar of a solution or quote; return the place for its words."""
    page.rect(box.x, box.y, box.width, box.height, fill=TINT)
    page.rect(box.x, box.y, BAR, box.height, fill=ACTION)
    return Box(box.x + BAR + 1.6, box.y + 1.4, box.width - BAR - 3, box.height - 2.6)


def chip_room(page: Page, one: Chip | None) -> float:
    """Return the width in mm that a chip takes with its gap, 0 for none."""
    return chip_width(page, one, page.grid.sizes.chip) + 1.6 if one else 0.0
