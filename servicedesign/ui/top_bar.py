"""The bar at the top of a project: menu, name, save sign, undo and redo, find, timer, room, print.

Owns the arrangement, and what goes first when the window is narrow: keys, then labels.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.room.room_button import RoomButton
from servicedesign.ui.room.timer import RoomTimer
from servicedesign.ui.room.timer_button import TimerButton
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.button_base import ButtonBase, ButtonLook
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.save_sign import SaveSign, SaveState
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule

HEIGHT = 48
"""Height in px at 100 %."""
_LEAST_NAME = 64
"""Room that the name keeps, in px at 100 %."""


class _NameButton(ButtonBase):
    """The project's name, to be pressed for its facts."""

    LOOK = ButtonLook("", tokens.TABLE_GROUND, tokens.HAIRLINE, "", tokens.TEXT, True, 8)
    SIZE = tokens.CONTENT_PX

    def __init__(self, what: str) -> None:
        """Make it empty; ``what`` says what it is for."""
        self._name = ""
        self._what = what
        super().__init__("")

    def set_name(self, name: str) -> None:
        """Show ``name``, whole."""
        self._name = name
        self.set_label(name)

    def give_way(self, over: int) -> None:
        """Be ``over`` px narrower: a long name ends in dots, and is whole in the tooltip."""
        metrics = QFontMetricsF(theme().font(self.SIZE, bold=True))
        room = max(metrics.horizontalAdvance(self._name) - over, theme().px(_LEAST_NAME))
        self.set_label(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))

    def _name_it(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._what)
        self.setToolTip(plain(self._name if self._label != self._name else ""))


class TopBar(QWidget):
    """The top bar.

    Signals:
        rescue_asked: the way out beside 保存できません was pressed.
    """

    rescue_asked = Signal()

    def __init__(
        self,
        t: Translator,
        commands: CommandSet,
        timer: RoomTimer,
        parent: QWidget | None = None,
    ) -> None:
        """Make the bar; its buttons run ``commands``, and it shows ``timer``."""
        super().__init__(parent)
        look = theme()
        self.t = t
        self._commands = commands
        self.setFixedHeight(look.px(HEIGHT))
        self.menu_button = QuietButton(t("メニュー"), icon="mdi6.menu")
        self._name = _NameButton(t("基本の事項を直す…") + " Ctrl+I")
        self._shown_name = ""
        self.save_sign = SaveSign(t)
        self._rescue = SecondaryButton(t("別の場所に保存…"))
        self._undo = QuietButton(t("元に戻す"), icon="mdi6.undo", key="Ctrl+Z")
        self._redo = QuietButton(t("やり直す"), icon="mdi6.redo", key="Ctrl+Y")
        self._find = QuietButton(t("さがす"), icon="mdi6.magnify", key="Ctrl+F")
        self.timer_button = TimerButton(timer, t)
        self.room_button = RoomButton(t)
        self._print = QuietButton(t("印刷"), icon="mdi6.printer-outline", key="Ctrl+P")
        self._rescue.hide()
        self._arrange()
        self.menu_button.clicked.connect(self.open_menu)
        self._rescue.clicked.connect(self.rescue_asked)
        for button, name in (
            (self._name, "facts"),
            (self._undo, "undo"),
            (self._redo, "redo"),
            (self._find, "find"),
            (self.timer_button, "timer_panel"),
            (self.room_button, "audience_panel"),
            (self._print, "print"),
        ):
            button.clicked.connect(lambda _=False, command=name: commands.run(command))
        self.timer_button.resized.connect(self._fit)
        self.room_button.resized.connect(self._fit)

    def _arrange(self) -> None:
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(8), 1)
        row.setSpacing(look.px(4))
        row.addWidget(self.menu_button)
        row.addWidget(self._name)
        row.addSpacing(look.px(4))
        row.addWidget(self.save_sign)
        row.addWidget(self._rescue)
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(look.px(4))
        line = SectionRule(vertical=True)
        line.setFixedHeight(look.px(24))
        line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(line)
        row.addSpacing(look.px(4))
        row.addWidget(self._find)
        row.addWidget(self.timer_button)
        row.addWidget(self.room_button)
        row.addWidget(self._print)

    def set_name(self, name: str) -> None:
        """Show the service name."""
        self._shown_name = name
        self._fit()

    def set_save_state(self, state: SaveState) -> None:
        """Show whether all is saved, with the way out when it is not."""
        self.save_sign.set_state(state)
        self._rescue.setVisible(state is SaveState.FAILED)
        self._fit()

    def set_steps(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take; None when there is none."""
        t = self.t
        self._undo.set_label(
            t("元に戻す：{step}", step=undo) if undo else t("元に戻す"),
            key="" if undo else "Ctrl+Z",
        )
        self._undo.set_usable("" if undo else t("まだ何も変えていません"))
        self._redo.set_label(t("やり直す：{step}", step=redo) if redo else t("やり直す"))
        self._redo.set_usable("" if redo else t("やり直すことはありません"))
        self._commands.set_enabled("undo", undo is not None)
        self._commands.set_enabled("redo", redo is not None)
        self._fit()

    def undo_text(self) -> str:
        """Return what the undo button says: the step's name is in it."""
        return self._undo.label()

    def open_menu(self) -> None:
        """Open the menu of all commands."""
        menu = self._commands.menu(self)
        corner = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keys go first, then labels, then the end of the name."""
        others = (
            *(self.menu_button, self._find),
            *(self.timer_button, self.room_button, self._print),
        )
        self._redo.show_parts(label=False, key=False)
        self._name.set_name(self._shown_name)
        for keys, undo_label, labels in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            self._undo.show_parts(label=undo_label, key=keys)
            for button in others:
                button.show_parts(label=labels, key=keys)
            if self._needed() <= self.width():
                return
        self._name.give_way(self._needed() - self.width())

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        layout.invalidate()
        return layout.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        painter.end()
