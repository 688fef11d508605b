"""The matrix on paper: axes with their scale, four fields, discs with whiskers.

Owns the drawing in a box of millimetres. Must not know where the rest of the sheet stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import (
    ACTION,
    EDGE,
    GROUND,
    HAIRLINE,
    INK,
    SECOND_TEXT,
    STICKIES,
    TABLE_GROUND,
    TINT,
)
from servicedesign.tools.payoff.apart import Area, move_apart, radius_for
from servicedesign.tools.payoff.quadrants import HINTS, NAMES, PLACES, Quadrant, quadrant_of
from servicedesign.tools.payoff.scale import HIGHEST, LOWEST, value_of
from servicedesign.tools.payoff.sheet_data import IdeaData, Span

GAP: Final = 2.0
"""Between the fields, mm."""
_SMALL: Final = 200.0
"""A width in mm under which type and discs are those of A4."""
_MOST_WHISKERS: Final = 24
"""With more ideas than this the whiskers would hide each other; the table tells the spread."""
_FILLS: Final = {Quadrant.NOW: TINT, Quadrant.PLAN: TABLE_GROUND, Quadrant.ALONG: TABLE_GROUND}


@dataclass(frozen=True)
class Plot:
    """Where things lie on the matrix.

    Attributes:
        box: the four fields together.
        small: whether it is drawn in the sizes of A4.
    """

    box: Box
    small: bool

    @property
    def head(self) -> float:
        """Height of the line with the name of a field, mm."""
        return 10.0 if self.small else 14.0

    @property
    def radius(self) -> float:
        """Wanted radius of a disc, mm."""
        return 4.4 if self.small else 5.6

    def field(self, quadrant: Quadrant) -> Box:
        """Return the box of a field."""
        column, row = PLACES[quadrant]
        wide, tall = (self.box.width - GAP) / 2, (self.box.height - GAP) / 2
        return Box(self.box.x + column * (wide + GAP), self.box.y + row * (tall + GAP), wide, tall)

    def area(self) -> Area:
        """Return where discs may lie: under the names of the upper fields, over the lower ones."""
        return Area(
            self.box.x + 1,
            self.box.y + self.head,
            self.box.right - 1,
            self.box.bottom - self.head,
        )

    def x(self, feasibility: float) -> float:
        """Return where a value (0 to 1) lies from left to right."""
        inset = self.radius + 2
        return self.box.x + inset + feasibility * (self.box.width - 2 * inset)

    def y(self, impact: float) -> float:
        """Return where a value (0 to 1) lies from below upwards."""
        inset = self.head + self.radius
        return self.box.bottom - inset - impact * (self.box.height - 2 * inset)


def draw_matrix(
    page: Page, box: Box, ideas: Sequence[IdeaData], t: Translator, *, blank: bool
) -> None:
    """Draw axes, fields and, unless ``blank``, the ideas into ``box``, axes included."""
    small = box.width < _SMALL
    left, below = (12.5, 11.5) if small else (15.5, 15.5)
    plot = Plot(Box(box.x + left, box.y, box.width - left, box.height - below), small)
    for quadrant in Quadrant:
        _field(page, plot, quadrant, t, blank=blank)
    _across(page, plot, t)
    _upward(page, plot, box.x, t)
    if not blank:
        _ideas(page, plot, ideas)


# --- fields and axes ------------------------------------------------------------------------------


def _field(page: Page, plot: Plot, quadrant: Quadrant, t: Translator, *, blank: bool) -> None:
    box = plot.field(quadrant)
    fill = None if blank else _FILLS.get(quadrant)
    edge = EDGE if blank else None if fill else HAIRLINE
    page.rect(box.x, box.y, box.width, box.height, fill=fill, stroke=edge, line=0.5)
    now = quadrant is Quadrant.NOW
    if blank and now:
        page.rect(box.x, box.y, box.width, 1.5, fill=ACTION)
    name, hint = t(NAMES[quadrant]), t(HINTS[quadrant])
    wanted, below = (13.0, 9.5) if plot.small else (18.0, 11.0)
    pad = 3.0 if plot.small else 5.0
    room = box.width - 2 * pad
    size = fit_line(page, name, wanted, room, bold=True, least=8)
    under = not blank and PLACES[quadrant][1] == 1
    line = plot.head
    top = box.bottom - line if under else box.y + (1.0 if blank else 0.0)
    ink = ACTION if now else INK
    if _stacked(page, t, wanted, below, room):
        page.text(box.x + pad, top + 0.5, name, size, bold=True, colour=ink)
        said = fit_line(page, hint, below, room, least=6.5)
        page.text(box.x + pad, top + 0.8 + size / PT_PER_MM, hint, said, colour=SECOND_TEXT)
        return
    base = top + line / 2 + size * 0.36 / PT_PER_MM
    width = page.text(
        box.x + pad, base - size * 0.88 / PT_PER_MM, name, size, bold=True, colour=ink
    )
    page.text(
        box.x + pad + width + 3, base - below * 0.88 / PT_PER_MM, hint, below, colour=SECOND_TEXT
    )


def _stacked(page: Page, t: Translator, name: float, hint: float, room: float) -> bool:
    """Return whether the hints stand under the names: in all fields alike, rather than small."""
    return any(
        page.width(t(NAMES[one]), name, bold=True) + 3 + page.width(t(HINTS[one]), hint) > room
        for one in Quadrant
    )


def _across(page: Page, plot: Plot, t: Translator) -> None:
    box = plot.box
    y = box.bottom + (2.0 if plot.small else 2.6)
    page.line(box.x, y, box.right - 2, y, 0.8)
    page.shape([(box.right, y), (box.right - 3, y - 1.2), (box.right - 3, y + 1.2)], fill=INK)
    size, bold = (9.0, 10.0) if plot.small else (11.0, 13.0)
    digits = 8.0 if plot.small else 10.0
    for number in range(LOWEST, HIGHEST + 1):
        x = plot.x(value_of(number))
        page.line(x, y - 0.9, x, y + 0.9, 0.8)
        page.text(x, y + 1.6, str(number), digits, align="center")
    top = y + 1.8 + digits / PT_PER_MM + 0.4
    title = t("実現性（費用・人手・決まり）")
    ends = t("むずかしい"), t("すぐできる")
    shown = fit_line(page, title, bold, box.width * 0.5, bold=True, least=7)
    page.text(box.x + box.width / 2, top, title, shown, bold=True, align="center")
    room = (box.width - page.width(title, shown, bold=True)) / 2 - 3
    for words, x, align in ((ends[0], box.x, "left"), (ends[1], box.right, "right")):
        small = fit_line(page, words, size, room, least=6)
        page.text(x, top, words, small, colour=SECOND_TEXT, align=align)


def _upward(page: Page, plot: Plot, left: float, t: Translator) -> None:
    box = plot.box
    x = box.x - (2.0 if plot.small else 2.6)
    page.line(x, box.bottom, x, box.y + 2, 0.8)
    page.shape([(x, box.y), (x - 1.2, box.y + 3), (x + 1.2, box.y + 3)], fill=INK)
    digits = 8.0 if plot.small else 10.0
    for number in range(LOWEST, HIGHEST + 1):
        y = plot.y(value_of(number))
        page.line(x - 0.9, y, x + 0.9, y, 0.8)
        page.text(x - 1.6, y - digits / PT_PER_MM / 2, str(number), digits, align="right")
    size, bold = (9.0, 10.0) if plot.small else (11.0, 13.0)
    em = bold / PT_PER_MM
    middle = box.y + box.height / 2
    title = t("効果")
    ends = (t("大"), box.y + 0.4), (t("小"), box.bottom - size / PT_PER_MM - 0.4)
    room = x - 1 - left
    for words, y in ends:
        shown = fit_line(page, words, size, room, least=6)
        page.text(x - 2.0, y, words, shown, colour=SECOND_TEXT, align="right")
    if t.lang == "ja":
        for place, letter in enumerate(title):
            y = middle + (place - len(title) / 2) * em * 1.15
            page.text(left + em / 2, y, letter, bold, bold=True, align="center")
        return
    half = page.width(title, bold, bold=True) / 2
    with page.turned(left, middle + half):
        page.text(left, middle + half, title, bold, bold=True)


# --- ideas ----------------------------------------------------------------------------------------


def _ideas(page: Page, plot: Plot, ideas: Sequence[IdeaData]) -> None:
    placed = [one for one in ideas if one.placed]
    area = plot.area()
    radius = radius_for(len(placed), area, plot.radius, 2.6)
    places = [(plot.x(one.item.feasibility), plot.y(one.item.impact)) for one in placed]
    lie = move_apart(places, radius, area, gap=0.6)
    if len(placed) <= _MOST_WHISKERS:
        for one, place in zip(placed, places, strict=True):
            _whiskers(page, plot, one, place)
    for (x, y), (left, top) in zip(places, lie, strict=True):
        if hypot(left - x, top - y) > radius * 0.4:
            page.line(x, y, left, top, 0.5)
            page.circle(x, y, 0.7, fill=INK)
    for one, (x, y) in zip(placed, lie, strict=True):
        _disc(page, x, y, radius, one)


def _whiskers(page: Page, plot: Plot, one: IdeaData, place: tuple[float, float]) -> None:
    x, y = place

    def ends(span: Span | None) -> Span | None:
        return span if span is not None and span[1] > span[0] else None

    across, upward = ends(one.feasibility_span), ends(one.impact_span)
    if across is not None:
        page.line(plot.x(across[0]), y, plot.x(across[1]), y, 0.6, SECOND_TEXT)
    if upward is not None:
        page.line(x, plot.y(upward[0]), x, plot.y(upward[1]), 0.6, SECOND_TEXT)


def _disc(page: Page, x: float, y: float, radius: float, one: IdeaData) -> None:
    now = quadrant_of(one.item.impact, one.item.feasibility) is Quadrant.NOW
    fill = STICKIES.get(one.colour, GROUND)
    page.circle(x, y, radius, fill=fill, stroke=INK, line=1.5 if now else 0.6)
    wanted = radius * 2.3
    size = fit_line(page, one.mark, wanted, 1.65 * radius, bold=True, least=3)
    page.text(x, y - size * 0.5 / PT_PER_MM, one.mark, size, bold=True, align="center")
