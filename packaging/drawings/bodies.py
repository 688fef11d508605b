"""Small heads and bodies of the storyboard figures.

Owns statures, simple heads with their hair, arms by pose, clothes and what a hand holds. The
portraits have heads of their own; these are read at the size of a thumb nail.
"""

# ruff: noqa: E501, ISC004 - tables: outlines, one a line

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from drawings.hair import COLOURS, curls
from drawings.pen import (
    ACCENT,
    CREAM,
    INK,
    PALE,
    SKY,
    TINT,
    WHITE,
    Point,
    Sheet,
    curve,
    ellipse,
    n,
    opposite,
    points,
    rect,
    straight,
    tube,
)

SKINS: Final = {"light": "#FFEEDD", "warm": "#F9DCC0", "tan": "#EBC197", "brown": "#C99468"}


@dataclass(frozen=True, slots=True)
class Stature:
    """Measures of a body, from the top of its box down; the feet stand on ``height``."""

    height: float
    radius: float
    head: float
    shoulder: float
    hip: float
    half: float
    arm: tuple[float, float]
    leg: float


STATURES: Final = {
    "adult": Stature(160, 20, 26, 54, 101, 18, (12, 10), 15),
    "slim": Stature(160, 20, 26, 54, 101, 16.5, (11, 9.5), 14),
    "elder": Stature(150, 19, 31, 54, 98, 17, (11.5, 9.5), 14),
    "teen": Stature(142, 19.5, 25, 51, 92, 15, (10.5, 9), 13),
    "child": Stature(106, 18, 24, 46, 75, 12.5, (9, 8), 11),
    "toddler": Stature(82, 16.5, 21, 41, 62, 11, (8, 7), 10),
}

_CAP: Final = "-18,6! -21,-6 -16.5,-17.5 0,-23 16.5,-17.5 21,-6 18,6!"
HAIR: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "short": ((), ("-18,4! -20.5,-7 -16,-18 0,-22.5 16,-18 20.5,-7 18,4! 17,-5 13,-11! 4,-8 -6,-9 -12,-12!"
                   " -16,-5",)),
    "ponytail": (("8,-15! 20,-15 27,-2 27,12 21,25! 20,12 14,4",),
                 (f"{_CAP} 16.5,-3 9,-13! 2,-6 -8,-3 -16,-1",)),
    "bob": (("0,-10 16,-10 20.5,2 20,17! 8,18 -8,18 -20,17! -20.5,2 -16,-10",),
            ("-19,15! -22,-5 -16.5,-18 0,-23 16.5,-18 22,-5 19,15! 16.5,11 17,0 9,-13! 2,-6 -8,-3 -16,-1! -16.5,9",)),
    "long": (("0,-10 16,-10 21,4 23,20 22,36! 8,37 -8,37 -22,36! -23,20 -21,4 -16,-10",),
             ("-19,18! -22,-5 -16.5,-18 0,-23 16.5,-18 22,-5 19,18! 16.5,11 16.5,0 2,-14! -8,-5 -16,0! -16.5,9",)),
    "bangs": (("0,-10 16,-10 20.5,4 19.5,14! 8,15 -8,15 -19.5,14! -20.5,4 -16,-10",),
              ("-19,12! -22,-5 -16.5,-18 0,-23 16.5,-18 22,-5 19,12! 16.5,6 16,-4! 6,-2.6 -6,-2.6 -16,-4! -16.5,6",)),
    "twintails": (("-17,-5! -26,-6 -29,6 -26,18! -20,10 -16,4", "17,-5! 26,-6 29,6 26,18! 20,10 16,4"),
                  (f"{_CAP} 16,-4! 6,-2.6 -6,-2.6 -16,-4!",)),
    "boy": ((), ("-18.5,4! -21,-7 -16,-18 -2,-22.5 1,-25.5! 4,-22.5 16,-18 21,-7 18.5,4! 16,-4 10,-4 6,-8! 1,-5 -4,-8!"
                 " -9,-4 -15,-4",)),
    "bun": (("0,-29.5 6,-28 8,-23 5,-18 -5,-18 -8,-23 -6,-28",), (f"{_CAP} 15,-8 0,-14 -15,-8",)),
    "bald": ((), ("-17,6! -21.5,3 -22,-5 -17,-12! -15.5,-4", "17,6! 21.5,3 22,-5 17,-12! 15.5,-4")),
    "perm": ((), (curls("0,-22 13,-20 21,-9 22,6 16,12 16,-2 9,-9 -4,-7 -16,-2 -16,12 -22,6 -21,-9 -13,-20", 2.2, 7),)),
    "receding": ((), ("-18,5! -20.5,-6 -16,-17 0,-22 16,-17 20.5,-6 18,5! 16.5,-6 12,-15! 6,-12 -6,-12 -12,-15!"
                      " -16.5,-6",)),
    "afro": ((curls("0,-24 14,-20 23,-8 23,6 15,14 -15,14 -23,6 -23,-8 -14,-20", 2.6, 8),),
             (curls("0,-23.5 14.5,-20 23.5,-9 20,3 15,-6 0,-9 -15,-6 -20,3 -23.5,-9 -14.5,-20", 2.2, 8),)),
    "tuft": ((), ("-4,-18! -3,-24 4,-26 6,-22! 4,-19",)),
    "none": ((), ()),
}  # fmt: skip

