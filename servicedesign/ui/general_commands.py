"""Commands that need no project: keys, settings.

Owns what they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.commands import Group
from servicedesign.ui.services import Services

GROUP_OF: Final = {
    "journey": Group.MAP,
    "board": Group.BOARD,
    "mandala": Group.MANDALA,
    "voting": Group.VOTING,
}
"""The heading at which the list of keys opens, by the tool in view."""

if TYPE_CHECKING:
    from servicedesign.ui.main_window import MainWindow


class GeneralCommands:
    """Works for one window."""

    def __init__(self, window: MainWindow, services: Services, commands: CommandSet) -> None:
        """Work for ``window``."""
        self._window = window
        self._services = services
        self._commands = commands

    def show_keys(self) -> None:
        """Show every command with its keys."""
        from servicedesign.ui.dialogs.keys_dialog import KeysDialog

        space = self._window.workspace()
        view = space.current_view() if space is not None else ""
        offered = self._commands.offered()
        KeysDialog(self._services.t, offered, self._window, opened_at=GROUP_OF.get(view)).exec()

    def show_settings(self) -> None:
        """Show the settings; a change of language or scale builds the window anew."""
        from servicedesign.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._services, self._window)
        if dialog.exec() and dialog.changed():
            self._window.rebuild()
