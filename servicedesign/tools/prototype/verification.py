"""The report's questions to a prototype, answered by users and by staff, and what follows.

Owns the table of answers and the verdict under it (report ch. 7 §1). One sign has
one meaning everywhere: ring, triangle, cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.journey import Outcome
from servicedesign.model.prototype import Side, Verification, VerificationQuestion
from servicedesign.paper import marks
from servicedesign.paper.chips import Chip, chip, chip_height
from servicedesign.paper.flow import Continuation
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row, fit_rows, natural_heights
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lay
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.prototype.content import VersionData

_SIGN: Final = 4.2
"""Diameter of a sign, mm."""
_BLANK_ROWS: Final = (19.0, 15.5)
"""Rows to write in, mm: as they should be, and where a lying A4 has no more room."""
_VERDICT: Final = 7.6
"""Least height of the verdict, mm."""


def question_words(t: Translator) -> dict[VerificationQuestion, str]:
    """Return the report's questions in a few words."""
    return {
        VerificationQuestion.MEETS_NEED: t("ニーズを満たすか"),
        VerificationQuestion.NOT_EXCESSIVE: t("やりすぎでないか"),
        VerificationQuestion.COST: t("費用は見合うか"),
        VerificationQuestion.STAFF_TIME: t("手間は続くか"),
        VerificationQuestion.CONTENT: t("納得できるか"),
    }


def side_words(t: Translator) -> dict[Side, str]:
    """Return who answers: users first, then staff."""
    return {
        Side.USER: t.context("prototype", "利用者"),
        Side.PROVIDER: t.context("prototype", "職員"),
    }


