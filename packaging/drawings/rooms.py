"""Rooms for storyboards: furniture, walls, doors and windows.

Owns how they look. Seats are 44 units high, tables 70, a counter 80.
"""

from __future__ import annotations

from typing import Final

from drawings.pen import (
    BEIGE,
    CREAM,
    GREEN,
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
from drawings.things import Thing, rule

LEAF: Final = "#D7F0E3"
"""Green of hills and grass, a tint so light that figures stand out."""


def counter(sheet: Sheet) -> None:
    """A counter, to be put before a clerk."""
    sheet.form(rect(6, 10, 188, 70), WHITE)
    sheet.form(rect(1, 1, 198, 10, 1.5), PALE)


def desk(sheet: Sheet) -> None:
    """A wide table for talks."""
    sheet.form(rect(10, 9, 220, 61), WHITE)
    sheet.form(rect(1, 1, 238, 9, 1.5), BEIGE)


def table(sheet: Sheet) -> None:
    """A table with four legs."""
    for x in (10, 134):
        sheet.form(rect(x, 9, 6, 61), BEIGE)
    sheet.form(rect(1, 1, 148, 9, 1.5), BEIGE)


def table_cloth(sheet: Sheet) -> None:
    """A table at home with a cloth."""
    sheet.form(straight("16,9 172,9 186,70 2,70"), SKY)
    sheet.form(rect(4, 1, 180, 9, 1.5), BEIGE)


def chair(sheet: Sheet) -> None:
    """A chair, turned to the right."""
    sheet.form(rect(2, 2, 6, 86, 2), BEIGE)
    sheet.form(rect(2, 44, 44, 7, 2), BEIGE)
    sheet.form(rect(38, 50, 6, 38), BEIGE)


def bench(sheet: Sheet) -> None:
    """A bench to wait on; the seat is 44 high."""
    for x in (10, 112):
        sheet.form(rect(x, 8, 6, 36), WHITE)
    sheet.form(rect(1, 1, 126, 8, 1.5), PALE)


def stool(sheet: Sheet) -> None:
    """A stool."""
    for x in (6, 30):
        sheet.form(rect(x, 8, 6, 36), WHITE)
    sheet.form(rect(1, 1, 40, 8, 1.5), PALE)


def partition(sheet: Sheet) -> None:
    """A partition, seen from its edge."""
    sheet.form(rect(1, 1, 12, 184), PALE)


def screen(sheet: Sheet) -> None:
    """A screen for privacy, seen from the front."""
    sheet.form(rect(2, 2, 116, 128, 3), TINT)
    sheet.stroke(straight("60,3 60,129", closed=False), 1.4)
    for x in (14, 106):
        rule(sheet, f"{x},130 {x},146", 2.4)
        rule(sheet, f"{x - 9},146 {x + 9},146", 2.4)


def door(sheet: Sheet) -> None:
    """A door."""
    sheet.form(rect(2, 2, 72, 146), PALE)
    sheet.form(rect(8, 8, 60, 140), WHITE)
    sheet.form(ellipse(60, 82, 3), CREAM, 1.5)


def window(sheet: Sheet) -> None:
    """A window."""
    sheet.form(rect(2, 2, 60, 52), TINT)
    sheet.stroke(straight("32,2 32,54", closed=False), 1.4)


def shelf(sheet: Sheet) -> None:
    """A shelf with books."""
    sheet.form(rect(2, 2, 86, 126), WHITE)
    for row in range(3):
        x = 8
        for k, (w, h) in enumerate(
            ((9, 30), (7, 26), (11, 32), (8, 27), (9, 31), (7, 25), (8, 29))
        ):
            if (row, k) in {(1, 3), (2, 5)}:
                x += w + 2
                continue
            sheet.form(
                rect(x, 42 + row * 42 - h, w, h), (SKY, CREAM, BEIGE, GREEN)[(row + k) % 4], 1.2
            )
            x += w + 1
        sheet.stroke(straight(f"2,{42 + row * 42} 88,{42 + row * 42}", closed=False))


def toys(sheet: Sheet) -> None:
    """A corner for children to play."""
    sheet.form(straight("2,40 148,40 138,60 12,60"), LEAF)
    sheet.form(rect(22, 20, 24, 24), SKY)
    sheet.form(rect(46, 24, 20, 20), CREAM)
    sheet.form(straight("34,2 48,20 20,20"), BEIGE)
    sheet.form(ellipse(104, 38, 12), GREEN)
    sheet.stroke(curve("92.5,36 104,31 115.5,36"), 1.4)


ROOMS: Final[tuple[Thing, ...]] = (
    ("counter", "窓口のカウンター", "Counter", 200, 81, counter),
    ("desk", "相談の机", "Talking table", 240, 71, desk),
    ("table", "机", "Table", 150, 71, table),
    ("table-home", "家の食卓", "Table at home", 188, 71, table_cloth),
    ("chair", "いす", "Chair", 48, 90, chair),
    ("stool", "丸いす", "Stool", 42, 45, stool),
    ("bench", "待合のいす", "Waiting bench", 128, 45, bench),
    ("partition", "仕切り", "Partition", 14, 186, partition),
    ("screen", "目かくしの仕切り", "Privacy screen", 120, 148, screen),
    ("door", "ドア", "Door", 76, 150, door),
    ("window", "窓", "Window", 64, 56, window),
    ("shelf", "本棚", "Bookshelf", 90, 130, shelf),
    ("play-corner", "子どもの遊び場", "Play corner", 150, 62, toys),
)  # fmt: skip
