"""The head of a note: number, how, when, where, who, and whether the person agreed.

Owns these fields and their arrangement. What is written is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import Consent, Interview, SourceMethod
from servicedesign.model.record import field_specs
from servicedesign.tools.interview.hint_line import HintLine
from servicedesign.tools.interview.words import consent_words, method_words
from servicedesign.tools.personal_data import Hint
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.date_field import DateField
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit

_NARROW: Final = 560
"""Width in px at 100 % under which two fields stand in a line and no more."""

_WIDE_ROWS: Final = (
    (("code", 2), ("date", 6), ("place", 4)),
    (("person", 12),),
    (("interviewer", 6), ("recorder", 6)),
)
_NARROW_ROWS: Final = (
    (("code", 4), ("date", 8)),
    (("place", 12),),
    (("person", 12),),
    (("interviewer", 6), ("recorder", 6)),
)
_SWITCHES_BESIDE: Final = ((("method", 6), ("consent", 6)),)
_SWITCHES_BELOW: Final = ((("method", 12),), (("consent", 12),))
"""Which fields stand in a line, and how many of twelve columns each takes."""


class HeadForm(QWidget):
    """The fields.

    Signals:
        written: a field of Interview, and its text.
        method_chosen: the value of a ``SourceMethod``.
        consent_chosen: the value of a ``Consent``.
    """

    written = Signal(str, str)
    method_chosen = Signal(str)
    consent_chosen = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make empty fields, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._arranged: tuple[bool, bool] | None = None
        self.date = DateField(self._label("date"), t)
        self.date.date_committed.connect(lambda iso: self.written.emit("date", iso))
        self.texts: dict[str, TypingEdit] = {
            "code": TextField(self._label("code"), bold=True),
            "place": TextField(self._label("place")),
            "person": TextArea(
                self._label("person"), rule=True, placeholder=t("例：30代、3歳の子と2人暮らし")
            ),
            "interviewer": TextField(self._label("interviewer")),
            "recorder": TextField(self._label("recorder")),
        }
        for name, edit in self.texts.items():
            edit.committed.connect(lambda text, key=name: self.written.emit(key, text))
        self.method = _switch(self._label("method"), method_words(t))
        self.method.chosen.connect(self.method_chosen)
        self.consent = _switch(self._label("consent"), consent_words(t))
        self.consent.chosen.connect(self.consent_chosen)
        self._missing = HintLine(t, left=INSET)
        self._personal = HintLine(t, left=INSET)
        for edit in (self.date, *self.texts.values()):
            edit.setReadOnly(reading)
        for switch in (self.method, self.consent):
            switch.setEnabled(not reading)
        self._build()

    def _label(self, name: str) -> str:
        return self.t(field_specs(Interview)[name].label)

    def _parts(self) -> dict[str, QWidget]:
        return {**self.texts, "date": self.date, "method": self.method, "consent": self.consent}

    def _build(self) -> None:
        look = theme()
        self._blocks = {
            name: FieldBlock(self._label(name), part, indent=True)
            for name, part in self._parts().items()
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.px(16), 0, look.px(8))
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(look.px(8))
        for column in range(12):
            self._grid.setColumnStretch(column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(narrow=False, beside=True)

    def _arrange(self, *, narrow: bool, beside: bool) -> None:
        if (narrow, beside) == self._arranged:
            return
        self._arranged = (narrow, beside)
        while self._grid.count():
            self._grid.takeAt(0)
        line = 0
        before: QWidget | None = None
        switches = _SWITCHES_BESIDE if beside else _SWITCHES_BELOW
        for row in (*(_NARROW_ROWS if narrow else _WIDE_ROWS), *switches):
            column = 0
            for name, span in row:
                top = Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(self._blocks[name], line, column, 1, span, top)
                column += span
                part = self._parts()[name]
                if before is not None:
                    QWidget.setTabOrder(before, part)
                before = part
                after = {"person": self._personal, "consent": self._missing}.get(name)
                if after is not None:
                    line += 1
                    self._grid.addWidget(after, line, 0, 1, 12)
            line += 1

    def minimumSizeHint(self) -> QSize:
        """Let the form become narrow: its fields then stand below each other."""
        return QSize(theme().px(320), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        half = (self.width() - theme().px(INSET)) // 2
        widest = max(part.sizeHint().width() for part in (self.method, self.consent))
        beside = widest + theme().px(INSET) <= half
        self._arrange(narrow=self.width() < theme().px(_NARROW), beside=beside)

    # Showing ------------------------------------------------------------------------------------

    def show_interview(
        self, interview: Interview, hints: Sequence[Hint], *, consent_missing: bool
    ) -> None:
        """Show ``interview``; what is being typed is left alone."""
        for name, edit in self.texts.items():
            edit.set_text(getattr(interview, name))
        self.date.set_date(interview.date)
        self.method.set_value(interview.method.value)
        self.consent.set_value(interview.consent.value)
        self._personal.show_hints(hints, self.texts["person"])
        sentence = self.t("同意がまだです。言葉を使ってよいか、本人に聞きましょう。")
        self._missing.say(sentence if consent_missing else "")

    def warnings(self) -> tuple[str, ...]:
        """Return what is gently said here."""
        lines = (self._personal, self._missing)
        return tuple(line.sentence() for line in lines if line.sentence())

    def forget_errors(self) -> None:
        """Take the marks of wrong input away, before another source is shown."""
        self.date.set_error("")

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        part = self._parts().get(field)
        if part is None:
            return False
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _switch(name: str, words: dict[SourceMethod, str] | dict[Consent, str]) -> ChoiceSwitch:
    return ChoiceSwitch(name, [Choice(value.value, word) for value, word in words.items()])
