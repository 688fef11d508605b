"""Choosing the problem that ideas answer: search as one types, an arrow, Enter.

Owns the look and the keys of choosing. What is written is ``notes.link_notes``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from servicedesign import tokens
from servicedesign.tools.board.problems import find_problems
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.dialogs.source_delegate import SourceDelegate, SourceLine
from servicedesign.ui.source_words import source_words
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

_LINE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST = 200


class ProblemDialog(BaseDialog):
    """A field to search in and the problems; the one that is answered has a tick."""

    def __init__(
        self, context: EditorContext, claim: str, linked: str | None, parent: QWidget | None
    ) -> None:
        """Choose for the ideas called ``claim``, which answer ``linked`` now."""
        t = context.t
        super().__init__(t("困りごとにつなぐ"), parent, width=640)
        self._context = context
        self._linked = linked
        self._chosen: str | None = None
        self._ids: list[str] = []
        self._words = TextField(t("さがすことば"), placeholder=t("課題や困りごとの言葉から"))
        self._list = QListWidget()
        self._nothing = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self.body.addWidget(TextLabel(claim, tone=tokens.SECOND_TEXT))
        self.body.addWidget(self._words)
        self._list.setAccessibleName(t("課題と困りごと"))
        self._list.setItemDelegate(SourceDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(theme().px(320))
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._nothing)
        if linked is not None:
            loose = SecondaryButton(t("つながりを外す"))
            loose.clicked.connect(self._loosen)
            self.add_button(loose, left=True)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self._done = PrimaryButton(t("つなぐ"), key="Enter")
        self._done.clicked.connect(self.accept)
        self.add_button(self._done)
        self._words.textChanged.connect(self.search)
        self._words.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.search()
        self._words.setFocus()

    def chosen(self) -> str | None:
        """Return the id of the problem chosen, or None when the link is to go."""
        return self._chosen

    def search(self) -> None:
        """Show the problems that hold what is typed."""
        t = self._context.t
        found = find_problems(self._context.project, self._words.text())[:_MOST]
        self._ids = [record.id for record in found]
        self._list.clear()
        for record in found:
            item = QListWidgetItem()
            words = source_words(record, t)
            ticked = record.id == self._linked
            item.setData(_LINE, SourceLine(words, ticked))
            state = t("つながっています") if ticked else ""
            spoken = f"{words.kind} {words.code} {words.title} {state}".strip()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self._list.addItem(item)
        start = self._ids.index(self._linked) if self._linked in self._ids else 0
        self._list.setCurrentRow(start if self._ids else -1)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(
            t("この言葉では見つかりません。短い言葉でさがしてみてください。")
            if self._words.text().strip()
            else t("ジャーニーマップの困りごとや課題が入ると、ここで選べます。")
        )
        self._done.set_usable("" if found else t("つなぐものを選んでください"))

    def _loosen(self) -> None:
        self._chosen = None
        super().accept()

    def accept(self) -> None:
        """Choose the row pointed at."""
        row = self._list.currentRow()
        if row >= 0:
            self._chosen = self._ids[row]
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter work in the field and in the list alike."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._words.composing():
            return False
        if event.key() in _ENTER:
            self.accept()
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if watched is self._words and event.key() in steps:
            row = self._list.currentRow() + steps[Qt.Key(event.key())]
            self._list.setCurrentRow(min(len(self._ids) - 1, max(0, row)))
            return True
        return False
