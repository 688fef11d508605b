"""The commands of the timer in one window, and the word to the one who comes back too late.

Owns the panel. Sound is the bell's, which there is one of in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from servicedesign.ui.room.timer import TimerState
from servicedesign.ui.room.timer_words import late_words

if TYPE_CHECKING:
    from servicedesign.ui.room.timer_panel import TimerPanel
    from servicedesign.ui.services import Services
    from servicedesign.ui.workspace import Workspace

LATE_S: Final = 10
"""An end noticed this many seconds after it is told of in a sentence: the machine was asleep."""


class TimerCommands(QObject):
    """Works for one workspace."""

    def __init__(self, workspace: Workspace, services: Services) -> None:
        """Work for ``workspace``; the time started last is offered again."""
        super().__init__(workspace)
        self._workspace = workspace
        self._services = services
        self._timer = services.timer
        self._panel: TimerPanel | None = None
        self._timer.set_standard(services.settings.get("timer_minutes") * 60)
        self._timer.ended.connect(self._on_ended)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"timer": self.toggle, "timer_panel": self.show_panel}

    def toggle(self) -> None:
        """Start, pause, go on; over, put it away. In the panel start what is chosen there."""
        panel = self._panel
        if panel is not None and panel.isVisible() and self._timer.state is TimerState.IDLE:
            panel.press()
        else:
            self._timer.toggle()

    def show_panel(self) -> None:
        """Show the panel, or close it."""
        if self._panel is None:
            from servicedesign.ui.room.timer_panel import TimerPanel

            services = self._services
            self._panel = TimerPanel(self._timer, services.settings, services.t, self._workspace)
            self._panel.show_asked.connect(self.show_large)
        if self._panel.isVisible():
            self._panel.close_panel()
        else:
            self._panel.open_under(self._workspace.top_bar())

    def show_large(self) -> None:
        """Show the room the timer and nothing else."""
        from servicedesign.ui.room.timer_page import TimerPage

        context = self._workspace.context
        self._workspace.audience().show_page(lambda: TimerPage(context), "timer")

    def panel(self) -> TimerPanel | None:
        """Return the panel once it was shown."""
        return self._panel

    def _on_ended(self) -> None:
        if -self._timer.remaining >= LATE_S:
            self._workspace.toast(late_words(self._services.t, self._timer))
