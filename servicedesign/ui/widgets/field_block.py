"""A field with its label above and, when it is wrong, one sentence below.

Owns their arrangement.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit


class FieldBlock(QWidget):
    """Label, field, error. The label stands in line with the field's text."""

    def __init__(
        self, label: str, field: QWidget, *, indent: bool = False, parent: QWidget | None = None
    ) -> None:
        """Arrange ``field`` (a TypingEdit or any control) under ``label``, which may be empty.

        With ``indent`` a control stands in line with the text of typed fields above and below.
        """
        super().__init__(parent)
        look = theme()
        typed = isinstance(field, TypingEdit)
        inset = look.px(INSET) if typed or indent else 0
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        title = TextLabel(label, tone=tokens.SECOND_TEXT)
        title.setContentsMargins(inset, 0, 0, 0)
        title.setBuddy(field)
        box.addWidget(title)
        if not label:
            title.hide()
        if typed:
            box.addWidget(field)
        else:
            box.addSpacing(look.px(4))
            row = QHBoxLayout()
            row.setContentsMargins(inset, 0, 0, 0)
            row.addWidget(field)
            row.addStretch(1)
            box.addLayout(row)
        self._error = _ErrorLine(inset)
        box.addWidget(self._error)
        self._error.hide()
        box.addStretch(1)
        if isinstance(field, TypingEdit):
            field.error_changed.connect(self._on_error)
            self._on_error(field.error())

    def _on_error(self, sentence: str) -> None:
        self._error.show_sentence(sentence)


class _ErrorLine(QWidget):
    """An icon and a sentence in red."""

    def __init__(self, inset: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        look = theme()
        self._left = inset
        row.setContentsMargins(inset + look.px(20), look.px(4), 0, 0)
        self._label = TextLabel(tone=tokens.ERROR, wrap=True)
        row.addWidget(self._label)

    def show_sentence(self, sentence: str) -> None:
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        place = QRectF(self._left, look.px(4 + 3), look.px(16), look.px(16))
        paint_icon(painter, "mdi6.alert-circle-outline", place, color(tokens.ERROR))
        painter.end()
