"""The commands of one window, bound to what they do.

Owns shortcuts and menu entries made from the table, and the rule that no command is carried out
while an input method composes. Must not know what a command does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.commands import COMMANDS, GROUP_TITLES, Command, Group, Where, command
from servicedesign.ui.icons import icon
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.typing_field import composing_now


class CommandSet(QObject):
    """Runs commands by their id."""

    def __init__(self, window: QWidget, t: Translator, before: Callable[[], None]) -> None:
        """Bind shortcuts to ``window``; ``before`` runs ahead of each (it commits typed text)."""
        super().__init__(window)
        self._window = window
        self.t = t
        self._before = before
        self._handlers: dict[str, Callable[[], object]] = {}
        self._instead: dict[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}

    def bind(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what the commands of the shell do."""
        for command_id, handler in handlers.items():
            self._handlers[command_id] = handler
            self._action(command(command_id))

    def bind_editor(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what the editor in view offers, also instead of the shell; the rest is gone."""
        for entry in COMMANDS:
            if entry.where is Where.EDITOR:
                self._handlers.pop(entry.id, None)
                action = self._actions.pop(entry.id, None)
                if action is not None:
                    self._window.removeAction(action)
                    action.deleteLater()
        own = {key for key in handlers if command(key).where is Where.EDITOR}
        self.bind({key: do for key, do in handlers.items() if key in own})
        self._instead = {key: do for key, do in handlers.items() if key not in own}

    def unbind(self) -> None:
        """Take all shortcuts away."""
        for action in self._actions.values():
            self._window.removeAction(action)
            action.deleteLater()
        self._actions.clear()
        self._handlers.clear()
        self._instead.clear()

    def offered(self) -> tuple[Command, ...]:
        """Return the commands that can be given now, in the order of the table."""
        return tuple(entry for entry in COMMANDS if entry.id in self._handlers)

    def run(self, command_id: str) -> None:
        """Carry out a command, unless an input method composes or nobody offers it."""
        handler = self._instead.get(command_id) or self._handlers.get(command_id)
        if handler is None or composing_now():
            return
        self._before()
        handler()

    def set_enabled(self, command_id: str, enabled: bool) -> None:
        """Let a command be given or not."""
        if command_id in self._actions:
            self._actions[command_id].setEnabled(enabled)

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of all commands offered, with their keys."""
        menu = QMenu(parent)
        side = theme().px(18)
        parts: dict[Group, QMenu] = {Group.FILE: menu}
        for entry in self.offered():
            if entry.group not in parts:
                parts[entry.group] = menu.addMenu(self.t(GROUP_TITLES[entry.group]))
            target = parts[entry.group]
            action = self._actions[entry.id]
            if entry.icon:
                action.setIcon(icon(entry.icon, side))
            target.addAction(action)
        return menu

    def _action(self, entry: Command) -> QAction:
        if entry.id in self._actions:
            return self._actions[entry.id]
        action = QAction(self.t(entry.label), self._window)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setIconVisibleInMenu(True)
        action.triggered.connect(lambda _checked=False, name=entry.id: self.run(name))
        self._window.addAction(action)
        self._actions[entry.id] = action
        return action
