"""Who the candidate is: face, invented name, age, and the words that sum the person up.

Owns the arrangement of these fields at the head of the editor. What is written is asked for by
signals.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Persona
from servicedesign.model.record import field_specs
from servicedesign.ui.marks import Sign
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.certainty_chip import CertaintyChip
from servicedesign.ui.widgets.evidence_cell import EvidenceCell
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import LABEL, NARROW, sources_width
from servicedesign.ui.widgets.int_field import IntField
from servicedesign.ui.widgets.mark import Mark
from servicedesign.ui.widgets.portrait import Portrait
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_SIDE = 112
_AGE = 104
_LEAST_AGE, _MOST_AGE = 0, 120


class IdentityForm(QWidget):
    """Portrait, name, reading, age and motto.

    Signals:
        written: a field of Persona, and its new value.
        face_asked: the portrait was pressed.
    """

    written = Signal(str, object)
    face_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make empty fields, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._narrow: bool | None = None
        self.portrait = Portrait(t("顔を選ぶ"), side=_SIDE, pressable=not reading)
        self.portrait.clicked.connect(self.face_asked)
        self.name = TextField(self._label("name"))
        self.kana = TextField(self._label("kana"))
        self.age = IntField(
            self._label("age"), t, minimum=_LEAST_AGE, maximum=_MOST_AGE, unit=t("歳")
        )
        self.motto = TextArea(self._label("motto"), rule=True)
        self.chip = CertaintyChip(self._label("motto"), t)
        self.cell = EvidenceCell(self._label("motto"), t)
        for name, field in (("name", self.name), ("kana", self.kana), ("motto", self.motto)):
            field.committed.connect(lambda text, key=name: self.written.emit(key, text))
        self.age.number_committed.connect(lambda number: self.written.emit("age", number))
        for field in (self.name, self.kana, self.age, self.motto):
            field.setReadOnly(reading)
        self._build()

    def _label(self, field: str) -> str:
        return self._t(field_specs(Persona)[field].label)

    def _build(self) -> None:
        look = theme()
        self._blocks = [
            FieldBlock(self._label(name), field)
            for name, field in (("name", self.name), ("kana", self.kana), ("age", self.age))
        ]
        self._motto = FieldBlock(self._label("motto"), self.motto)
        self._marks = QWidget()
        marks = QHBoxLayout(self._marks)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(look.px(12))
        marks.addWidget(self.chip)
        marks.addWidget(self.cell, 1)
        self._warning, self._warning_words = self._make_warning()
        self._names = QWidget()
        self._names_grid = QGridLayout(self._names)
        self._names_grid.setContentsMargins(0, 0, 0, look.px(8))
        self._names_grid.setHorizontalSpacing(0)
        self._names_grid.setVerticalSpacing(look.px(4))
        self._grid = QGridLayout(self)
        self._place_fixed()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(narrow=False)
        QWidget.setTabOrder(self.portrait, self.name)
        QWidget.setTabOrder(self.name, self.kana)
        QWidget.setTabOrder(self.kana, self.age)
        QWidget.setTabOrder(self.age, self.motto)

    def _make_warning(self) -> tuple[QWidget, TextLabel]:
        look, t = theme(), self._t
        warning = QWidget()
        row = QHBoxLayout(warning)
        row.setContentsMargins(look.px(INSET), look.px(6), 0, look.px(10))
        row.setSpacing(look.px(8))
        row.addWidget(Mark(Sign.LOOK, t("注意")), 0, Qt.AlignmentFlag.AlignTop)
        words = TextLabel(tone=tokens.TEXT, wrap=True)
        row.addWidget(words, 1)
        warning.hide()
        return warning, words

    def _place_fixed(self) -> None:
        look = theme()
        left = QVBoxLayout()
        left.setContentsMargins(look.px(INSET), 0, 0, 0)
        left.addWidget(self.portrait)
        left.addStretch(1)
        self._grid.setContentsMargins(0, look.px(16), 0, look.px(8))
        self._grid.setSpacing(0)
        self._grid.addLayout(left, 0, 0, 3, 1)
        self._grid.addWidget(self._names, 0, 1, 1, 3)
        self._grid.addWidget(self._warning, 1, 1, 1, 3)
        self._grid.setColumnMinimumWidth(0, look.px(LABEL))
        self._grid.setColumnStretch(1, 1)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        look, names, grid = theme(), self._names_grid, self._grid
        for block in self._blocks:
            names.removeWidget(block)
        name, kana, age = self._blocks
        age.setMaximumWidth(self._age_width())
        if narrow:
            names.addWidget(name, 0, 0, 1, 2)
            names.addWidget(kana, 1, 0)
            names.addWidget(age, 1, 1)
        else:
            for column, block in enumerate(self._blocks):
                names.addWidget(block, 0, column)
        for column, stretch in enumerate((1, 0, 0) if narrow else (5, 7, 0)):
            names.setColumnStretch(column, stretch)
        grid.removeWidget(self._motto)
        grid.removeWidget(self._marks)
        if narrow:
            grid.addWidget(self._motto, 3, 0, 1, 4)
            grid.addWidget(self._marks, 4, 0, 1, 4)
            self._marks.setContentsMargins(look.px(INSET), look.px(4), 0, 0)
        else:
            grid.addWidget(self._motto, 2, 1)
            grid.addWidget(self._marks, 2, 2, Qt.AlignmentFlag.AlignTop)
            self._marks.setContentsMargins(look.px(12), look.px(22 + 5), look.px(INSET), 0)
        self._fit_sources()

    def _age_width(self) -> int:
        """Return the width in px in which what is wrong with an age stands on one line."""
        look, t = theme(), self._t
        sentence = t("{low}から{high}まで", low=_LEAST_AGE, high=_MOST_AGE)
        words = QFontMetricsF(look.font()).horizontalAdvance(sentence)
        return max(look.px(_AGE), ceil(words) + look.px(INSET + 20 + 6))

    def _fit_sources(self) -> None:
        if self._narrow:
            self.cell.setMinimumWidth(0)
            self.cell.setMaximumWidth(16_777_215)
        else:
            self.cell.setFixedWidth(sources_width(self.width(), self._t))

    def minimumSizeHint(self) -> QSize:
        """Let the form become narrow: its parts then go below each other."""
        return QSize(theme().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < theme().px(NARROW))
        self._fit_sources()

    def show_persona(self, persona: Persona) -> None:
        """Show the fields of ``persona``; what is being typed is left alone."""
        self.name.set_text(persona.name)
        self.kana.set_text(persona.kana)
        self.age.set_number(persona.age)
        self.motto.set_text(persona.motto)

    def set_warning(self, sentence: str) -> None:
        """Say gently what is wrong with the name, or nothing when empty."""
        self._warning_words.setText(sentence)
        self._warning.setVisible(bool(sentence))
        self.name.setAccessibleDescription(sentence)

    def marks_hold(self, widget: QWidget) -> bool:
        """Tell whether ``widget`` is the mark or a source of the motto."""
        return self._marks.isAncestorOf(widget)
