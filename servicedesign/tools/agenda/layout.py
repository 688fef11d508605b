"""The timetable on screen: a row of tools, the table, and what to look at below it.

Owns their arrangement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.agenda.rows import AgendaRows
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.notice_list import NoticeList
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.table.typing_table import TypingTable
from servicedesign.ui.widgets.text_label import TextLabel


class AgendaLayout(QWidget):
    """Everything the editor shows while the timetable is written.

    Attributes:
        table: the steps.
        notices: what to look at.
    """

    def __init__(
        self, t: Translator, rows: AgendaRows, *, reading: bool, parent: QWidget | None = None
    ) -> None:
        """Build all of it."""
        super().__init__(parent)
        look = theme()
        self._t = t
        self._reading = reading
        self.table = TypingTable(t("進行表の表"), rows, reading=reading)
        self.notices = NoticeList(t)
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools, gap=4)
        self.insert = self._tool(t("行を入れる"), "Ctrl+Shift+N", "mdi6.table-row-plus-after")
        self.delete = self._tool(t("行を消す"), "Ctrl+Del", "mdi6.trash-can-outline")
        self.add_day = self._tool(t("日を足す"), "", "mdi6.calendar-plus")
        self.other_day = self._tool(t("別の日へ移す…"), "", "mdi6.calendar-arrow-right")
        hint = TextLabel(
            t("開始は前の行に続きます。ちがう時刻を書くとそこから始まり、消すとまた続きます。"),
            tone=tokens.SECOND_TEXT,
        )
        hint.setMinimumHeight(look.px(36))
        hint.setContentsMargins(look.px(8), 0, 0, 0)
        self._flow.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(12))
        column.setSpacing(look.px(4))
        column.addWidget(self._tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.notices)
        QWidget.setTabOrder(self.other_day, self.table.live)

    def _tool(self, label: str, key: str, icon: str) -> QuietButton:
        button = QuietButton(label, key=key, icon=icon)
        button.show_parts(label=True, key=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.set_usable(self._t("読み取り専用で開いています") if self._reading else "")
        self._flow.addWidget(button)
        return button

    def connect_tools(
        self,
        insert: Callable[[], object],
        delete: Callable[[], object],
        add_day: Callable[[], object],
        other_day: Callable[[], object],
    ) -> None:
        """Say what the tools over the table do."""
        for button, run in (
            (self.insert, insert),
            (self.delete, delete),
            (self.add_day, add_day),
            (self.other_day, other_day),
        ):
            button.clicked.connect(lambda _=False, do=run: do())

    def ask_day(self, days: Sequence[tuple[int, str]], choose: Callable[[int], object]) -> QMenu:
        """Open a list of ``days`` (number and name) under its button; ``choose`` gets one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for day, name in days:
            entry = menu.addAction(name)
            entry.triggered.connect(lambda _=False, chosen=day: choose(chosen))
        button = self.other_day
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu
