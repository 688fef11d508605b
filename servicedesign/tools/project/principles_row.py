"""The 12 principles at a glance: all signs in a row, each leading to its principle.

Owns the row. It is one stop for Tab; the arrow keys go along it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.model import PrincipleItem
from servicedesign.tools.project.gap import Place
from servicedesign.tools.project.principle_cell import PrincipleCell
from servicedesign.tools.project.principles import PrincipleState, answer_words, count_said
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.phrase_label import PhraseLabel
from servicedesign.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from servicedesign.i18n import Translator


class PrinciplesRow(QWidget):
    """Heading, counts and the row of cells.

    Signals:
        asked: the Place of the principle that was pressed.
    """

    asked = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._t = t
        self._counts = PhraseLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._frame = _CellFrame()
        self.cells: list[PrincipleCell] = []
        self._items: list[str] = []
        head = QHBoxLayout()
        head.setSpacing(theme().px(16))
        head.addWidget(
            TextLabel(t.context("overview", "12箇条"), size=tokens.CONTENT_PX, bold=True)
        )
        head.addWidget(self._counts, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px(10))
        box.addLayout(head)
        box.addWidget(self._frame)
        box.addStretch(1)

    def show_states(self, states: Sequence[PrincipleState]) -> None:
        """Show ``states``; none where the project holds no edition."""
        self._counts.setText(
            count_said(self._t, Counter(state.answer for state in states))
            or self._t("まだ入っていません。")
        )
        if len(states) != len(self.cells):
            self._make_cells(len(states))
        words = answer_words(self._t)
        self._items = [state.item_id for state in states]
        for cell, state in zip(self.cells, states, strict=True):
            number = self._t("箇条{number}", number=state.number)
            name = f"{number} {state.title}、{words[state.answer]}"
            cell.show_answer(state.number, state.answer, name)
            cell.setToolTip(plain(f"{state.title}（{words[state.answer]}）"[:300]))
        self._frame.setVisible(bool(states))

    def _make_cells(self, count: int) -> None:
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        self.cells = [PrincipleCell() for _ in range(count)]
        for number, cell in enumerate(self.cells):
            first = Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(first)
            cell.clicked.connect(lambda _=False, at=number: self._on_pressed(at))
            cell.step_asked.connect(lambda step, at=number: self._go(at + step))
        self._frame.set_cells(self.cells)

    def _on_pressed(self, number: int) -> None:
        self.asked.emit(Place("principles", PrincipleItem.KIND, self._items[number]))

    def _go(self, number: int) -> None:
        target = self.cells[min(len(self.cells) - 1, max(0, number))]
        for cell in self.cells:
            here = Qt.FocusPolicy.StrongFocus if cell is target else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(here)
        target.setFocus(Qt.FocusReason.TabFocusReason)


class _CellFrame(QWidget):
    """The outline around the cells, with lines between them; 12 in a row, or 6, or 4."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[PrincipleCell] = []
        self._across = 12
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(1)

    def set_cells(self, cells: list[PrincipleCell]) -> None:
        self._cells = cells
        self._place()

    def _place(self) -> None:
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // self._across, number % self._across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = theme().px(49)
        across = next((n for n in (12, 6, 4) if self.width() >= n * least), 3)
        if across != self._across:
            self._across = across
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in self._cells:
            place = cell.geometry()
            if place.left() > 1:
                painter.fillRect(
                    place.left() - 1, place.top(), 1, place.height(), color(tokens.HAIRLINE)
                )
            if place.top() > 1:
                painter.fillRect(
                    place.left(), place.top() - 1, place.width(), 1, color(tokens.HAIRLINE)
                )
        radius = theme().px(tokens.RADIUS)
        painter.setPen(QPen(color(tokens.HAIRLINE), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
