"""Beside the title: the pages of a prototype and its versions.

Owns the two choices; what is shown is the editor's.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.select import Select


class PageName(StrEnum):
    """The pages of a prototype."""

    CARD = "card"
    VERIFY = "verify"
    COMPARE = "compare"


class Head(QWidget):
    """Pages and versions.

    Signals:
        page_chosen: another page.
        version_chosen: the id of another version.
    """

    page_chosen = Signal(str)
    version_chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Show the card."""
        super().__init__(parent)
        choices = [
            Choice(PageName.CARD, t("カード")),
            Choice(PageName.VERIFY, t("確かめ")),
            Choice(PageName.COMPARE, t("版を比べる")),
        ]
        self.pages = ChoiceSwitch(t("ページ"), choices, value=PageName.CARD)
        self.pages.chosen.connect(self.page_chosen)
        self.versions = Select(t("版を選ぶ"), framed=False)
        self.versions.activated.connect(
            lambda: self.version_chosen.emit(str(self.versions.value()))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(8), 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.pages)
        row.addWidget(self.versions)
        row.addStretch(1)

    def show_versions(self, named: Sequence[tuple[str, str]], current: str) -> None:
        """Offer versions, ids with words; hide all where there is none."""
        known = [
            (self.versions.itemData(n), self.versions.itemText(n))
            for n in range(self.versions.count())
        ]
        if list(named) != known:
            blocked = self.versions.blockSignals(True)
            self.versions.clear()
            for key, label in named:
                self.versions.add(key, label)
            self.versions.blockSignals(blocked)
        self.versions.set_value(current)
        self.setVisible(bool(named))
