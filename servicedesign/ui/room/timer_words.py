"""What the timer says in words: for screen readers, for tooltips, for the one who comes back.

Owns the sentences. Must not paint.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.ui.room.timer import RoomTimer, TimerState


def time_words(t: Translator, seconds: int) -> str:
    """Return a length of time in words: 「1時間2分」, 「8分42秒」, 「42秒」."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        whole = t.context("timer", "{n}時間", n=hours)
        return (
            t("{hours}{minutes}", hours=whole, minutes=_minutes(t, minutes)) if minutes else whole
        )
    if minutes:
        whole = _minutes(t, minutes)
        return t("{minutes}{seconds}", minutes=whole, seconds=_seconds(t, rest)) if rest else whole
    return _seconds(t, rest)


def _minutes(t: Translator, count: int) -> str:
    return t.context("timer", "{n}分", n=count)


def _seconds(t: Translator, count: int) -> str:
    return t.context("timer", "{n}秒", n=count)


def state_words(t: Translator, timer: RoomTimer) -> str:
    """Return what the timer does, in words."""
    time = time_words(t, timer.seconds_shown)
    if timer.state is TimerState.RUNNING:
        return t("残り{time}", time=time)
    if timer.state is TimerState.PAUSED:
        return t("一時停止、残り{time}", time=time)
    if timer.state is TimerState.OVER:
        return t("時間です。{time}過ぎました", time=time)
    return t("動いていません")


def late_words(t: Translator, timer: RoomTimer) -> str:
    """Return the sentence that says how long ago the timer ended."""
    time = time_words(t, timer.seconds_shown)
    if timer.label:
        return t("「{label}」の時間は{time}前に終わりました。", label=timer.label, time=time)
    return t("タイマーは{time}前に終わりました。", time=time)
