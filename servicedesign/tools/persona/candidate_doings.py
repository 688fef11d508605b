"""What one does with whole candidates from the editor: copy, delete, move, narrow to one.

Owns the way from those gestures to the actions, and what is asked and said on the way. Which
candidate is shown is the editor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.model import Persona
from servicedesign.model.titles import record_title
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.choose_dialog import ChooseDialog

if TYPE_CHECKING:
    from servicedesign.tools.persona.editor import PersonaEditor


class CandidateDoings:
    """Works for one editor."""

    def __init__(self, editor: PersonaEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    def copy(self, persona_id: str) -> None:
        """Add a copy of a candidate and show it."""
        self._editor.flush()
        self._editor.show_candidate(actions.copy_candidate(self._context.project, persona_id).id)
        self._editor.focus_strip()

    def delete(self, persona_id: str) -> None:
        """Delete a candidate, show the next one, and say so."""
        editor, project, t = self._editor, self._context.project, self._context.t
        editor.flush()
        people = [persona.id for persona in actions.candidates(project)]
        here = people.index(persona_id)
        neighbours = people[here + 1 : here + 2] or people[max(0, here - 1) : here]
        name = record_title(project.get(Persona, persona_id))
        if persona_id == editor.current() and neighbours:
            editor.show_candidate(neighbours[0])
        actions.delete_candidate(project, persona_id)
        editor.focus_strip()
        said = t("候補「{name}」を消しました。", name=name or t("名前はまだ"))
        self._context.shell.toast(said, undo=True)

    def move(self, persona_id: str, index: int) -> None:
        """Move a candidate to a place in the strip."""
        actions.move_candidate(self._context.project, persona_id, index)
        self._editor.focus_strip()

    def narrow(self, persona_id: str) -> None:
        """Ask why this is the one and narrow to it; where it is the one already, take it back."""
        self._editor.flush()
        project, t = self._context.project, self._context.t
        persona = project.get(Persona, persona_id)
        if persona.chosen:
            actions.release_choice(project, persona.id)
            self._context.shell.toast(t("絞り込みを戻しました。"), undo=True)
            return
        chosen = actions.chosen_persona(project)
        dialog = ChooseDialog(
            t,
            record_title(persona) or t("この候補"),
            (record_title(chosen) or t("別の候補")) if chosen else "",
            persona.chosen_reason,
            self._editor.window(),
        )
        if dialog.exec():
            actions.choose_primary(project, persona.id, dialog.reason())
