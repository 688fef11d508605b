"""The pictures of the four rules of brainstorming: bundled figures, and what is drawn here.

Owns the four scenes, each ``WIDTH`` by ``HEIGHT`` units, an adult being 160 high. Must not know
paper or screen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.drawing import Drawing, FigureLibrary, Placement, Shape, compose
from servicedesign.tokens import GAIN_BAND, GROUND, INK, STICKIES

WIDTH: Final = 320.0
HEIGHT: Final = 200.0
_LINE: Final = 1.8
_THIN: Final = 1.4
_ROUND: Final = 0.5523
"""Length of the arms of a curve that makes a quarter of a circle, as a share of its radius."""

_Points = Sequence[tuple[float, float]]


def accepting(library: FigureLibrary, t: Translator) -> Drawing:
    """Someone tells an idea; the others take it in with a good word."""
    figures = (
        Placement(figure="woman-give", x=84, y=198, scale=0.86),
        Placement(figure="speech-large", x=104, y=62, scale=0.52),
        Placement(figure="star", x=103, y=43, scale=0.62),
        Placement(figure="man-curls", x=198, y=198, scale=0.86, flip=True),
        Placement(figure="grandpa-stand", x=272, y=198, scale=0.86),
        Placement(figure="speech", x=252, y=62, scale=1.0, flip=True, text=t("いいね！")),
    )
    return compose(figures, library, WIDTH, HEIGHT)


def freely(library: FigureLibrary, t: Translator) -> Drawing:
    """A child sees off a rocket among the stars."""
    del t
    figures = (
        Placement(figure="star", x=46, y=72, scale=0.9),
        Placement(figure="star", x=118, y=46, scale=0.6),
        Placement(figure="star", x=292, y=70, scale=0.6),
        Placement(figure="star", x=28, y=140, scale=0.5),
        Placement(figure="cloud", x=268, y=186, scale=0.8),
        Placement(figure="girl-cheer", x=98, y=198, scale=0.95),
        Placement(figure="boy-cheer", x=160, y=198, scale=0.86),
    )
    made = compose(figures, library, WIDTH, HEIGHT)
    return Drawing(WIDTH, HEIGHT, (*_rocket(228, 4), *made.shapes), made.labels)


def plenty(library: FigureLibrary, t: Translator) -> Drawing:
    """A wall full of notes."""
    del library, t
    grounds = [GROUND, *STICKIES.values()]
    order = (0, 0, 1, 4, 2, 2, 1, 4, 2, 0, 0, 2, 2, 0, 2, 1, 4, 1, 0, 0, 4)
    turns = (-3, 2, 0, 3, -2, 1, -1)
    shapes: list[Shape] = []
    for number, ground in enumerate(order):
        row, column = divmod(number, 7)
        x = 34 + column * 42 + (row % 2) * 3
        y = 56 + row * 56 + (number * 5 % 3) * 3
        shapes += _note(x, y, 36, 44, turns[(number * 3) % 7], grounds[ground])
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def joining(library: FigureLibrary, t: Translator) -> Drawing:
    """Two people put their notes together, and something new shines."""
    del t
    figures = (
        Placement(figure="woman-give", x=62, y=198, scale=0.9),
        Placement(figure="man-give", x=258, y=198, scale=0.9, flip=True),
    )
    made = compose(figures, library, WIDTH, HEIGHT)
    shapes = [*made.shapes]
    shapes += _sheet(139, 106, 52, -5, STICKIES["cream"])
    shapes += _sheet(180, 106, 52, 5, STICKIES["sky"])
    shapes.append(_circle(134, 106, 14, GROUND))
    shapes.append(_shape(((185, 90), (201, 118), (169, 118)), GROUND))
    for degrees in (-150, -122, -90, -58, -30):
        turn = math.radians(degrees)
        across, down = math.cos(turn), math.sin(turn)
        near, far = 62, 80
        ends = (
            (160 + near * across * 1.1, 96 + near * down),
            (160 + far * across * 1.1, 96 + far * down),
        )
        shapes.append(_line(ends, _LINE))
    return Drawing(WIDTH, HEIGHT, tuple(shapes), made.labels)


def _rocket(x: float, top: float) -> list[Shape]:
    """Return a rocket whose nose is at (x, top)."""

    def at(across: float, down: float) -> str:
        return f"{x + across:g} {top + down:g}"

    body = (
        f"M {at(0, 0)} C {at(22, 22)} {at(30, 54)} {at(24, 108)} L {at(-24, 108)} "
        f"C {at(-30, 54)} {at(-22, 22)} {at(0, 0)} Z"
    )
    right = f"M {at(26, 78)} L {at(46, 118)} L {at(24, 108)} Z"
    left = f"M {at(-26, 78)} L {at(-46, 118)} L {at(-24, 108)} Z"
    flame = f"M {at(-13, 112)} L {at(13, 112)} L {at(0, 148)} Z"
    return [
        Shape(flame, STICKIES["cream"], INK, _LINE),
        Shape(right, STICKIES["beige"], INK, _LINE),
        Shape(left, STICKIES["beige"], INK, _LINE),
        Shape(body, GROUND, INK, _LINE),
        _circle(x, top + 50, 11, GAIN_BAND),
    ]


def _note(x: float, y: float, width: float, height: float, turn: float, ground: str) -> list[Shape]:
    """Return a note of paper with two lines of writing, around (x, y)."""
    corners = _turned(x, y, width, height, turn)
    slope = math.tan(math.radians(turn))
    shapes = [_shape(corners, ground)]
    for down, length in ((-5, 22), (5, 14)):
        left = x - 11
        ends = ((left, y + down - 11 * slope), (left + length, y + down + (length - 11) * slope))
        shapes.append(_line(ends, _THIN))
    return shapes


def _sheet(x: float, y: float, side: float, turn: float, ground: str) -> list[Shape]:
    return [_shape(_turned(x, y, side, side, turn), ground)]


def _turned(x: float, y: float, width: float, height: float, degrees: float) -> _Points:
    turn = math.radians(degrees)
    across, down = math.cos(turn), math.sin(turn)
    halves = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    points = [(a * width / 2, b * height / 2) for a, b in halves]
    return [(x + a * across - b * down, y + a * down + b * across) for a, b in points]


def _path(points: _Points) -> str:
    return "M " + " L ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _shape(points: _Points, ground: str) -> Shape:
    return Shape(f"{_path(points)} Z", ground, INK, _LINE)


def _line(points: _Points, width: float) -> Shape:
    return Shape(_path(points), None, INK, width)


def _circle(x: float, y: float, r: float, ground: str) -> Shape:
    h = r * _ROUND
    path = (
        f"M {x + r:g} {y:g} C {x + r:g} {y + h:.2f} {x + h:.2f} {y + r:g} {x:g} {y + r:g} "
        f"C {x - h:.2f} {y + r:g} {x - r:g} {y + h:.2f} {x - r:g} {y:g} "
        f"C {x - r:g} {y - h:.2f} {x - h:.2f} {y - r:g} {x:g} {y - r:g} "
        f"C {x + h:.2f} {y - r:g} {x + r:g} {y - h:.2f} {x + r:g} {y:g} Z"
    )
    return Shape(path, ground, INK, _LINE)
