"""Whose journey it is: disc, name and goal, in the header of a wide page or on top of a narrow one.

Owns this block and the words about the map that are too long for the header. Must not draw the map.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import JourneyMap, Persona, field_specs
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.paper.pictures import draw_portrait
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import TINT
from servicedesign.tools.journey.sheet_data import MapData
from servicedesign.tools.journey.sheet_desk import Desk

_INTRO_MOST: Final = 22.0
"""Greatest height of the words about a map in its body, mm."""
_ASIDE_GAP: Final = 4.0
"""Between the words of the header and the block of the person, mm."""
_LONGEST: Final = 200
_LARGE: Final = 24
"""Titles of this size and more are those of A3, pt."""
NARROW: Final = 17.0
"""Height of the block on top of a narrow page, mm."""


def aside_width(grid: Grid, data: MapData) -> float:
    """Return mm that the block takes in the header, 0 where it stands in the body or is missing."""
    if not (data.persona or data.goal) or not grid.landscape:
        return 0.0
    return 118.0 if grid.layout == "A3" else 82.0


def header_aside(grid: Grid, data: MapData) -> float:
    """Return mm that the words of the header leave free for the block, with a gap."""
    wide = aside_width(grid, data)
    return wide + _ASIDE_GAP if wide else 0.0


def narrow_height(grid: Grid, data: MapData) -> float:
    """Return mm that the block takes on top of a narrow page."""
    return NARROW if (data.persona or data.goal) and not grid.landscape else 0.0


def draw_person(page: Page, desk: Desk, data: MapData) -> None:
    """Draw the block at its place."""
    if not (data.persona or data.goal):
        return
    grid = page.grid
    wide = aside_width(grid, data)
    if wide:
        top = 26.6 if grid.layout == "A3" else 25.4
        box = Box(grid.width - grid.right - wide, top, wide, 20.4 if grid.layout == "A3" else 18.4)
    else:
        box = Box(grid.left, grid.body_top - 1, grid.text_width, NARROW - 2)
    _draw(page, desk, data, box)


def _draw(page: Page, desk: Desk, data: MapData, box: Box) -> None:
    big = page.grid.layout == "A3"
    x = box.x
    side = min(box.height, 19.6)
    if data.likeness.picture is not None:
        draw_portrait(page, Box(x, box.y, side, side), data.likeness.picture, round_frame=True,
                      ground=TINT)  # fmt: skip
        x += side + 4
    room = box.right - x
    name = data.persona
    if name and data.age is not None:
        name = desk.t("{name}（{age}歳）", name=name, age=data.age)
    y = box.y + (2.8 if big and data.goal else 1.2)
    persona = Label(desk.t(Persona.LABEL))
    if name:
        style = TextStyle(13 if big else 11, 10.5, bold=True, leading=1.2)
        desk.more.text(page, Box(x, y, room, 5.2), persona, name, style, once="persona")
        y += 6.4 if big else 5.4
    if data.goal:
        goal = desk.t("めざすこと：{goal}", goal=data.goal)
        style = TextStyle(12 if big else 10.5, 10.5 if big else 9, leading=1.3)
        spec = field_specs(JourneyMap)["goal"]
        heading = Label(desk.t(spec.label))
        desk.more.text(page, Box(x, y, room, box.bottom - y), heading, goal, style, once="goal")


def intro_words(data: MapData, *, title: bool, purpose: bool) -> list[tuple[str, str]]:
    """Return the fields that stand in the body because the header has no room for them.

    Args:
        data: the map.
        title: whether the title does.
        purpose: whether the purpose does.
    """
    specs = field_specs(JourneyMap)
    found = []
    if title:
        found.append((specs["title"].label, data.title))
    if purpose:
        found.append((specs["purpose"].label, data.purpose))
    return found


def intro_height(desk: Desk, grid: Grid, words: list[tuple[str, str]]) -> float:
    """Return the height of the words about a map in mm."""
    return sum(_intro_height(desk, grid, text) for _, text in words)


def _intro_height(desk: Desk, grid: Grid, text: str) -> float:
    head = label_height(grid.sizes.label)
    tall = lay(desk.book, text[:1_200], grid.text_width, _intro_style(grid)).height
    return min(head + tall, _INTRO_MOST) + 3


def _intro_style(grid: Grid) -> TextStyle:
    return TextStyle(grid.sizes.note, 10.5, leading=1.4)


def draw_intro(page: Page, desk: Desk, y: float, words: list[tuple[str, str]]) -> None:
    """Draw the words about a map from ``y`` down."""
    grid = page.grid
    for name, text in words:
        tall = _intro_height(desk, grid, text)
        what = Label(desk.t(name))
        top = label(page, grid.left, y, grid.text_width, what)
        box = Box(grid.left, top, grid.text_width, y + tall - 3 - top)
        desk.more.text(page, box, what, text, _intro_style(grid))
        y += tall


def subtitle_for(book: FontBook, grid: Grid, title: str, data: MapData, aside: float) -> str:
    """Return the title of the map where it fits beside ``title`` of the sheet, else nothing."""
    sizes, text = grid.sizes, data.title
    if len(text) > _LONGEST or "\n" in text:
        return ""
    small = sizes.title < _LARGE
    chips = 2 if data.compared else 1
    taken = book.measure(title, sizes.title, bold=True) / PT_PER_MM + 16 + 18 * chips
    least = 10.5 if small else 11.5
    room = grid.text_width - aside - taken - (_ASIDE_GAP if aside else 0)
    return text if book.measure(text, least, bold=False) / PT_PER_MM <= room else ""
