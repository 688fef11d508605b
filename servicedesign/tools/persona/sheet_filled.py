"""One persona on one page: upright as a profile, or wide with the portrait in a column of its own.

Owns where the parts stand and at which sizes. Must not ask the project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import Persona, field_specs
from servicedesign.paper.papers import Box, Grid
from servicedesign.paper.textbox import TextStyle
from servicedesign.tools.persona.sheet_data import PersonaCard
from servicedesign.tools.persona.sheet_facts import RowPart, SkillPart
from servicedesign.tools.persona.sheet_identity import NamePart, PortraitPart
from servicedesign.tools.persona.sheet_layout import Beside, Columns, Square, Stack
from servicedesign.tools.persona.sheet_panels import MottoPart, ProblemsPart
from servicedesign.tools.persona.sheet_parts import Desk, Part, Statement, TextPart, statement

BLOCKS: Final = (
    ("wishes", "behaviour"),
    ("dream", "belonging"),
    ("devices", "considerations"),
)
"""The six texts, in pairs."""
FACTS: Final = ("occupation", "household", "home")
STEP: Final = 0.5
"""By how much the type of a whole page shrinks at a time, pt."""


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of a page, pt and mm.

    Attributes:
        side: of the portrait.
        left: width of the portrait's own column on a wide page, 0 on an upright one.
        name: size of the name.
        small: size of reading and tagline.
        body: wanted and least size of the texts.
        fact: wanted and least size of facts and problems.
        motto: size of the motto.
        indent: where facts begin beside their labels.
        gap: between sections.
        air: share of the white inside the panels that is left.
    """

    side: float
    left: float
    name: float
    small: float
    body: tuple[float, float]
    fact: tuple[float, float]
    motto: float
    indent: float
    gap: float
    air: float = 1.0

    def shrunk(self, by: float) -> Look:
        """Return the look with its texts smaller by ``by`` pt, none under its least size."""
        body = (max(self.body[0] - by, self.body[1]), self.body[1])
        fact = (max(self.fact[0] - by, self.fact[1]), self.fact[1])
        return replace(self, body=body, fact=fact, motto=max(self.motto - by, self.body[1]))

    def tightened(self) -> Look:
        """Return the look with less white, before any text goes overleaf."""
        return replace(self, gap=self.gap * 0.72, air=0.6)

    @property
    def smallest(self) -> bool:
        """Whether nothing shrinks any more."""
        return self.body[0] <= self.body[1] and self.fact[0] <= self.fact[1]


def look_for(grid: Grid) -> Look:
    """Return the sizes for a grid."""
    small = grid.layout == "A4"
    if not grid.landscape:
        if small:
            return Look(56, 0, 30, 11, (12, 12), (12, 11), 15, 21, 5)
        return Look(80, 0, 40, 14, (14, 12), (14, 12), 19, 28, 7)
    if small:
        return Look(40, 100, 22, 10.5, (12, 10.5), (12, 10.5), 14, 21, 4)
    return Look(84, 92, 32, 13, (14, 12), (14, 12), 18, 28, 6)


def draw_card(desk: Desk, card: PersonaCard) -> None:
    """Draw one candidate on the page of ``desk``."""
    grid = desk.page.grid
    look = look_for(grid)
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 1)
    build = _upright if not grid.landscape else _compact if grid.layout == "A4" else _wide
    page = build(desk, card, look)
    while page.want(desk, body.width) > body.height and not look.smallest:
        look = look.shrunk(STEP)
        page = build(desk, card, look)
    if page.want(desk, body.width) > body.height:
        page = build(desk, card, look.tightened())
    page.draw(desk, body)


def _upright(desk: Desk, card: PersonaCard, look: Look) -> Part:
    facts = Stack(_fact_rows(desk, card, look), shares=(1.0,) * 5)
    identity = Columns(
        Square(PortraitPart(card.likeness.picture), look.side),
        look.side,
        Stack((NamePart(card.persona, look.name, look.small), facts), shares=(0.0, 1.0)),
        6.0 if look.side < 70 else 8.0,
    )
    parts: list[Part] = [identity, *_panels(desk, card, look), *_blocks(desk, card, look)]
    notes = _notes(desk, card)
    shares = [1.0 if isinstance(part, Beside) else 0.0 for part in parts] + [0.0] * len(notes)
    return Stack([*parts, *notes], gap=look.gap, shares=shares, alike=True)


