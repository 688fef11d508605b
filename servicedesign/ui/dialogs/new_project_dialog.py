"""Name and place of a new project.

Owns the asking; the file is made elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.exchange.beginnings import TEMPLATES
from servicedesign.exchange.template_files import OwnTemplate, Shelf, read_shelf
from servicedesign.i18n import Translator
from servicedesign.model.normalise import plain_text
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.folders import free_path
from servicedesign.ui.template_menu import more_button
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET

_WIDEST = 400
"""Width in px at 100 % beyond which a long name of a template is cut."""


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was answered.

    Attributes:
        path: where the file is to be; nothing is there.
        service_name: the service's name, perhaps empty.
        template_id: how it begins.
    """

    path: Path
    service_name: str
    template_id: str


class NewProjectDialog(BaseDialog):
    """Asks for the service name, shows the file it makes, lets one choose the folder."""

    def __init__(
        self, t: Translator, template_id: str, folder: Path, parent: QWidget | None
    ) -> None:
        """Ask with sensible answers filled in."""
        super().__init__(t("新しく始める"), parent)
        self.t = t
        self._folder = folder
        self._name = TextField(t("サービスの名前"), placeholder=t("例：ひとり親の支援"))
        self._shelf = Shelf((), ())
        self._template = Select(t.context("template", "進め方"))
        self._template.setMaximumWidth(theme().px(_WIDEST))
        self._template.activated.connect(self._show_template)
        self._more = more_button(self._own, t, self._fill)
        self._line = PhraseLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._place = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        elsewhere = SecondaryButton(t("場所を選ぶ…"), icon="mdi6.folder-open-outline")
        elsewhere.clicked.connect(self._on_elsewhere)
        self.body.addWidget(FieldBlock(t("サービスの名前（あとで変えられます）"), self._name))
        inset = theme().px(INSET)
        self.body.addLayout(self._template_rows(inset))
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self._place, 1)
        row.addWidget(elsewhere)
        title = TextLabel(t("ファイル"), tone=tokens.SECOND_TEXT)
        title.setContentsMargins(inset, 0, 0, 0)
        row.setContentsMargins(inset, 0, 0, 0)
        self.body.addWidget(title)
        self.body.addLayout(row)
        self._begin = PrimaryButton(t("始める"), key="Enter")
        self._begin.clicked.connect(self._on_begin)
        cancel = SecondaryButton(t.context("button", "やめる"), key="Esc")
        self.add_button(cancel, closes=True)
        self.add_button(self._begin)
        self._name.textChanged.connect(self._show_place)
        self._name.done.connect(self._on_begin)
        self._show_place()
        self._fill(template_id)
        self._name.setFocus()

    def _template_rows(self, inset: int) -> QVBoxLayout:
        label = TextLabel(self.t.context("template", "進め方"), tone=tokens.SECOND_TEXT)
        label.setContentsMargins(inset, 0, 0, 0)
        self._line.setContentsMargins(inset, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(inset, 0, 0, 0)
        row.addWidget(self._template)
        row.addWidget(self._more)
        row.addStretch(1)
        box = QVBoxLayout()
        box.setSpacing(theme().px(4))
        for part in (label, row, self._line):
            if isinstance(part, QHBoxLayout):
                box.addLayout(part)
            else:
                box.addWidget(part)
        return box

    def _fill(self, chosen: str) -> None:
        """List every template with ``chosen`` in use; the first one where that is gone."""
        self._shelf = read_shelf()
        self._template.clear()
        for template in TEMPLATES:
            self._template.add(template.id, self.t(template.title))
        for own in self._shelf.templates:
            self._template.add(own.title, own.title)
        self._template.set_value(chosen)
        self._show_template()

    def _own(self) -> OwnTemplate | None:
        return self._shelf.find(str(self._template.value()))

    def _show_template(self) -> None:
        own = self._own()
        known = {template.id: self.t(template.summary) for template in TEMPLATES}
        line = own.summary if own else known.get(str(self._template.value()), "")
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._more.setVisible(own is not None)

    def answer(self) -> NewProject:
        """Return what was answered."""
        return NewProject(self._path(), self._service_name(), str(self._template.value()))

    def _service_name(self) -> str:
        return plain_text(self._name.text(), single_line=True).strip()

    def _path(self) -> Path:
        return free_path(self._folder, self._service_name() or self.t("新しいプロジェクト"))

    def _show_place(self) -> None:
        self._place.setText(str(self._path()))

    def _on_elsewhere(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.t("場所を選ぶ"), str(self._folder.parent)
        )
        if chosen:
            self._folder = Path(chosen)
            self._show_place()

    def _on_begin(self) -> None:
        self._name.flush()
        self.accept()
