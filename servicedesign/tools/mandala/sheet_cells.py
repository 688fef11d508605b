"""The cells of a mandala chart on paper: blocks, middles, words, numbers of notes.

Owns their look. A middle is set off by weight and ground, and carries the number of the direction
in which its word goes on, so that a grey copy shows it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.flow import MARK_SIZE, Continuation
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import STEP, TIGHT, TextStyle, fit
from servicedesign.tokens import (
    ACTION,
    EDGE,
    GROUND,
    INK,
    SECOND_TEXT,
    STICKIES,
    STICKY_SYMBOLS,
    TINT,
)
from servicedesign.tools.mandala.cell_text import CellLines, fit_cell
from servicedesign.tools.mandala.sheet_data import CellData
from servicedesign.tools.mandala.spots import MIDDLE, Spot, spot_at

_NONE: Final = CellData()
_NAMED: Final = 16
"""Characters by which a long cell is named overleaf."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a chart is drawn with.

    Attributes:
        page: where.
        more: takes what does not fit.
        t: writes for the reader.
        cells: the words.
        blank: whether the cells are to be written in by hand.
    """

    page: Page
    more: Continuation
    t: Translator
    cells: Mapping[Spot, CellData] = field(default_factory=dict)
    blank: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes of a cell.

    Attributes:
        size: wanted size of its words, pt.
        least: smallest size, pt.
        pad: room around the words, mm.
        tag: height of a number, mm.
        numeral: size of the number of a direction, pt.
        frame: width of the frame of a middle on an empty sheet, pt.
    """

    size: float
    least: float
    pad: float
    tag: float
    numeral: float
    frame: float = 1.5


_LARGE: Final = {"A3": _Look(26, 12, 5, 7, 18, 2.2), "A4": _Look(18, 10.5, 3.5, 5.4, 13, 1.8)}
_WHOLE: Final = {"A3": _Look(14, 9, 1.8, 4.6, 11, 1.2), "A4": _Look(10.5, 8, 1.1, 3.7, 8.5, 0.9)}


def draw_blocks(desk: Desk, box: Box) -> None:
    """Draw all nine blocks into ``box``."""
    layout = desk.page.grid.layout
    gap = 3.4 if layout == "A3" else 2.4
    for row, line in enumerate(box.rows(3, gap)):
        for column, place in enumerate(line.columns(3, gap)):
            block = spot_at(row * 3 + 1, column * 3 + 1).block
            _draw_block(desk, place, block, _WHOLE[layout])


def draw_block(desk: Desk, box: Box, block: int) -> None:
    """Draw one block, as large as ``box``."""
    _draw_block(desk, box, block, _LARGE[desk.page.grid.layout])


def _draw_block(desk: Desk, box: Box, block: int, look: _Look) -> None:
    page = desk.page
    places = [place for line in box.rows(3, 0) for place in line.columns(3, 0)]
    spots = [Spot(block, spot_at(row, column).slot) for row in range(3) for column in range(3)]
    for spot, place in zip(spots, places, strict=True):
        ground = _ground(desk, spot, place, look)
        if ground != GROUND:
            page.rect(place.x, place.y, place.width, place.height, fill=ground)
    for place in places[1:3]:
        page.line(place.x, box.y, place.x, box.bottom, 0.35, EDGE)
    for place in places[3::3]:
        page.line(box.x, place.y, box.right, place.y, 0.35, EDGE)
    strong = 1.2 if block == 0 else 0.6
    page.rect(box.x, box.y, box.width, box.height, stroke=INK, line=strong)
    for spot, place in zip(spots, places, strict=True):
        _draw_cell(desk, spot, place, look)


def _ground(desk: Desk, spot: Spot, box: Box, look: _Look) -> str:
    if desk.blank:
        return GROUND
    if spot == MIDDLE and _set(desk.cells.get(spot, _NONE).text, box.inset(look.pad), look).whole:
        return ACTION
    return TINT if spot.twin or spot == MIDDLE else GROUND


