"""What one does with whole maps from the editor: add, copy, complete, name, delete.

Owns the way from those entries to the actions, and what is asked and said on the way. Which map is
shown is the editor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from servicedesign.model import Persona
from servicedesign.model.titles import record_title
from servicedesign.tools.journey import counterparts, maps
from servicedesign.tools.journey.facts_dialog import FactsDialog
from servicedesign.tools.journey.hands_said import gone_words
from servicedesign.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from servicedesign.tools.journey.editor import JourneyEditor


class MapDoings:
    """Works for one editor."""

    def __init__(self, editor: JourneyEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    def add(self, preset: maps.Preset) -> None:
        """Add a map for the first persona and begin with it."""
        project = self._context.project
        person = maps.first_persona(project)
        made = maps.add_map(
            project, preset, self._context.t, persona_id=person.id if person else None
        )
        self._editor.show_map(made.id)

    def copy(self) -> None:
        """Add a copy of the map in view and show it."""
        journey = self._editor.current()
        if journey is not None:
            t = self._context.t
            title = t("{name}の写し", name=record_title(journey) or t("題のない地図"))
            self._editor.show_map(maps.copy_map(self._context.project, journey.id, title).id)

    def make_to_be(self) -> None:
        """Make the wished map of the one in view and show it."""
        as_is = self._editor.pair()[0]
        if as_is is not None:
            made = counterparts.make_to_be(self._context.project, as_is.id, as_is.title)
            self._editor.show_map(made.id)

    def change_facts(self) -> None:
        """Let the person write title, goal and description, and say whose map it is."""
        journey, project = self._editor.current(), self._context.project
        if journey is None:
            return
        dialog = FactsDialog(self._context.t, journey, project.all(Persona), self._editor.window())
        if not dialog.exec():
            return
        for field, text in dialog.texts().items():
            if text != getattr(journey, field):
                maps.write_map(project, journey.id, cast("maps.MapField", field), text)
        if dialog.persona_id() != journey.persona_id:
            maps.assign_persona(project, journey.id, dialog.persona_id())

    def delete(self) -> None:
        """Delete the map in view, after telling what goes with it."""
        journey, t = self._editor.current(), self._context.t
        if journey is None:
            return
        name = t(maps.map_name(journey))
        said = gone_words(maps.hangs_on_map(self._context.project, journey.id), t)
        sentences = [*([said] if said else []), t("Ctrl+Z を一度押すと、すべて元に戻ります。")]
        title = t("地図「{name}」を消しますか。", name=name)
        labels = [t.context("button", "やめる"), t("消す")]
        if said and MessageDialog(title, sentences, labels, self._editor.window()).ask() != 1:
            return
        maps.delete_map(self._context.project, journey.id)
        self._context.shell.toast(t("地図「{name}」を消しました。", name=name), undo=True)
