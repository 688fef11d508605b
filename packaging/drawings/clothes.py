"""Clothes of the portraits, from the neck to the lower edge at y = 200.

Owns necklines, collars and the lie of the shoulders. Must not know faces.
"""

from __future__ import annotations

from typing import Final

from drawings.heads import Build
from drawings.pen import (
    INK,
    WHITE,
    Sheet,
    curve,
    ellipse,
    mirrored,
    opposite,
    points,
    rect,
    straight,
)  # fmt: skip

DETAIL: Final = 1.7


def both(
    sheet: Sheet, outline: str, fill: str, width: float | None = None, *, sharp: bool = False
) -> None:
    """Draw an outline and its mirror image."""
    draw = straight if sharp else curve
    for text in (outline, opposite(outline)):
        sheet.form(draw(text, closed=True), fill, width)


def lines(sheet: Sheet, line: str, width: float = DETAIL, colour: str = INK) -> None:
    """Draw a line and its mirror image."""
    for text in (line, opposite(line)):
        sheet.stroke(curve(text), width, colour)


def _shoulder(build: Build) -> str:
    """Return the points from the slope of the right shoulder down to the lower edge."""
    half = build.shoulder
    return (
        f"{100 + half * 0.62:.1f},165 {100 + half * 0.88:.1f},173 {100 + half:.1f},187"
        f" {100 + half + 3:.1f},200!"
    )


def torso(sheet: Sheet, build: Build, fill: str) -> None:
    """Draw shoulders and chest with an open neck; the lower edge has no line, a frame cuts it."""
    half, neck = build.shoulder, build.neck
    side = f"{100 + neck - 1},152! {100 + neck + 7},159 {_shoulder(build)}"
    sheet.flat(curve([*mirrored(side), *points("100,168")], closed=True), fill)
    lines(sheet, side, sheet.line)
    arm = half * 0.72
    lines(sheet, f"{100 + arm:.1f},200 {100 + arm - 1:.1f},191 {100 + arm - 4:.1f},184", DETAIL)


