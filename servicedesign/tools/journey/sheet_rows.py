"""The lanes of a map as rows: how high each wants to be, and how it is drawn.

Owns names of lanes, cells and the lane of feelings as rows of one map. Must not decide which rows
go on which page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import LaneKind
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TIGHT, TextStyle, lay
from servicedesign.tokens import HAIRLINE, INK, SECOND_TEXT
from servicedesign.tools.journey.presets import LANE_NOTES, LANE_TITLES
from servicedesign.tools.journey.sheet_cards import Slot, draw_stack, stack_height, stack_least
from servicedesign.tools.journey.sheet_data import LaneRow, MapData
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_emotion import (
    EmotionLane,
    Span,
    draw_bands,
    needs_row,
    proof_of,
    without_feelings,
)

_LOWEST: Final = 9.0
"""Smallest height of a row, mm."""
_LABEL_MOST: Final = 30.0
"""Greatest height that a lane's name asks for, mm."""


def lane_title(desk: Desk, lane: LaneRow) -> str:
    """Return the name of a lane: its own, or that of its kind in the reader's language."""
    preset = LANE_TITLES[lane.kind]
    return desk.t(preset) if lane.title in {"", preset} else lane.title


def label_style(desk: Desk, title: str) -> TextStyle:
    """Return the style of a lane's name, smaller where a long word would else be broken."""
    size, room = desk.size.name, desk.size.label - 2
    longest = max((part for part in title[:200].split() if part.isascii()), key=len, default="")
    wide = desk.doc.pages[-1].width(longest, size, bold=True)
    if wide > room:
        size = max(int(size * room / wide * 4) / 4, desk.size.least)
    return TextStyle(size, desk.size.least, True, TIGHT, relaxed=True)


@dataclass
class Row:
    """One lane.

    Attributes:
        desk: what it is drawn with.
        lane: its cards.
        title: its name.
        note: in grey under the name.
        slots: cards by column; empty for a lane of feelings.
        emotion: the lane of feelings, or None.
    """

    desk: Desk
    lane: LaneRow
    title: str
    note: str = ""
    slots: Sequence[Sequence[Slot]] = ()
    emotion: EmotionLane | None = None
    _known: dict[float, float] = field(default_factory=dict)

    @property
    def strong(self) -> bool:
        """Whether a section rule stands over it: feelings and pain are the middle of the map."""
        return self.lane.kind in {LaneKind.EMOTION, LaneKind.PAIN_POINT, LaneKind.SOLUTION}

    def _label(self) -> float:
        style = self._label_style()
        width = self.desk.size.label - 2
        tall = lay(self.desk.book, self.title[:200], width, style).height
        if self.note:
            tall += self.desk.size.when * 0.5
        return min(tall + 4, _LABEL_MOST)

    def _label_style(self) -> TextStyle:
        return label_style(self.desk, self.title)

    def height(self, size: float) -> float:
        """Return the height in mm that it wants with words of ``size`` pt; may be infinite."""
        if size not in self._known:
            cells = max((stack_height(stack, size) for stack in self.slots), default=0.0)
            lowest = self.emotion.least if self.emotion else _LOWEST
            self._known[size] = max(cells, self._label(), lowest)
        return self._known[size]

    def least(self, size: float) -> float:
        """Return the smallest height in mm at which every card can begin."""
        if self.emotion:
            return self.emotion.least
        cells = max((stack_least(stack, size) for stack in self.slots), default=0.0)
        return max(cells, self._label(), _LOWEST)

    def draw(self, page: Page, box: Box, span: Span, size: float) -> None:
        """Draw the columns of ``span``; ``box`` spans the whole width of the map."""
        self._draw_label(page, box)
        inner = Box(span.x, box.y, span.count * span.width, box.height)
        if self.emotion:
            self.emotion.draw(page, inner, span)
            return
        self._dividers(page, inner, span)
        filled = any(self.slots)
        for index in range(span.first, span.first + span.count):
            stack = self.slots[index] if index < len(self.slots) else ()
            place = Box(span.left(index), box.y, span.width, box.height)
            if stack:
                draw_stack(page, place, stack, size)
            elif filled and self.lane.kind is LaneKind.PAIN_POINT:
                self._none(page, place)

    def _draw_label(self, page: Page, box: Box) -> None:
        width = self.desk.size.label - 2
        tall = box.height - 3 - (4 if self.note else 0)
        if self.emotion:
            tall = min(tall, _LABEL_MOST - 3.9)
        room = Box(box.x, box.y + 2.0, width, tall)
        shown = self.desk.more.text(page, room, Label(self.title[:60]), self.title,
                                    self._label_style(), once=f"lane:{self.title}")  # fmt: skip
        if self.note:
            page.text(box.x, room.y + shown.height + 0.7, self.note, self.desk.size.when,
                      colour=SECOND_TEXT)  # fmt: skip

    def _dividers(self, page: Page, box: Box, span: Span) -> None:
        for place in range(span.count):
            x = box.x + place * span.width
            page.line(x, box.y + 1.6, x, box.bottom - 1.6, 0.25, HAIRLINE)

    def _none(self, page: Page, box: Box) -> None:
        size, word = self.desk.size.mark, self.desk.t.context("map", "なし")
        x, y = box.x + box.width / 2, box.y + box.height / 2 - size * 0.18
        page.text(x, y, word, size, colour=SECOND_TEXT, align="center")


