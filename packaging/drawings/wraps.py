"""What is worn on the head: hijab, headscarf, cap; and braids and earrings over the clothes.

Owns these few pieces of the portraits, which lie over hair, neck and clothes at once.
"""

from __future__ import annotations

from drawings import hair
from drawings.heads import Build
from drawings.pen import (
    BEIGE,
    CREAM,
    GREEN,
    SKY,
    WHITE,
    Sheet,
    curve,
    ellipse,
    mirrored,
    opposite,
    points,
    straight,
)

_TINTS = {"sky": SKY, "cream": CREAM, "beige": BEIGE, "green": GREEN}


def _tint(extras: tuple[str, ...], kind: str) -> str | None:
    for extra in extras:
        if extra.startswith(kind + ":"):
            return _TINTS[extra.partition(":")[2]]
    return None


def behind(sheet: Sheet, extras: tuple[str, ...]) -> None:
    """Draw what lies behind neck and clothes."""
    scarf = _tint(extras, "headscarf")
    if scarf:
        sheet.form(curve("124,116 138,122 150,136 146,142! 134,138 122,128", closed=True), scarf)


def over(sheet: Sheet, extras: tuple[str, ...], build: Build, colour: str) -> None:
    """Draw what lies over hair, face and clothes."""
    for kind, draw in (("hijab", _hijab), ("headscarf", _headscarf), ("cap", _cap)):
        tint = _tint(extras, kind)
        if tint:
            draw(sheet, tint)
    if "braids" in extras:
        _braids(sheet, colour)
    if "earring" in extras:
        sheet.form(ellipse(100 + build.ear + 1.5, build.eye + 16.5, 2.2), CREAM, 1.3)


def _hijab(sheet: Sheet, tint: str) -> None:
    inner = mirrored("100,58 115,61 127,72 132,90 130,108 121,123.5 110,133 100,136")
    outer = mirrored(
        "100,35 121,38 139,53 147,80 146,108 141,130 151,150 165,165 174,183 177,200! 100,200"
    )
    path = curve(outer, closed=True) + " " + curve(inner, closed=True)
    sheet.form(path, tint)
    sheet.form(
        curve(
            "66.5,96! 68,74 82,58 100,53.5 118,58 132,74 133.5,96! 128,77 116,65 100,61 84,65"
            " 72,77",
            closed=True,
        ),
        WHITE,
        1.6,
    )
    sheet.stroke(curve("127,119 116,137 98,150 74,158 50,172"), 1.8)
    sheet.stroke(curve("121,134 110,150 90,166 66,186"), 1.5)
    sheet.stroke(curve("134,132 140,150 150,168 154,186"), 1.5)
    sheet.stroke(curve("60,84 59,104 64,124"), 1.4)
    sheet.stroke(curve("112,42 130,52 139,72"), 1.4)


def _headscarf(sheet: Sheet, tint: str) -> None:
    sheet.form(
        curve(
            "62,112! 56,92 59,62 76,43 100,37 124,43 141,62 144,92 138,112! 136,94 129,78 116,69.5"
            " 100,67 84,69.5 71,78 64,94",
            closed=True,
        ),
        tint,
    )
    sheet.stroke(curve("84,46 74,58 67,76"), 1.4)
    sheet.stroke(curve("116,46 126,58 133,76"), 1.4)
    dots = "100,46 88,52 112,52 100,59 66,68 134,68 60,86 140,86 78,62 122,62"
    for spot in points(dots):
        sheet.flat(ellipse(spot.x, spot.y, 1.8), WHITE)


def _cap(sheet: Sheet, tint: str) -> None:
    white = hair.COLOURS["silver"][0]
    for side in ("64.5,102! 60,94 59.5,82 62,74! 70,76 67.5,88",):
        sheet.form(curve(side, closed=True), white, 1.6)
        sheet.form(curve(opposite(side), closed=True), white, 1.6)
    sheet.form(
        curve(
            "58,80! 56,60 68,42 86,34 100,32.5 114,34 132,42 144,60 142,80! 122,74 100,72 78,74",
            closed=True,
        ),
        tint,
    )
    sheet.form(
        curve(
            "62,79! 78,72.5 100,70.5 122,72.5 138,79! 140,84 134,87! 118,81"
            " 100,79.5 82,81 66,87! 60,84",
            closed=True,
        ),
        tint,
    )
    sheet.stroke(curve("84,36 76,50 74,72"), 1.4)
    sheet.stroke(curve("116,36 124,50 126,72"), 1.4)
    sheet.form(ellipse(100, 32.5, 3, 2), tint, 1.6)


def _braids(sheet: Sheet, colour: str) -> None:
    fill, strand = hair.COLOURS[colour]
    for x, y in hair.BRAIDS:
        for mx, side in ((x, 1), (200 - x, -1)):
            sheet.form(
                curve(
                    f"{mx - 7},{y - 7} {mx + 2 * side},{y - 10} {mx + 7},{y - 6} {mx + 5},{y + 6}"
                    f" {mx},{y + 10} {mx - 6},{y + 5}",
                    closed=True,
                ),
                fill,
                1.6,
            )
            sheet.stroke(curve(f"{mx - 3},{y - 4} {mx},{y + 4}"), 1.2, strand)
    for x in (58, 142):
        sheet.form(straight(f"{x - 5},171 {x + 5},171 {x + 4},176 {x - 4},176"), SKY, 1.4)
        sheet.form(
            curve(f"{x - 4},176! {x - 5},184 {x},192! {x + 5},184 {x + 4},176!", closed=True),
            fill,
            1.6,
        )
