"""Everything that is written of one version, as one page in the order of its card.

Owns the rows and what each shows. It writes nothing: what is typed and asked for goes out as
signals; the frames write by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.prototype import Prototype, PrototypeForm, PrototypeVersion
from servicedesign.model.record import field_specs
from servicedesign.tools.prototype import actions
from servicedesign.ui.context import EditorContext
from servicedesign.ui.source_words import SourceWords
from servicedesign.ui.storyboard.storyboard import Storyboard, StoryboardWish
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.evidence_flow import EvidenceFlow
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.typing_edit import INSET

_CAUSE = 420
"""Most width of the list of tests in px at 100 %."""


def form_words(t: Translator) -> dict[PrototypeForm, str]:
    """Return what a prototype is made of, in words."""
    return {
        PrototypeForm.DRAWING: t.context("prototype form", "図上"),
        PrototypeForm.PAPER: t.context("prototype form", "紙"),
        PrototypeForm.ACTING: t.context("prototype form", "演技"),
        PrototypeForm.SCREEN: t.context("prototype form", "画面"),
    }


class CardForm(QWidget):
    """The page of the card.

    Attributes:
        name: of the prototype.
        areas: the typed fields of the version, by field.
        forms: the ticks, by form.
        cause: which test made the version change.
        storyboard: the frames.
        grounds: what the version rests on.

    Signals:
        named: the name of the prototype.
        written: a field of PrototypeVersion, and its text.
        form_ticked: a form, and whether it is used.
        cause_chosen: the id of a test, or None.
    """

    named = Signal(str)
    written = Signal(str, str)
    form_ticked = Signal(str, bool)
    cause_chosen = Signal(object)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._context = context
        t = self.t = context.t
        reading = context.read_only
        self.name = TextField(self._label("name"), size=tokens.SECTION_PX, bold=True)
        self.name.committed.connect(self.named)
        self.name.setReadOnly(reading)
        self.areas: dict[str, TextArea] = {}
        self.forms: dict[PrototypeForm, CheckBox] = {}
        self.cause = Select(self._label("cause_session_id"))
        self.cause.setMaximumWidth(theme().px(_CAUSE))
        self.cause.setEnabled(not reading)
        self.cause.activated.connect(lambda _: self.cause_chosen.emit(self.cause.value()))
        self.grounds = EvidenceFlow(t)
        self.grounds.set_reading(reading)
        hint = t("4～8コマ。絵と、ひとことで")
        wish = StoryboardWish(t("ストーリーボード"), hint, actions.USUAL_FRAMES)
        self.storyboard = Storyboard(context, wish)
        self._build()

    def _label(self, field: str) -> str:
        owner = Prototype if field == "name" else PrototypeVersion
        return self.t(field_specs(owner)[field].label)

    def _build(self) -> None:
        look = theme()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(8), 0, look.px(40))
        page.setSpacing(0)
        page.addWidget(_inset(FieldBlock(self._label("name"), self.name), left=0))
        for field in ("hypothesis", "to_find_out"):
            page.addWidget(self._row(field))
        page.addWidget(FieldRow(self._label("forms"), self._ticks(), self.t))
        page.addSpacing(look.px(16))
        page.addWidget(_inset(self.storyboard))
        page.addSpacing(look.px(16))
        page.addWidget(_inset(SectionRule()))
        for field in ("cost", "effort", "partner", "based_on"):
            page.addWidget(self._row(field))
        self._changes = (
            self._row("changes"),
            FieldRow(self._label("cause_session_id"), self.cause, self.t),
        )
        for row in self._changes:
            page.addWidget(row)
        page.addWidget(FieldRow(self.t("根拠"), self.grounds, self.t, line=False))
        page.addStretch(1)

    def _row(self, field: str) -> FieldRow:
        area = TextArea(self._label(field))
        area.setReadOnly(self._context.read_only)
        area.committed.connect(lambda text: self.written.emit(field, text))
        self.areas[field] = area
        return FieldRow(self._label(field), area, self.t)

    def _ticks(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, gap=16)
        for form, words in form_words(self.t).items():
            box = CheckBox(words)
            box.setEnabled(not self._context.read_only)
            box.toggled.connect(lambda on, one=form: self.form_ticked.emit(str(one), on))
            self.forms[form] = box
            row.addWidget(box)
        return holder

    # Showing ----------------------------------------------------------------------------------

    def show_version(self, prototype: Prototype, version: PrototypeVersion, first: bool) -> None:
        """Show a version; the ``first`` one says nothing of what changed."""
        self.name.set_text(prototype.name)
        for field, area in self.areas.items():
            area.set_text(getattr(version, field))
        for form, box in self.forms.items():
            blocked = box.blockSignals(True)
            box.setChecked(form in version.forms)
            box.blockSignals(blocked)
            box.update()
        for row in self._changes:
            row.setVisible(not first)

    def show_causes(self, causes: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer tests, ids with words."""
        shown = [(None, self.t("えらんでいません")), *causes]
        if [self.cause.itemText(n) for n in range(self.cause.count())] != [w for _, w in shown]:
            blocked = self.cause.blockSignals(True)
            self.cause.clear()
            for value, words in shown:
                self.cause.add(value, words)
            self.cause.blockSignals(blocked)
        self.cause.set_value(chosen)

    def show_grounds(self, sources: Sequence[SourceWords]) -> None:
        """Show what the version rests on."""
        self.grounds.show_sources(sources)

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        places: dict[str, QWidget] = {
            "name": self.name,
            "cause_session_id": self.cause,
            "forms": self.forms[PrototypeForm.DRAWING],
            **self.areas,
        }
        place = places.get(field)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        return place is not None

    def field_in_use(self) -> str:
        """Return the typed field that holds the focus, or empty."""
        return next((field for field, area in self.areas.items() if area.hasFocus()), "")


def _inset(part: QWidget, *, left: int = INSET) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().px(left), 0, theme().px(INSET), 0)
    row.addWidget(part)
    return holder
