"""Everything that is written of one deep-dive, as one page in the order of its sheet.

Owns the rows and what each shows. It writes nothing: what is typed and asked for goes out as
signals; the frames write by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import DeepDive, Group
from servicedesign.model.record import field_specs
from servicedesign.tools.deep_dive import actions
from servicedesign.tools.deep_dive.comment_list import CommentList
from servicedesign.tools.deep_dive.origin_line import OriginLine
from servicedesign.tools.deep_dive.suggestion_line import SuggestionLine
from servicedesign.tools.deep_dive.worry_list import WorryList
from servicedesign.ui.context import EditorContext
from servicedesign.ui.storyboard.storyboard import Storyboard, StoryboardWish
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.field_row import FieldRow
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.typing_edit import INSET

SUGGESTED = ("whose", "problem", "value")
"""Fields for which the chain may know something."""

_GROUP = 220
"""Most width of the list of groups in px at 100 %; a longer name ends in dots there."""


class DiveForm(QWidget):
    """The page.

    Attributes:
        title: the name of the idea.
        group: whose it is.
        areas: the fields of several lines, by field.
        origin: where it comes from.
        storyboard: the flow.
        worries: worries and answers.
        comments: what was asked and said.

    Signals:
        written: a field of DeepDive, and its text.
        taken: a field, and the words of a suggestion for it.
        group_chosen: the id of a group, or None.
    """

    written = Signal(str, str)
    taken = Signal(str, str)
    group_chosen = Signal(object)

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._context = context
        t = self.t = context.t
        reading = context.read_only
        self.title = TextField(self._label("title"), size=tokens.SECTION_PX, bold=True)
        self.title.committed.connect(lambda text: self.written.emit("title", text))
        self.title.setReadOnly(reading)
        self.group = Select(t("班"))
        self.group.setEnabled(not reading)
        self.group.setMaximumWidth(theme().px(_GROUP))
        self.group.activated.connect(lambda _: self.group_chosen.emit(self.group.value()))
        self.origin = OriginLine(t, reading=reading)
        self.areas: dict[str, TextArea] = {}
        self._offers: dict[str, SuggestionLine] = {}
        hint = t("3～5コマ。絵と、ひとことで")
        self.storyboard = Storyboard(
            context, StoryboardWish(t.context("storyboard", "流れ"), hint, actions.USUAL_FRAMES)
        )
        self.worries = WorryList(t, reading=reading)
        self.comments = CommentList(t, reading=reading)
        self._build()

    def _label(self, field: str) -> str:
        return self.t(field_specs(DeepDive)[field].label)

    # Building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = theme()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, look.px(8), 0, look.px(40))
        page.setSpacing(0)
        page.addWidget(self._head())
        page.addWidget(self.origin)
        page.addWidget(_inset(SectionRule()))
        for field in ("whose", "problem", "value"):
            page.addWidget(self._row(field))
        page.addSpacing(look.px(16))
        page.addWidget(_inset(self.storyboard, right=INSET))
        page.addSpacing(look.px(16))
        page.addWidget(_inset(SectionRule()))
        for field in ("people", "things", "rules", "partners"):
            page.addWidget(self._row(field))
        page.addWidget(FieldRow(self._label("worries"), self.worries, self.t, inset=False))
        page.addWidget(self._row("smallest_trial"))
        page.addWidget(
            FieldRow(self._label("comments"), self.comments, self.t, inset=False, line=False)
        )
        page.addStretch(1)

    def _head(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, theme().px(INSET), 0)
        grid.setHorizontalSpacing(theme().px(16))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(FieldBlock(self._label("title"), self.title), 0, 0, top)
        grid.addWidget(FieldBlock(self.t("班"), self.group), 0, 1, top)
        grid.setColumnStretch(0, 1)
        return holder

    def _row(self, field: str) -> FieldRow:
        area = TextArea(self._label(field))
        area.setReadOnly(self._context.read_only)
        area.committed.connect(lambda text: self.written.emit(field, text))
        self.areas[field] = area
        if field not in SUGGESTED:
            return FieldRow(self._label(field), area, self.t)
        offer = SuggestionLine(self.t)
        offer.taken.connect(lambda words: self.taken.emit(field, words))
        self._offers[field] = offer
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area)
        column.addWidget(offer)
        return FieldRow(self._label(field), holder, self.t, inset=False)

    # Showing ----------------------------------------------------------------------------------

    def show_dive(self, dive: DeepDive) -> None:
        """Show ``dive``; what is being typed is left alone."""
        self.title.set_text(dive.title)
        for field, area in self.areas.items():
            area.set_text(getattr(dive, field))
        self.worries.show_worries(dive.worries)
        self.comments.show_comments(dive.comments)
        self.group.set_value(dive.group_id)

    def show_groups(self, groups: Sequence[Group], chosen: str | None) -> None:
        """Offer ``groups``."""
        blocked = self.group.blockSignals(True)
        self.group.clear()
        self.group.add(None, self.t("班はまだ"))
        for group in groups:
            self.group.add(group.id, group.name.strip()[:30] or self.t("名前のない班"))
        self.group.blockSignals(blocked)
        self.group.set_value(chosen)

    def show_offers(self, offers: Mapping[str, Sequence[str]]) -> None:
        """Offer words for fields."""
        for field, line in self._offers.items():
            line.show_words(() if self._context.read_only else offers.get(field, ()))

    def offer(self, field: str) -> SuggestionLine:
        """Return what is offered for ``field``."""
        return self._offers[field]

    # Places -----------------------------------------------------------------------------------

    def go_to(self, field: str) -> bool:
        """Put the focus on ``field``; False when it has no place here."""
        if field == "worries":
            self.worries.go_to(0)
            return True
        if field == "comments":
            self.comments.go_to(-1)
            return True
        places: dict[str, QWidget] = {"title": self.title, "group_id": self.group, **self.areas}
        place = places.get(field)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        return place is not None

    def field_in_use(self) -> str:
        """Return the field of several lines that holds the focus, or empty."""
        return next((field for field, area in self.areas.items() if area.hasFocus()), "")


def _inset(part: QWidget, *, right: int = INSET) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().px(INSET), 0, theme().px(right), 0)
    row.addWidget(part)
    return holder
