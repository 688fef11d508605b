"""Choosing ideas of the boards: search as one types, tick or point, Enter.

Owns the look and the keys of choosing. What becomes of the choice is the caller's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from servicedesign import tokens
from servicedesign.model import Cluster, Note
from servicedesign.model.normalise import fold
from servicedesign.model.titles import full_title, reference_code
from servicedesign.tools import deepening
from servicedesign.tools.deepening import Idea
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.dialogs.source_delegate import SourceDelegate, SourceLine
from servicedesign.ui.source_words import source_words
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

MOST = 200
_LINE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class IdeaQuestion:
    """What is asked.

    Attributes:
        title: of the dialog.
        done: on the button.
        several: ids ticked at the start, where several notes may be chosen; None for one idea.
        without: ids that are not offered.
    """

    title: str
    done: str
    several: tuple[str, ...] | None = None
    without: Collection[str] = ()


class IdeaDialog(BaseDialog):
    """A field to search in and the ideas; ideas chosen by a vote come first."""

    def __init__(self, context: EditorContext, asks: IdeaQuestion, parent: QWidget | None) -> None:
        """Ask ``asks``."""
        super().__init__(asks.title, parent, width=640)
        t = context.t
        self._context = context
        self._asks = asks
        self._ticked = list(asks.several or ())
        self._ideas: list[Idea] = []
        self._words = TextField(t("さがすことば"), placeholder=t("番号や言葉から"))
        self._list = QListWidget()
        self._list.setAccessibleName(t("案の一覧"))
        self._list.setItemDelegate(SourceDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(theme().px(320))
        self._nothing = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        if asks.several is not None:
            self.body.addWidget(TextLabel(t("Space で印をつけます。"), tone=tokens.SECOND_TEXT))
        self.body.addWidget(self._words)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._nothing)
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self._done = PrimaryButton(asks.done, key="Enter")
        self._done.clicked.connect(self.accept)
        self.add_button(self._done)
        self._words.textChanged.connect(self.search)
        self._words.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemDoubleClicked.connect(lambda _: self._on_double())
        self._list.itemClicked.connect(lambda _: self._tick() if asks.several is not None else None)
        self.search()
        self._words.setFocus()

    def chosen(self) -> Idea | None:
        """Return the idea pointed at."""
        row = self._list.currentRow()
        return self._ideas[row] if 0 <= row < len(self._ideas) else None

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the notes that are ticked."""
        return tuple(self._ticked)

    def search(self) -> None:
        """Show the ideas that hold what is typed."""
        wanted = fold(self._words.text()).split()
        found = [
            idea
            for idea in self._offered()
            if all(word in fold(f"{reference_code(idea)} {full_title(idea)}") for word in wanted)
        ]
        self._ideas = found[:MOST]
        self._list.clear()
        for row in range(len(self._ideas)):
            self._list.addItem(QListWidgetItem())
            self._show_row(row)
        self._list.setCurrentRow(0 if self._ideas else -1)
        t = self._context.t
        self._list.setVisible(bool(self._ideas))
        self._nothing.setVisible(not self._ideas)
        self._nothing.setText(
            t("この言葉では見つかりません。短い言葉でさがしてみてください。")
            if wanted
            else t("ボードに案を貼ると、ここで選べます。")
        )
        self._done.set_usable("" if self._ideas or self._ticked else t("案を選んでください"))

    def _offered(self) -> list[Idea]:
        project = self._context.project
        several = self._asks.several is not None
        first = {idea.id: idea for idea in deepening.chosen_ideas(project)}
        notes = sorted(project.all(Note), key=lambda note: (note.number, note.id))
        rest: list[Idea] = [*notes] if several else [*project.all(Cluster), *notes]
        ideas = [*first.values(), *(idea for idea in rest if idea.id not in first)]
        ideas = [one for one in ideas if one.id not in self._asks.without and full_title(one)]
        return [one for one in ideas if isinstance(one, Note)] if several else ideas

    def _show_row(self, row: int) -> None:
        t, idea = self._context.t, self._ideas[row]
        words = source_words(idea, t)
        ticked = idea.id in self._ticked
        item = self._list.item(row)
        item.setData(_LINE, SourceLine(words, ticked))
        state = t("選んであります") if ticked else ""
        spoken = f"{words.kind} {words.code} {words.title} {state}".strip()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _tick(self) -> None:
        idea = self.chosen()
        if idea is None:
            return
        if idea.id in self._ticked:
            self._ticked.remove(idea.id)
        else:
            self._ticked.append(idea.id)
        self._show_row(self._list.currentRow())

    def _on_double(self) -> None:
        if self._asks.several is None:
            self.accept()

    def accept(self) -> None:
        """Take the idea pointed at, or those ticked."""
        if self._asks.several is not None or self.chosen() is not None:
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter work in the field and in the list alike; Space ticks in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._words.composing():
            return False
        if event.key() in _ENTER:
            self.accept()
            return True
        several = self._asks.several is not None
        if several and watched is self._list and event.key() == Qt.Key.Key_Space:
            self._tick()
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if watched is self._words and event.key() in steps:
            if several:
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
            row = self._list.currentRow() + steps[Qt.Key(event.key())]
            self._list.setCurrentRow(min(len(self._ideas) - 1, max(0, row)))
            return True
        return False
