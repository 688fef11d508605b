"""Keeping today's answers, to compare with later.

Owns the question for a note; ``actions.keep_review`` writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Answer
from servicedesign.model.dates import short_date
from servicedesign.tools.principles.counts_line import CountsLine
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_area import TextArea


class KeepDialog(BaseDialog):
    """What stands now, and a note why."""

    def __init__(
        self,
        t: Translator,
        day: date,
        counts: Mapping[Answer, int],
        note: str,
        parent: QWidget | None,
    ) -> None:
        """Offer to keep ``counts`` for ``day``; ``note`` is that of a record of the same day."""
        super().__init__(t("{day}の答えとして記録する", day=short_date(day, t.lang)), parent)
        words = t("あとの日に、何が変わったかを比べられます。同じ日の記録は置きかえます。")
        self.body.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        line = CountsLine(t)
        line.show_counts(counts)
        self.body.addWidget(line)
        self._note = TextArea(t("メモ"), rule=True, min_lines=2)
        self._note.set_text(note)
        self.body.addWidget(FieldBlock(t("メモ（何があって、こう答えたか）"), self._note))
        done = PrimaryButton(t("記録する"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self._note.done.connect(self.accept)
        self._note.setFocus()

    def note(self) -> str:
        """Return the note."""
        return self._note.text().strip()

    def accept(self) -> None:
        """Take an unfinished conversion along."""
        self._note.flush()
        super().accept()
