"""The panel that sets the timer: presets, digits, more and less, its label, its sound.

Owns its arrangement and what is chosen but not started yet. It floats under the top bar, goes when
the focus leaves it, and gives the focus back to where it was when it is closed by a key.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from servicedesign import tokens
from servicedesign.ui.room.digits import clock_text
from servicedesign.ui.room.timer import RoomTimer, TimerState
from servicedesign.ui.room.timer_setting import MOST_MINUTES, TimerSetting
from servicedesign.ui.room.timer_words import state_words
from servicedesign.ui.tab_stops import step_through
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.button_base import ButtonBase
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.floating_bar import FloatingBar
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.ui.settings import Settings

PRESETS: Final = (1, 3, 5, 8, 10, 15, 20, 30)
"""Minutes offered at a press."""
WIDTH: Final = 632
"""Of the panel in px at 100 %."""
_MINUTE: Final = 60
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _LabelField(TextField):
    """Enter ends it and is for the panel: it must not go on to another field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self.composing():
            self.flush()
            self.done.emit()
        else:
            super().keyPressEvent(event)


class _Preset(SecondaryButton):
    """Blue while it is the time on offer."""

    LOOK = replace(SecondaryButton.LOOK, pressed=tokens.TINT)

    def _ink(self) -> str:
        return tokens.ACTION if self.isChecked() else super()._ink()


