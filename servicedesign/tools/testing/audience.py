"""The tasks of a test, large, for the one who tries: no results, no times, no names.

Owns the leaves of the page: one task while it is watched, else all of them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from servicedesign.model import TestTask
from servicedesign.model.method import MethodPhase
from servicedesign.tools.testing import actions
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST
from servicedesign.ui.room.lines import lay
from servicedesign.ui.room.parts import Flow, Head, head


class TaskPage(AudiencePage):
    """What the tester is asked to do."""

    def __init__(self, context: EditorContext, version_id: str, task_id: str = "") -> None:
        """Show the tasks of a version, or one of them."""
        self._version_id, self._task_id = version_id, task_id
        super().__init__(context)

    def title(self) -> str:
        """Return what is shown."""
        return self.context.t("やってみてください")

    def refresh(self, changes: object = None) -> None:
        """Compose anew when a task changed; results are not shown."""
        found = getattr(changes, "changes", None)
        if found is None or any(change.kind == TestTask.KIND for change in found):
            self.recompose()

    def compose(self, leaves: Leaves) -> None:
        """Set one task as large as it fits, or all of them below each other."""
        tasks = actions.tasks_of(self.context.project, self._version_id)
        over = Head(self.title(), phase=MethodPhase.PROTOTYPE)
        one = next((task for task in tasks if task.id == self._task_id), None)
        if one is not None and one.title.strip():
            leaf = leaves.add()
            box = head(leaf, over, self.context.t)
            room = QRectF(leaf.left, box.top() + 24, leaf.right - leaf.left, box.height() - 24)
            laid = lay(
                one.title.strip(), room.width(), room.height(), 120, LEAST, bold=True, pitch=1.35,
                balanced=True,
            )  # fmt: skip
            leaf.lines(room, laid, bold=True)
            return
        shown = [task.title.strip() for task in tasks if task.title.strip()]
        if shown:
            flow = Flow(leaves, over, self.context.t)
            for number, title in enumerate(shown, 1):
                flow.space(28)
                flow.text(f"{number}　{title}", 72, bold=True, pitch=1.35)
