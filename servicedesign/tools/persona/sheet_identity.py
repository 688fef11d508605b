"""Who the persona is at a glance: portrait and name.

Owns the portrait's frame and the block of reading, name and tagline. Must not draw facts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from servicedesign.model import Persona, field_specs
from servicedesign.model.drawing import Drawing
from servicedesign.paper.chips import Chip, chip, chip_height, chip_width
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.pictures import draw_portrait
from servicedesign.paper.textbox import TextStyle, fit, lay, lines_height
from servicedesign.tokens import EDGE, GROUND, SECOND_TEXT, TINT
from servicedesign.tools.persona.sheet_parts import Desk

_BESIDE, _ABOVE, _UNDER = "beside", "above", "under"
_NAME_LEAST: Final = 15.0
"""Smallest size of a name, pt."""


@dataclass(frozen=True, slots=True)
class PortraitPart:
    """The drawn face or the photo in a rounded square; without one, a head to draw into."""

    picture: Drawing | bytes | None
    radius: float = 3.0

    def want(self, desk: Desk, width: float) -> float:
        """Return the width: it is a square."""
        del desk
        return width

    def least(self, desk: Desk, width: float) -> float:
        """Return the width: it is a square."""
        del desk
        return width

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw it as large as fits, at the left."""
        side = min(box.width, box.height)
        square = Box(box.x, box.y, side, side)
        if self.picture is None:
            draw_empty_portrait(desk, square, "", self.radius)
        else:
            draw_portrait(desk.page, square, self.picture, radius=self.radius, ground=TINT)


def draw_empty_portrait(desk: Desk, box: Box, prompt: str, radius: float = 3.0) -> None:
    """Draw a frame with the dashed outline of a head to draw a face into.

    Args:
        desk: where to draw.
        box: a square.
        prompt: what to do, at its top.
        radius: of the corners, mm.
    """
    page = desk.page
    page.rect(box.x, box.y, box.width, box.height, fill=GROUND, stroke=EDGE, line=0.75,
              radius=radius)  # fmt: skip
    top = 0.0
    if prompt:
        size = min(page.grid.sizes.note, 10.5)
        style = TextStyle(size, 8, leading=1.3, colour=SECOND_TEXT)
        shown = fit(page.book, prompt, box.width - 6, box.height * 0.2, style)
        top = shown.draw(page, box.x + 3, box.y + 3) - box.y
    with page.clipped(box.x, box.y, box.width, box.height, radius):
        _head(page, box, max(top + 1.5 - box.width * 17 / 84, 0.0))


def _head(page: Page, box: Box, lower: float) -> None:
    dash, u, middle = (2.2, 1.8), box.width / 84, box.x + box.width / 2

    def x(units: float) -> float:
        return middle + units * u

    def y(units: float) -> float:
        return box.y + lower + units * u

    face = [("M", (x(0), y(17))),
            ("C", (x(9), y(17), x(15), y(24), x(15), y(36))),
            ("C", (x(15), y(48), x(9), y(58), x(0), y(58))),
            ("C", (x(-9), y(58), x(-15), y(48), x(-15), y(36))),
            ("C", (x(-15), y(24), x(-9), y(17), x(0), y(17))), ("Z", ())]  # fmt: skip
    page.path(face, stroke=EDGE, line=0.5, dash=dash)
    page.line(x(0), y(20), x(0), y(55), 0.35, EDGE, dash)
    page.line(x(-15), y(38), x(15), y(38), 0.35, EDGE, dash)
    for s in (-1, 1):
        shoulder = [("M", (x(6 * s), y(57))), ("L", (x(6 * s), y(64))),
                    ("C", (x(20 * s), y(68), x(34 * s), y(72), x(34 * s), y(86)))]  # fmt: skip
        page.path(shoulder, stroke=EDGE, line=0.5, dash=dash)


