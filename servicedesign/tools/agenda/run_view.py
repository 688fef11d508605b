"""The step that runs, large: what it is, how long it has, how late one is, what comes next.

Owns the arrangement and the keys; what is to be done is asked for by signals.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.agenda.run_clock import RunClock
from servicedesign.tools.agenda.run_details import RunDetails
from servicedesign.tools.agenda.run_list import ROW, RunList
from servicedesign.tools.agenda.run_state import RunPhase, RunState
from servicedesign.tools.agenda.words import tool_title
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton

BESIDE: Final = 760
"""Width in px at 100 % from which the list stands beside the step."""

_LIST: Final = (320, 440)
_LIST_SHARE: Final = 0.34
_LOW: Final = 440
"""Height in px at 100 % under which the digits are smaller."""
_TITLE: Final = 28
_MOST: Final = 26
"""Most letters of a title in a button."""


class RunView(QWidget):
    """Everything the editor shows while the timetable is carried out.

    Attributes:
        steps: the list of the steps.
        clock: the time left.
        forward: the primary button.

    Signals:
        next_asked: start the first step, end this one and start the next, or take up a stale one.
        skip_asked: skip this step.
        back_asked: let the step before run on.
        give_asked: minutes to be given, negative to be taken.
        tool_asked: open the tool of the step.
        end_asked: end this step and start none; of a stale one, end it as it was planned.
    """

    next_asked = Signal()
    skip_asked = Signal()
    back_asked = Signal()
    give_asked = Signal(int)
    tool_asked = Signal()
    end_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Build all of it."""
        super().__init__(parent)
        self.t = t
        self.steps = RunList(t)
        self.clock = RunClock(t)
        self.forward = PrimaryButton("", key="Enter", leads_on=True, large=True)
        self._over = PhraseLabel(size=tokens.CONTENT_PX, tone=tokens.SECOND_TEXT, wrap=True)
        self._title = PhraseLabel(size=_TITLE, bold=True, wrap=True)
        self._standing = PhraseLabel(size=tokens.SECTION_PX, bold=True, wrap=True)
        self._outlook = PhraseLabel(size=tokens.CONTENT_PX, wrap=True)
        self._details = RunDetails()
        self._main = QWidget()
        self._others = QWidget()
        self._skip = SecondaryButton(t("飛ばす"), key="S", icon="mdi6.skip-next-outline")
        self._back = SecondaryButton(t("前にもどる"), key="B", icon="mdi6.skip-previous-outline")
        self._end = QuietButton(t("ここで止める"), icon="mdi6.stop-circle-outline")
        self._tool = QuietButton("", key="Ctrl+M", icon="mdi6.open-in-app", blue=True)
        self._give: list[SecondaryButton] = []
        self._beside = True
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, t = theme(), self.t
        flow = FlowLayout(self._main, gap=8)
        flow.addWidget(self.forward)
        for minutes, label, key in (
            (-1, t("1分へらす"), "−"),
            (1, t("1分足す"), "1"),
            (5, t("5分足す"), "5"),
        ):
            button = SecondaryButton(label, key=key, large=True)
            button.clicked.connect(lambda _=False, given=minutes: self.give_asked.emit(given))
            self._give.append(button)
            flow.addWidget(button)
        below = FlowLayout(self._others, gap=8)
        for other in (self._back, self._skip, self._end, self._tool):
            below.addWidget(other)
        page = QWidget()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(look.px(6), look.px(16), look.px(20), look.px(16))
        column.setSpacing(0)
        column.addWidget(self._over)
        column.addSpacing(look.px(2))
        column.addWidget(self._title)
        column.addSpacing(look.px(16))
        column.addWidget(self.clock)
        column.addSpacing(look.px(12))
        column.addWidget(self._main)
        column.addSpacing(look.px(12))
        column.addWidget(self._standing)
        column.addWidget(self._outlook)
        column.addSpacing(look.px(12))
        column.addWidget(self._others)
        column.addSpacing(look.px(16))
        column.addWidget(self._details)
        column.addStretch(1)
        self._scroll = PageScroll(page)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.px(12))
        self._box.addWidget(self._scroll, 1)
        self._box.addWidget(self.steps)

    def _connect(self) -> None:
        self.forward.clicked.connect(self.next_asked)
        self._skip.clicked.connect(self.skip_asked)
        self._back.clicked.connect(self.back_asked)
        self._end.clicked.connect(self.end_asked)
        self._tool.clicked.connect(self.tool_asked)

    # Showing ------------------------------------------------------------------------------------

    def show_run(self, state: RunState, *, tool_usable: bool, locked: str) -> None:
        """Show ``state``; ``locked`` says why nothing can be done, or is empty."""
        t, phase = self.t, state.phase
        runs = phase is RunPhase.RUNNING
        for label, words in (
            (self._over, state.over),
            (self._title, state.title),
            (self._standing, state.standing),
            (self._outlook, state.outlook),
        ):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))
        self.clock.setVisible(runs or phase in (RunPhase.BEFORE, RunPhase.BETWEEN))
        self._show_forward(state, locked)
        self._skip.setVisible(runs)
        self._end.setVisible(runs or phase is RunPhase.STALE)
        self._end.set_label(t("終わっていたことにする") if not runs else t("ここで止める"))
        self._back.setVisible(state.can_go_back and phase is not RunPhase.STALE)
        shown = tool_usable and bool(state.tool) and runs
        self._tool.setVisible(shown)
        if shown:
            self._tool.set_label(t("「{tool}」を開く", tool=tool_title(state.tool, t)))
        for given in self._give:
            given.setVisible(runs)
        for button in (*self._give, self._skip, self._back, self._end):
            button.set_usable(locked)
        self._details.show_details(state.details)
        self.steps.show_steps(state.lines)
        self._fit()

    def _show_forward(self, state: RunState, locked: str) -> None:
        t = self.t
        words = {
            RunPhase.BEFORE: t("「{title}」を始める", title=_short(state.title)),
            RunPhase.RUNNING: t("次へ：{title}", title=_short(state.next_title)),
            RunPhase.BETWEEN: t("「{title}」を始める", title=_short(state.title)),
            RunPhase.FINISHED: "",
            RunPhase.STALE: t("今から続ける"),
        }[state.phase]
        if state.phase is RunPhase.RUNNING and not state.next_title:
            words = t("終える")
        self.forward.setVisible(bool(words))
        if words and words != self.forward.label():
            self.forward.set_label(words)
        self.forward.set_usable(locked)

    def words(self) -> list[str]:
        """Return the sentences shown, for tests and readers."""
        labels = (self._over, self._title, self._standing, self._outlook)
        return [label.text() for label in labels if not label.isHidden()]

    # Keys and size ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a single key stands for."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held or event.isAutoRepeat() or not self._do(event.text().lower()):
            super().keyPressEvent(event)

    def _do(self, text: str) -> bool:
        """Do what a letter or digit stands for; a button that is not shown or usable stays so."""
        less, one, five = self._give
        buttons = {
            "n": self.forward,
            "s": self._skip,
            "b": self._back,
            "-": less,
            "−": less,
            "－": less,
            "1": one,
            "+": one,
            "１": one,
            "5": five,
            "５": five,
        }
        button = buttons.get(text)
        if button is None:
            return False
        if button.isVisible() and button.isEnabled():
            button.click()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the step, or under it where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme()
        beside = self.width() >= look.px(BESIDE)
        self.clock.set_small(self.height() < look.px(_LOW))
        least, most = _LIST
        if beside:
            wide = min(max(round(self.width() * _LIST_SHARE), look.px(least)), look.px(most))
            self.steps.setMinimumWidth(wide)
            self.steps.setMaximumWidth(wide)
            self.steps.setMinimumHeight(0)
        else:
            self.steps.setMinimumWidth(0)
            self.steps.setMaximumWidth(16_777_215)
            self.steps.setMinimumHeight(self.steps.count() * look.px(ROW) + look.px(8))
        if beside is not self._beside:
            self._beside = beside
            if beside:
                self._box.addWidget(self.steps)
            else:
                self._column.insertWidget(self._column.count() - 1, self.steps)


def _short(title: str) -> str:
    """Return a title as it goes into a button."""
    return title if len(title) <= _MOST else title[: _MOST - 1].rstrip() + "…"
