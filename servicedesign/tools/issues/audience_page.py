"""The question of the hour for the room, with the timer under it while it runs.

Owns that page: the questions that were chosen, one a leaf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.model import HowMightWe, Issue
from servicedesign.model.method import MethodPhase
from servicedesign.tools.issues.frame import question_text
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.lines import lay
from servicedesign.ui.room.parts import Head, head
from servicedesign.ui.room.people import called, face_of, primary_persona

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet, Project
    from servicedesign.ui.context import EditorContext

_LARGE: Final = 104
_ISSUE_GAP: Final = 56
_ROOMY: Final = 900
"""Height from which the issue stands over its question: where no timer takes the room."""
_SHOWN: Final = frozenset({"how_might_we", "issue", "persona", "image"})


class QuestionPage(AudiencePage):
    """A question, as large as it fits."""

    def __init__(
        self, context: EditorContext, issue_id: str = "", parent: QWidget | None = None
    ) -> None:
        """Show the questions of one issue, or all that were chosen when ``issue_id`` is empty."""
        self._issue_id = issue_id
        super().__init__(context, parent)

    def title(self) -> str:
        """Return what the page is."""
        return self.context.t("問い")

    def wants_large_timer(self) -> bool:
        """The question is what one works on while the time runs."""
        return True

    def numbers_leaves(self) -> bool:
        """The head says it: at the foot stands the timer."""
        return False

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Compose anew when a question, its issue or the persona changed."""
        if changes is None or any(one.kind in _SHOWN for one in changes.changes):
            self.recompose()

    def compose(self, leaves: Leaves) -> None:
        """Set each question on a leaf of its own, broken over more where it is very long."""
        t = self.context.t
        shown = shown_questions(self.context.project, self._issue_id)
        for number, question in enumerate(shown, 1):
            count = t("問い {number} / {count}", number=number, count=len(shown))
            self._question(leaves, question, count if len(shown) > 1 else "")

    def _question(self, leaves: Leaves, question: HowMightWe, count: str) -> None:
        project, t = self.context.project, self.context.t
        persona = primary_persona(project)
        top = Head(
            phase=MethodPhase.IDEAS,
            subtitle=count,
            aside=called(persona, t) if persona is not None else "",
            portrait=face_of(project, persona) if persona is not None else None,
        )
        issue = project.find(Issue, question.issue_id)
        rest = question_text(question, t)
        begun = False
        while rest.strip() or not begun:
            leaf = leaves.add()
            box = head(leaf, top, t)
            box.setTop(box.top() + 8)
            roomy = leaf.height > _ROOMY
            if roomy and issue is not None and issue.title.strip() and not begun:
                words = t("課題{number}　{title}", number=issue.number, title=issue.title.strip())
                shown = words if issue.number else issue.title.strip()
                leaf.text(box.left(), box.top(), shown, LEAST, tone=tokens.SECOND_TEXT,
                          room=box.width())  # fmt: skip
                box.setTop(box.top() + LEAST + _ISSUE_GAP)
            laid = lay(rest, box.width(), box.height(), _LARGE, LEAST, bold=True, balanced=True)
            spare = max(0.0, box.height() - laid.height)
            place = QRectF(box.left(), box.top() + spare * 0.3, box.width(), laid.height)
            leaf.lines(place, laid, bold=True)
            rest, begun = laid.rest, True


def shown_questions(project: Project, issue_id: str = "") -> list[HowMightWe]:
    """Return the questions that were chosen, else the first that says anything.

    Of one issue these are its own: all of them where none was chosen.
    """
    written = [x for x in project.all(HowMightWe) if x.sentence.strip() or x.wished_state.strip()]
    if issue_id:
        written = [question for question in written if question.issue_id == issue_id]
    chosen = [question for question in written if question.chosen]
    return chosen or (written if issue_id else written[:1])


def question_page(context: EditorContext) -> AudiencePage | None:
    """Return the page of the questions that were chosen; None while none is written."""
    return QuestionPage(context) if shown_questions(context.project) else None


def issue_page(context: EditorContext, issue_id: str) -> AudiencePage | None:
    """Return the page of the questions of an issue; None while it has none."""
    shown = bool(issue_id) and shown_questions(context.project, issue_id)
    return QuestionPage(context, issue_id) if shown else None
