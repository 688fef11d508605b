"""The one text edit of the app: plain text, own line pitch, safe with input methods.

Owns typing, pasting, committing and being refreshed while someone types. ``TextField`` and
``TextArea`` are its two forms. Undo is the project's, not the field's.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from servicedesign import tokens
from servicedesign.model.normalise import plain_text
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.moving_on import move_on
from servicedesign.ui.widgets.pending_text import PendingText

INSET = 12
"""Room between the edge of a field and its text on either side, in px at 100 %."""

PLACEHOLDER = "#767676"
"""What might stand in an empty field: 4.5:1 on white, and lighter than what is written."""

_OWN_CONTROL_KEYS = {
    Qt.Key.Key_A,
    Qt.Key.Key_C,
    Qt.Key.Key_V,
    Qt.Key.Key_X,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_PLACES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypingEdit(QTextEdit):
    """Plain text that is committed in pauses.

    Signals:
        committed: the text, at most 0.8 s after the last key, on leaving, on Enter.
        done: Enter was pressed, after the commit.
        error_changed: the sentence that says what is wrong, or empty.
    """

    committed = Signal(str)
    done = Signal()
    error_changed = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        single_line: bool,
        rule: bool,
        size: int = tokens.CONTENT_PX,
        bold: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a field named ``name``; ``rule`` draws a line below it at rest."""
        super().__init__(parent)
        self._single_line = single_line
        self._rule = rule
        self._size = size
        self._error = ""
        self._outside: str | None = None
        self._pending = PendingText(self.text, self)
        self._pending.committed.connect(self.committed)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._placeholder = placeholder
        self.setAccessibleDescription(placeholder)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._set_type(size, bold)
        self.textChanged.connect(self._pending.note_typed)

    def _set_type(self, size: int, bold: bool) -> None:
        look = theme()
        self.setFont(look.font(size, bold=bold))
        document = self.document()
        document.setDocumentMargin(0)
        option = QTextOption()
        wrap = QTextOption.WrapMode
        option.setWrapMode(wrap.NoWrap if self._single_line else wrap.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        line = QTextBlockFormat()
        line.setLineHeight(look.pitch(size), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(document).mergeBlockFormat(line)
        self.setCursorWidth(look.px(2))
        across, down = look.px(INSET), look.px(6)
        self.setViewportMargins(across, down, across, down)

    def text(self) -> str:
        """Return the text without an unfinished conversion."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show ``text`` from a refresh; typed or half-converted text is left alone."""
        if self._pending.composing:
            self._outside = text
            return
        if self._pending.touched:
            self._pending.settled = text
            return
        self._pending.settled = text
        self._replace(text)

    def composing(self) -> bool:
        """Tell whether an input method is in the middle of a conversion."""
        return self._pending.composing

    def flush(self) -> None:
        """Commit what is typed, an unfinished conversion included."""
        if self._pending.composing:
            QGuiApplication.inputMethod().commit()
            self._take_preedit()
        self._pending.commit()

    def _take_preedit(self) -> None:
        preedit = self.textCursor().block().layout().preeditAreaText()
        if preedit:
            event = QInputMethodEvent()
            event.setCommitString(preedit)
            self.inputMethodEvent(event)
            QGuiApplication.inputMethod().reset()

    def error(self) -> str:
        """Return the sentence that says what is wrong, or empty."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Mark the field wrong with ``sentence``, or right with an empty one; the text stays."""
        if sentence == self._error:
            return
        self._error = sentence
        self.setAccessibleDescription(sentence or self._placeholder)
        self.error_changed.emit(sentence)
        self.update()

    def _replace(self, text: str) -> None:
        """Change only what differs, so that the caret keeps its place in the rest."""
        now = self.text()
        if now == text:
            return
        start = _common(now, text)
        tail = _common(now[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(now[:start]))
        cursor.setPosition(_units(now[: len(now) - tail]), QTextCursor.MoveMode.KeepAnchor)
        blocked = self.blockSignals(True)
        cursor.insertText(text[start : len(text) - tail])
        self.blockSignals(blocked)
        self.updateGeometry()

    # Qt's own hooks ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the app's keys for the app, all keys for a conversion, and paint the field's box."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._override_shortcut(event)
        if event.type() == QEvent.Type.Paint:
            self._paint_box()
            return True
        return super().event(event)

    def _override_shortcut(self, event: QKeyEvent) -> bool:
        if self.composing():
            event.accept()
            return True
        foreign = event.modifiers() & _COMMANDS and event.key() not in _OWN_CONTROL_KEYS
        if foreign or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done and on, with Ctrl, Alt or Shift a new line; Esc keeps the text."""
        if self.composing():
            return
        if event.key() in _ENTER:
            self._on_enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.flush()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> None:
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~keypad:
            if not self._single_line and not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            return
        self.flush()
        self.done.emit()
        move_on(self)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: Any) -> Any:
        """Tell an input method where the caret is: Qt forgets the room beside the text."""
        answer = super().inputMethodQuery(query, *argument)
        if query in _PLACES and isinstance(answer, QRect | QRectF):
            return answer.translated(self.viewport().pos())
        return answer

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a conversion; what came from outside meanwhile is shown when it ended unused."""
        super().inputMethodEvent(event)
        self._pending.note_preedit(event.preeditString())
        if not self._pending.composing and self._outside is not None:
            outside, self._outside = self._outside, None
            self.set_text(outside)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the box of a field in use."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving, but not for a menu or the candidate window of a conversion."""
        super().focusOutEvent(event)
        reason = Qt.FocusReason
        if event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason):
            self.flush()
        elif not self.composing():
            self._pending.commit()
        if self._single_line:
            self.horizontalScrollBar().setValue(0)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the field itself never scrolls."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; a dropped file belongs to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as the plain text that a project may hold."""
        if not self.isReadOnly():
            self.textCursor().insertText(plain_text(source.text(), single_line=self._single_line))
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or in an empty field what might stand there, on the same line."""
        super().paintEvent(event)
        if self._placeholder and not self.text() and not self.composing():
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(color(PLACEHOLDER))
            line = self.viewport().rect()
            line.setHeight(theme().pitch(self._size))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, int(flags.value), self._placeholder)
            painter.end()

    def _paint_box(self) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(tokens.RADIUS)
        box = QRectF(self.rect())
        if self._error:
            painter.setPen(QPen(color(tokens.ERROR), look.px(2)))
            painter.setBrush(color(tokens.GROUND))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        elif self.hasFocus() and not self.isReadOnly():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.GROUND))
            painter.drawRoundedRect(box, radius, radius)
        elif self._rule:
            inset = look.px(INSET)
            line = self.height() - 1
            painter.fillRect(inset, line, self.width() - 2 * inset, 1, color(tokens.EDGE))
        painter.end()


def _common(one: str, other: str) -> int:
    """Return the length of the common start of two texts."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, which is how Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
