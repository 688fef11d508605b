"""How deep-dives begin on screen: from the choice, from one idea, or empty; and joining ideas.

Owns the dialogs and the menu on the way to ``making``. Which deep-dive is shown is the editor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from servicedesign.model import Group
from servicedesign.model.titles import record_title, reference_code
from servicedesign.tools import deepening
from servicedesign.tools.deep_dive import actions
from servicedesign.tools.deep_dive.idea_dialog import IdeaDialog, IdeaQuestion
from servicedesign.tools.deep_dive.start_dialog import StartDialog
from servicedesign.tools.deepening import Idea

if TYPE_CHECKING:
    from servicedesign.tools.deep_dive.editor import DeepDiveEditor


class Beginning:
    """Works for one editor."""

    def __init__(self, editor: DeepDiveEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context

    def from_choice(self) -> None:
        """Begin a deep-dive for each chosen idea that has none, with a group each."""
        editor, project, t = self._editor, self._context.project, self._context.t
        editor.flush()
        ideas = deepening.not_begun(project)
        if not ideas:
            return
        suggested = deepening.suggested_groups(project, ideas)
        dialog = StartDialog(t, ideas, project.all(Group), suggested, editor.window())
        if not dialog.exec():
            return
        made = deepening.make_from_choice(project, dialog.groups())
        if made:
            editor.show_dive(made[0].id)
            editor.focus_strip()
            self._context.shell.toast(t.plural("{n}案の深掘りを始めました。", len(made)), undo=True)

    def pick(self) -> None:
        """Let the person choose an idea and begin with it."""
        editor, t = self._editor, self._context.t
        editor.flush()
        asks = IdeaQuestion(t("深掘りする案を選ぶ"), t("深掘りする"))
        dialog = IdeaDialog(self._context, asks, editor.window())
        if dialog.exec():
            self._begin(dialog.chosen())

    def empty(self) -> None:
        """Begin with an empty one."""
        self._editor.flush()
        self._begin(None)

    def _begin(self, idea: Idea | None) -> None:
        editor = self._editor
        dive = deepening.add_dive(self._context.project, idea)
        editor.stop_presenting()
        editor.show_dive(dive.id)
        editor.form.go_to("whose" if idea is not None else "title")

    def join(self) -> None:
        """Let the person choose which ideas are worked out together with this one."""
        editor, project, t = self._editor, self._context.project, self._context.t
        dive = editor.dive()
        if dive is None:
            return
        editor.flush()
        joined = tuple(note.id for note in actions.joined_ideas(project, dive))
        asks = IdeaQuestion(
            t("合わせて考える案を選ぶ"), t("決める"), several=joined, without=(dive.note_id or "",)
        )
        dialog = IdeaDialog(self._context, asks, editor.window())
        if dialog.exec() and dialog.ticked() != joined:
            actions.set_joined_ideas(project, dive.id, dialog.ticked())

    def open_menu(self, below: QWidget) -> None:
        """Open the ways to begin one more below a button."""
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the ways to begin one more; chosen ideas without a deep-dive come first."""
        t = self._context.t
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        left = deepening.not_begun(self._context.project)
        for idea in left[:8]:
            title = f"{reference_code(idea)} {record_title(idea)}".strip().replace("&", "&&")
            menu.addAction(title).triggered.connect(lambda _=False, one=idea: self._begin(one))
        if left:
            menu.addSeparator()
        menu.addAction(t("案を選んで作る…")).triggered.connect(lambda _=False: self.pick())
        menu.addAction(t("白紙から始める")).triggered.connect(lambda _=False: self.empty())
        return menu
