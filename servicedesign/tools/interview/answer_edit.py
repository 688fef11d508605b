"""The answer as it was spoken, with the findings marked in it.

Owns how marks and warnings show in the text, and what is selected. What a mark is and where it
stands is told by the project; between two commits the marks follow what is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.tools.interview.entry_field import EntryField
from servicedesign.tools.interview.finding_signs import GROUNDS, paint_finding, paint_line
from servicedesign.tools.interview.marked_words import (
    Marked,
    Stretch,
    characters,
    stretches,
    units,
)
from servicedesign.tools.interview.shifting import Span, shift_marks
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.typing_edit import INSET

GUTTER: Final = 60
"""Room left of the words for the sign and number of what is marked, in px at 100 %."""


class AnswerEdit(EntryField):
    """Text with marks.

    Signals:
        place_changed: caret or selection moved.
    """

    place_changed = Signal()

    def __init__(self, name: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make an empty answer named ``name``."""
        super().__init__(name, placeholder=placeholder, parent=parent)
        look = theme()
        down = look.px(6)
        self.setViewportMargins(look.px(INSET + GUTTER), down, look.px(INSET), down)
        self.setMinimumWidth(look.px(GUTTER + 96 + 2 * INSET))
        self._marks: tuple[Marked, ...] = ()
        self._warned: tuple[Span, ...] = ()
        self._text = ""
        self._shown: tuple[str, list[Span | None]] = ("", [])
        self.selectionChanged.connect(self.place_changed)
        self.cursorPositionChanged.connect(self.place_changed)
        self.cursorPositionChanged.connect(self._repaint)
        self.document().documentLayout().update.connect(self._repaint)

    # Marks --------------------------------------------------------------------------------------

    def set_marks(self, text: str, marks: Sequence[Marked], warned: Sequence[Span] = ()) -> None:
        """Show ``marks`` and what is ``warned`` of, places in ``text`` as the project has it."""
        state = (text, tuple(marks), tuple(warned))
        if state != (self._text, self._marks, self._warned):
            self._text, self._marks, self._warned = state
            self._shown = ("", [])
            self._repaint()

    def marks(self) -> tuple[Marked, ...]:
        """Return what is marked."""
        return self._marks

    def mark_at_caret(self) -> Marked | None:
        """Return the shortest mark that the caret or the whole selection is in, or None."""
        span = self.selection()
        place = self._place() if span is None else 0
        around = []
        for mark, where in self._spans():
            inside = where[0] <= place <= where[1] if span is None else where == span
            if inside:
                around.append((where[1] - where[0], mark))
        return min(around, key=lambda pair: pair[0])[1] if around else None

    def selection(self) -> Span | None:
        """Return the characters that are selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        text = self.text()
        return (
            characters(text, cursor.selectionStart()),
            characters(text, cursor.selectionEnd()),
        )

    def caret(self) -> int:
        """Return the character that the caret stands before."""
        return self._place()

    def _place(self) -> int:
        return characters(self.text(), self.textCursor().position())

    def show_place(self, place: int) -> None:
        """Put the caret before character ``place``."""
        cursor = self.textCursor()
        cursor.setPosition(units(self.text(), min(place, len(self.text()))))
        self.setTextCursor(cursor)

    def select(self, span: Span) -> None:
        """Select the characters of ``span``."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(units(text, span[0]))
        cursor.setPosition(units(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def place_rect(self, place: int) -> QRectF:
        """Return where character ``place`` stands, in the field's own px."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(self.text(), min(place, len(self.text()))))
        box = QRectF(self.cursorRect(cursor))
        return box.translated(self.viewport().pos().toPointF())

    def _spans(self) -> list[tuple[Marked, Span]]:
        """Return the marks with where they stand in what is typed now."""
        text = self.text()
        if self._shown[0] != text or len(self._shown[1]) != len(self._marks):
            spans = [mark.span for mark in self._marks]
            moved: list[Span | None] = [*spans]
            if text != self._text:
                moved = shift_marks(self._text, text, spans)
            self._shown = (text, moved)
        pairs = zip(self._marks, self._shown[1], strict=True)
        return [(mark, span) for mark, span in pairs if span is not None]

    # Painting -----------------------------------------------------------------------------------

    def _repaint(self, *_: object) -> None:
        self.viewport().update()
        self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell of the first character as soon as it is being composed."""
        if event.preeditString() or event.commitString():
            self.touched.emit()
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds behind the words, then the words, then the lines under them."""
        drawn = [(mark, self._stretches(span)) for mark, span in self._spans()]
        painter = QPainter(self.viewport())
        for mark, parts in drawn:
            for part in parts:
                painter.fillRect(_behind(part), GROUNDS[mark.kind])
        painter.end()
        super().paintEvent(event)
        current = self.mark_at_caret() if self.hasFocus() else None
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, parts in drawn:
            chosen = current is not None and mark.finding_id == current.finding_id
            tone = tokens.ACTION if chosen else tokens.SECOND_TEXT
            for part in parts:
                y = _under(part)
                paint_line(painter, mark.kind, part.box.left(), part.box.right(), y, tone=tone)
        if self.text() == self._text:
            for span in self._warned:
                for part in self._stretches(span):
                    _paint_wave(painter, part)
        painter.end()

    def _stretches(self, span: Span) -> list[Stretch]:
        text = self.text()
        return list(stretches(self.document(), units(text, span[0]), units(text, span[1])))

    def _paint_box(self) -> None:
        super()._paint_box()
        heads = []
        for mark, span in self._spans():
            parts = self._stretches(span)
            if parts:
                heads.append((parts[0].box.top(), parts[0].baseline, mark))
        heads.sort(key=lambda head: head[0])
        painter = QPainter(self)
        top = self.viewport().pos().y()
        for _, group in groupby(heads, key=lambda head: round(head[0])):
            same = list(group)
            self._paint_heads(painter, [mark for *_, mark in same], top + same[0][1])
        painter.end()

    def _paint_heads(self, painter: QPainter, marks: Sequence[Marked], baseline: float) -> None:
        """Paint sign and number of what is marked on one line, the signs alone where many are."""
        look = theme()
        side = look.px(12)
        right = float(look.px(INSET + GUTTER - 8))
        middle = baseline - look.px(5)
        alone = len(marks) == 1
        if alone and marks[0].tag:
            painter.setFont(look.font())
            painter.setPen(color(tokens.SECOND_TEXT))
            metrics = painter.fontMetrics()
            room = right - look.px(INSET - 4) - side - look.px(4)
            tag = marks[0].tag
            if metrics.horizontalAdvance(tag) > room:  # its number says most
                tag = "".join(letter for letter in tag if letter.isdigit()) or tag
            tag = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, int(room))
            wide = float(metrics.horizontalAdvance(tag))
            pitch = look.pitch(tokens.BASE_PX)
            box = QRectF(right - wide, middle - pitch / 2, wide + 1, pitch)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), tag)
            right -= wide + look.px(4)
        for mark in reversed(marks[:3]):
            box = QRectF(right - side, middle - side / 2, side, side)
            paint_finding(painter, mark.kind, box, color(tokens.TEXT))
            right -= side + look.px(3)


def _behind(part: Stretch) -> QRectF:
    look = theme()
    top = part.baseline - look.px(15)
    return QRectF(part.box.left(), top, part.box.width(), look.px(21))


def _under(part: Stretch) -> float:
    return part.baseline + theme().px(4)


def _paint_wave(painter: QPainter, part: Stretch) -> None:
    """Paint a wavy amber line: something here should be looked at."""
    look = theme()
    step, y = look.px(4), part.baseline + look.px(5)
    path = QPainterPath(part.box.bottomLeft())
    path.moveTo(part.box.left(), y)
    x, up = part.box.left(), True
    while x < part.box.right():
        bend = y - step / 2 if up else y + step / 2
        path.quadTo(x + step / 2, bend, x + step, y)
        x, up = x + step, not up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(tokens.WARNING), max(1.5, look.px(1.5))))
    painter.drawPath(path)
