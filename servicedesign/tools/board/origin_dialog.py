"""Where ideas come from: their group, who wrote them, their tags.

Owns the form. What is written is ``notes.set_origin``.
"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.model import Group, Note, Participant
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel


class OriginDialog(BaseDialog):
    """Group, author and tags of one note or of several."""

    def __init__(
        self, context: EditorContext, claim: str, note: Note, parent: QWidget | None
    ) -> None:
        """Begin with what ``note`` has."""
        t = context.t
        super().__init__(t("班・書いた人・しるし"), parent)
        self.body.addWidget(TextLabel(claim, tone=tokens.SECOND_TEXT))
        self._group = Select(t("班"))
        self._group.add(None, t("班なし"))
        for group in context.project.all(Group):
            self._group.add(group.id, group.name or t("名前のない班"))
        self._group.set_value(note.group_id)
        self._author = Select(t("書いた人"))
        self._author.add(None, t("名前を書かない"))
        for person in context.project.all(Participant):
            self._author.add(person.id, person.name or t("名前はまだ"))
        self._author.set_value(note.author_id)
        self._tags = TextField(t("しるし"), placeholder=t("例：すぐできる、来年度"))
        self._tags.set_text("、".join(note.tags))
        self.body.addWidget(FieldBlock(t("班"), self._group))
        self.body.addWidget(FieldBlock(t("書いた人"), self._author))
        self.body.addWidget(FieldBlock(t("しるし（「、」で区切ります）"), self._tags))
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t("決める"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        self._tags.done.connect(self.accept)
        self._group.setFocus()

    def origin(self) -> tuple[str | None, str | None, list[str]]:
        """Return the group's id, the author's id and the tags."""
        group, author = self._group.value(), self._author.value()
        tags = [part.strip() for part in re.split("[、,，\\s]+", self._tags.text())]
        return (
            group if isinstance(group, str) else None,
            author if isinstance(author, str) else None,
            [tag for tag in tags if tag],
        )
