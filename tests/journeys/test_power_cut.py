"""The machine goes off in the middle: what was written is there, and can still be taken back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from support.projects import Shelf

from servicedesign.model import Persona
from servicedesign.store import open_project

ADDED = "、母は隣町"
_APP = f"""
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from servicedesign import app
from servicedesign.model import Persona
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.settings import Settings

application = app.make_application()
faults = FaultHandler(application)
faults.install()
desk = app.Desk(application, Settings(), faults, "ja")
desk.show()
desk.open_first(Path(sys.argv[1]), None)

def type_into_it():
    workspace = desk.window().workspace()
    if workspace is None:
        QTimer.singleShot(50, type_into_it)
        return
    persona = next(one for one in workspace.project.all(Persona) if one.chosen)
    workspace.go("persona", persona.id, "household")
    event = QInputMethodEvent()
    event.setCommitString("{ADDED}")
    QCoreApplication.sendEvent(QApplication.focusWidget(), event)
    workspace.project.subscribe(lambda step: print("written", flush=True))

QTimer.singleShot(50, type_into_it)
application.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_typed_is_there_after_a_kill_and_can_be_taken_back(tmp_path):
    file = Shelf(tmp_path / "shelf").path("single-parent", "ja")
    with open_project(file, read_only=True) as project:
        before = next(one for one in project.all(Persona) if one.chosen)
    running = subprocess.Popen(
        [sys.executable, "-c", _APP, str(file)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert running.stdout is not None
        assert running.stdout.readline() == "written\n"
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert running.stdout is not None
        running.stdout.close()
    with open_project(file) as project:
        assert ADDED in project.get(Persona, before.id).household
        assert project.undo() is not None
        assert project.get(Persona, before.id) == before
        assert project.check() == ()
