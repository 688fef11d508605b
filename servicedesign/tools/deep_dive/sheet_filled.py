"""One deep-dive on paper: the idea, whose problem, the flow, what it takes, what was said.

Owns the order of the parts and the band with the name of the idea.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import DeepDive
from servicedesign.model.record import field_specs
from servicedesign.paper import marks
from servicedesign.paper.flow import Continuation
from servicedesign.paper.labels import Label
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import STEP, TextStyle, fit
from servicedesign.tokens import GROUND, STICKIES, TABLE_GROUND
from servicedesign.tools.deep_dive.sheet_bands import (
    COLUMN_GAP,
    Band,
    Column,
    SideBySide,
    Squeeze,
    Texts,
    Worries,
    draw_stack,
)
from servicedesign.tools.deep_dive.sheet_data import DiveData
from servicedesign.tools.deep_dive.sheet_frames import FrameRow, frame_rows
from servicedesign.tools.deep_dive.sheet_look import Look, look_of
from servicedesign.tools.deep_dive.sheet_remarks import Remarks
from servicedesign.tools.deep_dive.words import votes_words

_NEEDS: Final = ("people", "things", "rules", "partners")
_NEEDS_SHARES: Final = (0.55, 0.6, 0.64)
"""Shares of the width that are tried for what is needed, beside the worries."""
_NEEDS_GAP: Final = 4.6


class _Sheet:
    """Draws one deep-dive."""

    def __init__(self, page: Page, data: DiveData, more: Continuation) -> None:
        self.page, self.data, self.more = page, data, more
        self.t: Translator = more.doc.job.t
        self.look: Look = look_of(page.grid)
        self.label_size = page.grid.sizes.label

    def draw(self) -> None:
        """Draw the page, and the parts for which it has no room on further ones."""
        body = self.look.body
        self._banner(Box(body.x, body.y, body.width, self.look.banner))
        rows = frame_rows(self.data.frames, self.look, self.t, body.width)
        below = body.below(self.look.banner + self.look.gap)
        bands = self._bands(rows)
        draw_stack(self.page, below, bands, self.look.gap, self.look.style, self.more)

    def _bands(self, rows: Sequence[FrameRow]) -> list[Band]:
        width = self.look.body.width
        first: Band = Texts(
            (
                Column(Label(self.t("だれの、どの困りごと")), self._whose()),
                Column(self._label("value"), self.data.dive.value.strip()),
                Column(self._label("smallest_trial"), self.data.dive.smallest_trial.strip()),
            ),
            self.look.style,
            self.label_size,
            width,
        )
        bands: list[Band] = [first, *rows, *self._needs(width)]
        comments = [one.strip() for one in self.data.dive.comments if one.strip()]
        if comments:
            bands.append(self._comments(comments, width))
        return bands

    def _whose(self) -> str:
        dive = self.data.dive
        return "\n".join(part for part in (dive.whose.strip(), dive.problem.strip()) if part)

    def _label(self, field: str) -> Label:
        return Label(self.t(field_specs(DeepDive)[field].label))

    def _needs(self, width: float) -> list[Band]:
        columns = [
            Column(self._label(field), str(getattr(self.data.dive, field)).strip(), dotted=True)
            for field in _NEEDS
        ]
        style, size = self.look.style, self.label_size
        worries = self._worries(width)
        if self.look.beside and worries.worries:
            ways = []
            for share in _NEEDS_SHARES:
                left = (width - COLUMN_GAP) * share
                needs = Texts(columns, style, size, left, _NEEDS_GAP)
                ways.append(SideBySide(needs, self._worries(width - COLUMN_GAP - left), share))
            least = Squeeze(round((style.size - style.least) / STEP))
            return [min(ways, key=lambda way: round(way.wanted(self.page.book, least)))]
        needs = Texts(columns, style, size, width, _NEEDS_GAP)
        return [needs, worries] if worries.worries else [needs]

    def _worries(self, wide: float) -> Worries:
        t = self.t
        written = [one for one in self.data.dive.worries if one.worry.strip() or one.answer.strip()]
        heads = (t("心配"), t("答え"), t("心配と答え"))
        pad = 2.6 if self.look.name > 16 else 1.7
        return Worries(written, heads, self.look.style, self.label_size, wide, pad)

    def _comments(self, comments: Sequence[str], width: float) -> Band:
        """Return what was asked and said, in two columns where there is room."""
        what = Label(self.t("質問と意見"), note=self.t("発表のときに出たもの"))
        columns = 2 if self.look.beside and len(comments) > 1 else 1
        return Remarks(comments, what, columns, self.look.style, self.label_size, width)

    # The idea ---------------------------------------------------------------------------------

    def _banner(self, box: Box) -> None:
        """Draw number, star and name on the colour of the group; at the right how it was chosen."""
        page, data, look = self.page, self.data, self.look
        ground = STICKIES.get(data.colour, TABLE_GROUND)
        page.rect(box.x, box.y, box.width, box.height, fill=ground or GROUND)
        x, middle = box.x + 4, box.y + box.height / 2
        if data.number:
            top = middle - look.number / PT_PER_MM / 2
            x += page.text(x, top, str(data.number), look.number, bold=True) + 3.5
        if data.chosen:
            marks.star(page, x + 2.6, middle, 5.2)
            x += 8
        parts = self._aside()
        aside = "　".join(parts)
        right = box.right - 4
        if aside:
            size, room = look.style.size - 1, (right - x) * 0.5
            style = TextStyle(size, 9, leading=1.15)
            said = aside if page.width(aside, size) <= room else "\n".join(parts)
            shown = fit(page.book, said, room, box.height - 1, style)
            shown.draw(page, right - shown.width, middle - shown.height / 2)
            right -= shown.width + 6
            if shown.rest:
                self.more.doc.keep_whole(self.t("合わせて考える案"), aside)
        name = data.dive.title.strip() or self.t("名前のない案")
        style = TextStyle(look.name, 10.5, bold=True, leading=1.15, balanced=True)
        shown = fit(page.book, name, right - x, box.height - 1, style)
        shown.draw(page, x, middle - shown.height / 2)
        if shown.rest:
            self.more.doc.keep_whole(self.t("案の名前"), name)

    def _aside(self) -> list[str]:
        """Return the ideas joined to it and how the vote ended."""
        t, parts = self.t, []
        for number, title in self.data.joined:
            words = t("{number}「{title}」", number=number, title=title) if number else title
            parts.append(words)
        joined = t("{ideas}を合わせて検討", ideas="、".join(parts)) if parts else ""
        votes = votes_words(self.data.tally, t)
        return [part for part in (joined, votes) if part]


def draw_dive(page: Page, data: DiveData, more: Continuation) -> None:
    """Draw one deep-dive on ``page``; what does not fit goes on pages after it."""
    _Sheet(page, data, more).draw()
