"""Language, size of the interface, where the personal folder is.

Owns the asking.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.locations import ensure, user_data_dir
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.services import Services
from servicedesign.ui.settings import SCALES
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class SettingsDialog(BaseDialog):
    """The settings; kept at once, shown when the dialog closes."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        """Show the settings of ``services``."""
        t = services.t
        super().__init__(t("設定"), parent, width=600)
        self._settings = services.settings
        self._before = (services.lang, services.settings.get("scale"))
        look = theme()
        languages = [Choice("ja", "日本語"), Choice("en", "English")]
        self._lang = ChoiceSwitch(t.context("settings", "ことば"), languages, value=services.lang)
        scales = [Choice(str(scale), f"{scale}%") for scale in SCALES]
        scale = str(services.settings.get("scale"))
        self._scale = ChoiceSwitch(t("画面の大きさ"), scales, value=scale)
        self.body.addWidget(FieldBlock(t.context("settings", "ことば"), self._lang))
        self.body.addWidget(FieldBlock(t("画面の大きさ"), self._scale))
        self.body.addWidget(TextLabel(t("設定と控えの置き場所"), tone=tokens.SECOND_TEXT))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(TextLabel(str(user_data_dir()), wrap=True), 1)
        show = SecondaryButton(t("フォルダを開く"), icon="mdi6.folder-open-outline")
        show.clicked.connect(self._on_show)
        row.addWidget(show)
        self.body.addLayout(row)
        done = PrimaryButton(t("閉じる"), key="Enter")
        done.clicked.connect(self._on_done)
        self.add_button(done)
        self._lang.setFocus()

    def changed(self) -> bool:
        """Tell whether the window must be built anew."""
        return self._before != (self._lang.value(), int(self._scale.value() or 100))

    def reject(self) -> None:
        """Esc and the window's cross close as the button does: what was chosen holds."""
        self._on_done()

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(ensure(user_data_dir()))))

    def _on_done(self) -> None:
        self._settings.set("lang", self._lang.value() or "ja")
        self._settings.set("scale", int(self._scale.value() or 100))
        self.accept()
