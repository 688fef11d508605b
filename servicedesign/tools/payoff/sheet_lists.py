"""Beside the matrix: the ideas in order with their points, and what the review said of them.

Owns these two lists as blocks that run over columns and pages. Must not know where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Outcome
from servicedesign.paper import marks
from servicedesign.paper.flow import Flow, Placed, Placement
from servicedesign.paper.labels import Label, fit_line, label, label_height
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import ACTION, HAIRLINE, INK, SECOND_TEXT
from servicedesign.tools.payoff.quadrants import NAMES, Quadrant, quadrant_of
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import shown
from servicedesign.tools.payoff.sheet_data import IdeaData
from servicedesign.tools.payoff.words import FITS, fit_word, range_words, short_title

_PAD: Final = 1.5
"""Over and under the words of a row, mm."""
_REVIEW_PAD: Final = 1.2
"""The same in the review, whose rows are many."""
_NONE: Final = "―"


@dataclass(frozen=True)
class _Cuts:
    """Where the columns stand, from the left in mm: right edges, and left ones of the last three.

    ``stacked`` says that a spread stands under its points, where there is no room beside them.
    """

    mark: float
    title: float
    impact: float
    feasibility: float
    field: float
    body: float
    small: float
    stacked: bool


def _cuts(page: Page, width: float, t: Translator) -> _Cuts:
    narrow = width < 125
    body, small = (10.5, 8.5) if narrow else (12.0, 9.5)
    field = max(page.width(t(name), body) for name in NAMES.values())
    field = min(field, width * 0.22)
    points = page.width("5.0", body, bold=True)
    spread = page.width(t("{low}〜{high}", low="1.5", high="4.5"), small)
    column = max(points, spread) if narrow else points + 1.2 + spread
    head = min(page.width(t("実現性"), small + 0.5), width * 0.16)
    mark = 8.0 if narrow else 9.5
    left = width - field
    feasibility = left - 3 - max(column, head)
    impact = feasibility - 3 - column
    return _Cuts(mark, impact - 2.5, impact, feasibility, left, body, small, narrow)


@dataclass(frozen=True)
class RankTable:
    """The ideas with their points and fields; the head is repeated in every column.

    Attributes:
        ideas: in order.
        t: the reader's language.
        hidden: whether the points are not told yet.
    """

    ideas: Sequence[IdeaData]
    t: Translator
    hidden: bool = False

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the head and as many rows as fit."""
        page = flow.page
        cuts = _cuts(page, width, self.t)
        head = cuts.body / PT_PER_MM + 2 * _PAD
        used = head
        taken: list[tuple[IdeaData, Fitted]] = []
        for idea in self.ideas:
            words = _title(page, idea, cuts)
            tall = self._tall(idea, words, cuts)
            if used + tall > height and (taken or not fresh):
                break
            taken.append((idea, words))
            used += tall
        if not taken:
            return None
        rest = self.ideas[len(taken) :]
        return Placed(
            used,
            lambda page, x, y: self._draw(page, x, y, width, cuts, taken),
            replace(self, ideas=rest) if rest else None,
        )

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        cuts: _Cuts,
        taken: Sequence[tuple[IdeaData, Fitted]],
    ) -> None:
        page.line(x, y, x + width, y, 0.5)
        self._head(page, x, y + _PAD, cuts)
        y += cuts.body / PT_PER_MM + 2 * _PAD
        page.line(x, y, x + width, y, 0.5)
        before = None
        for idea, words in taken:
            field = self._field(idea)
            if before is not None:
                turn = field is not before[0]
                page.line(x, y, x + width, y, 0.5 if turn else 0.25, INK if turn else HAIRLINE)
            self._row(page, x, y, cuts, idea, words)
            y += self._tall(idea, words, cuts)
            before = (field,)
        page.line(x, y, x + width, y, 0.5)

    def _tall(self, idea: IdeaData, words: Fitted, cuts: _Cuts) -> float:
        least = cuts.body
        if (
            cuts.stacked
            and not self.hidden
            and any(range_words(idea.item, axis, self.t) for axis in Axis if idea.placed)
        ):
            least = cuts.body * 1.22 + cuts.small
        return max(words.height, least / PT_PER_MM) + 2 * _PAD

    def _field(self, idea: IdeaData) -> Quadrant | None:
        if self.hidden or not idea.placed:
            return None
        return quadrant_of(idea.item.impact, idea.item.feasibility)

    def _head(self, page: Page, x: float, y: float, cuts: _Cuts) -> None:
        t = self.t
        heads = (
            (t.context("payoff", "番号"), cuts.mark, "right", cuts.mark),
            (t.context("payoff", "アイデア"), cuts.mark + 2.5, "left", cuts.title - cuts.mark),
            (t("効果"), cuts.impact, "left", cuts.feasibility - cuts.impact - 2.6),
            (t("実現性"), cuts.feasibility, "left", cuts.field - cuts.feasibility - 2.6),
            (t("判定"), cuts.field, "left", 30.0),
        )
        for words, at, align, room in heads:
            size = fit_line(page, words, cuts.small + 0.5, room, least=6)
            page.text(x + at, y + 0.4, words, size, colour=SECOND_TEXT, align=align)

    def _row(
        self, page: Page, x: float, y: float, cuts: _Cuts, idea: IdeaData, words: Fitted
    ) -> None:
        t, field, top = self.t, self._field(idea), y + _PAD
        now = field is Quadrant.NOW
        size = fit_line(page, idea.mark, cuts.body, cuts.mark, bold=True, least=5)
        page.text(x + cuts.mark, top, idea.mark, size, bold=True, align="right")
        words.draw(page, x + cuts.mark + 2.5, top)
        told = field is not None
        for axis, at in ((Axis.IMPACT, cuts.impact), (Axis.FEASIBILITY, cuts.feasibility)):
            value = shown(getattr(idea.item, axis.value)) if told else _NONE
            wide = page.text(x + at, top, value, cuts.body, bold=now)
            spread = range_words(idea.item, axis, t) if told else ""
            if spread and cuts.stacked:
                below = top + cuts.body * 1.22 / PT_PER_MM
                page.text(x + at, below, spread, cuts.small, colour=SECOND_TEXT)
            elif spread:
                lower = top + (cuts.body - cuts.small) * 0.88 / PT_PER_MM
                page.text(x + at + wide + 1.2, lower, spread, cuts.small, colour=SECOND_TEXT)
        if field is not None:
            name = t(NAMES[field])
            ink = ACTION if now else INK
            page.text(x + cuts.field, top, name, cuts.body, bold=now, colour=ink)
        else:
            page.text(x + cuts.field, top, _NONE, cuts.body, colour=SECOND_TEXT)


