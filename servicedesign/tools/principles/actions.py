"""What one can do with the 12 principles, and the rules of it.

Owns every change to the check. The rules behind: an answer has four steps, is never boiled down to
a score, and lives from its evidence and its next action. Evidence is suggested, never ticked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from servicedesign.model import (
    Answer,
    ItemAnswer,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    PrincipleReview,
    ProjectError,
    msg,
)
from servicedesign.model.dates import parse_date
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.model.principles import answer_of
from servicedesign.store import Project
from servicedesign.tools.principles.editions import EDITION_IDS, edition_records


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One principle whose answer is another than in an earlier review."""

    number: int
    before: Answer
    after: Answer


def current_edition(project: Project) -> PrincipleEdition | None:
    """Return the edition the project is checked against, or None when it holds none."""
    editions = project.all(PrincipleEdition)
    return next((edition for edition in editions if edition.current), None) or next(
        iter(editions), None
    )


def items_of(project: Project, edition_id: str) -> tuple[PrincipleItem, ...]:
    """Return the principles of an edition by number."""
    items = project.all(PrincipleItem, edition_id=edition_id)
    return tuple(sorted(items, key=lambda item: (item.number, item.id)))


def checks_of(project: Project, item_id: str) -> tuple[PrincipleCheck, ...]:
    """Return the questions of a principle in order."""
    return project.all(PrincipleCheck, item_id=item_id)


def item_answer(checks: Sequence[PrincipleCheck]) -> Answer:
    """Return the answer to a principle that follows from its questions."""
    return answer_of(check.answer for check in checks)


def answers_by_item(project: Project, edition_id: str) -> dict[str, Answer]:
    """Return the answer of every principle of an edition, by the principle's id."""
    by_item: dict[str, list[PrincipleCheck]] = {}
    for check in project.all(PrincipleCheck):
        by_item.setdefault(check.item_id, []).append(check)
    return {
        item.id: item_answer(by_item.get(item.id, ())) for item in items_of(project, edition_id)
    }


def count_answers(answers: Sequence[Answer]) -> Counter[Answer]:
    """Return how many principles stand at each answer; never one number alone."""
    return Counter(answers)


def add_edition(project: Project, edition_id: str, lang: str) -> PrincipleEdition:
    """Put an edition that comes with the program into the project, and check against it.

    Raises:
        KeyError: there is no such edition.
    """
    if edition_id not in EDITION_IDS:
        raise KeyError(edition_id)
    records = edition_records(edition_id, lang)
    edition = next(record for record in records if isinstance(record, PrincipleEdition))
    with project.edit(msg("12箇条の版を入れる")):
        for record in records:
            project.put(record)
        use_edition(project, edition.id)
    return edition


def use_edition(project: Project, edition_id: str) -> None:
    """Check the project against another of its editions; the answers of the other one stay."""
    with project.edit(msg("12箇条の版を変える")):
        for edition in project.all(PrincipleEdition):
            project.put(replace(edition, current=edition.id == edition_id))


def answer_question(project: Project, check_id: str, answer: Answer) -> None:
    """Answer one question."""
    check = project.get(PrincipleCheck, check_id)
    item = project.get(PrincipleItem, check.item_id)
    with project.edit(msg("箇条{number}に答える", number=item.number)):
        project.put(replace(check, answer=answer))


def write_question(project: Project, check_id: str, question: str) -> None:
    """Word a question anew."""
    check = project.get(PrincipleCheck, check_id)
    with project.edit(msg("問いを書き直す"), merge=f"check:{check_id}:question"):
        project.put(replace(check, question=plain_text(question)))


def add_question(project: Project, item_id: str, question: str = "") -> PrincipleCheck:
    """Add a question behind the others of a principle and return it."""
    checks = checks_of(project, item_id)
    position = max((check.position for check in checks), default=-1.0) + 1.0
    check = PrincipleCheck(item_id=item_id, question=plain_text(question), position=position)
    with project.edit(msg("問いを足す")):
        project.put(check)
    return check


def delete_question(project: Project, check_id: str) -> None:
    """Delete a question with its answer."""
    check = project.get(PrincipleCheck, check_id)
    with project.edit(msg("問いを消す")):
        project.delete(check)


def move_question(project: Project, check_id: str, index: int) -> None:
    """Move a question to place ``index`` (0 first) among those of its principle."""
    moved = project.get(PrincipleCheck, check_id)
    order = [check for check in checks_of(project, moved.item_id) if check.id != check_id]
    order.insert(max(0, index), moved)
    with project.edit(msg("問いの順を変える")):
        for position, check in enumerate(order):
            project.put(replace(check, position=float(position)))


