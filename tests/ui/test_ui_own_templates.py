"""Templates of one's own on screen: kept, listed, begun with, renamed, deleted; broken ones told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from support.windows import compose

from servicedesign.exchange.own_templates import keep_template
from servicedesign.exchange.template_files import read_shelf, template_folder
from servicedesign.exchange.template_parts import Part
from servicedesign.model import AgendaItem, Group, msg
from servicedesign.store import open_project
from servicedesign.ui.dialogs.keep_template_dialog import KeepTemplateDialog
from servicedesign.ui.dialogs.message_dialog import MessageDialog
from servicedesign.ui.dialogs.new_project_dialog import NewProjectDialog
from servicedesign.ui.dialogs.rename_template_dialog import RenameTemplateDialog
from servicedesign.ui.openings import Openings
from servicedesign.ui.template_keeping import keep_as_template
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.text_label import TextLabel

LEFT = Qt.MouseButton.LeftButton
NAME = "住民と半日"


@pytest.fixture
def framed(project):
    with project.edit(msg("作る")):
        project.put(Group(name="うみ班"))
        project.put(AgendaItem(title="導入", start="13:00"))
    return project


@pytest.fixture
def kept(framed):
    return keep_template(framed, NAME, "3班で", [Part.GROUPS, Part.AGENDA])


def button(widget, name):
    return next(b for b in widget.findChildren(ButtonBase) if b.accessibleName() == name)


def names(widget):
    return [b.accessibleName() for b in widget.findChildren(ButtonBase) if b.isVisibleTo(widget)]


def texts(widget):
    return [label.text() for label in widget.findChildren(TextLabel) if label.isVisibleTo(widget)]


def choose_from_menu(qtbot, opener, number):
    """Open the menu of ``opener`` and choose its entry by keys, as soon as it is up."""

    def _choose():
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(number + 1):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, _choose)
    qtbot.mouseClick(opener, LEFT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def answer(monkeypatch, cls, do):
    """Let ``do(dialog)`` stand for the hands on the next dialog of ``cls``; returns what it was."""
    seen = []

    def _exec(dialog):
        seen.append(dialog)
        dialog.show()
        do(dialog)
        return dialog.result()

    monkeypatch.setattr(cls, "exec", _exec)
    return seen


def test_the_start_screen_lists_them_below_those_of_the_program(make_window, kept):
    start = make_window(None).start_screen()
    begin = [name for name in names(start) if name.endswith("始める")]
    assert begin[-1] == f"{NAME} 始める"
    assert len(begin) == 4
    assert "3班で" in texts(start)


def test_beginning_with_one_makes_a_project_that_has_it(
    qtbot, make_window, services, kept, monkeypatch, tmp_path
):
    window = make_window(None)

    def _begin(dialog):
        qtbot.keyClicks(dialog._name, "toshokan")
        qtbot.keyClick(dialog._name, Qt.Key.Key_Return)

    answer(monkeypatch, NewProjectDialog, _begin)
    window.activateWindow()
    qtbot.mouseClick(button(window.start_screen(), f"{NAME} 始める"), LEFT)
    made = window.workspace().project
    assert made.info.service_name == "toshokan"
    assert [group.name for group in made.all(Group)] == ["うみ班"]
    assert [item.title for item in made.all(AgendaItem)] == ["導入"]
    assert window.workspace().current_view() == "project"
    window.hand_over().close()


def test_the_new_dialog_offers_them_all_and_says_what_each_is_for(qtbot, services, look, kept):
    dialog = NewProjectDialog(services.t, NAME, Path(), None)
    qtbot.addWidget(dialog)
    choices = [dialog._template.itemText(n) for n in range(dialog._template.count())]
    assert choices == ["半日のワークショップ", "2日間のワークショップ", "白紙から", NAME]
    dialog.show()
    assert "3班で" in texts(dialog)
    dialog._template.setFocus()
    qtbot.keyClick(dialog._template, Qt.Key.Key_Home)
    assert dialog.answer().template_id == "half-day"
    assert not dialog._more.isVisible()


def test_one_is_renamed_where_it_is_listed(qtbot, make_window, kept, monkeypatch):
    start = make_window(None).start_screen()

    def _rename(dialog):
        dialog._name.setFocus()
        dialog._name.selectAll()
        qtbot.keyClicks(dialog._name, "marui")
        qtbot.keyClick(dialog._name, Qt.Key.Key_Return)
        qtbot.keyClick(dialog._line, Qt.Key.Key_Return)

    seen = answer(monkeypatch, RenameTemplateDialog, _rename)
    choose_from_menu(qtbot, button(start, f"{NAME} 名前を変える、消す"), 0)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: "marui 始める" in names(start))
    assert f"{NAME} 始める" not in names(start)


def test_a_name_that_is_taken_is_told_at_the_field(qtbot, services, look, kept):
    dialog = RenameTemplateDialog(kept, services.t, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._name.set_text("白紙から")
    dialog._on_done()
    assert dialog.isVisible()
    assert "もうあります" in dialog._name.error()
    assert read_shelf().find(NAME) is not None


@pytest.mark.parametrize(("pressed", "left"), [(0, []), (1, [NAME]), (-1, [NAME])])
def test_deleting_asks_first(qtbot, make_window, kept, monkeypatch, pressed, left):
    start = make_window(None).start_screen()
    asked = []
    monkeypatch.setattr(MessageDialog, "ask", lambda d: asked.append(d.windowTitle()) or pressed)
    choose_from_menu(qtbot, button(start, f"{NAME} 名前を変える、消す"), 1)
    qtbot.waitUntil(lambda: bool(asked))
    assert NAME in asked[0]
    assert [one.title for one in read_shelf().templates] == left
    assert (f"{NAME} 始める" in names(start)) is bool(left)


def test_a_broken_file_is_told_on_the_start_screen_and_the_rest_is_listed(make_window, kept):
    (template_folder() / "壊れた.json").write_bytes(b"{")
    start = make_window(None).start_screen()
    assert f"{NAME} 始める" in names(start)
    assert any("壊れた.json" in text for text in texts(start))


def test_one_that_turns_out_broken_is_refused_in_one_dialog(
    make_window, services, kept, monkeypatch, tmp_path
):
    window = make_window(None)
    text = kept.path.read_text("utf-8").replace('"group"', '"participant"')
    kept.path.write_text(text, "utf-8")
    answer(monkeypatch, NewProjectDialog, lambda dialog: dialog.accept())
    told = []
    monkeypatch.setattr(MessageDialog, "ask", lambda d: told.append(d.windowTitle()) or -1)
    Openings(window, services).new(NAME)
    assert len(told) == 1
    assert window.workspace() is None
    assert list(tmp_path.glob("新しい*.sdproj")) == []


# Keeping ------------------------------------------------------------------------------------------


def test_the_dialog_offers_only_what_there_is_and_no_people(qtbot, services, look):
    dialog = KeepTemplateDialog(services.t, "", {Part.AGENDA: 3, Part.GROUPS: 1}, None)
    qtbot.addWidget(dialog)
    assert list(dialog.parts()) == [Part.AGENDA, Part.GROUPS]
    assert not dialog._keep.isEnabled()
    dialog._name.set_text("半日")
    dialog._name.textChanged.emit()
    assert dialog._keep.isEnabled()
    for box in dialog._boxes.values():
        qtbot.mouseClick(box, LEFT)
    assert not dialog._keep.isEnabled()


def test_a_half_converted_name_is_kept_whole(qtbot, window, framed, monkeypatch):
    def _type(dialog):
        dialog._name.setFocus()
        dialog._name.set_text("")
        compose(dialog._name, "はんにち")
        dialog.accept()

    answer(monkeypatch, KeepTemplateDialog, _type)
    keep_as_template(window.workspace().context, window)
    assert [one.title for one in read_shelf().templates] == ["はんにち"]


def test_the_same_name_is_replaced_only_when_one_says_so(qtbot, window, kept, monkeypatch):
    rounds = iter([True, False])

    def _again(dialog):
        dialog._name.set_text(NAME)
        dialog._line.set_text("新しい")
        dialog.setResult(1 if next(rounds) else 0)

    answer(monkeypatch, KeepTemplateDialog, _again)
    monkeypatch.setattr(MessageDialog, "ask", lambda _: 1)
    keep_as_template(window.workspace().context, window)
    assert [one.summary for one in read_shelf().templates] == ["3班で"]
    rounds = iter([True])
    monkeypatch.setattr(MessageDialog, "ask", lambda _: 0)
    keep_as_template(window.workspace().context, window)
    assert [one.summary for one in read_shelf().templates] == ["新しい"]


def test_a_project_that_is_only_read_can_be_kept_too(make_window, framed, monkeypatch):
    framed.close()
    with open_project(framed.path, read_only=True) as closed:
        window = make_window(closed)
        answer(monkeypatch, KeepTemplateDialog, lambda dialog: dialog.accept())
        window.commands().run("keep_template")
        assert len(read_shelf().templates) == 1
        window.hand_over()


def test_a_folder_that_takes_nothing_is_told_in_the_dialog(
    window, framed, monkeypatch, personal_folder
):
    personal_folder.mkdir(exist_ok=True)
    template_folder().write_text("")
    rounds = iter([1, 0])
    seen = answer(monkeypatch, KeepTemplateDialog, lambda dialog: dialog.setResult(next(rounds)))
    keep_as_template(window.workspace().context, window)
    assert "書き込めません" in seen[0]._name.error()
