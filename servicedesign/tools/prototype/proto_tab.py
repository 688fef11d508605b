"""One prototype in the strip: its code, its latest version, how far it is, its name.

Owns its look. Which one is current is the strip's.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.marks import SIGN_WORDS, Sign, paint_sign
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

HEIGHT = 88
USUAL = 240
LEAST = 120
"""Widths of a tab in px at 100 %: where there is room, and where there is little."""
_PAD = 10
_MARK = 16


@dataclass(frozen=True, slots=True)
class TabView:
    """What a tab shows: id, code, name, the number of the latest version, how far it is."""

    id: str
    code: str
    name: str
    latest: int
    sign: Sign


class ProtoTab(Pressable):
    """Code and version over the name; the current one is underlined.

    Signals:
        step_asked: -1 or 1: go to the one before or after; -2 or 2: to the first or last.
        move_asked: -1 or 1: change places with a neighbour.
        menu_asked: the menu of this one is wanted.
        delete_asked: this one is to be deleted.
    """

    step_asked = Signal(int)
    move_asked = Signal(int)
    menu_asked = Signal()
    delete_asked = Signal()

    def __init__(self, t: Translator, view: TabView, parent: QWidget | None = None) -> None:
        """Show ``view``."""
        super().__init__(parent)
        self.t = t
        self.view = view
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_view(view, current=False)

    def show_view(self, view: TabView, *, current: bool) -> None:
        """Show ``view``; the current one is where Tab stops."""
        self.view = view
        t = self.t
        name, state = self._name(), t(SIGN_WORDS[view.sign])
        self.setAccessibleName(f"{self._head()}、{name}、{state}")
        self.setToolTip(plain(f"{self._head()}\n{name}\n{state}"))
        self.setChecked(current)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)
        self.update()

    def _name(self) -> str:
        return self.view.name.strip() or self.t("名前のない試作")

    def _head(self) -> str:
        version = self.t("第{number}版", number=self.view.latest)
        return f"{self.view.code}  {version}".strip()

    def sizeHint(self) -> QSize:
        """Return the usual size; the strip gives less where there are many."""
        return QSize(theme().px(USUAL), theme().px(HEIGHT))

    def nextCheckState(self) -> None:
        """Leave the state to the strip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go and, with Alt, move; Delete acts."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: -2, Qt.Key.Key_End: 2}
        key = event.key()
        if key in steps:
            (self.move_asked if alt else self.step_asked).emit(steps[Qt.Key(key)])
        elif key in ends:
            self.step_asked.emit(ends[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, by the right button and by the menu key."""
        self.menu_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, head, name and the line below the current one."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        pad, pitch = look.px(_PAD), look.pitch(tokens.BASE_PX)
        room, top, side = self.width() - 2 * pad, look.px(8), look.px(_MARK)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.setFont(look.font())
        painter.setPen(color(tokens.SECOND_TEXT))
        painter.drawText(QRectF(pad, top, room - side, pitch), middle, self._head())
        sign = QRectF(pad + room - side, top + (pitch - side) / 2, side, side)
        paint_sign(painter, self.view.sign, sign, color(tokens.TEXT))
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION if self.isChecked() else tokens.TEXT))
        for number, line in enumerate(text_lines(self._name(), font, room, 2)):
            y = top + pitch + look.px(4) + number * pitch
            painter.drawText(QRectF(pad, y, room, pitch), middle, line)
        if self.isChecked():
            below = QRectF(0, self.height() - look.px(4), self.width(), look.px(4))
            painter.fillRect(below, color(tokens.ACTION))
        painter.end()
