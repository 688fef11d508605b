"""Places for storyboards: buildings, vehicles, the open country.

Owns how they look. Buildings are smaller than life beside people, as in any picture book.
"""

from __future__ import annotations

from typing import Final

from drawings.pen import (
    BEIGE,
    CREAM,
    DARK,
    GREEN,
    GREY,
    INK,
    PALE,
    SKY,
    TINT,
    WHITE,
    Sheet,
    curve,
    ellipse,
    rect,
    straight,
)
from drawings.rooms import LEAF
from drawings.things import THIN, Thing, rule


def bus(sheet: Sheet) -> None:
    """A bus; its line can be written."""
    sheet.form(rect(2, 2, 176, 74, 9), CREAM)
    for k in range(4):
        sheet.form(rect(12 + k * 30, 22, 26, 24, 2), TINT, 1.5)
    sheet.form(rect(136, 22, 20, 54, 2), TINT, 1.5)
    sheet.form(straight("162,22 178,22 178,48 162,48"), TINT, 1.5)
    sheet.form(rect(12, 6, 86, 12, 2), WHITE, THIN)
    sheet.write(14, 12, 82, 10)
    for x in (40, 118):
        sheet.form(ellipse(x, 76, 13), DARK)
        sheet.form(ellipse(x, 76, 5.5), WHITE, 1.5)


def car(sheet: Sheet) -> None:
    """A car."""
    sheet.form(curve("26,26! 40,7 50,3 88,3 98,7 114,26!", closed=True), TINT)
    sheet.stroke(straight("70,3 70,26", closed=False), 1.5)
    sheet.form(curve("4,50! 3,34 12,27! 26,26! 114,26! 130,28 137,36 136,50!", closed=True), SKY)
    sheet.form(ellipse(131, 37, 3, 4), CREAM, 1.2)
    for x in (36, 104):
        sheet.form(ellipse(x, 50, 12), DARK)
        sheet.form(ellipse(x, 50, 5), WHITE, 1.5)


def bicycle(sheet: Sheet) -> None:
    """A bicycle."""
    for x in (22, 82):
        sheet.stroke(ellipse(x, 44, 19), 2.2)
    sheet.stroke(straight("22,44 40,18 72,18 48,44 22,44", closed=False), 2.2)
    sheet.stroke(straight("36,10 48,44", closed=False), 2.2)
    sheet.stroke(straight("82,44 70,8 78,5", closed=False), 2.2)
    sheet.form(rect(28, 7, 18, 5, 2.5), INK)
    sheet.form(rect(74, 2, 26, 16, 2), WHITE, 1.5)


def house(sheet: Sheet) -> None:
    """A small house."""
    sheet.form(rect(14, 46, 92, 62), WHITE)
    sheet.form(straight("60,2 118,48 2,48"), PALE)
    sheet.form(rect(24, 60, 22, 20), TINT, 1.5)
    sheet.form(rect(60, 62, 28, 46), WHITE, 1.5)
    sheet.flat(ellipse(82, 86, 2), INK)


def home(sheet: Sheet) -> None:
    """A house cut open: people stand inside."""
    sheet.stroke(straight("20,68 20,212", closed=False), 2.2)
    sheet.stroke(straight("200,68 200,212", closed=False), 2.2)
    sheet.form(straight("110,3 218,68 2,68"), PALE)


def _windows(sheet: Sheet, columns: tuple[float, ...], rows: tuple[float, ...]) -> None:
    for y in rows:
        for x in columns:
            sheet.form(rect(x, y, 14, 16), TINT, THIN)


def town_hall(sheet: Sheet) -> None:
    """A town hall; its name can be written above."""
    sheet.form(rect(46, 24, 36, 36), WHITE)
    sheet.form(ellipse(64, 41, 9), WHITE, 1.5)
    sheet.form(rect(3, 58, 122, 88), WHITE)
    _windows(sheet, (13, 35, 79, 101), (70, 100))
    sheet.form(rect(57, 70, 14, 16), TINT, THIN)
    sheet.form(rect(52, 108, 24, 38), PALE, 1.5)
    sheet.stroke(straight("64,108 64,146", closed=False), 1.2)
    sheet.write(0, 9, 128, 13.5, bold=True)


def _named(sheet: Sheet, width: float, fill: str) -> None:
    """A name board above a door."""
    sheet.form(rect(10, 28, width - 20, 22, 2), fill)
    sheet.write(14, 39, width - 28, 13, bold=True)


def shop(sheet: Sheet) -> None:
    """A shop; its name can be written."""
    sheet.form(rect(6, 20, 138, 96), WHITE)
    _named(sheet, 150, WHITE)
    for k in range(6):
        x, end = 2 + k * 24.33, 2 + (k + 1) * 24.33
        sheet.form(
            f"M {x:.2f} 56 L {end:.2f} 56 L {end:.2f} 66 C {end:.2f} 76 {x:.2f} 76 {x:.2f} 66 Z",
            BEIGE if k % 2 else WHITE,
            1.5,
        )
    sheet.form(rect(16, 80, 54, 26), TINT, 1.5)
    sheet.form(rect(84, 80, 48, 36), TINT, 1.5)
    sheet.stroke(straight("108,80 108,116", closed=False), 1.2)


def nursery(sheet: Sheet) -> None:
    """A nursery; its name can be written."""
    sheet.form(straight("75,2 146,26 4,26"), BEIGE)
    sheet.form(rect(8, 26, 134, 90), WHITE)
    _named(sheet, 150, CREAM)
    for x, fill in ((24, SKY), (96, GREEN)):
        sheet.form(f"M {x} 98 L {x} 74 C {x} 58 {x + 30} 58 {x + 30} 74 L {x + 30} 98 Z", fill, 1.5)
        sheet.stroke(straight(f"{x + 15},63 {x + 15},98", closed=False), 1.2)
    sheet.form(rect(62, 70, 26, 46, 2), TINT, 1.5)