def crew(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a jumper or shirt with a round neck and its band."""
    torso(sheet, build, fill)
    a, b = 100 - build.neck, 100 + build.neck
    sheet.form(
        curve(
            f"{a},150! {a + 5},159 100,163.5 {b - 5},159 {b},150! {b + 5},155! {b},164 100,170.5"
            f" {a},164 {a - 5},155!",
            closed=True,
        ),
        trim,
    )


def scoop(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a wide round neck that leaves some skin; ``trim`` is the colour of the skin."""
    torso(sheet, build, fill)
    a, b = 100 - build.neck, 100 + build.neck
    sheet.flat(
        curve(
            f"{a - 1},151! {b + 1},151! {b + 5},158! {b},172 100,178 {a},172 {a - 5},158!",
            closed=True,
        ),
        trim,
    )
    sheet.stroke(
        curve(f"{a - 1},151! {a - 5},158 {a},171 100,178 {b},171 {b + 5},158 {b + 1},151!"),
        sheet.line,
    )


def cardigan(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw an open cardigan over a light shirt."""
    crew(sheet, build, trim, WHITE)
    half, neck = build.shoulder, build.neck
    start = f"{100 + neck + 5},156.5!"
    panel = f"{start} {100 + neck + 9},160 {_shoulder(build)} 112,200! 118,178 {start}"
    for text in (panel, opposite(panel)):
        sheet.flat(curve(text, closed=True), fill)
    outer = " ".join(panel.split()[:6])
    lines(sheet, outer, sheet.line)
    lines(sheet, f"{100 + neck + 5},156.5 119,174 113.5,200", sheet.line)
    lines(sheet, f"{100 + neck + 9},160.5 124.5,175 119.5,200", 1.3)
    arm = half * 0.76
    lines(sheet, f"{100 + arm:.1f},200 {100 + arm - 1:.1f},191 {100 + arm - 4:.1f},184")
    for y in (183, 194):
        sheet.form(ellipse(118.3, y, 1.8), WHITE, 1.1)


def vneck(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a V-neck jumper; ``trim`` fills the V (skin, or a shirt under it)."""
    torso(sheet, build, fill)
    a, b = 100 - build.neck, 100 + build.neck
    sheet.flat(straight(f"{a},150 {b},150 {b + 0.5},153 100,184 {a - 0.5},153"), trim)
    lines(sheet, f"{b + 1},151 100,184", sheet.line)
    lines(sheet, f"{b + 4.5},157.5 101,190.5 100,191", 1.4)


def shirt(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a shirt with a turned-down collar."""
    torso(sheet, build, fill)
    b = 100 + build.neck
    sheet.stroke(straight("100,169 100,200", closed=False), DETAIL)
    both(sheet, f"{b - 0.5},146! 100,168! 109,177! {b + 8},160!", trim, sharp=True)
    for y in (181, 193):
        sheet.form(ellipse(103.6, y, 1.5), WHITE, 1.1)


def polo(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a polo shirt with an open collar."""
    torso(sheet, build, fill)
    b = 100 + build.neck
    sheet.stroke(straight("94.5,172 94.5,191 105.5,191 105.5,172", closed=False), DETAIL)
    sheet.form(ellipse(100, 183, 1.5), WHITE, 1.1)
    both(sheet, f"{b - 0.5},147! 100,173! 110,178! {b + 8},160!", trim, sharp=True)


def jacket(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a jacket with lapels over a white shirt; ``trim`` is the tie, white for none."""
    torso(sheet, build, fill)
    b = 100 + build.neck
    sheet.form(
        straight(f"{200 - b},152 100,169 {b},152 {b + 5},158 103,200 97,200 {195 - b},158"),
        WHITE,
        DETAIL,
    )
    if trim == WHITE:
        sheet.stroke(straight("100,168 100,200", closed=False), 1.4)
    else:
        sheet.form(
            straight("96,167 104,167 102.4,173 105.5,194 103,200 97,200 94.5,194 97.6,173"),
            trim,
            1.4,
        )
    both(sheet, f"{b - 0.5},146! 100,168! 108.5,175! {b + 5},159!", WHITE, sharp=True)
    both(
        sheet,
        f"{b + 5},157! {b + 14},170! {b + 8},174! {b + 11},178! 103,200! 100,200! 109,184!",
        fill,
        sharp=True,
    )


def hoodie(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a hooded sweatshirt."""
    b = build.neck
    torso(sheet, build, fill)
    both(sheet, f"{100 + b - 2},143! {100 + b + 11},147 {100 + b + 14},157 118,170 100,178! 103,168"
                f" {100 + b - 3},158!", fill)  # fmt: skip
    for side in (-1, 1):
        sheet.stroke(
            curve(f"{100 + side * 8},175 {100 + side * 9},184 {100 + side * 8},193"), 2.4, INK
        )
        sheet.stroke(
            curve(f"{100 + side * 8},175 {100 + side * 9},184 {100 + side * 8},193"), 1.0, trim
        )


def turtleneck(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a high rolled collar."""
    torso(sheet, build, fill)
    a, b = 100 - build.neck, 100 + build.neck
    sheet.form(
        curve(
            f"{a - 2},144! 100,150 {b + 2},144! {b + 3.5},154 {b + 3},160! 100,167 {a - 3},160!"
            f" {a - 3.5},154",
            closed=True,
        ),
        trim,
    )
    for x in (92, 100, 108):
        sheet.stroke(
            straight(
                f"{x},{153 if x == 100 else 152} {x},{160 if x == 100 else 159}", closed=False
            ),
            1.1,
        )


def apron(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw an apron with straps over a round-necked shirt."""
    crew(sheet, build, trim, trim)
    both(sheet, "113,180! 127,180! 131,164.5! 121,161.5!", fill, sharp=True)
    sheet.form(straight("72,178 128,178 131,200 69,200"), fill)
    sheet.stroke(straight("85,188 115,188", closed=False), DETAIL)


def school(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a school blazer over a white shirt with a ribbon."""
    jacket(sheet, build, fill, WHITE)
    both(sheet, "101,170! 112,166 114,173 111,178! 102,174!", trim, DETAIL)
    sheet.form(rect(96.8, 168, 6.4, 7, 2), trim, DETAIL)


def stand_collar(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a school uniform with a stand-up collar and buttons."""
    torso(sheet, build, fill)
    a, b = 100 - build.neck, 100 + build.neck
    sheet.form(
        curve(
            f"{a - 2},146! 100,157! {b + 2},146! {b + 4},157! 100,169! {a - 4},157!", closed=True
        ),
        fill,
    )
    sheet.stroke(straight(f"{a - 0.5},146.8 100,156.2 {b + 0.5},146.8", closed=False), 1.4, WHITE)
    sheet.stroke(straight("100,157 100,200", closed=False), DETAIL)
    for y in (177, 192):
        sheet.form(ellipse(100, y, 3), trim, 1.4)


def vest(sheet: Sheet, build: Build, fill: str, trim: str) -> None:
    """Draw a waistcoat of wool over a shirt."""
    shirt(sheet, build, trim, WHITE)
    half, b = build.shoulder, 100 + build.neck
    arm = f"{100 + half * 0.55:.1f},164! {100 + half * 0.52:.1f},180 {100 + half * 0.66:.1f},200!"
    panel = f"{b + 8},160! {arm} 100,200! 100,190!"
    both(sheet, panel, fill, sharp=True)
    sheet.stroke(straight("100,190 100,200", closed=False), DETAIL, INK)


CLOTHES: Final = {
    "crew": crew,
    "scoop": scoop,
    "cardigan": cardigan,
    "vneck": vneck,
    "shirt": shirt,
    "polo": polo,
    "jacket": jacket,
    "hoodie": hoodie,
    "turtleneck": turtleneck,
    "apron": apron,
    "school": school,
    "stand-collar": stand_collar,
    "vest": vest,
}
