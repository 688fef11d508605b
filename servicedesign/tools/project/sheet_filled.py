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

_LONG: Final = 400
"""Most characters of a text that is measured to give it more room; it is continued beyond."""
_ASIDE: Final = 0.37
"""Share of the width that period, kind and section take beside the goal."""
_ASIDE_MOST: Final = 0.45
"""The same at most, where a date is long."""
_LEAST: Final = 9.0
"""Smallest size of a fact beside the goal, pt."""
_KIND: Final = 15.5
_LOW: Final = 12.8
"""Height of the cell of one side with its name on two lines or on one, mm on A4."""
_CELL_GAP: Final = 2.0
_SHRUNK: Final = 0.9
"""A name is made this much smaller before it takes a second line or a second row of cells."""
_STEP: Final = 12.0
"""With less mm for each the principles are written smaller."""


def info_label(kit: Kit, name: str) -> str:
    """Return the name of a fact for people."""
    return kit.t(field_specs(ProjectInfo)[name].label)


def aim(kit: Kit, data: OverviewData, growth: float) -> Fixed:
    """Return goal and theme, up to ``growth`` times as high as usual, and the facts beside."""
    k = max(kit.stretch, 1.0)
    goal_style = TextStyle(18 if kit.large else 15, 12, bold=True, leading=1.35, balanced=True)
    theme_style = TextStyle(14 if kit.large else 12, 10.5, leading=1.4)
    head = label_height(kit.page.grid.sizes.label)
    facts = _facts(kit, data)
    aside = _aside(kit, facts)
    wide = kit.width - aside - 6
    goal_high, theme_high = (
        min(
            max(k * least, lay(kit.page.book, text[:_LONG], wide, style).height + 2),
            k * least * growth,
        )
        for least, text, style in ((22.0, data.goal, goal_style), (16.0, data.theme, theme_style))
    )

    def paint(page: Page, box: Box) -> None:
        y = label(page, box.x, box.y, wide, Label(info_label(kit, "goal")))
        place = Box(box.x, y, wide, goal_high)
        _said(kit, page, place, "goal", data.goal, goal_style)
        y += goal_high + 1
        y = label(page, box.x, y, wide, Label(info_label(kit, "theme")))
        _said(kit, page, Box(box.x, y, wide, theme_high), "theme", data.theme, theme_style)
        _draw_facts(kit, page, Box(box.right - aside, box.y, aside, box.height), facts)

    return Fixed(2 * head + goal_high + theme_high + 1, paint)


def _aside(kit: Kit, facts: list[tuple[str, str]]) -> float:
    """Return the width of the facts, so that a date in any language stays on its line."""
    lines = [line for _, text in facts for line in text.split("\n")[:2]]
    wanted = max((kit.page.width(line[:40], _LEAST) for line in lines), default=0.0) + 0.5
    return max(kit.width * _ASIDE, min(wanted, kit.width * _ASIDE_MOST))


def _said(kit: Kit, page: Page, box: Box, name: str, text: str, style: TextStyle) -> None:
    if text.strip():
        kit.more.text(page, box, Label(info_label(kit, name)), text, style)
    else:
        page.text(box.x, box.y, kit.t("まだ書いていません"), kit.small.size, colour=SECOND_TEXT)


def _facts(kit: Kit, data: OverviewData) -> list[tuple[str, str]]:
    t = kit.t
    section = (" " if t.lang == "ja" else ", ").join(
        part for part in (data.organisation, data.section) if part
    )
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
    style = TextStyle(size, size, bold=True, leading=1.3, balanced=True)
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
        close = step < _STEP
        size, r = (9.0, 1.35) if close else (min(kit.body.size, 4.0 * step), 1.7)
        left, right = (0.6, 1.8) if close else (0.8, 2.6)
        for number, (principle, answer) in enumerate(data.answers):
            middle = box.x + (number + 0.5) * step
            digits = str(principle)
            fitted = fit_line(page, digits, size, step * 0.55, bold=True)
            page.text(middle - left, y + 0.4, digits, fitted, bold=True, align="right")
            sign = ANSWER_SIGNS.get(answer)
            if sign is None:
                page.circle(middle + right, y + 0.4 + em(size) / 2, 0.5, fill=EDGE)
            else:
                draw_sign(page, middle + right, y + 0.4 + em(size) / 2, sign, r)
        page.line(box.x, y + 6.6 * k, box.right, y + 6.6 * k, 0.25, EDGE)

    return Fixed(head + 6.6 * k, paint)


