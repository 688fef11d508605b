"""A file whose last program broke off is never out of reach."""

import getpass
import json
import os
import socket
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from servicedesign.store.owner import note_path, process_lives
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.openings import Openings


@pytest.fixture
def held(project):
    """A closed project with a note that a program which is running holds it."""
    path = project.path
    project.close()
    owner = {"host": socket.gethostname(), "user": "佐藤", "pid": os.getppid()}
    note_path(path).write_text(json.dumps(owner), "utf-8")
    return path


def answer(monkeypatch, number):
    told = []

    def _ask(dialog):
        told.append(dialog.windowTitle())
        return number

    monkeypatch.setattr(MessageDialog, "ask", _ask)
    return told


def test_a_person_who_knows_better_takes_a_file_over(make_window, services, held, monkeypatch):
    window = make_window(None)
    told = answer(monkeypatch, 0)
    assert Openings(window, services).open(held)
    assert len(told) == 1
    assert window.workspace().project.path == held
    assert not window.workspace().project.read_only
    window.hand_over().close()


def test_a_file_in_use_stays_closed_unless_one_says_so(make_window, services, held, monkeypatch):
    window = make_window(None)
    told = answer(monkeypatch, -1)
    assert not Openings(window, services).open(held)
    assert len(told) == 1
    assert window.workspace() is None
    assert window.start_screen() is not None


@pytest.mark.modal
def test_enter_on_the_refusal_leaves_the_file_alone(qtbot, make_window, services, held):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    window = make_window(None)

    def _press():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, _press)
            return
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

    QTimer.singleShot(200, _press)
    assert not Openings(window, services).open(held)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there numbers are kept")
def test_a_program_that_ended_unnoticed_by_its_parent_holds_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert not process_lives(child.pid)


@pytest.mark.parametrize(
    ("who", "said"), [("佐藤", "佐藤さん"), (getpass.getuser(), "別の画面でもう開いています")]
)
def test_ones_own_window_is_not_told_of_as_somebody_elses(
    make_window, services, held, monkeypatch, who, said
):
    owner = {"host": socket.gethostname(), "user": who, "pid": os.getppid()}
    note_path(held).write_text(json.dumps(owner), "utf-8")
    told = answer(monkeypatch, -1)
    assert not Openings(make_window(None), services).open(held)
    assert said in told[0]
