"""The heads of a map: phases as arrows in a row, and the stages under them.

Owns their sizes and drawing. Must not know lanes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.phrased import lay_phrased
from servicedesign.paper.textbox import TIGHT, Fitted, TextStyle, lay, lines_height
from servicedesign.tokens import ACTION, EDGE, GROUND, HAIRLINE, SECOND_TEXT, TINT
from servicedesign.tools.journey.sheet_data import Column, MapData
from servicedesign.tools.journey.sheet_desk import Desk
from servicedesign.tools.journey.sheet_emotion import Span

POINT: Final = 3.0
"""How far the point of an arrow reaches into the next one, mm."""
PAD: Final = 2.4
_MOST: Final = 3
"""Most lines of a name or a time before it is continued overleaf."""
_LONG: Final = 300


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of all columns of a map, measured for one width of column.

    Attributes:
        desk: what they are drawn with.
        data: the map.
        width: of a column, mm.
        outlined: whether the arrows are drawn as lines, for an empty sheet.
    """

    desk: Desk
    data: MapData
    width: float
    outlined: bool = False

    @property
    def title_size(self) -> float:
        """The largest size at which every name stays on one line, else the least one."""
        wanted, least = self.desk.size.head
        page = self.desk.doc.pages[-1]
        size = wanted
        for index, head in enumerate(self.data.phases):
            text = f"{index + 1} {head.title[:_LONG]}"
            wide = page.width(text, wanted, bold=True) + 1.4
            room = self._span(index) * self.width - POINT - 1.7
            size = min(size, wanted * room / wide)
        return max(int(size * 4) / 4, least)

    def _span(self, phase: int) -> int:
        return max(sum(column.phase == phase for column in self.data.columns), 1)

    def _title(self, text: str, size: float, width: float) -> Fitted:
        style = TextStyle(size, size, True, TIGHT, relaxed=True)
        return lay_phrased(self.desk.book, text[:_LONG], width, style)

    def _when(self, text: str, width: float) -> Fitted:
        size = self.desk.size.when
        return lay(self.desk.book, text[:_LONG], width, TextStyle(size, size, leading=TIGHT,
                                                                  relaxed=True))  # fmt: skip

    def _indent(self, number: int, size: float) -> float:
        page = self.desk.doc.pages[-1]
        return page.width(f"{number} ", size, bold=True) + 0.8

    def height(self) -> float:
        """Return the height of the arrows in mm."""
        size, tallest = self.title_size, 0.0
        for index, head in enumerate(self.data.phases):
            room = self._room(index, size)
            lines = min(len(self._title(head.title, size, room).lines) or 1, _MOST)
            tall = lines_height(lines, size, TIGHT)
            if head.when:
                count = min(len(self._when(head.when, room).lines), _MOST)
                tall += 0.8 + lines_height(count, self.desk.size.when, TIGHT)
            tallest = max(tallest, tall)
        return max(tallest + 3.6, 12.0 if self.desk.size.head[0] > 12 else 9.6)

    @property
    def whole(self) -> bool:
        """Whether no name and no time has to be continued overleaf."""
        size = self.title_size
        for index, head in enumerate(self.data.phases):
            room = self._room(index, size)
            if max(len(self._title(head.title, size, room).lines),
                   len(self._when(head.when, room).lines)) > _MOST:  # fmt: skip
                return False
        return all(len(text) <= _LONG for head in self.data.phases
                   for text in (head.title, head.when))  # fmt: skip

    def _room(self, index: int, size: float) -> float:
        wide = self._span(index) * self.width
        return wide - POINT - 1.7 - self._indent(index + 1, size)

    @property
    def staged(self) -> bool:
        """Whether any phase has stages."""
        return any(column.title or column.when for column in self.data.columns)

    def stage_height(self) -> float:
        """Return the height of the row of stages in mm, 0 without any."""
        if not self.staged:
            return 0.0
        return max(self._stage_height(column) for column in self.data.columns) + 3.4

    def _stage_height(self, column: Column) -> float:
        size = self.desk.size.when
        room = self.width - PAD - 2
        tall = self._title(column.title, size, room).height if column.title else 0.0
        if column.when:
            tall += 0.6 + self._when(column.when, room).height
        return min(tall, lines_height(2 * _MOST, size, TIGHT))

    def draw(self, page: Page, y: float, span: Span) -> float:
        """Draw the heads of the columns of ``span`` and return the y under them."""
        shown = self.data.columns[span.first : span.first + span.count]
        tall, x = self.height(), span.x
        for phase, columns in groupby(shown, key=lambda column: column.phase):
            wide = len(list(columns)) * span.width
            last = x + wide >= span.left(span.first + span.count) - 0.01
            self._arrow(page, Box(x, y, wide, tall), first=x <= span.x + 0.01, last=last)
            self._words(page, Box(x, y, wide, tall), phase)
            x += wide
        y += tall
        if self.staged:
            self._stages(page, y, span, shown)
        return y + self.stage_height()

    def _arrow(self, page: Page, box: Box, *, first: bool, last: bool) -> None:
        """Draw an arrow that points to the next one; the ends of the row are straight."""
        gap = 0.9
        left = [(box.x, box.y), (box.x + POINT, box.y + box.height / 2), (box.x, box.bottom)]
        if first:
            left = [(box.x, box.y), (box.x, box.bottom)]
        right = box.right - gap
        ends = [(right, box.bottom), (right + POINT, box.y + box.height / 2), (right, box.y)]
        if last:
            ends = [(box.right, box.bottom), (box.right, box.y)]
        points = [*left, *ends]
        if self.outlined:
            page.shape(points, stroke=EDGE, line=0.5, fill=GROUND)
        else:
            page.shape(points, fill=TINT)

    def _words(self, page: Page, box: Box, phase: int) -> None:
        if not 0 <= phase < len(self.data.phases):
            return
        head, size, when = self.data.phases[phase], self.title_size, self.desk.size.when
        x = box.x + (PAD if box.x <= page.grid.left + self.desk.size.label + 1 else POINT + 1.2)
        indent = self._indent(phase + 1, size)
        room = min(self._room(phase, size), box.right - x - indent - 0.5)
        name = self._title(head.title, size, room)
        tall = self._tall(name, size)
        if head.when:
            tall += 0.8 + self._tall(self._when(head.when, room), when)
        y = box.y + (box.height - tall) / 2
        page.text(x, y, str(phase + 1), size, bold=True, colour=ACTION)
        what = Label(self.desk.t("フェーズ{number}", number=phase + 1))
        y = self._write(page, Box(x + indent, y, room, box.bottom - y), what, head.title, name)
        if head.when:
            place = Box(x + indent, y + 0.8, room, box.bottom - y - 0.8)
            self._write(page, place, what, head.when, self._when(head.when, room))

    def _tall(self, shown: Fitted, size: float) -> float:
        return lines_height(min(len(shown.lines) or 1, _MOST), size, TIGHT)

    def _write(self, page: Page, box: Box, what: Label, text: str, shown: Fitted) -> float:
        """Write a name or a time, a long one with its rest overleaf; return the y under it."""
        tall = self._tall(shown, shown.size)
        if len(shown.lines) <= _MOST and len(text) <= _LONG:
            shown.draw(page, box.x, box.y)
        else:
            place = Box(box.x, box.y, box.width, tall + 0.2)
            self.desk.more.text(page, place, what, text, shown.style, once=f"{what.text}:{text}")
        return box.y + tall

    def _stages(self, page: Page, y: float, span: Span, shown: Sequence[Column]) -> None:
        tall = self.stage_height()
        for place, column in enumerate(shown):
            x = span.x + place * span.width
            if place:
                page.line(x, y + 0.8, x, y + tall - 0.4, 0.25, HAIRLINE)
            what = Label(self.desk.t("フェーズ{number}", number=column.phase + 1))
            room, top = span.width - PAD - 2, y + 1.8
            if column.title:
                name = self._title(column.title, self.desk.size.when, room)
                top = self._write(page, Box(x + PAD, top, room, tall), what, column.title, name)
            if column.when:
                when = self._when(column.when, room)
                self._write(page, Box(x + PAD, top + 0.6, room, tall), what, column.when, when)

    def draw_caption(self, page: Page, y: float) -> None:
        """Write 時期・所要 at the left of the arrows, where any phase has a time."""
        if not any(head.when for head in self.data.phases) and not self.outlined:
            return
        size = self.desk.size.when
        base = y + self.height() - 1.9 - size / PT_PER_MM
        page.text(page.grid.left, base, self.desk.t("時期・所要"), size, colour=SECOND_TEXT)