def build_rows(desk: Desk, data: MapData, width: float) -> list[Row]:
    """Return the rows of a map for columns of ``width`` mm."""
    rows = []
    for lane in data.lanes:
        title = lane_title(desk, lane)
        if lane.kind is LaneKind.EMOTION:
            spoken = not needs_row(desk, lane, width)
            named = lay(desk.book, title[:200], desk.size.label - 2, label_style(desk, title))
            room = named.width, min(named.height, _LABEL_MOST - 4)
            drawn = EmotionLane(desk, lane, data.columns, data.compared, spoken, room)
            rows.append(Row(desk, lane, title, emotion=drawn))
            if spoken:
                told = proof_of(lane, desk.t("感情の根拠"))
            else:
                told = without_feelings(lane, desk.t("感情の理由"))
            if told is not None:
                rows.append(Row(desk, told, told.title, slots=_slots(desk, data, told, width)))
            continue
        note = LANE_NOTES.get(lane.kind, "")
        usual = {"", LANE_TITLES[lane.kind], desk.t(LANE_TITLES[lane.kind])}
        shown = desk.t(note) if note and lane.title in usual else ""
        shown = desk.t("（現状）") if lane.borrowed else shown
        rows.append(Row(desk, lane, title, shown, _slots(desk, data, lane, width)))
    return rows


def _slots(desk: Desk, data: MapData, lane: LaneRow, width: float) -> list[list[Slot]]:
    title = lane_title(desk, lane)[:40]
    found = []
    for index, cards in enumerate(lane.cells):
        phase = data.columns[index].phase if index < len(data.columns) else 0
        label = Label(f"{title}・{phase + 1}")
        found.append([Slot(desk, card, lane.kind, width, label) for card in cards])
    return found


def draw_row_bands(page: Page, rows: Sequence[Row], tops: Sequence[Box], span: Span) -> None:
    """Draw the −2 bands behind a lane of feelings and the lane of pain right after it."""
    for index, (row, box) in enumerate(zip(rows, tops, strict=True)):
        if not row.emotion:
            continue
        bottom = box.bottom
        following = index + 1
        if following < len(rows) and rows[following].lane.kind is LaneKind.PAIN_POINT:
            bottom = tops[following].bottom
        draw_bands(page, row.lane, Box(box.x, box.y, box.width, bottom - box.y), span)


def draw_rules(page: Page, rows: Sequence[Row], tops: Sequence[Box]) -> None:
    """Draw the rules over the rows and under the last one."""
    for index, (row, box) in enumerate(zip(rows, tops, strict=True)):
        after = index > 0 and rows[index - 1].strong
        weight = 0.75 if index == 0 or row.strong or after else 0.35
        page.line(box.x, box.y, box.right, box.y, weight, INK if weight > 0.5 else SECOND_TEXT)
    if tops:
        page.line(tops[-1].x, tops[-1].bottom, tops[-1].right, tops[-1].bottom, 0.75)
