"""Another name and another line for a template of one's own.

Owns the asking; a name that is taken is told at the field.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign.exchange.own_templates import rename_template
from servicedesign.exchange.template_files import OwnTemplate
from servicedesign.i18n import Translator
from servicedesign.model.errors import ProjectError
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField


class RenameTemplateDialog(BaseDialog):
    """Name and line."""

    def __init__(self, template: OwnTemplate, t: Translator, parent: QWidget | None) -> None:
        """Show those of ``template``."""
        super().__init__(t("ひな形の名前を変える"), parent)
        self.t = t
        self._template = template
        self._name = TextField(t("ひな形の名前"))
        self._name.set_text(template.title)
        self._line = TextField(t("何のためのひな形か（1行）"))
        self._line.set_text(template.summary)
        self.body.addWidget(FieldBlock(t("ひな形の名前"), self._name))
        self.body.addWidget(FieldBlock(t("何のためのひな形か（1行）"), self._line))
        done = PrimaryButton(t("名前を変える"), key="Enter")
        done.clicked.connect(self._on_done)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self._name.done.connect(self._line.setFocus)
        self._line.done.connect(self._on_done)
        self._name.textChanged.connect(lambda: self._name.set_error(""))
        self._name.setFocus()
        self._name.selectAll()

    def title(self) -> str:
        """Return the name given."""
        return self._template.title

    def _on_done(self) -> None:
        self._name.flush()
        self._line.flush()
        try:
            self._template = rename_template(self._template, self._name.text(), self._line.text())
        except ProjectError as error:
            self._name.set_error(self.t(error.what))
            self._name.setFocus()
            return
        self.accept()
