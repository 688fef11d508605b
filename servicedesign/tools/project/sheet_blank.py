"""What is filled in by hand around the phases: goal, theme, period, meetings, who, next step.

Owns the look of the lines to write on.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import ServiceKind
from servicedesign.paper.flow import Fixed
from servicedesign.paper.labels import Label, fit_line, label, label_height, writing_lines
from servicedesign.paper.marks import checkbox
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.project.sheet_filled import info_label
from servicedesign.tools.project.sheet_kit import Kit, em
from servicedesign.tools.project_facts import KIND_WORDS
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS, WANTED_KINDS

_LINE: Final = 9.3
"""Height of a line for a pen on A4, mm; on A3 it takes a marker."""
_MEETINGS: Final = 3


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
            writing_lines(page, Box(box.x, y + head, wide, 2 * pitch), pitch)
            y += head + 2 * pitch + 2
        _draw_facts(kit, page, Box(box.right - aside, box.y, aside, box.height))

    return Fixed(2 * (head + 2 * pitch) + 2, paint)


def _draw_facts(kit: Kit, page: Page, box: Box) -> None:
    t, pitch, head = kit.t, _pitch(kit), _head(kit)
    y = box.y
    label(page, box.x, y, box.width, Label(t.context("overview", "期間")))
    middle = box.x + box.width / 2
    base = y + head + pitch
    page.line(box.x, base, middle - 4, base, 0.35, EDGE)
    page.line(middle + 4, base, box.right, base, 0.35, EDGE)
    size = kit.body.size
    page.text(middle, base - em(size), t.context("overview", "～"), size, align="center")
    y += head + pitch + 1
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
        shares = (0.15, 0.25, 0.25, 0.35)
        titles = ("", t("月日と時刻"), t("場所"), t("そこまでにすること"))
        x, places = box.x, []
        for share in shares:
            places.append(x)
            x += share * box.width
        top = box.y + 1.6
        for x, title in zip(places[1:], titles[1:], strict=True):
            page.text(x, top, title, kit.small.size, colour=SECOND_TEXT)
        for row in range(_MEETINGS):
            base = box.y + head + (row + 1) * pitch
            number = str(row + 1)
            page.text(box.x + 1, base - em(kit.body.size) - 1, number, kit.body.size, bold=True)
            for x, share in zip(places[1:], shares[1:], strict=True):
                end = box.right if share == shares[-1] else x + share * box.width - 4
                page.line(x, base, end, base, 0.35, EDGE)

    return Fixed(head + _MEETINGS * pitch, paint)


def people(kit: Kit) -> Fixed:
    """Return a line for each side that should take part."""
    pitch, head = _pitch(kit), _head(kit)
    rows = (len(WANTED_KINDS) + 1) // 2
    t, size = kit.t, kit.body.size
    lead = max(kit.page.width(t(STAKEHOLDER_WORDS[kind]), size) for kind in WANTED_KINDS) + 3

    def paint(page: Page, box: Box) -> None:
        note = t("立場ごとに、だれに来てもらうか")
        label(page, box.x, box.y, box.width, Label(t("参加者と立場"), note=note))
        half = (box.width - 7) / 2
        for number, kind in enumerate(WANTED_KINDS):
            x = box.x + (number % 2) * (half + 7)
            base = box.y + head + (number // 2 + 1) * pitch
            words = t(STAKEHOLDER_WORDS[kind])
            page.text(x, base - em(size) - 0.6, words, size)
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
