"""What one can do with issues and their questions, and the rules of it.

Owns every change to issues and questions. The rules behind: ranks run from 1 without holes; a
number once given never comes back; a question that was worded by hand is never overwritten by its
parts unasked; and what still stands when an issue goes is kept (report ch. 7 §2(1)③).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from servicedesign.i18n import Translator
from servicedesign.model import (
    Board,
    HowMightWe,
    Issue,
    Link,
    Mandala,
    Message,
    Note,
    Record,
    Relation,
    field_specs,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.issues.frame import framed, own_wording, parts_of
from servicedesign.tools.letting_go import let_go, what_goes
from servicedesign.tools.taking_up import next_number


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on an issue or a question.

    Attributes:
        questions: those that go with it.
        notes: ideas that answer it; they stay, without it.
        places: boards and charts that ask its question; they stay, without it.
        claims: other records that name it as their evidence or origin; those links go.
    """

    questions: int = 0
    notes: int = 0
    places: int = 0
    claims: int = 0


# --- issues ---------------------------------------------------------------------------------------


def ordered_issues(project: Project) -> tuple[Issue, ...]:
    """Return the issues by rank; those without one come last, in the order they were taken up."""
    issues = project.all(Issue)
    far = len(issues) + max((issue.rank or 0 for issue in issues), default=0)
    return tuple(sorted(issues, key=lambda issue: issue.rank or far))


def add_issue(project: Project, title: str = "") -> Issue:
    """Add an issue that no pain point on a map stands for, last in the list, and return it."""
    issue = Issue(
        number=next_number(project),
        title=plain_text(title, single_line=True),
        position=_after(project.all(Issue)),
    )
    with project.edit(msg("課題を足す")):
        project.put(issue)
    return issue


def write_issue(project: Project, issue_id: str, field: str, text: str) -> None:
    """Write ``title`` or ``detail`` of an issue; the keystrokes of one field merge."""
    issue = project.get(Issue, issue_id)
    spec = field_specs(Issue)[field]
    changed: dict[str, Any] = {field: plain_text(text, single_line=not spec.long)}
    label = msg("課題{number}を書く", number=str(issue.number))
    with project.edit(label, merge=f"issue:{issue_id}:{field}"):
        project.put(replace(issue, **changed))


def set_issue_chosen(project: Project, issue_id: str, chosen: bool) -> None:
    """Take an issue on for ideas, or put it by."""
    issue = project.get(Issue, issue_id)
    label = (
        msg("課題{number}を取り上げる", number=str(issue.number))
        if chosen
        else msg("課題{number}を取り上げるのをやめる", number=str(issue.number))
    )
    with project.edit(label):
        project.put(replace(issue, chosen=chosen))


def move_issue(project: Project, issue_id: str, index: int) -> None:
    """Rank an issue at place ``index`` (0 first); all issues then have ranks from 1."""
    moved = project.get(Issue, issue_id)
    order = [issue for issue in ordered_issues(project) if issue.id != issue_id]
    order.insert(min(max(0, index), len(order)), moved)
    with project.edit(msg("課題の順位を変える")):
        _rank(project, order)


def hanging_on(project: Project, issue_id: str) -> Hanging:
    """Return what hangs on an issue, to be told when it goes."""
    going = [one for one in own_questions(project, issue_id) if _heir(project, one) is None]
    notes = {note.id for note in project.all(Note, issue_id=issue_id)}
    places = 0
    claims = _claims(project, issue_id, {one.id for one in own_questions(project, issue_id)})
    for question in going:
        below = hanging_on_question(project, question.id)
        places += below.places
        claims |= _claims(project, question.id, {issue_id})
    claims |= {link.source_id for link in project.links_to(issue_id, Relation.ANSWERS)}
    notes |= {one for one in claims if project.find(Note, one) is not None}
    return Hanging(len(going), len(notes), places, len(claims - notes))


def delete_issue(project: Project, issue_id: str) -> None:
    """Delete an issue with its questions in one step.

    Ideas, boards and charts stay without it; a question that also came from another issue goes
    over to that one; the pain point on the map keeps its number.
    """
    issue = project.get(Issue, issue_id)
    with project.edit(msg("課題{number}を消す", number=str(issue.number))):
        for question in own_questions(project, issue_id):
            heir = _heir(project, question)
            if heir is None:
                delete_question(project, question.id)
            else:
                project.put(replace(question, issue_id=heir.id))
        let_go(project, what_goes(project, [issue]))
        if issue.rank is not None:
            rest = ordered_issues(project)
            _rank(project, [one for one in rest if one.rank is not None])


def _rank(project: Project, order: Sequence[Issue]) -> None:
    for rank, issue in enumerate(order, start=1):
        if issue.rank != rank:
            project.put(replace(issue, rank=rank))


def _heir(project: Project, question: HowMightWe) -> Issue | None:
    """Return another issue that ``question`` came from too."""
    for link in project.links_from(question.id, Relation.CAME_FROM):
        other = project.find(Issue, link.target_id)
        if other is not None and other.id != question.issue_id:
            return other
    return None


def _claims(project: Project, record_id: str, apart_from: set[str]) -> set[str]:
    return {link.source_id for link in project.links_to(record_id)} - apart_from


