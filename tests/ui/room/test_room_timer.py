"""The timer: what it says after pauses, gifts, an hour asleep and a clock that was set."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import HandClock

from servicedesign.ui.room.steady_clock import SteadyClock, system_seconds
from servicedesign.ui.room.timer import LONGEST_S, RoomTimer, TimerState


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def timer(qapp, clock) -> RoomTimer:
    return RoomTimer(clock)


def heard(timer: RoomTimer) -> list[str]:
    told: list[str] = []
    timer.ended.connect(lambda: told.append("ended"))
    timer.ticked.connect(lambda: told.append("ticked"))
    timer.state_changed.connect(lambda: told.append("state"))
    return told


def test_a_minute_runs_down_and_is_over(timer, clock):
    timer.start(60, "一人で書き出す", "班で読み合う")
    assert (timer.state, timer.seconds_shown, timer.share_left) == (TimerState.RUNNING, 60, 1.0)
    clock.now += 18.5
    timer.look()
    assert timer.seconds_shown == 42
    clock.now += 41.5
    timer.look()
    assert (timer.state, timer.seconds_shown) == (TimerState.OVER, 0)
    clock.now += 12.4
    assert timer.remaining == pytest.approx(-12.4)
    assert timer.seconds_shown == 12
    assert timer.share_left == 0.0
    assert (timer.label, timer.next_label) == ("一人で書き出す", "班で読み合う")


def test_a_pause_keeps_what_is_left_however_long_it_lasts(timer, clock):
    timer.start(300)
    clock.now += 100
    timer.pause()
    clock.now += 5_000
    assert (timer.state, timer.remaining) == (TimerState.PAUSED, 200)
    timer.resume()
    clock.now += 50
    assert timer.remaining == pytest.approx(150)


def test_one_key_starts_pauses_goes_on_and_puts_away(timer, clock):
    timer.set_standard(180)
    timer.toggle()
    assert (timer.state, timer.total) == (TimerState.RUNNING, 180)
    timer.toggle()
    assert timer.state is TimerState.PAUSED
    timer.toggle()
    assert timer.state is TimerState.RUNNING
    clock.now += 181
    timer.look()
    assert timer.state is TimerState.OVER
    timer.toggle()
    assert (timer.state, timer.total, timer.seconds_shown) == (TimerState.IDLE, 0, 0)


def test_time_is_given_and_taken_while_it_runs_and_while_it_pauses(timer, clock):
    timer.start(300)
    clock.now += 60
    timer.add(60)
    assert (timer.remaining, timer.total) == (300, 360)
    timer.pause()
    timer.add(-120)
    assert (timer.state, timer.remaining, timer.total) == (TimerState.PAUSED, 180, 240)
    timer.resume()
    assert timer.remaining == 180


def test_taking_more_than_there_is_ends_it_once(timer):
    told = heard(timer)
    timer.start(90)
    timer.add(-120)
    assert timer.state is TimerState.OVER
    assert told.count("ended") == 1
    timer.add(-60)
    assert timer.state is TimerState.OVER


def test_time_given_after_the_end_counts_from_now(timer, clock):
    told = heard(timer)
    timer.start(60)
    clock.now += 100
    timer.look()
    timer.add(60)
    assert (timer.state, timer.remaining, timer.total) == (TimerState.RUNNING, 60, 60)
    clock.now += 61
    timer.look()
    assert told.count("ended") == 2


def test_after_an_hour_asleep_it_is_over_and_says_so_once(timer, clock):
    told = heard(timer)
    timer.start(600)
    clock.now += 120
    timer.look()
    clock.now += 3_600  # the lid was closed: nothing ran meanwhile
    timer.look()
    timer.look()
    assert timer.state is TimerState.OVER
    assert timer.remaining == pytest.approx(-3_120)
    assert told.count("ended") == 1


def test_setting_the_wall_clock_changes_nothing():
    read = HandClock(500.0)
    clock = SteadyClock(read)
    assert clock() == 500.0
    read.now = 460.0  # set back
    assert clock() == 500.0
    read.now = 501.0
    assert clock() == 501.0


def test_the_clock_of_this_system_goes_on_by_itself():
    read = system_seconds()
    first = read()
    time.sleep(0.03)
    assert 0.01 <= read() - first < 5


def test_it_is_started_within_bounds(timer):
    timer.start(0)
    assert timer.total == 1
    timer.start(10**9)
    assert timer.total == LONGEST_S
    timer.add(10**9)
    assert timer.remaining <= LONGEST_S


def test_a_label_can_be_given_while_it_runs(timer):
    timer.start(60, "読む", "書く")
    timer.set_label("話す")
    assert (timer.label, timer.next_label) == ("話す", "")


def test_idle_and_paused_nothing_wakes_it(qtbot, timer):
    told = heard(timer)
    timer.start(60)
    timer.pause()
    told.clear()
    qtbot.wait(60)
    assert told == []
    timer.stop()
    told.clear()
    qtbot.wait(60)
    assert told == []


def test_running_it_ticks_once_a_second_at_the_second(qtbot):
    timer = RoomTimer()
    timer.start(30)
    moments: list[float] = []
    began = time.monotonic()
    timer.ticked.connect(lambda: moments.append(time.monotonic() - began))
    qtbot.waitUntil(lambda: len(moments) >= 2, timeout=8_000)
    timer.stop()
    assert len(moments) - 1 <= 2
    assert moments[0] >= 0.99
    assert moments[1] - moments[0] >= 0.9


def test_without_a_change_of_digits_nothing_is_told(timer, clock):
    timer.start(60)
    told = heard(timer)
    for _ in range(90):
        clock.now += 0.01
        timer.look()
    assert told == []
    clock.now += 0.2
    timer.look()
    assert told == ["ticked"]


steps = st.one_of(
    st.tuples(st.just("wait"), st.floats(0.1, 400)),
    st.tuples(st.just("add"), st.integers(-400, 400)),
    st.tuples(st.sampled_from(["pause", "resume", "toggle", "look", "stop"]), st.none()),
    st.tuples(st.just("start"), st.integers(1, 600)),
)


@settings(deadline=None)  # the machine may be busy; nothing here waits
@given(st.lists(steps, max_size=25))
def test_whatever_is_pressed_it_says_what_is_true(qapp, taken):
    clock = HandClock()
    timer = RoomTimer(clock)
    ended: list[float] = []
    starts = 0
    timer.ended.connect(lambda: ended.append(timer.remaining))
    for name, value in taken:
        if name == "wait":
            clock.now += value
        elif value is None:
            getattr(timer, name)()
        else:
            getattr(timer, name)(value)
        starts += name in ("start", "toggle", "add", "resume")
        timer.look()
        assert (timer.remaining <= 0) == (timer.state in (TimerState.OVER, TimerState.IDLE))
        assert 0.0 <= timer.share_left <= 1.0
        assert timer.seconds_shown >= 0
    assert all(left <= 0 for left in ended)
    assert len(ended) <= starts
