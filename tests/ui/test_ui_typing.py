"""Typing: what is committed when, and what an input method may rely on."""

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from support.windows import compose, finish_composing

from servicedesign.i18n import translator
from servicedesign.ui.widgets.date_field import DateField
from servicedesign.ui.widgets.pending_text import MOST_MS, PAUSE_MS
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField


@pytest.fixture
def form(qtbot, look):
    holder = QWidget()
    box = QVBoxLayout(holder)
    first, second = TextArea("問題"), TextField("名前")
    box.addWidget(first)
    box.addWidget(second)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    first.setFocus()
    holder.first, holder.second = first, second
    holder.heard = []
    first.committed.connect(holder.heard.append)
    second.committed.connect(holder.heard.append)
    return holder


def test_a_pause_commits_within_0_8_s(qtbot, form):
    assert PAUSE_MS < 800
    qtbot.keyClicks(form.first, "abc")
    assert form.heard == []
    qtbot.waitUntil(lambda: form.heard == ["abc"], timeout=800)


def test_who_types_on_without_a_pause_is_committed_for_every_second(qtbot, form):
    clock = QElapsedTimer()
    clock.start()
    while not form.heard and clock.elapsed() < 3000:
        qtbot.keyClicks(form.first, "a", delay=20)
    assert clock.elapsed() < 1000 + PAUSE_MS
    assert form.heard == ["a" * len(form.heard[0])]


def test_what_waited_through_a_conversion_is_committed_as_it_ends(qtbot, form):
    qtbot.keyClicks(form.first, "abc")
    compose(form.first, "まど")
    qtbot.wait(MOST_MS + 100)
    assert form.heard == []
    finish_composing(form.first, "窓")
    assert form.heard == ["abc窓"]


def test_half_a_date_is_not_taken_for_a_whole_one_in_a_pause(qtbot, look):
    field = DateField("始まり", translator("ja"))
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    heard = []
    field.date_committed.connect(heard.append)
    qtbot.keyClicks(field, "2026/12/1")
    qtbot.wait(MOST_MS + 100)
    assert heard == []
    qtbot.keyClicks(field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["2026-12-15"]


def test_leaving_the_field_commits_at_once(qtbot, form):
    qtbot.keyClicks(form.first, "abc")
    form.second.setFocus()
    assert form.heard == ["abc"]


def test_enter_commits_and_moves_on(qtbot, form):
    qtbot.keyClicks(form.first, "abc")
    qtbot.keyClick(form.first, Qt.Key.Key_Return)
    assert form.heard == ["abc"]
    assert form.second.hasFocus()
    assert form.first.text() == "abc"


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_enter_with_ctrl_or_alt_begins_a_new_line(qtbot, form, modifier):
    qtbot.keyClicks(form.first, "ab")
    qtbot.keyClick(form.first, Qt.Key.Key_Return, modifier)
    qtbot.keyClicks(form.first, "c")
    assert form.first.text() == "ab\nc"
    assert form.first.hasFocus()


def test_a_single_line_field_has_no_second_line(qtbot, form):
    form.second.setFocus()
    qtbot.keyClick(form.second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    source = QMimeData()
    source.setText("佐伯\n美咲")
    form.second.insertFromMimeData(source)
    assert form.second.text() == "佐伯 美咲"


def test_composing_never_commits(qtbot, form):
    compose(form.first, "まどぐ")
    qtbot.wait(PAUSE_MS + 200)
    assert form.heard == []
    assert form.first.composing()
    finish_composing(form.first, "窓口")
    assert form.heard == []
    qtbot.waitUntil(lambda: form.heard == ["窓口"], timeout=800)


def test_enter_that_confirms_a_conversion_does_not_leave_the_field(qtbot, form):
    compose(form.first, "まどぐち")
    qtbot.keyClick(form.first, Qt.Key.Key_Return)
    assert form.first.hasFocus()
    assert form.first.composing()


def test_a_refresh_leaves_an_unfinished_conversion_alone(form):
    compose(form.first, "まど")
    form.first.set_text("よそから来た文")
    assert form.first.composing()
    assert form.first.textCursor().block().layout().preeditAreaText() == "まど"
    finish_composing(form.first, "")
    assert form.first.text() == "よそから来た文"


def test_what_was_converted_wins_over_what_came_meanwhile(qtbot, form):
    compose(form.first, "まど")
    form.first.set_text("よそから来た文")
    finish_composing(form.first, "窓")
    form.first.flush()
    assert form.first.text() == "窓"
    assert form.heard == ["窓"]


def test_a_refresh_leaves_typed_text_alone(qtbot, form):
    qtbot.keyClicks(form.first, "abc")
    form.first.set_text("よそから来た文")
    assert form.first.text() == "abc"


def test_flush_takes_the_unfinished_conversion_too(qtbot, form):
    qtbot.keyClicks(form.first, "a")
    compose(form.first, "まど")
    form.first.flush()
    assert form.heard == ["aまど"]
    assert not form.first.composing()


def test_a_refresh_keeps_the_caret_where_it_was(form):
    form.first.set_text("窓口が二つ")
    cursor = form.first.textCursor()
    cursor.setPosition(2)
    form.first.setTextCursor(cursor)
    form.first.set_text("窓口が三つある")
    assert form.first.text() == "窓口が三つある"
    assert form.first.textCursor().position() == 2


def test_characters_outside_the_first_plane_survive_a_refresh(form):
    form.first.set_text("𠮷野家の𠮷")
    form.first.set_text("𠮷野さんの𠮷と😀")
    assert form.first.text() == "𠮷野さんの𠮷と😀"


def test_pasted_text_is_plain(form):
    source = QMimeData()
    source.setHtml("<b>太字</b><img src='file:///etc/passwd'>")
    source.setText("<b>太字</b>\t\x00あ\u202e\r\nい")
    form.first.insertFromMimeData(source)
    assert form.first.text() == "<b>太字</b> あ\nい"


def test_a_dropped_file_is_not_taken_as_text(form):
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile("/tmp/a.sdproj")])
    assert not form.first.canInsertFromMimeData(source)


def test_the_field_grows_with_its_text(qtbot, form):
    one = form.first.height()
    form.first.set_text("1\n2\n3")
    assert form.first.height() > one
    form.first.set_text("")
    assert form.first.height() == one


def test_ten_thousand_characters_are_shown_and_kept(form):
    text = "あいうえお、" * 1700
    form.first.set_text(text)
    assert form.first.text() == text


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_J, Qt.Key.Key_K])
def test_the_app_keeps_its_keys_while_a_field_has_the_focus(form, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QCoreApplication.sendEvent(form.first, event)
    assert not event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_J, Qt.Key.Key_F3, Qt.Key.Key_F6])
def test_every_key_belongs_to_a_conversion(form, key):
    compose(form.first, "ま")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QCoreApplication.sendEvent(form.first, event)
    assert event.isAccepted()


def test_the_candidates_of_a_conversion_stand_under_the_caret(qtbot, form):
    qtbot.keyClicks(form.first, "abc")
    told = form.first.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    caret = form.first.cursorRect().translated(form.first.viewport().pos())
    assert form.first.viewport().pos().x() > 0
    assert (round(told.x()), round(told.y())) == (caret.x(), caret.y())
