"""The four rules of brainstorming, as data for the poster and for the screen (report ch. 7 §2(2)).

Owns their words, their order and the picture that belongs to each. Must not draw.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.drawing import Drawing, FigureLibrary
from servicedesign.model.message import N_
from servicedesign.tools.board import rules_scenes as scenes

IDEAS: Final = 30
"""Ideas to aim for."""
MINUTES: Final = 20
"""In so many minutes."""

Scene = Callable[[FigureLibrary, Translator], Drawing]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        title: its four characters.
        lines: what it asks, in two short lines.
        colour: of its panel, a key of ``tokens.STICKIES``; the symbol goes with it.
        scene: makes its picture.
    """

    title: str
    lines: tuple[str, str]
    colour: str
    scene: Scene


RULES: Final = (
    Rule(
        N_("批判厳禁"),
        (N_("まず、うけとめる。"), N_("「でも」は、あとの時間に。")),
        "cream",
        scenes.accepting,
    ),
    Rule(
        N_("自由奔放"),
        (N_("思いつきでいい。"), N_("予算も前例も、いまは忘れる。")),
        "sky",
        scenes.freely,
    ),
    Rule(
        N_("質より量"),
        (N_("1枚に1案、次々に。"), N_("20分で30案をめざす。")),
        "beige",
        scenes.plenty,
    ),
    Rule(
        N_("結合改善"),
        (N_("人の案にのる。"), N_("足す、混ぜる、広げる。")),
        "green",
        scenes.joining,
    ),
)
"""In the order in which they are read aloud."""


@dataclass(frozen=True, slots=True)
class Round:
    """A part of the twenty minutes: how long, what is done, and how."""

    minutes: int
    what: str
    how: str


ROUNDS: Final = (
    Round(5, N_("一人で書く"), N_("声に出さずに3案")),
    Round(12, N_("読み上げてはる"), N_("1案ずつ順番に")),
    Round(3, N_("のって足す"), N_("人の案に＋1")),
)
"""One after the other."""
