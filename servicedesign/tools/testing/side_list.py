"""The versions of prototypes to choose from, and the sessions of the one chosen.

Owns the two lists. What is chosen is the editor's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.text_label import TextLabel

_WIDTH = 200


class SideList(QWidget):
    """A choice over a list.

    Attributes:
        versions: the choice of versions.
        sessions: the list of sessions.

    Signals:
        delete_asked: Delete was pressed on a session.
    """

    delete_asked = Signal()

    def __init__(self, t: Translator) -> None:
        """Make empty lists."""
        super().__init__()
        look = theme()
        self.versions = Select(t("試作の版"))
        self.sessions = _Sessions()
        self.sessions.setAccessibleName(t("テストの一覧"))
        self.sessions.delete_asked.connect(self.delete_asked)
        self.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(8), look.px(8), look.px(12))
        column.setSpacing(look.px(8))
        column.addWidget(TextLabel(t("試作の版"), bold=True, tone=tokens.SECOND_TEXT))
        column.addWidget(self.versions)
        column.addWidget(TextLabel(t("テスト"), bold=True, tone=tokens.SECOND_TEXT))
        column.addWidget(self.sessions, 1)

    def show_versions(self, versions: Sequence[tuple[str, str]], current: str) -> None:
        """Offer ``versions``, each an id and words."""
        blocked = self.versions.blockSignals(True)
        self.versions.clear()
        for version_id, words in versions:
            self.versions.add(version_id, words)
        self.versions.blockSignals(blocked)
        self.versions.set_value(current)

    def show_sessions(self, sessions: Sequence[tuple[str, str]], current: str) -> None:
        """Show ``sessions``, each an id and words; rows are kept."""
        rows = self.sessions
        blocked = rows.blockSignals(True)
        while rows.count() > len(sessions):
            rows.takeItem(rows.count() - 1)
        while rows.count() < len(sessions):
            rows.addItem(QListWidgetItem())
        for place, (session_id, words) in enumerate(sessions):
            item = rows.item(place)
            item.setText(words)
            item.setData(Qt.ItemDataRole.UserRole, session_id)
            item.setSizeHint(QSize(0, theme().px(40)))
            if session_id == current:
                rows.setCurrentItem(item)
        rows.blockSignals(blocked)


class _Sessions(QListWidget):
    delete_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a deletion with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
