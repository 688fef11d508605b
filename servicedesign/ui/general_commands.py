"""Commands that need no project: keys, settings.

Owns what they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.services import Services

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

        KeysDialog(self._services.t, self._commands.offered(), self._window).exec()

    def show_settings(self) -> None:
        """Show the settings; a change of language or scale builds the window anew."""
        from servicedesign.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._services, self._window)
        if dialog.exec() and dialog.changed():
            self._window.rebuild()