# --- questions ------------------------------------------------------------------------------------


def own_questions(project: Project, issue_id: str) -> tuple[HowMightWe, ...]:
    """Return the questions of an issue, in order."""
    return project.all(HowMightWe, issue_id=issue_id)


def shared_questions(project: Project, issue_id: str) -> tuple[HowMightWe, ...]:
    """Return the questions of other issues that came from this one too."""
    own = {question.id for question in own_questions(project, issue_id)}
    found = (
        project.find(HowMightWe, link.source_id)
        for link in project.links_to(issue_id, Relation.CAME_FROM)
    )
    shared = (one for one in found if one is not None and one.id not in own)
    return tuple(sorted(shared, key=lambda one: (one.position, one.id)))


def add_question(project: Project, issue_id: str) -> HowMightWe:
    """Add an empty question behind the others of an issue, with the way back, and return it."""
    issue = project.get(Issue, issue_id)
    question = HowMightWe(issue_id=issue.id, position=_after(project.all(HowMightWe)))
    link = Link(
        source_kind=HowMightWe.KIND,
        source_id=question.id,
        target_kind=Issue.KIND,
        target_id=issue.id,
        relation=Relation.CAME_FROM,
    )
    with project.edit(msg("問いを足す")):
        project.put(question)
        project.put(link)
    return question


def write_part(project: Project, question_id: str, part: str, text: str, t: Translator) -> None:
    """Write who, the situation or the wished state; the sentence follows in the language of ``t``.

    A sentence that was worded by hand stays as it is: ``frame_again`` replaces it when asked to.
    """
    question = project.get(HowMightWe, question_id)
    changed: dict[str, Any] = {part: plain_text(text, single_line=True)}
    written = replace(question, **changed)
    if not own_wording(question):
        written = replace(written, sentence=framed(parts_of(written), t))
    label = msg("問いの「{part}」を書く", part=Message(field_specs(HowMightWe)[part].label))
    with project.edit(label, merge=f"question:{question_id}:{part}"):
        project.put(written)


def write_sentence(project: Project, question_id: str, text: str) -> None:
    """Word the question by hand; the parts are kept."""
    question = project.get(HowMightWe, question_id)
    with project.edit(msg("問いを書き直す"), merge=f"question:{question_id}:sentence"):
        project.put(replace(question, sentence=plain_text(text)))


def frame_again(project: Project, question_id: str, t: Translator) -> None:
    """Replace what was worded by hand by the sentence that the parts make."""
    question = project.get(HowMightWe, question_id)
    with project.edit(msg("問いを三つの欄から作り直す")):
        project.put(replace(question, sentence=framed(parts_of(question), t)))


def set_question_chosen(project: Project, question_id: str, chosen: bool) -> None:
    """Take a question on for ideas, or put it by."""
    question = project.get(HowMightWe, question_id)
    label = msg("問いを取り上げる") if chosen else msg("問いを取り上げるのをやめる")
    with project.edit(label):
        project.put(replace(question, chosen=chosen))


def move_question(project: Project, question_id: str, index: int) -> None:
    """Move a question to place ``index`` (0 first) among those of its issue."""
    moved = project.get(HowMightWe, question_id)
    order = [
        one for one in project.all(HowMightWe, issue_id=moved.issue_id) if one.id != question_id
    ]
    places = sorted([*(one.position for one in order), moved.position])
    order.insert(min(max(0, index), len(order)), moved)
    if len(set(places)) < len(places):
        places = [float(place) for place in range(len(order))]
    with project.edit(msg("問いの順を変える")):
        for one, place in zip(order, places, strict=True):
            project.put(replace(one, position=place))


def hanging_on_question(project: Project, question_id: str) -> Hanging:
    """Return what hangs on a question, to be told when it goes."""
    places = len(project.all(Board, how_might_we_id=question_id))
    places += len(project.all(Mandala, how_might_we_id=question_id))
    claims = _claims(project, question_id, set())
    notes = {one for one in claims if project.find(Note, one) is not None}
    return Hanging(0, len(notes), places, len(claims - notes))


def delete_question(project: Project, question_id: str) -> None:
    """Delete a question in one step; boards, charts and ideas stay without it."""
    question = project.get(HowMightWe, question_id)
    with project.edit(msg("問いを消す")):
        let_go(project, what_goes(project, [question]))


# --- how far --------------------------------------------------------------------------------------


def progress(project: Project) -> Progress:
    """Return how far the issues are: done when each one taken on has a question in words.

    At least one question must be taken on for ideas.
    """
    issues = project.all(Issue)
    if not issues:
        return Progress.NONE
    chosen = [issue for issue in issues if issue.chosen]
    worded = all(_has_question(project, issue) for issue in chosen)
    asked = any(one.chosen and one.sentence.strip() for one in project.all(HowMightWe))
    return Progress.DONE if chosen and worded and asked else Progress.SOME


def _has_question(project: Project, issue: Issue) -> bool:
    questions = (*own_questions(project, issue.id), *shared_questions(project, issue.id))
    return any(one.sentence.strip() for one in questions)


def _after(records: Sequence[Record]) -> float:
    return max((getattr(one, "position", 0.0) for one in records), default=-1.0) + 1.0