def _draw_cell(desk: Desk, spot: Spot, box: Box, look: _Look) -> None:
    page, cell = desk.page, desk.cells.get(spot, _NONE)
    if desk.blank and spot.is_middle:
        line = look.frame * (2 if spot == MIDDLE else 1)
        inner = box.inset(line / PT_PER_MM / 2 + 0.5)
        page.rect(inner.x, inner.y, inner.width, inner.height, stroke=INK, line=line)
    head = _direction(desk, spot, box, look)
    if cell.number:
        head = max(head, _tag(page, box, cell, look))
    if cell.text:
        _words(desk, spot, box, look, cell.text, head)


def _direction(desk: Desk, spot: Spot, box: Box, look: _Look) -> float:
    """Write the number that leads from a word to the block it opens; return its height in mm."""
    if spot.twin is None:
        return 0.0
    number = spot.first.slot
    shift = look.pad * (1.3 if desk.blank and spot.is_middle else 0.8)
    size = look.numeral if desk.blank else look.numeral * 0.9
    desk.page.text(
        box.x + shift, box.y + shift, str(number), size, bold=desk.blank, colour=SECOND_TEXT
    )
    return size / PT_PER_MM - look.pad * 0.2


def _tag(page: Page, box: Box, cell: CellData, look: _Look) -> float:
    """Draw the number of a note in its colour; return the height it takes in mm."""
    size = look.tag * PT_PER_MM * 0.7
    words = str(cell.number)
    sign = look.tag * 0.5
    wide = page.width(words, size, bold=True) + sign + look.tag * 0.75
    x, y = box.right - look.pad * 0.6 - wide, box.y + look.pad * 0.6
    page.rect(x, y, wide, look.tag, fill=STICKIES[cell.colour], stroke=INK, line=0.35, radius=0.6)
    middle = y + look.tag / 2
    marks.symbol(page, x + look.tag * 0.25 + sign / 2, middle, STICKY_SYMBOLS[cell.colour], sign)
    page.text(
        x + wide - look.tag * 0.25, middle - size / PT_PER_MM / 2, words, size, bold=True,
        align="right",
    )  # fmt: skip
    return look.tag + look.pad * 0.6 - look.pad * 0.5


def _words(desk: Desk, spot: Spot, box: Box, look: _Look, text: str, head: float) -> None:
    """Write the words of a cell in its middle; what does not fit goes on overleaf."""
    room = box.inset(look.pad)
    bold = spot.is_middle or spot.block == 0
    colour = GROUND if spot == MIDDLE else INK
    set_words = _set(text, room.inset(0, head), look, bold)
    if not set_words.whole or set_words.size < look.size:  # rather beside the middle than small
        room = room.below(head)
        set_words = _set(text, room, look, bold)
    if not set_words.whole:
        _continued(desk, spot, room, look, text)
        return
    size = set_words.size
    step = size * TIGHT / PT_PER_MM
    height = size / PT_PER_MM + (len(set_words.lines) - 1) * step
    y = room.y + (room.height - height) / 2
    for number, line in enumerate(set_words.lines):
        middle = room.x + room.width / 2
        desk.page.text(middle, y + number * step, line, size, bold=bold, colour=colour,
                       align="center")  # fmt: skip


def _set(text: str, room: Box, look: _Look, bold: bool = True) -> CellLines:
    count = int((look.size - look.least) / STEP) + 1
    sizes = tuple(look.size - STEP * number for number in range(count))
    return fit_cell(text, room.width * PT_PER_MM, room.height * PT_PER_MM, sizes, TIGHT, bold)


def _continued(desk: Desk, spot: Spot, room: Box, look: _Look, text: str) -> None:
    """Write the beginning of a long text, and the rest overleaf; twins lead to the same place."""
    page = desk.page
    style = TextStyle(look.least, look.least, leading=TIGHT, relaxed=True)
    reserve = MARK_SIZE / PT_PER_MM * 1.25
    fitted = fit(page.book, text, room.width, room.height, style, reserve=reserve)
    fitted.draw(page, room.x, room.y, align="center", width=room.width)
    if fitted.rest:
        first = text.strip().split("\n")[0]
        short = first if len(first) <= _NAMED else f"{first[:_NAMED]}…"
        name = desk.t("升目「{words}」", words=short)
        once = f"{id(desk.cells)}:{spot.first}" if spot.twin else ""
        desk.more.later(page, room.right, room.bottom, name, fitted.rest, style, room.width, once)
