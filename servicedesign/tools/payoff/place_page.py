"""The first page: the matrix, and beside it the table in which points are typed.

Owns their arrangement for each width, what is said of the idea in use, and what was decided.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.payoff.matrix_view import MatrixView
from servicedesign.tools.payoff.rater_line import RaterLine
from servicedesign.tools.payoff.rows import PointRows
from servicedesign.tools.payoff.squeezed import Squeezed
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.field_block import FieldBlock
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.table.typing_table import TypingTable
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.text_label import TextLabel

BESIDE, BESIDE_EN = 900, 1120
"""Width in px at 100 % from which the table stands beside the matrix; English runs wider."""
_MATRIX_SHARE = 0.5
_LOW = 470
"""Height in px at 100 % of a matrix that stands over its table."""


class PlacePage(QWidget):
    """Matrix, table and decision.

    Attributes:
        raters: who rates.
        matrix: the matrix.
        rows: what the table shows.
        table: the points.
        decided: what the team decided.
        sort: puts the ideas in order.
        remove: takes the ideas in use off the matrix.
    """

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Build all of it."""
        super().__init__(parent)
        look = theme()
        self._beside = BESIDE_EN if t.lang == "en" else BESIDE
        locked = t("読み取り専用で開いています") if reading else ""
        self.raters = RaterLine(t, reading=reading)
        self.matrix = MatrixView(t)
        self.rows = PointRows(t)
        self.table = TypingTable(t("点の表"), self.rows, reading=reading)
        self.decided = TextArea(t("決めたこと"), min_lines=2, rule=True)
        self.decided.setReadOnly(reading)
        self._said = TextLabel(size=tokens.CONTENT_PX, wrap=True)
        self._said.setMinimumHeight(2 * look.pitch(tokens.CONTENT_PX))
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sort = QuietButton(t("手をつける順に並べる"), icon="mdi6.sort-descending")
        self.remove = QuietButton(t("評価から外す"), icon="mdi6.close-box-outline")
        for button in (self.sort, self.remove):
            button.set_usable(locked)
        inner = Squeezed()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(12))
        self._box.setSpacing(look.px(20))
        self._left = self._column([self.matrix, self._said], 1)
        self._right = self._tabled(t)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        strip = QHBoxLayout()
        strip.setContentsMargins(look.px(32), look.px(8), look.px(24), look.px(4))
        strip.addWidget(self.raters)
        whole.addLayout(strip)
        self._scroll = PageScroll(inner)
        whole.addWidget(self._scroll, 1)

    def _column(self, parts: list[QWidget], stretched: int) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px(6))
        for place, part in enumerate(parts):
            box.addWidget(part, 1 if place < stretched else 0)
        return column

    def _tabled(self, t: Translator) -> QWidget:
        look = theme()
        tools = QHBoxLayout()
        tools.setSpacing(look.px(4))
        tools.addWidget(self.sort)
        tools.addWidget(self.remove)
        tools.addStretch(1)
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(4))
        box.addLayout(tools)
        box.addWidget(self.table, 1)
        box.addSpacing(look.px(4))
        box.addWidget(FieldBlock(t("決めたこと"), self.decided))
        return column

    def column(self) -> str:
        """Return the key of the column in use."""
        return self.rows.columns[self.table.column()].key

    def say(self, words: str) -> None:
        """Show what is said of the idea in use."""
        self._said.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table beside the matrix, or below it where room is short."""
        super().resizeEvent(event)
        look = theme()
        beside = self.width() >= look.px(self._beside)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if beside:
            room = self.width() - look.px(48 + 20)
            self._left.setFixedWidth(round(room * _MATRIX_SHARE))
            self.matrix.setMinimumHeight(look.px(320))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
            self.matrix.setMinimumHeight(look.px(_LOW))
