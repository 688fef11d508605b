"""Between the editor and the actions: guards where a record may be gone, and what is told.

Owns these guards, which rows a change concerns, and the sentences on what a deletion took along.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import HowMightWe, Issue, Record, Relation
from servicedesign.store import Change, Project
from servicedesign.tools.issues import actions
from servicedesign.tools.issues.frame import question_text


def write_issue(issue: Issue | None, project: Project, field: str, text: str) -> None:
    """Write a field of ``issue``, if it still is: an undo may have taken it back."""
    if issue is not None:
        actions.write_issue(project, issue.id, field, text)


def turn_chosen(project: Project, issue_id: str) -> None:
    """Take an issue on, or put it by."""
    actions.set_issue_chosen(project, issue_id, not project.get(Issue, issue_id).chosen)


def write_part(project: Project, question_id: str, part: str, text: str, t: Translator) -> None:
    """Write a part of a question, if it still is."""
    if project.find(HowMightWe, question_id) is not None:
        actions.write_part(project, question_id, part, text, t)


def write_sentence(project: Project, question_id: str, text: str) -> None:
    """Word a question by hand, if it still is."""
    if project.find(HowMightWe, question_id) is not None:
        actions.write_sentence(project, question_id, text)


def shared_lines(project: Project, issue_id: str, t: Translator) -> list[tuple[str, str, str]]:
    """Return the questions that an issue shares with another: id, words, and whose it is."""
    lines = []
    for question in actions.shared_questions(project, issue_id):
        owner = project.find(Issue, question.issue_id)
        number = str(owner.number) if owner else ""
        whose = t("課題{number}の問いと共通", number=number)
        lines.append((question.id, question_text(question, t), whose))
    return lines


def issues_of(project: Project, record: Record | None) -> set[str]:
    """Return the issues whose row a change of ``record`` concerns, an issue or a question."""
    if isinstance(record, Issue):
        return {record.id}
    if isinstance(record, HowMightWe):
        shared = project.links_from(record.id, Relation.CAME_FROM)
        return {record.issue_id or "", *(link.target_id for link in shared)}
    return set()


def moves_pain(change: Change) -> bool:
    """Tell whether ``change`` takes a pain point up or lets it go."""
    cells = {
        record.cell_id for record in (change.before, change.after) if isinstance(record, Issue)
    }
    return len(cells) > 1 or (change.kind == Issue.KIND and None in (change.before, change.after))


def told_issue(project: Project, issue: Issue, t: Translator) -> str:
    """Return the sentences that tell what deleting ``issue`` takes along and what stays."""
    hanging = actions.hanging_on(project, issue.id)
    number = str(issue.number) if issue.number else t("（番号なし）")
    told = [t("課題{number}を消しました。", number=number)]
    if hanging.questions:
        told.append(t.plural("問い{n}つも消えました。", hanging.questions))
    return _joined([*told, *_staying(hanging, t)], t)


def told_question(project: Project, question_id: str, t: Translator) -> str:
    """Return the sentences that tell what deleting a question takes along and what stays."""
    hanging = actions.hanging_on_question(project, question_id)
    return _joined([t("問いを消しました。"), *_staying(hanging, t)], t)


def _staying(hanging: actions.Hanging, t: Translator) -> list[str]:
    told = []
    if hanging.notes:
        told.append(t.plural("アイデア{n}枚は残ります。", hanging.notes))
    if hanging.places:
        told.append(t.plural("ボードなど{n}つは、問いなしで残ります。", hanging.places))
    if hanging.claims:
        told.append(t.plural("つながり{n}本を外しました。", hanging.claims))
    return told


def _joined(sentences: list[str], t: Translator) -> str:
    return ("" if t.lang == "ja" else " ").join(sentences)
