"""The timetable for the room: what runs now and what comes after, or the day at a glance.

Owns the two pages. They show what every participant may know: no names of who is in charge, nothing
of the facilitator's ways.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.tools.agenda.breaks import is_break
from servicedesign.tools.agenda.clock_text import clock_text
from servicedesign.tools.agenda.run_state import RunPhase, RunState
from servicedesign.tools.agenda.run_words import step_title
from servicedesign.tools.agenda.timetable import DayPlan, Slot
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.parts import Head, head

if TYPE_CHECKING:
    from servicedesign.ui.context import EditorContext

_ROW: Final = 92
_TIME: Final = 200
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
        slots = list(plan.slots) if plan is not None else []
        aside = ""
        if plan is not None and plan.begin is not None and plan.end is not None:
            aside = t(
                "{begin}～{end}", begin=clock_text(plan.begin, t), end=clock_text(plan.end, t)
            )
        day = t("{n}日目", n=plan.day) if plan is not None else ""
        while True:
            leaf = leaves.add()
            box = head(leaf, Head(title=t("今日の進行"), subtitle=day, aside=aside), t)
            fit = max(1, int((box.height() + _ROW - LEAST) // _ROW))
            rows, slots = slots[:fit], slots[fit:]
            for number, slot in enumerate(rows):
                self._row(_row_box(box, number), slot, leaf)
            if not slots:
                return

    def _row(self, box: QRectF, slot: Slot, leaf: Leaf) -> None:
        t = self.context.t
        tone = tokens.SECOND_TEXT if is_break(slot.item) else tokens.TEXT
        leaf.text(box.left(), box.top(), clock_text(slot.begin, t), 56, bold=True, tone=tone)
        leaf.text(
            box.left() + _TIME, box.top(), step_title(slot.item, t), 56,
            tone=tone, room=box.width() - _TIME,
        )  # fmt: skip


def _row_box(box: QRectF, number: int) -> QRectF:
    """Return the place of row ``number`` in ``box``."""
    return QRectF(box.left(), box.top() + number * _ROW, box.width(), _ROW)
