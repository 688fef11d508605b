"""Signs for storyboards and cards: bubbles, boards, arrows and marks.

Owns what says something in a picture; most of them have a place for words.
"""

from __future__ import annotations

import math
from typing import Final

from drawings.hair import curls
from drawings.pen import (
    BEIGE,
    CREAM,
    INK,
    PALE,
    WHITE,
    Sheet,
    curve,
    ellipse,
    n,
    rect,
    straight,
)
from drawings.things import Thing, rule


def code_sign(sheet: Sheet) -> None:
    """A sign with a square code for smartphones; words below."""
    sheet.form(rect(2, 2, 76, 100, 4), WHITE)
    for x, y in ((14, 14), (48, 14), (14, 48)):
        sheet.form(rect(x, y, 18, 18), WHITE, 2.4)
        sheet.flat(rect(x + 6, y + 6, 6, 6), INK)
    for x, y in (
        (38, 14),
        (38, 24),
        (40, 38),
        (50, 40),
        (60, 38),
        (48, 50),
        (58, 48),
        (38, 54),
        (38, 62),
        (50, 62),
        (60, 60),
        (14, 38),
        (24, 40),
    ):
        sheet.flat(rect(x, y, 5, 5), INK)
    sheet.write(6, 88, 68, 12)


def star(sheet: Sheet) -> None:
    """A star."""
    corners = []
    for k in range(10):
        r, a = (19 if k % 2 == 0 else 8.2), -math.pi / 2 + k * math.pi / 5
        corners.append(f"{n(21 + r * math.cos(a))},{n(22 + r * math.sin(a))}")
    sheet.form(straight(" ".join(corners)), CREAM)


def megaphone(sheet: Sheet) -> None:
    """A megaphone."""
    sheet.form(straight("18,38 29,38 33,56 22,56"), PALE)
    sheet.form(straight("6,24 20,21 56,4 56,54 20,39 6,37"), BEIGE)
    sheet.form(ellipse(56, 29, 5, 25), WHITE)
    for line in ("68,16 78,10", "70,29 82,29", "68,42 78,48"):
        rule(sheet, line, 2.0)


def balloon(sheet: Sheet, *, tail: bool, big: bool) -> None:
    """A speech bubble, or a thought bubble without ``tail``."""
    w, h = (170, 110) if big else (120, 62)
    if tail:
        right, low = w - 2, h - 20
        body = (
            f"M 14 2 L {w - 14} 2 C {w - 6} 2 {right} 6 {right} 14 L {right} {h - 32}"
            f" C {right} {h - 24} {w - 6} {low} {w - 14} {low} L 32 {low} L 16 {h - 2} L 19 {low}"
            f" L 14 {low} C 6 {low} 2 {h - 24} 2 {h - 32} L 2 14 C 2 6 6 2 14 2 Z"
        )
        sheet.form(body, WHITE)
    else:
        low = h - 16
        a, b, c = (f"{w * share:.0f}" for share in (0.2, 0.5, 0.8))
        high, deep = (f"{low * share:.0f}" for share in (0.32, 0.68))
        outline = (
            f"{a},9 {b},6 {c},9 {w - 9},{high} {w - 8},{deep} {c},{low - 4} {b},{low - 2}"
            f" {a},{low - 4} 9,{deep} 10,{high}"
        )
        sheet.form(curve(curls(outline, 5, 34), closed=True), WHITE)
        sheet.form(ellipse(24, h - 10, 5), WHITE)
        sheet.form(ellipse(13, h - 3.6, 2.6), WHITE)
    sheet.write(12 if tail else 18, (h - 18) / 2, w - (24 if tail else 36), 13.5)


