"""The workbook's cover, the default mark of an organisation, and the program's icon.

Owns these three single drawings.
"""

from __future__ import annotations

import math
from typing import Final

from drawings.pen import (
    ACCENT,
    CREAM,
    INK,
    TINT,
    WHITE,
    Point,
    Sheet,
    curve,
    ellipse,
    points,
    rect,
    straight,
)
from drawings.people import all_people
from drawings.places import PLACES
from drawings.rooms import LEAF, ROOMS
from drawings.signs import SIGNS
from drawings.things import THINGS
from servicedesign.model.drawing import Drawing, Placement, compose


class Studio:
    """Hands out the figures straight from the code that draws them."""

    def __init__(self) -> None:
        """Draw every figure once."""
        self._figures = {key: drawing for key, _, _, drawing in all_people()}
        for key, _, _, width, height, draw in (*THINGS, *SIGNS, *ROOMS, *PLACES):
            sheet = Sheet(width, height)
            draw(sheet)
            self._figures[key] = sheet.drawing()

    def figure(self, figure_id: str, /) -> Drawing:
        """Return a figure by its id."""
        return self._figures[figure_id]

    @property
    def figures(self) -> dict[str, Drawing]:
        """All figures by id."""
        return dict(self._figures)


COVER: Final = (764.0, 400.0)


def cover(studio: Studio) -> Drawing:
    """Draw the cover: a family on the road from home to the town hall; one bubble for words."""
    width, height = COVER
    sheet = Sheet(width, height, 1.8)
    sheet.flat(rect(0, 0, width, height), TINT)
    sheet.form(ellipse(182, 92, 42), CREAM)
    sheet.flat(curve(f"0,248! 80,196 190,174 290,204 364,250! 460,200 590,180 690,200 {width},240!"
                     f" {width},{height}! 0,{height}!", closed=True), LEAF)  # fmt: skip
    sheet.stroke(curve("0,248 80,196 190,174 290,204 364,250"))
    sheet.stroke(curve(f"364,250 460,200 590,180 690,200 {width},240"))
    road = (
        f"0,324! 150,312 360,318 560,322 {width},304! {width},362! 560,374 360,372 150,368 0,384!"
    )
    sheet.flat(curve(road, closed=True), WHITE)
    sheet.stroke(curve(f"0,324 150,312 360,318 560,322 {width},304"))
    sheet.stroke(curve(f"0,384 150,368 360,372 560,374 {width},362"))
    sheet.stroke(curve(f"0,354 150,340 360,345 560,348 {width},333"), 1.6, "#949494", (8, 7))
    scene = (
        Placement("tree", 34, 300, 0.75),
        Placement("house", 104, 298, 1.05),
        Placement("cloud", 330, 104, 1.0),
        Placement("tree", 735, 296, 0.7),
        Placement("town-hall", 646, 296, 1.15),
        Placement("girl-lead", 344, 353),
        Placement("woman-lead", 275, 356, 1.1),
        Placement("boy-lead", 206, 353),
        Placement("man-wave", 512, 356, 1.1, flip=True),
    )
    placed = compose(scene, studio, width, height)
    sheet.place(placed, 0, 0)
    bubble = (
        "M 420 60 L 560 60 C 566 60 570 64 570 70 L 570 112 C 570 118 566 122 560 122"
        " L 506 122 L 500 144 L 488 122 L 420 122 C 414 122 410 118 410 112 L 410 70"
        " C 410 64 414 60 420 60 Z"
    )
    sheet.form(bubble, WHITE)
    sheet.write(416, 91, 148, 16)
    return sheet.drawing()


def town_mark() -> Drawing:
    """Draw the mark of a town that has none of its own: hills and the sun in a ring."""
    sheet = Sheet(100, 100, 5)
    radius = 44.0
    sheet.form(ellipse(50, 50, radius), WHITE, 5)
    start, end = math.radians(8), math.radians(172)
    arc = [
        Point(50 + radius * math.cos(start + (end - start) * k / 12),
              50 + radius * math.sin(start + (end - start) * k / 12), sharp=k in {0, 12})
        for k in range(13)
    ]  # fmt: skip
    ridge = "22,47 33,49 44,60! 55,47 68,42 80,46"
    sheet.flat(curve([*arc, *points(ridge)], closed=True), INK)
    sheet.flat(ellipse(64, 29, 9.5), INK)
    return sheet.drawing()


def icon(size: int) -> Drawing:
    """Draw the program's icon for ``size`` pixels on a square of 256; small ones are simpler."""
    sheet = Sheet(256, 256, 12)
    small = size <= 32
    sheet.flat(rect(8, 8, 240, 240, 52), ACCENT)
    a, b, fold = (46, 210, 0) if small else (50, 206, 46)
    sheet.flat(straight(f"{a},{a} {b},{a} {b},{b - fold} {b - fold},{b} {a},{b}"), CREAM)
    if fold:
        sheet.flat(straight(f"{b},{b - fold} {b - fold},{b - fold} {b - fold},{b}"), WHITE)
    pen = 24 if small else 15
    low, high = ((84, 174), (172, 84)) if small else ((86, 170), (168, 88))
    way = f"M {low[0]} {low[1]} C {low[0]} 92 {high[0]} 166 {high[0]} {high[1]}"
    sheet.stroke(way, pen, ACCENT)
    sheet.flat(ellipse(*low, 26 if small else 20), ACCENT)
    sheet.flat(ellipse(*high, 26 if small else 22), ACCENT)
    if not small:
        sheet.flat(ellipse(*high, 10.5), CREAM)
    return sheet.drawing()
