"""Asking why a closed round is opened again.

Owns the question; the reason goes into the record.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.voting.dialog_page import DialogPage
from servicedesign.tools.voting.error_line import ErrorLine
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField


class ReopenDialog(BaseDialog):
    """A reason, and who decides."""

    def __init__(
        self, t: Translator, who: str, parent: QWidget | None, *, anonymous: bool = False
    ) -> None:
        """Ask; ``who`` is offered as the one who decides."""
        super().__init__(t("投票を開き直す"), parent)
        page = DialogPage()
        self.body.addWidget(page)
        self.t = t
        words = t(
            "票数と選んだ案をいったん消して、投票を続けます。入っている票はそのままです。"
            "開き直したことは、理由とともに記録に残ります。"
        )
        page.column.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        if anonymous:
            difference = t(
                "匿名の投票です。はじめの票数との差から、あとに入れた人の票がわかることがあります。"
            )
            page.column.addWidget(PhraseLabel(difference, size=tokens.BASE_PX, wrap=True))
        self.reason = TextArea(t("開き直す理由"), rule=True, min_lines=2)
        page.column.addWidget(FieldBlock(t("開き直す理由"), self.reason))
        self._who = TextField(t("決めた人"))
        self._who.set_text(who)
        page.column.addWidget(FieldBlock(t("決めた人（記録に残ります）"), self._who))
        self._wrong = ErrorLine()
        page.column.addWidget(self._wrong)
        done = PrimaryButton(t("開き直す"))
        done.clicked.connect(self._take)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self.reason.setFocus()

    def why(self) -> str:
        """Return the reason."""
        return self.reason.text().strip()

    def who(self) -> str:
        """Return who decides."""
        return self._who.text().strip()

    def _take(self) -> None:
        self.reason.flush()
        if self.why():
            self.accept()
        else:
            self._wrong.say(self.t("記録に残すので、理由を書いてください。"), wrong=True)
