"""The storyboard: frames with a picture, a heading and a caption, in reading order.

Owns the grid of the frames and their parts. Must not know where on the sheet the grid stands.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.drawing import FigureLibrary
from servicedesign.paper.flow import Continuation
from servicedesign.paper.labels import Label, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row, fit_rows
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import ACTION, SECOND_TEXT
from servicedesign.tools.pictures import draw_in_frame
from servicedesign.tools.prototype.content import FrameData

RATIO: Final = 0.6
"""Height of a picture as a share of its width: a scene is 300 by 180."""
GAP: Final = 5.6
_PITCH: Final = 9.2
_UNDER: Final = 1.6
"""Between picture and heading, mm."""
_NEARLY: Final = 0.85
"""Pictures of this share of a column are moved apart, so that the last ends at the margin."""
EMPTY_FRAMES: Final = 6
"""Frames on an empty sheet."""


@dataclass(frozen=True, slots=True)
class Storyboard:
    """Frames to be laid into a box.

    Attributes:
        frames: in order.
        t: writes for the reader.
        style: of the captions.
        mark: which version this is, for labels on later pages.
        library: hands out the figures of sketches.
        start: number of the first frame.
    """

    frames: tuple[FrameData, ...]
    t: Translator
    style: TextStyle
    mark: str
    library: FigureLibrary
    start: int = 1

    def least_height(self, page: Page, width: float, columns: int) -> float:
        """Return the height in mm that the frames need at the least size of their captions."""
        wide = (width - GAP * (columns - 1)) / columns
        rows = [self.frames[i : i + columns] for i in range(0, len(self.frames), columns)]
        total = 0.0
        for row in rows:
            texts = [
                lay(page.book, self._caption(page, f, wide), wide, self.style, self.style.least)
                for f in row
            ]
            total += wide * RATIO + self._head(page) + max(text.height for text in texts)
        return total + GAP * (len(rows) - 1)

    def _head(self, page: Page) -> float:
        """Return mm from the picture to the caption."""
        return _UNDER + self._number_size(page) / PT_PER_MM + 1.0

    def _number_size(self, page: Page) -> float:
        return 15.0 if page.grid.layout == "A3" else 13.0

    def draw(self, page: Page, box: Box, columns: int, more: Continuation) -> None:
        """Draw the frames in ``columns``, pictures as wide as the height allows."""
        count = max(math.ceil(len(self.frames) / columns), 1)
        across = (box.width - GAP * (columns - 1)) / columns
        down = (box.height - GAP * (count - 1)) / count
        least = self._head(page) + self.style.least / PT_PER_MM * 2.6
        picture = min(across, max(down - least, 20) / RATIO)
        beside = across - picture - 4 > 42
        widths = [across - picture - 4 if beside else across] * columns
        step = across + GAP
        if columns > 1 and picture > across * _NEARLY:
            widths, step = [picture] * columns, (box.width - picture) / (columns - 1)
        head = 0.0 if beside else picture * RATIO
        rows = self._rows(page, columns, widths[0], head, picture * RATIO if beside else 0)
        laid = fit_rows(page.book, rows, widths, box.height - GAP * (count - 1))
        y = box.y
        for r, (row, high) in enumerate(zip(rows, laid.heights, strict=True)):
            for c, (cell, fitted) in enumerate(zip(row.cells, laid.fitted[r], strict=True)):
                if cell is None or fitted is None:
                    continue
                index = r * columns + c
                x = box.x + c * step
                draw_in_frame(
                    page,
                    Box(x, y, picture, picture * RATIO),
                    self.frames[index].picture,
                    self.library,
                    radius=1.4,
                    line=0.75,
                )
                left = x + picture + 4 if beside else x
                self._heading(page, left, y + head + _UNDER, widths[c], index)
                fitted.draw(page, left, y + cell.head)
                if fitted.rest:
                    what = Label(f"{self.mark} {self._name(index)}")
                    more.later(page, left + widths[c], y + high, what, fitted.rest, self.style)
            y += high + GAP

    def _rows(self, page: Page, columns: int, width: float, head: float, least: float) -> list[Row]:
        above = head + self._head(page)
        cells: list[Cell | None] = [
            Cell(self._caption(page, f, width), self.style, head=above, pad=(0, 0))
            for f in self.frames
        ]
        cells += [None] * (-len(cells) % columns)
        return [
            Row(cells[i : i + columns], least=max(least, above))
            for i in range(0, len(cells), columns)
        ]

    def _name(self, index: int) -> str:
        heading = self.frames[index].heading
        number = self.start + index
        words = self.t("コマ{number}", number=number)
        return f"{words} {heading}" if heading and len(heading) <= 20 else words

    def _heading(self, page: Page, x: float, y: float, width: float, index: int) -> None:
        size = self._number_size(page)
        middle = y + size / PT_PER_MM / 2
        number = str(self.start + index)
        step = page.text(x, y, number, size, bold=True, colour=ACTION) + 2
        shown = self._heading_text(page, self.frames[index], width - step)
        if not shown.rest:
            shown.draw(page, x + step, middle - shown.height / 2)

    def _heading_text(self, page: Page, frame: FrameData, width: float) -> Fitted:
        style = TextStyle(10.5, 8, bold=True, leading=1.1, colour=SECOND_TEXT)
        return fit(page.book, frame.heading, width, 6.4, style)

    def _caption(self, page: Page, frame: FrameData, width: float) -> str:
        """Return the caption, after a heading that is too long for its own line."""
        if self._heading_text(page, frame, width - 10).rest:
            return "\n".join(part for part in (frame.heading, frame.caption) if part)
        return frame.caption


def draw_empty_frames(page: Page, box: Box, columns: int, count: int = EMPTY_FRAMES) -> None:
    """Draw frames to draw in, each with its number and lines for the caption."""
    rows = math.ceil(count / columns)
    across = (box.width - GAP * (columns - 1)) / columns
    down = (box.height - GAP * (rows - 1)) / rows
    high = min(across * RATIO, down - 2 * _PITCH)
    lines = max(int((down - high + 0.01) / _PITCH), 1)
    for index in range(count):
        x = box.x + index % columns * (across + GAP)
        y = box.y + index // columns * (down + GAP)
        page.rect(x, y, across, high, stroke="#000000", line=0.75, radius=1.4)
        page.text(x, y + high + 3.2, str(index + 1), 13, bold=True, colour=ACTION)
        writing_lines(page, Box(x + 7, y + high, across - 7, lines * _PITCH), _PITCH)


def columns_for(count: int, *, wide: bool) -> int:
    """Return how many frames stand side by side; ``wide`` on a lying sheet."""
    if not wide:
        return 2
    if count <= 2:
        return 2
    return 3 if count <= 6 else 4


def chunks(frames: Sequence[FrameData], most: int) -> list[tuple[FrameData, ...]]:
    """Return ``frames`` in groups of at most ``most``, one group a page."""
    return [tuple(frames[i : i + most]) for i in range(0, len(frames), most)]
