"""Heads of the portraits: outline, ears, neck and the features of a face.

Owns proportions by age and look, skin tones, eyes, brows, noses, mouths, glasses and beards. Hair
and clothes are drawn elsewhere. All on a square of 200 with the middle of the face at x = 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from drawings.pen import INK, WHITE, Sheet, curve, ellipse, mirrored, opposite, rect, straight

DETAIL: Final = 1.8
"""Width of the lines inside a face."""


@dataclass(frozen=True, slots=True)
class Skin:
    """A skin tone with its shade under the chin, its blush, and the colour of its fine lines."""

    tone: str
    shade: str
    blush: str
    crease: str


SKINS: Final = {
    "light": Skin("#FFEEDD", "#F3D3B8", "#FBD9C6", "#A58069"),
    "warm": Skin("#F9DCC0", "#E8BC96", "#F2C2A3", "#99714F"),
    "tan": Skin("#EBC197", "#D29E6E", "#DFA57B", "#85603C"),
    "brown": Skin("#C99468", "#A9734A", "#B97F55", "#6B4426"),
    "deep": Skin("#A87450", "#875839", "#955F40", "#4E2F1C"),
}


@dataclass(frozen=True, slots=True)
class Build:
    """Proportions of a head.

    Attributes:
        face: right half of the outline, from the top to the chin.
        eye: height of the eyes' middle; brows, nose and mouth follow ``brow``, ``nose``, ``mouth``.
        gap: half the distance between the eyes.
        neck: half the width of the neck.
        shoulder: half the width of the shoulders.
    """

    face: str
    eye: float
    brow: float
    nose: float
    mouth: float
    gap: float
    ear: float
    neck: float
    shoulder: float


BUILDS: Final = {
    "woman": Build("100,45 118.5,49.5 131.5,65 135,95 130.5,113 119,128.5 107.5,137 100,138.5",
                   97, 85, 111, 122.5, 15.5, 36, 12.5, 63),
    "man": Build("100,44 119,48.5 132.5,64 136,96 133,114 123.5,130 110,139 100,140.5",
                 97, 84, 112, 124, 16, 37, 16, 73),
    "round": Build("100,46 122,51 136,72 138,97 133.5,116 121.5,130.5 108,137.5 100,138.5",
                   97, 85, 111, 122.5, 16, 38, 13.5, 66),
    "square": Build("100,44 119,48.5 133,64 137,97 134.5,116 126,131.5 111,139.5 100,140.5",
                    97, 84, 112, 124.5, 16, 38, 17, 75),
    "teen": Build("100,46 121,51 135,72 136,97 131,115 119,129 107.5,136 100,137.5",
                  99, 87.5, 112, 122.5, 16, 37, 12, 59),
    "child": Build("100,49 123,54 138.5,75 140.5,102 135.5,120 122,133.5 108.5,139.5 100,140.5",
                   105, 93, 116, 125.5, 17.5, 39.5, 11, 52),
    "elder": Build("100,45 119,49.5 132,65 136,95 132.5,114 121.5,129.5 109,137.5 100,138.5",
                   98, 86, 112.5, 124, 15.5, 37, 12.5, 61),
}  # fmt: skip


def ears(sheet: Sheet, build: Build, skin: Skin) -> None:
    """Draw both ears, to be half hidden by the face."""
    y = build.eye + 5
    for side in (-1, 1):
        x = 100 + side * build.ear
        sheet.form(
            curve(
                _side(
                    f"{x - 3},{y - 9} {x + 3.5},{y - 9.5} {x + 6.5},{y - 3} {x + 4},{y + 6}"
                    f" {x},{y + 9.5} {x - 4},{y + 7}",
                    x,
                    side,
                ),
                closed=True,
            ),
            skin.tone,
        )
        sheet.stroke(
            curve(_side(f"{x + 1},{y - 5} {x + 3.6},{y - 3.5} {x + 2},{y + 2}", x, side)), 1.4
        )


def _side(text: str, middle: float, side: int) -> str:
    return text if side > 0 else opposite(text, middle)


def neck(sheet: Sheet, build: Build, skin: Skin) -> None:
    """Draw the neck with the shade of the chin."""
    w = build.neck
    side = f"{100 + w},120 {100 + w},150 {100 + w + 6},164"
    outline = f"{side} 103,176 97,176 {' '.join(reversed(opposite(side).split()))}"
    sheet.flat(straight(outline), skin.tone)
    for text in (side, opposite(side)):
        sheet.stroke(straight(text, closed=False))
    left, right = 101 - w, 99 + w
    chin = f"{left},124! {right},124! {right},141! 108,148 98,150 {left},143!"
    sheet.flat(curve(chin, closed=True), skin.shade)


def face(sheet: Sheet, build: Build, skin: Skin) -> None:
    """Draw the outline of the face."""
    sheet.form(curve(mirrored(build.face), closed=True), skin.tone)


def eyes(sheet: Sheet, build: Build, skin: Skin, kind: str) -> None:
    """Draw the eyes: ``plain``, ``lash``, ``narrow``, ``elder``, ``child`` or ``smile``."""
    for side in (-1, 1):
        x, y = 100 + side * build.gap, build.eye
        if kind == "smile":
            sheet.stroke(curve(f"{x - 5.5},{y + 1.5} {x},{y - 2.8} {x + 5.5},{y + 1.5}"), 2.2)
            continue
        rx, ry = {"child": (3.6, 4.7), "narrow": (2.9, 3.3), "elder": (2.7, 3.2)}.get(
            kind, (3.1, 4.0)
        )
        sheet.flat(ellipse(x, y, rx, ry), INK)
        sheet.flat(ellipse(x + 1.0, y - ry * 0.42, rx * 0.32), WHITE)
        if kind == "lash":
            lid = f"{x - 5.3},{y - 2} {x - 1.5},{y - 5.2} {x + 3},{y - 4.7} {x + 7},{y - 2.6}"
            sheet.stroke(curve(_side(lid, x, side)), 1.7)
        elif kind in {"narrow", "elder"}:
            lid = f"{x - 5.6},{y - 2.2} {x - 0.5},{y - 4.9} {x + 6.4},{y - 1.6}"
            sheet.stroke(curve(_side(lid, x, side)), 1.6)
        if kind == "elder":
            sheet.stroke(
                curve(_side(f"{x - 3.6},{y + 7} {x},{y + 8.3} {x + 4.4},{y + 6.8}", x, side)),
                1.4,
                skin.crease,
            )


def brows(sheet: Sheet, build: Build, kind: str, colour: str) -> None:
    """Draw the brows: ``soft``, ``thin``, ``strong``, ``flat`` or ``bushy``."""
    rise, width = {"soft": (2.6, 2.4), "thin": (3.0, 1.8), "strong": (2.2, 3.6), "flat": (0.9, 2.9),
                   "bushy": (2.4, 4.2)}[kind]  # fmt: skip
    for side in (-1, 1):
        x, y = 100 + side * build.gap, build.brow
        line = (
            f"{x - 6.6},{y - 0.2} {x - 1},{y - rise + 0.4} {x + 4},{y - rise + 1} {x + 8},{y + 2}"
        )
        sheet.stroke(curve(_side(line, x, side)), width, colour)


def nose(sheet: Sheet, build: Build, kind: str) -> None:
    """Draw the nose: ``line``, ``short``, ``broad`` or ``long``."""
    y = build.nose
    path = {
        "line": f"101.5,{y - 10} 102.5,{y - 5} 105,{y - 0.5} 102.8,{y + 2.2} 98.5,{y + 1.4}",
        "short": f"96.8,{y + 0.4} 100,{y + 2.2} 103.2,{y + 0.4}",
        "broad": f"94,{y - 2} 94.2,{y + 1} 97,{y + 1.3} 100,{y + 2.8} 103,{y + 1.3} 105.8,{y + 1}"
        f" 106,{y - 2}",
        "long": f"101.2,{y - 14} 102.6,{y - 7} 106,{y - 0.5} 103.4,{y + 2.8} 98,{y + 1.8}",
    }[kind]
    sheet.stroke(curve(path), DETAIL)


def mouth(sheet: Sheet, build: Build, kind: str) -> None:
    """Draw the mouth: ``smile``, ``soft``, ``calm``, ``wide`` or ``open``."""
    y = build.mouth
    if kind == "open":
        sheet.form(
            curve(
                f"91,{y - 1.5}! 100,{y + 0.2} 109,{y - 1.5}! 105.5,{y + 5} 100,{y + 6.6}"
                f" 94.5,{y + 5}",
                closed=True,
            ),
            "#B5543F",
            DETAIL,
        )
        sheet.flat(
            curve(
                f"92.8,{y - 0.6}! 100,{y + 0.9} 107.2,{y - 0.6}! 106,{y + 1.6}"
                f" 100,{y + 2.6} 94,{y + 1.6}",
                closed=True,
            ),
            WHITE,
        )
        return
    half, deep = {"smile": (9.0, 3.6), "soft": (8.0, 2.2), "calm": (7.5, 1.0), "wide": (11.5, 4.6)}[
        kind
    ]
    sheet.stroke(
        curve(
            f"{100 - half},{y} {100 - half * 0.5},{y + deep * 0.8} 100,{y + deep}"
            f" {100 + half * 0.5},{y + deep * 0.8} {100 + half},{y}"
        ),
        2.1,
    )
    if kind == "wide":
        for side in (-1, 1):
            x = 100 + side * half
            sheet.stroke(
                curve(_side(f"{x - 1},{y - 2} {x + 1.3},{y} {x + 0.8},{y + 1.6}", x, side)), 1.4
            )


def age_lines(sheet: Sheet, build: Build, skin: Skin, amount: int) -> None:
    """Draw the lines of a life: 1 from nose to mouth, 2 also at the eyes, 3 also the brow."""
    for side in (-1, 1) if amount else ():
        x, y = 100 + side * 11, build.nose
        fold = f"{x},{y - 1} {x + 3.6},{y + 4} {x + 4.6},{y + 9}"
        sheet.stroke(curve(_side(fold, x, side)), 1.5, skin.crease)
        corner, level = 100 + side * (build.gap + 11), build.eye
        for drop in (-1.5, 2.8) if amount > 1 else ():
            foot = f"{corner},{level + drop * 0.6} {corner + 4.2},{level + drop * 1.6}"
            sheet.stroke(curve(_side(foot, corner, side)), 1.4, skin.crease)
    if amount > 2:
        for y in (build.brow - 8, build.brow - 13):
            sheet.stroke(curve(f"88,{y + 0.8} 100,{y - 0.6} 112,{y + 0.8}"), 1.4, skin.crease)


def blush(sheet: Sheet, build: Build, skin: Skin) -> None:
    """Draw warm cheeks."""
    for side in (-1, 1):
        sheet.flat(ellipse(100 + side * (build.gap + 8.5), build.nose + 1.5, 6.5, 4.2), skin.blush)


def glasses(sheet: Sheet, build: Build, kind: str) -> None:
    """Draw glasses: ``round``, ``square`` or ``half`` (rimmed above only)."""
    y = build.eye + 0.5
    for side in (-1, 1):
        x = 100 + side * (build.gap + 0.5)
        if kind == "round":
            sheet.stroke(ellipse(x, y, 11.8, 11), 2.0)
        elif kind == "square":
            sheet.stroke(rect(x - 12.2, y - 8.6, 24.4, 17.6, 5), 2.2)
        else:
            sheet.stroke(
                curve(
                    f"{x - 11.5},{y + 2} {x - 11.3},{y - 6} {x - 7},{y - 7.6} {x + 7},{y - 7.6}"
                    f" {x + 11.3},{y - 6} {x + 11.5},{y + 2}"
                ),
                2.4,
            )
            sheet.stroke(
                curve(f"{x - 11.5},{y + 2} {x - 7},{y + 8.5} {x + 7},{y + 8.5} {x + 11.5},{y + 2}"),
                1.0,
            )
        start = 100 + side * (build.gap + 12.3)
        sheet.stroke(
            straight(f"{start},{y - 3} {100 + side * (build.ear + 1)},{y - 4.5}", closed=False), 2.0
        )
    inner = build.gap - 11.3
    sheet.stroke(curve(f"{100 - inner},{y - 1.5} 100,{y - 3.6} {100 + inner},{y - 1.5}"), 2.0)


def beard(sheet: Sheet, build: Build, kind: str, colour: str, skin: Skin) -> None:
    """Draw a beard: ``full``, ``short`` or ``moustache``."""
    y = build.mouth
    lip = f"100,{y - 6.4} 105.5,{y - 7.6} 112,{y - 4} 118,{y - 2}! 111,{y + 1.6} 100,{y - 0.4}"
    if kind == "moustache":
        sheet.form(curve(mirrored(lip), closed=True), colour, 1.6)
        sheet.stroke(curve(f"93.5,{y + 3.6} 100,{y + 6} 106.5,{y + 3.6}"), 2.1)
    else:
        outer = {"full": "137,98! 138,116 131,134 117,147 100,151.5", "short":
                 "136,99! 135.5,115 127,130.5 113,139.8 100,141.8"}[kind]  # fmt: skip
        inner = f"134,100! 129,112 120,{y - 4.5} 108,{y - 7} 100,{y - 5.2}"
        right = outer.split()
        loop = [*right, *opposite(" ".join(reversed(right[:-1]))).split()]
        inside = inner.split()
        loop += [*opposite(inner).split(), *reversed(inside[:-1])]
        sheet.form(curve(" ".join(loop), closed=True), colour, 1.6)
        sheet.form(
            curve(
                f"90.5,{y + 0.4}! 100,{y - 0.6} 109.5,{y + 0.4}! 105,{y + 4.6} 100,{y + 5.6}"
                f" 95,{y + 4.6}",
                closed=True,
            ),
            skin.shade,
            1.4,
        )
