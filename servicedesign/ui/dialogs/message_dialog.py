"""A few plain sentences and what can be done about them.

Owns the look of refusals and questions. All text is plain.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.errors import ProjectError
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel


class MessageDialog(BaseDialog):
    """A heading, sentences, buttons; ``answer`` is the number of the button pressed, or -1."""

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        buttons: Sequence[str],
        parent: QWidget | None,
    ) -> None:
        """Show ``sentences`` under ``title``; the last of ``buttons`` is the primary one."""
        super().__init__(title, parent, width=480)
        self.answer = -1
        for sentence in sentences:
            self.body.addWidget(TextLabel(sentence, size=tokens.CONTENT_PX, wrap=True))
        self.setAccessibleDescription(" ".join(sentences))
        for number, label in enumerate(buttons):
            last = number == len(buttons) - 1
            button = PrimaryButton(label) if last else SecondaryButton(label)
            button.clicked.connect(lambda _=False, chosen=number: self._on_pressed(chosen))
            self.add_button(button)
            if last:
                button.setFocus()

    def _on_pressed(self, number: int) -> None:
        self.answer = number
        self.accept()

    def ask(self) -> int:
        """Show the dialog and return the number of the button pressed, or -1 for Esc."""
        self.exec()
        return self.answer


def tell_refusal(error: ProjectError, t: Translator, parent: QWidget | None) -> None:
    """Show what happened, what is safe and what to do."""
    what, *rest = (t(sentence) for sentence in error.sentences)
    MessageDialog(what, [part for part in rest if part], [t("閉じる")], parent).ask()
