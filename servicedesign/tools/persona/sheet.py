"""The persona sheet: one candidate a page, the chosen one first; or an empty worksheet.

Owns the way from the project to the pages. What the parts look like is told by the modules beside
it (sheet_filled, sheet_blank).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from servicedesign.i18n import Translator
from servicedesign.model import Finding, Interview, Link, Persona, Record
from servicedesign.model.titles import record_title, reference_code
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.paper.flow import Continuation
from servicedesign.paper.frame import Heading
from servicedesign.store import Project
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.persona.sheet_blank import draw_blank
from servicedesign.tools.persona.sheet_data import PersonaCard, PersonaData
from servicedesign.tools.persona.sheet_filled import draw_card
from servicedesign.tools.persona.sheet_parts import Desk
from servicedesign.tools.portraits import likeness


def gather(project: Project, only: str | None = None) -> PersonaData | None:
    """Return all candidates, or the one whose id is ``only``; None when there is none."""
    everyone = project.all(Persona)
    shown = [persona for persona in everyone if only in {None, persona.id}]
    if not shown:
        return None
    places = {persona.id: place for place, persona in enumerate(everyone, 1)}
    shown.sort(key=lambda persona: not persona.chosen)
    library = DrawingLibrary()
    cards = (
        PersonaCard(
            persona=persona,
            references=references(project, persona),
            likeness=likeness(project, persona, library),
            place=places[persona.id],
        )
        for persona in shown
    )
    return PersonaData(cards=tuple(cards), candidates=len(everyone))


def blank_data(project: Project | None) -> PersonaData:
    """Return the data of an empty worksheet."""
    del project
    return PersonaData()


def references(project: Project, record: Record) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of what each field of a persona or an empathy map rests on.

    A single finding is named by its own code, such as ``{"motto": ("H-03・14行",)}``; of several
    only the sources are named, such as ``{"problems": ("H-03", "H-05")}``.
    """
    found: dict[str, list[tuple[Link, Record]]] = defaultdict(list)
    for link, target in evidence_records(project, record.id):
        found[link.source_field].append((link, target))
    return {
        field: tuple(sorted({_reference(project, *pair, alone=len(pairs) == 1) for pair in pairs}))
        for field, pairs in found.items()
    }


def _reference(project: Project, link: Link, target: Record, *, alone: bool) -> str:
    code = reference_code(target)
    if isinstance(target, Finding) and not (code and alone):
        source = project.find(Interview, target.interview_id)
        code = (source.code if source else "") or code
    return " ".join(part for part in (code or record_title(target), link.note) if part)


def draw(data: PersonaData, job: SheetJob) -> Document:
    """Draw every candidate on a page of its own, and what does not fit on pages after it."""
    if not data.cards:
        return draw_blank(job)
    t = job.t
    doc = Document(job, _heading(data.cards[0], data.candidates, t))
    for card in data.cards:
        doc.heading = _heading(card, data.candidates, t)
        more = Continuation(doc)
        page = doc.new_page()
        doc.bookmark(card.persona.name or t("名前のない候補"), level=1)
        draw_card(Desk(page, more, t), card)
        more.finish()
    doc.heading = _heading(data.cards[0], data.candidates, t)
    return doc


def _heading(card: PersonaCard, candidates: int, t: Translator) -> Heading:
    return Heading(
        t("ペルソナ"),
        1,
        t(
            "「だれのために」を全員でそろえる紙です。議論に迷ったら、この人ならどう感じるかに戻ります。"
        ),
        subtitle=_subtitle(card, candidates, t),
        fields=False,
    )


def _subtitle(card: PersonaCard, candidates: int, t: Translator) -> str:
    if card.persona.chosen and candidates > 1:
        return t("主ペルソナ（候補{count}人から1人に）", count=candidates)
    if card.persona.chosen:
        return t("主ペルソナ")
    if candidates > 1:
        return t("候補（{count}人のうち{place}人目）", count=candidates, place=card.place)
    return t("候補")
