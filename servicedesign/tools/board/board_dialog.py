"""What a board is called and which question it asks.

Owns the form. What is written is ``actions.add_board`` or ``actions.describe_board``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from servicedesign.model import Board, HowMightWe
from servicedesign.model.titles import record_title
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField


class BoardDialog(BaseDialog):
    """Title and question of a board, a new one when ``board`` is None."""

    def __init__(self, context: EditorContext, board: Board | None, parent: QWidget | None) -> None:
        """Begin with what ``board`` has."""
        t = context.t
        heading = t("ボードを足す") if board is None else t("ボードの題名と問い")
        super().__init__(heading, parent)
        self._title = TextField(t("題名"), placeholder=t("例：2日目の案"))
        self._title.set_text(board.title if board else "")
        self._question = Select(t("問い"))
        self._question.add(None, t("問いを決めない"))
        for number, question in enumerate(context.project.all(HowMightWe), 1):
            words = record_title(question) or t("言葉はまだ")
            label = t("問い{number}　{sentence}", number=number, sentence=words)
            self._question.add(question.id, label if len(label) <= 44 else label[:43] + "…")
        chosen = [question.id for question in context.project.all(HowMightWe) if question.chosen]
        self._question.set_value(board.how_might_we_id if board else next(iter(chosen), None))
        self.body.addWidget(FieldBlock(t("題名"), self._title))
        self.body.addWidget(FieldBlock(t("問い"), self._question))
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t("決める"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        self._title.done.connect(self.accept)
        self._title.setFocus()

    def described(self) -> tuple[str, str | None]:
        """Return the title and the id of the question."""
        question = self._question.value()
        return self._title.text().strip(), question if isinstance(question, str) else None
