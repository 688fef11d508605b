"""The filled check: the strip of all answers, the block of one principle, the closing block.

Owns their look. Must not count answers into one number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import parse_date, short_date
from servicedesign.model.message import msg
from servicedesign.model.principles import Answer
from servicedesign.paper import marks
from servicedesign.paper.document import Document
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.principles.sheet_data import EvidenceData, ItemData, PrinciplesData
from servicedesign.tools.principles.sheet_rows import BOTTOM, INDENT, Aside, Head, RowBlock, TextRow

STEPS: Final = (Answer.DONE, Answer.PARTLY, Answer.NOT_YET, Answer.NOT_APPLICABLE)
"""The four steps of an answer, in the order of print."""
_SIGN: Final = 1.7
"""Radius of a sign in a row, mm."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the blocks of one document share: translator, sizes and the document to warn in.

    Attributes:
        doc: to be drawn into.
        tight: whether type and white are a little less, where that saves a page.
    """

    doc: Document
    tight: bool = False

    @property
    def t(self) -> Translator:
        """Writes for the reader."""
        return self.doc.job.t

    @property
    def text(self) -> TextStyle:
        """Style of evidence, comment and next action."""
        return TextStyle(10.5, 10.5, leading=1.3) if self.tight else TextStyle(11, 11, leading=1.36)

    @property
    def question(self) -> TextStyle:
        """Style of the questions."""
        return TextStyle(10.5, 10.5, leading=1.3)

    @property
    def air(self) -> float:
        """Share of the white between rows and under blocks that is left."""
        return 0.7 if self.tight else 1.0

    @property
    def lead(self) -> float:
        """Width from the left edge of a block to the texts behind a label, mm."""
        return INDENT + (27.0 if self.t.lang == "en" else 18.0)

    def join(self, parts: Iterable[str]) -> str:
        """Return ``parts`` as a list in the reader's language."""
        return ("、" if self.t.lang == "ja" else ", ").join(part for part in parts if part)

    def split_warning(self, number: int) -> None:
        """Tell whoever prints that a principle runs over more than one column."""
        self.doc.warn(msg("箇条{number}は長いため、つづきを次に印刷します。", number=number))


def answer_words(t: Translator) -> dict[Answer, str]:
    """Return the steps of an answer in words, the one not given last."""
    return {
        Answer.DONE: t.context("answer", "できている"),
        Answer.PARTLY: t.context("answer", "一部"),
        Answer.NOT_YET: t.context("answer", "まだ"),
        Answer.NOT_APPLICABLE: t.context("answer", "対象外"),
        Answer.UNSET: t.context("answer", "答えていない"),
    }


# --- the strip over all ---------------------------------------------------------------------------


def strip(page: Page, box: Box, words: Words, data: PrinciplesData) -> float:
    """Draw the answers of all principles in a row and their counts; return the height in mm."""
    count = max(len(data.items), 1)
    step = box.width / count
    page.line(box.x, box.y, box.right, box.y, 0.5)
    for i, item in enumerate(data.items):
        middle = box.x + (i + 0.5) * step
        size = min(12.0, 12.0 * step * 0.9 / page.width(str(item.number), 12, bold=True))
        page.text(middle, box.y + 1.6, str(item.number), size, bold=True, align="center")
        draw_sign(page, middle, box.y + 9.4, item.answer, min(2.4, step * 0.4))
    page.line(box.x, box.y + 13.4, box.right, box.y + 13.4, 0.5)
    return 15.6 + _counts(page, Box(box.x, box.y + 15.6, box.width, 6), words, data)


def _counts(page: Page, box: Box, words: Words, data: PrinciplesData) -> float:
    t, size = words.t, 10.5
    counts = Counter(item.answer for item in data.items)
    named = answer_words(t)
    shown = [a for a in named if a in STEPS or counts[a]]
    x, middle = box.x, box.y + size / PT_PER_MM / 2
    for answer in shown:
        draw_sign(page, x + _SIGN, middle, answer, _SIGN)
        label = f"{named[answer]} {counts[answer]}"
        x += 2 * _SIGN + 1.4
        x += page.text(x, box.y, label, size, bold=True) + 6
    edition = t("版：{title}", title=data.edition) if data.edition else ""
    style = TextStyle(size, size, colour=SECOND_TEXT)
    one = fit(page.book, edition, box.right - x, 4.2, style)
    if not one.rest:
        one.draw(page, box.right - one.width, box.y)
        return 8.6
    below = fit(page.book, edition, box.width, 15, style)
    below.draw(page, box.x, box.y + 6.2)
    if below.rest:
        words.doc.keep_whole(t("12箇条の版"), data.edition)
    return 6.2 + below.height + 5


def draw_sign(page: Page, x: float, y: float, answer: Answer, r: float) -> None:
    """Draw ● ◐ ○ – of an answer; one that is not given is a small dot."""
    if answer is Answer.UNSET:
        page.circle(x, y, 0.5, fill=EDGE)
    else:
        marks.progress(page, x, y, str(answer), r)


def _answer_aside(words: Words, answer: Answer, size: float, *, bold: bool) -> Aside:
    """Return what draws sign and word; the signs of all rows stand under one another."""
    label = answer_words(words.t)[answer]
    grey = answer is Answer.UNSET

    def draw(page: Page, right: float, y: float) -> None:
        x = right - answer_width(page, words)
        draw_sign(page, x + _SIGN, y, answer, _SIGN + (0.4 if bold else 0))
        colour = SECOND_TEXT if grey else "#000000"
        left = x + 2 * _SIGN + 1.8
        page.text(left, y - size / PT_PER_MM / 2, label, size, bold=bold, colour=colour)

    return draw


