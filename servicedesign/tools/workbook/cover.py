"""The cover of the workbook: what it is about, whose it is, and how much work is in it.

Owns the look of the cover, drawn in millimetres of A4 and scaled as a whole. All
numbers are counted in the project. Must not know the sheets behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date
from servicedesign.model.drawing import Placement, compose
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import N_
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading, draw_footer, phase_names
from servicedesign.paper.labels import Label
from servicedesign.paper.marks import town
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.pictures import draw_drawing
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, INK, SECOND_TEXT, TINT
from servicedesign.tools.pictures import Picture, draw_whole
from servicedesign.tools.sketch_drawings import figures

_LEFT: Final = 20.0
_WIDTH: Final = 176.0
_SCENE_TOP: Final = 122.0
_SCENE_END: Final = 214.0
_TITLE: Final = TextStyle(45, 20, bold=True, leading=1.22, balanced=True)
_TITLE_MOST: Final = 56.0
"""Largest height of the name of the service, mm."""
_TEXT: Final = TextStyle(14, 11, leading=1.5)
_THEME_MOST: Final = 38.0
"""Largest height of what it is for, mm."""
_LIFT_MOST: Final = 18.0
"""How far long words may begin above their usual place, mm."""
_ALL_SHEETS: Final = N_("聞き取りから提案までの、すべての紙をまとめました。")
_LEAST_SCENE: Final = 40.0
"""A picture that is lower than this is left out for a long title."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything the project holds."""

    interviews: int = 0
    participants: int = 0
    groups: int = 0
    ideas: int = 0
    prototypes: int = 0
    tests: int = 0
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class CoverData:
    """Words and numbers of the cover."""

    title: str
    theme: str
    note: str
    counts: Counts


def draw_cover(data: CoverData, logo: Picture | None, job: SheetJob) -> Document:
    """Return the cover, with further pages only for words that it cannot hold."""
    t = job.t
    doc = Document(job, Heading(t("表紙")))
    page = doc.new_page(frame=False)
    more = Continuation(doc)
    date = long_date(job.frame.date, job.lang)
    page.late.append(lambda last, n: _footer(last, job, date, n))
    with page.at(0, 0, page.grid.width / 210):
        _top(doc, page, job, logo, date)
        bottom = _titles(page, data, t, more, _lift(page, data, t))
        _scene(page, max(_SCENE_TOP, bottom + 8), t)
        _phases(page, t)
        _numbers(page, data.counts, t)
        note = Box(_LEFT, 262.4, _WIDTH, 12)
        style = TextStyle(10.5, 9, leading=1.35, colour=SECOND_TEXT)
        more.text(page, note, Label(t("ことわり書き")), data.note, style)
    more.finish()
    return doc


def _footer(page: Page, job: SheetJob, date: str, numbering: Numbering) -> None:
    draw_footer(page, job, date, numbering)


def _top(doc: Document, page: Page, job: SheetJob, logo: Picture | None, date: str) -> None:
    """Draw the bar, whose book it is, and the date."""
    page.rect(_LEFT, 14, _WIDTH, 2.1, fill=ACTION)
    if logo is not None:
        draw_whole(page, Box(_LEFT, 23.9, 11.4, 11.4), logo, figures(), pad=0)
    elif job.frame.organisation or job.frame.section:
        town(page, _LEFT + 5.7, 29.6, 5.6)
    right = _LEFT + _WIDTH
    wide = page.text(right, 25.4, date, 13, align="right")
    room = _WIDTH - wide - 22
    y = 25.2
    for words, size, bold in ((job.frame.organisation, 14, True), (job.frame.section, 12.5, False)):
        style = TextStyle(size, 9, bold=bold, leading=1.1)
        shown = fit(page.book, words, room, size / PT_PER_MM * 1.05, style)
        shown.draw(page, _LEFT + 15, y)
        if shown.rest:
            doc.keep_whole(job.t("組織"), words)
        y += 5.7


def _lift(page: Page, data: CoverData, t: Translator) -> float:
    """Return mm by which long words begin higher, so that the picture keeps its full width."""
    title = fit(page.book, data.title, _WIDTH, _TITLE_MOST, _TITLE)
    theme = fit(page.book, data.theme, _WIDTH, _THEME_MOST, _TEXT)
    words = fit(page.book, t(_ALL_SHEETS), _WIDTH, 12, _TEXT)
    tall = 71.4 + title.height + 5.4 + theme.height + 2.6 + words.height + 8
    return min(max(tall - _SCENE_TOP, 0.0), _LIFT_MOST)


