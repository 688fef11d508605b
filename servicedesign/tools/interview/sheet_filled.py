"""The filled note: head, questions with the words that came back, findings, what it comes to.

Owns its look and how it runs over pages. Answers of any length flow on, side by side with what was
seen meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import FindingKind, SourceMethod
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
_NUMBER: Final = 11.6
"""From the number of a question to its words, mm; the time stands under the number."""
_TAGS: Final = 15.0
"""For signs and numbers at the left of the answer, mm."""
_SHARES: Final = (0.27, 0.5, 0.23)
"""Question, answer, observation: shares of the width."""
_GAP: Final = 4.0
_TIME: Final = 9.2
"""Height of the number of a question and the time under it, mm."""
_UNDER: Final = 5.7
"""From the top of the number to the time, mm."""
_LEAST: Final = 2
"""Lines of an answer that are begun at the foot of a page at least."""


_SHORT: Final = 3
"""Notes of up to this many pages are set closer where that saves the last one."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How close the note is set.

    Attributes:
        pad: over and under the words of a question, mm.
        leading: of these words.
        spacing: between the parts of the note, mm.
    """

    pad: float = 2.6
    leading: float = 1.45
    spacing: float = 4.0


_CLOSE: Final = _Look(1.2, 1.3, 2.6)


def draw_note(data: InterviewData, job: SheetJob) -> Document:
    """Draw one filled note; a little closer where that saves a page that would be almost empty."""
    doc = _draw_note(data, job, _Look())
    if 1 < len(doc.pages) <= _SHORT:
        closer = _draw_note(data, job, _CLOSE)
        if len(closer.pages) < len(doc.pages):
            return closer
    return doc


def _draw_note(data: InterviewData, job: SheetJob, look: _Look) -> Document:
    t = job.t
    missing = data.consent.value == "not_yet"
    doc = Document(
        job,
        Heading(
            t("聞き取りメモ"),
            PHASE,
            _purpose(data.method, t),
            subtitle=data.code,
            chips=(Chip(t("同意がまだ"), "dashed"),) if missing else (),
        ),
    )
    flow = Flow(doc, spacing=look.spacing)
    for table in _head(data, t):
        flow.add(table)
    _entries(flow, data, t, look)
    _findings(flow, data, t, look)
    if data.summary.strip():
        flow.need(15)
        flow.add(TextBlock(data.summary, _body(doc), Label(t("まとめ"))))
    return doc


def _purpose(method: SourceMethod, t: Translator) -> str:
    if method is SourceMethod.OBSERVATION:
        return t("その場で見聞きしたことを書き、わかったことに印をつけたものです。")
    if method is SourceMethod.DATA:
        return t("名前などを除いた資料から、わかったことを書き出したものです。")
    return t(
        "話した言葉をそのまま書き、わかったことに印をつけたものです。名前は書かず、番号で呼びます。"
    )


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
    second = (data.person, method, consent)
    return [
        Table(
            [
                Column(t("月日"), 0.32),
                Column(t("場所"), 0.3),
                Column(t("聞き手"), 0.19),
                Column(t("書き手"), 0.19),
            ],
            [[*(part or dash for part in first), data.recorder or dash]],
            style,
        ),
        Table(
            [
                Column(t("どんな人か（匿名）"), 0.6),
                Column(t("方法"), 0.2),
                Column(t("同意"), 0.2),
            ],
            [[part or dash for part in second]],
            style,
        ),
    ]


def _entries(flow: Flow, data: InterviewData, t: Translator, look: _Look) -> None:
    spacing, flow.spacing = flow.spacing, 0
    shown = [entry for entry in data.entries if _written(entry)]
    if any(entry.marks for entry in shown):
        flow.add(Fixed(4.6, lambda page, box: _legend(page, box, t)))
    for number, entry in enumerate(shown, 1):
        first, last = number == 1, number == len(shown)
        flow.add(_Entry(entry, number, t, look, first=first, last=last))
    flow.spacing = spacing


def _written(entry: EntryData) -> bool:
    return any(text.strip() for text in (entry.question, entry.verbatim, entry.observation))


def _findings(flow: Flow, data: InterviewData, t: Translator, look: _Look) -> None:
    if not data.findings:
        return
    words = kind_words(t)
    rows = [
        (f"{SIGNS[one.kind]} {words[one.kind]}", one.code, one.text or t("（書いていない）"))
        for one in data.findings
    ]
    flow.need(24)
    heads, style = (
        (t("種類"), t("番号"), t("わかったこと")),
        TextStyle(11, 10.5, leading=look.leading - 0.1),
    )
    page, width = flow.page, flow.doc.grid.text_width
    kind, code = (
        min(max(page.width(row[at], style.size) for row in (heads, *rows)) + 2, width / 4)
        for at in (0, 1)
    )
    columns = [
        Column(heads[0], kind),
        Column(heads[1], code),
        Column(heads[2], width - kind - code),
    ]
    flow.add(Table(columns, rows, style))


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
        look: how close it is set.
        first: whether it is the first one of the note.
        last: whether a rule closes the list under it.
        left: what is left over of the three texts on a later page, or None.
        timed: whether the time is still to be written.
    """

    entry: EntryData
    number: int
    t: Translator
    look: _Look = _Look()
    first: bool = False
    last: bool = False
    left: tuple[Words, Words, Words] | None = None
    timed: bool = True

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much as fits; the columns go on independently."""
        texts = self.left or self._set(flow, width)
        headed = self.first or fresh
        top = (8.4 if headed else 0.0) + self.look.pad
        tall = max(words.height for words in texts)
        tall = max(tall, _TIME if self._timed() else 0.0)
        if top + tall + self.look.pad <= height:
            return self._placed(texts, top, tall, None, headed=headed, width=width)
        counts = [words.room(height - top - self.look.pad) for words in texts]
        if not fresh and (
            counts[1] < _LEAST or top + tall + self.look.pad <= flow.page.grid.body.height
        ):
            return None
        flow.doc.warn(
            msg("質問{number}の答えは長いため、つづきを次に印刷します。", number=self.number)
        )
        question, answer, seen = (
            words.after(count) for words, count in zip(texts, counts, strict=True)
        )
        tall = height - top - self.look.pad
        timed = self.timed and not self._time_fits(tall)
        rest = replace(self, left=(question, answer, seen), first=False, timed=timed)
        return self._placed(texts, top, tall, rest, headed=headed, width=width)

    def _timed(self) -> bool:
        return bool(self.entry.time) and self.timed

    def _time_fits(self, tall: float) -> bool:
        """Tell whether the time has its place under the number of the question."""
        return self.left is not None or tall + 0.01 >= _TIME

    def _set(self, flow: Flow, width: float) -> tuple[Words, Words, Words]:
        book, entry = flow.page.book, self.entry
        question, answer, seen = _widths(width)
        leading = self.look.leading
        plain = TextStyle(11, 11, leading=leading - 0.03)
        spoken = TextStyle(12, 12, leading=leading)
        return (
            set_words(book, entry.question, question - _NUMBER, replace(plain, bold=True)),
            set_words(book, entry.verbatim, answer - _TAGS, spoken, entry.marks),
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
                bottom = y + top + tall + self.look.pad
                page.line(x, bottom, x + width, bottom, 0.5)

        after = 5.0 if self.last and rest is None else 0.0
        return Placed(top + tall + self.look.pad + after, paint, rest)

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
        if self._timed() and self._time_fits(tall):
            below = y + (_UNDER if self.left is None else 0.0)
            shown = fit_line(page, self.entry.time, 9.5, _NUMBER - 1, least=6)
            page.text(x, below, self.entry.time, shown, colour=SECOND_TEXT)

    def _heads(
        self, page: Page, x: float, y: float, width: float, places: tuple[float, float]
    ) -> None:
        t, size = self.t, 10.5
        heads = (t("質問"), t("話したままの言葉"), t("見たこと・様子"))
        page.line(x, y, x + width, y, 0.5)
        for left, head in zip((x, *places), heads, strict=True):
            page.text(left, y + 1.6, head, size, bold=True)
        rule = y + 1.6 + size / PT_PER_MM + 1.4
        page.line(x, rule, x + width, rule, 0.25)


def _widths(width: float) -> tuple[float, float, float]:
    free = width - 2 * _GAP
    question, answer, seen = (share * free for share in _SHARES)
    return question, answer, seen
