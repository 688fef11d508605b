"""A copy to hand over, with or without what names people.

Owns the asking; making it is the store's.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.save_places import ask_where_to_save
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class CopyDialog(BaseDialog):
    """Asks where to, and whether people stay recognisable."""

    def __init__(self, t: Translator, offered: Path, parent: QWidget | None) -> None:
        """Offer ``offered`` as the place."""
        super().__init__(t("写しを作る"), parent, width=600)
        self.t = t
        self._path = offered
        self._agreed = False
        self.body.addWidget(TextLabel(t("写しの場所"), tone=tokens.SECOND_TEXT))
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        self._place = TextLabel(str(offered), size=tokens.CONTENT_PX, wrap=True)
        elsewhere = SecondaryButton(t("場所を選ぶ…"), icon="mdi6.folder-open-outline")
        elsewhere.clicked.connect(self._on_elsewhere)
        row.addWidget(self._place, 1)
        row.addWidget(elsewhere)
        self.body.addLayout(row)
        self._anonymise = CheckBox(t("名前や投票など、人が分かるものを消す"))
        self.body.addWidget(self._anonymise)
        words = t("写しには、元に戻すための記録は入りません。元のファイルはそのままです。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        make = PrimaryButton(t("写しを作る"), key="Enter")
        make.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(make)
        make.setFocus()

    def path(self) -> Path:
        """Return where the copy is to be."""
        return self._path

    def replaces(self) -> bool:
        """Tell whether the person agreed to replace a file that is there."""
        return self._agreed

    def anonymise(self) -> bool:
        """Tell whether people are to be made unrecognisable."""
        return self._anonymise.isChecked()

    def _on_elsewhere(self) -> None:
        chosen = ask_where_to_save(self, self.t, self.t("写しの場所"), self._path)
        if chosen is not None:
            self._path = chosen
            self._agreed = chosen.exists()
            self._place.setText(str(chosen))