def _titles(page: Page, data: CoverData, t: Translator, more: Continuation, lift: float) -> float:
    """Draw the name of the service and what it is for; return the y below."""
    page.text(_LEFT, 61.6 - lift, t("サービスデザインの記録"), 15, bold=True, colour=ACTION)
    place = Box(_LEFT, 71.4 - lift, _WIDTH, _TITLE_MOST)
    title = more.text(page, place, Label(t("サービス名")), data.title, _TITLE)
    y = place.y + (place.height if title.rest else title.height) + 5.4
    where = Box(_LEFT, y, _WIDTH, _THEME_MOST)
    theme = more.text(page, where, Label(t("テーマ")), data.theme, _TEXT)
    y += (_THEME_MOST if theme.rest else theme.height) + (2.6 if theme.lines else 0)
    return fit(page.book, t(_ALL_SHEETS), _WIDTH, 12, _TEXT).draw(page, _LEFT, y)


def _scene(page: Page, top: float, t: Translator) -> None:
    """Draw the picture as large as the height that is left allows, whole."""
    if _SCENE_END - top < _LEAST_SCENE:
        return
    try:
        size = figures().figure("cover")
    except ProjectError:
        return
    width = min(_WIDTH, (_SCENE_END - top) * size.width / size.height)
    height = width * size.height / size.width
    box = Box(_LEFT, _SCENE_END - height, width, height)
    greeting = Placement("cover", size.width / 2, size.height, text=t("こんにちは"))
    drawing = compose([greeting], figures(), size.width, size.height)
    page.rect(box.x, box.y, box.width, box.height, fill=TINT)
    with page.clipped(box.x, box.y, box.width, box.height):
        draw_drawing(page, box, drawing, cover=True)
    page.rect(box.x, box.y, box.width, box.height, stroke=INK, line=0.75)


def _phases(page: Page, t: Translator) -> None:
    """Draw the way of the method as a rule with its names."""
    end, gap = 12.0, 4.0
    middle = (_WIDTH - 2 * end - 5 * gap) / 4
    x = _LEFT
    for index, name in enumerate(phase_names(t)):
        outer = index in {0, 5}
        width = end if outer else middle
        page.line(x, 226, x + width, 226, 1.4, INK if outer else ACTION)
        size = 9.0 if outer else 11.0
        size = min(size, size * width / page.width(name, size, bold=True))
        page.text(x, 230.6 - size / PT_PER_MM / 2, name, size, bold=True)
        x += width + gap


def _numbers(page: Page, counts: Counts, t: Translator) -> None:
    """Draw what was counted, side by side; what there is none of is left out."""

    def simply(n: int) -> list[str]:
        return [t.context("cover", "{count}件", count=n)] if n else []

    people = [(t.plural("{n}人", n), n) for n in (counts.participants,)]
    people += [(t.plural("{n}班", n), n) for n in (counts.groups,)]
    trials = [(t.plural("{n}種類", n), n) for n in (counts.prototypes,)]
    trials += [(t.plural("{n}回", n), n) for n in (counts.tests,)]
    pairs = (
        (t.context("cover", "聞き取り"), simply(counts.interviews)),
        (t.context("cover", "参加者"), [words for words, n in people if n]),
        (t.context("cover", "アイデア"), simply(counts.ideas)),
        (t.context("cover", "試作とテスト"), [words for words, n in trials if n]),
        (t.context("cover", "提案"), simply(counts.proposals)),
    )
    for i, (label, words) in enumerate((label, words) for label, words in pairs if words):
        x = _LEFT + i * _WIDTH / 5
        page.text(x, 243.8, label, 11, colour=SECOND_TEXT)
        _number(page, x, 249.4, words, t)


def _number(page: Page, x: float, y: float, words: list[str], t: Translator) -> None:
    """Write numbers on one line, or under one another where they are too long for it."""
    room = _WIDTH / 5 - 3
    one = ("・" if t.lang == "ja" else ", ").join(words)
    lines = [one] if page.width(one, 14, bold=True) <= room else words
    widest = max(page.width(line, 12, bold=True) for line in lines)
    size = 14.0 if lines == [one] else min(12.0, 12.0 * room / widest)
    for i, line in enumerate(lines):
        page.text(x, y + i * size / PT_PER_MM * 1.2, line, size, bold=True)
