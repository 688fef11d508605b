"""From the buttons, keys and commands of a run to the desk, and to the tool of each step.

Owns where the facilitator is led: starting a step opens its tool, and one key leads back. A step
without a tool is shown here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda import run_actions
from servicedesign.tools.agenda.run_desk import RunDesk
from servicedesign.tools.agenda.run_words import minutes_words, step_title
from servicedesign.tools.agenda.running import StepState, state_of

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

OWN = "agenda"
"""The id of this tool."""

BACK_KEY = "Ctrl+M"
NEXT_KEY = "Ctrl+Shift+M"
"""The keys that lead back to the run and to the next step; shown in what is said."""


class RunHands:
    """Works for one desk."""

    def __init__(
        self,
        context: EditorContext,
        desk: RunDesk,
        show_run: Callable[[], object],
        day: Callable[[], int],
    ) -> None:
        """Do what is asked for.

        Args:
            context: project and shell.
            desk: counts and writes.
            show_run: brings the run into view within the editor.
            day: returns the day that is to be run when none is.
        """
        self._context = context
        self._desk = desk
        self._show_run = show_run
        self._day = day

    def locked(self) -> str:
        """Return why nothing can be run, or empty."""
        t = self._context.t
        return t("読み取り専用で開いています") if self._context.read_only else ""

    def can_open(self, tool: str) -> bool:
        """Tell whether a step leads to another tool."""
        return bool(tool) and tool != OWN and self._context.shell.can_go_tool(tool)

    # Steps --------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """End the step that runs, start the next one, and lead to its tool."""
        if self.locked():
            return
        if self._desk.stale:
            self._desk.start_again()
            self._lead_to(self._desk.current())
            return
        current = self._desk.current()
        day = current.day if current is not None else self._day()
        if current is None and self._desk.following(day) is None:
            self.show()
            return
        self._lead_to(self._desk.go_on(day))

    def skip(self) -> None:
        """Skip the step that runs, and lead to the tool of the next one."""
        if not self.locked() and self._desk.current() is not None:
            self._lead_to(self._desk.skip())

    def back(self) -> None:
        """Let the step before run on."""
        if not self.locked():
            self._desk.back()

    def give(self, minutes: int) -> None:
        """Give the step that runs more minutes, or take some."""
        if not self.locked():
            self._desk.give(minutes)

    def end(self) -> None:
        """End the step that runs and start none; one left running long ago ends as planned."""
        if self.locked():
            return
        if self._desk.stale:
            self._desk.end_as_planned()
        else:
            self._desk.end()

    def start(self, item_id: str) -> None:
        """Start a step that waits or was skipped; the others are left alone."""
        item = self._context.project.find(AgendaItem, item_id)
        if item is None or self.locked():
            return
        if state_of(item) in (StepState.WAITING, StepState.SKIPPED) and not item.started_at:
            self._desk.start(item_id)
            self._lead_to(self._desk.current())

    def turn_skipped(self, item_id: str) -> None:
        """Say that a step that waits will be skipped, or will not."""
        item = self._context.project.find(AgendaItem, item_id)
        if item is not None and not self.locked():
            run_actions.set_skipped(self._context.project, item_id, skipped=not item.skipped)

    def forget(self) -> None:
        """Forget the run of the day, to begin it anew."""
        if not self.locked():
            self._desk.forget(self._day())
            self._context.shell.toast(
                self._context.t("進行の記録を消しました。はじめから進められます。"), undo=True
            )

    # Where one is led ---------------------------------------------------------------------------

    def show(self) -> None:
        """Bring the run into view."""
        self._show_run()
        self._context.shell.go_tool(OWN)

    def open_tool(self) -> bool:
        """Open the tool of the step that runs; False when it has none."""
        current = self._desk.current()
        if current is None or not self.can_open(current.tool):
            return False
        return self._context.shell.go_tool(current.tool)

    def _lead_to(self, item: AgendaItem | None) -> None:
        if item is None or not self.open_tool():
            self.show()
            return
        t = self._context.t
        self._context.shell.toast(
            t(
                "「{title}」を始めました（{minutes}）。進行へは{back}、次の項目へは{next}。",
                title=step_title(item, t)[:40],
                minutes=minutes_words(item, t),
                back=BACK_KEY,
                next=NEXT_KEY,
            )
        )
