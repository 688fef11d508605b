"""One deep-dive for each chosen idea, and which group takes which.

Owns the list of ideas with their groups. What is written is ``deepening.make_from_choice``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Group
from servicedesign.model.titles import full_title, reference_code
from servicedesign.tools.deepening import Idea
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

_ROW = 48


class StartDialog(BaseDialog):
    """The ideas, each with the group that takes it."""

    def __init__(
        self,
        t: Translator,
        ideas: Sequence[Idea],
        groups: Sequence[Group],
        suggested: dict[str, str | None],
        parent: QWidget | None,
    ) -> None:
        """Offer ``suggested``, ids of groups by the id of the idea."""
        super().__init__(t("選んだ案の深掘りを始める"), parent, width=640)
        self._ideas = [idea.id for idea in ideas]
        self._selects: dict[str, Select] = {}
        words = (
            t("1案を1つの班で深掘りします。上から順に発表します。")
            if groups
            else t("班は、あとから決められます。参加者・班で班を作ると、ここで選べます。")
        )
        self.body.addWidget(TextLabel(words, tone=tokens.SECOND_TEXT, wrap=True))
        page = QWidget()
        grid = QGridLayout(page)
        look = theme()
        grid.setContentsMargins(look.px(5), look.px(5), look.px(12), look.px(5))
        grid.setHorizontalSpacing(look.px(16))
        for row, idea in enumerate(ideas):
            title = f"{reference_code(idea)} {full_title(idea)}".strip()[:200]
            grid.setRowMinimumHeight(row, look.px(_ROW))
            grid.addWidget(TextLabel(title, size=tokens.CONTENT_PX, bold=True, wrap=True), row, 0)
            if groups:
                select = self._select(t, title, groups)
                select.set_value(suggested.get(idea.id))
                self._selects[idea.id] = select
                grid.addWidget(select, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(ideas), 1)
        scroll = PageScroll(page)
        scroll.setMinimumHeight(look.px(min(6, max(1, len(ideas))) * (_ROW + 8) + 10))
        self.body.addWidget(scroll, 1)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        done = PrimaryButton(t.plural("{n}案の深掘りを始める", len(ideas)), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(done)
        done.setFocus()

    def _select(self, t: Translator, title: str, groups: Sequence[Group]) -> Select:
        select = Select(t("「{title}」の班", title=title[:40]))
        select.setMaximumWidth(theme().px(240))
        select.add(None, t("班はまだ"))
        for group in groups:
            select.add(group.id, group.name.strip()[:30] or t("名前のない班"))
        return select

    def groups(self) -> dict[str, str | None]:
        """Return the group of each idea."""
        found: dict[str, str | None] = {}
        for idea_id in self._ideas:
            select = self._selects.get(idea_id)
            value = select.value() if select is not None else None
            found[idea_id] = str(value) if value else None
        return found
