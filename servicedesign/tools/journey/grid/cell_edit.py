"""The one field of a map: invisible on the chosen card until something is typed.

Owns typing, conversions and the passage between resting and writing. It rests with no text and
holds the focus, so that the first letter of a conversion is not lost. Where it stands and what its
text is written to is the grid's.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import color
from servicedesign.ui.widgets.typing_edit import TypingEdit

KeyHandler = Callable[[QKeyEvent, bool], bool]
"""Takes a key and whether the field is being written in; tells whether it was used."""

_NOTHING = QRegion(-1, -1, 1, 1)


class CellEdit(TypingEdit):
    """The field on the chosen card.

    Signals:
        began: something is being written from now on.
        ended: the field rests again.
        grown: the text became higher or lower.
        menu_asked: the menu key was pressed.
        entered: the focus came.
        left: the focus went.
    """

    began = Signal()
    ended = Signal()
    grown = Signal()
    menu_asked = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, on_key: KeyHandler, take: Callable[[str], bool], parent: QWidget) -> None:
        """Make a resting field.

        Args:
            on_key: asked first for every key.
            take: asked what comes in at once, whether it is something else than text (a level).
            parent: the grid.
        """
        super().__init__("", single_line=False, rule=False, size=tokens.BASE_PX, parent=parent)
        self._on_key = on_key
        self._take = take
        self._writing = False
        self._anew = False
        self._before = ""
        self._typed = False
        self._pitch = 0.0
        self._height = 0
        self.setProperty(NO_RING, True)
        self.setTabChangesFocus(False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setCursorWidth(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.document().documentLayout().documentSizeChanged.connect(self._note_height)
        self.textChanged.connect(self._note_typed)

    # Resting and writing ----------------------------------------------------------------------

    def writing(self) -> bool:
        """Tell whether something is being written."""
        return self._writing

    def anew(self) -> bool:
        """Tell whether what is written replaces what stood there."""
        return self._anew

    def aim(self, text: str, name: str) -> None:
        """Point the resting field at a card with ``text``, called ``name`` by screen readers."""
        self._before = text
        if self.accessibleName() != name:
            self.setAccessibleName(name)

    def before(self) -> str:
        """Return the text of the card as it was when last heard of."""
        return self._before

    def begin(self, *, anew: bool) -> None:
        """Begin to write: on, at the end of what stands there, or anew."""
        if self._writing or self.isReadOnly():
            return
        self._writing, self._anew, self._typed = True, anew, False
        self._pending.settled = self._before
        if not anew:
            self._replace(self._before)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setCursorWidth(2)
        self.began.emit()
        self.update()

    def rest(self) -> None:
        """Commit what is typed, an unfinished conversion included, and rest."""
        if not self._writing:
            return
        self.flush()
        self._calm()

    def show_from_outside(self, text: str) -> None:
        """Take over what the card says now; typed or half-converted text is left alone."""
        self._before = text
        if self._writing:
            self.set_text(text)

    def drop(self) -> None:
        """Rest without committing: what was typed has been taken as something else."""
        if self._writing:
            self._calm()

    def _calm(self) -> None:
        self._writing = self._anew = False
        self._outside = None
        self._pending.settled = ""
        self._replace("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursorWidth(0)
        self.ended.emit()
        self.update()

    def flush(self) -> None:
        """Commit what is typed; at rest there is nothing."""
        if not self._writing:
            return
        super().flush()
        if self._writing:
            self._before = self.text()

    # Place and type ---------------------------------------------------------------------------

    def set_type(self, font: QFont, pitch: float, *, centred: bool = False) -> None:
        """Write in ``font`` with lines ``pitch`` px apart."""
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        same = self.font() == font and self._pitch == pitch and option.alignment() == align
        if same:
            return
        self._pitch = pitch
        self.setFont(font)
        option.setAlignment(align)
        self.document().setDefaultTextOption(option)
        line = QTextBlockFormat()
        line.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        self.setViewportMargins(0, 0, 0, 0)

    def place(self, rect: QRect, seen: QRect) -> None:
        """Stand at ``rect``, of which only ``seen`` is in sight; both in the parent's px."""
        if self.geometry() != rect:
            self.setGeometry(rect)
        part = rect & seen
        if part == rect:
            self.clearMask()
        elif part.isEmpty():
            self.setMask(_NOTHING)
        else:
            self.setMask(QRegion(part.translated(-rect.topLeft())))

    def text_height(self) -> int:
        """Return the height of what is written, in px."""
        return max(ceil(self._pitch), ceil(self.document().size().height()))

    def _note_typed(self) -> None:
        self._typed = self._typed or bool(self.text())

    def _note_height(self) -> None:
        height = self.text_height()
        if self._writing and height != self._height:
            self._height = height
            self.grown.emit()

    # Qt's own hooks ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the grid first; what is typed at rest is written anew."""
        if self.composing():
            return
        if self._on_key(event, self._writing):
            event.accept()
            return
        if self._writing:
            super().keyPressEvent(event)
            return
        if event.text().isprintable() and event.text() and not _with_command(event):
            self.begin(anew=True)
            super().keyPressEvent(event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin with the first letter of a conversion; one that is given up leaves no trace."""
        if self.isReadOnly():
            return
        fresh = not self._writing and bool(event.preeditString() or event.commitString())
        if fresh and not event.preeditString() and self._take(event.commitString()):
            return
        if fresh:
            self.begin(anew=True)
        super().inputMethodEvent(event)
        given_up = self._anew and not self._typed and not self.composing()
        if self._writing and given_up:
            self._calm()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Rest when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        reason = Qt.FocusReason
        if event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason):
            self.rest()
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that keys come here."""
        super().focusInEvent(event)
        self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is the grid's; while writing there is none, so that no text is lost."""
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words while they are written, else nothing."""
        if self._writing:
            super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Tab for the grid."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().event(event)

    def _paint_box(self) -> None:
        if self._writing:
            painter = QPainter(self)
            painter.fillRect(self.rect(), color(tokens.GROUND))
            painter.end()


def _with_command(event: QKeyEvent) -> bool:
    """Tell whether Ctrl or Alt is held; both together are AltGr, which types letters."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control is not bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
