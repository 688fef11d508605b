"""The head of a candidate's column: face, name, and whether this is the one.

Owns its look, in full and as it is repeated on further pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from servicedesign.model import Persona
from servicedesign.paper.chips import Chip, chip, chip_height, chip_width
from servicedesign.paper.papers import Box
from servicedesign.paper.pictures import draw_portrait
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, TINT
from servicedesign.tools.persona.sheet_comparison_data import Column
from servicedesign.tools.persona.sheet_comparison_look import Look
from servicedesign.tools.persona.sheet_identity import NamePart, draw_empty_portrait
from servicedesign.tools.persona.sheet_parts import Desk

PAD = 2.6
"""Between the edge of a column and what stands in it, mm."""
_BAR = 1.5
_CHIP = 7.0
"""Height of the mark of the chosen one with the room under it, mm."""


def head_height(desk: Desk, look: Look, group: Sequence[Column]) -> float:
    """Return the height of the highest head."""
    return max(_height(desk, look, column) for column in group) + 2 * PAD + 1.0


def _height(desk: Desk, look: Look, column: Column) -> float:
    name = _name_part(look, column).want(desk, _name_width(look))
    if not look.strip:
        return look.side + 2.0 + name
    return max(look.side, name + _CHIP)


def _name_part(look: Look, column: Column) -> NamePart:
    one = column.candidate
    persona = Persona(name=one.name, kana=one.kana, tagline=one.tagline)
    return NamePart(persona, look.name, look.small, marked=False, lines=4)


def _name_width(look: Look) -> float:
    """Return the width of the name: beside the face in a wide column, else under it."""
    inner = look.column - 2 * PAD
    return inner - look.side - 4.0 if look.strip else inner


def draw_head(desk: Desk, look: Look, column: Column, box: Box, *, again: bool) -> None:
    """Draw the head of one column; ``again`` is its short form on further pages."""
    page, one = desk.page, column.candidate
    if one.chosen:
        page.rect(box.x, box.y, box.width, box.height, fill=TINT)
        page.rect(box.x, box.y, box.width, _BAR, fill=ACTION)
    inner = box.inset(PAD, PAD).below(1.0)
    if again:
        _draw_again(desk, column, inner)
        return
    face = Box(inner.x, inner.y, look.side, look.side)
    picture = column.likeness.picture
    if picture is None:
        draw_empty_portrait(desk, face, "", 2.0)
    else:
        draw_portrait(page, face, picture, radius=2.0, ground=TINT)
    size = page.grid.sizes.chip
    mark = Chip(desk.t("この人に絞った"), "accent")
    x, y = face.right + 4.0, face.y
    if one.chosen:
        # Names stay in line across the columns: the mark stands at the foot of the face.
        small = size * min(1.0, (inner.right - x) / chip_width(page, mark, size))
        foot = inner.bottom if look.strip else face.bottom
        chip(page, x, foot - chip_height(small), mark, small)
    if not look.strip:
        x, y = inner.x, face.bottom + 2.0
    name = Box(x, y, inner.right - x, inner.bottom - y)
    _name_part(look, column).draw(desk, name)


def _draw_again(desk: Desk, column: Column, box: Box) -> None:
    page, one = desk.page, column.candidate
    side = min(box.height, 10.0)
    x = box.x
    if column.likeness.picture is not None:
        draw_portrait(page, Box(x, box.y, side, side), column.likeness.picture, round_frame=True,
                      ground=TINT, line=0.6)  # fmt: skip
        x += side + 2.4
    name = one.name or desk.t("名前のない候補")
    style = TextStyle(12, 9, bold=True, leading=1.15)
    shown = fit(page.book, name, box.right - x, box.height, style)
    shown.draw(page, x, box.y + max((box.height - shown.height) / 2, 0))
    if one.chosen and not shown.rest and x + shown.width + 40 < box.right:
        size = page.grid.sizes.chip
        mark = Chip(desk.t("この人に絞った"), "accent")
        y = box.y + (box.height - chip_height(size)) / 2
        chip(page, x + shown.width + 3, y, mark, size)
