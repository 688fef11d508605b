"""Everything that is written of one candidate, as one page of rows.

Owns the rows and what each shows. It writes nothing: what is typed and asked for goes out as
signals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Certainty, EmpathyMap, Persona
from servicedesign.model.record import field_specs
from servicedesign.tools.persona import actions
from servicedesign.tools.persona.identity_form import IdentityForm
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.certainty_chip import CertaintyChip
from servicedesign.ui.widgets.evidence_cell import EvidenceCell, Lack
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.level_field import LevelField
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit

_LACKS = {Certainty.GUESS: Lack.GUESS, Certainty.FACT: Lack.UNFOUNDED}


class PersonaForm(QWidget):
    """The page.

    Signals:
        written: a field of Persona, and its new value.
        empathy_written: a field of EmpathyMap, and its text.
        turned: a field, and ``"fact"``, ``"guess"`` or None.
        source_asked: a field, and the id of the source to open.
        link_asked: a field whose evidence is to be chosen.
        face_asked: another face is wanted.
        peek_asked: a field whose sources are pointed at: their words are wanted beside it.
        peek_left: they are pointed at no longer.
        peek_ended: the words are to be put away at once.
        list_asked: a field whose words are to be gone into.
    """

    written = Signal(str, object)
    empathy_written = Signal(str, str)
    turned = Signal(str, object)
    source_asked = Signal(str, str)
    link_asked = Signal(str)
    face_asked = Signal()
    peek_asked = Signal(str)
    peek_left = Signal()
    peek_ended = Signal()
    list_asked = Signal(str)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty page, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self._rows: dict[str, FieldRow] = {}
        self._areas: dict[str, TypingEdit] = {}
        self._chips: dict[str, CertaintyChip] = {}
        self._cells: dict[str, EvidenceCell] = {}
        self._empathy: dict[str, TextArea] = {}
        self.identity = IdentityForm(t, reading=reading)
        self.identity.written.connect(self.written)
        self.identity.face_asked.connect(self.face_asked)
        self._bind("motto", self.identity.chip, self.identity.cell)
        self._skill = self._make_skill()
        look = theme()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, look.px(40))
        page.setSpacing(0)
        page.addWidget(self.identity)
        page.addWidget(_inset(SectionRule()))
        for row in self._make_rows():
            page.addWidget(row)
        page.addSpacing(look.px(32))
        self.empathy_section = self._make_empathy()
        page.addWidget(self.empathy_section)
        page.addStretch(1)

    # Building ---------------------------------------------------------------------------------

    def _label(self, field: str) -> str:
        return self._t(field_specs(Persona)[field].label)

    def _make_rows(self) -> Iterator[FieldRow]:
        tagline = TextField(self._label("tagline"), rule=False)
        yield self._row("tagline", tagline)
        for field in actions.STATEMENT_FIELDS:
            yield self._row(field, TextArea(self._label(field)), marked=True, founded=True)
            if field == "devices":
                yield self._row("digital_skill", self._skill, marked=True, founded=True)
        yield self._row("chosen_reason", TextArea(self._label("chosen_reason")), founded=True)

    def _row(
        self, field: str, control: QWidget, *, marked: bool = False, founded: bool = False
    ) -> FieldRow:
        label = self._label(field)
        chip = CertaintyChip(label, self._t) if marked else None
        cell = EvidenceCell(label, self._t) if founded else None
        self._bind(field, chip, cell)
        if isinstance(control, TypingEdit):
            control.setReadOnly(self._reading)
            control.committed.connect(lambda text: self.written.emit(field, text))
            self._areas[field] = control
        row = FieldRow(label, control, self._t, chip=chip, cell=cell)
        self._rows[field] = row
        return row

    def _bind(self, field: str, chip: CertaintyChip | None, cell: EvidenceCell | None) -> None:
        if chip is not None:
            chip.setEnabled(not self._reading)
            chip.turned.connect(lambda value: self.turned.emit(field, value))
            self._chips[field] = chip
        if cell is not None:
            cell.set_reading(self._reading)
            cell.source_asked.connect(lambda source: self.source_asked.emit(field, source))
            cell.list_asked.connect(lambda: self.list_asked.emit(field))
            cell.peek_asked.connect(lambda: self.peek_asked.emit(field))
            cell.peek_left.connect(self.peek_left)
            cell.peek_ended.connect(self.peek_ended)
            cell.link_asked.connect(lambda: self.link_asked.emit(field))
            self._cells[field] = cell

    def _make_skill(self) -> LevelField:
        t = self._t
        field = LevelField(self._label("digital_skill"), least=t("苦手"), most=t("得意"))
        field.set_reading(self._reading)
        field.level_chosen.connect(lambda level: self.written.emit("digital_skill", level))
        return field

    def _make_empathy(self) -> QWidget:
        t, section = self._t, QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_inset(SectionRule(t("共感マップ"))))
        words = t("この人の身になって書きます。書かなくてもかまいません。")
        note = TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True)
        note.setContentsMargins(theme().px(INSET), theme().px(8), 0, theme().px(4))
        column.addWidget(note)
        for field in actions.EMPATHY_FIELDS:
            label = self._t(field_specs(EmpathyMap)[field].label)
            area = TextArea(label)
            area.setReadOnly(self._reading)
            area.committed.connect(lambda text, key=field: self.empathy_written.emit(key, text))
            self._empathy[field] = area
            cell = EvidenceCell(label, self._t)
            self._bind(field, None, cell)
            row = FieldRow(label, area, self._t, cell=cell)
            self._rows[field] = row
            column.addWidget(row)
        return section

    # Showing ----------------------------------------------------------------------------------

    def show_persona(self, persona: Persona) -> None:
        """Show ``persona``; what is being typed is left alone."""
        self.identity.show_persona(persona)
        for field, area in self._areas.items():
            area.set_text(getattr(persona, field))
        self._skill.set_level(persona.digital_skill)
        for field, chip in self._chips.items():
            chip.set_value(actions.certainty_of(persona, field).value)
        t = self._t
        words = t("選んだ理由") if persona.chosen else t("選ぶとしたら、その理由")
        self._rows["chosen_reason"].set_label(words)

    def show_sources(self, persona: Persona, sources: Mapping[str, Sequence[SourceWords]]) -> None:
        """Show what each field of ``persona`` rests on, and where something is missing."""
        for field, cell in self._cells.items():
            lack = _LACKS.get(actions.certainty_of(persona, field), Lack.NOTHING)
            cell.show_sources(sources.get(field, ()), lack)

    def show_empathy(self, empathy: EmpathyMap | None) -> None:
        """Show the empathy map, or an empty one."""
        for field, area in self._empathy.items():
            area.set_text(getattr(empathy, field) if empathy is not None else "")

    def forget_errors(self) -> None:
        """Take the marks of wrong input away, before another candidate is shown."""
        self.identity.age.set_error("")

    # Places -----------------------------------------------------------------------------------

    def claims(self) -> Iterable[str]:
        """Return the fields that can rest on something, those of the empathy map too."""
        return self._cells.keys()

    def cell(self, field: str) -> EvidenceCell:
        """Return the sources of ``field``."""
        return self._cells[field]

    def empathy_top(self) -> int:
        """Return how far down the page the empathy map begins, in px."""
        return self.empathy_section.y()

    def field_of(self, focus: QWidget) -> str:
        """Return the field in whose row ``focus`` is, or empty."""
        if focus is self.identity.motto or self.identity.marks_hold(focus):
            return "motto"
        return next((field for field, row in self._rows.items() if row.isAncestorOf(focus)), "")

    def follow_focus(self, focus: QWidget) -> str:
        """Offer linking in the row that ``focus`` is in, and return its field or empty."""
        focused = self.field_of(focus)
        for field, row in self._rows.items():
            row.set_focused(field == focused)
        self.identity.cell.set_active(focused == "motto")
        return focused

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        identity = self.identity
        places: dict[str, QWidget] = {
            "name": identity.name,
            "kana": identity.kana,
            "age": identity.age,
            "motto": identity.motto,
            "face": identity.portrait,
            "digital_skill": self._skill,
            **self._areas,
        }
        return _focus(places.get(field))

    def go_to_empathy(self, field: str) -> bool:
        """Put the focus on a field of the empathy map, the first one when empty."""
        return _focus(self._empathy.get(field or actions.EMPATHY_FIELDS[0]))

    def focus_link(self, field: str) -> None:
        """Put the focus back to where linking was asked for."""
        self._cells[field].focus_link()


def _focus(place: QWidget | None) -> bool:
    if place is None:
        return False
    place.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _inset(part: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().px(INSET), 0, theme().px(INSET), 0)
    row.addWidget(part)
    return holder
