"""Ballots typed under a real Japanese input method that is on: digits are not converted."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method
from support.votes import ballots_of, open_vote, vote_project

from servicedesign.store import open_project

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
    workspace.show_view("voting")
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


def test_with_the_input_method_on_a_ballot_is_its_digits_and_one_enter(home: Path) -> None:
    with vote_project(home, ideas=45, people=12) as project:
        open_vote(project)
        path = project.path
    with RealKeys(home, _APP, (str(path),)) as keys:
        keys.wait_for("ready")
        keys.press("Zenkaku_Hankaku")
        for ballot in ("12,15 31", "1 2 3 4 5", "47"):
            keys.type(ballot, pause=0.2)
            keys.press("Return", pause=0.2)
        keys.press("BackSpace", "BackSpace")
        keys.type("7,7", pause=0.2)
        keys.press("Return")
        for _ in range(3):
            keys.wait_for("written")
    with open_project(path, read_only=True, take_over=True) as project:  # it was switched off
        found = ballots_of(project)
    assert found == [
        Counter({12: 1, 15: 1, 31: 1}),
        Counter({1: 1, 2: 1, 3: 1, 4: 1, 5: 1}),
        Counter({7: 2}),
    ]
