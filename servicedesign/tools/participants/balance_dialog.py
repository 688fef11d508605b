"""Asking into how many groups people are dealt.

Owns the question and the sizes that follow from the answer; ``grouping.balance_groups`` deals.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.participants.people import (
    sizes_of,
    suggested_count,
    workable_counts,
)
from servicedesign.tools.participants.telling import sizes_words
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.check_box import CheckBox
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

_AROUND = 12
"""So many more or fewer groups than suggested are offered."""


class BalanceDialog(BaseDialog):
    """A number of groups, and whether those placed already stay."""

    def __init__(
        self, t: Translator, number: int, placed: int, groups: int, parent: QWidget | None
    ) -> None:
        """Ask for ``number`` people.

        Args:
            t: the translator.
            number: how many people there are.
            placed: how many of them have a group already.
            groups: how many groups there are.
            parent: the window.
        """
        super().__init__(t("班を均等に分ける"), parent)
        self._t = t
        self._number = number
        words = t(
            "立場がまざり、人数の差が1人までになるように分けます。同じ所属の人も、なるべく離します。"
        )
        self.body.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        self._count = Select(t("班の数"))
        best = suggested_count(number)
        least, most = workable_counts(number)
        for count in range(max(least, best - _AROUND), min(most, best + _AROUND) + 1):
            label = t.plural("{n}班", count)
            self._count.add(
                count, t("{count}（おすすめ）", count=label) if count == best else label
            )
        self._count.set_value(groups if groups > 1 and least <= groups <= most else best)
        self._count.activated.connect(self._tell)
        self._sizes = TextLabel(size=tokens.CONTENT_PX)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self._count)
        row.addWidget(self._sizes, 1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.body.addWidget(FieldBlock(t("班の数（6人くらいが話しやすい）"), holder))
        self._keep = CheckBox(t("もう班のある人は動かさない"))
        self._keep.setVisible(placed > 0)
        self._keep.setChecked(0 < placed < number)
        self._keep.toggled.connect(self._tell)
        self.body.addWidget(self._keep)
        done = PrimaryButton(t("分ける"), key="Enter")
        done.clicked.connect(self.accept)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(done)
        self._tell()
        self._count.setFocus()

    def _tell(self) -> None:
        sizes = sizes_words(sizes_of(self._number, self.count()), self._t)
        self._sizes.setText("" if self.keep_placed() else sizes)

    def count(self) -> int:
        """Return the number of groups."""
        value = self._count.value()
        return value if isinstance(value, int) else 1

    def set_count(self, count: int) -> None:
        """Choose a number of groups."""
        self._count.set_value(count)
        self._tell()

    def keep_placed(self) -> bool:
        """Return whether those who have a group stay in it."""
        return not self._keep.isHidden() and self._keep.isChecked()
