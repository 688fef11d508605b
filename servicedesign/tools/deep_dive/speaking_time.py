"""How long each group may speak, and starting, holding and going on with it.

Owns the step from a group to the room's timer. A timer that runs for something else is left alone
until the group begins.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.tools.deep_dive.timer_face import TimerFace
from servicedesign.ui.context import EditorContext
from servicedesign.ui.room.timer import TimerState
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

USUAL_MINUTES: Final = 3
_MOST_MINUTES: Final = 60


class SpeakingTime(QWidget):
    """Digits, the minutes of a group, and what can be done with them.

    Attributes:
        face: the digits.
        minutes: of each group.
        toggle: starts, holds, goes on.
        add: gives a minute more.
    """

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Begin with three minutes a group."""
        super().__init__(parent)
        self._timer = context.shell.timer()
        self.t = t = context.t
        self._label, self._following = "", ""
        self._set = False
        self.face = TimerFace(self._timer, t)
        self.minutes = IntField(
            t("1班の持ち時間"),
            t,
            minimum=1,
            maximum=_MOST_MINUTES,
            unit=t.context("speaking", "分"),
        )
        self.minutes.set_number(USUAL_MINUTES)
        self.minutes.setFixedWidth(theme().px(96))
        self.minutes.number_committed.connect(lambda _: self._prepare())
        self.toggle = SecondaryButton(t("始める"), key="Ctrl+T")
        self.toggle.clicked.connect(self._on_toggle)
        self.add = QuietButton(t("1分足す"), icon="mdi6.plus")
        self.add.clicked.connect(lambda: self._timer.add(60))
        self._build()
        self._timer.state_changed.connect(self._show)
        self.face.show_waiting(self._seconds())
        self._show()

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.face)
        row.addStretch(1)
        row.addWidget(self.toggle)
        column.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(look.px(4))
        below.addWidget(TextLabel(self.t("1班の持ち時間"), tone=tokens.SECOND_TEXT))
        below.addWidget(self.minutes)
        below.addStretch(1)
        below.addWidget(self.add)
        column.addLayout(below)

    def _seconds(self) -> int:
        return (self.minutes.number() or USUAL_MINUTES) * 60

    # A group ----------------------------------------------------------------------------------

    def begin(self, label: str, following: str) -> None:
        """Make ready for the group called ``label``; ``following`` comes after it."""
        before = self._label
        self._label, self._following = label, following
        if self._timer.state is TimerState.IDLE or (before and self._timer.label == before):
            self._prepare(anew=True)
        self._show()

    def end(self) -> None:
        """Let go of the timer: one that was set for a group and never began is put away."""
        if self._is_ours() and self._timer.state is not TimerState.RUNNING:
            self._timer.stop()

    def _is_ours(self) -> bool:
        return bool(self._label) and self._timer.label == self._label

    def _prepare(self, *, anew: bool = False) -> None:
        """Set the whole time, held until the group begins; a time that runs is left alone."""
        self.face.show_waiting(self._seconds())
        untouched = self._timer.state is TimerState.PAUSED and self._set
        if anew or (self._is_ours() and untouched):
            self._timer.start(self._seconds(), self._label, self._following)
            self._timer.pause()
            self._set = True
            self._show()

    def _on_toggle(self) -> None:
        if self._is_ours() and self._timer.state in (TimerState.RUNNING, TimerState.PAUSED):
            self._timer.toggle()
        else:
            self._timer.start(self._seconds(), self._label, self._following)

    def _show(self) -> None:
        t, state = self.t, self._timer.state
        if state is TimerState.RUNNING:
            self._set = False
        ours = self._is_ours()
        words = t("始める")
        if ours and state is TimerState.RUNNING:
            words = t("一時停止")
        elif ours and state is TimerState.PAUSED and not self._set:
            words = t("続ける")
        elif ours and state is TimerState.OVER:
            words = t("もう一度")
        self.toggle.set_label(words)
        self.add.setEnabled(ours and state is not TimerState.IDLE)
