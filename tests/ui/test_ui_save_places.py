"""Where files are written: the ending comes by itself, and nothing is replaced unasked."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog

from servicedesign.model import msg
from servicedesign.store import open_project
from servicedesign.ui.dialogs.copy_dialog import CopyDialog
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.openings import Openings
from servicedesign.ui.save_places import ask_where_to_save


@pytest.fixture
def typed(monkeypatch):
    def _type(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    return _type


@pytest.fixture
def asked(monkeypatch):
    """Answer questions with the button in ``asked.button``; what was asked is in ``titles``."""

    answers = SimpleNamespace(button=0, titles=[])

    def _ask(dialog):
        answers.titles.append(dialog.windowTitle())
        return answers.button

    monkeypatch.setattr(MessageDialog, "ask", _ask)
    return answers


def place(services, folder, ending=".pdf"):
    return ask_where_to_save(None, services.t, "書き出す", folder / f"紙{ending}")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ペルソナ", "ペルソナ.pdf"),
        ("ペルソナ 2026.11", "ペルソナ 2026.11.pdf"),
        ("ペルソナ.PDF", "ペルソナ.PDF"),
        ("会議.sdproj", "会議.sdproj.pdf"),
    ],
)
def test_a_name_is_kept_whole_and_only_gets_its_ending(
    look, services, tmp_path, typed, asked, name, kept
):
    typed(tmp_path / name)
    assert place(services, tmp_path) == tmp_path / kept
    assert asked.titles == []


def test_a_file_that_the_ending_leads_to_is_not_replaced_unasked(
    look, services, tmp_path, typed, asked
):
    (tmp_path / "ペルソナ.pdf").write_bytes(b"%PDF")
    typed(tmp_path / "ペルソナ")
    asked.button = 1
    assert place(services, tmp_path) is None
    assert len(asked.titles) == 1
    assert "ペルソナ.pdf" in asked.titles[0]
    asked.button = 0
    assert place(services, tmp_path) == tmp_path / "ペルソナ.pdf"


def test_calling_the_system_dialog_off_chooses_nothing(look, services, tmp_path, typed):
    typed("")
    assert place(services, tmp_path) is None


def test_a_copy_replaces_only_what_was_there_when_it_was_asked_for(
    qtbot, look, services, tmp_path, typed, asked
):
    dialog = CopyDialog(services.t, tmp_path / "写し.sdproj", None)
    qtbot.addWidget(dialog)
    typed(tmp_path / "第2.1回")
    dialog._on_elsewhere()
    assert dialog.path() == tmp_path / "第2.1回.sdproj"
    assert not dialog.replaces()
    dialog.path().write_bytes(b"")
    dialog._on_elsewhere()
    assert dialog.replaces()


def test_while_a_refusal_is_told_the_project_that_was_open_stands_behind_it_and_stays(
    make_window, services, project, tmp_path, monkeypatch
):
    window = make_window(project)
    broken = tmp_path / "壊れた.sdproj"
    broken.write_bytes(b"no project")
    behind = []
    monkeypatch.setattr(MessageDialog, "ask", lambda _: behind.append(window.centralWidget()) or -1)
    assert not Openings(window, services).open(broken)
    assert behind == [window.workspace()]
    assert window.workspace().project is project
    with project.edit(msg("書く")):
        project.put(replace(project.info, theme="まだ書ける"))


def test_opening_what_is_open_already_says_so_and_keeps_it(make_window, services, project):
    window = make_window(project)
    assert Openings(window, services).open(project.path)
    assert window.workspace().project is project
    assert "いま開いています" in window.workspace().toast_widget().text()


def test_another_file_takes_the_place_of_the_one_that_was_open(
    make_window, services, project, tmp_path
):
    other = project.copy_to(tmp_path / "ほか.sdproj")
    window = make_window(project)
    assert Openings(window, services).open(other)
    assert window.workspace().project.path == other
    with open_project(project.path) as again:  # it was let go of
        assert again.info == project.info
    window.hand_over().close()


def test_a_name_with_the_windowing_systems_own_mark_is_shown_as_written(window, project):
    window._on_renamed("予約[*]窓口")
    assert window.windowHandle().title().startswith("予約[*]窓口")
