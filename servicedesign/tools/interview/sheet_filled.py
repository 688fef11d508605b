"""The filled note: head, questions with the words that came back, findings, what it comes to.

Owns its look and how it runs over pages. Answers of any length flow on, side by side with what was
seen meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import FindingKind
from servicedesign.model.dates import long_date, parse_date
from servicedesign.model.message import msg
from servicedesign.paper.chips import Chip
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow, Placed, Placement, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import ACTION, HAIRLINE, SECOND_TEXT
from servicedesign.tools.interview.sheet_data import EntryData, InterviewData
from servicedesign.tools.interview.sheet_words import SIGNS, Words, set_words
from servicedesign.tools.interview.words import consent_words, kind_words, method_words

PHASE: Final = 1
_PAD: Final = 2.6
_NUMBER: Final = 8.0
"""From the number of a question to its words, mm."""
_TAGS: Final = 15.0
"""For signs and numbers at the left of the answer, mm."""
_SHARES: Final = (0.25, 0.51, 0.24)
"""Question, answer, observation: shares of the width."""
_GAP: Final = 4.0
_TIME: Final = 5.2
"""Height of the time under a question, mm."""
_LEAST: Final = 2
"""Lines of an answer that are begun at the foot of a page at least."""


def draw_note(data: InterviewData, job: SheetJob) -> Document:
    """Draw one filled note."""
    t = job.t
    missing = data.consent.value == "not_yet"
    doc = Document(
        job,
        Heading(
            t("聞き取りメモ"),
            PHASE,
            t(
                "話した言葉をそのまま書き、わかったことに印をつけたものです。名前は書かず、番号で呼びます。"
            ),
            subtitle=data.code,
            chips=(Chip(t("同意がまだ"), "dashed"),) if missing else (),
        ),
    )
    flow = Flow(doc, spacing=4)
    for table in _head(data, t):
        flow.add(table)
    _entries(flow, data, t)
    _findings(flow, data, t)
    if data.summary.strip():
        flow.need(20)
        flow.add(TextBlock(data.summary, _body(doc), Label(t("まとめ"))))
    return doc


def _body(doc: Document) -> TextStyle:
    size = doc.grid.sizes.body
    return TextStyle(size, size)


def _head(data: InterviewData, t: Translator) -> list[Table]:
    day = parse_date(data.date)
    style = TextStyle(11, 10.5, leading=1.35)
    consent = consent_words(t)[data.consent]
    method = method_words(t)[data.method]
    dash = t("（書いていない）")
    first = (long_date(day, t.lang) if day else data.date, data.place, data.interviewer)
    second = (
        data.person,
        f"{method}、{consent}" if t.lang == "ja" else f"{method}, {consent.lower()}",
    )
    return [
        Table(
            [
                Column(t("月日"), 0.29),
                Column(t("場所"), 0.31),
                Column(t("聞き手"), 0.2),
                Column(t("書き手"), 0.2),
            ],
            [[*(part or dash for part in first), data.recorder or dash]],
            style,
        ),
        Table(
            [Column(t("どんな人か（匿名）"), 0.6), Column(t("方法、同意"), 0.4)],
            [[part or dash for part in second]],
            style,
        ),
    ]


def _entries(flow: Flow, data: InterviewData, t: Translator) -> None:
    spacing, flow.spacing = flow.spacing, 0
    shown = [entry for entry in data.entries if _written(entry)]
    if any(entry.marks for entry in shown):
        flow.add(Fixed(4.6, lambda page, box: _legend(page, box, t)))
    for number, entry in enumerate(shown, 1):
        flow.add(_Entry(entry, number, t, first=number == 1, last=number == len(shown)))
    flow.spacing = spacing


def _written(entry: EntryData) -> bool:
    return any(text.strip() for text in (entry.question, entry.verbatim, entry.observation))


def _findings(flow: Flow, data: InterviewData, t: Translator) -> None:
    if not data.findings:
        return
    words = kind_words(t)
    rows = [
        (f"{SIGNS[one.kind]} {words[one.kind]}", one.code, one.text or t("（書いていない）"))
        for one in data.findings
    ]
    flow.need(24)
    shares = (0.17, 0.2, 0.63) if t.lang == "ja" else (0.22, 0.2, 0.58)
    heads = (t("種類"), t("番号"), t("わかったこと"))
    columns = [Column(head, share) for head, share in zip(heads, shares, strict=True)]
    flow.add(Table(columns, rows, TextStyle(11, 10.5, leading=1.35)))


def _legend(page: Page, box: Box, t: Translator) -> None:
    """Write what the signs and lines under words mean."""
    words = kind_words(t)
    lines = {
        FindingKind.FACT: t("実線"),
        FindingKind.INTERPRETATION: t("破線"),
        FindingKind.INSIGHT: t("二重線"),
    }
    parts = [
        t("{sign} {kind}（{line}）", sign=SIGNS[kind], kind=word, line=lines[kind])
        for kind, word in words.items()
    ]
    text, size = "　".join(parts), 9.5
    shown = fit_line(page, text, size, box.width)
    page.text(box.right, box.y, text, shown, colour=SECOND_TEXT, align="right")


@dataclass(frozen=True)
class _Entry:
    """A question, the answer and what was seen, side by side.

    Attributes:
        entry: what is printed.
        number: of the question.
        t: the translator.
        first: whether it is the first one of the note.
        last: whether a rule closes the list under it.
        left: what is left over of the three texts on a later page, or None.
        timed: whether the time is still to be written.
    """

    entry: EntryData
    number: int
    t: Translator
    first: bool = False
    last: bool = False
    left: tuple[Words, Words, Words] | None = None
    timed: bool = True

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much as fits; the columns go on independently."""
        texts = self.left or self._set(flow, width)
        headed = self.first or fresh
        top = (8.4 if headed else 0.0) + _PAD
        tall = max(words.height for words in texts)
        tall = max(tall, texts[0].height + (_TIME if self._timed() else 0.0))
        if top + tall + _PAD <= height:
            return self._placed(texts, top, tall, None, headed=headed, width=width)
        counts = [words.room(height - top - _PAD) for words in texts]
        if not fresh and (counts[1] < _LEAST or top + tall + _PAD <= flow.page.grid.body.height):
            return None
        flow.doc.warn(
            msg("問い{number}の答えは長いため、つづきを次に印刷します。", number=self.number)
        )
        question, answer, seen = (
            words.after(count) for words, count in zip(texts, counts, strict=True)
        )
        tall = height - top - _PAD
        timed = self.timed and not self._time_fits(texts[0], tall)
        rest = replace(self, left=(question, answer, seen), first=False, timed=timed)
        return self._placed(texts, top, tall, rest, headed=headed, width=width)

    def _timed(self) -> bool:
        return bool(self.entry.time) and self.timed

    def _time_fits(self, question: Words, tall: float) -> bool:
        """Tell whether the time has its place under the end of the question."""
        return question.height + _TIME <= tall + 0.01

    def _set(self, flow: Flow, width: float) -> tuple[Words, Words, Words]:
        book, entry = flow.page.book, self.entry
        question, answer, seen = _widths(width)
        plain = TextStyle(11, 11, leading=1.42)
        return (
            set_words(book, entry.question, question - _NUMBER, replace(plain, bold=True)),
            set_words(book, entry.verbatim, answer - _TAGS, TextStyle(12, 12), entry.marks),
            set_words(book, entry.observation, seen, replace(plain, size=10.5, least=10.5)),
        )

    def _placed(
        self,
        texts: tuple[Words, Words, Words],
        top: float,
        tall: float,
        rest: _Entry | None,
        *,
        headed: bool,
        width: float,
    ) -> Placement:
        def paint(page: Page, x: float, y: float) -> None:
            self._draw(page, x, y, width, texts, top, tall, headed=headed)
            if self.last and rest is None:
                bottom = y + top + tall + _PAD
                page.line(x, bottom, x + width, bottom, 0.5)

        after = 5.0 if self.last and rest is None else 0.0
        return Placed(top + tall + _PAD + after, paint, rest)

    def _draw(
        self,
        page: Page,
        x: float,
        y: float,
        width: float,
        texts: tuple[Words, Words, Words],
        top: float,
        tall: float,
        *,
        headed: bool,
    ) -> None:
        question, answer, _ = _widths(width)
        second = x + question + _GAP
        third = second + answer + _GAP
        if headed:
            self._heads(page, x, y, width, (second + _TAGS, third))
        else:
            page.line(x, y, x + width, y, 0.25, HAIRLINE)
        y += top
        counts = [words.room(tall) for words in texts]
        if self.left is None:
            size = 14 if self.number < 100 else 10
            page.text(x, y - 0.4, str(self.number), size, bold=True, colour=ACTION)
        texts[0].draw(page, x + _NUMBER, y, counts[0])
        texts[1].draw(page, second + _TAGS, y, counts[1], _TAGS)
        texts[2].draw(page, third, y, counts[2])
        if self._timed() and self._time_fits(texts[0], tall):
            below = y + texts[0].height + (1.4 if texts[0].height else 0.0)
            page.text(x + _NUMBER, below, self.entry.time, 9.5, colour=SECOND_TEXT)

    def _heads(
        self, page: Page, x: float, y: float, width: float, places: tuple[float, float]
    ) -> None:
        t, size = self.t, 10.5
        heads = (t("問い"), t("話したままの言葉"), t("見たこと・様子"))
        page.line(x, y, x + width, y, 0.5)
        for left, head in zip((x, *places), heads, strict=True):
            page.text(left, y + 1.6, head, size, bold=True)
        rule = y + 1.6 + size / PT_PER_MM + 1.4
        page.line(x, rule, x + width, rule, 0.25)


def _widths(width: float) -> tuple[float, float, float]:
    free = width - 2 * _GAP
    question, answer, seen = (share * free for share in _SHARES)
    return question, answer, seen
