"""Boards on screen: what keys and presses do to a real project, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.pictures import photo
from support.windows import compose, finish_composing, press

from servicedesign.model import Board, Cluster, Group, Issue, Note, StickyColour
from servicedesign.model import msg as said
from servicedesign.store import create_project, open_project
from servicedesign.tools.board import actions, notes
from servicedesign.tools.board.problem_dialog import ProblemDialog
from servicedesign.ui.canvas.note_field import NoteField

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
CONTROL = Mod.ControlModifier


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "会議.sdproj")
    board = actions.add_board(made, "案")
    with made.edit(said("班")):
        made.put(Group(name="みなみ班", colour=StickyColour.SKY, position=1))
        made.put(Group(name="きた班", colour=StickyColour.BEIGE, position=2))
        made.put(Issue(number=1, title="仕事を休まずに済ませたい"))
    for number in range(4):
        notes.add_note(made, board.id, f"案その{number + 1}", 176.0 * number, 0.0)
    made.break_merge()
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    return open_editor(project, "board")


def ids(project) -> list[str]:
    return [note.id for note in project.all(Note)]


def focus() -> object:
    return QApplication.focusWidget()


def field() -> NoteField:
    found = focus()
    assert isinstance(found, NoteField)
    return found


def words(project) -> list[str]:
    return [note.title or note.text for note in project.all(Note)]


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


def test_digits_colour_what_is_chosen_or_the_next_note(qtbot, editor, project):
    first = ids(project)[0]
    editor.view.setFocus()
    editor.view.selection.choose([first])
    press(qtbot, Key.Key_2)
    assert project.get(Note, first).colour is StickyColour.SKY
    editor.view.selection.clear()
    press(qtbot, Key.Key_4)
    press(qtbot, Key.Key_N)
    finish_composing(field(), "緑の案")
    press(qtbot, Key.Key_Escape)
    assert project.all(Note)[-1].colour is StickyColour.GREEN
    assert project.get(Note, first).colour is StickyColour.SKY


def drag(view, start: QPoint, way: QPoint, held=Mod.NoModifier) -> None:
    area = view.viewport()
    QTest.mousePress(area, Left, held, start)
    for step in (way / 3, way):
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtGui import QMouseEvent

        spot = QPointF(start + step)
        move = QMouseEvent(QEvent.Type.MouseMove, spot, area.mapToGlobal(spot), Left, Left, held)
        QCoreApplication.sendEvent(area, move)
    QTest.mouseRelease(area, Left, held, start + way)


def test_a_drag_of_two_notes_is_one_step(qtbot, editor, project):
    first, second, *_ = ids(project)
    view = editor.view
    view.zoom_to(1.0)
    view.centre(QPointF(300, 200))
    view.selection.choose([first, second])
    start = view.to_view(QPointF(80, 120)).toPoint()
    drag(view, start, QPoint(33, 250))
    assert project.get(Note, first).y == 250
    assert project.get(Note, second).y == 250
    press(qtbot, Key.Key_Z, CONTROL)
    assert [project.get(Note, one).y for one in (first, second)] == [0, 0]
    assert view.contents.find(first).top == 0


def test_alt_drag_leaves_the_note_and_makes_a_new_idea(qtbot, editor, project):
    view = editor.view
    view.zoom_to(1.0)
    view.centre(QPointF(300, 200))
    drag(view, view.to_view(QPointF(80, 120)).toPoint(), QPoint(0, 300), Mod.AltModifier)
    assert len(project.all(Note)) == 5
    copy = project.all(Note)[-1]
    assert (copy.number, copy.title, copy.y) == (5, "案その1", 300)
    assert view.selection.ids() == (copy.id,)


def test_keys_copy_choose_all_tidy_lock_and_delete(qtbot, editor, project):
    view = editor.view
    view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    assert len(view.selection) == 4
    press(qtbot, Key.Key_D, CONTROL)
    assert len(project.all(Note)) == 8
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_L, CONTROL)
    placed = {(note.x, note.y) for note in project.all(Note)}
    assert len(placed) == 8
    press(qtbot, Key.Key_L, CONTROL | Mod.ShiftModifier)
    press(qtbot, Key.Key_Delete)
    assert len(project.all(Note)) == 8
    press(qtbot, Key.Key_L, CONTROL | Mod.ShiftModifier)
    press(qtbot, Key.Key_Delete)
    assert project.all(Note) == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 8


def test_keys_of_the_board_do_nothing_while_words_are_written(qtbot, editor, project):
    editor.writing.begin(ids(project)[0])
    qtbot.keyClicks(field(), "nqvhlmt1234")
    assert field().text() == "案その1nqvhlmt1234"
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_A, CONTROL)
    assert len(project.all(Note)) == 4
    assert field().textCursor().hasSelection()


@pytest.mark.modal
def test_ctrl_k_links_to_a_problem_and_loosens_again(qtbot, editor, project, answer_dialog):
    first = ids(project)[0]
    (issue,) = project.all(Issue)
    editor.view.setFocus()
    editor.view.selection.choose([first])

    def pick(dialog: ProblemDialog) -> None:
        finish_composing(QApplication.focusWidget(), "休まず")
        press(qtbot, Key.Key_Return)

    answer_dialog(pick)
    press(qtbot, Key.Key_K, CONTROL)
    assert project.get(Note, first).issue_id == issue.id
    assert editor.view.contents.find(first).look.linked
    answer_dialog(lambda dialog: dialog._loosen())
    press(qtbot, Key.Key_K, CONTROL)
    assert project.get(Note, first).issue_id is None


@pytest.mark.modal
def test_t_says_where_ideas_come_from(qtbot, editor, project, answer_dialog):
    first = ids(project)[0]
    group = project.all(Group)[1]
    editor.view.setFocus()
    editor.view.selection.choose([first])

    def fill(dialog) -> None:
        dialog._group.set_value(group.id)
        dialog._tags.set_text("すぐ、来年度")
        dialog.accept()

    answer_dialog(fill)
    press(qtbot, Key.Key_T)
    note = project.get(Note, first)
    assert (note.group_id, note.tags) == (group.id, ("すぐ", "来年度"))
    assert note.colour is group.colour


def test_pasted_lines_are_one_step(qtbot, editor, project):
    QGuiApplication.clipboard().setText("一つめ\r\n\n  二つめ  \n三つめ")
    editor.view.setFocus()
    press(qtbot, Key.Key_V, CONTROL)
    assert words(project)[4:] == ["一つめ", "二つめ", "三つめ"]
    assert len(editor.view.selection) == 3
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 4


@pytest.mark.modal
@pytest.mark.parametrize(("answer", "count"), [(1, 5_000), (0, 0)])
def test_too_many_lines_are_asked_about(qtbot, editor, project, answer_dialog, answer, count):
    QGuiApplication.clipboard().setText("\n".join(f"案{i}" for i in range(100_000)))
    answer_dialog(lambda dialog: dialog._on_pressed(answer))
    editor.handling.paste()
    assert len(project.all(Note)) == 4 + count


def test_words_can_be_taken_to_the_clipboard(qtbot, editor, project):
    editor.view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines() == words(project)


def test_the_bar_stands_beside_what_is_chosen_and_inside_the_view(qtbot, editor, project):
    view, bar = editor.view, editor.desk.bar
    assert not bar.isVisible()
    for place in (QPointF(300, -200), QPointF(300, 400), QPointF(-500, 80), QPointF(1100, 80)):
        view.zoom_to(1.0)
        view.centre(place)
        view.selection.choose([ids(project)[0]])
        if bar.isVisible():
            assert editor.rect().contains(bar.geometry())
            assert not bar.geometry().intersects(editor.desk.tools.geometry())
    view.selection.clear()
    assert not bar.isVisible()


def test_the_counter_counts_and_an_empty_board_says_how_to_begin(qtbot, editor, project):
    assert editor.head.counter.count() == 4
    assert not editor.desk.empty.isVisible()
    editor.view.setFocus()
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, Key.Key_Delete)
    assert editor.head.counter.count() == 0
    assert editor.desk.empty.isVisible()
    editor.desk.empty.primary.click()
    assert not editor.desk.empty.isVisible()
    finish_composing(field(), "はじめの案")
    press(qtbot, Key.Key_Escape)
    assert words(project) == ["はじめの案"]


def test_the_first_note_makes_its_board(qtbot, open_editor, tmp_path):
    empty = create_project(tmp_path / "から.sdproj")
    editor = open_editor(empty, "board")
    press(qtbot, Key.Key_N)
    finish_composing(field(), "はじめの案")
    press(qtbot, Key.Key_Escape)
    (note,) = empty.all(Note)
    assert empty.all(Board)[0].id == note.board_id == editor.board_id


def test_boards_can_be_chosen_where_there_are_several(qtbot, editor, project):
    other = actions.add_board(project, "別の板")
    notes.add_note(project, other.id, "別の案", 0, 0)
    assert editor.head._boards.isVisible()
    editor.head.board_chosen.emit(other.id)
    assert editor.board_id == other.id
    assert [e.look.title for e in editor.view.contents.entries()] == ["別の案"]
    assert editor.reveal("note", ids(project)[0], "")
    assert editor.board_id != other.id


def test_undo_shows_the_note_it_brings_back(qtbot, editor, project):
    view = editor.view
    first = ids(project)[0]
    view.setFocus()
    view.selection.choose([first])
    press(qtbot, Key.Key_Delete)
    view.centre(QPointF(50_000, 50_000))
    press(qtbot, Key.Key_Z, CONTROL)
    assert view.seen().contains(view.contents.find(first).rect())


def test_a_changed_group_colours_its_notes_and_clusters_count(qtbot, editor, project):
    first, *_ = ids(project)
    group = project.all(Group)[0]
    board = project.all(Board)[0]
    sheet = Cluster(board_id=board.id, title="夜", x=-20, y=-60)
    with project.edit(said("束ねる")):
        project.put(sheet)
        note = replace(project.get(Note, first), group_id=group.id, cluster_id=sheet.id)
        project.put(note)
    assert editor.view.contents.find(first).look.colour == "sky"
    assert [c.count for c in editor.view.contents.clusters()] == ["1件"]
    with project.edit(said("班")):
        project.put(replace(group, colour=StickyColour.GREEN))
    assert editor.view.contents.find(first).look.colour == "green"


def test_a_photo_is_shown_by_need_and_a_damaged_one_is_told_of(qtbot, editor, project):
    first, second, *_ = ids(project)
    with project.edit(said("写真")):
        image = project.add_image(photo())
        project.put(replace(project.get(Note, first), image_id=image.id))
    lost = replace(image, id=notes.new_id(), sha256="0" * 64)
    with project.edit(said("写真")):
        project.put(lost)
        project.put(replace(project.get(Note, second), image_id=lost.id))
    editor.view.zoom_to(1.0)
    editor.view.centre(QPointF(200, 80))
    editor.view.viewport().repaint()
    qtbot.waitUntil(lambda: not editor._pictures.busy() and editor.view.is_exact())
    assert editor.window().workspace().toast_widget().isVisible()


def test_a_read_only_board_can_be_looked_at_and_not_changed(qtbot, open_editor, project):
    path = project.path
    before = project.dump()
    project.close()
    reading = open_project(path, read_only=True)
    editor = open_editor(reading, "board")
    view = editor.view
    view.setFocus()
    for key in (Key.Key_N, Key.Key_Q, Key.Key_2, Key.Key_T, Key.Key_Delete, Key.Key_Return):
        view.selection.choose([ids(reading)[0]])
        press(qtbot, key)
        assert focus() is view
    press(qtbot, Key.Key_Right)
    drag(view, view.to_view(QPointF(80, 80)).toPoint(), QPoint(100, 100))
    QTest.mouseDClick(
        view.viewport(), Left, Mod.NoModifier, view.to_view(QPointF(0, 400)).toPoint()
    )
    press(qtbot, Key.Key_D, CONTROL)
    assert reading.dump() == before
    assert not editor.desk.bar.isVisible()


def test_two_boards_on_one_project_stay_equal(qtbot, editor, project):
    from support.windows import fixed_clock

    from servicedesign.i18n import translator
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.context import EditorContext

    context = EditorContext(
        project, editor.context.hub, translator("ja"), "ja", fixed_clock, editor.context.shell
    )
    other = BoardEditor(context)
    qtbot.addWidget(other)
    editor.context.hub.changed.connect(other.refresh)
    first, second, *_ = ids(project)
    editor.arranging.nudge(8, 0)
    editor.view.selection.choose([first, second])
    editor.handling.copy()
    editor.arranging.lock()
    editor.handling.add_quick("別の窓からの案")
    project.undo()
    project.undo()
    notes.delete_notes(project, [second])

    def looks(board) -> dict:
        return {entry.look.id: entry.look for entry in board.view.contents.entries()}

    assert looks(other) == looks(editor)
    assert set(looks(editor)) == set(ids(project))


def test_m_hides_the_small_board(qtbot, editor):
    editor.view.setFocus()
    assert editor.desk.minimap.board_shown()
    press(qtbot, Key.Key_M)
    assert not editor.desk.minimap.board_shown()


def test_nothing_vital_lies_below_a_laptops_edge(qtbot, editor):
    window = editor.window()
    window.resize(1366, 690)
    qtbot.wait(10)
    for bar in (editor.desk.tools, editor.desk.minimap):
        place = bar.mapTo(window, bar.rect().bottomRight())
        assert place.y() <= 690
        assert place.x() <= 1366
    assert not editor.desk.tools.geometry().intersects(editor.desk.minimap.geometry())
