"""The one live editor of a canvas: the words of a note, written where they stand.

Owns type and place of what is being written. Typing, input methods and the moment of a commit are
``TypingEdit``'s. Undo is the project's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCursor, QWheelEvent

from servicedesign.ui.canvas.fit import PITCH
from servicedesign.ui.canvas.note_painter import note_font
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.widgets.typing_edit import TypingEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ABOVE: Final = (PITCH - 1) * 2 / 3
"""Qt puts two thirds of a fixed line's extra height above the type."""


class NoteField(TypingEdit):
    """Words of a note over the canvas.

    Signals:
        left: Tab (1) or Shift+Tab (-1) was pressed, after the commit.
        escaped: Esc was pressed, after the commit.
        preedited: an unfinished conversion changed.
    """

    left = Signal(int)
    escaped = Signal()
    preedited = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """Make a hidden field named ``name`` over the viewport ``parent``."""
        super().__init__(name, single_line=False, rule=False, parent=parent)
        self.setProperty(NO_RING, True)
        self.setTabChangesFocus(False)
        self.setViewportMargins(0, 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._type = (0, 0.0)
        self.hide()

    def all_words(self) -> str:
        """Return the text with the unfinished conversion in it."""
        cursor = self.textCursor()
        preedit = cursor.block().layout().preeditAreaText()
        if not preedit:
            return self.text()
        units = self.text().encode("utf-16-le", "surrogatepass")
        at = 2 * cursor.position()
        parts = (units[:at], units[at:])
        head, tail = (part.decode("utf-16-le", "surrogatepass") for part in parts)
        return head + preedit + tail

    def place(self, rect: QRectF, size: int, scale: float) -> None:
        """Stand at ``rect``, px of the view from the first line on; see ``set_type``."""
        self.set_type(size, scale)
        lift = size * scale * _ABOVE
        box = rect.adjusted(0, -lift, self.cursorWidth() + 2, 0).toAlignedRect()
        if box != self.geometry():
            self.setGeometry(box)

    def set_type(self, size: int, scale: float) -> None:
        """Write in type of ``size`` board units at ``scale`` px each."""
        if self._type == (size, scale):
            return
        self._type = (size, scale)
        font = QFont(note_font(size))
        font.setPointSizeF(size * scale * 72 / max(1, self.logicalDpiY()))
        line = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        line.setLineHeight(size * scale * PITCH, fixed)
        blocked = self.blockSignals(True)
        self.setFont(font)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(line)
        self.blockSignals(blocked)
        self.setCursorWidth(max(2, round(scale * 2)))

    def flush(self) -> None:
        """Commit what is typed; a field that is not in use has nothing."""
        if self.isVisible():
            super().flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab goes to the next note, Esc leaves; no key is taken from a conversion."""
        if self.composing():
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held:
            self.flush()
            self.left.emit(-1 if event.key() == Qt.Key.Key_Backtab else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave Tab to ``keyPressEvent``."""
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the canvas."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Follow an unfinished conversion: it takes room too."""
        done = super().event(event)
        if event.type() == QEvent.Type.InputMethod:
            self.preedited.emit()
        return done

    def _on_enter(self, event: QKeyEvent) -> None:
        """End the note; with Ctrl, Alt or Shift begin a new line. The focus does not move on."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super()._on_enter(event)
            return
        self.flush()
        self.done.emit()

    def _paint_box(self) -> None:
        """Paint no box: the note itself is one."""
