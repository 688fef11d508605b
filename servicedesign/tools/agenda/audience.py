"""The timetable for the room: what runs now and what comes after, or the day at a glance.

Owns the two pages. They show what every participant may know: no names of who is in charge, nothing
of the facilitator's ways.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.tools.agenda.clock_text import clock_text
from servicedesign.tools.agenda.run_state import RunPhase, RunState
from servicedesign.tools.agenda.sheet_data import (
    PublicDay,
    PublicStep,
    public_day,
    with_pauses,
)
from servicedesign.tools.agenda.timetable import DayPlan
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.parts import Head, head
from servicedesign.ui.room.timer_foot import TimerFoot

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_ROW: Final = 92
_TIME: Final = 212
_BETWEEN: Final = 56
_TITLE: Final = 132


class NowPage(AudiencePage):
    """What runs now, large, and what comes after; the time left stands below."""

    def __init__(self, context: EditorContext, read: Callable[[], RunState]) -> None:
        """Show what ``read`` returns, read anew with each step."""
        self._read = read
        super().__init__(context)

    def title(self) -> str:
        """Return what this page is."""
        return self.context.t("いまの項目")

    def wants_large_timer(self) -> bool:
        """The time left is half of what is shown."""
        return True

    def _make_foot(self) -> TimerFoot | None:
        foot = _NowFoot(self.context.shell.timer(), self.context.t, self, large=True)
        foot.appeared.connect(self.recompose)
        return foot

    def compose(self, leaves: Leaves) -> None:
        """Set the step and the one after."""
        t, state, leaf = self.context.t, self._read(), leaves.add()
        runs = state.phase is RunPhase.RUNNING
        word = {
            RunPhase.RUNNING: t("いま"),
            RunPhase.BEFORE: t("これから"),
            RunPhase.BETWEEN: t("これから"),
        }.get(state.phase, t("進行表"))
        box = head(leaf, Head(title=word), t)
        if state.phase is RunPhase.STALE:
            return
        aim = state.item.aim.strip() if state.item is not None else ""
        finished = state.phase is RunPhase.FINISHED
        after = state.next_title if runs else ""
        low = 80 if after and not self._timer_tells() else 0
        laid = leaf.block(
            QRectF(box.left(), box.top(), box.width(), box.height() - low),
            state.title, _TITLE, least=64, bold=True, pitch=1.25, balanced=True,
        )  # fmt: skip
        top = box.top() + laid.height + 36
        room = box.bottom() - low - top
        if aim and not finished and room >= LEAST:
            leaf.block(QRectF(box.left(), top, box.width(), room), aim, 56, tone=tokens.SECOND_TEXT)
        if low:
            words = t("このあと　{what}", what=after)
            leaf.text(leaf.left, box.bottom() - LEAST, words, 56, room=box.width())

    def _timer_tells(self) -> bool:
        """Tell whether the timer below says what comes after."""
        return bool(self.context.shell.timer().next_label)


class DayPage(AudiencePage):
    """A day at a glance: when it begins, what comes when."""

    def __init__(self, context: EditorContext, read: Callable[[], DayPlan | None]) -> None:
        """Show what ``read`` returns, read anew with each step."""
        self._read = read
        super().__init__(context)

    def title(self) -> str:
        """Return what this page is."""
        return self.context.t("今日の進行")

    def compose(self, leaves: Leaves) -> None:
        """Set the steps, as many on a leaf as there is room for."""
        t, plan = self.context.t, self._read()
        day = public_day(plan) if plan is not None else PublicDay(1, None, None, ())
        aside = ""
        if day.begin is not None and day.end is not None:
            aside = t("{begin}～{end}", begin=clock_text(day.begin, t), end=clock_text(day.end, t))
        subtitle = t("{n}日目", n=day.day)
        steps = list(with_pauses(day, t))
        while True:
            leaf = leaves.add()
            box = head(leaf, Head(title=t("今日の進行"), subtitle=subtitle, aside=aside), t)
            down = max(1, int((box.height() + _ROW - LEAST) // _ROW))
            across = 1 if len(steps) <= down else 2
            wide = (box.width() - (across - 1) * _BETWEEN) / across
            for number, step in enumerate(steps[: down * across]):
                left = box.left() + number // down * (wide + _BETWEEN)
                top = box.top() + number % down * _ROW
                self._row(QRectF(left, top, wide, _ROW), step, leaf)
            steps = steps[down * across :]
            if not steps:
                return

    def _row(self, box: QRectF, step: PublicStep, leaf: Leaf) -> None:
        t = self.context.t
        tone = tokens.SECOND_TEXT if step.pause else tokens.TEXT
        leaf.text(box.left(), box.top(), clock_text(step.begin, t), 56, bold=True, tone=tone)
        title = " ".join(step.title.split()) or t("名前のない項目")
        room = box.width() - _TIME
        leaf.text(box.left() + _TIME, box.top(), title, 56, tone=tone, room=room)


class _NowFoot(TimerFoot):
    """The timer under a page that says itself what the time is for."""

    def _words(self) -> tuple[str, str]:
        label, after = super()._words()
        return ("" if label == self._timer.label else label), after
