"""The frame of every sheet: phase rule, header, footer with the ruler.

Owns what is the same on all pages. Must not draw any content.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.model.dates import long_date
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.clean import clean
from servicedesign.paper.marks import town
from servicedesign.paper.page import BASELINE, Numbering, Page
from servicedesign.paper.papers import PT_PER_MM
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


_LEAST_HEAD: Final = 7.0
"""Smallest size of the running head in pt; it is furniture, not content."""
_LEAST_LINE: Final = 8.0
"""Smallest size of sub-title and purpose in pt."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the frame: the text, what it is called, its size and its least size in pt."""

    text: str
    name: str
    size: float
    least: float
    bold: bool = False


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


Keep = Callable[[str, str], None]
"""Takes the name and the whole of a text that the frame could only show the beginning of."""


def draw_frame(page: Page, heading: Heading, job: SheetJob, keep: Keep) -> None:
    """Draw the frame on ``page``; numbers follow when the file is written.

    Args:
        page: where to draw.
        heading: the words of the header.
        job: the rest of the frame's words.
        keep: called for a name that is too long even at the least size.
    """
    _phase_rule(page, heading, job)
    _running_head(page, job, keep)
    _title(page, heading, job, keep)
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


def _running_head(page: Page, job: SheetJob, keep: Keep) -> None:
    g, frame = page.grid, job.frame
    size = g.sizes.frame
    y = 20.6 if g.layout == "A4" else 21.0
    x = g.width - g.right
    joint = ", " if job.lang == "en" else "  "
    place = joint.join(part for part in (frame.organisation, frame.section) if part)
    if place:
        what = Furniture(place, job.t("組織"), size, _LEAST_HEAD)
        words, shown = _shortened(page, what, g.text_width * 0.45, keep)
        x -= page.text(x, y + _drop(size, shown), words, shown, colour=SECOND_TEXT, align="right")
        town(page, x - 3.3, y + size * 0.176, 2.2)
        x -= 8
    if frame.project:
        what = Furniture(frame.project, job.t("プロジェクト"), size, _LEAST_HEAD, bold=True)
        words, shown = _shortened(page, what, x - g.left, keep)
        page.text(x, y + _drop(size, shown), words, shown, bold=True, align="right")


def _drop(size: float, shown: float) -> float:
    """Return mm by which smaller words go down to stand on the baseline of ``size``."""
    return (size - shown) * BASELINE / PT_PER_MM


def _title(page: Page, heading: Heading, job: SheetJob, keep: Keep) -> None:
    g = page.grid
    sizes = g.sizes
    small = g.layout == "A4"
    base = (25.6 if small else 24.8) + sizes.title * BASELINE / PT_PER_MM
    blank = job.blank if heading.fields is None else heading.fields
    aside = max(heading.aside, _fields_width(page, job)) if blank else heading.aside
    gap, chip_size = (5.0, sizes.chip + 2) if small else (4.5, sizes.chip + 3)
    room = g.text_width - aside - sum(chip_width(page, c, chip_size) + 3 for c in heading.chips)
    second = sizes.body if small else 14.0
    wanted = page.width(heading.subtitle, second) + gap if heading.subtitle else 0.0
    # The title keeps six tenths of the line; both shrink when they are too long for it.
    title_room = max(room - wanted, room * 0.6)
    title = Furniture(heading.title, job.t("題名"), sizes.title, sizes.body, bold=True)
    x = g.left + gap + _line(page, title, g.left, base, title_room, keep)
    for one in heading.chips:
        x += chip(page, x, base - (5.2 if small else 6.2), one, chip_size) + 3
    if heading.subtitle:
        under = Furniture(heading.subtitle, job.t("副題"), second, _LEAST_LINE)
        _line(page, under, x, base, g.width - g.right - aside - x, keep)
    if heading.purpose:
        line = (36.3 if small else 37.6) + sizes.note * BASELINE / PT_PER_MM
        use = Furniture(heading.purpose, job.t("使い方"), sizes.note, _LEAST_LINE)
        _line(page, use, g.left, line, g.text_width - heading.aside, keep)
    if blank:
        _fields(page, job, base)


def _line(page: Page, what: Furniture, x: float, base: float, room: float, keep: Keep) -> float:
    """Write one line on a baseline, smaller when the room is short, and return its width."""
    words, size = _shortened(page, what, room, keep)
    return page.text(x, base - size * BASELINE / PT_PER_MM, words, size, bold=what.bold)


def _shortened(page: Page, what: Furniture, room: float, keep: Keep) -> tuple[str, float]:
    """Return words and size that fit into ``room`` mm; what is left out goes to ``keep``."""
    text = clean(what.text).replace("\n", " ")
    width = page.width(text, what.size, what.bold)
    size = what.size if width <= room else max(what.size * max(room, 0) / width, what.least)
    if page.width(text, size, what.bold) <= room + 0.05:
        return text, size
    keep(what.name, what.text)
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = page.width(text[:middle] + "…", size, what.bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low] + "…", size


def _blanks(page: Page, job: SheetJob) -> list[tuple[str, float]]:
    """Return what is filled in on blank sheets, each with the length of its line in mm."""
    lengths = (10.0, 26.0, 18.0) if page.grid.layout == "A4" else (16.0, 40.0, 26.0)
    t = job.t
    words = (t.context("frame", "班"), t.context("frame", "名前"), t.context("frame", "月日"))
    return list(zip(words, lengths, strict=True))


def _fields_width(page: Page, job: SheetJob) -> float:
    """Return mm that 班, 名前 and 月日 take with their lines and the gap before them."""
    size = page.grid.sizes.note
    return sum(page.width(label, size) + length + 6.6 for label, length in _blanks(page, job))


def _fields(page: Page, job: SheetJob, base: float) -> None:
    """Draw 班, 名前 and 月日 with their lines, ending at the right margin."""
    g = page.grid
    size = g.sizes.note
    x = g.width - g.right
    for label, length in reversed(_blanks(page, job)):
        page.line(x - length, base + 0.6, x, base + 0.6, 0.5)
        width = page.width(label, size)
        page.text(x - length - 1.6 - width, base - size * BASELINE / PT_PER_MM, label, size)
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
