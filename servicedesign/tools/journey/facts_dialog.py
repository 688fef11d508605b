"""What a map is about: its title, what the person wants, whose it is.

Owns the form. What is written is asked for by the editor when the dialog was accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from servicedesign.i18n import Translator
from servicedesign.model import JourneyMap, Persona
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel


class FactsDialog(BaseDialog):
    """Title, goal, description and persona of one map."""

    def __init__(
        self, t: Translator, journey: JourneyMap, people: Sequence[Persona], parent: QWidget | None
    ) -> None:
        """Show what ``journey`` is about."""
        super().__init__(t("地図の題とペルソナ"), parent)
        self._title = TextField(t("地図の題"), placeholder=t("例：届けを出してから手当が届くまで"))
        self._goal = TextArea(t("めざすこと"), rule=True)
        self._purpose = TextArea(t("地図の説明"), rule=True)
        for field, text in (
            (self._title, journey.title),
            (self._goal, journey.goal),
            (self._purpose, journey.purpose),
        ):
            field.set_text(text)
            self.body.addWidget(FieldBlock(field.accessibleName(), field))
        self._persona = Select(t("ペルソナ"))
        self._persona.add("", t("まだ決めない"))
        for person in people:
            self._persona.add(person.id, person.name.strip()[:60] or t("名前はまだ"))
        self._persona.set_value(journey.persona_id or "")
        self.body.addWidget(TextLabel(t("だれの道のりか")))
        self.body.addWidget(self._persona)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t.context("button", "決める"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        self._title.setFocus()

    def texts(self) -> dict[str, str]:
        """Return what is written, by field."""
        for field in (self._title, self._goal, self._purpose):
            field.flush()
        return {
            "title": self._title.text(),
            "goal": self._goal.text(),
            "purpose": self._purpose.text(),
        }

    def persona_id(self) -> str | None:
        """Return whose map it is."""
        return str(self._persona.value() or "") or None
