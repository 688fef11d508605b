"""Choosing what a claim rests on: search as one types, tick, done.

Owns the look and the keys of choosing. What is written is one step of ``tools.evidence``; nothing
is ever ticked for the person.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from servicedesign import tokens
from servicedesign.model import Record
from servicedesign.tools import evidence
from servicedesign.tools.chain_steps import sentence_of
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.dialogs.source_delegate import SourceDelegate, SourceLine
from servicedesign.ui.source_words import source_words, whole_text
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.section_rule import SectionRule
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

MOST = 200
"""Most results shown."""

_PAUSE_MS = 120
_LINE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkPicker(BaseDialog):
    """A field to search in, the results with boxes, and the text of the one pointed at."""

    def __init__(
        self,
        context: EditorContext,
        source: Record,
        field: str,
        claim: str,
        parent: QWidget | None,
        *,
        start: str = "",
        commit: Callable[[tuple[Record, ...]], object] | None = None,
    ) -> None:
        """Choose the evidence of ``field`` of ``source``.

        Args:
            context: of the editor.
            source: what claims.
            field: its field, or empty for the whole record.
            claim: what claims, in words: ``職業：スーパーでパート``.
            parent: the window.
            start: the id of a source to begin at, or empty.
            commit: writes what was chosen; by default the links of ``field`` of ``source``.
        """
        t = context.t
        super().__init__(t("根拠をつなぐ"), parent, width=720)
        self._context = context
        self._source = source
        self._commit = commit or partial(evidence.set_evidence, context.project, source, field)
        self._linked = {
            record.id: record
            for _, record in evidence.evidence_records(context.project, source.id, field)
        }
        self._ticked = dict(self._linked)
        self._shown: list[Record] = []
        self._turned = ""
        self._stepped = False
        self._searched = ""
        self._words = TextField(
            t("さがすことば"), placeholder=t("聞き取り、付箋、テストの言葉から")
        )
        self._count = TextLabel(tone=tokens.SECOND_TEXT)
        self._list = QListWidget()
        self._reading = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self._nothing = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self._done = PrimaryButton(t("つなぐ"), key="Enter")
        self._build(claim)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.search)
        self._words.textChanged.connect(self._on_typed)
        self._words.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self._on_clicked)
        self._list.currentRowChanged.connect(self._on_row)
        self._done.clicked.connect(self.accept)
        self.search(start)
        self._words.setFocus()

    def _build(self, claim: str) -> None:
        t, look = self._context.t, theme()
        self.body.addWidget(TextLabel(claim, tone=tokens.SECOND_TEXT))
        self.body.addWidget(self._words)
        self.body.addWidget(self._count)
        self._list.setAccessibleName(t("根拠にできるもの"))
        self._list.setItemDelegate(SourceDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(look.px(280))
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._nothing)
        self.body.addWidget(SectionRule())
        page = PageScroll(self._reading)
        page.setFixedHeight(look.px(84))
        page.setAccessibleName(t("選んだものの全文"))
        self.body.addWidget(page)
        hint = t("↑↓ で選び、Enter でつなぎます。続けて選ぶときは Shift+Enter かスペース。")
        self.body.addWidget(TextLabel(hint, tone=tokens.SECOND_TEXT, wrap=True))
        self.add_button(SecondaryButton(t.context("button", "やめる"), key="Esc"), closes=True)
        self.add_button(self._done)

    def search(self, start: str = "") -> None:
        """Search now, and point at the record ``start`` if it is among what was found."""
        project, words = self._context.project, self._words.text().strip()
        self._searched = words
        found = evidence.find_evidence(project, words, limit=MOST + 1)
        others = [record for record in found if record.id != self._source.id]
        first = [] if words else list(self._ticked.values())
        known = {record.id for record in first}
        self._shown = (first + [record for record in others if record.id not in known])[:MOST]
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for record in self._shown:
            item = QListWidgetItem()
            self._list.addItem(item)
            self._fill(item, record)
        self._list.blockSignals(blocked)
        ids = [record.id for record in self._shown]
        row = ids.index(start) if start in ids else 0 if words and ids else -1
        self._list.setCurrentRow(row)
        self._on_row(row)
        self._tell(words, more=len(others) > MOST)

    def _fill(self, item: QListWidgetItem, record: Record) -> None:
        t = self._context.t
        words = source_words(record, t)
        ticked = record.id in self._ticked
        item.setData(_LINE, SourceLine(words, ticked))
        state = t("つなぐ") if ticked else t("つながない")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{words.kind} {words.code} {words.title}、{state}"
        )

    def _tell(self, words: str, *, more: bool) -> None:
        t = self._context.t
        found = bool(self._shown)
        if words:
            count = t.plural("{n}件", len(self._shown))
            self._count.setText(t("{n}件より多くあります。", n=MOST) if more else count)
        else:
            self._count.setText(t.plural("{n}件をつないでいます", len(self._ticked)))
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._nothing.setText(
            t("この言葉では見つかりません。短い言葉でさがしてみてください。")
            if words
            else t(
                "根拠にできるものが、まだありません。"
                "聞き取りや付箋、テストの記録が入ると、ここで選べます。"
            )
        )
        self._tell_button()

    def _tell_button(self) -> None:
        t = self._context.t
        fresh = len(self._ticked.keys() - self._linked.keys())
        gone = len(self._linked.keys() - self._ticked.keys())
        label = t("つなぐ")
        if fresh:
            label = t.plural("{n}件をつなぐ", fresh)
        elif gone:
            label = t.plural("{n}件を外す", gone)
        self._done.set_label(label)
        if self._context.read_only:
            self._done.set_usable(t("読み取り専用で開いています"))
            return
        none = not fresh and not gone and self._list.currentRow() < 0
        self._done.set_usable(t("つなぐものを選んでください") if none else "")

    def chosen(self) -> tuple[Record, ...]:
        """Return the records ticked, in the order in which they were."""
        return tuple(self._ticked.values())

    def turn(self, row: int) -> None:
        """Tick the result at ``row``, or take its tick away; a project that is read stays so."""
        if self._context.read_only:
            return
        record = self._shown[row]
        self._turned = record.id
        if self._ticked.pop(record.id, None) is None:
            self._ticked[record.id] = record
        item = self._list.item(row)
        if item is not None:
            self._fill(item, record)
        self._tell_button()

    def accept(self) -> None:
        """Link what is ticked; the row pointed at too, unless it was just turned."""
        self._catch_up()
        row = self._list.currentRow()
        if row >= 0 and self._shown[row].id not in (*self._ticked, self._turned):
            self.turn(row)
        if self._ticked.keys() != self._linked.keys():
            self._commit(self.chosen())
        super().accept()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.turn(self._list.row(item))

    def _on_row(self, row: int) -> None:
        t = self._context.t
        hint = t("矢印で指すと、ここに全文が出ます。") if self._shown else ""
        self._reading.setText(self._whole(self._shown[row]) if row >= 0 else hint)
        self._reading.set_look(tone=tokens.TEXT if row >= 0 else tokens.SECOND_TEXT)
        self._turned = ""
        self._tell_button()

    def _whole(self, record: Record) -> str:
        """Return all texts of ``record``, and the words of a resident that it is drawn from."""
        text = whole_text(record)
        said = sentence_of(self._context.project, record)
        if said is None or not said.said or said.words in text:
            return text
        return f"{text}\n{self._context.t('「{words}」', words=said.words)}"

    # Keys -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of choosing work in the field and in the list alike."""
        if isinstance(event, QInputMethodEvent):  # Space of an input method in full width
            return event.commitString() == "\u3000" and self._tick_stepped()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._words.composing():
            return False
        if event.key() in _ENTER:
            self._on_enter(event)
            return True
        if event.key() == Qt.Key.Key_Space:
            return self._on_space(watched)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if watched is self._words and event.key() in steps:
            self._catch_up()
            self._stepped = True
            row = self._list.currentRow() + steps[Qt.Key(event.key())]
            self._list.setCurrentRow(min(len(self._shown) - 1, max(0, row)))
            return True
        return False

    def _on_space(self, watched: QObject) -> bool:
        """Tick in the list; in the field only right after an arrow, else it is part of a word."""
        if watched is not self._list:
            return self._tick_stepped()
        if self._list.currentRow() >= 0:
            self.turn(self._list.currentRow())
        return True

    def _tick_stepped(self) -> bool:
        row = self._list.currentRow() if self._stepped else -1
        if row < 0 or self._words.composing():
            return False
        self.turn(row)
        return True

    def _on_typed(self) -> None:
        """Search soon, when there is another word to search for."""
        if self._words.text().strip() != self._searched:
            self._stepped = False
            self._timer.start()

    def _catch_up(self) -> None:
        """Search for what was typed a moment ago, before a key acts on the list."""
        if self._timer.isActive():
            self._timer.stop()
            self.search()

    def _on_enter(self, event: QKeyEvent) -> None:
        self._catch_up()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held and self._list.currentRow() >= 0:
            self.turn(self._list.currentRow())
        elif not held and self._done.isEnabled():
            self.accept()
