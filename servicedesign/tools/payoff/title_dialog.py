"""The title of a matrix.

Owns the form. What is written is asked for by the editor when the dialog was accepted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField


class TitleDialog(BaseDialog):
    """One line."""

    def __init__(self, t: Translator, title: str, parent: QWidget | None) -> None:
        """Show ``title``."""
        super().__init__(t("評価マトリクスの題"), parent)
        self._title = TextField(t("題"), placeholder=t("例：投票で選んだ4案"))
        self._title.set_text(title)
        self.body.addWidget(FieldBlock(t("題"), self._title))
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t.context("button", "決める"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        self._title.done.connect(self.accept)
        self._title.setFocus()

    def title(self) -> str:
        """Return the title that is written."""
        self._title.flush()
        return self._title.text()
