"""The 12 principles at a glance: the answer to each, and whether anything founds it.

Owns what the overview reads of the check; the check itself is its own tool's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import (
    Answer,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    Relation,
)
from servicedesign.model.method import Progress
from servicedesign.model.principles import answer_of
from servicedesign.store import Project

ANSWER_SIGNS: Final = {
    Answer.DONE: Progress.DONE,
    Answer.PARTLY: Progress.SOME,
    Answer.NOT_YET: Progress.NONE,
    Answer.NOT_APPLICABLE: Progress.NOT_APPLICABLE,
}
"""The mark of each answer; one that is not given has none."""


@dataclass(frozen=True, slots=True)
class PrincipleState:
    """One principle as it stands.

    Attributes:
        item_id: of its record.
        number: of the principle.
        title: exactly as stored.
        answer: what follows from the answers to its questions.
        founded: whether it or one of its questions has evidence.
    """

    item_id: str
    number: int
    title: str
    answer: Answer
    founded: bool


def principle_states(project: Project) -> tuple[PrincipleState, ...]:
    """Return the principles of the edition in use by number; none without an edition."""
    editions = project.all(PrincipleEdition)
    edition = next((one for one in editions if one.current), None) or next(iter(editions), None)
    if edition is None:
        return ()
    items = project.all(PrincipleItem, edition_id=edition.id)
    return tuple(
        _state(project, item) for item in sorted(items, key=lambda item: (item.number, item.id))
    )


def _state(project: Project, item: PrincipleItem) -> PrincipleState:
    checks = project.all(PrincipleCheck, item_id=item.id)
    sources = (item.id, *(check.id for check in checks))
    founded = any(project.links_from(source, Relation.EVIDENCE) for source in sources)
    answer = answer_of(check.answer for check in checks)
    return PrincipleState(item.id, item.number, item.title, answer, founded)


def answer_words(t: Translator) -> dict[Answer, str]:
    """Return the answers in words, in their order, the one not given last."""
    return {
        Answer.DONE: t.context("answer", "できている"),
        Answer.PARTLY: t.context("answer", "一部"),
        Answer.NOT_YET: t.context("answer", "まだ"),
        Answer.NOT_APPLICABLE: t.context("answer", "対象外"),
        Answer.UNSET: t.context("answer", "答えていない"),
    }


def count_said(t: Translator, counts: Counter[Answer]) -> str:
    """Return how many principles stand at each answer: できている3・一部4・まだ5."""
    gap = "" if t.lang == "ja" else " "
    parts = [
        f"{word}{gap}{counts[answer]}" for answer, word in answer_words(t).items() if counts[answer]
    ]
    return ("・" if t.lang == "ja" else ", ").join(parts)