def people(kit: Kit, data: OverviewData) -> Fixed | None:
    """Return how many stand on each side, the missing sides in a dashed frame."""
    if data.people is None:
        return None
    found, t = data.people, kit.t
    head = label_height(kit.page.grid.sizes.label)
    counts = [side_by_side(t, line.count) for line in data.preparation]
    shown = {line.id: words for line, words in zip(data.preparation, counts, strict=True)}
    agenda = shown.get("agenda", "")

    kinds: list[StakeholderKind] = [*WANTED_KINDS]
    if found.kinds[StakeholderKind.OTHER]:
        kinds.append(StakeholderKind.OTHER)
    count, high = _cells(kit, kinds)
    rows = [kinds[at : at + count] for at in range(0, len(kinds), count)]

    def paint(page: Page, box: Box) -> None:
        words = Label(
            t("参加者と立場"),
            note=shown.get("participants") or t("まだ書いていません"),
            reference=t("進行表 {count}", count=agenda) if agenda else "",
        )
        y = label(page, box.x, box.y, box.width, words)
        for row in rows:
            cells = Box(box.x, y, box.width, high).columns(count, _CELL_GAP)
            for kind, cell in zip(row, cells, strict=False):
                _kind(kit, page, cell, kind, found.kinds[kind])
            y += high + _CELL_GAP

    return Fixed(head + len(rows) * (high + _CELL_GAP) - _CELL_GAP, paint)


def _cells(kit: Kit, kinds: list[StakeholderKind]) -> tuple[int, float]:
    """Return how many sides stand in a row, and how high a cell is, so that no name is small."""
    names = [kit.t(STAKEHOLDER_WORDS[kind]) for kind in kinds]
    style, k = kit.small, max(kit.stretch, 1.0)
    for count in (len(kinds), (len(kinds) + 1) // 2):
        room = (kit.width - (count - 1) * _CELL_GAP) / count - 2
        if all(kit.page.width(name, style.size * _SHRUNK) <= room for name in names):
            return count, (_LOW if count < len(kinds) else _KIND) * k
        words = [word for name in names for word in name.split()]
        if all(kit.page.width(word, style.size) <= room for word in words):
            break
    return count, _KIND * k


def _kind(kit: Kit, page: Page, box: Box, kind: StakeholderKind, count: int) -> None:
    t, size = kit.t, kit.small.size
    missing = not count and kind is not StakeholderKind.OTHER
    dash = (1.6, 1.4) if missing else None
    page.rect(box.x, box.y, box.width, box.height, stroke=EDGE, line=0.5, radius=1.2, dash=dash)
    words = t(STAKEHOLDER_WORDS[kind])
    large = 14.0 if kit.large else 12.5
    low = box.bottom - em(large) / 2 - 1.3
    room = Box(box.x + 1, box.y + 0.8, box.width - 2, low - em(large) / 2 - box.y - 0.9)
    fitted = fit_line(page, words, size, room.width)
    size = fitted if fitted >= size * _SHRUNK else size
    style = TextStyle(size, 7, leading=1.12, balanced=t.lang == "ja")
    name = fit(page.book, words, room.width, room.height, style)
    top = room.y + (room.height - name.height) / 2
    name.draw(page, room.x, top, align="center", width=room.width)
    middle = box.x + box.width / 2
    if missing:
        one = Chip(t.context("stakeholder", "まだいない"), "dashed")
        shown = fit_line(page, one.text, kit.page.grid.sizes.chip, box.width - 6, bold=True)
        chip(page, middle - chip_width(page, one, shown) / 2, low - shown * 0.265, one, shown)
    else:
        said = t.plural("{n}人", count)
        fitted = fit_line(page, said, large, box.width - 2.4, bold=True)
        page.text(middle, low - em(fitted) / 2, said, fitted, bold=True, align="center")
