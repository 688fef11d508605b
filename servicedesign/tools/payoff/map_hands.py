"""What one does on the third page: phases are chosen, solutions written, the ideal map made.

Owns what was chosen before it is written, and what is told. The rules are in ``completing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from servicedesign.model import JourneyMap
from servicedesign.tools.payoff.completing import lacking, write_solutions
from servicedesign.tools.payoff.items import in_order
from servicedesign.tools.payoff.plan import Plan, make_plan
from servicedesign.tools.payoff.reading import as_is_map, to_be_maps
from servicedesign.tools.to_be_map import make_to_be

if TYPE_CHECKING:
    from servicedesign.tools.payoff.editor import PayoffEditor


class MapHands:
    """Works for one editor."""

    def __init__(self, editor: PayoffEditor) -> None:
        """Work for ``editor``."""
        self._editor = editor
        self._context = editor.context
        self._page = editor.map
        self._chosen: dict[str, str] = {}
        self._map_id = ""
        self._plan: Plan | None = None
        page = editor.map
        page.chosen.connect(self._choose)
        page.write_asked.connect(self.write)
        page.make_asked.connect(self.make)
        page.map_chosen.connect(self._show_map)
        page.open_asked.connect(self.open)
        page.lacks.go_asked.connect(self._context.shell.go)

    def forget(self) -> None:
        """Forget what was chosen: another matrix comes into view."""
        self._chosen.clear()
        self._map_id = ""

    def target_id(self) -> str:
        """Return the id of the ideal map in view, or empty."""
        return self._plan.target.id if self._plan is not None else ""

    def show(self) -> None:
        """Show the plan for the ideal map, or how to make one."""
        matrix = self._editor.matrix()
        if matrix is None:
            return
        project, t = self._context.project, self._context.t
        maps = to_be_maps(project, matrix)
        target = next((one for one in maps if one.id == self._map_id), maps[0] if maps else None)
        before = self.target_id()
        if target is None:
            self._plan = None
            self._page.show_none(as_is=as_is_map(project, matrix) is not None)
        else:
            ideas = self._editor.ideas() if matrix.hidden else in_order(self._editor.ideas())
            self._plan = make_plan(project, target, ideas, self._chosen, hidden=matrix.hidden)
            named = [(one, one.title.strip() or t("題のない地図")) for one in maps]
            self._page.show_plan(self._plan, lacking(project, target), named, hidden=matrix.hidden)
        if self.target_id() != before:
            self._editor.target_changed.emit()

    def _show_map(self, map_id: str) -> None:
        self._map_id = map_id
        self._chosen.clear()
        self.show()

    def _choose(self, item_ids: Sequence[str], phase_id: str) -> None:
        self._chosen.update(dict.fromkeys(item_ids, phase_id))
        self.show()

    def write(self) -> None:
        """Write what was chosen onto the map, as one step, and say what came of it."""
        if self._plan is None:
            return
        t, wanted = self._context.t, self._plan.wanted()
        done = write_solutions(self._context.project, self._plan.target.id, wanted)
        for item_id in wanted:
            self._chosen.pop(item_id, None)
        told = []
        if done.written:
            told.append(t.plural("{n}案を理想のマップに書きました。", done.written))
        if done.moved:
            told.append(t.plural("{n}案を別のフェーズに移しました。", done.moved))
        if done.there:
            told.append(
                t.plural("{n}案は、ほかの案と同じ升目にあるので、そのままです。", done.there)
            )
        if told:
            joint = "" if t.lang == "ja" else " "
            self._context.shell.toast(joint.join(told), undo=bool(done.written or done.moved))
        self.show()
        self._page.entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Make the ideal map of the one of today."""
        matrix = self._editor.matrix()
        source = as_is_map(self._context.project, matrix) if matrix is not None else None
        if source is not None:
            make_to_be(self._context.project, source.id, source.title)
            self._context.shell.toast(self._context.t("理想の地図を作りました。"), undo=True)
            self._page.entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the ideal map, or the tool of maps where there is none."""
        target = self.target_id()
        if not target or not self._context.shell.go(JourneyMap.KIND, target):
            self._context.shell.go_tool("journey")
