"""One question with the words that came back and what was seen meanwhile.

Owns the row: its three fields, its number and time, and the warnings under them. What is typed and
asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import InterviewEntry
from servicedesign.model.record import field_specs
from servicedesign.tools.interview.actions import ENTRY_FIELDS
from servicedesign.tools.interview.answer_edit import GUTTER, AnswerEdit
from servicedesign.tools.interview.entry_field import EntryField
from servicedesign.tools.interview.hint_line import HintLine
from servicedesign.tools.interview.marked_words import Marked
from servicedesign.tools.personal_data import Hint
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.page_scroll import KEEP_WHOLE
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


@dataclass(frozen=True, slots=True)
class EntryState:
    """What a row shows.

    Attributes:
        entry: question, answer, observation, time.
        number: place in the talk, from 1.
        marks: findings marked in the answer.
        hints: by field, what might tell who someone is.
    """

    entry: InterviewEntry
    number: int
    marks: tuple[Marked, ...] = ()
    hints: Mapping[str, Sequence[Hint]] = field(default_factory=dict)


class EntryRow(QWidget):
    """A row.

    Signals:
        written: a field, its text, and when its first character came.
        ended: Enter was pressed in this field.
        guide_asked: a question from a guide is wanted here.
        move_asked: -1 or 1.
        place_changed: caret or selection of the answer moved.
    """

    written = Signal(str, str, object)
    ended = Signal(str)
    guide_asked = Signal()
    move_asked = Signal(int)
    place_changed = Signal()

    def __init__(
        self,
        t: Translator,
        clock: Callable[[], datetime],
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty row, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.setProperty(KEEP_WHOLE, True)
        self.t = t
        self._clock = clock
        self._state: EntryState | None = None
        self._began: datetime | None = None
        self._number = TextLabel(size=tokens.CONTENT_PX, bold=True, tone=tokens.ACTION)
        self._time = TextLabel(tone=tokens.SECOND_TEXT)
        self.question = EntryField(self._label("question"), placeholder=t("質問"), bold=True)
        self.answer = AnswerEdit(self._label("verbatim"), placeholder=t("話したままの言葉"))
        self.seen = EntryField(
            self._label("observation"), placeholder=t("見たこと・様子"), size=tokens.BASE_PX
        )
        self.fields: dict[str, EntryField] = dict(
            zip(ENTRY_FIELDS, (self.question, self.answer, self.seen), strict=True)
        )
        self._hints = {name: HintLine(t, left=INSET + GUTTER) for name in ENTRY_FIELDS}
        self._connect(reading=reading)
        self._build()

    def _label(self, name: str) -> str:
        return self.t(field_specs(InterviewEntry)[name].label)

    def _connect(self, *, reading: bool) -> None:
        for name, edit in self.fields.items():
            edit.setReadOnly(reading)
            edit.touched.connect(self._on_touched)
            edit.committed.connect(lambda text, key=name: self._on_committed(key, text))
            edit.ended.connect(lambda key=name: self.ended.emit(key))
            edit.move_asked.connect(self.move_asked)
        self.question.below_asked.connect(self.guide_asked)
        self.answer.place_changed.connect(self.place_changed)

    def _build(self) -> None:
        look = theme()
        self._number.setFixedWidth(look.px(GUTTER - INSET))
        self._time.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(8) + 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addLayout(_padded(self._number, left=INSET, top=6))
        head.addWidget(self.question, 1)
        head.addLayout(_padded(self._time, left=8, top=8, right=INSET))
        column.addLayout(head)
        column.addWidget(self._hints["question"])
        column.addWidget(self.answer)
        column.addWidget(self._hints["verbatim"])
        self._eye = _Eye()
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.seen, 1)
        column.addLayout(below)
        column.addWidget(self._hints["observation"])
        for one, other in zip((self.question, self.answer), (self.answer, self.seen), strict=True):
            QWidget.setTabOrder(one, other)

    # Showing ------------------------------------------------------------------------------------

    def show_entry(self, state: EntryState) -> None:
        """Show ``state``; what is being typed is left alone."""
        if state == self._state:
            return
        self._state = state
        entry, t = state.entry, self.t
        self._number.setText(str(state.number))
        self._time.setText(entry.noted_at)
        self._time.setAccessibleName(t("{time}に書いた", time=entry.noted_at))
        for name, edit in self.fields.items():
            edit.set_text(getattr(entry, name))
            label = t("{number}番の{field}", number=state.number, field=self._label(name))
            if edit.accessibleName() != label:
                edit.setAccessibleName(label)
            self._hints[name].show_hints(state.hints.get(name, ()), edit)
        warned = [(hint.start, hint.end) for hint in state.hints.get("verbatim", ())]
        self.answer.set_marks(entry.verbatim, state.marks, warned)

    def hint(self, name: str) -> str:
        """Return the warning under a field, or empty."""
        return self._hints[name].sentence()

    def field_of(self, widget: QWidget) -> str:
        """Return which of the fields ``widget`` is, or empty."""
        return next((name for name, edit in self.fields.items() if edit is widget), "")

    def composing(self) -> bool:
        """Tell whether an input method is at work in one of the fields."""
        return any(edit.composing() for edit in self.fields.values())

    # Writing ------------------------------------------------------------------------------------

    def _on_touched(self) -> None:
        if self._began is None:
            self._began = self._clock()

    def _on_committed(self, name: str, text: str) -> None:
        moment, self._began = self._began or self._clock(), None
        self.written.emit(name, text, moment)

    def minimumSizeHint(self) -> QSize:
        """Let the row become narrow; its fields wrap."""
        return QSize(theme().px(GUTTER + 120), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
        left = theme().px(INSET)
        painter.fillRect(
            left, self.height() - 1, self.width() - 2 * left, 1, color(tokens.HAIRLINE)
        )
        painter.end()


def _padded(part: QWidget, *, left: int, top: int, right: int = 0) -> QVBoxLayout:
    look, column = theme(), QVBoxLayout()
    column.setContentsMargins(look.px(left), look.px(top), look.px(right), 0)
    column.addWidget(part)
    column.addStretch(1)
    return column


class _Eye(QWidget):
    """The sign before what was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme().px(GUTTER), theme().px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(16)
        box = self.rect().adjusted(0, 0, 0, 0).toRectF()
        box.setRect(self.width() - look.px(8) - side + look.px(INSET), look.px(9), side, side)
        paint_icon(painter, "mdi6.eye-outline", box, color(tokens.SECOND_TEXT))
        painter.end()
