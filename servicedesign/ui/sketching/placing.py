"""Figures in a sketch: put in, moved, scaled, turned round, brought forward, taken out.

Owns this arithmetic, in the units of a sketch. Must not know Qt.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.model import FigurePlacement, ProjectError, Sketch
from servicedesign.model.drawing import Drawing, FigureLibrary, Placement, placed_box

MOST_FIGURES: Final = 60
"""Figures in one sketch."""
LEAST_SCALE: Final = 0.08
MOST_SCALE: Final = 6.0
_USUAL: Final = 0.74
"""Scale of a figure that is put in: an adult is then 118 units high, half a frame."""
_FRAME: Final = 400.0
_ACROSS: Final = (0.5, 0.72, 0.28, 0.62, 0.38, 0.82, 0.18)
"""Where figures stand that are put in one after the other, as shares of the width."""

Box4 = tuple[float, float, float, float]
"""Left, top, width, height."""


def figure_of(library: FigureLibrary, placement: FigurePlacement) -> Drawing | None:
    """Return the drawing of a figure; None for one that this program does not know."""
    try:
        return library.figure(placement.figure)
    except ProjectError:
        return None


def box_of(library: FigureLibrary, placement: FigurePlacement) -> Box4:
    """Return left, top, width and height that a figure takes; nothing for an unknown one."""
    drawing = figure_of(library, placement)
    if drawing is None:
        return placement.x, placement.y, 0.0, 0.0
    return placed_box(as_placement(placement), drawing)


def as_placement(figure: FigurePlacement) -> Placement:
    """Return the record as the model's drawings know it."""
    return Placement(
        figure=figure.figure,
        x=figure.x,
        y=figure.y,
        scale=figure.scale,
        flip=figure.flip,
        text=figure.text,
    )


def takes_words(library: FigureLibrary, placement: FigurePlacement) -> bool:
    """Tell whether a figure has room for words of its own, as a speech bubble has."""
    drawing = figure_of(library, placement)
    return drawing is not None and any(not label.text for label in drawing.labels)


def figure_at(library: FigureLibrary, sketch: Sketch, x: float, y: float) -> int:
    """Return the number of the topmost figure at a place, or -1."""
    for number in range(len(sketch.figures) - 1, -1, -1):
        left, top, width, height = box_of(library, sketch.figures[number])
        if left <= x <= left + width and top <= y <= top + height:
            return number
    return -1


def with_new(sketch: Sketch, library: FigureLibrary, figure_id: str) -> Sketch:
    """Return ``sketch`` with one more figure in front, in the middle and well inside."""
    drawing = library.figure(figure_id)
    room = min(0.9 * sketch.width / drawing.width, 0.85 * sketch.height / drawing.height)
    scale = max(LEAST_SCALE, min(_USUAL * sketch.width / _FRAME, room))
    x = sketch.width * _ACROSS[len(sketch.figures) % len(_ACROSS)]
    rest = sketch.height - drawing.height * scale
    y = sketch.height - max(0.0, min(rest / 2, 0.06 * sketch.height))
    placed = FigurePlacement(figure=figure_id, x=round(x, 1), y=round(y, 1), scale=round(scale, 3))
    return replace(sketch, figures=(*sketch.figures, placed))


def moved(sketch: Sketch, number: int, dx: float, dy: float) -> Sketch:
    """Return ``sketch`` with a figure moved; some of it always stays inside."""
    figure = sketch.figures[number]
    x = min(sketch.width, max(0.0, figure.x + dx))
    y = min(sketch.height * 1.6, max(8.0, figure.y + dy))
    return with_figure(sketch, number, replace(figure, x=round(x, 2), y=round(y, 2)))


def scaled(sketch: Sketch, number: int, scale: float) -> Sketch:
    """Return ``sketch`` with a figure at ``scale``; its feet stay where they are."""
    kept = min(MOST_SCALE, max(LEAST_SCALE, scale))
    return with_figure(sketch, number, replace(sketch.figures[number], scale=round(kept, 3)))


def flipped(sketch: Sketch, number: int) -> Sketch:
    """Return ``sketch`` with a figure looking the other way."""
    figure = sketch.figures[number]
    return with_figure(sketch, number, replace(figure, flip=not figure.flip))


def worded(sketch: Sketch, number: int, text: str) -> Sketch:
    """Return ``sketch`` with other words on a figure."""
    return with_figure(sketch, number, replace(sketch.figures[number], text=text))


def with_figure(sketch: Sketch, number: int, figure: FigurePlacement) -> Sketch:
    """Return ``sketch`` with another figure in the place of one."""
    figures = list(sketch.figures)
    figures[number] = figure
    return replace(sketch, figures=tuple(figures))


def without(sketch: Sketch, number: int) -> Sketch:
    """Return ``sketch`` without a figure."""
    figures = sketch.figures[:number] + sketch.figures[number + 1 :]
    return replace(sketch, figures=figures)


def brought(sketch: Sketch, number: int, step: int) -> tuple[Sketch, int]:
    """Return ``sketch`` with a figure one further to the front or back, and its new number."""
    goal = min(len(sketch.figures) - 1, max(0, number + step))
    figures = list(sketch.figures)
    figures.insert(goal, figures.pop(number))
    return replace(sketch, figures=tuple(figures)), goal