def _title(page: Page, idea: IdeaData, cuts: _Cuts) -> Fitted:
    now = idea.placed and (quadrant_of(idea.item.impact, idea.item.feasibility) is Quadrant.NOW)
    style = TextStyle(cuts.body, cuts.body, bold=now, leading=1.3)
    words = short_title(idea.title) or "―"
    return lay(page.book, words, cuts.title - cuts.mark - 2.5, style)


# --- the review -----------------------------------------------------------------------------------

_SPLIT: Final = 60.0
"""A reason that is higher than this, in mm, is parted between two columns; others stay whole."""
_SIGNS: Final = {Outcome.DONE: "done", Outcome.PARTLY: "partly", Outcome.FAILED: "failed"}


@dataclass(frozen=True)
class Review:
    """What was said of each idea, against what the persona does and thinks.

    Attributes:
        heading: over the list.
        ideas: those of which something was said.
        t: the reader's language.
        first: False where it is a continuation.
        left: what is left of the reason of the first idea, where it was split; else None.
    """

    heading: str
    ideas: Sequence[IdeaData]
    t: Translator
    first: bool = True
    left: str | None = None

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return the heading and as many ideas as fit; a long reason is split."""
        page = flow.page
        look = _ReviewLook(page, width, self.t)
        used = label_height(page.grid.sizes.label) + look.head
        taken: list[tuple[IdeaData, Fitted, bool]] = []
        rest: Review | None = None
        for number, idea in enumerate(self.ideas):
            again = number == 0 and self.left is not None
            text = self.left if again and self.left is not None else idea.item.comment
            words = look.reason(text, height - used - 2 * _REVIEW_PAD)
            short = words.height + 2 * _REVIEW_PAD > height - used
            whole = bool(taken) and look.reason(text, _SPLIT).rest == ""
            if short or (words.rest and (whole or not words.lines)):
                rest = replace(
                    self, ideas=self.ideas[number:], first=False, left=text if again else None
                )
                break
            taken.append((idea, words, again))
            used += look.tall(words)
            if words.rest:
                rest = replace(self, ideas=self.ideas[number:], first=False, left=words.rest)
                break
        if not taken:
            return None
        return Placed(
            min(used, height),
            lambda page, x, y: self._draw(page, x, y, width, look, taken),
            rest,
        )

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        look: _ReviewLook,
        taken: Sequence[tuple[IdeaData, Fitted, bool]],
    ) -> None:
        t = self.t
        heading = self.heading if self.first else t("{heading}（つづき）", heading=self.heading)
        y = label(page, x, y, width, Label(heading))
        for name, at in ((t("行動"), look.action), (t("思考"), look.thought)):
            page.text(x + at, y, name, look.small, colour=SECOND_TEXT)
        page.text(x + look.text, y, t("理由"), look.small, colour=SECOND_TEXT)
        y += look.head
        for number, (idea, words, again) in enumerate(taken):
            if number:
                page.line(x, y, x + width, y, 0.25, HAIRLINE)
            if not again:
                look.draw_signs(page, x, y + _REVIEW_PAD, idea)
            words.draw(page, x + look.text, y + _REVIEW_PAD)
            y += look.tall(words)


class _ReviewLook:
    """Where things stand in the list of the review."""

    def __init__(self, page: Page, width: float, t: Translator) -> None:
        self._page = page
        self.t = t
        narrow = width < 125
        self.body, self.small = (10.5, 8.5) if narrow else (12.0, 9.5)
        self._mark = 8.0 if narrow else 9.5
        names = [fit_word(answer, t) for answer in FITS]
        widest = max(page.width(word, self.small) for word in names)
        column = max(5.2 + widest + 2.2, page.width(t("行動"), self.small) + 2.2,
                     page.width(t("思考"), self.small) + 2.2)  # fmt: skip
        self.action = self._mark + 3.0
        self.thought = self.action + column
        self.text = self.thought + column
        self._width = width - self.text
        self.head = self.small / PT_PER_MM + 1.6

    def reason(self, text: str, height: float) -> Fitted:
        """Return as much of a reason as fits."""
        size = self.body - 0.5
        style = TextStyle(size, size, leading=1.38)
        return fit(self._page.book, text.strip(), self._width, max(height, 0.0), style)

    def tall(self, words: Fitted) -> float:
        """Return the height of a row."""
        return max(words.height, self.body / PT_PER_MM) + 2 * _REVIEW_PAD

    def draw_signs(self, page: Page, x: float, y: float, idea: IdeaData) -> None:
        """Draw number and both answers."""
        em = self.body / PT_PER_MM
        size = fit_line(page, idea.mark, self.body, self._mark, bold=True, least=5)
        page.text(x + self._mark, y, idea.mark, size, bold=True, align="right")
        answers = ((idea.item.fits_action, self.action), (idea.item.fits_thought, self.thought))
        for answer, at in answers:
            if answer is Outcome.UNSET:
                page.text(x + at, y, _NONE, self.small, colour=SECOND_TEXT)
                continue
            marks.outcome(page, x + at + 1.8, y + em / 2, _SIGNS[answer], 3.2)
            top = y + (em - self.small / PT_PER_MM) / 2
            page.text(x + at + 4.8, top, fit_word(answer, self.t), self.small)
