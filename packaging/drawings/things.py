"""Things for storyboards and cards: devices, papers, what one carries.

Owns how single things look. Sizes fit the people, an adult of 160 units; what is meant to be read
(a screen, a list) is larger than life and has places for words.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from drawings.pen import (
    BEIGE,
    CREAM,
    DARK,
    GREEN,
    INK,
    PALE,
    SKY,
    TINT,
    WHITE,
    Sheet,
    curve,
    ellipse,
    n,
    opposite,
    rect,
    straight,
)

THIN: Final = 1.3

Thing = tuple[str, str, str, float, float, Callable[[Sheet], None]]
"""Id, Japanese words, English words, width, height, and what draws it."""


def rule(sheet: Sheet, text: str, width: float = THIN, colour: str = INK) -> None:
    """Draw straight pieces."""
    sheet.stroke(straight(text, closed=False), width, colour)


def smartphone(sheet: Sheet) -> None:
    """A large smartphone: a heading and four lines of its screen can be written."""
    sheet.form(rect(2, 2, 96, 180, 12), WHITE)
    sheet.form(rect(9, 16, 82, 144, 2), TINT, THIN)
    sheet.form(ellipse(50, 171, 4.5), INK)
    sheet.write(12, 32, 76, 14, bold=True)
    for i in range(4):
        sheet.form(rect(16, 46 + i * 28, 68, 22, 3), WHITE, THIN)
        sheet.write(18, 57 + i * 28, 64, 13)


def smartphone_small(sheet: Sheet) -> None:
    """A smartphone as large as a hand."""
    sheet.form(rect(1, 1, 24, 44, 4), WHITE)
    sheet.flat(rect(4, 6, 18, 30, 1), TINT)
    sheet.form(ellipse(13, 40.5, 1.4), INK, 0)


def message_phone(sheet: Sheet) -> None:
    """A smartphone with a short message."""
    sheet.form(rect(2, 6, 62, 112, 9), WHITE)
    sheet.form(rect(8, 16, 50, 86, 2), TINT, THIN)
    sheet.form(ellipse(33, 110, 2.6), INK)
    bubble = (
        "M 46 22 L 128 22 C 133 22 136 25 136 30 L 136 62 C 136 67 133 70 128 70 L 70 70 L 56 84"
    )
    sheet.form(bubble + " L 58 70 L 46 70 C 41 70 38 67 38 62 L 38 30 C 38 25 41 22 46 22 Z", WHITE)
    sheet.write(42, 46, 90, 13)


def landline(sheet: Sheet) -> None:
    """A telephone on a desk."""
    sheet.form(curve("10,46! 14,26 22,18! 54,18! 62,26 66,46!", closed=True), PALE)
    sheet.form(rect(6, 44, 64, 9, 3), PALE)
    sheet.form(
        curve(
            "2,18! 2,8 14,3 38,2 62,3 74,8 74,18! 56,19! 55,12! 38,11 21,12! 20,19!", closed=True
        ),
        DARK,
    )
    for row in range(3):
        for column in range(3):
            sheet.flat(ellipse(30 + column * 8, 25 + row * 7, 2.2), WHITE)


def computer(sheet: Sheet) -> None:
    """A computer with a screen to write on."""
    sheet.form(rect(2, 2, 106, 70, 4), PALE)
    sheet.form(rect(8, 8, 94, 56, 1), TINT, THIN)
    sheet.form(straight("46,72 64,72 67,84 43,84"), PALE)
    sheet.form(rect(30, 84, 50, 5, 2), PALE)
    sheet.write(12, 36, 86, 13)


def laptop(sheet: Sheet) -> None:
    """A laptop seen from behind a desk."""
    sheet.form(rect(10, 2, 64, 42, 3), PALE)
    sheet.form(rect(14, 6, 56, 34, 1), TINT, THIN)
    sheet.form(straight("6,45 78,45 83,51 1,51"), PALE)


def tablet(sheet: Sheet) -> None:
    """A tablet with a screen to write on."""
    sheet.form(rect(2, 2, 96, 68, 7), WHITE)
    sheet.form(rect(10, 10, 80, 52, 1), TINT, THIN)
    sheet.write(13, 36, 74, 13)


def paper(sheet: Sheet) -> None:
    """A form on paper."""
    sheet.form(straight("2,2 40,2 54,16 54,74 2,74"), WHITE)
    sheet.form(straight("40,2 40,16 54,16"), WHITE, THIN)
    for y in (28, 39, 50, 61):
        rule(sheet, f"11,{y} {45 if y < 60 else 32},{y}")


def note(sheet: Sheet) -> None:
    """A yellow leaflet with some lines."""
    sheet.form(straight("1,1 24,1 34,11 34,39 1,39"), CREAM)
    sheet.form(straight("24,1 24,11 34,11"), CREAM, THIN)
    for y in (17, 24, 31):
        rule(sheet, f"7,{y} {28 if y < 30 else 20},{y}")


def paper_pencil(sheet: Sheet) -> None:
    """A form with a pencil."""
    paper(sheet)
    sheet.form(straight("78,24 88,34 54,68 44,58"), CREAM)
    sheet.form(straight("44,58 54,68 40,72"), WHITE)
    sheet.form(straight("41.6,66.5 45.6,70.4 40,72"), INK, 1.0)


def checklist(sheet: Sheet) -> None:
    """A list with three ticked boxes; three lines can be written."""
    sheet.form(rect(2, 2, 136, 102, 6), WHITE)
    for i in range(3):
        y = 14 + i * 30
        sheet.form(rect(13, y, 17, 17), WHITE, 1.5)
        sheet.stroke(straight(f"16.5,{y + 8.5} 20.5,{y + 12.5} 27,{y + 4}", closed=False), 2.4)
        sheet.write(37, y + 8.5, 96, 13.5, align="left")


def calendar(sheet: Sheet) -> None:
    """A calendar with one day ringed."""
    sheet.form(rect(2, 6, 96, 82, 3), WHITE)
    sheet.form(straight("2,26 98,26 98,9 95,6 5,6 2,9"), PALE)
    for x in (24, 76):
        sheet.form(rect(x - 2.5, 1, 5, 12, 2.5), WHITE, 1.5)
    for row in range(3):
        for column in range(5):
            chosen = (row, column) == (1, 4)
            sheet.form(
                rect(11 + column * 16.5, 34 + row * 17, 11, 11), CREAM if chosen else WHITE, 1.0
            )
    sheet.stroke(ellipse(82.5, 56.5, 13), 2.4)
    sheet.write(8, 17, 84, 12, bold=True)


def envelope(sheet: Sheet) -> None:
    """A letter."""
    sheet.form(rect(1, 1, 48, 32, 1.5), WHITE)
    sheet.stroke(straight("1.5,2 25,20 48.5,2", closed=False), 1.5)


def clock(sheet: Sheet) -> None:
    """A clock on the wall."""
    sheet.form(ellipse(19, 19, 17.5), WHITE)
    for k in range(4):
        ux, uy = math.cos(k * math.pi / 2), math.sin(k * math.pi / 2)
        rule(
            sheet,
            f"{n(19 + ux * 13.5)},{n(19 + uy * 13.5)} {n(19 + ux * 15.5)},{n(19 + uy * 15.5)}",
            1.2,
        )
    sheet.stroke(straight("19,8.5 19,19 26,23", closed=False), 2.0)


def bag(sheet: Sheet) -> None:
    """A shopping bag with a leek."""
    sheet.form(curve("38,4! 41,2 44,4! 41,40! 37,40!", closed=True), GREEN, 1.5)
    sheet.form(curve("43,8! 47,6 49,9! 44,40! 40,40!", closed=True), GREEN, 1.5)
    sheet.stroke(curve("14,32 16,14 32,14 34,32"), 1.8)
    sheet.form(straight("4,28 52,28 49,70 7,70"), BEIGE)


def purse(sheet: Sheet) -> None:
    """A purse with coins."""
    sheet.form(ellipse(52, 12, 9), CREAM, 1.5)
    sheet.form(ellipse(64, 24, 9), CREAM, 1.5)
    for x, y in ((52, 12), (64, 24)):
        sheet.stroke(ellipse(x, y, 5.4), 1.0)
    sheet.form(curve("4,26! 2,44 8,54 30,55 52,54 58,44 56,26!", closed=True), BEIGE)
    sheet.form(rect(6, 19, 48, 9, 4), PALE)
    sheet.form(ellipse(27, 17, 3.2), WHITE, 1.5)
    sheet.form(ellipse(33, 17, 3.2), WHITE, 1.5)


def printer(sheet: Sheet) -> None:
    """A printer."""
    sheet.form(straight("20,2 66,2 66,26 20,26"), WHITE)
    sheet.form(rect(2, 22, 82, 34, 4), PALE)
    sheet.form(straight("18,44 68,44 72,68 14,68"), WHITE)
    rule(sheet, "24,53 62,53")
    rule(sheet, "23,60 56,60")
    sheet.flat(ellipse(75, 31, 2.6), INK)


def key(sheet: Sheet) -> None:
    """A key."""
    path = ellipse(14, 14, 12) + " " + ellipse(11, 14, 4)
    sheet.form(straight("25,11 60,11 60,22 54,22 54,17 48,17 48,22 42,22 42,17 25,17"), CREAM)
    sheet.form(path, CREAM)


def camera(sheet: Sheet) -> None:
    """A camera."""
    sheet.form(straight("22,10 28,2 46,2 52,10"), PALE)
    sheet.form(rect(2, 10, 70, 44, 5), PALE)
    sheet.form(ellipse(37, 32, 16), WHITE)
    sheet.form(ellipse(37, 32, 9), SKY)
    sheet.flat(rect(58, 16, 8, 5, 1), INK)


def book(sheet: Sheet) -> None:
    """An open picture book."""
    for text in ("34,10! 24,4 12,4 3,7! 3,42! 12,39 24,39 34,45!",):
        sheet.form(curve(text, closed=True), WHITE)
        sheet.form(curve(opposite(text, 34), closed=True), CREAM)
    for y in (16, 23, 30):
        rule(sheet, f"9,{y} 27,{y + 1.5}")
    sheet.form(ellipse(50, 22, 7), BEIGE, THIN)


def stamp(sheet: Sheet) -> None:
    """A seal for signing."""
    sheet.form(rect(10, 2, 20, 40, 6), BEIGE)
    sheet.form(rect(7, 38, 26, 9, 2), BEIGE)
    sheet.stroke(straight("4,54 36,54", closed=False), 2.0)


def gift(sheet: Sheet) -> None:
    """A parcel."""
    sheet.form(rect(2, 14, 60, 44, 2), BEIGE)
    sheet.form(rect(2, 14, 60, 13, 2), BEIGE)
    sheet.form(rect(27, 14, 10, 20), WHITE, 1.5)


def medicine(sheet: Sheet) -> None:
    """A bag of medicine."""
    sheet.form(straight("3,8 43,8 43,62 3,62"), WHITE)
    sheet.form(straight("3,8 43,8 40,2 6,2"), PALE)
    sheet.form(
        straight("19,22 27,22 27,30 35,30 35,38 27,38 27,46 19,46 19,38 11,38 11,30 19,30"),
        GREEN,
        1.5,
    )


def thermometer(sheet: Sheet) -> None:
    """A thermometer."""
    sheet.form(
        curve("6,6! 8,2 12,2 14,6! 14,38! 18,44 17,52 10,55 3,52 2,44 6,38!", closed=True), WHITE
    )
    sheet.flat(ellipse(10, 46, 5), DARK)
    sheet.stroke(straight("10,46 10,18", closed=False), 2.6, DARK)


THINGS: Final[tuple[Thing, ...]] = (
    ("smartphone", "スマホの画面", "Smartphone screen", 100, 184, smartphone),
    ("smartphone-small", "スマホ", "Smartphone", 26, 46, smartphone_small),
    ("smartphone-message", "スマホに届く短文", "Message on a smartphone", 138, 120, message_phone),
    ("landline", "電話機", "Telephone", 76, 55, landline),
    ("computer", "パソコン", "Computer", 110, 90, computer),
    ("laptop", "ノートパソコン", "Laptop", 84, 53, laptop),
    ("tablet", "タブレット", "Tablet", 100, 72, tablet),
    ("printer", "プリンター", "Printer", 86, 70, printer),
    ("camera", "カメラ", "Camera", 74, 56, camera),
    ("paper", "書類", "Paper form", 56, 76, paper),
    ("paper-pencil", "書類と鉛筆", "Form and pencil", 90, 76, paper_pencil),
    ("note", "案内の紙", "Leaflet", 35, 40, note),
    ("checklist", "チェックリスト", "Checklist", 140, 106, checklist),
    ("calendar", "カレンダー", "Calendar", 100, 90, calendar),
    ("envelope", "封筒", "Envelope", 50, 34, envelope),
    ("book", "絵本", "Picture book", 68, 47, book),
    ("stamp", "印鑑", "Seal", 40, 56, stamp),
    ("clock", "時計", "Clock", 38, 38, clock),
    ("bag", "買い物袋", "Shopping bag", 56, 72, bag),
    ("purse", "財布とお金", "Purse and coins", 76, 57, purse),
    ("parcel", "荷物", "Parcel", 64, 60, gift),
    ("medicine", "薬の袋", "Medicine bag", 46, 64, medicine),
    ("thermometer", "体温計", "Thermometer", 20, 57, thermometer),
    ("key", "鍵", "Key", 62, 28, key),
)  # fmt: skip
