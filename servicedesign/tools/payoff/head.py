"""Beside the title of the view: the three pages, and which matrix where there are several.

Owns the arrangement. What is chosen is told by signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.view_head import HeadMiddle
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.select import Select


class PageName(StrEnum):
    """The three pages, in the order of the method."""

    PLACE = "place"
    REVIEW = "review"
    MAP = "map"


class PayoffHead(HeadMiddle):
    """Pages and matrices.

    Signals:
        page_chosen: another page.
        matrix_chosen: the id of another matrix.
    """

    page_chosen = Signal(str)
    matrix_chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget) -> None:
        """Show the first page."""
        super().__init__(parent)
        self.pages = ChoiceSwitch(
            t("ページ"),
            [
                Choice(PageName.PLACE, t("並べる")),
                Choice(PageName.REVIEW, t("照らす")),
                Choice(PageName.MAP, t.context("page", "地図に書く")),
            ],
            value=PageName.PLACE,
        )
        self.pages.chosen.connect(self.page_chosen)
        self._matrices = Select(t("評価マトリクスを選ぶ"), framed=False)
        self._matrices.activated.connect(
            lambda: self.matrix_chosen.emit(str(self._matrices.value()))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(8), 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.pages)
        row.addWidget(self._matrices)
        row.addStretch(1)
        self._matrices.hide()

    def show_matrices(self, named: Sequence[tuple[str, str]], current: str) -> None:
        """Offer matrices where there are several; hide all where there is none."""
        known = [
            (self._matrices.itemData(i), self._matrices.itemText(i))
            for i in range(self._matrices.count())
        ]
        if list(named) != known:
            self._matrices.clear()
            for key, label in named:
                self._matrices.add(key, label)
        self._matrices.set_value(current)
        self._matrices.setVisible(len(named) > 1)
        self.pages.setVisible(bool(named))
