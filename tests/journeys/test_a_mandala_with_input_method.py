"""A mandala chart through a real Japanese input method: no letter lost, Enter only confirms."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method

from servicedesign.model import MandalaCell
from servicedesign.store import create_project, open_project
from servicedesign.tools.mandala import actions

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
    workspace.show_view("mandala")
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


def test_words_are_converted_confirmed_and_opened_by_keys_alone(home: Path) -> None:
    file = home / "マンダラ.sdproj"
    with create_project(file) as project:
        actions.add_mandala(project)
    with RealKeys(home, _APP, (str(file),)) as keys:
        keys.wait_for("ready")
        keys.press("Zenkaku_Hankaku")
        keys.type("nihongo")
        keys.press("space", "Return", "Return")  # the first Enter is the input method's
        keys.wait_for("written")
        keys.type("kana")
        keys.press("Return", "ctrl+Down")
        keys.wait_for("written")
        keys.type("mado")
        keys.press("Return", "Tab")
        keys.wait_for("written")
        keys.type("kesu")
        keys.press("Escape", "Escape", "Escape")
        keys.press("ctrl+Up", "Return")
        keys.type("machi")
        keys.press("Return", "Return")
        keys.wait_for("written")
    with open_project(file, read_only=True, take_over=True) as project:  # it was switched off
        found = {(cell.block, cell.slot): cell.text for cell in project.all(MandalaCell)}
    assert found == {
        (0, 0): "日本語",
        (0, 1): "かな",
        (1, 0): "かな",
        (1, 1): "まど",
        (0, 2): "まち",
        (2, 0): "まち",
    }
