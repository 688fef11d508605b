"""The lanes of an empty map: their names, a question that helps, lines to write on.

Owns how high they are, which stand on a page, and their drawing. Must not know phases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.model import LaneKind
from servicedesign.model.message import N_
from servicedesign.paper import marks
from servicedesign.paper.curve import CurvePlot
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.paper.textbox import TIGHT, TextStyle, lay
from servicedesign.tokens import EDGE, HAIRLINE, INK, SECOND_TEXT
from servicedesign.tools.journey.presets import LANE_NOTES
from servicedesign.tools.journey.sheet_data import LaneRow, MapData
from servicedesign.tools.journey.sheet_desk import Desk, is_wall
from servicedesign.tools.journey.sheet_emotion import Span
from servicedesign.tools.journey.sheet_rows import label_style, lane_title

STICKY: Final = 78.0
"""Room for a sticky note of 75 mm, mm of paper."""
_LINE: Final = {"A3": 14.6, "A4": 9.2}
"""Distance of two lines to write on: for a marker, and for a pen, mm of the layout."""
_LEAST: Final = {"A3": 24.0, "A4": 15.6}
"""Smallest height of a lane to write in, mm of the layout."""
_FEELINGS: Final = {"A3": 40.0, "A4": 27.0}
"""Smallest height of the lane of feelings, mm of the layout."""
_SPARED: Final = (LaneKind.BACKSTAGE, LaneKind.OPPORTUNITY)
"""Lanes of a preset that make room for the others where there is too little, in this order."""
_BRIEF: Final = {LaneKind.TOUCHPOINT, LaneKind.DURATION}
_SHORT: Final = 0.7
"""A place or a time is one line: these lanes are lower by this factor."""
_CLOSE: Final = 0.9
"""Lanes are made lower by up to this factor before they go on a further page."""
_CLOSEST: Final = 0.8
"""The same where all then stand on one page: a cell takes one line of a marker."""
_SHARES: Final = {LaneKind.EMOTION: 1.7, LaneKind.ACTION: 1.1}
"""How much of what is left over a lane takes; others take 1."""
PROMPTS: Final = {
    LaneKind.TOUCHPOINT: N_("どこで、だれと、何を見て？"),
    LaneKind.ACTION: N_("何をした？ うまくいった？"),
    LaneKind.THOUGHT: N_("心の中の声を「」で"),
    LaneKind.PAIN_POINT: N_("困ったこと。番号をふる"),
    LaneKind.BACKSTAGE: N_("見えない所で、だれが何を？"),
    LaneKind.OPPORTUNITY: N_("ここを、どう変えられる？"),
    LaneKind.DURATION: N_("どのくらいかかった？"),
    LaneKind.SOLUTION: N_("案の番号と、ひとこと"),
}
"""A question that helps, in grey under the name of a lane."""


@dataclass(frozen=True, slots=True)
class BlankLane:
    """A lane with its height in mm."""

    lane: LaneRow
    height: float


def blank_groups(desk: Desk, data: MapData, room: float, *, own: bool) -> list[list[BlankLane]]:
    """Return the lanes of each page of ``room`` mm.

    Args:
        desk: what it is drawn with.
        data: the map; its lanes are empty.
        room: height for lanes on a page.
        own: whether the lanes are the project's: then none is left out.
    """
    grid = desk.doc.grid
    lanes = list(data.lanes)
    for spared in () if own else _SPARED:
        if sum(_least(one, grid) for one in lanes) > room:
            lanes = [one for one in lanes if one.kind is not spared]
    groups = _even_groups(lanes, room, grid) if own else [lanes]
    return [_shared(group, room, grid) for group in groups]


def _even_groups(lanes: Sequence[LaneRow], room: float, grid: Grid) -> list[list[LaneRow]]:
    """Return the lanes on as few pages as can be, about as many on each."""
    found = _greedy(lanes, room / _CLOSE, grid)
    if len(found) > 1 and not is_wall(grid):
        closer = _greedy(lanes, room / _CLOSEST, grid)
        found = closer if len(closer) == 1 else found
    limit = room / _CLOSE
    while len(found) > 1 and limit > room / 2:
        limit *= 0.95
        tried = _greedy(lanes, limit, grid)
        if len(tried) > len(found):
            break
        found = tried
    return found


def _greedy(lanes: Sequence[LaneRow], limit: float, grid: Grid) -> list[list[LaneRow]]:
    groups: list[list[LaneRow]] = [[]]
    for lane in lanes:
        taken = sum(_least(one, grid) for one in (*groups[-1], lane))
        if groups[-1] and taken > limit:
            groups.append([])
        groups[-1].append(lane)
    return groups


def _least(lane: LaneRow, grid: Grid) -> float:
    if lane.kind is LaneKind.EMOTION:
        return _FEELINGS[grid.layout]
    if is_wall(grid):
        return STICKY / grid.scale
    return _LEAST[grid.layout] * (_SHORT if lane.kind in _BRIEF else 1.0)


def _shared(lanes: Sequence[LaneRow], room: float, grid: Grid) -> list[BlankLane]:
    """Return the lanes with what is left over shared among them."""
    least = [_least(one, grid) for one in lanes]
    shares = [_SHARES.get(one.kind, 1.0) for one in lanes]
    spare = room - sum(least)
    if spare < 0:
        return _squeezed(lanes, least, room)
    return [
        BlankLane(one, tall + spare * share / sum(shares))
        for one, tall, share in zip(lanes, least, shares, strict=True)
    ]


def _squeezed(lanes: Sequence[LaneRow], least: Sequence[float], room: float) -> list[BlankLane]:
    """Return lanes lower than their least height; the grid for feelings gives up least."""
    by = max(room / sum(least), _CLOSE)
    curves = sum(tall for one, tall in zip(lanes, least, strict=True)
                 if one.kind is LaneKind.EMOTION)  # fmt: skip
    others = sum(least) - curves
    rest = (room - curves * by) / others if others else 0.0
    return [
        BlankLane(one, tall * (by if one.kind is LaneKind.EMOTION and others else rest or by))
        for one, tall in zip(lanes, least, strict=True)
    ]


def draw_lanes(page: Page, desk: Desk, room: Box, lanes: Sequence[BlankLane], span: Span) -> None:
    """Draw the lanes of a page from the top of ``room`` down."""
    y = room.y
    for place, one in enumerate(lanes):
        strong = place == 0 or one.lane.kind in {LaneKind.EMOTION, LaneKind.PAIN_POINT}
        after = place and lanes[place - 1].lane.kind in {LaneKind.EMOTION, LaneKind.PAIN_POINT}
        heavy = bool(strong or after)
        page.line(room.x, y, room.right, y, 0.75 if heavy else 0.35,
                  INK if heavy else SECOND_TEXT)  # fmt: skip
        _lane(page, desk, Box(room.x, y, room.width, one.height), one.lane, span)
        y += one.height
    page.line(room.x, y, room.right, y, 0.75)


def _lane(page: Page, desk: Desk, box: Box, lane: LaneRow, span: Span) -> None:
    y = _name(page, desk, box, lane)
    inner = Box(span.x, box.y, span.count * span.width, box.height)
    if lane.kind is LaneKind.EMOTION:
        top = max(y + 0.4, box.y + 2)
        lower = Box(inner.x, top, inner.width, box.bottom - top)
        CurvePlot(lower, pad=max(box.height * 0.1, 3.4), scale_x=span.x - 2.4).grid(page)
    else:
        _prompt(page, desk, Box(box.x, y + 1.4, desk.size.label - 2, box.bottom - y - 2.4), lane)
    for place in range(span.first, span.first + span.count):
        cell = Box(span.left(place), box.y, span.width, box.height)
        page.line(cell.x, box.y + 1.6, cell.x, box.bottom - 1.6, 0.25, HAIRLINE)
        if lane.kind is not LaneKind.EMOTION and not is_wall(page.grid):
            _lines(page, cell)
        _signs(page, lane.kind, cell.x, box.y)


def _lines(page: Page, cell: Box) -> None:
    """Draw lines to write on; the rule under the lane is the last one."""
    count = int((cell.height + 0.01) / _LINE[page.grid.layout])
    if count < 1 or cell.height < 1.5 * _LINE[page.grid.layout]:
        return
    pitch = cell.height / max(count, 1) if count > 1 else _LINE[page.grid.layout]
    for number in range(1, max(count, 2)):
        y = cell.y + number * pitch
        if y < cell.bottom - 4:
            page.line(cell.x + 2.4, y, cell.right - 2.4, y, 0.35, HAIRLINE)


def _name(page: Page, desk: Desk, box: Box, lane: LaneRow) -> float:
    """Write the name of a lane with its note and return the y under them."""
    t, size = desk.t, desk.size
    title = lane_title(desk, lane)
    style = label_style(desk, title)
    room = Box(box.x, box.y + 2, size.label - 2, box.height - 3)
    if lane.kind is LaneKind.EMOTION:
        room = Box(room.x, room.y, room.width, min(room.height, 12.0))
    shown = desk.more.text(page, room, Label(title[:60]), title, style, once=f"lane:{title}")
    y = room.y + (room.height if shown.rest else shown.height)
    note = LANE_NOTES.get(lane.kind)
    if note and lane_title(desk, LaneRow(kind=lane.kind)) == title and y + 5 < box.bottom:
        page.text(box.x, y + 0.6, t(note), size.when, colour=SECOND_TEXT)
        y += 0.6 + size.when / PT_PER_MM
    return y


def _prompt(page: Page, desk: Desk, room: Box, lane: LaneRow) -> None:
    """Write the question that helps where there is room for all of it."""
    words = PROMPTS.get(lane.kind)
    if words is None:
        return
    size = desk.size.least
    style = TextStyle(size, size, leading=TIGHT, colour=SECOND_TEXT,
                      balanced=desk.t.lang == "ja")  # fmt: skip
    shown = lay(desk.book, desk.t(words), room.width, style)
    if shown.height <= room.height:
        shown.draw(page, room.x, room.y)


def _signs(page: Page, kind: LaneKind, x: float, y: float) -> None:
    """Draw what is to be circled or numbered in one cell."""
    if kind is LaneKind.ACTION:
        for place, which in enumerate(("done", "partly", "failed")):
            marks.outcome(page, x + 4.4 + place * 7, y + 4.4, which, 3.4)
    if kind is LaneKind.PAIN_POINT:
        marks.symbol(page, x + 4.4, y + 4.4, "triangle", 3.6)
        page.line(x + 7.4, y + 6.4, x + 14, y + 6.4, 0.35, EDGE)