ARMS: Final = {
    "down": "0,0 0.16,0.5 0.12,0.98",
    "out": "0,0 0.24,0.44 0.78,0.46",
    "wave": "0,0 0.46,0.26 0.66,-0.45",
    "phone": "0,0 0.3,0.52 0.62,0.14",
    "ear": "0,0 0.5,0.3 0.24,-0.5",
    "front": "0,0 0.16,0.56 -0.2,0.72",
    "chest": "0,0 0.22,0.5 -0.1,0.5",
    "lead": "0,0 0.26,0.42 0.5,0.78",
    "high": "0,0 0.36,-0.06 0.5,-0.72",
    "table": "0,0 0.26,0.56 -0.04,0.84",
    "point": "0,0 0.5,0.16 0.98,-0.1",
    "stick": "0,0 0.28,0.5 0.5,0.66",
    "push": "0,0 0.2,0.4 0.66,0.34",
    "type": "0,0 0.2,0.52 0.5,0.62",
}
"""Arms from the shoulder outwards, in lengths of the trunk: shoulder, elbow, hand."""


def moved(text: str, x: float, y: float, factor: float = 1.0) -> str:
    """Return points shifted to (x, y) after scaling."""
    return " ".join(
        f"{n(p.x * factor + x)},{n(p.y * factor + y)}{'!' if p.sharp else ''}" for p in points(text)
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure looks: hair with its colour, skin, top, legs, and small extras."""

    hair: str
    colour: str
    top: str
    legs: str
    skin: str = "light"
    skirt: bool = False
    extras: tuple[str, ...] = ()


def hair_behind(sheet: Sheet, x: float, y: float, radius: float, look: Look) -> None:
    """Draw the hair that lies behind neck and clothes."""
    for outline in HAIR[look.hair][0]:
        sheet.form(curve(moved(outline, x, y, radius / 20), closed=True), COLOURS[look.colour][0])


def head(sheet: Sheet, x: float, y: float, radius: float, look: Look) -> None:
    """Draw a head with its middle at (x, y), seen from the front."""
    k = radius / 20
    front, fill = HAIR[look.hair][1], COLOURS[look.colour][0]
    skin = SKINS[look.skin]
    if "hijab" not in look.extras:
        for side in (-1, 1):
            sheet.form(ellipse(x + side * 18 * k, y + 3 * k, 3 * k, 4.4 * k), skin, 1.5)
    sheet.form(ellipse(x, y, 17.8 * k, 19.6 * k), skin)
    for side in (-1, 1):
        sheet.flat(ellipse(x + side * 6.8 * k, y + 2.2 * k, 1.75 * k, 2.2 * k), INK)
    sheet.stroke(curve(moved("-5,8.6 0,10.8 5,8.6", x, y, k)), 1.5)
    for outline in front:
        sheet.form(curve(moved(outline, x, y, k), closed=True), fill)
    _worn(sheet, x, y, k, look)


def _worn(sheet: Sheet, x: float, y: float, k: float, look: Look) -> None:
    """Draw glasses, hijab or cap on a head ``k`` times the size of an adult's."""
    if "glasses" in look.extras:
        for side in (-1, 1):
            sheet.stroke(ellipse(x + side * 7.2 * k, y + 2.2 * k, 5.4 * k, 5 * k), 1.3)
        sheet.stroke(
            straight(f"{x - 1.8 * k},{y + 1.6 * k} {x + 1.8 * k},{y + 1.6 * k}", closed=False), 1.3
        )
    if "hijab" in look.extras:
        outer = "0,-23 16,-18 22,-4 21,10 24,22 20,30! -20,30! -24,22 -21,10 -22,-4 -16,-18"
        inner = "0,-14 12,-10 15,0 13,9 7,16 0,18 -7,16 -13,9 -15,0 -12,-10"
        path = f"{curve(moved(outer, x, y, k), closed=True)} {curve(moved(inner, x, y, k), closed=True)}"
        sheet.form(path, look.top)
        sheet.stroke(curve(moved("12,12 2,21 -14,26", x, y, k)), 1.3)
    if "cap" in look.extras:
        sheet.form(
            curve(moved("-20,-7! -19,-19 0,-26 19,-19 20,-7! 0,-10", x, y, k), closed=True), SKY
        )
        sheet.form(
            curve(moved("-17,-8! 0,-11.5 17,-8! 20,-3! 0,-6.5 -20,-3!", x, y, k), closed=True), SKY
        )


def neck(sheet: Sheet, x: float, build: Stature, look: Look) -> None:
    """Draw the neck, to be covered by head and clothes."""
    w, top = build.radius * 0.32, build.head + build.radius * 0.7
    sheet.form(rect(x - w, top, 2 * w, build.shoulder - top + 4), SKINS[look.skin])


def trunk(sheet: Sheet, x: float, build: Stature, look: Look) -> None:
    """Draw the upper body with its collar and extras."""
    w, s, h = build.half, build.shoulder, build.hip
    r = build.radius * 0.36
    half = f"{x + r},{s - 5}! {x + w - 2},{s - 1.5} {x + w + 1.5},{s + 8} {x + w - 0.5},{h}!"
    other = opposite(" ".join(reversed(half.split())), x)
    sheet.form(curve(f"{half} {other} {x - r},{s - 5}! {x},{s - 0.5}", closed=True), look.top)
    if "badge" in look.extras:
        sheet.stroke(
            straight(f"{x - r - 1},{s - 3} {x},{s + 17} {x + r + 1},{s - 3}", closed=False),
            1.3,
            ACCENT,
        )
        sheet.form(rect(x - 4.5, s + 16, 9, 11, 1.5), WHITE, 1.3)
    if "apron" in look.extras:
        sheet.form(
            straight(
                f"{x - w * 0.6},{s + 13} {x + w * 0.6},{s + 13} {x + w * 0.8},{h} {x - w * 0.8},{h}"
            ),
            CREAM,
            1.5,
        )
        for side in (-1, 1):
            sheet.stroke(
                straight(
                    f"{x + side * w * 0.55},{s + 13} {x + side * w * 0.5},{s - 3}", closed=False
                ),
                1.5,
            )
    if "cardigan" in look.extras:
        sheet.form(
            straight(f"{x - r},{s - 4} {x},{s + 1} {x + r},{s - 4} {x + 4},{h} {x - 4},{h}"),
            WHITE,
            1.4,
        )


def legs(sheet: Sheet, x: float, build: Stature, look: Look) -> None:
    """Draw trousers or skirt, and shoes, to the feet."""
    h, end, w = build.hip, build.height, build.half
    for side in (-1, 1):
        middle = x + side * w * 0.5
        half = build.leg / 2
        heel, toe = middle - half * 0.8, middle + half
        shoe = f"{heel},{end - 7}! {toe},{end - 7}! {toe + 3.5},{end}! {heel},{end}!"
        if look.skirt:
            thin = half * 0.5
            sheet.form(
                rect(middle - thin, h + 20, thin * 2, end - h - 24),
                "#FFEEDD" if "bare" in look.extras else PALE,
            )
        else:
            inner = x + side * 0.9
            sheet.form(
                straight(
                    f"{x + side * (w - 0.8)},{h - 3} {x},{h - 3} {inner},{end - 5}"
                    f" {middle + side * half},{end - 5}"
                ),
                look.legs,
            )
        text = shoe if side > 0 else opposite(shoe, middle)
        sheet.form(curve(text, closed=True), INK, 1.0)
    if look.skirt:
        low = h + (end - h) * 0.55
        sheet.form(
            straight(
                f"{x - w + 0.8},{h - 3} {x + w - 0.8},{h - 3} {x + w + 6},{low} {x - w - 6},{low}"
            ),
            look.legs,
        )


def hand_of(x: float, build: Stature, pose: str, side: int) -> Point:
    """Return where the hand of a pose is; ``side`` is 1 for the right of the picture."""
    length, start = build.hip - build.shoulder, _socket(x, build, side)
    end = points(ARMS[pose])[-1]
    return Point(start.x + side * end.x * length, start.y + end.y * length)


def _socket(x: float, build: Stature, side: int) -> Point:
    return Point(x + side * (build.half - 3), build.shoulder + 5)


def arm(sheet: Sheet, x: float, build: Stature, look: Look, pose: str, side: int) -> None:
    """Draw an arm with its hand."""
    length, start = build.hip - build.shoulder, _socket(x, build, side)
    joints = " ".join(
        f"{n(start.x + side * p.x * length)},{n(start.y + p.y * length)}"
        for p in points(ARMS[pose])
    )
    hand = hand_of(x, build, pose, side)
    sheet.form(ellipse(hand.x, hand.y, build.arm[1] * 0.56), SKINS[look.skin])
    shorter = points(joints)
    last, before = shorter[-1], shorter[-2]
    cut = Point(before.x + (last.x - before.x) * 0.78, before.y + (last.y - before.y) * 0.78)
    path = " ".join(f"{n(p.x)},{n(p.y)}" for p in (*shorter[:-1], cut))
    sheet.form(tube(path, build.arm), look.top)


def held(sheet: Sheet, item: str, at: Point, side: int) -> None:
    """Draw what a hand holds, at the hand."""
    x, y = at.x, at.y
    if item == "phone":
        sheet.form(rect(x - 5.5, y - 16, 11, 20, 2), WHITE, 1.6)
        sheet.flat(rect(x - 3.7, y - 13.4, 7.4, 13, 0.5), TINT)
    elif item == "call":
        sheet.form(rect(x - 3.2, y - 12, 6.4, 19, 2), WHITE, 1.6)
    elif item == "paper":
        sheet.form(rect(x - 8 + 5 * side, y - 19, 16, 21), WHITE, 1.6)
        for drop in (14, 10, 6):
            sheet.stroke(
                straight(
                    f"{x - 5 + 5 * side},{y - drop} {x + 5 + 5 * side},{y - drop}", closed=False
                ),
                1.0,
            )
    elif item == "tablet":
        sheet.form(rect(x - 24, y - 19, 30, 22, 2.5), WHITE, 1.6)
        sheet.flat(rect(x - 21.5, y - 16.5, 25, 17), TINT)
    elif item == "bag":
        sheet.stroke(curve(f"{x - 5},{y + 9} {x - 4},{y + 1} {x + 4},{y + 1} {x + 5},{y + 9}"), 1.6)
        sheet.form(rect(x - 9, y + 8, 18, 17, 2.5), WHITE, 1.6)
