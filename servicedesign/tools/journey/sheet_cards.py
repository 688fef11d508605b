"""The cards of a map: words with their marks, photos, and the panels of pain and solution.

Owns the height a card wants at a size and how it is drawn. Must not know rows and pages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import EvidenceLevel, LaneKind, Outcome
from servicedesign.paper import marks
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.labels import Label, pain_panel, solution_panel
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.phrased import lay_phrased
from servicedesign.paper.pictures import draw_picture
from servicedesign.paper.share import level
from servicedesign.paper.textbox import TIGHT, Fitted, TextStyle, lay
from servicedesign.tokens import HAIRLINE, SECOND_TEXT
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.sheet_data import Card
from servicedesign.tools.journey.sheet_desk import Desk

LEVELS: Final = {EvidenceLevel.NONE: 0, EvidenceLevel.SOME: 1, EvidenceLevel.RESEARCHED: 2}
PANELS: Final = {LaneKind.PAIN_POINT, LaneKind.SOLUTION}
PAD: Final = (2.6, 2.2)
"""From the edges of a column to its words, across and down, mm."""
GAP: Final = 2.6
"""Between the cards of one place, mm."""
_LONG: Final = 1_500
_SQUARES: Final = 4.8
"""Width of the two squares of evidence, mm."""
_MARK_ROOM: Final = 5.2
CODE_SIZE: Final = 9.0
"""Size of the codes of what a card rests on, pt: a mark of the map."""
_CODES: Final = 40
"""Most characters of codes over the rest of a card; more are told by the list of sources."""
_FOOT: Final = 3.8
"""Height of the line with squares and codes under the words, mm."""
_CODE_PARTS: Final = re.compile("・|, |（| \\(")
"""Parts a code such as ``H-03・12行`` into the source and the place in it."""


@dataclass
class Slot:
    """One card in the width of its column, measured once a size.

    Attributes:
        desk: what it is drawn with.
        card: what it says.
        kind: of its lane.
        width: of the column, mm.
        label: under which the rest of it is continued.
    """

    desk: Desk
    card: Card
    kind: LaneKind
    width: float
    label: Label
    _laid: dict[float, Fitted] = field(default_factory=dict)
    _coded: list[str] | None = None

    @property
    def panel(self) -> bool:
        """Whether it is a tinted panel."""
        return self.kind in PANELS

    @property
    def _squares_beside(self) -> bool:
        """Whether the squares of evidence stand at the right of the marks, over the words."""
        if not self._head():
            return False
        if self.kind is LaneKind.SOLUTION:
            return True
        taken = self._outcome_width() if self.kind is LaneKind.ACTION else self._pain_width()
        return taken + 1.4 + _SQUARES <= self.room

    def _outcome_width(self) -> float:
        """Return mm of the longest outcome with its mark, so that all cards are alike."""
        page, size = self.desk.doc.pages[-1], self.desk.size.mark
        return 5 + max(page.width(self.desk.t(word), size, True) for word in OUTCOME_WORDS.values())

    def _pain_width(self) -> float:
        """Return mm of the number of a pain point with its mark and chip."""
        page, card = self.desk.doc.pages[-1], self.card
        wide = 4.2 + page.width(str(card.number), self.desk.size.mark + 2, True)
        if card.issue:
            wide += 2.2 + chip_width(page, issue_chip(self.desk.t, card.chosen), CODE_SIZE)
        return wide

    @property
    def _rated(self) -> bool:
        """Whether squares of evidence are drawn."""
        always = self.kind is LaneKind.ACTION and self._head() > 0
        return always or self.card.evidence is not EvidenceLevel.NONE

    @property
    def room(self) -> float:
        """Width of its words in mm."""
        return self.width - (6.2 if self.panel else 2 * PAD[0] - 1.2)

    def _style(self, size: float) -> TextStyle:
        return TextStyle(size, size, self.panel, 1.38 if self.panel else 1.43, relaxed=True)

    def _text(self, size: float) -> Fitted:
        if size not in self._laid:
            style = self._style(size)
            self._laid[size] = lay_phrased(self.desk.book, self.card.text, self.room, style)
        return self._laid[size]

    def _head(self) -> float:
        """Return mm over the words for marks."""
        card = self.card
        rated = card.evidence is not EvidenceLevel.NONE
        if self.kind is LaneKind.ACTION and (card.outcome is not Outcome.UNSET or rated):
            return 5.4
        if self.kind is LaneKind.PAIN_POINT and (card.number or rated):
            return 5.6
        if self.kind is LaneKind.SOLUTION and (card.ideas or rated):
            return 6.6 * max(len(self._idea_rows()), 1)
        return 0.0

    def _idea_rows(self) -> list[list[Chip]]:
        """Return the chips 案 n in rows that fit the column."""
        page, x = self.desk.doc.pages[-1], 0.0
        rated = self.card.evidence is not EvidenceLevel.NONE
        room = self.room - (_SQUARES if rated else -1.4)
        rows: list[list[Chip]] = [[]]
        for number in self.card.ideas:
            one = Chip(self.desk.t("案 {number}", number=number), "accent")
            wide = chip_width(page, one, 9.5) + 1.4
            if rows[-1] and x + wide > room:
                rows.append([])
                x = 0.0
            rows[-1].append(one)
            x += wide
        return rows

    def _picture(self) -> float:
        return min(self.room * 0.66, 26.0) + 1.6 if self.card.picture else 0.0

    @property
    def _squares_at_foot(self) -> bool:
        return self._rated and not self._squares_beside

    def _codes(self) -> list[str]:
        """Return the codes in lines: whole where they fit one line, else those of the sources."""
        if self._coded is None:
            codes = self.card.references
            line = joined(codes, self.desk.t)
            room = self.room - (_SQUARES + 1.2 if self._squares_at_foot else 0.0)
            page = self.desk.doc.pages[-1]
            if page.width(line, CODE_SIZE) > room:
                line = joined([_CODE_PARTS.split(code)[0] for code in codes], self.desk.t)
            style = TextStyle(CODE_SIZE, CODE_SIZE, leading=TIGHT, relaxed=True)
            shown = [one.text for one in lay(self.desk.book, line, self.room, style).lines]
            if shown and page.width(shown[-1], CODE_SIZE) > room:
                shown = [one.text for one in lay(self.desk.book, line, room, style).lines]
            self._coded = shown
        return self._coded

    def _foot(self, size: float) -> float:
        """Return mm for squares and codes under the words; 0 where the last line has room."""
        codes = self._codes()
        if not codes and not self._squares_at_foot:
            return 0.0
        shown = self._text(size)
        if len(codes) > 1 or not shown.lines:
            return max(len(codes), 1) * _FOOT
        last = shown.lines[-1].width * shown.size / 1000 / PT_PER_MM
        wide = self.desk.doc.pages[-1].width(codes[0], CODE_SIZE) if codes else 0.0
        wide += _SQUARES + 1.2 if self._squares_at_foot else 0.0
        return 0.0 if last + wide + 1.6 <= self.room else _FOOT

    def height(self, size: float) -> float:
        """Return the height in mm that it wants; infinite when its text is very long."""
        if len(self.card.text) > _LONG:
            return math.inf
        words = self._text(size).height
        pads = 4.6 if self.panel else 0.0
        return self._head() + words + self._foot(size) + self._picture() + pads

    def least(self, size: float) -> float:
        """Return the height in mm at which it can begin and be continued."""
        short = self._head() + size / PT_PER_MM + _MARK_ROOM + min(self._picture(), 13.6)
        return min(short + (4.6 if self.panel else 0.0), self.height(size))

    def draw(self, page: Page, box: Box, size: float) -> None:
        """Draw it into ``box``, which spans the column; what does not fit is continued."""
        whole = self.height(size) <= box.height + 0.05
        inner = self._ground(page, box)
        y = inner.y
        if self._head():
            self._draw_head(page, inner)
            y += self._head()
        picture = self._picture() if whole else min(self._picture(), 13.6)
        below = self._foot(size) if whole else 0.0
        words = Box(inner.x, y, inner.width, inner.bottom - y - picture - below)
        if whole:
            end = self._text(size).draw(page, words.x, words.y)
        else:
            self._begin(page, words, size)
            end = words.bottom
        if self.card.picture:
            place = Box(inner.x, end + 1.6, inner.width, picture - 1.6)
            draw_picture(page, place, self.card.picture)
        if whole:
            self._draw_foot(page, inner)

    def _begin(self, page: Page, box: Box, size: float) -> None:
        """Write what fits; the rest goes on overleaf, with the codes over it."""
        codes = joined(self.card.references, self.desk.t)
        heading = replace(self.label, reference=codes if len(codes) <= _CODES else "")
        self.desk.more.text(page, box, heading, self.card.text, self._style(size))

    def _draw_foot(self, page: Page, box: Box) -> None:
        """Draw codes and squares at the lower right, the squares last."""
        end = box.right
        if self._squares_at_foot:
            left = end - _SQUARES + 0.8
            marks.evidence(page, left, box.bottom - 1.0, LEVELS[self.card.evidence], 1.6)
            end = left - 1.2
        codes = self._codes()
        for place, line in enumerate(codes):
            y = box.bottom - _FOOT * (len(codes) - place) + 0.9
            right = end if place == len(codes) - 1 else box.right
            page.text(right, y, line, CODE_SIZE, colour=SECOND_TEXT, align="right")

    def _ground(self, page: Page, box: Box) -> Box:
        """Draw the panel, if it is one, and return the place for marks and words."""
        if not self.panel:
            return Box(box.x + PAD[0], box.y, self.room, box.height)
        place = Box(box.x + 1, box.y, box.width - 1.8, box.height)
        paint = pain_panel if self.kind is LaneKind.PAIN_POINT else solution_panel
        paint(page, place)
        return Box(box.x + 4.2, box.y + 2.0, self.room, box.height - 4.2)

    def _draw_head(self, page: Page, box: Box) -> None:
        size, middle = self.desk.size.mark, box.y + 1.9
        card, top = self.card, middle - size / PT_PER_MM / 2
        if self.kind is LaneKind.ACTION and card.outcome is not Outcome.UNSET:
            marks.outcome(page, box.x + 1.8, middle, str(card.outcome), 3.4)
            page.text(box.x + 5, top, self.desk.t(OUTCOME_WORDS[card.outcome]), size, bold=True)
        if self.kind is LaneKind.PAIN_POINT and card.number:
            marks.pain(page, box.x + 1.5, middle, 3.4)
            number = size + 2
            x = box.x + 4.2 + page.text(box.x + 4.2, middle - number / PT_PER_MM / 2,
                                        str(card.number), number, bold=True)  # fmt: skip
            if card.issue:
                chip(page, x + 2.2, box.y - 0.5, issue_chip(self.desk.t, card.chosen), CODE_SIZE)
        if self.kind is LaneKind.SOLUTION:
            for i, row in enumerate(self._idea_rows()):
                x = box.x
                for one in row:
                    x += chip(page, x, box.y + i * 6.6 - 0.2, one, 9.5) + 1.4
        if self._rated and self._squares_beside:
            marks.evidence(page, box.right - _SQUARES, middle, LEVELS[card.evidence])


def joined(codes: Sequence[str], t: Translator) -> str:
    """Return codes in one line, each once."""
    return ("; " if t.lang == "en" else "、").join(dict.fromkeys(codes))


def issue_chip(t: Translator, chosen: bool) -> Chip:
    """Return the chip of a pain point that became an issue, filled when it was chosen."""
    return Chip(t("課題"), "solid" if chosen else "outline")


def stack_height(slots: Sequence[Slot], size: float) -> float:
    """Return the height in mm that the cards of one place want together, with space around."""
    if not slots:
        return 0.0
    inner = sum(slot.height(size) for slot in slots) + GAP * (len(slots) - 1)
    return inner + 2 * PAD[1]


def stack_least(slots: Sequence[Slot], size: float) -> float:
    """Return the least height in mm of the cards of one place."""
    if not slots:
        return 0.0
    return sum(slot.least(size) for slot in slots) + GAP * (len(slots) - 1) + 2 * PAD[1]


def draw_stack(page: Page, box: Box, slots: Sequence[Slot], size: float) -> None:
    """Draw the cards of one place one under the other; a lone one fills its box."""
    inner = box.height - 2 * PAD[1] - GAP * (len(slots) - 1)
    wanted = [slot.height(size) for slot in slots]
    if sum(wanted) > inner + 0.05:
        wanted = level(wanted, [slot.least(size) for slot in slots], inner)
    elif len(slots) == 1:
        wanted = [inner]
    y = box.y + PAD[1]
    for place, (slot, tall) in enumerate(zip(slots, wanted, strict=True)):
        if place and not slot.panel:
            middle = y - GAP / 2
            page.line(box.x + PAD[0], middle, box.right - PAD[0], middle, 0.25, HAIRLINE)
        slot.draw(page, Box(box.x, y, box.width, tall), size)
        y += tall + GAP
