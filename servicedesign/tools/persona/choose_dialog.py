"""Asking why this candidate is the one to help first.

Owns the question; ``actions.choose_primary`` writes the answer.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel


class ChooseDialog(BaseDialog):
    """A field for the reason; without one, nothing is chosen."""

    def __init__(
        self, t: Translator, name: str, before: str, reason: str, parent: QWidget | None
    ) -> None:
        """Ask for ``name``.

        Args:
            t: the translator.
            name: of the candidate.
            before: name of the one chosen until now, or empty.
            reason: what was written once, or empty.
            parent: the window.
        """
        super().__init__(t("{name}に絞る", name=name), parent)
        self._t = t
        if before:
            words = t("今は{name}に絞っています。この人に変えます。", name=before)
            self.body.addWidget(TextLabel(words, size=tokens.CONTENT_PX, wrap=True))
        words = t("なぜこの人から助けるのかを、班の言葉で残します。紙にも印刷されます。")
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        self._reason = TextArea(t("選んだ理由"), rule=True, min_lines=2)
        self._reason.set_text(reason)
        self.body.addWidget(FieldBlock(t("選んだ理由"), self._reason))
        self._done = PrimaryButton(t("この人に絞る"), key="Enter")
        self._done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(self._done)
        self._reason.textChanged.connect(self._tell)
        self._reason.done.connect(self._on_enter)
        self._tell()
        self._reason.setFocus()

    def reason(self) -> str:
        """Return what was written."""
        return self._reason.text().strip()

    def _tell(self) -> None:
        t = self._t
        self._done.set_usable("" if self.reason() else t("理由を書くと絞れます"))

    def _on_enter(self) -> None:
        if self.reason():
            self.accept()

    def accept(self) -> None:
        """Take an unfinished conversion along."""
        self._reason.flush()
        super().accept()