@dataclass(frozen=True, slots=True)
class NamePart:
    """Reading, name with the chip 仮名, and the tagline under it.

    Attributes:
        persona: whose they are.
        size: of the name, pt.
        small: of reading and tagline, pt.
        marked: whether the chip 仮名 stands behind the name.
        lines: of the tagline at most, before it goes on overleaf.
    """

    persona: Persona
    size: float
    small: float
    marked: bool = True
    lines: int = 2

    def _label(self, desk: Desk, field: str) -> Label:
        return Label(desk.t(field_specs(Persona)[field].label))

    def _kana(self, desk: Desk, width: float) -> float:
        text = self.persona.kana.strip()
        lines = _line_count(desk.page, text, self.small, width)
        return lines_height(min(lines, 2), self.small, 1.2) + 0.6 if text else 0.0

    def _tagline(self, desk: Desk, width: float) -> float:
        text = self.persona.tagline.strip()
        if not text:
            return 0.0
        lines = _line_count(desk.page, text, self.small, width)
        if lines <= self.lines:  # phrases are kept whole, so there may be more
            lines = len(lay(desk.page.book, text, width, self._tagline_style()).lines)
        return lines_height(min(lines, self.lines), self.small, 1.35) + 2.0

    def _tagline_style(self) -> TextStyle:
        return TextStyle(self.small, min(self.small, 10.5), leading=1.35, balanced=True)

    def want(self, desk: Desk, width: float) -> float:
        """Return the height of the block."""
        words = self._kana(desk, width) + self._tagline(desk, width)
        return words + self._name_room(desk, width) + 2.2

    def _name_room(self, desk: Desk, width: float) -> float:
        """Return one line, or up to three smaller ones for a long name."""
        page, one = desk.page, self.size / PT_PER_MM
        room = width - self._chip_room(desk, width)
        if self._chip_place(desk, width) == _UNDER:
            one += chip_height(page.grid.sizes.chip) + 1.2
        wide = page.width(self.persona.name[:400], self.size, bold=True)
        if wide <= room:
            return one
        lines = _line_count(page, self.persona.name, _NAME_LEAST, room, bold=True)
        return max(one, lines_height(min(lines, 3), _NAME_LEAST, 1.15) + 0.4)

    def _chip(self, desk: Desk) -> Chip:
        return Chip(desk.t("仮名"))

    def _chip_wide(self, desk: Desk) -> float:
        page = desk.page
        return chip_width(page, self._chip(desk), page.grid.sizes.chip) + 3

    def _chip_room(self, desk: Desk, width: float) -> float:
        """Return the width that the chip takes beside the name, mm."""
        return self._chip_wide(desk) if self._chip_place(desk, width) == _BESIDE else 0.0

    def _chip_place(self, desk: Desk, width: float) -> str:
        """Return where the chip stands: beside the name, unless the name then breaks.

        Else behind the reading above it, or on a line of its own under it.
        """
        if not self.marked:
            return ""
        page, kana, name = desk.page, self.persona.kana.strip(), self.persona.name.strip()
        taken = self._chip_wide(desk)
        if max(len(kana), len(name)) > 400 or not name:
            return _BESIDE
        wide = page.width(name, _NAME_LEAST, True)
        if wide <= width - taken or wide > width:
            return _BESIDE
        return _ABOVE if kana and page.width(kana, self.small) + taken <= width else _UNDER

    def least(self, desk: Desk, width: float) -> float:
        """Return what it wants: names are never cut before other things are."""
        return self.want(desk, width)

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw the three."""
        page, y = desk.page, box.y
        kana, tagline = self.persona.kana.strip(), self.persona.tagline.strip()
        if kana:
            style = TextStyle(self.small, 9, leading=1.2, colour=SECOND_TEXT)
            place = Box(box.x, y, box.width, self._kana(desk, box.width) + 0.2)
            desk.more.text(page, place, self._label(desk, "kana"), kana, style)
            if self._chip_place(desk, box.width) == _ABOVE:
                size = page.grid.sizes.chip
                middle = y + self.small / PT_PER_MM / 2
                chip(page, box.x + page.width(kana, self.small) + 3,
                     middle - chip_height(size) / 2, self._chip(desk), size)  # fmt: skip
            y += self._kana(desk, box.width)
        y = self._name(desk, Box(box.x, y, box.width, self._name_room(desk, box.width) + 0.3))
        if tagline:
            style = self._tagline_style()
            place = Box(box.x, y + 2.0, box.width, self._tagline(desk, box.width) - 1.6)
            desk.more.text(page, place, self._label(desk, "tagline"), tagline, style)

    def _name(self, desk: Desk, box: Box) -> float:
        """Draw name and chip and return the y under them."""
        page, size = desk.page, desk.page.grid.sizes.chip
        mark = self._chip(desk)
        room = box.width - self._chip_room(desk, box.width)
        style = TextStyle(self.size, _NAME_LEAST, bold=True, leading=1.15, balanced=True)
        place = self._chip_place(desk, box.width)
        below = chip_height(size) + 1.2 if place == _UNDER else 0.0
        name = Box(box.x, box.y, room, box.height - below)
        shown = desk.more.text(page, name, self._label(desk, "name"), self.persona.name, style)
        last = shown.lines[-1].width * shown.size / 1000 / PT_PER_MM if shown.lines else 0.0
        base = box.y + max(shown.height, 0.1) - 0.16 * shown.size / PT_PER_MM
        top = max(base - chip_height(size), box.y) if shown.lines else box.y + 2
        if place == _UNDER:
            under = box.y + shown.height + 1.2
            chip(page, box.x, under, mark, size)
            return under + chip_height(size)
        if place == _BESIDE:
            chip(page, box.x + (last + 3 if last else 0), top, mark, size)
        if shown.rest or not shown.lines:
            return box.bottom
        return box.y + shown.height


def _line_count(page: Page, text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes, counted without breaking it; 99 for a very long one."""
    if len(text) > 400:
        return 99
    return max(math.ceil(page.width(text, size, bold) / width + 0.08), 1)