def hospital(sheet: Sheet) -> None:
    """A hospital or doctor; its name can be written."""
    sheet.form(rect(8, 22, 134, 112), WHITE)
    sheet.form(rect(58, 2, 34, 34), WHITE)
    sheet.form(
        straight("71,7 79,7 79,15 87,15 87,23 79,23 79,31 71,31 71,23 63,23 63,15 71,15"),
        GREEN,
        1.3,
    )
    sheet.write(14, 48, 122, 13, bold=True)
    _windows(sheet, (20, 44, 92, 116), (62, 90))
    sheet.form(rect(62, 96, 26, 38), PALE, 1.5)
    sheet.stroke(straight("75,96 75,134", closed=False), 1.2)


def library(sheet: Sheet) -> None:
    """A library; its name can be written."""
    sheet.form(straight("75,2 148,32 2,32"), PALE)
    sheet.form(rect(6, 32, 138, 84), WHITE)
    sheet.write(12, 44, 126, 13, bold=True)
    for x in (16, 42, 100, 126):
        sheet.form(rect(x, 56, 8, 60), PALE, 1.4)
    sheet.form(rect(60, 66, 30, 50), TINT, 1.5)
    sheet.stroke(straight("75,66 75,116", closed=False), 1.2)
    sheet.form(rect(1, 114, 148, 6), PALE)


def school(sheet: Sheet) -> None:
    """A school."""
    sheet.form(rect(4, 40, 172, 80), WHITE)
    sheet.form(rect(70, 16, 40, 104), WHITE)
    sheet.form(ellipse(90, 34, 10), WHITE, 1.5)
    sheet.stroke(straight("90,27 90,34 95,37", closed=False), 1.5)
    _windows(sheet, (14, 34, 54, 114, 134, 154), (52, 82))
    sheet.form(rect(78, 92, 24, 28), PALE, 1.5)
    sheet.write(72, 60, 36, 11, bold=True)


def post_box(sheet: Sheet) -> None:
    """A post box."""
    sheet.form(rect(17, 66, 8, 40), DARK)
    sheet.form(rect(2, 4, 38, 64, 5), BEIGE)
    sheet.form(rect(9, 16, 24, 6, 2), INK)
    sheet.form(rect(12, 30, 18, 14), WHITE, 1.3)


def bus_stop(sheet: Sheet) -> None:
    """A bus stop."""
    sheet.form(rect(20, 30, 5, 100), PALE)
    sheet.form(ellipse(22.5, 17, 15.5), SKY)
    sheet.form(rect(6, 40, 33, 38, 2), WHITE)
    for y in (49, 57, 65):
        rule(sheet, f"11,{y} 34,{y}")
    sheet.form(rect(10, 126, 25, 6, 2), GREY)


def tree(sheet: Sheet) -> None:
    """A tree."""
    sheet.form(straight("34,60 46,60 49,122 31,122"), "#8A6E5E")
    sheet.form(curve("40,3 62,9 74,28 77,48 66,68 44,76 18,71 4,52 6,28 18,9", closed=True), GREEN)
    sheet.stroke(curve("20,34 22,24 31,18"), 1.4)
    sheet.stroke(curve("48,62 58,58 64,49"), 1.4)


def sun(sheet: Sheet) -> None:
    """The sun."""
    sheet.form(ellipse(26, 26, 24), CREAM)


def cloud(sheet: Sheet) -> None:
    """A cloud."""
    sheet.form(
        "M 16 37 C 3 37 0 23 12 20 C 11 7 28 3 34 12 C 41 -1 62 2 62 16 C 74 12 86 24 79 32"
        " C 76 36 73 37 69 37 Z",
        WHITE,
    )


def hills(sheet: Sheet) -> None:
    """A background of sky and hills for a whole scene of 400 by 240."""
    sheet.flat(rect(0, 0, 400, 240), TINT)
    sheet.flat(
        curve(
            "0,150! 60,112 120,108 190,150! 250,118 320,104 400,140! 400,240! 0,240!", closed=True
        ),
        LEAF,
    )
    sheet.stroke(curve("0,150 60,112 120,108 190,150!"))
    sheet.stroke(curve("190,150 250,118 320,104 400,140"))


def ground(sheet: Sheet) -> None:
    """The line people stand on, across a scene of 400."""
    sheet.stroke(straight("0,2 400,2", closed=False))


PLACES: Final[tuple[Thing, ...]] = (
    ("bus", "バス", "Bus", 180, 90, bus),
    ("car", "車", "Car", 140, 63, car),
    ("bicycle", "自転車", "Bicycle", 104, 64, bicycle),
    ("bus-stop", "バス停", "Bus stop", 45, 133, bus_stop),
    ("house", "家", "House", 120, 109, house),
    ("home", "家の中", "Inside a house", 220, 212, home),
    ("town-hall", "役場", "Town hall", 128, 147, town_hall),
    ("shop", "店", "Shop", 150, 117, shop),
    ("nursery", "保育園", "Nursery", 150, 117, nursery),
    ("hospital", "病院", "Hospital", 150, 135, hospital),
    ("library", "図書館", "Library", 150, 121, library),
    ("school", "学校", "School", 180, 121, school),
    ("post-box", "郵便ポスト", "Post box", 42, 107, post_box),
    ("tree", "木", "Tree", 80, 123, tree),
    ("sun", "太陽", "Sun", 52, 52, sun),
    ("cloud", "雲", "Cloud", 84, 40, cloud),
    ("hills", "背景：丘", "Background: hills", 400, 240, hills),
    ("ground", "床の線", "Ground line", 400, 4, ground),
)  # fmt: skip