def talk(sheet: Sheet) -> None:
    """A bubble with three dots: somebody speaks."""
    body = (
        "M 12 2 L 66 2 C 73 2 76 5 76 11 L 76 25 C 76 31 73 34 66 34 L 24 34 L 12 48 L 14 34"
        " L 12 34 C 5 34 2 31 2 25 L 2 11 C 2 5 5 2 12 2 Z"
    )
    sheet.form(body, WHITE)
    for x in (23, 39, 55):
        sheet.flat(ellipse(x, 18, 4.2), INK)


def sign(sheet: Sheet) -> None:
    """A sign that hangs or stands on a wall; words on it."""
    sheet.form(rect(2, 2, 156, 32, 4), WHITE)
    sheet.write(8, 18, 144, 15, bold=True)


def signpost(sheet: Sheet) -> None:
    """A sign on a post."""
    sheet.form(rect(51, 34, 6, 112), PALE)
    sheet.form(straight("3,3 88,3 105,22 88,41 3,41"), WHITE)
    sheet.write(8, 22, 82, 14, bold=True)


def arrow(sheet: Sheet, *, both: bool = False) -> None:
    """An arrow, or one with two heads."""
    sheet.stroke(straight("10,8 86,8" if both else "3,8 86,8", closed=False), 2.4)
    sheet.form(straight("84,2.5 96,8 84,13.5"), INK, 1.0)
    if both:
        sheet.form(straight("14,2.5 2,8 14,13.5"), INK, 1.0)


def tick(sheet: Sheet) -> None:
    """A large tick in a ring."""
    sheet.form(ellipse(20, 20, 18), WHITE, 2.4)
    sheet.stroke(straight("11,21 18,28 30,13", closed=False), 3.6, "#197A4B")


def question(sheet: Sheet) -> None:
    """A question mark in a ring."""
    sheet.form(ellipse(20, 20, 18), WHITE, 2.4)
    sheet.stroke(curve("13.5,15 16,10 20,9 26,12 25,18 20,22 20,26"), 3.2)
    sheet.flat(ellipse(20, 31, 2.2), INK)


def words(sheet: Sheet) -> None:
    """Words alone, for a caption inside a scene."""
    sheet.write(0, 10, 140, 14, bold=True)


def path_dots(sheet: Sheet) -> None:
    """A way with three stations."""
    sheet.stroke(curve("14,86 30,88 44,70 64,58 84,52 96,28 118,16"), 3.0, INK, (1.0, 5.0))
    for x, y in ((14, 86), (66, 57), (120, 15)):
        sheet.form(ellipse(x, y, 11), WHITE)


SIGNS: Final[tuple[Thing, ...]] = (
    ("megaphone", "お知らせ（メガホン）", "Megaphone", 84, 58, megaphone),
    ("speech", "吹き出し", "Speech bubble", 120, 62, lambda s: balloon(s, tail=True, big=False)),
    ("speech-large", "大きな吹き出し", "Large speech bubble", 170, 110,
     lambda s: balloon(s, tail=True, big=True)),
    ("thought", "考えの吹き出し", "Thought bubble", 120, 62,
     lambda s: balloon(s, tail=False, big=False)),
    ("thought-large", "大きな考えの吹き出し", "Large thought bubble", 170, 110,
     lambda s: balloon(s, tail=False, big=True)),
    ("talk", "話し中", "Talking", 78, 50, talk),
    ("sign", "看板", "Sign", 160, 36, sign),
    ("signpost", "案内板", "Signpost", 108, 148, signpost),
    ("code-sign", "二次元コードの案内", "Square code sign", 80, 104, code_sign),
    ("words", "文字だけ", "Words", 140, 20, words),
    ("arrow", "矢印", "Arrow", 98, 16, arrow),
    ("arrow-both", "両向きの矢印", "Two-way arrow", 98, 16, lambda s: arrow(s, both=True)),
    ("path", "道のり", "Way with stations", 134, 100, path_dots),
    ("tick", "できた印", "Tick", 40, 40, tick),
    ("question", "疑問の印", "Question mark", 40, 40, question),
    ("star", "星", "Star", 42, 42, star),
)  # fmt: skip
