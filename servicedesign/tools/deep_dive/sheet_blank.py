"""The empty deep-dive sheet, to be filled in by hand at a table.

Owns the places to write and to draw in; they stand where the filled sheet has its words.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import DeepDive
from servicedesign.model.record import field_specs
from servicedesign.paper.document import Document
from servicedesign.paper.labels import Label, label, label_height, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.tokens import EDGE, INK, SECOND_TEXT
from servicedesign.tools.deep_dive.sheet_look import Look, look_of

_FRAMES: Final = 5
_NEEDS: Final = ("people", "things", "rules", "partners")
_GAP: Final = 8.0
_TALLEST: Final = 0.86
"""Height of an empty frame as a share of its width, at most: a hand needs room."""
_NARROW: Final = 60.0
"""Frames less wide than this, in mm, have one line below them, where two would be too many."""
_ARROW: Final = 11.0


class _Blank:
    def __init__(self, page: Page, t: Translator) -> None:
        self.page, self.t = page, t
        self.look: Look = look_of(page.grid)
        self.size = page.grid.sizes.label
        self.head = label_height(self.size) - 2.6

    def draw(self) -> None:
        """Draw the parts from top to bottom; frames take the height that is left."""
        body, look = self.look.body, self.look
        y = self._name(body) + look.gap
        lines, needs, said = self._lines()
        y = self._texts(body, y, lines) + look.gap
        foot = self.head + said * look.pitch
        rows = 1 if look.beside else 2
        below = self._needs_height(needs) + look.gap + foot
        room = body.bottom - y - below - look.gap * 1.4
        self._flow(Box(body.x, y, body.width, room), rows)
        y = body.bottom - below
        self._needs(Box(body.x, y, body.width, self._needs_height(needs)), needs)
        self._said(Box(body.x, body.bottom - foot, body.width, foot))

    def _lines(self) -> tuple[int, int, int]:
        """Return the lines of the texts, of what is needed, and of what is said."""
        if self.page.grid.layout == "A3":
            return (2, 3, 2) if self.look.beside else (4, 4, 3)
        return 2, 2, 1

    def _label(self, field: str, note: str = "") -> Label:
        return Label(self.t(field_specs(DeepDive)[field].label), note=note)

    # Parts ------------------------------------------------------------------------------------

    def _name(self, body: Box) -> float:
        """Draw the box for the number and the line for the name."""
        page, t, look = self.page, self.t, self.look
        high = look.banner
        size = self.size + 2
        middle = body.y + high / 2 - size / PT_PER_MM / 2
        x = body.x + page.text(body.x, middle, t("案の番号"), size, bold=True) + 3.5
        wide = 20.0 if high > 12 else 15.0
        page.rect(x, body.y, wide, high, stroke=INK, line=0.75, radius=1.6)
        x += wide + 8
        x += page.text(x, middle, t("案の名前"), size, bold=True) + 3
        page.line(x, body.y + high, body.right, body.y + high, 0.5)
        return body.y + high

    def _texts(self, body: Box, y: float, lines: int) -> float:
        t = self.t
        what = (
            Label(t("だれの、どの困りごと"), note=t("困りごとの番号も書く")),
            self._label("value", t("その人の言葉で")),
            self._label("smallest_trial", t("来週できることは？")),
        )
        high = self.head + lines * self.look.pitch
        for one, place in zip(what, Box(body.x, y, body.width, high).columns(3, _GAP), strict=True):
            label(self.page, place.x, y, place.width, one, size=self.size)
            under = Box(place.x, y + self.head, place.width, place.height - self.head)
            writing_lines(self.page, under, self.look.pitch)
        return y + high

    def _flow(self, box: Box, rows: int) -> None:
        """Draw empty frames with numbers, an arrow before each, and a line below."""
        page, look, t = self.page, self.look, self.t
        what = Label(t.context("storyboard", "流れ"), note=t("3～5コマ。絵と、ひとことで"))
        label(page, box.x, box.y, box.width, what, size=self.size)
        top = box.y + label_height(self.size) - 0.6
        each = (box.width - look.frame_gap * (look.columns - 1)) / look.columns
        down = (box.bottom - top - 4.0 * (rows - 1)) / rows
        pitch = look.pitch
        high = min(each * _TALLEST, down - 2 * pitch if each > _NARROW else down - pitch)
        count = max(1, int((down - high + 0.1) / pitch))
        for number in range(_FRAMES):
            row, column = divmod(number, look.columns)
            x = box.x + column * (each + look.frame_gap)
            y = top + row * (down + 4.0)
            page.rect(x, y, each, high, stroke=EDGE, line=0.75, radius=1.6)
            words = str(number + 1)
            page.text(x + 2.4, y + 2.0, words, 14, bold=True, colour=SECOND_TEXT)
            if column:
                _head(page, x - look.frame_gap / 2, y + high / 2)
            writing_lines(page, Box(x, y + high, each, count * pitch), pitch)

    def _needs_height(self, lines: int) -> float:
        each = self.head + lines * self.look.pitch
        return each if self.look.beside else 2 * each + self.look.gap

    def _needs(self, box: Box, lines: int) -> None:
        each = self.head + lines * self.look.pitch
        labels = [self._label(field) for field in _NEEDS]
        if self.look.beside:
            left = (box.width - _GAP) * 0.55
            self._columns(Box(box.x, box.y, left, each), labels)
            rest = box.width - _GAP - left
            self._worries(Box(box.right - rest, box.y, rest, each), lines)
            return
        self._columns(Box(box.x, box.y, box.width, each), labels)
        y = box.y + each + self.look.gap
        self._worries(Box(box.x, y, box.width, each), lines)

    def _columns(self, box: Box, labels: list[Label]) -> None:
        for what, place in zip(labels, box.columns(len(labels), 4.6), strict=True):
            label(self.page, place.x, place.y, place.width, what, size=self.size)
            under = Box(place.x, place.y + self.head, place.width, place.height - self.head)
            writing_lines(self.page, under, self.look.pitch)

    def _worries(self, box: Box, lines: int) -> None:
        page, t = self.page, self.t
        each = (box.width - _ARROW) / 2
        places = (
            Box(box.x, box.y, each, box.height),
            Box(box.right - each, box.y, each, box.height),
        )
        for what, place in zip((t("心配"), t("答え")), places, strict=True):
            label(page, place.x, place.y, place.width, Label(what), size=self.size)
            under = Box(place.x, place.y + self.head, place.width, place.height - self.head)
            writing_lines(page, under, self.look.pitch)
        for line in range(lines):
            y = box.y + self.head + (line + 0.6) * self.look.pitch
            x = box.x + each + 2
            page.line(x, y, x + 5.4, y, 0.9)
            page.shape([(x + 5.0, y - 1.1), (x + 7.4, y), (x + 5.0, y + 1.1)], fill=INK)

    def _said(self, box: Box) -> None:
        what = Label(self.t("質問と意見"), note=self.t("発表を聞いて"))
        label(self.page, box.x, box.y, box.width, what, size=self.size)
        under = Box(box.x, box.y + self.head, box.width, box.height - self.head)
        writing_lines(self.page, under, self.look.pitch)


def _head(page: Page, x: float, y: float) -> None:
    page.shape([(x - 1.3, y - 2.0), (x + 1.4, y), (x - 1.3, y + 2.0)], fill=INK)


def draw_blank(doc: Document) -> None:
    """Draw an empty sheet."""
    _Blank(doc.new_page(), doc.job.t).draw()
