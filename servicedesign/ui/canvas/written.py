"""The note that is being written, painted over the others: large enough to be read.

Owns where it is seen and the field in it. Must not know what becomes of the words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPen

from servicedesign import tokens
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.fit import FOOT, INSET, TAG_LINE, TOP
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.canvas.note_field import NoteField
from servicedesign.ui.canvas.note_painter import paint_note
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from collections.abc import Callable

    from servicedesign.ui.canvas.canvas_view import CanvasView

LEAST_SCALE: Final = 0.75
"""A note is written at this scale at least, however far out the canvas is."""


class WrittenNote(QObject):
    """A note of the canvas, or one that is not there yet, with a field for its words.

    Attributes:
        field: where the words are typed.
    """

    def __init__(
        self, view: CanvasView, name: str, parted: Callable[[str], tuple[str, str]]
    ) -> None:
        """Write on ``view``; ``parted`` makes title and text of words."""
        super().__init__(view)
        self._view = view
        self._parted = parted
        self._look: NoteLook | None = None
        self._entry: Entry | None = None
        self.field = NoteField(name, view.viewport())
        self.field.textChanged.connect(self._on_typed)
        self.field.preedited.connect(self._on_typed)
        view.add_overlay(self._paint)
        view.moved.connect(self._place)
        view.viewport().installEventFilter(self)

    def look(self) -> NoteLook | None:
        """Return the note that is being written, with the words it had at the beginning."""
        return self._look

    def begin(self, look: NoteLook, words: str) -> None:
        """Write ``look``; ``words`` stand in the field."""
        self._look = look
        self._view.set_writing(look.id)
        self.field.set_text(words)
        self._on_typed()
        self._view.reveal_rect(self._board_rect())
        self._place()
        self.field.show()
        self.field.setFocus()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def follow(self, look: NoteLook) -> None:
        """Take colour, place or number as they now are."""
        self._look = look
        self._view.set_writing(look.id)
        self._on_typed()

    def end(self) -> None:
        """Write no more; what was typed must be committed before."""
        if self._look is None:
            return
        self._look = self._entry = None
        self._view.set_writing("")
        had_focus = self.field.hasFocus()
        self.field.hide()
        self.field.set_text("")
        if had_focus:
            self._view.setFocus()

    def rect(self) -> QRectF:
        """Return where the note is seen, in px of the view; null when none is written."""
        if self._entry is None:
            return QRectF()
        corner = self._view.to_view(self._entry.rect().topLeft())
        scale = self._scale()
        size = self._entry.rect().size() * scale
        return QRectF(corner, size)

    def _scale(self) -> float:
        return max(self._view.scale_now(), LEAST_SCALE)

    def _board_rect(self) -> QRectF:
        rect, now = self.rect(), self._view.scale_now()
        corner = self._view.to_board(rect.topLeft())
        return QRectF(corner, rect.size() / now)

    def _on_typed(self) -> None:
        if self._look is None:
            return
        title, text = self._parted(self.field.all_words())
        self._entry = Entry(replace(self._look, title=title, text=text))
        self._place()
        self._view.redraw_over()

    def _place(self) -> None:
        if self._entry is None:
            return
        scale, rect, look = self._scale(), self.rect(), self._entry.look
        fit = self._entry.fit()
        foot = (FOOT + (TAG_LINE if look.tags else 0)) * scale
        bottom = rect.bottom() - foot
        if look.picture:
            bottom = max(rect.top() + fit.picture_top * scale, rect.top() + (TOP + 30) * scale)
        left = rect.left() + INSET * scale
        width = (look.width - 2 * INSET) * scale
        top = rect.top() + TOP * scale
        self.field.place(QRectF(left, top, width, bottom - top + 4), fit.size, scale)

    def _paint(self, painter: QPainter) -> None:
        if self._entry is None:
            return
        rect = self.rect()
        x, y = round(rect.x()), round(rect.y())
        painter.save()
        painter.translate(x, y)
        paint_note(painter, self._entry, self._scale(), self._view.pictures, words=False)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens.ACTION), 2))
        painter.drawRoundedRect(
            QRectF(x, y, rect.width(), rect.height()).adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the view is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
