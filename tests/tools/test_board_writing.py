"""Writing notes: one after another, through input methods, far out and close by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from support.boards import Left, board_project, field, focus, ids, words
from support.windows import compose, finish_composing, press

from servicedesign.model import Group, Note, StickyColour
from servicedesign.model import msg as said

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "board")


def test_n_makes_a_note_ready_to_type_and_enter_brings_the_next_beside_it(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    finish_composing(field(), "夜の窓口")
    press(qtbot, Key.Key_Return)
    finish_composing(field(), "水曜の窓口")
    press(qtbot, Key.Key_Escape)
    assert focus() is editor.view
    assert words(project)[4:] == ["夜の窓口", "水曜の窓口"]
    fifth, sixth = project.all(Note)[4:]
    assert (fifth.number, sixth.number) == (5, 6)
    assert sixth.x >= fifth.x + 160 or sixth.y >= fifth.y + 160


def test_no_note_ever_lies_on_another(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    for number in range(25):
        finish_composing(field(), f"速い案{number}")
        press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Escape)
    placed = [(note.x, note.y) for note in project.all(Note)]
    for number, (x, y) in enumerate(placed):
        for other_x, other_y in placed[number + 1 :]:
            assert abs(x - other_x) >= 160 or abs(y - other_y) >= 160


def test_a_note_left_without_a_word_was_never_there(qtbot, editor, project):
    before = project.dump()
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    press(qtbot, Key.Key_Return)
    assert focus() is editor.view
    press(qtbot, Key.Key_N)
    press(qtbot, Key.Key_Escape)
    assert project.dump() == before


def test_enter_that_confirms_a_conversion_never_ends_the_note(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    note = field()
    compose(note, "よる")
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_1):
        press(qtbot, key)
        assert focus() is note
        assert note.isVisible()
    press(qtbot, Key.Key_D, CONTROL)
    assert len(project.all(Note)) == 4
    finish_composing(note, "夜")
    compose(note, "のまどぐち")
    finish_composing(note, "の窓口")
    assert note.text() == "夜の窓口"
    press(qtbot, Key.Key_Return)
    assert words(project)[-1] == "夜の窓口"


def test_the_type_shrinks_with_the_conversion_too(qtbot, editor):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    note = field()
    large = note.font().pointSizeF()
    compose(note, "ながいながいへんかんのとちゅうでもじがいりきらなくなるまでつづける")
    assert note.font().pointSizeF() < large


def test_a_refresh_from_elsewhere_does_not_disturb_a_conversion(qtbot, editor, project):
    note_id = ids(project)[0]
    editor.writing.begin(note_id)
    compose(field(), "へんかん")
    with project.edit(said("ほかで直す")):
        project.put(replace(project.get(Note, note_id), title="よそで直した", x=400.0))
    assert field().composing()
    finish_composing(field(), "変換")
    assert "変換" in field().text() or field().text() == "よそで直した"


def test_what_is_typed_is_kept_after_a_pause_and_trailing_spaces_stay_while_typing(
    qtbot, editor, project
):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    qtbot.keyClicks(field(), "Night desk ")
    qtbot.waitUntil(lambda: len(project.all(Note)) == 5)
    assert field().text() == "Night desk "
    qtbot.keyClicks(field(), "on Wednesday")
    press(qtbot, Key.Key_Escape)
    assert words(project)[-1] == "Night desk on Wednesday"
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 4


def test_closing_keeps_an_unfinished_conversion(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    compose(field(), "よるのまどぐち")
    editor.window().flush()
    assert words(project)[-1] == "よるのまどぐち"


def test_ctrl_enter_begins_a_line_and_the_first_is_the_title(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_N)
    finish_composing(field(), "夜の窓口")
    press(qtbot, Key.Key_Return, CONTROL)
    finish_composing(field(), "水曜だけ夜7時まで")
    press(qtbot, Key.Key_Escape)
    note = project.all(Note)[-1]
    assert (note.title, note.text) == ("夜の窓口", "水曜だけ夜7時まで")


def test_tab_goes_from_note_to_note_while_writing(qtbot, editor, project):
    first, second, *_ = ids(project)
    editor.writing.begin(first)
    press(qtbot, Key.Key_Tab)
    assert editor.writing.note_id() == second
    assert field().text() == "案その2"
    press(qtbot, Key.Key_Backtab, Mod.ShiftModifier)
    assert editor.writing.note_id() == first


def test_enter_on_a_chosen_note_writes_it_and_enter_ends_it(qtbot, editor, project):
    note_id = ids(project)[2]
    editor.view.setFocus()
    editor.view.selection.choose([note_id])
    press(qtbot, Key.Key_Return)
    field().selectAll()
    finish_composing(field(), "書き直した案")
    press(qtbot, Key.Key_Return)
    assert focus() is editor.view
    assert project.get(Note, note_id).title == "書き直した案"
    assert len(project.all(Note)) == 4


def test_a_double_click_writes_at_once(qtbot, editor, project):
    view = editor.view
    spot = view.to_view(QPointF(80, 500)).toPoint()
    QTest.mouseDClick(view.viewport(), Left, Mod.NoModifier, spot)
    finish_composing(field(), "ここに書く")
    press(qtbot, Key.Key_Escape)
    note = project.all(Note)[-1]
    assert note.x <= 80 <= note.x + 160
    assert note.y <= 500 <= note.y + 160


def test_the_note_being_written_is_legible_far_out_and_follows_the_zoom(qtbot, editor, project):
    view = editor.view
    view.zoom_to(0.2)
    editor.writing.begin(ids(project)[0])
    assert field().font().pointSizeF() * 96 / 72 >= 9
    small = field().geometry()
    view.zoom_to(1.5)
    assert field().geometry().width() > small.width()
    corner = view.to_view(QPointF(0, 0))
    assert abs(field().x() - corner.x() - 18) < 4
    caret = field().inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert field().rect().contains(caret.center().toPoint())


def test_the_quick_entry_stays_open_and_gives_ideas_to_groups(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_Q)
    quick = editor.desk.tools.quick
    assert focus() is quick
    for line in ("町内会で配る", "スーパーに貼る;2", "回覧板 1"):
        finish_composing(quick, line)
        press(qtbot, Key.Key_Return)
        assert focus() is quick
        assert quick.text() == ""
    made = project.all(Note)[4:]
    assert [note.title for note in made] == ["町内会で配る", "スーパーに貼る", "回覧板"]
    groups = {group.name: group.id for group in project.all(Group)}
    assert [note.group_id for note in made] == [None, groups["きた班"], groups["みなみ班"]]
    assert made[1].colour is StickyColour.BEIGE
    press(qtbot, Key.Key_Escape)
    assert focus() is editor.view


def test_a_conversion_in_the_quick_entry_is_not_entered_by_its_enter(qtbot, editor, project):
    editor.handling.quick_entry()
    quick = editor.desk.tools.quick
    compose(quick, "かいらんばん")
    press(qtbot, Key.Key_Return)
    assert len(project.all(Note)) == 4
    finish_composing(quick, "回覧板")
    press(qtbot, Key.Key_Return)
    assert words(project)[-1] == "回覧板"


def test_leaving_the_quick_entry_keeps_what_is_typed_and_closing_makes_it_a_note(
    qtbot, editor, project
):
    editor.handling.quick_entry()
    finish_composing(editor.desk.tools.quick, "書きかけ")
    editor.view.setFocus()
    assert len(project.all(Note)) == 4
    assert editor.desk.tools.quick.text() == "書きかけ"
    editor.window().flush()
    assert words(project)[-1] == "書きかけ"


def test_keys_of_the_board_do_nothing_while_words_are_written(qtbot, editor, project):
    editor.writing.begin(ids(project)[0])
    qtbot.keyClicks(field(), "nqvhlmt1234")
    assert field().text() == "案その1nqvhlmt1234"
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_A, CONTROL)
    assert len(project.all(Note)) == 4
    assert field().textCursor().hasSelection()
