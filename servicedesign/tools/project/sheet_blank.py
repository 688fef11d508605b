"""What is filled in by hand around the phases: goal, theme, period, meetings, who, next step.

Owns the look of the lines to write on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from servicedesign.model import ServiceKind
from servicedesign.paper.flow import Fixed
from servicedesign.paper.labels import (
    TRACKING,
    Label,
    fit_line,
    label,
    label_height,
    writing_lines,
)
from servicedesign.paper.marks import checkbox
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.project.sheet_filled import info_label
from servicedesign.tools.project.sheet_kit import Kit, em
from servicedesign.tools.project_facts import KIND_WORDS
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS, WANTED_KINDS

_LINE: Final = 9.3
"""Height of a line for a pen on A4, mm; on A3 it takes a marker."""
_MEETINGS: Final = 3
_MEETING_SHARES: Final = (0.29, 0.29, 0.42)
"""Of when, where and what in the width beside the numbers."""
_NAMED: Final = 0.55
"""Most of a line that the name of a side may take."""


def _pitch(kit: Kit) -> float:
    return _LINE * (kit.stretch if kit.large else 1.0)


def _head(kit: Kit) -> float:
    return label_height(kit.page.grid.sizes.label) - 2.6


def aim(kit: Kit) -> Fixed:
    """Return lines for goal and theme, and beside them for period, kind and section."""
    pitch, head = _pitch(kit), _head(kit)
    aside = kit.width * 0.36

    def paint(page: Page, box: Box) -> None:
        wide = box.width - aside - 6
        y = box.y
        for name in ("goal", "theme"):
            label(page, box.x, y, wide, Label(info_label(kit, name)))
            lines = Box(box.x, y + head, wide, 2 * pitch)
            writing_lines(page, lines, pitch, last=name == "theme")
            y += head + 2 * pitch
        _draw_facts(kit, page, Box(box.right - aside, box.y, aside, box.height))

    return Fixed(2 * (head + 2 * pitch), paint)


def _draw_facts(kit: Kit, page: Page, box: Box) -> None:
    t, pitch, head = kit.t, _pitch(kit), _head(kit)
    y = box.y
    label(page, box.x, y, box.width, Label(t.context("overview", "期間")))
    middle = box.x + box.width / 2
    base = y + head + pitch
    size = kit.body.size
    page.text(middle, base - em(size) - 0.8, t.context("overview", "～"), size, align="center")
    y = base  # the rule of the next fact is the line to write on
    top = label(page, box.x, y, box.width, Label(info_label(kit, "service_kind")))
    for kind in (ServiceKind.EXISTING, ServiceKind.NEW):
        words = t(KIND_WORDS[kind])
        fitted = fit_line(page, words, size, box.width - 7)
        checkbox(page, box.x, top + em(size) / 2)
        page.text(box.x + 6.4, top + (em(size) - em(fitted)) / 2, words, fitted)
        top += pitch * 0.6
    y = box.bottom - pitch - head
    label(page, box.x, y, box.width, Label(t.context("overview", "担当")))
    page.line(box.x, box.bottom, box.right, box.bottom, 0.35, EDGE)


def meetings(kit: Kit) -> Fixed:
    """Return a table of the days on which the workshop meets."""
    pitch, head = _pitch(kit), _head(kit)
    t = kit.t

    def paint(page: Page, box: Box) -> None:
        label(page, box.x, box.y, box.width, Label(t("会の日程")))
        titles = (t("月日と時刻"), t("場所"), t("そこまでにすること"))
        named = page.width(t("会の日程"), page.grid.sizes.label, True, TRACKING) + 4
        lead = max(named, 0.15 * box.width)
        x, columns = box.x + lead, []
        for share in _MEETING_SHARES:
            wide = share * (box.width - lead)
            columns.append(Box(x, box.y + 1.6, wide - 4, 0))
            x += wide
        columns[-1] = replace(columns[-1], width=box.right - columns[-1].x)
        for column, title in zip(columns, titles, strict=True):
            fitted = fit_line(page, title, kit.small.size, column.width)
            page.text(column.x, column.y, title, fitted, colour=SECOND_TEXT)
        for row in range(_MEETINGS):
            base = box.y + head + (row + 1) * pitch
            number = str(row + 1)
            page.text(box.x + 1, base - em(kit.body.size) - 1, number, kit.body.size, bold=True)
            for column in columns:
                page.line(column.x, base, column.right, base, 0.35, EDGE)

    return Fixed(head + _MEETINGS * pitch, paint)


def people(kit: Kit) -> Fixed:
    """Return a line for each side that should take part."""
    pitch, head = _pitch(kit), _head(kit)
    rows = (len(WANTED_KINDS) + 1) // 2
    t, size = kit.t, kit.body.size
    half = (kit.width - 7) / 2
    lead = max(kit.page.width(t(STAKEHOLDER_WORDS[kind]), size) for kind in WANTED_KINDS) + 3
    if lead > half * _NAMED:  # the longer names on two lines, so that there is room to write
        lead, size = half * _NAMED, kit.small.size
    style = TextStyle(size, size, leading=1.12)

    def paint(page: Page, box: Box) -> None:
        note = t("立場ごとに、だれに来てもらうか")
        label(page, box.x, box.y, box.width, Label(t("参加者と立場"), note=note))
        for number, kind in enumerate(WANTED_KINDS):
            x = box.x + (number % 2) * (half + 7)
            base = box.y + head + (number // 2 + 1) * pitch
            words = lay(page.book, t(STAKEHOLDER_WORDS[kind]), lead - 1, style)
            words.draw(page, x, base - words.height - 0.6)
            page.line(x + lead, base, x + half, base, 0.35, EDGE)

    return Fixed(head + rows * pitch, paint)


def next_step(kit: Kit) -> Fixed:
    """Return lines for what is done next, by whom and until when."""
    pitch, head = _pitch(kit), _head(kit)

    def paint(page: Page, box: Box) -> None:
        note = kit.t("何を、だれが、いつまでに")
        label(page, box.x, box.y, box.width, Label(kit.t("次にすること"), note=note))
        writing_lines(page, Box(box.x, box.y + head, box.width, pitch), pitch)

    return Fixed(head + pitch, paint)
