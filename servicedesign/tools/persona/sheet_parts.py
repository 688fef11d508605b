"""What a part of the persona sheet is, and the commonest one: a label over a text.

Owns how a field's evidence and certainty are shown. Must not decide where on the page a part stands
(sheet_filled does).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from servicedesign.i18n import Translator
from servicedesign.model import Certainty, Persona, field_specs
from servicedesign.paper.chips import Chip
from servicedesign.paper.flow import Continuation
from servicedesign.paper.labels import (
    TRACKING,
    Label,
    chip_room,
    label,
    label_height,
    writing_lines,
)
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle, lay, lines_height
from servicedesign.tools.persona.sheet_data import PersonaCard

LONG: Final = 2_000
"""A text of more characters fits no box of a sheet: it is not measured in whole."""
_CODES_LEAST: Final = 9.5
"""Smallest size of codes of evidence at the end of a label, pt."""
PEN: Final = 9.2
"""Distance of writing lines for a pen, mm."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a part needs to draw: the page, the continuation and the reader's language."""

    page: Page
    more: Continuation
    t: Translator


class Part(Protocol):
    """Anything that takes a width and wants a height."""

    def want(self, desk: Desk, width: float) -> float:
        """Return the height in mm at which all of it fits; may be infinite."""

    def least(self, desk: Desk, width: float) -> float:
        """Return the smallest height in mm at which it can begin; never more than it wants."""

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw it; what does not fit is handed to the continuation."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One field: its name, its text, what it rests on and how certain it is."""

    name: str
    text: str
    references: tuple[str, ...] = ()
    certainty: Certainty = Certainty.UNSET


def statement(card: PersonaCard, field: str, t: Translator) -> Statement:
    """Return what a card says in ``field``."""
    return Statement(
        t(field_specs(Persona)[field].label),
        str(getattr(card.persona, field)).strip(),
        card.references.get(field, ()),
        card.certainty(field),
    )


def certainty_chip(certainty: Certainty, t: Translator) -> Chip | None:
    """Return 事実 in an outline, 推測 in dashes, or None."""
    if certainty is Certainty.FACT:
        return Chip(t("事実"))
    if certainty is Certainty.GUESS:
        return Chip(t("推測"), "dashed")
    return None


def joined(references: Sequence[str], t: Translator) -> str:
    """Return codes of evidence as one text."""
    return (", " if t.lang == "en" else "・").join(references)


def headed(desk: Desk, what: Statement, width: float, size: float = 0) -> tuple[Label, str]:
    """Return the label of a statement, and its text; evidence too long for the label joins it."""
    page, t = desk.page, desk.t
    mark = certainty_chip(what.certainty, t)
    codes = joined(what.references, t)
    size = size or page.grid.sizes.label
    room = width - page.width(what.name, size, True, TRACKING) - chip_room(page, mark) - 4
    if not codes or page.width(codes, _CODES_LEAST) <= room:
        return Label(what.name, reference=codes, chip=mark), what.text
    noted = t("（根拠：{references}）", references=codes)
    return Label(what.name, chip=mark), f"{what.text}\n{noted}" if what.text else noted


def one_line(page: Page, text: str, style: TextStyle, room: float) -> TextStyle:
    """Return ``style``, smaller where that keeps ``text`` on one line of ``room`` mm."""
    if len(text) > LONG or "\n" in text:
        return style
    wide = page.width(text, style.size, style.bold)
    if not room < wide <= room * style.size / style.least:
        return style
    return replace(style, size=max(math.floor(style.size * room / wide * 20) / 20, style.least))


def text_height(desk: Desk, text: str, width: float, style: TextStyle) -> float:
    """Return the height in mm of ``text`` at the wanted size; infinite when it is very long."""
    return math.inf if len(text) > LONG else lay(desk.page.book, text, width, style).height


@dataclass(frozen=True, slots=True)
class TextPart:
    """A label over a text; an empty field leaves lines to write on.

    Attributes:
        what: the field.
        style: of the text.
        rule: over the label, pt.
        lines: to write on where nothing is written yet.
    """

    what: Statement
    style: TextStyle
    rule: float = 0.5
    lines: int = 2

    def want(self, desk: Desk, width: float) -> float:
        """Return label and text."""
        _, text = headed(desk, self.what, width)
        top = label_height(desk.page.grid.sizes.label)
        if not text:
            return top + max(self.lines * PEN - 2, 0)
        style = one_line(desk.page, text, self.style, width)
        return top + text_height(desk, text, width, style)

    def least(self, desk: Desk, width: float) -> float:
        """Return the label, two lines and the word of continuation."""
        top = label_height(desk.page.grid.sizes.label)
        short = top + lines_height(1, self.style.least, self.style.leading) + 5
        return min(short, self.want(desk, width))

    def draw(self, desk: Desk, box: Box) -> None:
        """Draw rule, label, evidence, chip and text."""
        head, text = headed(desk, self.what, box.width)
        y = label(desk.page, box.x, box.y, box.width, head, rule=self.rule)
        inner = Box(box.x, y, box.width, box.bottom - y)
        if text:
            style = one_line(desk.page, text, self.style, box.width)
            desk.more.text(desk.page, inner, Label(head.text, chip=head.chip), text, style)
        elif self.lines:
            writing_lines(desk.page, Box(box.x, y - 2, box.width, self.lines * PEN + 0.1), PEN)
