"""The empty comparison: three columns to describe candidates by hand at a table.

Owns its layout. Must not know any project.
"""

from __future__ import annotations

from typing import Final

from servicedesign.model import Persona, field_specs
from servicedesign.model.message import N_
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import TRACKING, fit_line
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tokens import EDGE, HAIRLINE, SECOND_TEXT
from servicedesign.tools.persona.sheet_comparison_head import PAD
from servicedesign.tools.persona.sheet_comparison_look import Look, look_for
from servicedesign.tools.persona.sheet_identity import draw_empty_portrait
from servicedesign.tools.persona.sheet_parts import Desk

COLUMNS: Final = 3
"""Candidates that a table compares at a time."""

_NAME_LEAST: Final = 7.5
"""Smallest size of the name of a row, pt."""
_ONE_LINE: Final = 12.0
"""Height under which a row has room for one line of its name, mm."""
_ROWS: Final = (
    (N_("年齢・職業"), "", 1.0),
    (N_("家族構成・住まい"), "", 1.0),
    ("problems", N_("何をあきらめた？"), 2.6),
    ("wishes", N_("何があると助かる？"), 1.8),
    ("behaviour", N_("いつ、何をする？"), 1.8),
    ("dream", N_("どうなりたい？"), 1.2),
    ("belonging", N_("つながりは？"), 1.2),
    ("chosen_reason", N_("なぜ、この人から？"), 1.8),
)
"""A field or a name, a question that helps, and its share of the lines."""


_NARROW: Final = 200.0
"""Below this width, mm, the title makes room for the lines beside it."""


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty worksheet, one page."""
    t = job.t
    narrow = job.grid.text_width < _NARROW
    heading = Heading(
        t.context("heading", "ペルソナの比較") if narrow else t("ペルソナの比較"),
        1,
        t("候補を同じ項目で並べて比べます。いちばん助けたい一人に絞り、その理由を残します。"),
        subtitle=t("記入用"),
        fields=True,
    )
    doc = Document(job, heading)
    page = doc.new_page()
    desk, grid = Desk(page, Continuation(doc), t), page.grid
    look = look_for(grid, COLUMNS)
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 2)
    pitch = 9.2 if grid.layout == "A4" else 14.0
    head = look.side + 2 * PAD if look.strip else look.side + 2 * PAD + 2 * pitch
    _draw_heads(desk, look, Box(body.x, body.y, body.width, head), pitch)
    _draw_rows(desk, look, body.below(head), pitch)
    return doc


def _columns(look: Look, box: Box) -> list[Box]:
    left = box.x + look.labels
    return [
        Box(left + number * look.column, box.y, look.column, box.height)
        for number in range(COLUMNS)
    ]


def _draw_heads(desk: Desk, look: Look, box: Box, pitch: float) -> None:
    page, t = desk.page, desk.t
    specs = field_specs(Persona)
    name, tagline = specs["name"].label, specs["tagline"].label
    for column in _columns(look, box):
        inner = column.inset(PAD, PAD)
        face = Box(inner.x, inner.y, look.side, look.side)
        draw_empty_portrait(desk, face, "", 2.0)
        if look.strip:
            lines = Box(face.right + 4, inner.y, inner.right - face.right - 4, look.side)
            ends = (lines.y + look.side / 2, lines.bottom)
        else:
            lines = Box(inner.x, face.bottom, inner.width, 2 * pitch)
            ends = (face.bottom + pitch, face.bottom + 2 * pitch)
        starts = (lines.y, ends[0])
        for start, end, words in zip(starts, ends, (t(name), t(tagline)), strict=True):
            page.text(lines.x, start + 1.4, words, 9, colour=SECOND_TEXT)
            page.line(lines.x, end, lines.right, end, 0.35, EDGE)
    page.line(box.x, box.bottom, box.right, box.bottom, 0.75)


def _draw_rows(desk: Desk, look: Look, box: Box, pitch: float) -> None:
    page = desk.page
    counts = _line_counts(int(box.height / pitch))
    pitch = box.height / sum(counts)
    y = box.y
    for (field, prompt, _), count in zip(_ROWS, counts, strict=True):
        _row_head(desk, look, Box(box.x, y, look.labels - 3, count * pitch), field, prompt)
        tick = field == "chosen_reason"
        for column in _columns(look, box):
            inner = column.inset(PAD, 0)
            for line in range(1, count):
                place = y + line * pitch
                page.line(inner.x, place, inner.right, place, 0.35, HAIRLINE if tick else EDGE)
            if tick:
                _tick(desk, inner, y)
        y += count * pitch
        last = y >= box.bottom - 0.1
        page.line(box.x, y, box.right, y, 0.5 if last else 0.75, EDGE if last else "#000000")
    for column in _columns(look, box)[1:]:
        page.line(column.x, box.y, column.x, box.bottom, 0.25, HAIRLINE)


def _line_counts(total: int) -> list[int]:
    """Return how many lines each row gets of ``total``, by its share, at least one."""
    shares = [share for *_, share in _ROWS]
    counts = [max(1, int(total * share / sum(shares))) for share in shares]
    order = sorted(range(len(shares)), key=lambda i: counts[i] / shares[i])
    for i in order:
        if sum(counts) >= total:
            break
        counts[i] += 1
    while sum(counts) > max(total, len(counts)):
        counts[counts.index(max(counts))] -= 1
    return counts


def _row_head(desk: Desk, look: Look, box: Box, field: str, prompt: str) -> None:
    page, t = desk.page, desk.t
    specs = field_specs(Persona)
    name = t(specs[field].label) if field in specs else t(field)
    size = look.label
    if box.height < _ONE_LINE:
        size = fit_line(page, name, size, box.width, bold=True, least=_NAME_LEAST)
    style = TextStyle(size, size, bold=True, leading=1.25)
    y = lay(page.book, name, box.width, style).draw(page, box.x, box.y + 2.0)
    if prompt:
        small = TextStyle(9.0, 8.0, leading=1.3, colour=SECOND_TEXT)
        shown = lay(page.book, t(prompt), box.width, small)
        if y + 1.0 + shown.height <= box.bottom - 1.0:
            shown.draw(page, box.x, y + 1.0)


def _tick(desk: Desk, inner: Box, y: float) -> None:
    """Draw a box to tick the one candidate that is chosen."""
    page, words = desk.page, desk.t("この人に絞る")
    side = 3.4 if page.grid.layout == "A4" else 4.4
    size = fit_line(page, words, 10.5, inner.width - side - 4, bold=True)
    middle = y + 1.8 + side / 2
    marks.checkbox(page, inner.x, middle, size=side)
    page.text(inner.x + side + 1.6, middle - size / PT_PER_MM / 2, words, size, bold=True,
              tracking=TRACKING)  # fmt: skip
