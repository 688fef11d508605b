"""The rows of the comparison: one field each, with what every candidate says and how sure it is.

Owns the cells and their marks. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from servicedesign.model import Certainty, Persona, field_specs
from servicedesign.paper.chips import chip, chip_height, chip_width
from servicedesign.paper.labels import Label, fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.rows import Cell, Row
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import ACTION, PAIN_BAR, PAIN_GROUND, SECOND_TEXT, TINT
from servicedesign.tools.persona.compared import COMPARED, Candidate
from servicedesign.tools.persona.sheet_comparison_data import Column
from servicedesign.tools.persona.sheet_comparison_head import PAD
from servicedesign.tools.persona.sheet_comparison_look import Look
from servicedesign.tools.persona.sheet_facts import dots
from servicedesign.tools.persona.sheet_panels import PANEL_BAR, quoted
from servicedesign.tools.persona.sheet_parts import Desk, certainty_chip

_DOWN: Final = 1.5
"""Over and under the words of a row, mm."""
_OVER: Final = 6.0
"""Height of marks that stand over the words, mm."""
_LEADING: Final = 1.38
_TO_WRITE: Final = 18.0
"""Height of the row for the reason while it is empty, mm."""
_NAME_MOST: Final = 24
_COUNT_DROP: Final = 0.9
_COUNT_ROOM: Final = 3.6
"""From a chip to the number under it, and the height of the number, mm."""
_COUNT: Final = 9.0
"""Size of the number of evidence, pt: furniture, as references on chips are."""


def short_name(candidate: Candidate, nobody: str) -> str:
    """Return a name of at most 24 characters, to tell whose text goes on overleaf."""
    name = candidate.name or nobody
    return name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1] + "…"


def row_widths(look: Look, count: int) -> list[float]:
    """Return the widths of all columns: the labels, then words and marks of each candidate."""
    pair = [look.column - look.strip, look.strip] if look.strip else [look.column]
    return [look.labels, *pair * count]


def make_rows(desk: Desk, look: Look, group: Sequence[Column]) -> list[Row]:
    """Return why one was chosen, the compared fields, and how well each candidate is founded.

    While no reason is written, the row for it stands last, with room to write in.
    """
    people = [column.candidate for column in group]
    rows = [_field_row(desk, look, people, name) for name in COMPARED]
    rows.append(_sum_row(desk, look, people))
    reason = _reason_row(desk, look, people)
    if any(one.reason for one in people):
        return [reason, *rows]
    return [*rows, replace(reason, least=_TO_WRITE)]


def _head(look: Look, text: str) -> Cell:
    style = TextStyle(look.label, look.label, bold=True, leading=1.25)
    return Cell(text, style, text, pad=(0.0, _DOWN))


def _field_row(desk: Desk, look: Look, people: Sequence[Candidate], name: str) -> Row:
    label = desk.t(field_specs(Persona)[name].label)
    marked = not look.strip and any(_marks(desk, one, name) != (None, "") for one in people)
    cells: list[Cell | None] = [_head(look, label)]
    for one in people:
        cells += _cells(desk, look, one, name, label, over=_OVER if marked else 0.0)
    least = look.label / PT_PER_MM + 2 * _DOWN
    if look.strip and any(one.evidence.get(name) for one in people):
        least = max(
            least, _DOWN + chip_height(desk.page.grid.sizes.chip) + _COUNT_DROP + _COUNT_ROOM
        )
    if name == "digital_skill":  # painted, so it is not measured as words are
        least = max(least, desk.page.grid.sizes.note / PT_PER_MM + 2 * _DOWN)
        least += _OVER if marked else 0.0
    return Row(cells, least=least, share=0.4 if name in {"age", "digital_skill"} else 1.0)


def _cells(
    desk: Desk, look: Look, one: Candidate, name: str, label: str, over: float
) -> list[Cell | None]:
    whose = desk.t("{field}（{name}）", field=label, name=short_name(one, desk.t("名前のない候補")))
    style = TextStyle(look.body, look.least, leading=_LEADING, bold=name == "motto")
    paint = _Paint(desk, look, one, name, over)
    words = Cell(_text(desk, one, name), style, Label(whose), head=over, pad=(PAD, _DOWN),
                 paint=paint.words)  # fmt: skip
    if not look.strip:
        return [words]
    return [words, Cell("", style, pad=(0.0, _DOWN), paint=paint.marks)]


def _text(desk: Desk, one: Candidate, name: str) -> str:
    if name == "age":
        return "" if one.age is None else desk.t("{age}歳", age=one.age)
    if name == "digital_skill":
        return ""
    text = one.texts.get(name, "")
    if name == "motto":
        return quoted(text)
    return _numbered(text) if name == "problems" else text


def _numbered(text: str) -> str:
    """Return the problems with a number before each, where there are a few of them."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not 1 < len(lines) < 10:
        return text
    return "\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))


