"""One step on the facilitator's sheet: time, a bar as long as it takes, and what to do.

Owns the look of a row, its height, and its parting where it is higher than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import ACTION, EDGE, HAIRLINE, INK, SECOND_TEXT, TABLE_GROUND
from servicedesign.tools.agenda.breaks import pause_name
from servicedesign.tools.agenda.clock_text import clock_text, length_text
from servicedesign.tools.agenda.sheet_cells import Column, Part, fit_column, set_column
from servicedesign.tools.agenda.sheet_data import StepData

LONG_WORK: Final = 20
"""Minutes from which a step is a main piece of work: its bar is in the accent colour."""

_TOP: Final = 0.9
_BOTTOM: Final = 0.9
"""Over and under the texts of a row, in mm."""

_LONG: Final = 4_000
"""More characters than this are not measured: no page holds them."""

_ENDLESS: Final = 100_000.0
_GAP: Final = 3.6
_BAR: Final = 1.5


@dataclass(frozen=True, slots=True)
class Types:
    """Styles of one size.

    Attributes:
        factor: 1 is A4 with a body of 12 pt.
        digits: of the most spare minutes of the day; 0 where there are none.
    """

    factor: float
    digits: int = 1

    def of(self, size: float, least: float = 10.5, *, bold: bool = False, ink: str = INK,
           leading: float = 1.3) -> TextStyle:  # fmt: skip
        """Return a style of ``size`` times the factor, never under ``least``."""
        at = max(size * self.factor, least)
        return TextStyle(at, at, bold=bold, colour=ink, leading=leading)

    @property
    def time(self) -> float:
        """Size of the time."""
        return max(13.5 * self.factor, 12.0)

    @property
    def body(self) -> float:
        """Size of the body."""
        return max(12.0 * self.factor, 10.5)


@dataclass(frozen=True, slots=True)
class Widths:
    """Where the columns stand, in mm from the left of the text, and how wide they are.

    Attributes:
        bar: left of the bar.
        minutes: right end of the minutes.
        content: left and width.
        sheet: left and width.
        who: left and width.
    """

    bar: float
    minutes: float
    content: tuple[float, float]
    sheet: tuple[float, float]
    who: tuple[float, float]

    @classmethod
    def of(cls, width: float, types: Types) -> Widths:
        """Return the columns of a page with ``width`` mm of text."""
        em = types.time / PT_PER_MM
        bar = em * 3.62
        minutes = bar + _BAR + em * 1.75
        content = minutes + em * (1.45 + 0.62 * types.digits if types.digits else 0.8)
        free = width - content - 2 * _GAP
        shares = (free * 0.575, free * 0.215, free * 0.21)
        sheet = content + shares[0] + _GAP
        who = sheet + shares[1] + _GAP
        return cls(bar, minutes, (content, shares[0]), (sheet, shares[1]), (who, shares[2]))


@dataclass(frozen=True)
class StepBlock:
    """A step that flows down a page.

    Attributes:
        step: what it is.
        types: styles.
        scale: mm a minute, as far as the texts leave room.
        t: the translator.
        first: False where it is the rest of one from the page before.
        parts: texts of the three columns, where they are not the step's own.
    """

    step: StepData
    types: Types
    scale: float
    t: Translator
    first: bool = True
    parts: tuple[tuple[Part, ...], ...] = ()

    # Measuring ----------------------------------------------------------------------------------

    def texts(self) -> tuple[tuple[Part, ...], ...]:
        """Return the texts of content, sheet and who."""
        if self.parts:
            return self.parts
        step, types = self.step, self.types
        body = types.of(12)
        content = (
            Part(step.title, types.of(13.5, 12, bold=True, leading=1.2)),
            Part(step.aim, types.of(10.5, ink=SECOND_TEXT), beside=True, above=0.4),
            Part(step.method, body, above=0.5),
        )
        who = (
            Part(step.who, types.of(12, bold=True)),
            Part(step.things, body, beside=True, above=0.5),
        )
        if not step.minutes:
            content = (content[0], content[1], replace(content[2], beside=True))
        return content, (Part(step.sheet, body),), who

    def columns(self, book: FontBook, width: float) -> tuple[Column, ...]:
        """Return the columns set whole."""
        widths = Widths.of(width, self.types)
        rooms = (widths.content[1], widths.sheet[1], widths.who[1])
        return tuple(
            set_column(book, parts, room) for parts, room in zip(self.texts(), rooms, strict=True)
        )

    def least(self, book: FontBook, width: float) -> float:
        """Return the height in mm that the texts need; of very long ones more than any page."""
        if sum(len(part.text) for parts in self.texts() for part in parts) > _LONG:
            return _ENDLESS
        columns = self.columns(book, width)
        line = self.types.time / PT_PER_MM
        return max(line, *(column.height for column in columns)) + _TOP + _BOTTOM + self.before()

    def before(self) -> float:
        """Return the height of the line that tells of a gap or overlap ahead of the step."""
        return self.types.body / PT_PER_MM + 3.2 if self.step.gap and self.first else 0.0

    def tall(self, book: FontBook, width: float) -> float:
        """Return the height in mm, its minutes included."""
        wanted = self.step.minutes * self.scale + self.before()
        return max(self.least(book, width), wanted if self.first else 0.0)

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the row, or as much of it as fits where it is higher than a page."""
        book = flow.page.book
        least = self.least(book, width)
        if least <= height:
            tall = min(self.tall(book, width), height)
            columns = self.columns(book, width)
            return Placed(tall, lambda page, x, y: self.draw(page, x, y, width, tall, columns))
        if not fresh:
            return None
        widths = Widths.of(width, self.types)
        rooms = (widths.content[1], widths.sheet[1], widths.who[1])
        room = height - _TOP - _BOTTOM - self.before()
        columns = tuple(
            fit_column(book, parts, wide, room)
            for parts, wide in zip(self.texts(), rooms, strict=True)
        )
        left = tuple(column.rest for column in columns)
        rest = replace(self, first=False, parts=left) if any(left) else None
        return Placed(
            height, lambda page, x, y: self.draw(page, x, y, width, height, columns), rest
        )

    # Drawing ------------------------------------------------------------------------------------

    def draw(
        self, page: Page, x: float, y: float, width: float, tall: float, columns: Sequence[Column]
    ) -> None:
        """Draw the row with its upper left corner at (x, y)."""
        step, widths = self.step, Widths.of(width, self.types)
        before = self.before()
        if before:
            self._draw_gap(page, x, y, width, before)
            y, tall = y + before, tall - before
        if step.pause:
            page.rect(x, y, width, tall, fill=TABLE_GROUND)
        strong = step.pause or not step.minutes
        page.line(x, y, x + width, y, 0.5 if strong else 0.25, INK if strong else HAIRLINE)
        if step.pause:
            page.line(x, y + tall, x + width, y + tall, 0.5)
        top = y + _TOP
        if self.first:
            self._draw_time(page, x, top, widths)
        if step.minutes:
            tone = EDGE if step.pause else ACTION if step.minutes >= LONG_WORK else INK
            page.rect(x + widths.bar, y + 0.6, _BAR, tall - 1.2, fill=tone)
        places = (widths.content[0], widths.sheet[0], widths.who[0])
        for column, left in zip(columns, places, strict=True):
            column.draw(page, x + left, top)

    def _draw_time(self, page: Page, x: float, top: float, widths: Widths) -> None:
        step, t, types = self.step, self.t, self.types
        size, small = types.time, types.body
        page.text(x, top, clock_text(step.begin, t), size, bold=True)
        if not step.minutes:
            return
        down = (size - small) * 0.88 / PT_PER_MM
        page.text(x + widths.minutes, top + down, str(step.minutes), small, align="right")
        if step.spare:
            middle = top + size / PT_PER_MM * 0.52
            left = x + widths.minutes + 1.2
            side = small / PT_PER_MM * 0.36
            centre = left + side
            page.shape(
                [
                    (centre, middle - side),
                    (centre + side, middle),
                    (centre, middle + side),
                    (centre - side, middle),
                ],
                stroke=INK,
                line=0.6,
            )
            page.text(centre + side + 0.5, top + down, str(step.spare), small * 0.88)

    def _draw_gap(self, page: Page, x: float, y: float, width: float, tall: float) -> None:
        step, t = self.step, self.t
        begin = None if step.begin is None else step.begin - step.gap
        size = self.types.body
        top = y + (tall - size / PT_PER_MM) / 2
        page.line(x, y, x + width, y, 0.5)
        left = x + Widths.of(width, self.types).content[0]
        length = length_text(step.gap, t)
        if step.gap > 0:
            page.rect(x, y, width, tall, fill=TABLE_GROUND)
            page.line(x, y, x + width, y, 0.5)
            page.text(x, top, clock_text(begin, t), size, colour=SECOND_TEXT)
            words = t("{name}（{length}）", name=pause_name(begin, step.gap, t), length=length)
            page.text(left, top, words, size, colour=SECOND_TEXT)
            return
        marks.warning(page, left + 1.8, y + tall / 2, 3.4)
        words = t("前の項目と{length}重なっています", length=length)
        page.text(left + 4.6, top, words, size)
