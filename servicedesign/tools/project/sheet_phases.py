"""The four phases on paper: numeral, sign, the tools with their counts, what to look at.

Owns their look, filled and to be filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES, Progress
from servicedesign.paper import marks
from servicedesign.paper.flow import Fixed
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import Fitted, lay
from servicedesign.tokens import EDGE, INK, SECOND_TEXT
from servicedesign.tools.project.actions import PHASE_HINTS
from servicedesign.tools.project.line_states import LineState
from servicedesign.tools.project.sheet_data import PhaseData
from servicedesign.tools.project.sheet_kit import Kit, draw_sign, em
from servicedesign.tools.project.words import say, side_by_side

_HEAD: Final = 10.5
_ROW: Final = 6.7
_WRITTEN: Final = 8.0
"""Heights in mm on A4: the head of a phase, a row of it, a row to be filled in."""
_BETWEEN: Final = 7.0
_INDENT: Final = 5.4
"""Room for the sign before a name, mm."""


def blocks(kit: Kit, phases: Sequence[PhaseData]) -> list[Fixed]:
    """Return the phases: two side by side where the sheet is upright, else one by one."""
    if kit.doc.grid.landscape:
        return [_row(kit, (phase,)) for phase in phases]
    return [_row(kit, phases[at : at + 2]) for at in range(0, len(phases), 2)]


def _row(kit: Kit, phases: Sequence[PhaseData]) -> Fixed:
    width = kit.width if len(phases) == 1 else (kit.width - _BETWEEN) / 2

    def paint(page: Page, box: Box) -> None:
        for number, phase in enumerate(phases):
            x = box.x + number * (width + _BETWEEN)
            _draw(kit, page, Box(x, box.y, width, box.height), phase)

    return Fixed(max(_height(kit, phase, width) for phase in phases), paint)


def _pitch(kit: Kit) -> float:
    return (_WRITTEN if kit.doc.job.blank else _ROW) * kit.stretch


def _height(kit: Kit, phase: PhaseData, width: float) -> float:
    high = _HEAD * kit.stretch + sum(_row_height(kit, line, width) for line in phase.lines)
    if kit.doc.job.blank:
        return high
    return high + sum(text.height + 1.8 for text in _notes(kit, phase, width)) + 1.2


def _count(kit: Kit, line: LineState) -> str:
    nothing = kit.t("まだ") if line.progress is Progress.NONE else ""
    return side_by_side(kit.t, line.count) or nothing


def _is_high(kit: Kit, line: LineState, width: float) -> bool:
    """Tell whether name and count have no room on one line."""
    if kit.doc.job.blank:
        return False
    size, page = kit.body.size, kit.page
    wanted = page.width(kit.t(line.title), size) + page.width(_count(kit, line), size)
    return wanted + _INDENT + 2 > width


def _row_height(kit: Kit, line: LineState, width: float) -> float:
    return _pitch(kit) * (1.72 if _is_high(kit, line, width) else 1.0)


def _notes(kit: Kit, phase: PhaseData, width: float) -> list[Fitted]:
    """Return what is to be looked at, or what the phase is for while nothing was done in it."""
    book = kit.page.book
    if phase.progress is Progress.NONE:
        return [lay(book, kit.t(PHASE_HINTS[phase.phase]), width, kit.grey)]
    return [lay(book, say(kit.t, note), width - 6, kit.small) for note in phase.notes]


def _draw(kit: Kit, page: Page, box: Box, phase: PhaseData) -> None:
    k = kit.stretch
    title, numeral = (15.0, 24.0) if kit.large else (13.0, 20.0)
    base = box.y + (_HEAD - 2.6) * k
    numeral_top = base - em(numeral) * 0.88
    wide = page.text(box.x, numeral_top, PHASE_NUMERALS[phase.phase], numeral, bold=True)
    left = box.x + wide + 2.6
    name = kit.t(PHASE_TITLES[phase.phase])
    size = fit_line(page, name, title, box.right - left - 8, bold=True)
    page.text(left, base - em(size) * 0.88, name, size, bold=True)
    r = 2.4 if kit.large else 2.1
    if not kit.doc.job.blank:
        draw_sign(page, box.right - r, base - em(title) * 0.4, phase.progress, r)
    page.line(box.x, box.y + _HEAD * k, box.right, box.y + _HEAD * k, 0.75)
    y = box.y + _HEAD * k
    for line in phase.lines:
        row = _row_height(kit, line, box.width)
        _line(kit, page, Box(box.x, y, box.width, row), line)
        y += row
    if not kit.doc.job.blank:
        _draw_notes(kit, page, Box(box.x, y + 2.0, box.width, 0), phase)


def _line(kit: Kit, page: Page, box: Box, line: LineState) -> None:
    """Draw sign, name and count; to be filled in: a ring, the name and a line to write on."""
    t, size = kit.t, kit.body.size
    blank = kit.doc.job.blank
    middle, r = box.y + _pitch(kit) / 2 + (0.4 if blank else 0), 2.1 if blank else 1.6
    draw_sign(page, box.x + r, middle, line.progress, r)
    left = box.x + (6.4 if blank else _INDENT)
    name = t(line.title)
    if blank:
        end = left + page.text(left, middle - em(size) / 2, name, size) + 3
        page.line(end, box.bottom - 0.8, box.right, box.bottom - 0.8, 0.35, EDGE)
        return
    name_size = fit_line(page, name, size, box.right - left)
    page.text(left, middle - em(name_size) / 2, name, name_size)
    count = _count(kit, line)
    size = fit_line(page, count, size, box.right - left)
    if _is_high(kit, line, box.width):
        middle += _pitch(kit) * 0.72
    colour = INK if line.count else SECOND_TEXT
    page.text(box.right, middle - em(size) / 2, count, size, colour=colour, align="right")
    page.line(box.x, box.bottom, box.right, box.bottom, 0.25, EDGE)


def _draw_notes(kit: Kit, page: Page, box: Box, phase: PhaseData) -> None:
    hint = phase.progress is Progress.NONE
    y = box.y
    for text in _notes(kit, phase, box.width):
        if not hint:
            marks.warning(page, box.x + 1.6, y + em(text.size) / 2, 3.2)
        text.draw(page, box.x + (0 if hint else 5.4), y)
        y += text.height + 1.8
