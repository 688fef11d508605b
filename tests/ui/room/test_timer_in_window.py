"""The timer in the facilitator's window: the bar, the panel, its keys, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.screen import nameless, too_small
from support.windows import compose, editor_of, finish_composing, press

from servicedesign.model import msg
from servicedesign.ui.room.digits import clock_text, digits_width
from servicedesign.ui.room.timer import TimerState

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


def pass_by(timed, seconds: float) -> None:
    timed.clock.now += seconds
    timed.timer.look()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize(
    ("seconds", "over", "text"),
    [(0, False, "00:00"), (522, False, "08:42"), (5_700, False, "95:00"), (134, True, "+02:14")],
)
def test_digits_say_minutes_and_seconds(seconds, over, text):
    assert clock_text(seconds, over=over) == text


def test_digits_are_equally_wide():
    assert digits_width("11:11", 20) == digits_width("08:42", 20)


def test_ctrl_t_starts_and_pauses_and_the_bar_says_so(qtbot, timed):
    timed.settings.set("timer_minutes", 5)
    editor_of(timed.window).fields["name"].setFocus()
    assert timed.button.digits() == ""
    press(qtbot, Key.Key_T, CTRL)
    assert timed.timer.state is TimerState.RUNNING
    assert timed.button.digits() == "05:00"
    pass_by(timed, 60)
    assert timed.button.digits() == "04:00"
    assert "残り4分" in timed.button.accessibleName()
    press(qtbot, Key.Key_T, CTRL)
    assert timed.timer.state is TimerState.PAUSED
    assert "一時停止" in timed.button.accessibleName()
    press(qtbot, Key.Key_T, CTRL)
    pass_by(timed, 252)
    assert timed.button.digits() == "+00:12"
    assert "時間です" in timed.button.accessibleName()


def test_ticks_leave_focus_and_an_unfinished_conversion_alone(qtbot, timed):
    field = editor_of(timed.window).fields["name"]
    field.setFocus()
    timed.timer.start(3)
    compose(field, "さえき")
    for _ in range(6):
        pass_by(timed, 1)
        QApplication.processEvents()
    assert field.composing()
    assert QApplication.focusWidget() is field
    timed.run("timer")
    assert timed.timer.state is TimerState.OVER
    finish_composing(field, "佐伯")
    assert field.text() == "佐伯"


def test_nothing_is_painted_while_no_second_goes_by(qtbot, timed):
    timed.timer.start(300)
    QTest.qWait(80)
    paints = Paints(timed.button)
    for _ in range(40):
        timed.clock.now += 0.01
        timed.timer.look()
        QApplication.processEvents()
    assert paints.count == 0
    pass_by(timed, 1)
    QTest.qWait(30)
    assert paints.count == 1


def test_the_bar_fits_in_a_narrow_window_in_every_state(timed):
    bar = timed.workspace.top_bar()
    timed.window.resize(timed.window.minimumSize())
    for do in (lambda: None, timed.timer.toggle, lambda: pass_by(timed, 4_000)):
        do()
        QApplication.processEvents()
        last = max(w.geometry().right() for w in bar.children() if hasattr(w, "geometry"))
        assert last <= bar.width()


def test_a_long_name_gives_way_to_the_timer_and_is_told_whole(timed):
    name = "ひとり親の家庭が受けられる支援をまとめて案内して申し込めるようにする窓口"
    bar = timed.workspace.top_bar()
    timed.window.resize(timed.window.minimumSize())
    project = timed.workspace.project
    with project.edit(msg("名前")):
        project.put(replace(project.info, service_name=name))
    timed.timer.start(60)
    QApplication.processEvents()
    shown = next(w for w in bar.children() if getattr(w, "accessibleName", str)() == name)
    assert shown.label().endswith("…")
    assert shown.width() >= shown.sizeHint().width()
    assert bar.sizeHint().width() <= bar.width()


def test_digits_typed_are_minutes_full_width_too(qtbot, timed):
    timed.run("timer_panel")
    panel = timed.panel()
    assert QApplication.focusWidget() is panel.setting()
    QTest.keyClicks(panel.setting(), "1")
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, panel.setting(), Key.Key_unknown, "２", Mod.NoModifier
    )
    assert panel.setting().digits() == "12:00"
    press(qtbot, Key.Key_Backspace)
    assert panel.setting().digits() == "01:00"
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up, SHIFT)
    press(qtbot, Key.Key_Down)
    assert panel.setting().digits() == "06:00"
    press(qtbot, Key.Key_Return)
    assert (timed.timer.state, timed.timer.total) == (TimerState.RUNNING, 360)
    assert not panel.isVisible()
    assert timed.settings.get("timer_minutes") == 6


def test_arrows_give_and_take_while_it_runs(qtbot, timed):
    timed.timer.start(300)
    timed.run("timer_panel")
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up, SHIFT)
    press(qtbot, Key.Key_Down)
    assert timed.timer.remaining == 300 + 300
    assert timed.panel().setting().digits() == "10:00"


def test_a_preset_is_started_with_its_label(qtbot, timed):
    timed.run("timer_panel")
    panel = timed.panel()
    panel.buttons()["8"].click()
    assert panel.offered() == 8
    panel.label_field().setFocus()
    QTest.keyClicks(panel.label_field(), "yomu")
    press(qtbot, Key.Key_Return)
    assert (timed.timer.total, timed.timer.label) == (480, "yomu")


def test_while_it_runs_a_preset_changes_nothing_until_it_is_started(timed):
    timed.timer.start(300)
    timed.run("timer_panel")
    panel = timed.panel()
    panel.buttons()["3"].click()
    pass_by(timed, 10)
    assert timed.timer.remaining == 290
    assert "3分" in panel.buttons()["main"].label()
    panel.buttons()["main"].click()
    assert timed.timer.total == 180


def test_pause_go_on_end_and_put_away(timed):
    timed.timer.start(300)
    timed.run("timer_panel")
    panel = timed.panel()
    main = panel.buttons()["main"]
    main.click()
    assert timed.timer.state is TimerState.PAUSED
    main.click()
    assert timed.timer.state is TimerState.RUNNING
    panel.buttons()["end"].click()
    assert timed.timer.state is TimerState.IDLE
    assert panel.isVisible()
    timed.timer.start(1)
    pass_by(timed, 70)
    assert panel.setting().digits() == "+01:09"
    assert not panel.buttons()["-1"].isEnabled()
    panel.buttons()["+1"].click()
    assert timed.timer.remaining == 60


def test_esc_gives_the_focus_back_and_pressing_elsewhere_leaves_it_there(qtbot, timed):
    field = editor_of(timed.window).fields["household"]
    field.setFocus()
    timed.run("timer_panel")
    press(qtbot, Key.Key_Escape)
    assert not timed.panel().isVisible()
    assert QApplication.focusWidget() is field
    timed.run("timer_panel")
    editor_of(timed.window).fields["name"].setFocus()
    assert not timed.panel().isVisible()
    assert QApplication.focusWidget() is editor_of(timed.window).fields["name"]


def test_the_same_keys_close_the_panel_and_start_what_is_chosen_in_it(qtbot, timed):
    timed.run("timer_panel")
    timed.run("timer_panel")
    assert not timed.panel().isVisible()
    timed.run("timer_panel")
    QTest.keyClicks(timed.panel().setting(), "7")
    press(qtbot, Key.Key_T, CTRL)
    assert timed.timer.total == 420


def test_mute_is_kept(timed):
    timed.run("timer_panel")
    timed.panel().sound_box().click()
    assert timed.settings.get("timer_sound") is False


def test_tab_goes_round_in_the_panel_and_all_is_named_and_large_enough(qtbot, timed):
    timed.timer.start(60)
    timed.run("timer_panel")
    panel = timed.panel()
    seen = set()
    for _ in range(30):
        press(qtbot, Key.Key_Tab)
        assert panel.isAncestorOf(QApplication.focusWidget())
        seen.add(QApplication.focusWidget())
    assert len(seen) >= 15
    assert nameless(panel) == []
    assert too_small(panel) == []


def test_one_who_comes_back_is_told_how_long_ago_it_ended(timed):
    timed.timer.start(300, "一人で書き出す")
    pass_by(timed, 300 + 3_720)
    said = timed.workspace.toast_widget().text()
    assert "一人で書き出す" in said
    assert "1時間2分" in said


def test_an_end_on_time_is_told_by_no_sentence(timed):
    timed.timer.start(3)
    for _ in range(5):
        pass_by(timed, 1)
    assert timed.workspace.toast_widget().text() == ""


def test_a_window_built_anew_shows_the_same_timer(timed):
    timed.timer.start(300)
    services = timed.window.services()
    assert timed.workspace.timer() is timed.timer
    assert services.timer is timed.timer


def test_the_room_sees_the_timer_from_the_panel(timed):
    timed.timer.start(300)
    timed.run("timer_panel")
    timed.panel().buttons()["show"].click()
    page = timed.workspace.audience().page()
    assert next(text for text, _ in page.texts()) == "05:00"
