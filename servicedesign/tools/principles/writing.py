"""From what is typed on the check to the action that writes it.

Owns which action writes which field, and that nothing is written to what an undo took back.
"""

from __future__ import annotations

from servicedesign.model import Answer, PrincipleCheck, PrincipleEdition, PrincipleItem
from servicedesign.store import Project
from servicedesign.tools.principles import actions

_ITEM_WRITERS = {
    "comment": actions.write_comment,
    "next_action": actions.write_next_action,
    "next_owner": actions.write_next_owner,
    "next_due": actions.set_next_due,
}
_EDITION_WRITERS = {
    "checked_by": actions.write_checked_by,
    "checked_on": actions.set_checked_on,
}


def write_item(project: Project, item_id: str, field: str, text: str) -> None:
    """Write a field of a principle, if it still is."""
    if project.find(PrincipleItem, item_id) is not None:
        _ITEM_WRITERS[field](project, item_id, text)


def write_edition(project: Project, edition_id: str, field: str, text: str) -> None:
    """Write a field of an edition, if it still is."""
    if project.find(PrincipleEdition, edition_id) is not None:
        _EDITION_WRITERS[field](project, edition_id, text)


def answer(project: Project, check_id: str, value: str) -> None:
    """Answer a question with the value of an ``Answer``."""
    actions.answer_question(project, check_id, Answer(value))


def write_question(project: Project, check_id: str, text: str) -> None:
    """Word a question anew, if it still is."""
    if project.find(PrincipleCheck, check_id) is not None:
        actions.write_question(project, check_id, text)
