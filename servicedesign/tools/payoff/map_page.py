"""The third page: the chosen ideas go onto the ideal map, and what the map still lacks.

Owns the page. It writes nothing: what is asked for goes out as signals (report ch. 7 §2(2): the map
is completed with the solutions).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import JourneyMap
from servicedesign.tools.payoff.completing import Lacking
from servicedesign.tools.payoff.lack_list import LackList
from servicedesign.tools.payoff.map_rows import OFF, PHASE, MapRows
from servicedesign.tools.payoff.plan import NOT_WRITTEN, Plan
from servicedesign.tools.payoff.squeezed import Squeezed
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.select import Select
from servicedesign.ui.widgets.table.row_head import RowHead
from servicedesign.ui.widgets.table.typing_table import TypingTable

BESIDE, BESIDE_EN = 900, 1080
"""Width in px at 100 % from which the checklist stands beside the table; English runs wider."""
_LIST = 380


class MapPage(QWidget):
    """Table, button and checklist; where there is no ideal map, how to make one.

    Attributes:
        rows: what the table shows.
        table: which idea goes where.
        lacks: what the map lacks.
        write: writes what was chosen.
        make: makes the ideal map.

    Signals:
        chosen: items and the phase they go to; an empty one leaves them off.
        write_asked: what was chosen is to be written.
        make_asked: the ideal map is to be made.
        map_chosen: the id of another ideal map.
        open_asked: the map is to be shown.
    """

    chosen = Signal(list, str)
    write_asked = Signal()
    make_asked = Signal()
    map_chosen = Signal(str)
    open_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Build an empty page."""
        super().__init__(parent)
        self.t = t
        self._locked = t("読み取り専用で開いています") if reading else ""
        self.rows = MapRows(t)
        self.table = TypingTable(t("地図に書く案の表"), self.rows, reading=reading)
        head = self.table.verticalHeader()
        if isinstance(head, RowHead):
            head.draggable = False  # the order is that of the matrix
        self.lacks = LackList(t)
        self.write = PrimaryButton("", large=True)
        self._open = SecondaryButton(t("地図を開く"), leads_on=True)
        self._maps = Select(t("理想の地図を選ぶ"))
        self.make = PrimaryButton(t("理想の地図を作る"))
        self._draw = PrimaryButton(t("現状の地図をかく"), leads_on=True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._built())
        self._stack.addWidget(self._without(self.make, to_be=True))
        self._stack.addWidget(self._without(self._draw, to_be=False))
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.written.connect(self._on_written)
        self.table.cleared.connect(lambda rows, _: self._put(rows, NOT_WRITTEN))
        self.table.filled.connect(self._on_filled)
        self.write.clicked.connect(self.write_asked)
        self.make.clicked.connect(self.make_asked)
        self._draw.clicked.connect(self.open_asked)
        self._open.clicked.connect(self.open_asked)
        self._maps.activated.connect(lambda _: self.map_chosen.emit(str(self._maps.value())))

    def _built(self) -> QWidget:
        look, t = theme(), self.t
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        words = t(
            "どの案をどのフェーズの解決策にするかを選び、理想のマップに書きます。"
            "困りごとに答える案は、フェーズが分かっています。"
        )
        column.addWidget(PhraseLabel(words, wrap=True))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.write)
        row.addWidget(self._open)
        row.addWidget(self._maps)
        row.addStretch(1)
        column.addLayout(row)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, look.px(4), 0)
        side.addWidget(self.lacks)
        inner = Squeezed()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(look.px(32), look.px(12), look.px(24), look.px(16))
        self._box.setSpacing(look.px(32))
        self._box.addWidget(left, 1)
        self._box.addWidget(self._side)
        return PageScroll(inner)

    def _without(self, button: PrimaryButton, *, to_be: bool) -> QWidget:
        t = self.t
        missing = (
            t("理想の地図が、まだありません") if to_be else t("ジャーニーマップが、まだありません")
        )
        method = (
            t(
                "現状の地図と同じフェーズを並べた白紙を作り、選んだ案を解決策として書き入れます。"
                "これで地図が完成します。"
            )
            if to_be
            else t("いまの道のりを地図にかくと、案をどのフェーズで使うかを決められます。")
        )
        button.set_usable(self._locked if to_be else "")
        state = EmptyState(missing, method, button)
        left = theme().px(32)
        state.setContentsMargins(left, 0, left, 0)
        return state

    # Showing ----------------------------------------------------------------------------------

    def show_none(self, *, as_is: bool) -> None:
        """Show how to make the ideal map, or where to draw the one of today first."""
        self.rows.show(None, hidden=False)
        self.table.refresh()
        self._stack.setCurrentIndex(1 if as_is else 2)

    def show_plan(
        self,
        plan: Plan,
        lacking: Lacking,
        maps: Sequence[tuple[JourneyMap, str]],
        *,
        hidden: bool,
    ) -> None:
        """Show which idea goes where; ``maps`` are the ideal ones with their names."""
        self.rows.show(plan, hidden=hidden)
        fresh = not self.table.rows.keys()
        self.table.refresh()
        if fresh:
            self.table.go(0, [one.key for one in self.rows.columns].index(PHASE))
        self.lacks.show_lacking(lacking)
        count = len(plan.wanted())
        label = self.t.plural("選んだ{n}案を理想のマップに書く", count)
        self.write.set_label(label if count else self.t("選んだ案を理想のマップに書く"))
        reason = "" if count else self.t("書く案のフェーズを選んでください")
        self.write.set_usable(self._locked or reason)
        known = [
            (self._maps.itemData(i), self._maps.itemText(i)) for i in range(self._maps.count())
        ]
        named = [(one.id, name) for one, name in maps]
        if named != known:
            self._maps.clear()
            for key, name in named:
                self._maps.add(key, name)
        self._maps.set_value(plan.target.id)
        self._maps.setVisible(len(named) > 1)
        self._stack.setCurrentIndex(0)

    def entrance(self) -> QWidget:
        """Return what takes the focus when the page opens."""
        at = self._stack.currentIndex()
        return (self.table.live, self.make, self._draw)[at]

    # What is chosen ---------------------------------------------------------------------------

    def _put(self, rows: Sequence[int], phase_id: str) -> None:
        ids = [self.rows.row_key(row) for row in rows if 0 <= row < self.rows.count()]
        if ids:
            self.chosen.emit(ids, phase_id)

    def _on_chosen(self, row: int, column: str, value: str) -> None:
        self._put([row], NOT_WRITTEN if value == OFF else value)

    def _on_written(self, row: int, column: str, text: str) -> None:
        if column == PHASE:
            phase_id = self.rows.typed(text)
            if phase_id is not None:
                self._put([row], phase_id)
                return
        self.table.refresh()

    def _on_filled(self, rows: list[int], columns: list[str], text: str) -> None:
        phase_id = self.rows.typed(text) if PHASE in columns else None
        if phase_id is not None:
            self._put(rows, phase_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the checklist beside the table, or below it where room is short."""
        super().resizeEvent(event)
        look = theme()
        beside = self.width() >= look.px(BESIDE_EN if self.t.lang == "en" else BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if beside:
            self._side.setFixedWidth(look.px(_LIST))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
