"""Keeping the frame of a project as a template: its name, what it is for, what comes along.

Owns the asking. What can be taken is told by ``exchange.template_parts``: people and what was
written are not even offered.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.exchange.template_parts import PART_WORDS, Part
from servicedesign.i18n import Translator
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


class KeepTemplateDialog(BaseDialog):
    """Asks for name, line and parts."""

    def __init__(
        self, t: Translator, title: str, parts: Mapping[Part, int], parent: QWidget | None
    ) -> None:
        """Offer ``title`` and ``parts``, all of them ticked."""
        super().__init__(t("ひな形として取っておく"), parent, width=600)
        self.t = t
        words = t(
            "次に同じ進め方で始めるときのために、枠だけを取っておきます。"
            "参加者、聞き取り、ペルソナ、付箋、票は入りません。"
        )
        self.body.addWidget(PhraseLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        self._name = TextField(t("ひな形の名前"))
        self._name.set_text(title)
        example = t("例：住民と半日、3班で")
        self._line = TextField(t("何のためのひな形か（1行）"), placeholder=example)
        self.body.addWidget(FieldBlock(t("ひな形の名前"), self._name))
        self.body.addWidget(FieldBlock(t("何のためのひな形か（1行）"), self._line))
        head = TextLabel(t("入れるもの"), tone=tokens.SECOND_TEXT)
        head.setContentsMargins(theme().px(INSET), 0, 0, 0)
        self.body.addWidget(head)
        self._boxes = {part: CheckBox(t(PART_WORDS[part]), checked=True) for part in parts}
        for box in self._boxes.values():
            self.body.addWidget(box)
            box.toggled.connect(self._show_usable)
        self.body.addStretch(1)
        self._keep = PrimaryButton(t("取っておく"), key="Enter")
        self._keep.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(self._keep)
        self._name.done.connect(self._line.setFocus)
        self._line.done.connect(self._keep.click)
        self._name.textChanged.connect(self._show_usable)
        self._show_usable()
        self._name.setFocus()
        self._name.selectAll()

    def title(self) -> str:
        """Return the name."""
        return self._name.text()

    def summary(self) -> str:
        """Return the line."""
        return self._line.text()

    def parts(self) -> tuple[Part, ...]:
        """Return what is to come along."""
        return tuple(part for part, box in self._boxes.items() if box.isChecked())

    def refuse(self, sentence: str) -> None:
        """Say at the name what is wrong with it."""
        self._name.set_error(sentence)
        self._name.setFocus()

    def _show_usable(self) -> None:
        reason = ""
        if not self._name.text().strip():
            reason = self.t("名前を書いてください")
        elif not self.parts():
            reason = self.t("入れるものを一つ選んでください")
        self._keep.set_usable(reason)
        self._name.set_error("")

    def accept(self) -> None:
        """Take an unfinished conversion along."""
        self._name.flush()
        self._line.flush()
        super().accept()
