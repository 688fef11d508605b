"""The empty persona sheet: a frame to draw a face in, prompts, lines to write on, boxes to tick.

Owns its layout, wide and upright. Must not know any project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from servicedesign.model import Persona, field_specs
from servicedesign.model.message import N_
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, fit_line, label, label_height
from servicedesign.paper.papers import PT_PER_MM, Box, Grid
from servicedesign.tokens import EDGE, SECOND_TEXT
from servicedesign.tools.persona.sheet_facts import dots
from servicedesign.tools.persona.sheet_identity import draw_empty_portrait
from servicedesign.tools.persona.sheet_parts import Desk

PROMPTS: Final = (
    ("wishes", N_("ふだん、何があると助かる？"), N_("何があると助かる？")),
    ("behaviour", N_("いつ、どこで、何を使って動く？"), N_("いつ、何をする？")),
    ("problems", N_("何に困り、何をあきらめている？"), N_("何をあきらめた？")),
    ("dream", N_("その先に、どうなりたい？"), N_("どうなりたい？")),
    ("belonging", N_("町や人と、どうつながっている？"), N_("つながりは？")),
    ("devices", N_("何を使い、何でつまずく？"), N_("どこで困る？")),
    ("considerations", N_("言い方、時間、場所で注意は？"), N_("注意することは？")),
    ("sources", N_("だれから聞いた？ 何を見た？"), N_("だれから聞いた？")),
)
"""Fields to fill in with a question that helps (in full, in short), in the order of the sheet."""


_TICK_GAPS: Final = 4.2
"""Between a box to tick, its word and the next box, mm."""
_PROMPT_LEAST: Final = 8.5
"""Smallest size of a prompt beside a label, pt; a longer one stands under it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of the empty sheet: pt and mm.

    Attributes:
        heading: of the labels.
        pitch: smallest distance of writing lines.
        box: side of the boxes to tick.
        side: of the frame for the face.
    """

    heading: float
    pitch: float
    box: float
    side: float


def look_for(grid: Grid) -> Look:
    """Return the sizes for a grid: a marker on A3, a pen on A4."""
    small = grid.layout == "A4"
    if grid.landscape:
        return Look(10.5, 9.2, 3.4, 46) if small else Look(13, 14.0, 4.4, 84)
    return Look(10.5, 9.2, 3.4, 56) if small else Look(13, 14.0, 4.4, 88)


def draw_blank(job: SheetJob) -> Document:
    """Draw the empty worksheet, one page."""
    t = job.t
    heading = Heading(
        t("ペルソナ"),
        1,
        t(
            "実在しない名前をつけて、一人を思いうかべます。確かめたら「事実」、想像は「推測」に印を付けます。"
        ),
        subtitle=t("記入用"),
        fields=True,
    )
    doc = Document(job, heading)
    page = doc.new_page()
    desk, grid = Desk(page, Continuation(doc), t), page.grid
    body = Box(grid.left, grid.body_top + 2, grid.text_width, grid.body_bottom - grid.body_top - 5)
    (_wide if grid.landscape else _upright)(desk, body, look_for(grid))
    return doc


def _wide(desk: Desk, body: Box, look: Look) -> None:
    small = desk.page.grid.layout == "A4"
    left = Box(body.x, body.y, 62 if small else 92, body.height)
    gap = 8.0 if small else 10.0
    draw_empty_portrait(desk, Box(left.x, left.y, look.side, look.side), _face(desk))
    _facts(desk, left.below(look.side + 3), look, _identity(desk))
    x = left.right + gap
    _blocks(desk, Box(x, body.y, body.right - x, body.height), look)


def _upright(desk: Desk, body: Box, look: Look) -> None:
    gap = 8.0
    draw_empty_portrait(desk, Box(body.x, body.y, look.side, look.side), _face(desk))
    x = body.x + look.side + gap
    _facts(desk, Box(x, body.y - 1, body.right - x, look.side + 1), look, _identity(desk))
    _blocks(desk, body.below(look.side + gap), look)


def _face(desk: Desk) -> str:
    return desk.t("顔をかく（写真は使わない）")


def _name(desk: Desk, field: str) -> str:
    return desk.t(field_specs(Persona)[field].label)


def _identity(desk: Desk) -> Sequence[tuple[str, ...]]:
    """Return the labels of the short fields, those that share a line together."""
    return (
        (_name(desk, "name"), _name(desk, "kana")),
        (_name(desk, "age"), _name(desk, "occupation")),
        (_name(desk, "household"),),
        (_name(desk, "home"),),
        (_name(desk, "tagline"),),
        (desk.t("口ぐせ・ひとこと"),),
        (desk.t("デジタル"),),
    )


def _facts(desk: Desk, box: Box, look: Look, rows: Sequence[tuple[str, ...]]) -> None:
    """Draw the short fields, one under the other, each over the line it is written on."""
    page, size = desk.page, min(look.heading, 12)
    em = size / PT_PER_MM
    last = em + 3.0
    pitch = (box.height - last) / (len(rows) - 1)
    for i, names in enumerate(rows):
        y = box.y + i * pitch
        if i == len(rows) - 1:
            width = page.text(box.x, y + 1, names[0], size, bold=True, tracking=0.04)
            dots(desk, box.x + width + 5, y + 1 + em / 2, None, box.width - width - 5)
            continue
        shares = _shares(desk, names, size, box.width)
        x = box.x
        for name, share in zip(names, shares, strict=True):
            width = (box.width - 4 * (len(names) - 1)) * share
            page.text(x, y + 1, name, size, bold=True, tracking=0.04)
            page.line(x, y + pitch - 1, x + width, y + pitch - 1, 0.35, EDGE)
            x += width + 4


def _shares(desk: Desk, names: tuple[str, ...], size: float, width: float) -> tuple[float, ...]:
    """Return the shares of a line that fields get: by sense, but never less than their labels."""
    if len(names) == 1:
        return (1.0,)
    needs = [(desk.page.width(name, size, True, 0.04) + 3) / (width - 4) for name in names]
    wanted = 0.62 if names[0] == _name(desk, "name") else 0.3
    first = min(max(wanted, needs[0]), max(1 - needs[1], 0.3))
    return (first, 1 - first)


def _blocks(desk: Desk, box: Box, look: Look) -> None:
    """Draw the texts in two columns; the rule of the next one is the last line of each."""
    tall = box.height - _reason_height(look)
    rows = Box(box.x, box.y, box.width, tall).rows(len(PROMPTS) // 2, 0)
    places = [place for row in rows for place in row.columns(2, 8)]
    short = desk.page.grid.layout == "A4"
    prompts = [desk.t(brief if short else full) for _, full, brief in PROMPTS]
    names = [_name(desk, field) for field, _, _ in PROMPTS]
    free = places[0].width - _ticks_width(desk, look) - 4
    beside = all(_fits(desk, *pair, look, free) for pair in zip(names, prompts, strict=True))
    for (field, _, _), prompt, place in zip(PROMPTS, prompts, places, strict=True):
        _block(desk, place, look, field, prompt, beside=beside)
    _reason(desk, Box(box.x, box.y + tall, box.width, box.height - tall), look)


def _reason_height(look: Look) -> float:
    return label_height(look.heading) + look.pitch


def _reason(desk: Desk, box: Box, look: Look) -> None:
    page = desk.page
    what = Label(_name(desk, "chosen_reason"), note=desk.t("候補から、なぜこの人に絞った？"))
    label(page, box.x, box.y, box.width, what, size=look.heading, rule=0.75)
    page.line(box.x, box.bottom, box.right, box.bottom, 0.35, EDGE)


def _fits(desk: Desk, name: str, prompt: str, look: Look, free: float) -> bool:
    """Return whether a prompt is legible beside its label."""
    page = desk.page
    room = free - page.width(name, look.heading, True, 0.04)
    return fit_line(page, prompt, min(page.grid.sizes.note, 10.5), room) >= _PROMPT_LEAST


def _block(desk: Desk, box: Box, look: Look, field: str, prompt: str, *, beside: bool) -> None:
    page, name = desk.page, _name(desk, field)
    room = 0.0 if field == "sources" else _ticks_width(desk, look)
    if room:
        _ticks(desk, box, look)
    page.line(box.x, box.y, box.right, box.y, 0.75)
    what = Label(name, note=prompt if beside else "")
    y = label(page, box.x, box.y + 1.6, box.width - room, what, size=look.heading, rule=0)
    if not beside:
        page.text(box.x, y - 0.9, prompt, 9, colour=SECOND_TEXT)
    top = y - 2.0
    count = max(int((box.bottom - top) / look.pitch), 1)
    pitch = (box.bottom - top) / count
    for i in range(1, count):
        page.line(box.x, top + i * pitch, box.right, top + i * pitch, 0.35, EDGE)


def _ticks_width(desk: Desk, look: Look) -> float:
    """Return the width of the boxes 事実 and 推測 with their words, in mm."""
    size = _tick_size(desk)
    words = sum(desk.page.width(word, size) for word in (desk.t("推測"), desk.t("事実")))
    return words + 2 * (look.box + _TICK_GAPS)


def _ticks(desk: Desk, box: Box, look: Look) -> None:
    """Draw the boxes 事実 and 推測 at the right end."""
    page, size = desk.page, _tick_size(desk)
    middle = box.y + 1.6 + look.heading / PT_PER_MM / 2
    x = box.right
    for word in (desk.t("推測"), desk.t("事実")):
        x -= page.width(word, size)
        page.text(x, middle - size / PT_PER_MM / 2, word, size)
        x -= look.box + 1.2
        marks.checkbox(page, x, middle, size=look.box)
        x -= _TICK_GAPS - 1.2


def _tick_size(desk: Desk) -> float:
    """Return the size of the words beside the boxes, pt."""
    return 9.5 if desk.page.grid.layout == "A4" else 11