def write_comment(project: Project, item_id: str, comment: str) -> None:
    """Write the team's word on a principle."""
    item = project.get(PrincipleItem, item_id)
    with project.edit(msg("一言を書く"), merge=f"item:{item_id}:comment"):
        project.put(replace(item, comment=plain_text(comment)))


def write_next_action(project: Project, item_id: str, action: str) -> None:
    """Write what is done next for a principle."""
    item = project.get(PrincipleItem, item_id)
    with project.edit(msg("次の一手を書く"), merge=f"item:{item_id}:next_action"):
        project.put(replace(item, next_action=plain_text(action)))


def write_next_owner(project: Project, item_id: str, owner: str) -> None:
    """Write who does the next action."""
    item = project.get(PrincipleItem, item_id)
    with project.edit(msg("担当を書く"), merge=f"item:{item_id}:next_owner"):
        project.put(replace(item, next_owner=plain_text(owner, single_line=True)))


def set_next_due(project: Project, item_id: str, due: str) -> None:
    """Set until when the next action is done: an ISO date, or empty.

    Raises:
        ProjectError: ``due`` is not a date; nothing is written.
    """
    _require_date(due)
    item = project.get(PrincipleItem, item_id)
    with project.edit(msg("期日を書く"), merge=f"item:{item_id}:next_due"):
        project.put(replace(item, next_due=due))


def write_checked_by(project: Project, edition_id: str, names: str) -> None:
    """Write who checked."""
    edition = project.get(PrincipleEdition, edition_id)
    with project.edit(msg("確かめた人を書く"), merge=f"edition:{edition_id}:checked_by"):
        project.put(replace(edition, checked_by=plain_text(names)))


def set_checked_on(project: Project, edition_id: str, day: str) -> None:
    """Set the day of the check: an ISO date, or empty.

    Raises:
        ProjectError: ``day`` is not a date; nothing is written.
    """
    _require_date(day)
    edition = project.get(PrincipleEdition, edition_id)
    with project.edit(msg("確かめた日を書く"), merge=f"edition:{edition_id}:checked_on"):
        project.put(replace(edition, checked_on=day))


def keep_review(project: Project, edition_id: str, day: date, note: str = "") -> PrincipleReview:
    """Keep today's answers to compare with later, and note today as the day of the check.

    A review of the same day is replaced.
    """
    answers = answers_by_item(project, edition_id)
    kept = tuple(
        ItemAnswer(number=item.number, answer=answers[item.id])
        for item in items_of(project, edition_id)
    )
    same_day = [r for r in reviews_of(project, edition_id) if r.date == day.isoformat()]
    review = PrincipleReview(
        edition_id=edition_id, date=day.isoformat(), answers=kept, note=plain_text(note)
    )
    if same_day:
        review = replace(review, id=same_day[0].id)
    edition = project.get(PrincipleEdition, edition_id)
    with project.edit(msg("12箇条の今の答えを記録する")):
        project.put(review)
        project.put(replace(edition, checked_on=day.isoformat()))
    return review


def reviews_of(project: Project, edition_id: str) -> tuple[PrincipleReview, ...]:
    """Return the kept reviews of an edition, the oldest first."""
    reviews = project.all(PrincipleReview, edition_id=edition_id)
    return tuple(sorted(reviews, key=lambda review: (review.date, review.id)))


def review_before(project: Project, edition_id: str, day: date) -> PrincipleReview | None:
    """Return the latest review before ``day``, to compare with; else the earliest, or None."""
    reviews = reviews_of(project, edition_id)
    earlier = [review for review in reviews if review.date < day.isoformat()]
    return earlier[-1] if earlier else next(iter(reviews), None)


def changes_since(project: Project, review: PrincipleReview) -> tuple[AnswerChange, ...]:
    """Return the principles whose answer differs from that of ``review``, by number."""
    before = {answer.number: answer.answer for answer in review.answers}
    now = answers_by_item(project, review.edition_id)
    changes = []
    for item in items_of(project, review.edition_id):
        old, new = before.get(item.number, Answer.UNSET), now[item.id]
        if old is not new:
            changes.append(AnswerChange(item.number, old, new))
    return tuple(changes)


def progress(project: Project) -> Progress:
    """Return how far the check is: done when every principle is answered and none is open."""
    edition = current_edition(project)
    if edition is None:
        return Progress.NONE
    answers = set(answers_by_item(project, edition.id).values())
    if answers <= {Answer.UNSET}:
        return Progress.NONE
    settled = {Answer.DONE, Answer.NOT_APPLICABLE}
    return Progress.DONE if answers <= settled else Progress.SOME


def _require_date(text: str) -> None:
    if text and parse_date(text) is None:
        raise ProjectError(
            msg("「{text}」は日付として読めません。", text=text),
            msg("前の値のままです。"),
            msg("2026-12-18 や 12/18 のように書いてください。"),
        )
