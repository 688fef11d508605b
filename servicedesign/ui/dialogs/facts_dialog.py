"""The facts of a project: names, theme, period, kind, goal.

Owns the form, made from a table. What is typed is written at once, as everywhere.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from servicedesign.model.project import ProjectInfo, ServiceKind
from servicedesign.model.record import field_specs
from servicedesign.tools import project_facts
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.date_field import DateField
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField

_LAYOUT = (("service_name",), ("organisation", "section"), ("theme",), ("goal",))
_DATES = ("period_start", "period_end")


class FactsDialog(BaseDialog):
    """The form."""

    def __init__(self, context: EditorContext, parent: QWidget | None, field: str = "") -> None:
        """Show the facts of the project of ``context``, to be written from ``field`` on."""
        super().__init__(context.t("基本の事項"), parent, width=680)
        self._context = context
        self._fields: dict[str, TextField | TextArea] = {}
        self._dates: dict[str, DateField] = {}
        look = theme()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, look.px(4), look.px(8), look.px(4))
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(12))
        for row, names in enumerate(_LAYOUT):
            span = 2 // len(names)
            for column, name in enumerate(names):
                grid.addWidget(self._block(name), row, column * span, 1, span)
        for column, name in enumerate(_DATES):
            grid.addWidget(self._date_block(name), len(_LAYOUT), column)
        grid.addWidget(self._kind_block(), len(_LAYOUT) + 1, 0, 1, 2)
        grid.setRowStretch(len(_LAYOUT) + 2, 1)
        scroll = PageScroll(page)
        scroll.setMinimumHeight(look.px(476))
        self.body.addWidget(scroll, 1)
        done = PrimaryButton(context.t("閉じる"), key="Esc")
        done.clicked.connect(self.accept)
        self.add_button(done)
        context.hub.changed.connect(self._refresh)
        self._refresh()
        wanted = self._fields.get(field) or self._dates.get(field)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, name: str) -> str:
        return self._context.t(field_specs(ProjectInfo)[name].label)

    def _block(self, name: str) -> FieldBlock:
        long = field_specs(ProjectInfo)[name].long
        label = self._label(name)
        field = TextArea(label, rule=True, min_lines=1) if long else TextField(label)
        field.setReadOnly(self._context.read_only)
        field.committed.connect(
            lambda text, key=name: project_facts.write_fact(self._context.project, key, text)
        )
        self._fields[name] = field
        return FieldBlock(label, field)

    def _date_block(self, name: str) -> FieldBlock:
        field = DateField(self._label(name), self._context.t)
        field.setReadOnly(self._context.read_only)
        field.date_committed.connect(
            lambda iso, key=name: project_facts.write_fact(self._context.project, key, iso)
        )
        self._dates[name] = field
        return FieldBlock(self._label(name), field)

    def _kind_block(self) -> FieldBlock:
        t = self._context.t
        label = self._label("service_kind")
        choices = [Choice(kind.value, t(word)) for kind, word in project_facts.KIND_WORDS.items()]
        self._kind = ChoiceSwitch(label, choices)
        self._kind.setEnabled(not self._context.read_only)
        self._kind.chosen.connect(
            lambda value: project_facts.choose_service_kind(
                self._context.project, ServiceKind(value)
            )
        )
        return FieldBlock(label, self._kind, indent=True)

    def _refresh(self) -> None:
        info = self._context.project.info
        for name, field in self._fields.items():
            field.set_text(getattr(info, name))
        for name, dated in self._dates.items():
            dated.set_date(getattr(info, name))
        self._kind.set_value(info.service_kind.value)

    def done(self, result: int) -> None:
        """Commit what is typed before the dialog goes, however it goes."""
        for field in (*self._fields.values(), *self._dates.values()):
            field.flush()
        self._context.hub.changed.disconnect(self._refresh)
        super().done(result)


def ask_facts(context: EditorContext, field: str = "") -> None:
    """Show the facts over the window in use, to be written from ``field`` on."""
    FactsDialog(context, QApplication.activeWindow(), field).exec()
