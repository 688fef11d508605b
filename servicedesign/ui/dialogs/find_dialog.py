"""Search: what is found as one types, by tool, with the words marked.

Owns the look and the keys; the search is the store's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from servicedesign import tokens, tools
from servicedesign.model import RECORDS
from servicedesign.model.record import field_specs
from servicedesign.model.titles import record_title
from servicedesign.store.search import Hit
from servicedesign.ui.context import EditorContext
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.dialogs.hit_delegate import HitDelegate, HitLine
from servicedesign.ui.reaching import has_screen
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_field import TextField
from servicedesign.ui.widgets.text_label import TextLabel

MOST = 200
"""Most places shown, those that have a screen first."""

_SOUGHT = 5_000
"""Most places looked at; where there are more, the words say too little to sort by."""

_PAUSE_MS = 120


class FindDialog(BaseDialog):
    """A field and a list of what was found."""

    def __init__(self, context: EditorContext, words: str, parent: QWidget | None) -> None:
        """Begin with ``words`` in the field."""
        t = context.t
        super().__init__(t("さがす"), parent, width=720)
        self._context = context
        self._hits: list[Hit] = []
        self._searched = ""
        self._field = TextField(t("さがすことば"), placeholder=t("2文字以上"))
        self._field.set_text(words)
        self._field.selectAll()
        self._count = TextLabel(tone=tokens.SECOND_TEXT)
        self._list = QListWidget()
        self._list.setAccessibleName(t("見つかったところ"))
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.setMinimumHeight(theme().px(360))
        self._list.setUniformItemSizes(True)
        self.body.addWidget(self._field)
        self.body.addWidget(self._count)
        self.body.addWidget(self._list, 1)
        self._open = PrimaryButton(t("ここを見る"), key="Enter")
        self._open.clicked.connect(self._on_open)
        self.add_button(SecondaryButton(t("閉じる"), key="Esc"), closes=True)
        self.add_button(self._open)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.search)
        self._field.textChanged.connect(self._timer.start)
        self._field.installEventFilter(self)
        self._list.itemActivated.connect(self._on_open)
        self._list.itemClicked.connect(self._on_open)
        self.search()
        self._field.setFocus()

    def words(self) -> str:
        """Return what is searched for."""
        return self._field.text().strip()

    def hits(self) -> tuple[Hit, ...]:
        """Return what was found, in the order of the list."""
        return tuple(self._hits)

    def chosen(self) -> int:
        """Return the number of the hit chosen."""
        return max(0, self._list.currentRow())

    def search(self) -> None:
        """Search now."""
        t = self._context.t
        words = self._searched = self.words()
        found = self._context.project.search(words, limit=_SOUGHT) if len(words) > 1 else []
        self._hits = sorted(found, key=_tool_order)[:MOST]
        self._list.clear()
        for hit in self._hits:
            line = self._line(hit)
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.where} {hit.text[:200]}")
            self._list.addItem(item)
        if self._hits:
            self._list.setCurrentRow(0)
        count = t.plural("{n}か所", len(self._hits)) if len(words) > 1 else ""
        more = len(found) > MOST
        self._count.setText(t("{n}か所より多くあります。", n=MOST) if more else count)
        self._open.set_usable("" if self._hits else t("まだ見つかっていません"))

    def _line(self, hit: Hit) -> HitLine:
        t = self._context.t
        record = self._context.project.find_any(hit.id)
        owner = tools.tool_for_record(record) if record else tools.tool_for_kind(hit.kind)
        place = t(owner.title) if owner is not None else t(RECORDS[hit.kind].LABEL)
        specs = field_specs(RECORDS[hit.kind])
        field = t(specs[hit.field].label) if hit.field in specs else ""
        title = record_title(record) if record is not None else ""
        name = title if title != hit.text else ""
        where = "　".join(part for part in (place, name, field) if part)
        return HitLine(where, hit.text, hit.start, hit.end, has_screen(hit.kind))

    def _on_open(self) -> None:
        if self._hits:
            self._field.flush()
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up, down and Enter in the field work on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._field.composing():
                return False
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                row = self._list.currentRow() + steps[Qt.Key(event.key())]
                self._list.setCurrentRow(min(len(self._hits) - 1, max(0, row)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.words() != self._searched:
                    self.search()
                self._on_open()
                return True
        return False


def _tool_order(hit: Hit) -> tuple[bool, int]:
    owner = tools.tool_for_kind(hit.kind)
    place = tools.TOOL_IDS.index(owner.id) if owner is not None else len(tools.TOOL_IDS)
    return not has_screen(hit.kind), place
