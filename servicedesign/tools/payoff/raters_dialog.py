"""Who rates: a name a line, taken from the groups or written.

Owns the form. What is to be kept of the ratings is told before it is decided; the editor writes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.payoff.rating import MOST_RATERS, rater_name
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

_ROWS_SHOWN = 7


class _Row(QWidget):
    """One rater: a field, how many ideas were rated, and the way out."""

    def __init__(self, t: Translator, old: str | None, name: str, rated: int) -> None:
        super().__init__()
        self.old = old
        self.rated = rated
        self.field = TextField(t("評価する人の名前"), placeholder=t("例：A班、田中"))
        self.field.set_text(name)
        self.remove = QuietButton("", icon="mdi6.close")
        self.remove.setAccessibleName(t("{name}を外す", name=name or t("この行")))
        self.remove.setToolTip(t("この人を外す"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.field, 1)
        count = TextLabel(t.plural("{n}案に点", rated) if rated else "", tone=tokens.SECOND_TEXT)
        row.addWidget(count)
        row.addWidget(self.remove)


class RatersDialog(BaseDialog):
    """The names of those who rate."""

    def __init__(
        self,
        t: Translator,
        raters: Sequence[tuple[str, int]],
        groups: Sequence[str],
        parent: QWidget | None,
    ) -> None:
        """Show ``raters`` with how many ideas each has rated; ``groups`` can be taken over."""
        super().__init__(t("評価する人"), parent)
        self.t = t
        self._groups = tuple(groups)
        self._rows: list[_Row] = []
        self._gone = 0
        words = t(
            "班ごと、または一人ずつ点を付けると、平均と開きが見えます。短い名前にしてください。"
        )
        self.body.addWidget(PhraseLabel(words, size=tokens.CONTENT_PX, wrap=True))
        self._page = QWidget()
        self._list = QVBoxLayout(self._page)
        self._list.setContentsMargins(0, 0, theme().px(8), 0)
        self._list.setSpacing(theme().px(4))
        self._list.addStretch(1)
        scroll = PageScroll(self._page)
        scroll.setMinimumHeight(theme().px(44 * _ROWS_SHOWN))
        self.body.addWidget(scroll, 1)
        self._add = QuietButton(t("一人足す"), icon="mdi6.plus", blue=True)
        self._add.clicked.connect(self._on_add)
        self._take = QuietButton(
            t("班の名前を入れる"), icon="mdi6.account-group-outline", blue=True
        )
        self._take.clicked.connect(self._take_groups)
        self._take.set_usable("" if self._groups else t("参加者の画面で班を作ると、使えます"))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._take)
        row.addStretch(1)
        self.body.addLayout(row)
        self._told = TextLabel(tone=tokens.WARNING, wrap=True)
        self.body.addWidget(self._told)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self._done = PrimaryButton(t.context("button", "決める"), key="Enter")
        self._done.clicked.connect(self.accept)
        self.add_button(self._done)
        for name, rated in raters:
            self._append(_Row(t, name, name, rated))
        if not self._rows:
            self._new_row()
        self._tell()
        self._rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def names(self) -> list[tuple[str | None, str]]:
        """Return earlier name (None for someone new) and name of each, in order."""
        for row in self._rows:
            row.field.flush()
        return [(row.old, row.field.text()) for row in self._rows]

    def _on_add(self) -> None:
        self._new_row().field.setFocus()

    def _new_row(self, name: str = "") -> _Row:
        row = _Row(self.t, None, name, 0)
        self._append(row)
        return row

    def _append(self, row: _Row) -> None:
        if len(self._rows) >= MOST_RATERS:
            return
        row.remove.clicked.connect(lambda: self._drop(row))
        row.field.committed.connect(lambda _: self._tell())
        row.field.done.connect(lambda: self._after(row))
        self._rows.append(row)
        self._list.insertWidget(self._list.count() - 1, row)

    def _after(self, row: _Row) -> None:
        """Go on to the next line with Enter; behind the last one with words there is another."""
        place = self._rows.index(row)
        if place + 1 < len(self._rows):
            self._rows[place + 1].field.setFocus()
        elif row.field.text().strip():
            self._new_row().field.setFocus()
        else:
            self._done.setFocus()

    def _drop(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self._new_row()
        self._rows[min(place, len(self._rows) - 1)].field.setFocus()
        self._gone = self._gone + row.rated
        self._tell()

    def _take_groups(self) -> None:
        known = {rater_name(name) for _, name in self.names()}
        for name in self._groups:
            if rater_name(name) and rater_name(name) not in known:
                self._new_row(name)
        for row in [one for one in self._rows if one.old is None and not one.field.text().strip()]:
            self._rows.remove(row)
            row.hide()
            row.deleteLater()
        if not self._rows:
            self._new_row()
        self._done.setFocus()

    def _tell(self) -> None:
        """Say how many ratings go with those who are taken out."""
        emptied = sum(row.rated for row in self._rows if not row.field.text().strip())
        gone = self._gone + emptied
        words = self.t.plural("外した人の点{n}案分も、一緒に消えます。", gone) if gone else ""
        self._told.setText(words)
        self._told.setVisible(bool(words))
