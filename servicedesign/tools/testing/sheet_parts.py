"""Rows of texts side by side that run on overleaf, with signs drawn beside them.

Owns the splitting of a row that is taller than what is left of a page. Must not know tests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model.message import msg
from servicedesign.paper.flow import Fixed, Flow, Placed, Placement
from servicedesign.paper.labels import Label, fit_line, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import SECOND_TEXT

PAD: Final = 2.2
"""Over and under the texts of a row, mm."""


@dataclass(frozen=True)
class Part:
    """A text of a row: where it begins, how wide it is, how it is set."""

    x: float
    width: float
    text: str
    style: TextStyle


@dataclass(frozen=True)
class TextRow:
    """Texts side by side under a hairline.

    Attributes:
        parts: from left to right.
        least: smallest height in mm.
        paint: draws what stands beside the texts, once.
        rule: width of the line over the row in pt; 0 for none.
        colour: of the line.
        name: what is told to run on overleaf.
    """

    parts: Sequence[Part]
    least: float = 0.0
    paint: Callable[[Page, Box], None] | None = None
    rule: float = 0.35
    colour: str = SECOND_TEXT
    name: str = ""

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much as fits; the texts go on independently."""
        book = flow.page.book
        whole = [lay(book, part.text, part.width, part.style) for part in self.parts]
        tall = max(self.least, max((one.height for one in whole), default=0) + 2 * PAD)
        if tall <= height:
            return self._placed(whole, tall, width, None)
        if not fresh and (tall <= flow.page.grid.body.height or height < self.least + 2 * PAD):
            return None
        flow.doc.warn(msg("「{name}」は長いため、つづきを次に印刷します。", name=self.name))
        room = height - 2 * PAD
        fitted = [
            fit(book, part.text, part.width, room, replace(part.style, least=part.style.size))
            for part in self.parts
        ]
        rest = tuple(
            replace(part, text=one.rest) for part, one in zip(self.parts, fitted, strict=True)
        )
        left = replace(self, parts=rest, least=0.0, paint=None)
        return self._placed(fitted, height, width, left)

    def _placed(
        self, texts: Sequence[Fitted], tall: float, width: float, rest: TextRow | None
    ) -> Placed:
        def paint(page: Page, x: float, y: float) -> None:
            if self.rule:
                page.line(x, y, x + width, y, self.rule, self.colour)
            for part, text in zip(self.parts, texts, strict=True):
                text.draw(page, x + part.x, y + PAD)
            if self.paint is not None:
                self.paint(page, Box(x, y, width, tall))

        return Placed(tall, paint, rest)


def gap(flow: Flow, spacing: float) -> None:
    """Go back to ``spacing`` between blocks, behind rows that had none; nothing on a new page."""
    flow.add(TextRow((), least=spacing, rule=0))
    flow.spacing = spacing


def title(text: str) -> Fixed:
    """Return a label under a rule, over rows that have no label of their own."""
    return Fixed(
        label_height(10.5) - 1.0,
        lambda page, box: _titled(page, box, text),
    )


def _titled(page: Page, box: Box, text: str) -> None:
    label(page, box.x, box.y, box.width, Label(text))


def heads(page: Page, box: Box, words: Sequence[tuple[float, float, str]], size: float) -> None:
    """Draw the heads of columns between two rules; each is x, width and word."""
    page.line(box.x, box.y, box.right, box.y, 0.5)
    for x, width, word in words:
        shown = fit_line(page, word, size, width, bold=True, least=6)
        top = box.y + (box.height - shown / PT_PER_MM) / 2
        page.text(box.x + x, top, word, shown, bold=True)
    page.line(box.x, box.bottom, box.right, box.bottom, 0.5)
