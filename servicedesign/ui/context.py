"""What an editor is given: the project, the language and a way to ask the shell for things.

Owns two shapes and no behaviour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project
    from servicedesign.ui.hub import ProjectHub
    from servicedesign.ui.room.audience_page import AudiencePage
    from servicedesign.ui.room.timer import RoomTimer


class Shell(Protocol):
    """What an editor may ask of the window around it."""

    def go(self, kind: str, record_id: str, field: str = "") -> bool:
        """Show the record and put the focus on ``field``; False when no tool shows it."""
        ...

    def go_tool(self, tool_id: str) -> bool:
        """Show the tool; False when it has no editor."""
        ...

    def can_go_tool(self, tool_id: str) -> bool:
        """Tell whether the tool has an editor to go to."""
        ...

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Show one sentence at the bottom left for 8 s, with 元に戻す when ``undo``."""
        ...

    def warn(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show one warning that stays until it is answered or closed."""
        ...

    def timer(self) -> RoomTimer:
        """Return the timer of the room: one for the whole run."""
        ...

    def show_audience(self, make: Callable[[], AudiencePage]) -> None:
        """Show the room this page until another is chosen; opens the audience window if needed."""
        ...

    def command(self, command_id: str) -> None:
        """Run a command of ``ui/commands.py``, such as ``print``."""
        ...


@dataclass(frozen=True, slots=True)
class EditorContext:
    """What an editor works with.

    Attributes:
        project: the open project; writes go through a tool's actions only.
        hub: its ``changed`` signal carries each ChangeSet. The shell already calls
            ``Editor.refresh`` with it: an editor need not connect.
        t: the translator of the interface.
        lang: ``"ja"`` or ``"en"``.
        clock: returns the present moment, in local time.
        shell: the window.
    """

    project: Project
    hub: ProjectHub
    t: Translator
    lang: str
    clock: Callable[[], datetime]
    shell: Shell

    @property
    def read_only(self) -> bool:
        """Whether the project must not be written."""
        return self.project.read_only
