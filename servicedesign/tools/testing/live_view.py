"""Watching a test with one hand on the keyboard: the task large, a stopwatch, the outcome, words.

Owns the arrangement and the ticking of the digits. What is pressed goes out as signals; what is
written and which task it is, is the desk's. Must not write.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import Observation, TaskOutcome, TestTask
from servicedesign.tools.testing.live_field import LiveField
from servicedesign.tools.testing.outcome_switch import outcome_switch
from servicedesign.tools.testing.stopwatch import Stopwatch
from servicedesign.tools.testing.watch_face import WatchFace
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_label import TextLabel

_TICK: Final = 200
"""Between two looks at the stopwatch, ms."""


class LiveView(QWidget):
    """What the observer has before the eyes.

    Attributes:
        field: takes words at any time.
        face: the digits.
        outcome: how the task went.
        toggle: starts and stops the stopwatch.

    Signals:
        left: watching is over for now.
        outcome_chosen: how the task went.
        watch_asked: the stopwatch is to start or stop.
        step_asked: -1 or 1: the task before or after.
        kept: ``words`` or ``stumble``, and a line.
    """

    left = Signal()
    outcome_chosen = Signal(object)
    watch_asked = Signal()
    step_asked = Signal(int)
    kept = Signal(str, str)

    def __init__(self, context: EditorContext, watch: Stopwatch) -> None:
        """Show no task yet."""
        super().__init__()
        t = self.t = context.t
        self._watch = watch
        self._who = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._place = TextLabel(size=tokens.SECTION_PX, bold=True, tone=tokens.ACTION)
        self._task = TextLabel(size=32, bold=True, wrap=True)
        self.face = WatchFace(watch, t)
        self.toggle = SecondaryButton(t("始める"), key="Space")
        self.outcome = outcome_switch(t("結果"), t)
        self.field = LiveField(
            t("聞いた言葉・見たつまずき"), t("ここに打つ。Enterで言葉、Ctrl+Enterでつまずき")
        )
        self._seen = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self.back = QuietButton(t("前の課題"), key="↑", icon="mdi6.chevron-left")
        self.forth = QuietButton(t("次の課題"), key="Enter", icon="mdi6.chevron-right")
        self._keys = TextLabel(
            t(
                "欄が空のとき：Space 計る・止める／1 自力／2 助け／3 不可／Enter 次の課題。"
                "いつでも：F7 F8 F9 結果／F12 計る・止める／Esc 書くのに戻る。"
            ),
            tone=tokens.SECOND_TEXT,
            wrap=True,
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.face.look)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = theme()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(look.px(12), look.px(12), look.px(24), look.px(24))
        column.setSpacing(look.px(12))
        column.addWidget(self._who)
        column.addWidget(self._place)
        column.addWidget(self._task)
        column.addWidget(_row(self.face, self.toggle))
        column.addWidget(_row(self.outcome))
        column.addWidget(self.field)
        column.addWidget(self._keys)
        column.addWidget(SectionRule())
        column.addWidget(self._seen)
        column.addWidget(_row(self.back, self.forth))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(page))

    def _connect(self) -> None:
        field = self.field
        field.kept.connect(self.kept)
        field.watch_asked.connect(self.watch_asked)
        field.outcome_chosen.connect(self.outcome_chosen)
        field.step_asked.connect(self.step_asked)
        self.outcome.chosen.connect(lambda value: self.outcome_chosen.emit(TaskOutcome(value)))
        self.toggle.clicked.connect(self.watch_asked)
        self.back.clicked.connect(lambda: self.step_asked.emit(-1))
        self.forth.clicked.connect(lambda: self.step_asked.emit(1))

    # Showing ----------------------------------------------------------------------------------

    def show_task(self, who: str, task: TestTask, seen: Observation, at: int, count: int) -> None:
        """Show task ``at`` of ``count``, from 0, with what was seen of it so far."""
        t = self.t
        self._who.setText(who)
        self._place.setText(t("課題{number}／{count}", number=at + 1, count=count))
        self._task.setText(task.title.strip() or t("課題{number}", number=at + 1))
        self.outcome.set_value(seen.outcome)
        parts = [(t("つまずき"), seen.stumble), (t("言葉"), seen.words)]
        told = "\n".join(
            t("{label}：{text}", label=label, text=text.strip())
            for label, text in parts
            if text.strip()
        )
        self._seen.setText(told or t("この課題では、まだ何も書いていません。"))
        self.back.set_usable("" if at else t("最初の課題です"))
        self.forth.set_label(t("次の課題") if at + 1 < count else t("最後の課題です：書くのに戻る"))
        self.show_watch()

    def show_watch(self) -> None:
        """Show what the stopwatch says, and what it can do."""
        t = self.t
        running = self._watch.running
        words = t("止める") if running else t("続ける") if self._watch.seconds() else t("始める")
        self.toggle.set_label(words)
        self.face.look()
        if running and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    # Qt's own hooks ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Go on showing a stopwatch that ran meanwhile."""
        super().showEvent(event)
        self.show_watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more at the stopwatch; it counts on."""
        self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(16))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