def _wide(desk: Desk, card: PersonaCard, look: Look) -> Part:
    t = desk.t
    style = TextStyle(*look.fact)
    facts: list[Part] = [
        Columns(
            TextPart(_age(desk, card, marked=False), style, rule=0.35, lines=0),
            look.left * 0.26,
            SkillPart(t("デジタル"), card.persona.digital_skill, 0, under=True),
            4,
        ),
        *(TextPart(statement(card, field, t), style, rule=0.35, lines=1) for field in FACTS),
    ]  # fmt: skip
    left = Stack(
        (
            Square(PortraitPart(card.likeness.picture), look.side),
            NamePart(card.persona, look.name, look.small),
            Stack(facts, gap=look.gap / 2, shares=(1.0,) * len(facts)),
        ),
        gap=look.gap / 2 + 0.5,
        shares=(0.0, 0.0, 0.6),
    )
    rows: list[Part] = [*_panels(desk, card, look), *_blocks(desk, card, look)]
    notes = _notes(desk, card)
    shares = [1.0 if isinstance(part, Beside) else 0.0 for part in rows] + [0.0] * len(notes)
    right = Stack([*rows, *notes], gap=look.gap, shares=shares, alike=True)
    return Columns(left, look.left, right, 10.0)


def _compact(desk: Desk, card: PersonaCard, look: Look) -> Part:
    """Return the parts of a wide A4: facts in rows under the portrait, the notes under them."""
    who = Columns(
        Square(PortraitPart(card.likeness.picture), look.side),
        look.side,
        NamePart(card.persona, look.name, look.small, lines=3),
        5.0,
    )
    facts = Stack(_fact_rows(desk, card, look), shares=(1.0,) * 5)
    left = Stack((who, facts, *_notes(desk, card)), gap=look.gap, shares=(0.0, 0.5, 0.0))
    blocks = _blocks(desk, card, look)
    panels = _panels(desk, card, look)
    shares = [0.0] * len(panels) + [1.0] * len(blocks)
    return Columns(left, look.left, Stack([*panels, *blocks], look.gap, shares, alike=True), 8.0)


def _age(desk: Desk, card: PersonaCard, *, marked: bool) -> Statement:
    """Return the age, ``marked`` with what it rests on where there is room for it."""
    age = card.persona.age
    text = "" if age is None else desk.t("{age}歳", age=age)
    spec = field_specs(Persona)["age"]
    name = desk.t(spec.label)
    if not (text and marked):
        return Statement(name, text)
    return Statement(name, text, card.references.get("age", ()), card.certainty("age"))


def _fact_rows(desk: Desk, card: PersonaCard, look: Look) -> list[Part]:
    style = TextStyle(*look.fact)
    return [
        RowPart(_age(desk, card, marked=True), style, look.indent),
        *(RowPart(statement(card, field, desk.t), style, look.indent) for field in FACTS),
        SkillPart(desk.t("デジタル"), card.persona.digital_skill, look.indent),
    ]


def _panels(desk: Desk, card: PersonaCard, look: Look) -> list[Part]:
    panels: list[Part] = []
    motto = statement(card, "motto", desk.t)
    if motto.text:
        panels.append(
            MottoPart(motto, TextStyle(look.motto, look.body[1], bold=True), 4.2 * look.air)
        )
    style = TextStyle(*look.fact)
    heading = max(look.fact[0], 12)
    panels.append(ProblemsPart(statement(card, "problems", desk.t), style, heading, 2.4 * look.air))
    return panels


def _blocks(desk: Desk, card: PersonaCard, look: Look) -> list[Part]:
    style = TextStyle(*look.body)
    return [
        Beside([TextPart(statement(card, field, desk.t), style) for field in pair])
        for pair in BLOCKS
    ]


def _notes(desk: Desk, card: PersonaCard) -> list[Part]:
    """Return why this one was chosen and where it all comes from, under one rule."""
    t, size = desk.t, desk.page.grid.sizes.note
    style = TextStyle(size, min(size, 10.5), leading=1.4)
    names = ["sources"]
    if card.persona.chosen or card.persona.chosen_reason.strip():
        names.insert(0, "chosen_reason")
    said = [statement(card, name, t) for name in names]
    bold = max(desk.page.width(one.name, desk.page.grid.sizes.label, True, 0.04) for one in said)
    rows = [
        RowPart(one, style, bold + 3.5, rule=0.5 if i == 0 else 0, pad=1.2 if i == 0 else 0.3,
                lowest=size * 0.52 + (0.9 if i == 0 else 0))
        for i, one in enumerate(said)
    ]  # fmt: skip
    return [Stack(rows)]
