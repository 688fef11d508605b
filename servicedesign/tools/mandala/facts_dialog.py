"""What a chart is about: its title and the question that it opens.

Owns the form. What is written is asked for by the editor when the dialog was accepted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.model import HowMightWe, Mandala
from servicedesign.store import Project
from servicedesign.tools.mandala.chart import question_words
from servicedesign.tools.mandala.words import one_line
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField

_LONGEST = 60


class FactsDialog(BaseDialog):
    """Title and question of one chart."""

    def __init__(
        self, t: Translator, project: Project, mandala: Mandala, parent: QWidget | None
    ) -> None:
        """Show what ``mandala`` is about."""
        super().__init__(t("マンダラートの題と問い"), parent)
        self._title = TextField(t("題"), placeholder=t("例：美咲さんの願いを広げる"))
        self._title.set_text(mandala.title)
        self._question = Select(t("広げる問い"))
        self._question.add("", t("まだ決めない"))
        for number, question in enumerate(project.all(HowMightWe), 1):
            words = one_line(question_words(question), _LONGEST)
            self._question.add(question.id, t("問い{number}　{sentence}", number=number,
                                              sentence=words))  # fmt: skip
        self._question.set_value(mandala.how_might_we_id or "")
        self.body.addWidget(FieldBlock(self._title.accessibleName(), self._title))
        self.body.addWidget(FieldBlock(t("広げる問い"), self._question))
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

    def question_id(self) -> str | None:
        """Return the question that is chosen."""
        return str(self._question.value() or "") or None
