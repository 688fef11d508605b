"""Table and groups, side by side or one over the other.

Owns their arrangement for each width, and the row of tools over the table.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.participants.group_board import GroupBoard
from servicedesign.tools.participants.rows import ParticipantRows
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.table.typing_table import TypingTable
from servicedesign.ui.widgets.text_label import TextLabel

BESIDE = 860
"""Width in px at 100 % from which the groups stand beside the table."""
_BOARD_SHARE = 0.27
_BOARD_LEAST = 264
_BOARD_MOST = 400
_BOARD_LOW = 260


class ParticipantsLayout(QWidget):
    """Everything the editor shows once there is a list.

    Attributes:
        table: the people.
        board: the groups.
    """

    def __init__(
        self,
        t: Translator,
        rows: ParticipantRows,
        *,
        reading: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build all of it."""
        super().__init__(parent)
        look = theme()
        self._t = t
        self._reading = reading
        self.table = TypingTable(t("参加者の表"), rows, reading=reading)
        self.board = GroupBoard(t, reading=reading)
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools, gap=4)
        self.insert = self._tool(t("行を入れる"), "Ctrl+Shift+N", "mdi6.table-row-plus-after")
        self.delete = self._tool(t("行を消す"), "Ctrl+Del", "mdi6.trash-can-outline")
        self.sort = self._tool(t("ふりがなの順に並べる"), "", "mdi6.sort-alphabetical-ascending")
        hint = TextLabel(t("Tab 右へ　Enter 下へ　Alt+↑↓ 行を動かす"), tone=tokens.SECOND_TEXT)
        hint.setMinimumHeight(look.px(36))
        hint.setContentsMargins(look.px(8), 0, 0, 0)
        self._flow.addWidget(hint)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, look.px(16))
        column.setSpacing(look.px(4))
        column.addWidget(self._tools)
        column.addWidget(self.table, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, look.px(8), 0, 0)
        self._box.setSpacing(look.px(20))
        self._box.addWidget(left, 1)
        self._box.addWidget(self.board)
        QWidget.setTabOrder(self.sort, self.table.live)
        QWidget.setTabOrder(self.table.live, self.board.add)

    def _tool(self, label: str, key: str, icon: str) -> QuietButton:
        button = QuietButton(label, key=key, icon=icon)
        button.show_parts(label=True, key=False)
        button.set_usable(self._t("読み取り専用で開いています") if self._reading else "")
        self._flow.addWidget(button)
        return button

    def connect_tools(
        self,
        insert: Callable[[], object],
        delete: Callable[[], object],
        sort: Callable[[], object],
    ) -> None:
        """Say what the tools over the table do."""
        for button, run in ((self.insert, insert), (self.delete, delete), (self.sort, sort)):
            button.clicked.connect(lambda _=False, do=run: do())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups beside the table, or below it where room is short."""
        super().resizeEvent(event)
        look = theme()
        beside = self.width() >= look.px(BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._box.setStretchFactor(self.board, 0 if beside else 1)
        self.board.setMinimumHeight(look.px(_BOARD_LOW))
        if beside:
            share = round(self.width() * _BOARD_SHARE)
            width = min(max(share, look.px(_BOARD_LEAST)), look.px(_BOARD_MOST))
            self.board.setMinimumWidth(width)
            self.board.setMaximumWidth(width)
        else:
            self.board.setMinimumWidth(0)
            self.board.setMaximumWidth(16_777_215)
