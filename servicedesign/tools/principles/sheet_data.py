"""What the principles sheet shows, as plain data, and the bundled wording for empty sheets.

Owns the shape of the data. Must not draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign.model.principles import Answer
from servicedesign.tools.principles.actions import AnswerChange
from servicedesign.tools.principles.editions import DEFAULT_EDITION, edition_data


@dataclass(frozen=True, slots=True)
class CheckData:
    """One question and its answer."""

    question: str
    answer: Answer = Answer.UNSET


@dataclass(frozen=True, slots=True)
class EvidenceData:
    """A record that a principle rests on: what kind it is (to translate), its code, its title."""

    kind: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemData:
    """One principle.

    Attributes:
        number: of the principle.
        title: exactly as stored.
        checks: questions and answers in order.
        answer: what follows from them.
        evidence: linked records.
        comment: the team's word.
        next_action: what is done next.
        owner: who does it.
        due: ISO date until when, or empty.
    """

    number: int
    title: str
    checks: tuple[CheckData, ...] = ()
    answer: Answer = Answer.UNSET
    evidence: tuple[EvidenceData, ...] = ()
    comment: str = ""
    next_action: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class PrinciplesData:
    """One edition with all that was said of it.

    Attributes:
        edition: name of the edition.
        items: the principles by number; none on an empty sheet without a project.
        checked_by: who checked.
        checked_on: ISO date, or empty.
        review_date: ISO date of the review that is compared with, or empty.
        review_note: what was noted then.
        changes: principles whose answer is another than in that review.
    """

    edition: str = ""
    items: tuple[ItemData, ...] = ()
    checked_by: str = ""
    checked_on: str = ""
    review_date: str = ""
    review_note: str = ""
    changes: tuple[AnswerChange, ...] = ()


def bundled_edition(lang: str, edition_id: str = DEFAULT_EDITION) -> PrinciplesData:
    """Return titles and questions of a bundled edition in ``lang``, unanswered."""
    source = edition_data(edition_id)
    items = tuple(
        ItemData(
            number=item["number"],
            title=item["title"][lang],
            checks=tuple(CheckData(question[lang]) for question in item["questions"]),
        )
        for item in source["items"]
    )
    return PrinciplesData(edition=source["title"][lang], items=items)
