"""The keys of commands: each has its own, and none belongs to an input method or to the screen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from servicedesign.ui.commands import COMMANDS

WITH_KEYS = [command for command in COMMANDS if command.keys]
OF_OTHERS = (
    *("Ctrl+Space", "Shift+Space", "Alt+`", "F7", "F8", "F9", "F10", "Ctrl+F7", "Ctrl+F10"),
    *("Ctrl+Alt+Up", "Ctrl+Alt+Down", "Ctrl+Alt+Left", "Ctrl+Alt+Right"),
)
"""Keys that input methods take, and those by which old drivers turn the screen."""


def test_no_two_commands_share_a_key():
    keys = Counter(_spelled(key) for command in WITH_KEYS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", WITH_KEYS, ids=lambda command: command.id)
def test_no_command_takes_a_key_of_an_input_method(command):
    spelled = {_spelled(key) for key in command.keys}
    assert "" not in spelled
    assert not spelled & {_spelled(key) for key in OF_OTHERS}
    assert not any("\\" in key for key in spelled)


def _spelled(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
