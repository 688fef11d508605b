"""The card of a version: its number, its name and what one wants to find out with it.

Owns the upper or left part of the sheet. Must not know pages to come.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import parse_date, short_date
from servicedesign.model.prototype import PrototypeForm
from servicedesign.paper import marks
from servicedesign.paper.chips import Chip, chip, chip_height
from servicedesign.paper.flow import Continuation
from servicedesign.paper.labels import Label, label, label_height, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row, fit_rows, natural_heights
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.prototype.content import VersionData

_GAPS: Final = (6.0, 4.2, 2.6)
"""Under a text, before the rule of the next, mm: the largest for which there is room."""
_SHORT: Final = 16
"""Longest code, in characters, that a label can hold."""
_PITCH: Final = 9.2
_BOX: Final = 4.0
"""Side of a box to tick, mm."""
_ROW: Final = 6.4
"""From one row of boxes to the next, mm."""


@dataclass(frozen=True, slots=True)
class Section:
    """One labelled text of the card.

    Attributes:
        what: its label.
        text: what was written.
        lines: how many lines to write on an empty card has.
        forms: whether boxes to tick stand here instead of a text.
    """

    what: Label
    text: str = ""
    lines: int = 1
    forms: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The card of one version, to be drawn in one or several columns.

    Attributes:
        data: the version.
        t: writes for the reader.
        blank: whether it is drawn to be filled in by hand.
        style: of the texts.
        name_size: of the name in pt.
    """

    data: VersionData
    t: Translator
    blank: bool
    style: TextStyle
    name_size: float = 20.0

    @property
    def mark(self) -> str:
        """Which version this is, in a few words, for labels on later pages."""
        code = self.data.code if len(self.data.code) <= _SHORT else ""
        return " ".join(part for part in (code, self.version_words) if part)

    @property
    def version_words(self) -> str:
        """第2版 or Version 2."""
        return self.t("第{number}版", number=self.data.number)

    def sections(self) -> list[Section]:
        """Return the labelled texts in order."""
        t, d = self.t, self.data
        joint = "\n" if len(d.cost) + len(d.effort) > 40 else "、" if t.lang == "ja" else ", "
        return [
            Section(Label(t("もとになった案")), d.based_on),
            Section(Label(t("仮説")), d.hypothesis, 3),
            Section(Label(t("知りたいこと")), d.to_find_out, 3),
            Section(Label(t.context("prototype", "形")), forms=True),
            Section(
                Label(t("費用と手間")), joint.join(part for part in (d.cost, d.effort) if part), 2
            ),
            Section(Label(t("協力先")), d.partner),
            self._changes(),
        ]

    def _changes(self) -> Section:
        """Return what changed, with the test behind it where a label holds its code."""
        t, d = self.t, self.data
        if len(d.cause) <= _SHORT:
            return Section(Label(t("前の版から"), reference=d.cause), d.changes, 2)
        words = "\n".join(part for part in (d.changes, d.cause) if part)
        return Section(Label(t("前の版から")), words, 2)

    def shown(self) -> list[Section]:
        """Return the sections that have a place: a first version has none before it."""
        d = self.data
        first = not self.blank and d.number <= 1 and not (d.changes or d.cause)
        return self.sections()[:-1] if first else self.sections()

    # --- head --------------------------------------------------------------------------------

    def draw_head(self, page: Page, box: Box, more: Continuation, limit: float) -> float:
        """Draw number, code, date and name; return the y below them.

        Args:
            page: where to draw.
            box: the column; only its upper edge and width count.
            more: takes what is left of the name.
            limit: largest height of the name in mm.
        """
        if self.blank:
            return self._blank_head(page, box)
        size = page.grid.sizes.chip + (3 if box.width > 60 else 2)
        x = box.x + chip(page, box.x, box.y, Chip(self.version_words, "accent"), size) + 4
        day = parse_date(self.data.date)
        date = short_date(day, self.t.lang) if day else self.data.date
        late = self._codes(page, Box(x, box.y, box.right - x, chip_height(size)), date, more)
        top = box.y + chip_height(size) + 4
        style = TextStyle(self.name_size, 12, bold=True, leading=1.3, balanced=True)
        place = Box(box.x, top, box.width, limit)
        name = more.text(page, place, Label(f"{self.mark} {self.t('名前')}"), self.data.name, style)
        y = top + (limit if name.rest else max(name.height, self.name_size / PT_PER_MM))
        if late:
            small = page.grid.sizes.label
            page.text(box.x, y + 2, date, small, colour=SECOND_TEXT)
            y += 2 + small / PT_PER_MM
        return y + 5

    def _codes(self, page: Page, box: Box, date: str, more: Continuation) -> bool:
        """Write the code, and the date where it fits beside it; return whether it does not."""
        small = page.grid.sizes.label
        middle = box.y + box.height / 2
        beside = page.width(self.data.code, small, bold=True) + page.width(date, small) + 4
        late = bool(date) and beside > box.width
        right = box.right
        if date and not late:
            y = middle - small / PT_PER_MM / 2
            right -= page.text(right, y, date, small, colour=SECOND_TEXT, align="right") + 3
        words = self.t("試作 {code}", code=self.data.code)
        one, two = TextStyle(small, 9, bold=True), TextStyle(9, 8, bold=True, leading=1.1)
        high = small / PT_PER_MM * 1.05
        code = fit(page.book, words, right - box.x, high, one)
        if code.rest:
            code = fit(page.book, self.data.code, right - box.x, high, one)
        if code.rest:
            code = fit(page.book, self.data.code, right - box.x, 8, two)
        code.draw(page, box.x, middle - code.height / 2)
        if code.rest:
            more.doc.keep_whole(self.t("試作の番号"), self.data.code)
        return late

    def _blank_head(self, page: Page, box: Box) -> float:
        size = page.grid.sizes.label
        y = box.y + 2.5
        x = box.x
        t = self.t
        blanks = ((t.context("prototype", "版"), 16.0), (t.context("prototype", "試作"), 24.0))
        for words, most in blanks:
            x += page.text(x, y, words, size, bold=True) + 2
            room = min(most, box.right - x)
            page.line(x, y + size / PT_PER_MM + 1, x + room, y + size / PT_PER_MM + 1, 0.35, EDGE)
            x += room + 6
        top = y + size / PT_PER_MM + 3.4
        page.text(box.x, top + 3.2, self.t("名前"), size, bold=True)
        width = page.width(self.t("名前"), size, bold=True) + 3
        writing_lines(page, Box(box.x + width, top, box.width - width, _PITCH), _PITCH)
        return top + _PITCH + 5

    # --- sections ------------------------------------------------------------------------------

    def natural(self, page: Page, columns: Sequence[Sequence[Section]], width: float) -> float:
        """Return the height in mm that the highest of ``columns`` wants at its least sizes."""
        steps = round((self.style.size - self.style.least) * 4)
        return max(self._tall(page, column, width, _GAPS[-1], steps) for column in columns)

    def tall(self, page: Page, columns: Sequence[Sequence[Section]], width: float) -> float:
        """Return the height in mm of the highest of ``columns`` at the wanted size."""
        return max(self._tall(page, column, width, _GAPS[0]) for column in columns)

    def _tall(
        self, page: Page, column: Sequence[Section], width: float, gap: float, steps: int = 0
    ) -> float:
        return sum(natural_heights(page.book, self._rows(page, column, width, gap), [width], steps))

    def draw_sections(
        self,
        page: Page,
        boxes: Sequence[Box],
        columns: Sequence[Sequence[Section]],
        more: Continuation,
    ) -> None:
        """Draw each list of sections down its box; type shrinks alike within a column."""
        for box, column in zip(boxes, columns, strict=True):
            if self.blank:
                self._blank_column(page, box, column)
                continue
            fitting = (g for g in _GAPS if self._tall(page, column, box.width, g) <= box.height)
            gap = next(fitting, _GAPS[-1])
            rows = self._rows(page, column, box.width, gap)
            laid = fit_rows(page.book, rows, [box.width], box.height)
            y = box.y
            for section, row, high, (fitted,) in zip(
                column, rows, laid.heights, laid.fitted, strict=True
            ):
                self._section(page, Box(box.x, y, box.width, high), section)
                cell = row.cells[0]
                if fitted and cell:
                    fitted.draw(page, box.x, y + cell.head)
                    if fitted.rest:
                        what = Label(f"{self.mark} {section.what.text}")
                        end = y + high - gap
                        more.later(page, box.right, end, what, fitted.rest, cell.style)
                y += high

    def _rows(self, page: Page, column: Sequence[Section], width: float, gap: float) -> list[Row]:
        """Return a row for each section; padding above and below counts as the gap under it."""
        head = label_height(page.grid.sizes.label)
        least = head + self.style.size / PT_PER_MM + gap
        boxes = head + gap + (len(self._form_rows(page, width)) - 1) * _ROW + _BOX
        return [
            Row(
                [Cell(s.text, self.style, head=head, pad=(0, gap / 2))],
                least=boxes if s.forms else least,
                share=0,
            )
            for s in column
        ]

    def _section(self, page: Page, box: Box, section: Section) -> None:
        y = label(page, box.x, box.y, box.width, section.what, colour=EDGE)
        if section.forms:
            self._forms(page, Box(box.x, y, box.width, 6))

    def _form_rows(self, page: Page, width: float) -> list[list[tuple[PrototypeForm, str, float]]]:
        """Return the forms in rows, as many in each, with their words and widths."""
        size = self._form_size(width)
        forms = [
            (form, word, page.width(word, size, bold=True) + _BOX + 1.2)
            for form, word in form_words(self.t).items()
        ]
        if sum(wide + 1.5 for *_, wide in forms) - 1.5 <= width:
            return [forms]
        most = max(int((width + 1.5) / (max(wide for *_, wide in forms) + 1.5)), 1)
        each = math.ceil(len(forms) / math.ceil(len(forms) / most))
        return [forms[at : at + each] for at in range(0, len(forms), each)]

    def _form_size(self, width: float) -> float:
        return self.style.size if width > 60 else self.style.least

    def _forms(self, page: Page, box: Box) -> None:
        size = self._form_size(box.width)
        rows = self._form_rows(page, box.width)
        most = len(rows[0])
        free = box.width - sum(wide for *_, wide in rows[0])
        gap = min(5.0, free / max(most - 1, 1))
        step = box.width / most if len(rows) > 1 else 0.0  # rows stand in columns
        middle = box.y + size / PT_PER_MM / 2
        for row in rows:
            x = box.x
            for form, word, wide in row:
                ticked = form in self.data.forms
                marks.checkbox(page, x, middle, ticked=ticked, size=_BOX)
                top = middle - size / PT_PER_MM / 2
                page.text(x + _BOX + 1.2, top, word, size, bold=ticked)
                x += step or wide + gap
            middle += _ROW

    def _blank_column(self, page: Page, box: Box, column: Sequence[Section]) -> None:
        """Spread the sections over the box; each has as many lines as there is room for.

        The rule of the next section serves as the last line, so that none is doubled.
        """
        head = label_height(page.grid.sizes.label)
        boxes = len(self._form_rows(page, box.width)) * _ROW
        fixed = [head + boxes + 1 if s.forms else head - 2.5 for s in column]
        lines = [0 if s.forms else s.lines for s in column]
        spare = int((box.height - sum(fixed)) / _PITCH) - sum(lines)
        while spare < 0 and max(lines) > 1:
            lines[lines.index(max(lines))] -= 1
            spare += 1
        order = [i for i in sorted(range(len(column)), key=lambda i: -lines[i]) if lines[i]]
        for turn in range(max(spare, 0)):
            lines[order[turn % len(order)]] += 1
        y = box.y
        for section, high, count in zip(column, fixed, lines, strict=True):
            self._section(page, Box(box.x, y, box.width, high), section)
            y += high
            last = section is column[-1]
            writing_lines(page, Box(box.x, y, box.width, count * _PITCH), _PITCH, last=last)
            y += count * _PITCH


def form_words(t: Translator) -> dict[PrototypeForm, str]:
    """Return what a prototype is made of, in the report's words."""
    return {
        PrototypeForm.DRAWING: t.context("prototype", "図上"),
        PrototypeForm.PAPER: t.context("prototype", "紙"),
        PrototypeForm.ACTING: t.context("prototype", "演技"),
        PrototypeForm.SCREEN: t.context("prototype", "画面"),
    }


def split_sections(sections: Sequence[Section], columns: int) -> list[list[Section]]:
    """Return ``sections`` dealt to columns in reading order, the first ones a little fuller."""
    if columns == 1:
        return [list(sections)]
    cuts = {2: (3,), 3: (2, 4)}[columns]
    edges = [0, *cuts, len(sections)]
    return [list(sections[a:b]) for a, b in pairwise(edges)]
