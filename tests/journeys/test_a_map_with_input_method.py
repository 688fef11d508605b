"""A journey map through a real Japanese input method: no letter lost, none doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.input_method import RealKeys, needs_input_method

from servicedesign.model import Cell, Lane, Phase
from servicedesign.store import create_project, open_project
from servicedesign.tools.journey import maps

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
    workspace.show_view("journey")
    desk.window().activateWindow()
    workspace.project.subscribe(lambda step: print("written", flush=True))
    QTimer.singleShot(800, tell)

def tell():
    grid = desk.window().workspace().current_tool().editor._desks.hands().grid
    place = grid.to_view(grid.scene.place_rect(3, 2)).center().toPoint()
    at = grid.viewport().mapToGlobal(place)
    print("ready", at.x(), at.y(), flush=True)

QTimer.singleShot(50, begin)
application.exec()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="keys-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_enter_tab_esc_a_click_and_an_undo_in_the_middle_of_a_conversion(home: Path) -> None:
    file = home / "地図.sdproj"
    with create_project(file) as project:
        maps.add_map(project, maps.PRESETS[0], lambda text: text)
    with RealKeys(home, _APP, (str(file),)) as keys:
        x, y = (int(part) for part in keys.wait_for("ready").split()[1:])
        keys.press("Zenkaku_Hankaku")
        keys.type("nihongo")
        keys.press("space", "Return", "Return")  # the first Enter is the input method's
        keys.wait_for("written")
        keys.type("kana")
        keys.press("Tab", "Return", "Tab")  # the first Tab is, too
        keys.wait_for("written")
        keys.type("esu")
        keys.press("Escape", "Escape", "Tab")
        keys.type("machi")
        keys.click(x, y)
        keys.wait_for("written")
        keys.type("su")
        keys.press("ctrl+z", "Escape", "Escape")
        keys.type("tsugi")
        keys.press("space", "Return", "Return")
        keys.wait_for("written")
    with open_project(file, read_only=True, take_over=True) as project:  # it was switched off
        phases = [phase.id for phase in project.all(Phase)]
        lanes = [lane.id for lane in project.all(Lane)]
        found = {
            (phases.index(cell.phase_id), lanes.index(cell.lane_id)): cell.text
            for cell in project.all(Cell)
        }
    kana = found.pop((0, 1))
    assert kana in ("かな", "仮名")
    assert found == {(0, 0): "日本語", (2, 1): "まち", (3, 2): "次"}
