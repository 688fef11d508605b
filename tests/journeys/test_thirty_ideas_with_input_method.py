"""Thirty ideas through a real Japanese input method: Enter that confirms never ends the note."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method

from servicedesign.model import Note
from servicedesign.store import create_project, open_project
from servicedesign.tools.board.actions import add_board

pytestmark = needs_input_method

_APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from servicedesign import app
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.settings import Settings

application = app.make_application()
faults = FaultHandler(application)
faults.install()
desk = app.Desk(application, Settings(), faults, "ja")
desk.show()
desk.open_first(Path(sys.argv[1]), None)

def begin():
    workspace = desk.window().workspace()
    if workspace is None:
        QTimer.singleShot(50, begin)
        return
    workspace.show_view("board")
    desk.window().activateWindow()
    workspace.project.subscribe(lambda step: print("written", flush=True))
    QTimer.singleShot(800, lambda: print("ready", flush=True))

QTimer.singleShot(50, begin)
application.exec()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="keys-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


_WHEN = ("yoruni", "asani", "hiruni", "haruni", "akini")
_WHAT = ("kiku", "aruku", "yomu", "okuru", "hanasu")
_IDEAS = ("よるに", "あさに", "ひるに", "はるに", "あきに")
_DOINGS = ("きく", "あるく", "よむ", "おくる", "はなす")


def test_thirty_ideas_converted_and_confirmed_stand_on_thirty_notes(home: Path) -> None:
    file = home / "会議.sdproj"
    with create_project(file) as project:
        add_board(project, "会議")
    with RealKeys(home, _APP, (str(file),)) as keys:
        keys.wait_for("ready")
        keys.press("n", "Zenkaku_Hankaku")
        for when in _WHEN:
            for what in _WHAT:
                keys.type(when + what, pause=0.15)
                # The first Enter is the input method's, the second ends the note.
                keys.press("Return", "Return", pause=0.15)
        for what in _WHAT:
            keys.type("nihongo", pause=0.2)
            keys.press("space", "Return", pause=0.2)
            keys.type(what, pause=0.15)
            keys.press("Return", "Return", pause=0.15)
        keys.type("owari")
        keys.press("Return", "Return")
        keys.wait_for("written")
        keys.press("Escape")
    with open_project(file, read_only=True, take_over=True) as project:  # it was switched off
        notes = sorted(project.all(Note), key=lambda note: note.number)
    expected = [f"{when}{what}" for when in _IDEAS for what in _DOINGS]
    expected += [f"日本語{what}" for what in _DOINGS]
    assert [note.title or note.text for note in notes][:30] == expected
    assert [note.number for note in notes][:30] == list(range(1, 31))
