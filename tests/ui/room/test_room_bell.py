"""What is heard of the timer: once at the end, and never anything that blocks or fails."""

from __future__ import annotations

import sys
import time
import wave
from pathlib import Path

import pytest
from support.clocks import HandClock

from servicedesign.ui.room.bell import END, MINUTE, Bell
from servicedesign.ui.room.sound import Sound
from servicedesign.ui.room.timer import RoomTimer
from servicedesign.ui.settings import Settings


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def timer(qapp, clock) -> RoomTimer:
    return RoomTimer(clock)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def rung(timer, settings):
    played: list[Path] = []
    bell = Bell(timer, settings, played.append)
    yield played
    bell.deleteLater()


def pass_by(timer: RoomTimer, clock: HandClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.now += 1
        timer.look()


def test_it_rings_once_at_the_end(timer, clock, rung):
    timer.start(5)
    pass_by(timer, clock, 20)
    assert rung == [END]


def test_after_an_hour_asleep_it_rings_once(timer, clock, rung):
    timer.start(300)
    clock.now += 3_600
    pass_by(timer, clock, 5)
    assert rung == [END]


def test_muted_it_is_silent(timer, clock, settings, rung):
    settings.set("timer_sound", False)
    timer.start(2)
    pass_by(timer, clock, 5)
    assert rung == []


def test_the_last_minute_is_told_only_when_wanted(timer, clock, settings, rung):
    timer.start(62)
    pass_by(timer, clock, 4)
    assert rung == []
    settings.set("timer_minute_sound", True)
    timer.start(62)
    pass_by(timer, clock, 4)
    assert rung == [MINUTE]


def test_a_minute_slept_through_is_not_told(timer, clock, settings, rung):
    settings.set("timer_minute_sound", True)
    timer.start(300)
    clock.now += 280
    timer.look()
    assert rung == []


def test_the_sounds_are_short_and_gentle():
    for path, longest in ((END, 3.0), (MINUTE, 1.5)):
        with wave.open(str(path)) as file:
            assert file.getnframes() / file.getframerate() <= longest
            frames = file.readframes(file.getnframes())
        loudest = max(
            abs(int.from_bytes(frames[n : n + 2], "little", signed=True))
            for n in range(0, len(frames), 2)
        )
        assert 2_000 < loudest < 20_000


def test_without_any_player_nothing_happens(qapp):
    sound = Sound(players=())
    sound.play(END)
    assert not sound.busy()


def test_a_player_that_fails_gives_way_to_the_next(qtbot, tmp_path):
    tried = tmp_path / "tried.txt"
    script = f"open({str(tried)!r}, 'a').write('x')"
    fails = (sys.executable, "-c", f"{script}; raise SystemExit(1)")
    works = (sys.executable, "-c", script)
    sound = Sound(players=(("no-such-player",), fails, works, fails))
    began = time.monotonic()
    sound.play(END)
    assert time.monotonic() - began < 1.0
    qtbot.waitUntil(lambda: tried.exists() and tried.read_text() == "xx" and not sound.busy(),
                    timeout=20_000)  # fmt: skip


def test_a_player_that_hangs_is_ended_with_the_program(qtbot):
    sound = Sound(players=((sys.executable, "-c", "import time; time.sleep(60)"),))
    sound.play(END)
    qtbot.waitUntil(sound.busy)
    qtbot.wait(200)
    sound.stop()
    assert not sound.busy()
    qtbot.wait(300)
