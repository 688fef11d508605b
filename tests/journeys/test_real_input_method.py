"""The same work through a real Japanese input method: nothing lost, nothing doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method
from support.projects import Shelf

from servicedesign.model import Persona
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
kind, record_id, field = sys.argv[2:5]

def begin():
    workspace = desk.window().workspace()
    if workspace is None:
        QTimer.singleShot(50, begin)
        return
    workspace.go(kind, record_id, field)
    desk.window().activateWindow()
    workspace.project.subscribe(lambda step: print("written", flush=True))
    QTimer.singleShot(500, lambda: print("ready", flush=True))

QTimer.singleShot(50, begin)
application.exec()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="keys-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_a_conversion_confirmed_by_enter_stays_in_the_field_and_is_written_once(tmp_path, home):
    file = Shelf(tmp_path / "shelf").path("single-parent", "ja")
    copy = home / "a.sdproj"
    copy.write_bytes(file.read_bytes())
    with open_project(copy, read_only=True) as project:
        persona = next(one for one in project.all(Persona) if one.chosen)
    with RealKeys(home, _APP, (str(copy), "persona", persona.id, "household")) as keys:
        keys.wait_for("ready")
        keys.press("ctrl+End", "Zenkaku_Hankaku")
        keys.type("nihongo")
        keys.press("space", "Return")
        keys.wait_for("written")
    with open_project(copy, read_only=True) as project:
        written = project.get(Persona, persona.id).household
    assert written == persona.household + "日本語"
