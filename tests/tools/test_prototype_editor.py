"""Prototypes on screen: begun, written, verified and made anew by keys on a real project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.windows import finish_composing, press

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    Frame,
    Improvement,
    Outcome,
    Prototype,
    PrototypeVersion,
    Side,
    VerificationQuestion,
)
from servicedesign.store import Project, create_project
from servicedesign.tools.prototype import actions, making, verifying
from servicedesign.tools.testing import actions as testing

Key = Qt.Key


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def blank(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "空.sdproj") as made:
        yield made


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "prototype")


def test_a_prototype_is_begun_from_nothing_and_typed(qtbot, open_editor, blank):
    editor = open_editor(blank, "prototype")
    editor.commands()["more"]()
    assert editor.window().focusWidget() is editor.form.name
    finish_composing(editor.form.name, "土曜の窓口")
    editor.form.areas["hypothesis"].setFocus()
    finish_composing(editor.form.areas["hypothesis"], "休まずに済む")
    editor.flush()
    assert blank.all(Prototype)[0].name == "土曜の窓口"
    assert blank.all(PrototypeVersion)[0].hypothesis == "休まずに済む"


def test_what_was_chosen_begins_with_one_choice_in_the_menu(qtbot, open_editor, project):
    for made in project.all(Prototype):
        actions.delete_prototype(project, made.id)
    editor = open_editor(project, "prototype")
    offered = making.origins(project)
    entries = [one for one in editor.menu(editor).actions() if not one.isSeparator()]
    entries[0].trigger()
    made = project.all(Prototype)[0]
    assert made.deep_dive_id == offered[0].id
    assert len(editor.form.storyboard.strip.cards()) == len(
        project.all(Frame, version_id=editor.version().id)
    )


def test_versions_are_switched_and_the_first_says_nothing_of_changes(editor, project):
    first = actions.versions_of(project, editor.version().prototype_id)[0]
    assert editor.form.areas["changes"].isVisible()
    editor.show_version(first.id)
    assert not editor.form.areas["changes"].isVisible()
    assert editor.form.areas["cost"].text() == first.cost
    assert editor.head.versions.value() == first.id


def test_answers_are_given_by_digits_and_ready_follows_the_rule(qtbot, open_editor, blank):
    version = making.add_prototype(blank)
    editor = open_editor(blank, "prototype")
    editor.show_page("verify")
    assert not editor.verify.ready.isEnabled()
    for box in editor.verify.boxes.values():
        box.switch.setFocus()
        press(qtbot, Key.Key_1)
    assert verifying.agreed(blank.get(PrototypeVersion, version.id))
    editor.verify.ready.setFocus()
    press(qtbot, Key.Key_Space)
    assert blank.get(PrototypeVersion, version.id).ready
    box = editor.verify.boxes[VerificationQuestion.COST, Side.PROVIDER]
    box.switch.setFocus()
    press(qtbot, Key.Key_2)
    now = blank.get(PrototypeVersion, version.id)
    answer = verifying.answer_of(now, VerificationQuestion.COST, Side.PROVIDER)
    assert answer.outcome is Outcome.PARTLY
    assert not now.ready
    assert not editor.verify.ready.isChecked()
    finish_composing(editor.verify.reason, "代休を決める")
    editor.flush()
    assert editor.verify.ready.isEnabled()


@pytest.mark.modal
def test_the_next_version_takes_in_what_is_ticked(qtbot, open_editor, blank, answer_dialog):
    version = making.add_prototype(blank)
    session = testing.add_session(blank, version.id)
    testing.add_improvement(blank, session.id, "知らせを早く")
    editor = open_editor(blank, "prototype")

    def tick(dialog) -> None:
        dialog.boxes()[0].setFocus()
        press(qtbot, Key.Key_Space)
        press(qtbot, Key.Key_Return)

    answer_dialog(tick)
    editor.next_version()
    shown = editor.version()
    assert shown.number == 2
    assert shown.changes == "知らせを早く"
    assert editor.form.cause.value() == session.id
    assert blank.all(Improvement)[0].version_id == shown.id
    blank.undo()
    assert editor.version().id == version.id


def test_delete_takes_a_prototype_and_undo_brings_it_back(qtbot, editor, project):
    before = [one.id for one in project.all(Prototype)]
    editor.entrance().setFocus()
    press(qtbot, Key.Key_Delete)
    assert len(project.all(Prototype)) == len(before) - 1
    project.undo()
    assert [one.id for one in project.all(Prototype)] == before


def test_what_a_check_points_at_is_shown(editor, project):
    improvement = project.all(Improvement)[0]
    assert editor.reveal("improvement", improvement.id, "")
    frame = project.all(Frame, version_id=editor.version().id)[0]
    assert editor.reveal("frame", frame.id, "caption")
    assert editor.form.storyboard.frame_in_use() == frame.id


def test_the_room_sees_the_name_and_every_frame(editor, project):
    page = editor.audience_page()
    assert editor.prototype_name() in page.title()


def test_two_versions_stand_side_by_side_with_what_differs(editor, project):
    shown = editor.version()
    versions = actions.versions_of(project, shown.prototype_id)
    assert len(versions) > 1
    before = versions[[one.id for one in versions].index(shown.id) - 1]
    editor.show_page("compare")
    lines = editor.compare.lines()
    assert editor.compare.other.value() == before.id
    assert before.cost != shown.cost
    assert {before.cost, shown.cost} <= set(lines)
    assert before.hypothesis == shown.hypothesis
    assert shown.hypothesis not in lines
    editor.compare.range.choose(1)
    assert editor.compare.lines().count(shown.hypothesis) == 2


def test_a_change_is_seen_in_the_versions_side_by_side(editor, project):
    editor.show_page("compare")
    actions.write_field(project, editor.version().id, "partner", "商工会の青年部")
    assert "商工会の青年部" in editor.compare.lines()
    project.undo()
    assert "商工会の青年部" not in editor.compare.lines()


def test_a_single_version_has_nothing_beside_it(open_editor, blank):
    making.add_prototype(blank)
    editor = open_editor(blank, "prototype")
    editor.show_page("compare")
    assert editor.compare.lines() == []
    assert not editor.compare.other.isVisible()
    second = making.add_version(blank, editor.version().prototype_id)
    editor.show_version(second.id)
    assert editor.compare.other.isVisible()
    assert editor.compare.lines() == ["この2つの版に、違うところはありません。"]
