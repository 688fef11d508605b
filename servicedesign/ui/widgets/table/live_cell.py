"""The editor that lies over the cell in use, invisible until something is typed.

Owns the change from resting to writing. It has the focus all the time, so that an input method's
first letter goes into the text it ends in: nothing is handed over in the middle of a conversion.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.table.columns import ColumnForm
from servicedesign.ui.widgets.typing_edit import TypingEdit

PAD = 10
"""Room at either side of a cell's text, in px at 100 %."""


class LiveCell(TypingEdit):
    """A text edit that is either resting (seen through) or writing.

    Signals:
        written: what was typed, in pauses and on leaving; of a choice, and of what means
            something only as a whole, on leaving only.
        turned: it began to write, or rests again.
        grown: the text needs another height.
    """

    written = Signal(str)
    turned = Signal()
    grown = Signal()

    def __init__(self, on_key: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        """Rest; ``on_key`` is asked first about every key and tells whether it took it."""
        super().__init__("", single_line=True, rule=False, size=tokens.BASE_PX, parent=parent)
        self._on_key = on_key
        self._form = ColumnForm.LINE
        self._cell_text = ""
        self._anew = False
        self._typed = False
        self._flushing = False
        self._held: str | None = None
        self.writing = False
        self.setProperty(NO_RING, True)
        self.setTabChangesFocus(False)
        self.committed.connect(self._on_committed)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self.grown)
        look = theme()
        down = (look.px(36) - look.pitch(tokens.BASE_PX)) // 2
        self.setViewportMargins(look.px(PAD), down, look.px(PAD), 0)
        self._show_rest()

    # What the table tells it --------------------------------------------------------------------

    def aim(self, name: str, text: str, form: ColumnForm) -> None:
        """Stand for the cell that is called ``name`` and holds ``text``."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self._cell_text = text
        if self.writing:
            self.set_text(text)
        elif form is not self._form:
            self._form = form
            self._single_line = form is not ColumnForm.LONG
            option = QTextOption()
            wrap = QTextOption.WrapMode
            whole = wrap.NoWrap if self._single_line else wrap.WrapAtWordBoundaryOrAnywhere
            option.setWrapMode(whole)
            self.document().setDefaultTextOption(option)

    def write_on(self) -> None:
        """Begin to write behind what stands in the cell."""
        if self.writing or self.isReadOnly():
            return
        self._begin(anew=False)
        self._replace(self._cell_text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.grown.emit()

    def finish(self) -> None:
        """Commit what is typed and rest."""
        if self.writing:
            self.flush()
            self._rest()

    def drop(self) -> None:
        """Rest without a commit: the cell is gone."""
        if self.writing:
            self._pending.settled = self.text()
            self._held = None
            self._rest()

    @property
    def anew(self) -> bool:
        """Whether what is written takes the place of what stood in the cell."""
        return self.writing and self._anew

    def wanted_size(self, cell: QSize) -> QSize:
        """Return the size while writing, in a cell of the size ``cell``."""
        if self._single_line:
            return cell
        look = theme()
        lines = ceil(self.document().size().height())
        pad = 2 * ((look.px(36) - look.pitch(tokens.BASE_PX)) // 2)
        most = look.px(36) + 7 * look.pitch(tokens.BASE_PX)
        wide = max(cell.width(), look.px(280))
        return QSize(wide, min(max(cell.height(), lines + pad), most))

    # Resting and writing ------------------------------------------------------------------------

    def _begin(self, *, anew: bool) -> None:
        self._anew = anew
        self._typed = False
        self._held = None
        self.writing = True
        self._pending.settled = self._cell_text
        self.setCursorWidth(theme().px(2))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.turned.emit()
        self.update()

    def _rest(self) -> None:
        self.writing = False
        self._anew = False
        self._outside = None
        self._replace("")
        self._pending.settled = ""
        self._show_rest()
        self.turned.emit()

    def _show_rest(self) -> None:
        self.setCursorWidth(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.update()

    def _on_text(self) -> None:
        if self.text():
            if not self.writing:
                self._begin(anew=True)
            self._typed = True

    def _on_committed(self, text: str) -> None:
        if self._form in (ColumnForm.CHOICE, ColumnForm.WHOLE) and not self._flushing:
            self._held = text
        else:
            self._held = None
            self.written.emit(text)

    def flush(self) -> None:
        """Commit what is typed, an unfinished conversion and a half-typed choice included."""
        self._flushing = True
        try:
            super().flush()
        finally:
            self._flushing = False
        if self._held is not None:
            text, self._held = self._held, None
            self.written.emit(text)

    def leave(self, *, forward: bool) -> None:
        """Give the focus to what comes after the table, or before it."""
        self.finish()
        self.setTabChangesFocus(True)
        self.focusNextChild() if forward else self.focusPreviousChild()
        self.setTabChangesFocus(False)

    # Qt's own hooks -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the table take its keys; the rest is typed. All keys belong to a conversion."""
        if self.composing():
            return
        if self._on_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to write with the first letter of a conversion; one that is given up leaves all."""
        if event.preeditString() and not self.writing and not self.isReadOnly():
            self._begin(anew=True)
        super().inputMethodEvent(event)
        given_up = self.anew and not self._typed and not self.composing() and not self.text()
        if given_up:
            self.drop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Rest when the focus goes elsewhere, but not for a menu or the candidate window."""
        super().focusOutEvent(event)
        reason = Qt.FocusReason
        if event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason):
            self.finish()

    def _paint_box(self) -> None:
        """Paint a white cell with its blue frame while writing, and nothing at rest."""
        if not self.writing:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.GROUND))
        width = theme().px(2)
        painter.setPen(QPen(color(tokens.ACTION), width))
        half = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()
