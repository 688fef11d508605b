"""All interviews on one sheet: who was heard, what was found, where it is used.

Owns the summary: a row for each source, then the findings by kind. Must not change a record.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model import FindingKind, Interview
from servicedesign.model.dates import parse_date, short_date
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.table import Column, Table
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.interview.sheet_data import (
    FindingData,
    InterviewData,
    NotesData,
    UseData,
    interview_data,
)
from servicedesign.tools.interview.sheet_filled import PHASE
from servicedesign.tools.interview.sheet_words import SIGNS
from servicedesign.tools.interview.words import (
    consent_words,
    kind_questions,
    kind_words,
    method_words,
)

if TYPE_CHECKING:
    from servicedesign.store import Project

_STYLE: Final = TextStyle(11, 10.5, leading=1.35)
_WIDEST: Final = 28.5
"""Most mm for a column of short words: a number, a date, a count."""
_PERSON: Final = 0.42
"""Share of what is left over that tells who it was; what it comes to takes the rest."""


def gather(project: Project, only: str | None = None) -> NotesData | None:
    """Return all sources with their findings; None when there is none."""
    del only  # the summary is of all of them
    notes = tuple(interview_data(project, one, uses=True) for one in project.all(Interview))
    return NotesData(notes) if notes else None


def blank_data(project: Project | None) -> NotesData:
    """Return nothing to show: the summary is made from what was written."""
    del project
    return NotesData()


def draw(data: NotesData, job: SheetJob) -> Document:
    """Draw the summary."""
    t = job.t
    purpose = t("だれに聞き、何がわかり、どこに使ったかの一覧です。番号から元のメモに戻れます。")
    count = t.plural("{n}件", len(data.interviews))
    doc = Document(job, Heading(t("聞き取りのまとめ"), PHASE, purpose, subtitle=count))
    flow = Flow(doc, spacing=5)
    flow.add(_sources(data, flow, t))
    for kind in FindingKind:
        found = [one for note in data.interviews for one in note.findings if one.kind is kind]
        if found:
            flow.need(56)
            flow.add(_heading(kind, len(found), t))
            flow.add(_findings(found, t))
    return doc


def _sources(data: NotesData, flow: Flow, t: Translator) -> Table:
    heads = (t("番号、方法"), t("月日、同意"), t("どんな人か（匿名）"), t("まとめ"), t("件数"))
    rows = [_source(note, t) for note in data.interviews]
    style = _STYLE if t.lang == "ja" else replace(_STYLE, size=10.5)
    code, date, count = (
        _short_width(flow.page, [row[at] for row in (heads, *rows)], style.size)
        for at in (0, 1, len(heads) - 1)
    )
    free = flow.doc.grid.text_width - 12 - code - date - count
    widths = (code, date, free * _PERSON, free * (1 - _PERSON), count)
    columns = [
        Column(head, width, numbers=head is heads[-1])
        for head, width in zip(heads, widths, strict=True)
    ]
    return Table(columns, rows, style)


def _short_width(page: Page, texts: list[str], size: float) -> float:
    """Return mm for the longest line of ``texts``; the head may break between its words."""
    head, *rest = texts
    lines = [*head.split(), *(line for text in rest for line in text.split("\n"))]
    return min(max(page.width(line, size) for line in lines) + 0.5, _WIDEST)


def _source(note: InterviewData, t: Translator) -> tuple[str, ...]:
    day = parse_date(note.date)
    date = short_date(day, t.lang) if day else note.date
    return (
        f"{note.code}\n{method_words(t)[note.method]}".strip(),
        f"{date}\n{consent_words(t)[note.consent]}".strip(),
        note.person.strip() or "–",
        note.summary.strip() or "–",
        str(len(note.findings)),
    )


def _heading(kind: FindingKind, count: int, t: Translator) -> Fixed:
    words = f"{SIGNS[kind]} {kind_words(t)[kind]}"
    note = kind_questions(t)[kind]

    def paint(page: Page, box: Box) -> None:
        size = page.grid.sizes.heading
        x = box.x + page.text(box.x, box.y, words, size, bold=True) + 4
        small = page.grid.sizes.note
        down = (size - small) / PT_PER_MM * 0.88
        x += page.text(x, box.y + down, str(count), small, colour=SECOND_TEXT) + 4
        shown = fit_line(page, note, small, box.right - x)
        page.text(x, box.y + down, note, shown, colour=SECOND_TEXT)

    return Fixed(5.4, paint)


def _findings(found: list[FindingData], t: Translator) -> Table:
    columns = [
        Column(t("番号"), 0.18),
        Column(t("わかったこと"), 0.45),
        Column(t("使った所"), 0.37),
    ]
    joint = "、" if t.lang == "ja" else ", "
    rows = [
        (one.code, one.text, joint.join(dict.fromkeys(_use(use, t) for use in one.uses)) or "–")
        for one in found
    ]
    return Table(columns, rows, _STYLE)


def _use(use: UseData, t: Translator) -> str:
    if use.field:
        return t("{name}（{field}）", name=use.name or t(use.kind), field=t(use.field))
    if not use.name:
        return t(use.kind)
    return t("{kind} {name}", kind=t(use.kind), name=use.name)