def _marks(desk: Desk, one: Candidate, name: str) -> tuple[Certainty | None, str]:
    """Return fact or guess, and how much evidence there is in words."""
    if not one.written(name):
        return None, ""
    mark = one.certainty.get(name, Certainty.UNSET)
    count = one.evidence.get(name, 0)
    words = desk.t.plural("根拠{n}", count) if count else ""
    return (None if mark is Certainty.UNSET else mark), words


class _Paint:
    """Paints what lies behind and beside the words of one cell."""

    def __init__(self, desk: Desk, look: Look, one: Candidate, name: str, over: float) -> None:
        self._desk = desk
        self._look = look
        self._one = one
        self._name = name
        self._over = over

    def words(self, page: Page, box: Box) -> None:
        whole = replace(box, width=self._look.column)
        if self._name == "problems":
            ground = Box(whole.x + 0.6, whole.y + 0.5, whole.width - 1.2, whole.height - 1.0)
            page.rect(ground.x, ground.y, ground.width, ground.height, fill=PAIN_GROUND)
            page.rect(ground.x, ground.y, PANEL_BAR * 0.8, ground.height, fill=PAIN_BAR)
        if self._name == "digital_skill" and self._one.skill is not None:
            size = page.grid.sizes.note
            middle = box.y + self._over + _DOWN + size / PT_PER_MM / 2
            desk = replace(self._desk, page=page)
            dots(desk, box.x + PAD, middle, self._one.skill, min(box.width - 2 * PAD, 44.0))
        if self._over:
            self._over_words(page, box)

    def _over_words(self, page: Page, box: Box) -> None:
        certainty, count = _marks(self._desk, self._one, self._name)
        mark = certainty_chip(certainty or Certainty.UNSET, self._desk.t)
        x, size = box.x + PAD, page.grid.sizes.chip
        y = box.y + _DOWN
        if mark:
            x += chip(page, x, y, mark, size) + 1.8
        if count:
            middle = y + chip_height(size) / 2
            page.text(x, middle - _COUNT / PT_PER_MM / 2, count, _COUNT, colour=SECOND_TEXT)

    def marks(self, page: Page, box: Box) -> None:
        certainty, count = _marks(self._desk, self._one, self._name)
        mark = certainty_chip(certainty or Certainty.UNSET, self._desk.t)
        size = page.grid.sizes.chip
        y, middle = box.y + _DOWN - 0.4, box.x + (box.width - 1.4) / 2
        if mark:
            small = size * min(1.0, (box.width - 1.6) / chip_width(page, mark, size))
            chip(page, middle - chip_width(page, mark, small) / 2, y, mark, small)
            y += chip_height(size) + _COUNT_DROP
        if count:
            shown = fit_line(page, count, _COUNT, box.width - 0.8, least=7)
            page.text(middle, y, count, shown, colour=SECOND_TEXT, align="center")


def _sum_row(desk: Desk, look: Look, people: Sequence[Candidate]) -> Row:
    label = desk.t("たしかさ")
    style = TextStyle(min(look.body, 11.0), 9.0, leading=_LEADING)
    texts = [
        desk.t("事実{facts}・推測{guesses}・根拠{evidence}", facts=one.count(Certainty.FACT),
               guesses=one.count(Certainty.GUESS), evidence=one.founded)
        for one in people
    ]  # fmt: skip
    return _wide_row(look, label, [Cell(text, style, label, pad=(PAD, _DOWN)) for text in texts])


def _reason_row(desk: Desk, look: Look, people: Sequence[Candidate]) -> Row:
    spec = field_specs(Persona)["chosen_reason"]
    label = desk.t(spec.label)
    cells = []
    for one in people:
        whose = desk.t("{field}（{name}）", field=label,
                       name=short_name(one, desk.t("名前のない候補")))  # fmt: skip
        style = TextStyle(look.body, look.least, leading=_LEADING, bold=one.chosen)
        paint = _chosen(look) if one.chosen else None
        cells.append(Cell(one.reason, style, Label(whose), pad=(PAD, _DOWN), paint=paint))
    return _wide_row(look, label, cells)


def _wide_row(look: Look, label: str, cells: Sequence[Cell]) -> Row:
    """Return a row whose words also keep clear of the marks of the other rows."""
    row: list[Cell | None] = [_head(look, label)]
    for cell in cells:
        row += [cell, None] if look.strip else [cell]
    return Row(row, least=look.label / PT_PER_MM + 2 * _DOWN, share=0.6)


def _chosen(look: Look) -> Callable[[Page, Box], None]:
    def paint(page: Page, box: Box) -> None:
        page.rect(box.x, box.y, look.column, box.height, fill=TINT)
        page.rect(box.x, box.y, PANEL_BAR * 0.8, box.height, fill=ACTION)

    return paint
