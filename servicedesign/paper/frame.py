"""The frame of every sheet: phase rule, header, footer with the ruler.

Owns what is the same on all pages (look/sheets, Parts). Must not draw any content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.marks import town
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tokens import ACTION, EDGE, INK, SECOND_TEXT

if TYPE_CHECKING:
    from servicedesign.paper.document import SheetJob


def phase_names(t: Translator) -> tuple[str, ...]:
    """Return the report's order as it stands over every sheet; a sheet names its place, 0 to 5."""
    return (
        t.context("frame", "準備"),
        t.context("frame", "1 ニーズの発見"),
        t.context("frame", "2 アイデアの創出"),
        t.context("frame", "3 試作とテスト"),
        t.context("frame", "4 提供に向けて"),
        t.context("frame", "12箇条"),
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of the header, already in the reader's language.

    Attributes:
        title: of the sheet.
        phase: its place in phase_names, 0 to 5; None for none.
        purpose: one line that says what the sheet is for and how to fill it in.
        subtitle: beside the title.
        chips: beside the title.
        fields: 班, 名前 and 月日 to fill in; None means on blank sheets.
        aside: mm kept free at the right of the title, for a portrait.
    """

    title: str
    phase: int | None = None
    purpose: str = ""
    subtitle: str = ""
    chips: tuple[Chip, ...] = ()
    fields: bool | None = None
    aside: float = 0


def draw_frame(page: Page, heading: Heading, job: SheetJob) -> None:
    """Draw the frame on ``page``; numbers follow when the file is written."""
    _phase_rule(page, heading, job)
    _running_head(page, job)
    _title(page, heading, job)
    footer_date = long_date(job.frame.date, job.lang)
    page.late.append(lambda last, n: draw_footer(last, job, footer_date, n))
    _punch_tick(page)


def _phase_rule(page: Page, heading: Heading, job: SheetJob) -> None:
    g = page.grid
    small = g.layout == "A4"
    size = g.sizes.frame
    end = 12.0 if g.width < 250 else 20.0
    middle = (g.text_width - 2 * end - 5 * g.gutter) / 4
    rule = g.top + 5.4 if small else g.top + 6.1
    x = g.left
    for index, label in enumerate(phase_names(job.t)):
        width = end if index in {0, 5} else middle
        now = index == heading.phase
        if now:
            page.rect(x, rule - 0.9 if small else rule - 1.3, width, 1.5, fill=ACTION)
        else:
            page.line(x, rule, x + width, rule, 0.35, EDGE)
        fitted = min(size, size * width / max(page.width(label, size, now), 0.1))
        page.text(
            x,
            g.top + (size - fitted) * 0.3,
            label,
            fitted,
            bold=now,
            colour=INK if now else SECOND_TEXT,
        )
        x += width + g.gutter


def _running_head(page: Page, job: SheetJob) -> None:
    g, frame = page.grid, job.frame
    size = g.sizes.frame
    y = 20.6 if g.layout == "A4" else 21.0
    x = g.width - g.right
    joint = ", " if job.lang == "en" else "  "
    place = joint.join(part for part in (frame.organisation, frame.section) if part)
    room = g.text_width * 0.45
    if place:
        style = TextStyle(size, size * 0.7, leading=1.1)
        shown = fit(page.book, place, room, size * 0.36, style)
        width = shown.width
        shown.draw(page, x - width, y, colour=SECOND_TEXT)
        x -= width + 1
        town(page, x - 2.3, y + size * 0.176, 2.2)
        x -= 7
    if frame.project:
        style = TextStyle(size, size * 0.6, bold=True, leading=1.1)
        shown = fit(page.book, frame.project, x - g.left - 40, size * 0.36, style)
        shown.draw(page, x - shown.width, y)


def _title(page: Page, heading: Heading, job: SheetJob) -> None:
    g = page.grid
    sizes = g.sizes
    small = g.layout == "A4"
    top = 25.6 if small else 24.8
    blank = job.blank if heading.fields is None else heading.fields
    right = (
        g.width
        - g.right
        - (max(heading.aside, 120 if not small else 74) if blank else heading.aside)
    )
    extras = sum(chip_width(page, c, sizes.chip + 1.5) + 3 for c in heading.chips)
    size = sizes.title
    room = right - g.left - extras
    width = page.width(heading.title, size, bold=True)
    if width > room:
        size = max(size * room / width, sizes.least)
    base = top + sizes.title * 0.88 / 2.8346
    page.text(g.left, base - size * 0.88 / 2.8346, heading.title, size, bold=True)
    x = g.left + page.width(heading.title, size, bold=True) + (5 if small else 4.5)
    for one in heading.chips:
        x += chip(page, x, base - 6.2 if not small else base - 5.2, one, sizes.chip + 3) + 3
    if heading.subtitle:
        _line(page, heading.subtitle, x, base, sizes.body if small else 14, right - x)
    purpose_y = 36.3 if small else 37.6
    if heading.purpose:
        purpose_base = purpose_y + sizes.note * 0.88 / 2.8346
        _line(page, heading.purpose, g.left, purpose_base, sizes.note, g.text_width - heading.aside)
    if blank:
        _fields(page, job, base)


def _line(page: Page, text: str, x: float, base: float, size: float, room: float) -> None:
    """Write one line on a baseline, smaller when the room is short."""
    width = page.width(text, size)
    if width > room > 0:
        size = max(size * room / width, 7)
    page.text(x, base - size * 0.88 / 2.8346, text, size)


def _fields(page: Page, job: SheetJob, base: float) -> None:
    """Draw 班, 名前 and 月日 with their lines, ending at the right margin."""
    g = page.grid
    size = g.sizes.note
    lengths = (10.0, 26.0, 18.0) if g.layout == "A4" else (16.0, 40.0, 26.0)
    x = g.width - g.right
    t = job.t
    words = (t.context("frame", "班"), t.context("frame", "名前"), t.context("frame", "月日"))
    for label, length in reversed(list(zip(words, lengths, strict=True))):
        page.line(x - length, base + 0.6, x, base + 0.6, 0.5)
        width = page.width(label, size)
        page.text(x - length - 1.6 - width, base - size * 0.88 / 2.8346, label, size)
        x -= length + width + 5


def draw_footer(page: Page, job: SheetJob, date: str, n: Numbering) -> None:
    """Draw hairline, date, ruler and page number."""
    g = page.grid
    size = g.sizes.frame
    right = g.width - g.right
    page.line(g.left, g.foot, right, g.foot, 0.35, EDGE)
    y = g.foot + 3
    page.text(g.left, y, date, size, colour=SECOND_TEXT)
    label = job.t("{number} ／ {total} ページ", number=n.number, total=n.total)
    page.text(right, y, label, size, colour=SECOND_TEXT, align="right")
    start = g.left + page.width(date, size)
    end = right - page.width(label, size)
    draw_ruler(page, job, (start + end) / 2 if g.layout == "A4" else g.width / 2, g.foot + 6.4)


def draw_ruler(page: Page, job: SheetJob, middle: float, base: float) -> None:
    """Draw the 100 mm ruler around ``middle``, true to size on every paper."""
    k = 1 / page.grid.scale
    with page.at(middle, base, k, 1):
        page.line(-50, 0, 50, 0, 0.5)
        for i in range(11):
            page.line(
                -50 + i * 10, 0, -50 + i * 10, -3 if i in {0, 10} else -1.8 if i == 5 else -1.4, 0.5
            )
        page.text(
            0,
            -5.6,
            job.t("実際のサイズで印刷すると100 mm"),
            page.grid.sizes.ruler,
            colour=SECOND_TEXT,
            align="center",
        )


def _punch_tick(page: Page) -> None:
    g = page.grid
    if g.layout == "A4" and not g.landscape:
        page.line(8.5, g.height / 2, 11.5, g.height / 2, 0.35, EDGE)
