"""What stands around the phases on the filled overview: aim, next step, principles, people.

Owns the look of these blocks.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from servicedesign.model import ProjectInfo
from servicedesign.model.project import StakeholderKind
from servicedesign.model.record import field_specs
from servicedesign.paper.chips import Chip, chip, chip_width
from servicedesign.paper.flow import Fixed
from servicedesign.paper.labels import Label, fit_line, label, label_height, solution_panel
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle, fit, lay
from servicedesign.tokens import ACTION, EDGE, SECOND_TEXT
from servicedesign.tools.project.period import stretch_in_days
from servicedesign.tools.project.principles import ANSWER_SIGNS, count_said
from servicedesign.tools.project.sheet_data import OverviewData
from servicedesign.tools.project.sheet_kit import Kit, draw_sign, em
from servicedesign.tools.project.words import say, side_by_side
from servicedesign.tools.project_facts import KIND_WORDS
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS, WANTED_KINDS

_ASIDE: Final = 0.37
"""Share of the width that period, kind and section take beside the goal."""
_LEAST: Final = 9.0
"""Smallest size of a fact beside the goal, pt."""
_KIND: Final = 15.5
"""Height of the cell of one side, mm on A4."""


def info_label(kit: Kit, name: str) -> str:
    """Return the name of a fact for people."""
    return kit.t(field_specs(ProjectInfo)[name].label)


def aim(kit: Kit, data: OverviewData) -> Fixed:
    """Return goal and theme, and beside them period, kind and section."""
    k = max(kit.stretch, 1.0)
    goal_style = TextStyle(18 if kit.large else 15, 12, bold=True, leading=1.35, balanced=True)
    theme_style = TextStyle(14 if kit.large else 12, 10.5, leading=1.4)
    head = label_height(kit.page.grid.sizes.label)
    goal_high, theme_high = 22.0 * k, 16.0 * k
    facts = _facts(kit, data)
    aside = kit.width * _ASIDE

    def paint(page: Page, box: Box) -> None:
        wide = box.width - aside - 6
        y = label(page, box.x, box.y, wide, Label(info_label(kit, "goal")))
        place = Box(box.x, y, wide, goal_high)
        _said(kit, page, place, "goal", data.goal, goal_style)
        y += goal_high + 1
        y = label(page, box.x, y, wide, Label(info_label(kit, "theme")))
        _said(kit, page, Box(box.x, y, wide, theme_high), "theme", data.theme, theme_style)
        _draw_facts(kit, page, Box(box.right - aside, box.y, aside, box.height), facts)

    return Fixed(2 * head + goal_high + theme_high + 1, paint)


def _said(kit: Kit, page: Page, box: Box, name: str, text: str, style: TextStyle) -> None:
    if text.strip():
        kit.more.text(page, box, Label(info_label(kit, name)), text, style)
    else:
        page.text(box.x, box.y, kit.t("まだ書いていません"), kit.small.size, colour=SECOND_TEXT)


def _facts(kit: Kit, data: OverviewData) -> list[tuple[str, str]]:
    t = kit.t
    section = " ".join(part for part in (data.organisation, data.section) if part)
    pairs = [
        (t.context("overview", "期間"), stretch_in_days(data.start, data.end, t)),
        (info_label(kit, "service_kind"), t(KIND_WORDS[data.kind])),
        (t.context("overview", "担当"), section),
    ]
    return [(name, text) for name, text in pairs if text.strip()]


def _draw_facts(kit: Kit, page: Page, box: Box, facts: list[tuple[str, str]]) -> None:
    y = box.y
    for number, (name, text) in enumerate(facts):
        each = box.height * (0.3 if number else 0.4)
        top = label(page, box.x, y, box.width, Label(name))
        place = Box(box.x, top, box.width, each - (top - y) - 0.2)
        size = min(fit_line(page, line, kit.body.size, box.width) for line in text.split("\n"))
        style = TextStyle(max(size, _LEAST), _LEAST, leading=1.25)
        kit.more.text(page, place, Label(name), text, style)
        y += each


def next_step(kit: Kit, data: OverviewData) -> Fixed | None:
    """Return the panel with what comes next."""
    if data.next is None:
        return None
    t, size = kit.t, 16.0 if kit.large else 14.0
    lead = max(kit.page.width(t("次にすること"), kit.small.size, bold=True) + 5, 26.0)
    style = TextStyle(size, size, bold=True, leading=1.3)
    room = kit.width - lead - 8
    sentence = lay(kit.page.book, say(t, data.next), room, style)
    why = lay(kit.page.book, say(t, data.why) if data.why else "", room, kit.small)
    height = sentence.height + (why.height + 2.2 if why.lines else 0) + 6.4

    def paint(page: Page, box: Box) -> None:
        place = solution_panel(page, box)
        top = place.y + 1.8
        shift = (em(size) - em(kit.small.size)) * 0.88
        page.text(
            place.x + 1, top + shift, t("次にすること"), kit.small.size, bold=True, colour=ACTION
        )
        y = sentence.draw(page, place.x + lead, top)
        why.draw(page, place.x + lead, y + 2.2)

    return Fixed(height, paint)


def principles(kit: Kit, data: OverviewData) -> Fixed | None:
    """Return the row of the 12 principles with the counts of their answers."""
    if not data.answers:
        return None
    k = kit.stretch
    counts = Counter(answer for _, answer in data.answers)
    head = label_height(kit.page.grid.sizes.label)

    def paint(page: Page, box: Box) -> None:
        words = Label(kit.t.context("overview", "12箇条"), note=count_said(kit.t, counts))
        y = label(page, box.x, box.y, box.width, words)
        step = box.width / len(data.answers)
        size = min(kit.body.size, 4.0 * step)
        for number, (principle, answer) in enumerate(data.answers):
            middle = box.x + (number + 0.5) * step
            digits = str(principle)
            fitted = fit_line(page, digits, size, step * 0.55, bold=True)
            page.text(middle - 0.8, y + 0.4, digits, fitted, bold=True, align="right")
            sign = ANSWER_SIGNS.get(answer)
            r = min(1.7, step * 0.17)
            if sign is None:
                page.circle(middle + 2.6, y + 0.4 + em(size) / 2, 0.5, fill=EDGE)
            else:
                draw_sign(page, middle + 2.6, y + 0.4 + em(size) / 2, sign, r)
        page.line(box.x, y + 6.6 * k, box.right, y + 6.6 * k, 0.25, EDGE)

    return Fixed(head + 6.6 * k, paint)


def people(kit: Kit, data: OverviewData) -> Fixed | None:
    """Return how many stand on each side, the missing sides in a dashed frame."""
    if data.people is None:
        return None
    found, k, t = data.people, kit.stretch, kit.t
    head = label_height(kit.page.grid.sizes.label)
    counts = [side_by_side(t, line.count) for line in data.preparation]
    shown = {line.id: words for line, words in zip(data.preparation, counts, strict=True)}
    agenda = shown.get("agenda", "")

    def paint(page: Page, box: Box) -> None:
        words = Label(
            t("参加者と立場"),
            note=shown.get("participants") or t("まだ書いていません"),
            reference=t("進行表 {count}", count=agenda) if agenda else "",
        )
        y = label(page, box.x, box.y, box.width, words)
        kinds: list[StakeholderKind] = [*WANTED_KINDS]
        if found.kinds[StakeholderKind.OTHER]:
            kinds.append(StakeholderKind.OTHER)
        for kind, cell in zip(
            kinds, Box(box.x, y, box.width, _KIND * k).columns(len(kinds), 2), strict=True
        ):
            _kind(kit, page, cell, kind, found.kinds[kind])

    return Fixed(head + _KIND * k, paint)


def _kind(kit: Kit, page: Page, box: Box, kind: StakeholderKind, count: int) -> None:
    t, size = kit.t, kit.small.size
    missing = not count and kind is not StakeholderKind.OTHER
    dash = (1.6, 1.4) if missing else None
    page.rect(box.x, box.y, box.width, box.height, stroke=EDGE, line=0.5, radius=1.2, dash=dash)
    words = t(STAKEHOLDER_WORDS[kind])
    room = Box(box.x + 1, box.y + 1.2, box.width - 2, box.height * 0.56)
    fitted = fit_line(page, words, size, room.width)
    if fitted < _LEAST:  # on two lines, no word broken
        fitted = min(fit_line(page, word, size, room.width * 0.98) for word in words.split())
    style = TextStyle(fitted, min(fitted, 7), leading=1.15, balanced=t.lang == "ja")
    name = fit(page.book, words, room.width, room.height, style)
    top = room.y + (room.height - name.height) / 2
    name.draw(page, room.x, top, align="center", width=room.width)
    middle = box.x + box.width / 2
    low = box.y + box.height * 0.79
    if missing:
        one = Chip(t.context("stakeholder", "まだいない"), "dashed")
        shown = fit_line(page, one.text, kit.page.grid.sizes.chip, box.width - 6, bold=True)
        chip(page, middle - chip_width(page, one, shown) / 2, low - shown * 0.265, one, shown)
    else:
        large = 14.0 if kit.large else 12.5
        said = t.plural("{n}人", count)
        fitted = fit_line(page, said, large, box.width - 2.4, bold=True)
        page.text(middle, low - em(fitted) / 2, said, fitted, bold=True, align="center")
