"""The commands of the audience window in one workspace, and its menu under the top bar.

Owns the way from a command to the audience window, and which choices there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint

from servicedesign import tools
from servicedesign.tools.registry import load
from servicedesign.ui.room.audience import Kept, RoomState
from servicedesign.ui.room.choices import CHOICES, Choice, choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from servicedesign.ui.room.audience_page import AudiencePage
    from servicedesign.ui.services import Services
    from servicedesign.ui.workspace import Workspace


class AudienceCommands(QObject):
    """Works for one workspace."""

    def __init__(self, workspace: Workspace, services: Services) -> None:
        """Work for ``workspace``; its top bar says what the room sees."""
        super().__init__(workspace)
        self._workspace = workspace
        self._services = services
        self._audience = workspace.audience()
        self._menu: QMenu | None = None
        self._audience.state_changed.connect(self._tell)
        self._tell()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        room = self._audience
        return {
            "audience": room.toggle,
            "audience_view": room.show_view,
            "audience_freeze": room.freeze_or_follow,
            "audience_black": room.toggle_black,
            "audience_next": lambda: room.turn(1),
            "audience_previous": lambda: room.turn(-1),
            "audience_move": room.move,
            "audience_panel": self.open_menu,
        }

    def choices(self) -> tuple[Choice, ...]:
        """Return what can be shown by name: tools without a screen are left out."""
        known = set(tools.TOOL_IDS)
        return tuple(
            one
            for one in CHOICES
            if not one.tool or (one.tool in known and self._workspace.can_go_tool(one.tool))
        )

    def open_menu(self) -> None:
        """Open the menu of the room under its button."""
        from servicedesign.ui.room.room_menu import room_menu

        button = self._workspace.top_bar().room_button
        run = self._workspace.command
        menu = room_menu(
            button, self._audience, self._services.t, self.choices(), run, self.show_choice
        )
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def show_choice(self, choice_id: str) -> None:
        """Show a choice until another is made; empty follows the view in use."""
        if not choice_id:
            self._audience.follow()
            return
        wanted = choice(choice_id)
        page = self.page_of(wanted)
        if page is None:
            self._workspace.toast(self._services.t(wanted.missing))
            return
        self._audience.show_page(lambda: page, choice_id)

    def resume(self, kept: Kept) -> None:
        """Go on with what the window before this one showed."""
        held = kept.mode is RoomState.HELD and bool(kept.choice)
        self._audience.resume(kept, self.page_of(choice(kept.choice)) if held else None)

    def page_of(self, wanted: Choice) -> AudiencePage | None:
        """Return a new page of a choice; None where the project has nothing to show for it."""
        if wanted.tool:
            return self._workspace.page_of(wanted.tool)
        return cast("AudiencePage | None", load(wanted.page)(self._workspace.context))

    def _tell(self) -> None:
        room = self._audience
        page = room.page()
        title = page.title() if page is not None else ""
        self._workspace.top_bar().room_button.show_state(room.state(), title)