def answer_width(page: Page, words: Words) -> float:
    """Return the width in mm that the longest answer takes with its sign."""
    longest = max(
        page.width(word, 12 if answer in STEPS else 10.5, bold=True)
        for answer, word in answer_words(words.t).items()
    )
    return 2 * _SIGN + 1.8 + longest


# --- one principle --------------------------------------------------------------------------------


def item_block(words: Words, item: ItemData) -> RowBlock:
    """Return the block of one principle."""
    t = words.t
    page = words.doc.pages[-1]
    tail = answer_width(page, words) + 4
    column = _column_width(words)
    size = 12 if item.answer in STEPS else 10.5
    aside = _answer_aside(words, item.answer, size, bold=True)
    head = Head(str(item.number), item.title, aside, tail)
    rows: list[TextRow] = []
    left_over = head.set(page, column).rest
    if left_over:
        rows.append(TextRow(left_over, TextStyle(12, 12, bold=True, leading=1.35), tail=tail))
    for check in item.checks:
        aside = _answer_aside(words, check.answer, 10.5, bold=False)
        last = check is item.checks[-1]
        gap = (2.6 if last else 1.4) * words.air
        rows.append(TextRow(check.question, words.question, tail=tail, aside=aside, gap=gap))
    rows += _said(words, item)
    return RowBlock(
        rows,
        head,
        name=t("{heading}（つづき）", heading=t("箇条{number}", number=item.number)),
        on_split=lambda: words.split_warning(item.number),
        bottom=BOTTOM * words.air,
    )


def _column_width(words: Words) -> float:
    grid = words.doc.grid
    single = grid.layout == "A4" and not grid.landscape
    return grid.text_width if single else (grid.text_width - 8) / 2


def _said(words: Words, item: ItemData) -> list[TextRow]:
    """Return comment, evidence and next action; what is missing is said to be missing."""
    t = words.t
    missing = "" if item.answer is Answer.NOT_APPLICABLE else t("まだ書いていません")
    pairs = (
        (t.context("principles", "一言"), item.comment, ""),
        (t.context("principles", "根拠"), evidence_text(words, item.evidence), missing),
        (t("次の一手"), next_text(words, item), missing),
    )
    rows = []
    for label, text, instead in pairs:
        if text.strip():
            rows.append(TextRow(text, words.text, label, words.lead, gap=1.6 * words.air))
        elif instead:
            style = TextStyle(10.5, 10.5, leading=1.4, colour=SECOND_TEXT)
            rows.append(TextRow(instead, style, label, words.lead, gap=1.6 * words.air))
    return rows


def evidence_text(words: Words, evidence: tuple[EvidenceData, ...]) -> str:
    """Return codes and titles of the records that a principle rests on."""
    joint = "／" if words.t.lang == "ja" else "; "
    return joint.join(
        " ".join(part for part in (one.code or words.t(one.kind), one.title) if part)
        for one in evidence
    )


def next_text(words: Words, item: ItemData) -> str:
    """Return the next action with who does it and until when."""
    t = words.t
    day = parse_date(item.due)
    until = t("{date}まで", date=short_date(day, t.lang) if day else item.due) if item.due else ""
    behind = words.join((item.owner, until))
    if not behind:
        return item.next_action
    if not item.next_action.strip():
        return behind
    return f"{item.next_action}（{behind}）" if t.lang == "ja" else f"{item.next_action} ({behind})"


# --- the end --------------------------------------------------------------------------------------


def closing_block(words: Words, data: PrinciplesData) -> RowBlock:
    """Return the block that says what changed since the last review and who checked."""
    t = words.t
    day = parse_date(data.review_date)
    since = t("前回（{date}）から", date=short_date(day, t.lang)) if day else t("前回から")
    checked = parse_date(data.checked_on)
    lines = (
        (since, changes_text(words, data)),
        (t("前回のメモ"), data.review_note),
        (t("確かめた人"), data.checked_by),
        (t("確かめた日"), short_date(checked, t.lang) if checked else data.checked_on),
    )
    page = words.doc.pages[-1]
    lead = max(46.0, *(page.width(label, 10.5, bold=True) + 4 for label, _ in lines))
    rows = [_closing_row(words, label, text, lead) for label, text in lines if text.strip()]
    return RowBlock(rows, name=t("{heading}（つづき）", heading=since))


def _closing_row(words: Words, label: str, text: str, lead: float) -> TextRow:
    def draw(page: Page, right: float, y: float) -> None:
        x = right - _column_width(words)
        page.text(x, y - 10.5 / PT_PER_MM / 2, label, 10.5, bold=True)

    return TextRow(text, words.text, lead=lead, aside=draw, gap=2.2)


def changes_text(words: Words, data: PrinciplesData) -> str:
    """Return what changed since the last review, the same change of several principles once."""
    t = words.t
    if not data.review_date:
        return t("前の記録はありません。")
    if not data.changes:
        return t("答えは変わっていません。")
    groups: dict[tuple[Answer, Answer], list[str]] = {}
    for change in data.changes:
        groups.setdefault((change.before, change.after), []).append(str(change.number))
    named = answer_words(t)
    sentences = [
        t(
            "{numbers}が「{before}」から「{after}」に。",
            numbers=words.join(numbers),
            before=named[before],
            after=named[after],
        )
        for (before, after), numbers in groups.items()
    ]
    return ("" if t.lang == "ja" else " ").join(sentences)