class TimerPanel(FloatingBar):
    """Sets one timer.

    Signals:
        closed: it went.
        show_asked: the room is to see the timer, large.
    """

    closed = Signal()
    show_asked = Signal()

    def __init__(
        self, timer: RoomTimer, settings: Settings, t: Translator, around: QWidget
    ) -> None:
        """Make a hidden panel that floats over ``around``."""
        super().__init__(t("タイマー"), around)
        self._around = around
        self._timer = timer
        self._settings = settings
        self.t = t
        self._chosen: int | None = None
        self._came_from: QWidget | None = None
        self._setting = TimerSetting(t("タイマーの時間"))
        self._label = _LabelField(t("何の時間か"), placeholder=t("例：一人で書き出す"))
        self._presets = {n: _Preset(str(n)) for n in PRESETS}
        self._steps = [
            (-1, SecondaryButton(t("−1分"), key="↓")),
            (1, SecondaryButton(t("＋1分"), key="↑")),
            (5, SecondaryButton(t("＋5分"))),
        ]
        self._sound = CheckBox(t("終わりの音"), checked=settings.get("timer_sound"))
        self._tick = CheckBox(t("残り1分の音"), checked=settings.get("timer_minute_sound"))
        self._close = QuietButton(t("閉じる"), icon="mdi6.close", key="Esc")
        self._show_room = QuietButton(t("大きく映す"), icon="mdi6.projector-screen-outline")
        self._end = SecondaryButton(t("終える"))
        self._main = PrimaryButton("")
        self._arrange()
        self._connect()
        self.hide()

    # Showing ----------------------------------------------------------------------------------

    def open_under(self, bar: QWidget) -> None:
        """Come up at the right under ``bar``, with the focus on the digits."""
        focus: QWidget | None = QApplication.focusWidget()
        self._came_from = focus
        self._chosen = None
        self._label.set_text(self._timer.label)
        self._show()
        below = bar.mapTo(self._around, QPoint(0, bar.height())).y()
        look = theme()
        width = min(look.px(WIDTH), self._around.width() - look.px(16))
        self.resize(width, self.sizeHint().height())
        self.move(self._around.width() - width - look.px(8), below + look.px(4))
        self.raise_()
        self.show()
        self._setting.setFocus(Qt.FocusReason.TabFocusReason)

    def close_panel(self) -> None:
        """Go, and give the focus back."""
        back = self._came_from
        self._leave()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def setting(self) -> TimerSetting:
        """Return the digits."""
        return self._setting

    def offered(self) -> int | None:
        """Return the minutes that would be started, or None while the running time is shown."""
        if self._chosen is None and self._timer.state is TimerState.IDLE:
            return max(1, self._timer.standard // _MINUTE)
        return self._chosen

    def press(self) -> None:
        """Do what the one blue button does."""
        self._on_main()

    def buttons(self) -> dict[str, ButtonBase]:
        """Return what starts, ends and changes, by name; presets by their minutes."""
        named: dict[str, ButtonBase] = {"main": self._main, "end": self._end, "close": self._close}
        named["show"] = self._show_room
        named |= {f"{step:+d}": button for step, button in self._steps}
        return named | {str(n): button for n, button in self._presets.items()}

    def label_field(self) -> TextField:
        """Return the field for what the time is for."""
        return self._label

    def sound_box(self) -> CheckBox:
        """Return the box of the sound at the end."""
        return self._sound

    def _leave(self) -> None:
        if not self.isHidden():
            self._label.flush()
            self.hide()
            self.closed.emit()

    # Building ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        look = theme()
        column = QVBoxLayout()
        column.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(8))
        column.setSpacing(look.px(12))
        self.row.addLayout(column)
        top = _row(self._setting)
        top.addStretch(1)
        for _, button in self._steps:
            top.addWidget(button)
        top.addSpacing(look.px(8))
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.show_parts(label=False, key=False)
        column.addLayout(top)
        presets = _row()
        presets.setContentsMargins(look.px(8), 0, look.px(8), 0)
        for minutes, preset in self._presets.items():
            preset.setMinimumWidth(look.px(48))
            preset.setCheckable(True)
            name = self.t.context("timer", "{n}分", n=minutes)
            preset.setAccessibleName(name)
            preset.setToolTip(name)
            preset.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            presets.addWidget(preset, 1)
        presets.addWidget(TextLabel(self.t.context("timer", "分"), tone=tokens.SECOND_TEXT))
        column.addLayout(presets)
        labels = _row(self._label, self._show_room)
        labels.setContentsMargins(0, 0, look.px(8), 0)
        column.addLayout(labels)
        foot = _row(self._sound, self._tick)
        foot.addStretch(1)
        foot.addWidget(self._end)
        foot.addWidget(self._main)
        foot.setContentsMargins(0, 0, look.px(8), 0)
        column.addLayout(foot)
        self._setting.setAccessibleDescription(self._keys())
        self._setting.setToolTip(self._keys())

    def _keys(self) -> str:
        return self.t("数字で分、↑↓ で1分、Shift+↑↓ で5分、Enter で始める")

    def _connect(self) -> None:
        self._setting.typed.connect(self._on_typed)
        self._setting.stepped.connect(self._on_stepped)
        self._setting.entered.connect(self._on_main)
        self._label.committed.connect(self._on_label)
        self._label.done.connect(self._on_main)
        self._main.clicked.connect(self._on_main)
        self._end.clicked.connect(self._on_end)
        self._close.clicked.connect(self.close_panel)
        self._show_room.clicked.connect(self.show_asked)
        for minutes, preset in self._presets.items():
            preset.clicked.connect(partial(self._choose, minutes))
        for step, button in self._steps:
            button.clicked.connect(partial(self._on_stepped, step))
        self._sound.toggled.connect(partial(self._settings.set, "timer_sound"))
        self._tick.toggled.connect(partial(self._settings.set, "timer_minute_sound"))
        self._timer.ticked.connect(self._on_tick)
        self._timer.state_changed.connect(self._on_state)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._around.installEventFilter(self)

    # What is done -----------------------------------------------------------------------------

    def _choose(self, minutes: int, _checked: bool = False) -> None:
        self._chosen = minutes
        self._show()

    def _on_typed(self, minutes: int) -> None:
        self._chosen = minutes or None
        self._show()

    def _on_stepped(self, step: int, _checked: bool = False) -> None:
        offered = self.offered()
        if offered is None:
            self._timer.add(step * _MINUTE)
        else:
            self._choose(min(MOST_MINUTES, max(1, offered + step)))

    def _on_main(self) -> None:
        minutes = self.offered()
        if minutes is None:
            self._timer.toggle()
            return
        self._label.flush()
        label = self._label.text().strip()
        kept = self._timer.next_label if label and label == self._timer.label else ""
        self._chosen = None
        self._settings.set("timer_minutes", minutes)
        self._timer.set_standard(minutes * _MINUTE)
        self._timer.start(minutes * _MINUTE, label, kept)
        self.close_panel()

    def _on_end(self) -> None:
        self._timer.stop()
        self._setting.setFocus()

    def _on_label(self, text: str) -> None:
        if self._timer.state is not TimerState.IDLE and self._chosen is None:
            self._timer.set_label(text.strip())

    # What is shown ----------------------------------------------------------------------------

    def _on_tick(self) -> None:
        if not self.isHidden():
            self._show_time()

    def _on_state(self) -> None:
        if self.isHidden():
            return
        self._label.set_text(self._timer.label)
        self._show()

    def _show(self) -> None:
        state, t = self._timer.state, self.t
        label, key = self._doing(state)
        self._main.set_label(label, key=key)
        self._end.setVisible(state in (TimerState.RUNNING, TimerState.PAUSED))
        for step, button in self._steps:
            over = state is TimerState.OVER and self.offered() is None and step < 0
            button.set_usable(t("もう時間が過ぎています") if over else "")
        for minutes, preset in self._presets.items():
            preset.setChecked(minutes == self.offered())
        self._show_time()

    def _doing(self, state: TimerState) -> tuple[str, str]:
        t = self.t
        if state is TimerState.IDLE:
            return t("始める"), "Enter"
        if self._chosen is not None:
            return t("{time}で始める", time=t.context("timer", "{n}分", n=self._chosen)), "Enter"
        words = {
            TimerState.RUNNING: t("一時停止"),
            TimerState.PAUSED: t("続ける"),
            TimerState.OVER: t("しまう"),
        }
        return words[state], "Ctrl+T"

    def _show_time(self) -> None:
        t, timer = self.t, self._timer
        offered = self.offered()
        if offered is not None:
            self._setting.show_time(clock_text(offered * _MINUTE), t("数字キーで分"))
            return
        over = timer.state is TimerState.OVER
        words = {
            TimerState.RUNNING: t.context("timer", "残り"),
            TimerState.PAUSED: t("一時停止中"),
            TimerState.OVER: t("時間です"),
        }
        self._setting.show_time(
            clock_text(timer.seconds_shown, over=over), words.get(timer.state, "")
        )
        self._setting.setAccessibleDescription(f"{state_words(t, timer)} {self._keys()}")

    # Qt's own hooks ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; no key goes on to the view behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead Tab round in the panel."""
        return step_through(self._around, (self,), forward=forward)

    def _on_focus(self, _old: QObject | None, new: QWidget | None) -> None:
        if new is not None and not self.isHidden() and not self.isAncestorOf(new):
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the window changes its size: the place is no longer right."""
        if event.type() == QEvent.Type.Resize and watched is self._around:
            self._leave()
        return False


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    for widget in widgets:
        row.addWidget(widget)
    return row
