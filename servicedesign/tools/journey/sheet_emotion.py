"""The lane of feelings: curve, faces and reasons, as-is beneath to-be where both are known.

Owns the lane's drawing for the columns of one page. Must not know other lanes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import EvidenceLevel, LaneKind
from servicedesign.paper.curve import CurvePlot, Feeling
from servicedesign.paper.faces import emotion
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.reasons import BLOCKED, Anchor, Places, along
from servicedesign.paper.smooth import monotone
from servicedesign.paper.textbox import Fitted, TextStyle, lay
from servicedesign.tokens import GROUND, PAIN_BAND
from servicedesign.tools.journey.sheet_data import Card, Column, LaneRow
from servicedesign.tools.journey.sheet_desk import Desk

SCALE_FACE: Final = 2.6
"""Radius of the faces at the scale, mm."""
_SCALE: Final = 15.5
"""From the left edge of the upper face at the scale to the columns, mm, with a gap."""
_LOWEST_STEP: Final = 2.5
"""Smallest distance of two levels, mm."""
LOW: Final = -1.5
"""A column at this level or below stands in a light band."""
_MOST_LINES: Final = 3
_LONG: Final = 60
"""A reason of more characters is printed in a row under the curve."""


@dataclass(frozen=True, slots=True)
class Span:
    """The columns of a page: the first one, how many, where they begin and how wide each is."""

    first: int
    count: int
    x: float
    width: float

    def left(self, column: float) -> float:
        """Return the x of the left edge of a column (or of a place within one)."""
        return self.x + (column - self.first) * self.width

    def holds(self, x: float) -> bool:
        """Return whether ``x`` lies in the columns of this page."""
        return self.x - 0.01 <= x < self.x + self.count * self.width - 0.01


def feelings_of(lane: LaneRow, span: Span) -> list[Feeling]:
    """Return the feelings of all columns; several in one column stand side by side."""
    found = []
    for index, cards in enumerate(lane.cells):
        rated = [card for card in cards if card.emotion is not None]
        for place, card in enumerate(rated):
            x = span.left(index + (place + 0.5) / len(rated))
            found.append(Feeling(x, card.emotion, card.text))
    return found


def feelings_before(columns: Sequence[Column], span: Span) -> list[Feeling]:
    """Return what was felt at the same places of the as-is map."""
    return [
        Feeling(span.left(index + 0.5), column.before, column.before_reason)
        for index, column in enumerate(columns)
        if column.before is not None
    ]


def _style(desk: Desk, *, bold: bool = True) -> TextStyle:
    return TextStyle(desk.size.mark, desk.size.mark, bold, 1.25, balanced=True, relaxed=True)


def words(desk: Desk, text: str, width: float, *, bold: bool = True) -> Fitted:
    """Return a reason laid out in lines of about equal length."""
    return lay(desk.book, text, width, _style(desk, bold=bold))


def needs_row(desk: Desk, lane: LaneRow, width: float) -> bool:
    """Return whether the reasons are too long or too many to stand at the curve."""
    room = width * 1.05 - 2
    for cards in lane.cells:
        told = [card for card in cards if card.text]
        if len(told) > 1:
            return True
        for card in told:
            if card.emotion is None or card.picture or len(card.text) > _LONG:
                return True
            shown = words(desk, card.text, room)
            if len(shown.lines) > _MOST_LINES or shown.width > room:
                return True
    return False


def proof_of(lane: LaneRow, title: str) -> LaneRow | None:
    """Return squares and codes of the feelings as a row, or None where nothing is founded."""
    cells = tuple(
        tuple(
            Card(evidence=card.evidence, references=card.references)
            for card in cards
            if card.references or card.evidence is not EvidenceLevel.NONE
        )
        for cards in lane.cells
    )
    return LaneRow(kind=LaneKind.CUSTOM, title=title, cells=cells) if any(cells) else None


def without_feelings(lane: LaneRow, title: str) -> LaneRow:
    """Return the reasons of a lane of feelings as a row of words."""
    cells = tuple(
        tuple(replace(card, emotion=None) for card in cards if card.text or card.picture)
        for cards in lane.cells
    )
    return LaneRow(kind=LaneKind.CUSTOM, title=title, cells=cells)


@dataclass(frozen=True, slots=True)
class EmotionLane:
    """One lane of feelings as it is drawn.

    Attributes:
        desk: what it is drawn with.
        lane: its cards.
        columns: all columns of the map.
        compared: whether the as-is feelings lie beneath.
        spoken: whether the reasons stand at the curve.
        title: width and height of the lane's name in mm, which stands over the scale.
    """

    desk: Desk
    lane: LaneRow
    columns: Sequence[Column]
    compared: bool
    spoken: bool
    title: tuple[float, float] = (0.0, 0.0)

    def draw(self, page: Page, box: Box, span: Span) -> None:
        """Draw the columns of ``span`` into ``box``, which begins right of the lane's name."""
        plot = self._plot(box)
        now = feelings_of(self.lane, span)
        before = feelings_before(self.columns, span) if self.compared else []
        across = Box(span.left(0), plot.box.y, len(self.columns) * span.width, plot.box.height)
        whole = replace(plot, box=across)
        if self.compared:
            with page.clipped(box.x, box.y, box.width, box.height):
                whole.gain(page, before, now)
        plot.grid(page)
        written = self._words(box, whole, before, now, span)
        for place, _ in written:
            low = self._low(place, span)
            page.rect(place.x - 0.5, place.y - 0.2, place.width + 1, place.height + 0.4,
                      fill=PAIN_BAND if low else GROUND)  # fmt: skip
        with page.clipped(box.x, box.y, box.width, box.height):
            whole.line(page, before)
            whole.line(page, now, to_be=self.compared)
        self._arrows(page, plot, before, now, span)
        self._faces(page, plot, before, now, span)
        for place, shown in written:
            shown.draw(page, place.x, place.y, align="center", width=place.width)

    def _low(self, place: Box, span: Span) -> bool:
        """Return whether a place lies in the band of a column that is felt as −2."""
        index = int((place.x + place.width / 2 - span.left(0)) / span.width)
        return 0 <= index < len(self.lane.cells) and is_low(self.lane, index)

    @property
    def least(self) -> float:
        """Smallest height in mm; two faces one level apart must not cover each other."""
        if not self.compared:
            return self.desk.size.emotion_least + self.drop
        return 4 * (2 * self.desk.size.face + 1.5) + 2 * self._pad + self.drop

    @property
    def low(self) -> float:
        """Height in mm under which the curve can no longer be read."""
        return self.least if self.compared else 2 * self._pad + 4 * _LOWEST_STEP + self.drop

    @property
    def drop(self) -> float:
        """Mm by which the scale stands lower so that a long name does not run into its faces."""
        wide, tall = self.title
        if wide <= self.desk.size.label - _SCALE:
            return 0.0
        return max(2.0 + tall + 0.8 - (self._pad - SCALE_FACE), 0.0)

    @property
    def wanted(self) -> float:
        """Height in mm that the lane takes where there is room."""
        return max(self.desk.size.emotion + self.drop, self.least)

    @property
    def _pad(self) -> float:
        return self.desk.size.face + (7.0 if self.spoken else 2.2)

    def _plot(self, box: Box) -> CurvePlot:
        box = Box(box.x, box.y + self.drop, box.width, box.height - self.drop)
        return CurvePlot(box, pad=min(self._pad, box.height * 0.3), scale_x=box.x - 2.4)

    def _arrows(
        self,
        page: Page,
        plot: CurvePlot,
        before: Sequence[Feeling],
        now: Sequence[Feeling],
        span: Span,
    ) -> None:
        places = {round(one.x, 1): one for one in before}
        pairs = [(places[round(new.x, 1)], new) for new in now
                 if round(new.x, 1) in places and span.holds(new.x)]  # fmt: skip
        plot.arrows(page, [old for old, _ in pairs], [new for _, new in pairs], self.desk.size.face)

    def _faces(
        self,
        page: Page,
        plot: CurvePlot,
        before: Sequence[Feeling],
        now: Sequence[Feeling],
        span: Span,
    ) -> None:
        for to_be, feelings in ((False, before), (self.compared, now)):
            for one in feelings:
                if one.level is not None and span.holds(one.x):
                    emotion(page, one.x, plot.y(one.level), round(one.level), self.desk.size.face,
                            to_be=to_be)  # fmt: skip

    def _words(
        self,
        box: Box,
        plot: CurvePlot,
        before: Sequence[Feeling],
        now: Sequence[Feeling],
        span: Span,
    ) -> list[tuple[Box, Fitted]]:
        """Return the reasons with their places; as-is ones only where there is room for them."""
        curves = [p for one in (before, now) if one for p in self._samples(plot, one)]
        r = self.desk.size.face + (0.9 if self.compared else 0)
        faces = [(f.x, plot.y(f.level), r) for f in (*before, *now) if f.level is not None]
        places = Places(box, curves, faces)
        written = []
        if self.spoken:
            for index, one in enumerate(now):
                if one.reason and span.holds(one.x):
                    above = self.compared or rises(now, index)
                    anchor = self._anchor(plot, one, span, above, r)
                    written.append((places.take(anchor)[0], anchor.words))
        for one in before:
            if one.reason and span.holds(one.x) and len(one.reason) <= _LONG:
                anchor = self._anchor(plot, one, span, False, r, bold=False)
                if len(anchor.words.lines) <= 2 and places.find(anchor)[1] < BLOCKED / 4:
                    written.append((places.take(anchor)[0], anchor.words))
        return written

    def _samples(self, plot: CurvePlot, feelings: Sequence[Feeling]) -> list[tuple[float, float]]:
        points = plot.points(feelings)
        return along(points, monotone(points))

    def _anchor(
        self,
        plot: CurvePlot,
        one: Feeling,
        span: Span,
        above: bool,
        radius: float,
        *,
        bold: bool = True,
    ) -> Anchor:
        shown = words(self.desk, one.reason, span.width * 1.05 - 2, bold=bold)
        return Anchor(one.x, plot.y(one.level or 0), radius, shown, above)


def rises(feelings: Sequence[Feeling], index: int) -> bool:
    """Return whether a reason stands above its face: on a rise or peak; in a dip it is below."""
    here = feelings[index].level or 0
    sides = [feelings[i].level or 0 for i in (index - 1, index + 1) if 0 <= i < len(feelings)]
    if any(level > here for level in sides):
        return False
    return here >= 0 if all(level == here for level in sides) else True


def is_low(lane: LaneRow, index: int) -> bool:
    """Return whether a column is felt as −2."""
    levels = [card.emotion for card in lane.cells[index] if card.emotion is not None]
    return bool(levels) and min(levels) <= LOW


def draw_bands(page: Page, lane: LaneRow, box: Box, span: Span) -> None:
    """Draw the light band behind each column of this page that is felt as −2."""
    for index in range(span.first, min(span.first + span.count, len(lane.cells))):
        if is_low(lane, index):
            page.rect(span.left(index), box.y, span.width, box.height, fill=PAIN_BAND)
