"""One deep-dive in the strip: its place in the order, its group, the name of the idea.

Owns its look. Which one is current is the strip's.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.marks import SIGN_WORDS, Sign, paint_sign
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

HEIGHT = 88
USUAL = 220
LEAST = 112
"""Widths of a tab in px at 100 %: where there is room, and where there is little."""
_PAD = 10
_MARK = 16


@dataclass(frozen=True, slots=True)
class TabView:
    """What a tab shows.

    Attributes:
        id: of the deep-dive.
        title: the name of the idea.
        group: the name of the group, or empty.
        colour: a key of ``tokens.STICKIES``, or empty without a group.
        sign: how far it is.
    """

    id: str
    title: str
    group: str
    colour: str
    sign: Sign


class DiveTab(Pressable):
    """Number, group and title; the current one is underlined.

    Signals:
        step_asked: -1 or 1: go to the one before or after; -2 or 2: to the first or last.
        move_asked: -1 or 1: let this one be presented before or after its neighbour.
        menu_asked: the menu of this one is wanted.
        delete_asked: this one is to be deleted.
    """

    step_asked = Signal(int)
    move_asked = Signal(int)
    menu_asked = Signal()
    delete_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty tab."""
        super().__init__(parent)
        self.t = t
        self._number = 1
        self._view = TabView("", "", "", "", Sign.NONE)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(False)

    def show_dive(self, view: TabView, number: int) -> None:
        """Show ``view`` as the one presented ``number``-th."""
        t = self.t
        self._view, self._number = view, number
        group = view.group or t("班はまだ")
        title = self._title()
        state = t(SIGN_WORDS[view.sign])
        place = t("{number}番目", number=number)
        self.setAccessibleName(f"{place}、{group}、{title}、{state}")
        self.setToolTip(plain(f"{number}  {group}\n{title}\n{state}"))
        self.update()

    def _title(self) -> str:
        return self._view.title.strip() or self.t("名前のない案")

    def set_current(self, current: bool) -> None:
        """Make the tab the current one, the one that Tab stops at."""
        self.setChecked(current)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)

    def sizeHint(self) -> QSize:
        """Return the usual size; the strip gives less where there are many."""
        return QSize(theme().px(USUAL), theme().px(HEIGHT))

    def nextCheckState(self) -> None:
        """Leave the state to the strip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go and, with Alt, move; Delete and the menu key act."""
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

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, head, title and the line below the current one."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        pad = look.px(_PAD)
        room = self.width() - 2 * pad
        head = look.pitch(tokens.BASE_PX)
        pitch = look.pitch(tokens.BASE_PX)
        top = look.px(8)
        self._paint_head(painter, QRectF(pad, top, room, head))
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION if self.isChecked() else tokens.TEXT))
        for number, line in enumerate(text_lines(self._title(), font, room, 2)):
            place = QRectF(pad, top + head + look.px(4) + number * pitch, room, pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), line)
        if self.isChecked():
            line_box = QRectF(0, self.height() - look.px(4), self.width(), look.px(4))
            painter.fillRect(line_box, color(tokens.ACTION))
        painter.end()

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        """Paint the number, the group with its mark, and how far it is."""
        look, view = theme(), self._view
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(color(tokens.ACTION))
        painter.drawText(box, middle, str(self._number))
        left = box.left() + QFontMetricsF(font).horizontalAdvance(str(self._number)) + look.px(8)
        side = look.px(_MARK)
        if view.colour:
            swatch = QRectF(left, box.center().y() - side / 2, side, side)
            paint_sticky_mark(painter, view.colour, swatch)
            left += side + look.px(6)
        sign = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_sign(painter, view.sign, sign, color(tokens.TEXT))
        font = look.font()
        painter.setFont(font)
        painter.setPen(color(tokens.SECOND_TEXT))
        words = view.group or self.t("班はまだ")
        room = sign.left() - look.px(6) - left
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, box.top(), room, box.height()), middle, shown)
