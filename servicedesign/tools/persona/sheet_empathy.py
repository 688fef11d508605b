"""The empathy map: six places around the face of a persona, filled or to be filled in by hand.

Owns the way from the project to the pages and what stands in each place. Where the places are is
told by ``sheet_empathy_grid``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import EmpathyMap, Persona, field_specs
from servicedesign.model.message import N_
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import AFTER, TRACKING, Label, fit_line, label
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.store import Project
from servicedesign.tokens import ACTION, EDGE, PAIN_BAR, PAIN_GROUND, SECOND_TEXT, TINT
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.sheet import references
from servicedesign.tools.persona.sheet_empathy_grid import (
    PAD,
    Places,
    draw_hub,
    draw_partition,
    places,
)
from servicedesign.tools.persona.sheet_items import draw_items, fitting_size
from servicedesign.tools.persona.sheet_panels import PANEL_BAR, PANEL_PAD, panel
from servicedesign.tools.persona.sheet_parts import Desk, Statement, headed
from servicedesign.tools.portraits import NOBODY, Likeness, likeness

PROMPTS: Final = {
    "sees": N_("何が目に入る？ だれを見ている？"),
    "hears": N_("だれに、何を言われる？"),
    "thinks": N_("口に出さない本音は？ 気がかりは？"),
    "says": N_("何と言い、どう動く？"),
    "pains": N_("不安、じゃま、あきらめたことは？"),
    "gains": N_("何がかなうと、うれしい？"),
}
"""Questions that help to fill in each place."""

_LEADING: Final = 1.4
_PROMPT: Final = 10.5
_PROMPT_LEAST: Final = 8.5
"""Wanted and least size of a question beside its label, pt; a longer one stands under it."""
_PANELS: Final = {"pains": (PAIN_GROUND, PAIN_BAR), "gains": (TINT, ACTION)}


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyCard:
    """One empathy map with what is printed of its persona.

    Attributes:
        name: of the persona.
        tagline: in a word.
        chosen: whether this is the one to help first.
        likeness: what stands in the middle.
        texts: by field.
        references: codes of the evidence by field.
    """

    name: str = ""
    tagline: str = ""
    chosen: bool = False
    likeness: Likeness = NOBODY
    texts: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyData:
    """The maps to print, that of the chosen persona first; none for an empty worksheet."""

    cards: tuple[EmpathyCard, ...] = ()


def gather(project: Project, only: str | None = None) -> EmpathyData | None:
    """Return all maps that hold words, or those of the persona ``only``; None without any."""
    library = DrawingLibrary()
    people = [one for one in project.all(Persona) if only in {None, one.id}]
    people.sort(key=lambda persona: not persona.chosen)
    cards = [
        _card(project, persona, empathy, library)
        for persona in people
        for empathy in project.all(EmpathyMap, persona_id=persona.id)
        if any(getattr(empathy, name).strip() for name in actions.EMPATHY_FIELDS)
    ]
    return EmpathyData(cards=tuple(cards)) if cards else None


def _card(
    project: Project, persona: Persona, empathy: EmpathyMap, library: DrawingLibrary
) -> EmpathyCard:
    return EmpathyCard(
        name=persona.name.strip(),
        tagline=persona.tagline.strip(),
        chosen=persona.chosen,
        likeness=likeness(project, persona, library),
        texts={name: getattr(empathy, name).strip() for name in actions.EMPATHY_FIELDS},
        references=references(project, empathy),
    )


def blank_data(project: Project | None) -> EmpathyData:
    """Return the data of an empty worksheet."""
    del project
    return EmpathyData()


def draw(data: EmpathyData, job: SheetJob) -> Document:
    """Draw every map on a page of its own, and what does not fit on pages after it."""
    blank = not data.cards
    doc = Document(job, _heading(job.t, blank=blank, chosen=False))
    for card in data.cards or (EmpathyCard(),):
        doc.heading = _heading(job.t, blank=blank, chosen=card.chosen)
        more = Continuation(doc)
        page = doc.new_page()
        if not blank:
            doc.bookmark(card.name or job.t("名前のない候補"), level=1)
        _draw_card(Desk(page, more, job.t), card, blank=blank)
        more.finish()
    return doc


def _heading(t: Translator, *, blank: bool, chosen: bool) -> Heading:
    subtitle = t("記入用") if blank else t("主ペルソナ") if chosen else t("候補")
    return Heading(
        t("共感マップ"),
        1,
        t("この人の目と耳になって書きます。痛みと得たいものが、次の問いの手がかりになります。"),
        subtitle=subtitle,
        fields=blank,
    )


def _draw_card(desk: Desk, card: EmpathyCard, *, blank: bool) -> None:
    where = places(desk.page.grid, blank=blank)
    draw_partition(desk.page, where)
    draw_hub(desk, where, card.likeness.picture, card.name, card.tagline, blank=blank)
    if blank:
        for name in actions.EMPATHY_FIELDS:
            _draw_lines(desk, where, name)
        return
    size = _common_size(desk, where, card)
    for name in actions.EMPATHY_FIELDS:
        if name in _PANELS:
            panel(desk.page, where.boxes[name], *_PANELS[name])
        head, text = _words(desk, where, card, name)
        box, top = _inner(where, name)
        label(desk.page, box.x, box.y + top, box.width, head, size=where.look.heading, rule=0)
        style = TextStyle(size, where.look.least, leading=_LEADING)
        draw_items(desk, _room(where, name), text, Label(head.text), style)


def _inner(where: Places, name: str) -> tuple[Box, float]:
    """Return the place of label and words, and how far below its upper edge the label stands."""
    box = where.boxes[name]
    if name not in _PANELS:
        return box, 0.0
    return Box(box.x + PANEL_PAD, box.y, box.width - PANEL_PAD - 4, box.height - 2.4), 3.0


def _room(where: Places, name: str) -> Box:
    """Return the place of the words alone."""
    box, top = _inner(where, name)
    return box.below(top + where.look.heading / PT_PER_MM + AFTER + 0.8)


def _words(desk: Desk, where: Places, card: EmpathyCard, name: str) -> tuple[Label, str]:
    spec = field_specs(EmpathyMap)[name]
    references = card.references.get(name, ())
    what = Statement(desk.t(spec.label), card.texts.get(name, ""), references)
    return headed(desk, what, _inner(where, name)[0].width, where.look.heading)


def _common_size(desk: Desk, where: Places, card: EmpathyCard) -> float:
    """Return one size for all places: the largest at which each holds its words, pt."""
    style = TextStyle(where.look.body, where.look.least, leading=_LEADING)
    return min(
        fitting_size(desk, _room(where, name), _words(desk, where, card, name)[1], style)
        for name in actions.EMPATHY_FIELDS
    )


def _draw_lines(desk: Desk, where: Places, name: str) -> None:
    """Draw a label with its question and lines to write on."""
    page, t, size, box = desk.page, desk.t, where.look.heading, where.boxes[name]
    inner, top = box, 0.0
    if name in _PANELS:
        page.rect(box.x, box.y, PANEL_BAR, box.height, fill=_PANELS[name][1])
        page.line(box.x + PANEL_BAR, box.y, box.right, box.y, 0.75)
        inner, top = Box(box.x + PANEL_PAD, box.y, box.width - PANEL_PAD, box.height), 1.6
    title, prompt = t(field_specs(EmpathyMap)[name].label), t(PROMPTS[name])
    room = inner.width - page.width(title, size, True, TRACKING) - 3.5
    beside = fit_line(page, prompt, _PROMPT, room) >= _PROMPT_LEAST
    what = Label(title, note=prompt if beside else "")
    y = label(page, inner.x, inner.y + top, inner.width, what, size=size, rule=0)
    first = y - AFTER
    if not beside:
        shown = fit_line(page, prompt, _PROMPT, inner.width)
        page.text(inner.x, y - 1.0, prompt, shown, colour=SECOND_TEXT)
        first = y + 1.0
    ruled = name in where.ruled
    room = inner.bottom - first + (PAD if ruled else 0)
    count = max(int(room / where.look.pitch), 1)
    pitch = room / count
    for i in range(1, count if ruled else count + 1):
        page.line(inner.x, first + i * pitch, inner.right, first + i * pitch, 0.35, EDGE)
