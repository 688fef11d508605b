"""A flow as bands of lanes: as many columns as the page is wide, then the next band.

Owns the drawing of lanes, shapes and lines in mm. A line that leaves a band ends in a lettered
circle and goes on from the same letter. Must not know pages.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import ProcessStep, StepKind
from servicedesign.paper import marks
from servicedesign.paper.page import Page
from servicedesign.paper.textbox import Fitted, TextStyle, fit
from servicedesign.tokens import EDGE, GROUND, INK, SECOND_TEXT, TABLE_GROUND, TINT
from servicedesign.tools.amounts import grouped
from servicedesign.tools.proposal_process import Edge, Layout, Shape

_LANE: Final = 26.0
"""Width of the names of lanes, mm."""
_GAP: Final = 8.0
"""Between shapes of two columns, where lines turn."""
_BOX: Final = 10.0
"""Height of a task."""
_NOTE: Final = 4.0
"""Under a shape, for its minutes and fields."""
_GUTTER: Final = 3.6
"""Under that, where lines run."""
_PITCH: Final = _BOX + _NOTE + _GUTTER + 0.9
_LEAST_COLUMN: Final = 29.0
_MOST_COLUMN: Final = 44.0


@dataclass(frozen=True)
class Drawn:
    """How the words of a step find room in its shape."""

    page: Page
    width: float = _LEAST_COLUMN - _GAP

    def words(self, step: ProcessStep) -> Fitted:
        """Return the words of a step fitted to its shape."""
        task = step.kind is StepKind.TASK
        room = self.width - 2 if task else self.width + _GAP - 3
        style = TextStyle(9.5 if task else 8, 7, leading=1.2, balanced=True)
        return fit(self.page.book, step.title, room, _BOX - 1.4 if task else 6.6, style)

    def lane(self, name: str) -> Fitted:
        """Return the name of a lane fitted to its place."""
        style = TextStyle(9.5, 7, bold=True, leading=1.2, balanced=True)
        return fit(self.page.book, name, _LANE - 3, _PITCH - 4, style)

    def fits(self, step: ProcessStep) -> bool:
        """Tell whether no word of a step is left over."""
        return not self.words(step).rest and not self.lane(step.lane).rest


def draw_shape(page: Page, x: float, y: float, kind: StepKind, width: float, height: float) -> None:
    """Draw a BPMN shape around (x, y)."""
    if kind is StepKind.TASK:
        page.rect(
            x - width / 2, y - height / 2, width, height,
            fill=GROUND, stroke=INK, line=0.7, radius=1.2,
        )  # fmt: skip
        return
    r = height / 2
    if kind in (StepKind.START, StepKind.END):
        page.circle(x, y, r, fill=GROUND, stroke=INK, line=1.9 if kind is StepKind.END else 0.7)
        return
    page.shape([(x - r, y), (x, y - r), (x + r, y), (x, y + r)], fill=GROUND, stroke=INK, line=0.7)
    arm = r * 0.36
    if kind is StepKind.EXCLUSIVE:
        page.line(x - arm, y - arm, x + arm, y + arm, 1.1)
        page.line(x - arm, y + arm, x + arm, y - arm, 1.1)
    else:
        page.line(x - arm * 1.3, y, x + arm * 1.3, y, 1.1)
        page.line(x, y - arm * 1.3, x, y + arm * 1.3, 1.1)


def bands_of(page: Page, layout: Layout, numbers: Mapping[str, int], t: Translator) -> list[Band]:
    """Return the bands of a flow for the width of ``page``."""
    if not layout.columns:
        return []
    room = page.grid.text_width - _LANE - 6
    most = max(int(room / _LEAST_COLUMN), 1)
    count = math.ceil(layout.columns / most)
    each = math.ceil(layout.columns / count)
    column = min(max(room / each, _LEAST_COLUMN), _MOST_COLUMN)
    letters = _letters(layout, each)
    return [
        Band(layout, number * each, min((number + 1) * each, layout.columns), column, letters,
             numbers, page.grid.text_width, t)
        for number in range(count)
    ]  # fmt: skip


def _letters(layout: Layout, each: int) -> dict[tuple[str, str], str]:
    """Return a letter for every line that leads from one band to another."""
    at = {shape.step.id: shape.column // each for shape in layout.shapes}
    crossing = [edge for edge in layout.edges if at[edge.source] != at[edge.target]]
    found = {}
    for number, edge in enumerate(crossing):
        tail = str(number // 26) if number >= 26 else ""
        found[edge.source, edge.target] = chr(ord("A") + number % 26) + tail
    return found


@dataclass(frozen=True)
class Band:
    """Some columns of a flow with all its lanes that have a shape in them."""

    layout: Layout
    first: int
    end: int
    column: float
    letters: Mapping[tuple[str, str], str]
    numbers: Mapping[str, int]
    width: float
    t: Translator

    @property
    def _shapes(self) -> list[Shape]:
        return [s for s in self.layout.shapes if self.first <= s.column < self.end]

    @property
    def _rows(self) -> dict[int, int]:
        """Rows of the whole flow that are used here, by their place in the band."""
        used = sorted({shape.row for shape in self._shapes})
        return {row: number for number, row in enumerate(used)}

    @property
    def height(self) -> float:
        """Height in mm."""
        return len(self._rows) * _PITCH + 1

    def _x(self, shape: Shape) -> float:
        return _LANE + 4 + (shape.column - self.first + 0.5) * self.column

    def _y(self, shape: Shape) -> float:
        return self._rows[shape.row] * _PITCH + 1.8 + _BOX / 2

    def draw(self, page: Page) -> None:
        """Draw the band from the origin."""
        self._lanes(page)
        here = {shape.step.id: shape for shape in self._shapes}
        for number, edge in enumerate(self.layout.edges):
            source, target = here.get(edge.source), here.get(edge.target)
            if source and target:
                self._line(page, source, target, edge, number)
            elif source:
                self._leaving(page, source, edge)
            elif target:
                self._coming(page, target, edge)
        for shape in self._shapes:
            self._shape(page, shape)

    def _lanes(self, page: Page) -> None:
        rows, drawn = self._rows, Drawn(page)
        for lane in self.layout.lanes:
            inside = [rows[row] for row in range(lane.row, lane.row + lane.rows) if row in rows]
            if not inside:
                continue
            top, high = min(inside) * _PITCH, len(inside) * _PITCH
            page.rect(0, top, _LANE, high, fill=TABLE_GROUND)
            page.rect(0, top, self.width, high, stroke=EDGE, line=0.4)
            words = drawn.lane(lane.name)
            words.draw(page, 1.5, top + (high - words.height) / 2)

    def _half(self, shape: Shape) -> float:
        if shape.step.kind is StepKind.TASK:
            return (self.column - _GAP) / 2
        return _BOX / 2 if shape.step.kind in _GATES else 3.2

    def _line(self, page: Page, source: Shape, target: Shape, edge: Edge, number: int) -> None:
        """Draw a line: straight across one gap, else through the gutter under its row."""
        x1, y1 = self._x(source) + self._half(source), self._y(source)
        x2, y2 = self._x(target) - self._half(target), self._y(target)
        if target.column == source.column + 1 and not edge.back:
            turn = self._x(target) - self.column / 2
            points = [(x1, y1), (turn, y1), (turn, y2)] if abs(y1 - y2) > 0.1 else [(x1, y1)]
        else:
            shift = (number % 4) * 0.8
            out, into = x1 + 1.4 + shift, self._x(target) - self.column / 2 - shift
            low = self._y(source) + _BOX / 2 + _NOTE + 0.6 + shift
            points = [(x1, y1), (out, y1), (out, low), (into, low), (into, y2)]
        self._strokes(page, points)
        marks.arrow(page, points[-1][0], y2, x2, y2, line=0.6)

    def _strokes(self, page: Page, points: list[tuple[float, float]]) -> None:
        for one, other in itertools.pairwise(points):
            page.line(*one, *other, 0.6)

    def _letter(self, page: Page, x: float, y: float, edge: Edge) -> None:
        page.circle(x, y, 1.9, fill=TINT, stroke=INK, line=0.5)
        letter = self.letters[edge.source, edge.target]
        page.text(x, y - 1.35, letter, 7.5 if len(letter) == 1 else 5.5, align="center")

    def _place(self, shape: Shape, edge: Edge, *, leaving: bool) -> float:
        """Return how far under the middle the letter stands, so that several stand apart."""
        same = [
            one for one in self.letters
            if (one[0] if leaving else one[1]) == shape.step.id
        ]  # fmt: skip
        return min(same.index((edge.source, edge.target)) * 4.2, _BOX)

    def _leaving(self, page: Page, source: Shape, edge: Edge) -> None:
        x, y = self._x(source) + self._half(source), self._y(source)
        drop = self._place(source, edge, leaving=True)
        page.line(x, y, x + 1.6, y + drop, 0.6)
        self._letter(page, x + 2.2, y + drop, edge)

    def _coming(self, page: Page, target: Shape, edge: Edge) -> None:
        x, y = self._x(target) - self._half(target), self._y(target)
        drop = self._place(target, edge, leaving=False)
        page.line(x - 2, y + drop, x, y, 0.6)
        self._letter(page, x - 2.6, y + drop, edge)

    def _shape(self, page: Page, shape: Shape) -> None:
        step, x, y = shape.step, self._x(shape), self._y(shape)
        task, gate = step.kind is StepKind.TASK, step.kind in _GATES
        high = _BOX if task or gate else 6.4
        draw_shape(page, x, y, step.kind, 2 * self._half(shape), high)
        words = Drawn(page, self.column - _GAP).words(step)
        if words.rest:
            number = str(self.numbers[step.id])
            page.text(x, y - 1.8 if task else y + high / 2 + 0.4, number, 10, align="center")
        elif task:
            words.draw(page, x - 30, y - words.height / 2, align="center", width=60)
        else:
            under = y + high / 2 + 0.5
            words.draw(page, x - 30, under, align="center", width=60)
        note = [self.t("{n}分", n=grouped(step.minutes))] if step.minutes is not None else []
        note += [self.t("{n}欄", n=step.form_fields)] if step.form_fields is not None else []
        self._note(page, x, y + _BOX / 2 + 0.7, note)

    def _note(self, page: Page, x: float, y: float, note: list[str]) -> None:
        if note:
            page.text(x, y, self.t("・").join(note), 7.5, colour=SECOND_TEXT, align="center")


_GATES: Final = (StepKind.EXCLUSIVE, StepKind.PARALLEL)
