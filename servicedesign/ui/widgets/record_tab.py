"""One record in a strip of tabs: its ground, the line below the current one, and the keys.

Owns how a tab is walked, moved and framed. What stands in it is the tool's that shows it; which one
is current is the strip's.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: -2, Qt.Key.Key_End: 2}


class RecordTab(Pressable):
    """A tab of a ``RecordStrip``; the current one is underlined.

    Signals:
        step_asked: -1 or 1: go to the one before or after; -2 or 2: to the first or last.
        move_asked: -1 or 1: put this one before or after its neighbour.
        menu_asked: the menu of this one is wanted.
        delete_asked: this one is to be deleted.

    Attributes:
        HEIGHT: of every tab, in px at 100 %.
        USUAL: width where there is room, in px at 100 %.
        LEAST: width where there is little, in px at 100 %.
        PAD: left and right of what stands in it, in px at 100 %.
    """

    HEIGHT: ClassVar[int] = 88
    USUAL: ClassVar[int] = 220
    LEAST: ClassVar[int] = 112
    PAD: ClassVar[int] = 10
    _MARK: ClassVar[int] = 16

    step_asked = Signal(int)
    move_asked = Signal(int)
    menu_asked = Signal()
    delete_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(parent)
        self._t = t
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(False)

    def set_current(self, current: bool) -> None:
        """Make the tab the current one, the one that Tab stops at."""
        self.setChecked(current)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)

    def set_compact(self, compact: bool) -> None:
        """Show less where there is little room; a tab that says nothing of it shows the same."""

    def sizeHint(self) -> QSize:
        """Return the usual size; the strip gives less where there are many."""
        return QSize(theme().px(self.USUAL), theme().px(self.HEIGHT))

    def nextCheckState(self) -> None:
        """Leave the state to the strip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go and, with Alt, move; Delete and the menu key act."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = event.key()
        if key in _STEPS:
            (self.move_asked if alt else self.step_asked).emit(_STEPS[Qt.Key(key)])
        elif key in _ENDS:
            self.step_asked.emit(_ENDS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, by the right button and by the menu key."""
        self.menu_asked.emit()

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, what stands in the tab, and the line below the current one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        self._paint_inside(painter)
        if self.isChecked():
            thick = theme().px(4)
            below = QRectF(0, self.height() - thick, self.width(), thick)
            painter.fillRect(below, color(tokens.ACTION))
        painter.end()

    def _paint_inside(self, painter: QPainter) -> None:
        """Paint what stands in the tab; ``painter`` is antialiasing."""
        raise NotImplementedError

    def _head_box(self) -> QRectF:
        """Return the line over the title, in px."""
        look = theme()
        pad = look.px(self.PAD)
        return QRectF(pad, look.px(8), self.width() - 2 * pad, look.pitch(tokens.BASE_PX))

    def _paint_sign(self, painter: QPainter, sign: Sign) -> QRectF:
        """Paint at the end of the line over the title how far it is; return where."""
        head, side = self._head_box(), theme().px(self._MARK)
        place = QRectF(head.right() - side, head.center().y() - side / 2, side, side)
        paint_sign(painter, sign, place, color(tokens.TEXT))
        return place

    def _paint_title(self, painter: QPainter, title: str) -> None:
        """Paint ``title`` below the head on at most two lines, blue in the current tab."""
        look, head = theme(), self._head_box()
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION if self.isChecked() else tokens.TEXT))
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        top, pitch = head.bottom() + look.px(4), head.height()
        for number, line in enumerate(text_lines(title, font, head.width(), 2)):
            place = QRectF(head.left(), top + number * pitch, head.width(), pitch)
            painter.drawText(place, middle, line)
