"""The same work through a real Japanese input method: nothing lost, nothing doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method
from support.projects import Shelf

from servicedesign.model import Participant, Persona
from servicedesign.store import create_project, open_project
from servicedesign.tools.participants.actions import add_participant

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
    with open_project(copy, read_only=True, take_over=True) as project:
        written = project.get(Persona, persona.id).household
    assert written == persona.household + "日本語"


def test_a_table_takes_the_first_letter_of_a_conversion_and_enter_confirms_before_it_moves(home):
    file = home / "名簿.sdproj"
    with create_project(file) as project:
        first = add_participant(project, {"name": "古い名前", "kana": "ふるい"})
        second = add_participant(project, {"name": "次の人"})
    with RealKeys(home, _APP, (str(file), "participant", first.id, "name")) as keys:
        keys.wait_for("ready")
        keys.press("Zenkaku_Hankaku")
        keys.type("nihongo")
        keys.press("space", "Return", "Tab")
        keys.wait_for("written")
        keys.type("kana")
        keys.press("Return", "Return")
        keys.wait_for("written")
        keys.type("tsugi")
        keys.press("space", "Return", "Tab")
        keys.wait_for("written")
        keys.type("esc")
        keys.press("Escape", "Escape", "Down")
        keys.type("atarashii")
        keys.press("Return", "Return")
        keys.wait_for("written")
    with open_project(file, read_only=True, take_over=True) as project:  # it was switched off
        people = project.all(Participant)
    assert (people[0].name, people[0].kana) == ("日本語", "かな")
    assert (people[1].id, people[1].name, people[1].kana) == (second.id, "次", "")
    assert [(one.name, one.kana) for one in people[2:]] == [("", "あたらしい")]