def outcome_words(t: Translator) -> dict[Outcome, str]:
    """Return what the three signs say of a question."""
    return {
        Outcome.DONE: t.context("prototype", "はい"),
        Outcome.PARTLY: t.context("prototype", "一部"),
        Outcome.FAILED: t.context("prototype", "いいえ"),
    }


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The table of one version with its verdict.

    Attributes:
        data: the version.
        t: writes for the reader.
        blank: whether it is drawn to be filled in by hand.
        mark: which version this is, for labels on later pages.
        first: width of the first column in mm.
    """

    data: VersionData
    t: Translator
    blank: bool
    mark: str
    first: float = 26.0

    def height(self, page: Page, width: float, most: float) -> float:
        """Return the height in mm that is wanted, ``most`` at the largest."""
        rows = natural_heights(page.book, self._rows(page), self._widths(width))
        wanted = self._head_height(page, width) + sum(rows) + self._verdict_height(page, width)
        wanted += self._legend_height
        return wanted if self.blank else min(wanted, most)

    def draw(self, page: Page, box: Box, more: Continuation) -> None:
        """Draw the table at the top of ``box``, the verdict under it, the legend last."""
        widths = self._widths(box.width)
        head = self._head_height(page, box.width)
        self._head(page, Box(box.x, box.y, box.width, head), widths)
        verdict = self._verdict_height(page, box.width)
        room = box.height - head - verdict - self._legend_height
        rows = self._rows(page)
        laid = fit_rows(
            page.book, rows, widths, min(room, sum(natural_heights(page.book, rows, widths)))
        )
        y = box.y + head
        for side, row, high, fitted in zip(
            side_words(self.t), rows, laid.heights, laid.fitted, strict=True
        ):
            self._side(page, Box(box.x, y, self.first, high), side)
            place = Box(box.x + self.first, y, widths[1], high)
            self._answers(page, place, side, row, fitted, more)
            y += high
            last = side is Side.PROVIDER
            page.line(box.x, y, box.right, y, 0.75 if last else 0.35, "#000000" if last else EDGE)
        self._verdict(page, Box(box.x, y + 2.2, box.width, verdict - 2.2), more)
        if not self.blank:
            self._legend(page, box.x, y + verdict)

    def _answers(
        self,
        page: Page,
        first: Box,
        side: Side,
        row: Row,
        fitted: Sequence[Fitted | None],
        more: Continuation,
    ) -> None:
        """Draw the signs and notes of one side; ``first`` is the place of the first answer."""
        questions = question_words(self.t)
        place = first
        for question, cell, one in zip(questions, row.cells[1:], fitted[1:], strict=True):
            self._sign(page, place, self._answer(side, question))
            if one and cell:
                inner = place.inset(*cell.pad).below(cell.head)
                one.draw(page, inner.x, inner.y, align="center", width=inner.width)
                if one.rest:
                    words = f"{self.mark} {side_words(self.t)[side]} {questions[question]}"
                    more.later(
                        page, place.right - 1, inner.bottom, Label(words), one.rest, cell.style
                    )
            place = Box(place.right, place.y, place.width, place.height)

    # --- head ----------------------------------------------------------------------------------

    def _widths(self, width: float) -> list[float]:
        each = (width - self.first) / len(question_words(self.t))
        return [self.first, *[each] * len(question_words(self.t))]

    def _head_style(self, page: Page) -> TextStyle:
        size = page.grid.sizes.label
        return TextStyle(size, 9, bold=True, leading=1.2, balanced=True)

    def _head_height(self, page: Page, width: float) -> float:
        each = self._widths(width)[1] - 2
        heads = [self._set_head(page, words, each) for words in question_words(self.t).values()]
        return max(one.height for one in heads) + 4.4

    def _set_head(self, page: Page, words: str, width: float) -> Fitted:
        """Return a question set so that its longest word is not broken."""
        style = self._head_style(page)
        longest = max((page.width(w, style.size, bold=True) for w in words.split()), default=0)
        size = style.size
        if self.t.lang == "en" and longest > width:
            size = max(size * width / longest, 7)
        return lay(page.book, words, width, style, size)

    def _head(self, page: Page, box: Box, widths: list[float]) -> None:
        page.line(box.x, box.y, box.right, box.y, 0.75)
        size = page.grid.sizes.label
        middle = box.y + box.height / 2
        page.text(box.x, middle - size / PT_PER_MM / 2, self.t("確かめ"), size, bold=True)
        x = box.x + widths[0]
        for words, width in zip(question_words(self.t).values(), widths[1:], strict=True):
            shown = self._set_head(page, words, width - 2)
            shown.draw(page, x + 1, middle - shown.height / 2, align="center", width=width - 2)
            x += width
        page.line(box.x, box.bottom, box.right, box.bottom, 0.35, EDGE)

    # --- rows ----------------------------------------------------------------------------------

    def _answer(self, side: Side, question: VerificationQuestion) -> Verification:
        for answer in self.data.answers:
            if answer.side is side and answer.question is question:
                return answer
        return Verification(question=question, side=side)

    def _rows(self, page: Page) -> list[Row]:
        size = 11.0 if page.grid.layout == "A3" else 10.5
        style = TextStyle(size, 10.5 if page.grid.layout == "A3" else 9.5, leading=1.3)
        head = _SIGN + 1.6
        rows = []
        for side in side_words(self.t):
            notes = [self._answer(side, question).note for question in question_words(self.t)]
            cells = [
                Cell("" if self.blank else note, style, head=head, pad=(1.2, 2.2)) for note in notes
            ]
            least = self._blank_row(page) if self.blank else _SIGN + 6.4
            rows.append(Row([None, *cells], least=least))
        return rows

    def _blank_row(self, page: Page) -> float:
        grid = page.grid
        return _BLANK_ROWS[grid.layout == "A4" and grid.landscape]

    def _side(self, page: Page, box: Box, side: Side) -> None:
        size = page.grid.sizes.label
        y = box.y + 2.2 + _SIGN / 2 - size / PT_PER_MM / 2
        x = box.x + page.text(box.x, y, side_words(self.t)[side], size, bold=True) + 1.6
        count = self.data.user_count if side is Side.USER else self.data.provider_count
        if self.blank:
            y += size / PT_PER_MM + 7
            page.line(box.x, y, box.x + 12, y, 0.35, EDGE)
            page.text(box.x + 13, y - 10.5 / PT_PER_MM, self.t.context("people", "人"), 10.5)
        elif count is not None:
            words = self.t.plural("{n}人", count)
            room = box.right - x
            if page.width(words, 10.5) > room:
                x, y = box.x, y + size / PT_PER_MM + 1
            page.text(x, y + 0.2, words, 10.5, colour=SECOND_TEXT)

    def _sign(self, page: Page, box: Box, answer: Verification) -> None:
        middle, y = box.x + box.width / 2, box.y + 2.2 + _SIGN / 2
        if self.blank:
            self._signs_to_ring(page, middle, y, min(box.width / 3.2, 11))
        elif answer.outcome is Outcome.UNSET:
            y -= 10.5 / PT_PER_MM / 2
            page.text(
                middle,
                y,
                self.t.context("prototype", "まだ"),
                10.5,
                colour=SECOND_TEXT,
                align="center",
            )
        else:
            marks.outcome(page, middle, y, str(answer.outcome), _SIGN)

    def _signs_to_ring(self, page: Page, middle: float, y: float, step: float) -> None:
        """Draw the three signs in grey: the one that holds gets a ring around it."""
        r = 1.7
        page.circle(middle - step, y + 0.6, r, stroke=EDGE, line=0.9)
        points = [(middle, y - r + 0.6), (middle + r, y + r + 0.2), (middle - r, y + r + 0.2)]
        page.shape(points, stroke=EDGE, line=0.9)
        x, s = middle + step, r * 0.85
        page.line(x - s, y - s + 0.6, x + s, y + s + 0.6, 0.9, EDGE)
        page.line(x - s, y + s + 0.6, x + s, y - s + 0.6, 0.9, EDGE)

    # --- verdict -------------------------------------------------------------------------------

    def _verdict_words(self) -> tuple[str, str]:
        """Return words and kind of the chip."""
        d, t = self.data, self.t
        if d.number < d.latest:
            return t("直して第{number}版へ", number=d.number + 1), "outline"
        if d.ready:
            return t("双方が納得：次の段階へ"), "accent"
        return t("次の段階へはまだ"), "outline"

    def _condition(self) -> str:
        reason = self.data.ready_reason
        return self.t("残る条件：{text}", text=reason) if reason else ""

    def _verdict_lead(self, page: Page) -> float:
        """Return mm from the left edge to the condition."""
        sizes = page.grid.sizes
        words = page.width(self.t("判定"), sizes.label, bold=True)
        return words + page.width(self._verdict_words()[0], sizes.chip + 2, bold=True) + 16

    def _condition_style(self, page: Page) -> TextStyle:
        size = 11.0 if page.grid.layout == "A3" else 10.5
        return TextStyle(size, 10.5, leading=1.3)

    def _verdict_height(self, page: Page, width: float) -> float:
        if self.blank:
            return _VERDICT + 11
        room, style = width - self._verdict_lead(page), self._condition_style(page)
        text = lay(page.book, self._condition()[:600], room, style)
        return max(_VERDICT, min(text.height + 1.2, 22)) + 2.2

    def _verdict(self, page: Page, box: Box, more: Continuation) -> None:
        size = page.grid.sizes.label
        middle = box.y + 2.7
        x = box.x + page.text(box.x, middle - size / PT_PER_MM / 2, self.t("判定"), size, bold=True)
        x += 4
        if self.blank:
            self._blank_verdict(page, box, x, middle)
            return
        words, kind = self._verdict_words()
        chip_size = page.grid.sizes.chip + 2
        chip(page, x, middle - chip_height(chip_size) / 2, Chip(words, kind), chip_size)
        condition = self._condition()
        if condition:
            lead = self._verdict_lead(page)
            style = self._condition_style(page)
            place = Box(box.x + lead, box.y + 0.8, box.width - lead, box.height)
            one = fit(page.book, condition, place.width, style.size / PT_PER_MM, style)
            if one.rest:
                what = Label(f"{self.mark} {self.t('残る条件')}")
                more.text(page, place, what, condition, style)
            else:
                one.draw(page, place.x, middle - one.height / 2, align="right", width=place.width)

    def _blank_verdict(self, page: Page, box: Box, x: float, middle: float) -> None:
        size = page.grid.sizes.note
        top = middle - size / PT_PER_MM / 2
        for words in (
            self.t.context("prototype", "次の段階へ"),
            self.t("直してもう一度"),
            self.t("やめる"),
        ):
            marks.checkbox(page, x, middle, size=4.2)
            x += 5.8 + page.text(x + 5.8, top, words, size) + 6
        wide = sum(page.width(word, 10.5) for word in outcome_words(self.t).values())
        left = box.right - wide - len(outcome_words(self.t)) * 9.6 + 5
        self._legend(page, max(x, left), middle - 10.5 / PT_PER_MM / 2)
        y = box.y + 13
        x = box.x + page.text(box.x, y - size / PT_PER_MM, self.t("残る条件"), size, bold=True) + 3
        page.line(x, y + 1, box.right, y + 1, 0.35, EDGE)

    # --- legend --------------------------------------------------------------------------------

    @property
    def _legend_height(self) -> float:
        return 1.0 if self.blank else 6.0

    def _legend(self, page: Page, x: float, y: float) -> None:
        """Say in words what the signs mean."""
        for outcome, words in outcome_words(self.t).items():
            marks.outcome(page, x + 1.6, y + 1.9, str(outcome), 2.9)
            x += 4.6 + page.text(x + 4.6, y, words, 10.5, colour=SECOND_TEXT) + 5
