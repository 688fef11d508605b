"""The flow on the sheet: frames in a row with arrows between them, each with its words below.

Owns the row, and further rows on pages of their own where there are more frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.paper.flow import Continuation
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row, natural_heights
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, INK, SECOND_TEXT
from servicedesign.tools.deep_dive.sheet_bands import Squeeze, reduced
from servicedesign.tools.deep_dive.sheet_data import FrameData
from servicedesign.tools.deep_dive.sheet_look import Look
from servicedesign.tools.pictures import draw_in_frame
from servicedesign.tools.sketch_drawings import figures

RATIO: Final = 0.6
"""Height of a picture as a share of its width."""
_UNDER: Final = 1.8
"""Between picture and words, mm."""
_HEADING: Final = 10.5
_LINE: Final = 5.2
"""Height of the line of a heading, mm."""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """Some frames of a flow side by side.

    Attributes:
        frames: left to right.
        start: number of the first.
        look: the measures.
        t: writes for the reader.
        width: of the whole row in mm.
        titled: whether the label of the flow stands over it.
    """

    frames: Sequence[FrameData]
    start: int
    look: Look
    t: Translator
    width: float
    titled: bool = False

    def _each(self) -> float:
        count = self.look.columns
        return (self.width - self.look.frame_gap * (count - 1)) / count

    def _indent(self) -> float:
        return (7.0 if self.look.name > 16 else 5.6) + (1.5 if self.start > 9 else 0.0)

    def _label(self) -> Label:
        return Label(
            self.t.context("storyboard", "流れ"), note=self.t("3～5コマ。絵と、ひとことで")
        )

    def _head(self, page_size: float) -> float:
        return label_height(page_size) - 0.6 if self.titled else 0.0

    def _headed(self) -> bool:
        return any(frame.heading.strip() for frame in self.frames)

    def _words(self, book: FontBook, steps: int) -> float:
        """Return the height of the tallest words under a picture."""
        width = self._each() - self._indent()
        rows = [
            Row([Cell(frame.caption.strip(), self._style(), pad=(0, 0))]) for frame in self.frames
        ]
        tallest = max(natural_heights(book, rows, [width], steps), default=0.0)
        heading = _LINE if self._headed() else 0.0
        return _UNDER + heading + max(tallest, self.look.style.least / PT_PER_MM * 1.4)

    def _style(self) -> TextStyle:
        style = self.look.style
        return replace(style, size=max(style.size - 1, style.least))

    def _size(self) -> float:
        return 12.0 if self.look.name > 16 else 10.5

    def wanted(self, book: FontBook, squeeze: Squeeze) -> float:
        """Return label, pictures and the tallest words."""
        picture = self._each() * RATIO * squeeze.pictures
        return self._head(self._size()) + picture + self._words(book, squeeze.steps)

    def draw(self, page: Page, box: Box, squeeze: Squeeze, more: Continuation) -> None:
        """Draw the row."""
        y = box.y
        if self.titled:
            label(page, box.x, y, box.width, self._label(), size=self._size())
            y += self._head(self._size())
        each = self._each()
        picture = each * squeeze.pictures
        high = picture * RATIO
        for place, frame in enumerate(self.frames):
            x = box.x + place * (each + self.look.frame_gap)
            shown = Box(x, y, picture, high)
            draw_in_frame(page, shown, frame.picture, figures(), radius=1.6, line=0.75)
            if place:
                _arrow(page, x - (self.look.frame_gap + each - picture) / 2, y + high / 2)
            under = Box(x, y + high + _UNDER, each, box.bottom - y - high - _UNDER)
            self._draw_words(page, under, frame, self.start + place, squeeze.steps, more)

    def _draw_words(
        self, page: Page, box: Box, frame: FrameData, number: int, steps: int, more: Continuation
    ) -> None:
        style = reduced(self._style(), steps)
        size = self._style().size + 2
        top = box.y - (size - style.size) / PT_PER_MM / 2
        page.text(box.x, top, str(number), size, bold=True, colour=ACTION)
        left = box.x + self._indent()
        width = box.right - left
        y, caption = box.y, frame.caption.strip()
        if self._headed():
            grey = TextStyle(_HEADING, 8, bold=True, leading=1.1, colour=SECOND_TEXT)
            heading = fit(page.book, frame.heading.strip(), width, _LINE, grey)
            if heading.rest:
                caption = "\n".join(part for part in (frame.heading.strip(), caption) if part)
            else:
                middle = y + style.size / PT_PER_MM / 2
                heading.draw(page, left, middle - heading.height / 2)
            y += _LINE
        what = Label(self.t("コマ{number}", number=number))
        more.text(page, Box(left, y, width, box.bottom - y), what, caption, style)


def _arrow(page: Page, x: float, y: float) -> None:
    page.shape([(x - 1.3, y - 2.0), (x + 1.4, y), (x - 1.3, y + 2.0)], fill=INK)


def frame_rows(
    frames: Sequence[FrameData], look: Look, t: Translator, width: float
) -> list[FrameRow]:
    """Return ``frames`` in rows of as many as stand side by side, the label over the first."""
    count = look.columns
    return [
        FrameRow(frames[i : i + count], i + 1, look, t, width, titled=i == 0)
        for i in range(0, len(frames), count)
    ]
