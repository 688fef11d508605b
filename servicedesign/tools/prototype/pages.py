"""The pages of one version: how card, frames and answers share the paper.

Owns the arrangements: on A3, and on A4 where all fits, one page with the card at the left; else the
card with the answers on one page and the storyboard on the next. Must not know the project.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.paper.document import Document
from servicedesign.paper.flow import Continuation
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import HAIRLINE, SECOND_TEXT, TINT
from servicedesign.tools.prototype.card import Card, split_sections
from servicedesign.tools.prototype.content import FrameData, VersionData
from servicedesign.tools.prototype.storyboard import (
    Storyboard,
    chunks,
    columns_for,
    draw_empty_frames,
)
from servicedesign.tools.prototype.verification import Verdicts
from servicedesign.tools.sketch_drawings import figures

_PANEL: Final = 92.0
"""Width of the card at the left of a lying A3, mm."""
_GAP: Final = 8.0
_MOST_FRAMES: Final = 8
"""Frames that share a page with the card."""


class VersionPages:
    """Draws the pages of one version into a document."""

    def __init__(self, doc: Document, data: VersionData, *, blank: bool) -> None:
        """Prepare the parts; nothing is drawn yet."""
        self.doc, self.data, self.blank = doc, data, blank
        self.grid = doc.grid
        self.wide = self.grid.landscape
        self.large = self.grid.layout == "A3"
        t = doc.job.t
        style = TextStyle(13, 12, leading=1.4) if self.large else TextStyle(12, 10.5, leading=1.36)
        self.card = Card(data, t, blank, style, 20 if self.large else 14)
        self.more = Continuation(doc)
        self.verdicts = Verdicts(
            data, t, blank, self.card.mark, first=30 if self.large else 26 if self.wide else 24
        )

    @property
    def _body(self) -> Box:
        grid = self.grid
        top = grid.body_top + (2 if self.large else 0)
        return Box(grid.left, top, grid.text_width, grid.body_bottom - top - 1)

    def draw(self, *, together: bool) -> None:
        """Draw all pages of the version; ``together`` puts all on one where it may."""
        page = self.doc.new_page()
        left = self._beside(page) if together else self._in_two(page)
        self._further_frames(left)
        self.more.finish()

    def fits_on_one(self) -> bool:
        """Return whether card, frames and answers have their least size on one page."""
        if self.large:
            return True
        if self.wide or self.blank or len(self.data.frames) > 6:
            return False
        page, body = Page(self.grid, self.doc.book), self._body
        room = body.height - self._table_height(page, body.width) - 6
        width = self._panel_width - 8
        head = 27 if page.width(self.data.name, 14, bold=True) > width else 21
        columns = split_sections(self.card.shown(), 1)
        if self.card.natural(page, columns, width) > room - head - 8:
            return False
        board = self._board(self.data.frames, 1, 11)
        across = body.width - self._panel_width - _GAP
        return not board.frames or board.least_height(page, across, 2) * 0.94 <= room

    # --- one page: the card at the left, the frames beside it ----------------------------------

    def _beside(self, page: Page) -> tuple[FrameData, ...]:
        """Draw the whole version on one page and return the frames that are left over."""
        body, full = self._body, not self.wide
        width = self._panel_width
        right = Box(body.x + width + _GAP, body.y, body.width - width - _GAP, body.height)
        table = self._table_height(page, body.width if full else right.width)
        top = body.height - table - 6
        panel = Box(body.x, body.y, width, top if full else body.height)
        self._panel(page, panel)
        foot = body if full else right
        self.verdicts.draw(page, Box(foot.x, body.bottom - table, foot.width, table), self.more)
        return self._frames(page, Box(right.x, right.y, right.width, top))

    @property
    def _panel_width(self) -> float:
        return _PANEL if self.large and self.wide else 80.0 if self.large else 68.0

    def _table_height(self, page: Page, width: float) -> float:
        return self.verdicts.height(page, width, self._body.height * 0.42)

    def _panel(self, page: Page, panel: Box) -> None:
        if self.blank:
            page.rect(panel.x, panel.y, panel.width, panel.height, stroke=HAIRLINE, radius=2)
        else:
            page.rect(panel.x, panel.y, panel.width, panel.height, fill=TINT)
        inner = panel.inset(5 if self.large else 4)
        y = self.card.draw_head(page, inner, self.more, 44 if self.large else 30)
        place = Box(inner.x, y, inner.width, inner.bottom - y)
        self.card.draw_sections(page, [place], split_sections(self.card.shown(), 1), self.more)

    def _frames(self, page: Page, box: Box) -> tuple[FrameData, ...]:
        """Draw the frames that share the page with the card and return those left over."""
        frames = self.data.frames
        if not frames:
            draw_empty_frames(page, box, 3 if self.wide else 2)
            return ()
        most = _MOST_FRAMES if self.wide else 6
        shown = frames[:most]
        columns = columns_for(len(shown), wide=self.wide)
        self._board(shown, 1, 12.5 if self.large else 11).draw(page, box, columns, self.more)
        return frames[most:]

    def _board(self, frames: tuple[FrameData, ...], start: int, size: float) -> Storyboard:
        style = TextStyle(size, 10.5, leading=1.36)
        return Storyboard(frames, self.doc.job.t, style, self.card.mark, figures(), start)

    # --- two pages: card and answers, then the storyboard --------------------------------------

    def _in_two(self, page: Page) -> tuple[FrameData, ...]:
        """Draw the card over the table; return the frames, which follow on a page of their own."""
        body = self._body
        self.card = replace(self.card, name_size=18)
        y = self.card.draw_head(page, body, self.more, 22)
        count = 3 if self.wide else 2
        columns = split_sections(self.card.shown(), count)
        width = (body.width - _GAP * (count - 1)) / count
        table = self.verdicts.height(page, body.width, body.height * 0.45)
        room = body.bottom - y - table - 5
        boxes = Box(body.x, y, body.width, room).columns(count, _GAP)
        self.card.draw_sections(page, boxes, columns, self.more)
        if not self.blank:
            room = min(room, self.card.tall(page, columns, width) + 6)
        self.verdicts.draw(page, Box(body.x, y + room + 5, body.width, table), self.more)
        if not self.data.frames:
            self._empty_board()
        return self.data.frames

    def _empty_board(self) -> None:
        page = self.doc.new_page()
        body = self.grid.body
        columns = 3 if self.wide else 2
        place = Box(body.x, body.y + 2, body.width, body.height - 3)
        draw_empty_frames(page, place, columns)

    # --- storyboard on pages of its own --------------------------------------------------------

    def _further_frames(self, frames: tuple[FrameData, ...]) -> None:
        most = (12 if self.large else 6) if self.wide else 6
        start = len(self.data.frames) - len(frames) + 1
        for group in chunks(frames, most):
            page = self.doc.new_page()
            top = self._which(page)
            body = self.grid.body
            box = Box(body.x, top, body.width, body.bottom - top)
            columns = (4 if len(group) > 6 else 3) if self.wide else 2
            size = 12.5 if self.large else 12
            self._board(group, start, size).draw(page, box, columns, self.more)
            start += len(group)

    def _which(self, page: Page) -> float:
        """Write which version the frames belong to, for a page that stands alone."""
        body, size = self.grid.body, self.grid.sizes.label
        style = TextStyle(size, 8, bold=True, leading=1.1, colour=SECOND_TEXT)
        words = f"{self.card.mark}  {self.data.name}"
        shown = fit(page.book, words, body.width, size / PT_PER_MM * 1.05, style)
        shown.draw(page, body.x, body.y)
        return body.y + size / PT_PER_MM + 3
