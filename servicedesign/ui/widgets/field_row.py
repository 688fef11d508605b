"""One row of a form: a label, what is written, how certain it is, what it rests on.

Owns the arrangement of the four, in a row where there is room and one below the other where not.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.certainty_chip import CertaintyChip
from servicedesign.ui.widgets.evidence_cell import EvidenceCell
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET, TypingEdit

LABEL: Final = 148
"""Where the fields begin, in px at 100 %: the label's column with its gap."""

NARROW: Final = 620
"""Width in px at 100 % under which the parts stand below each other."""

NARROW_ALONE: Final = 400
"""The same for a row without mark and sources."""

WIDE: Final = 880
"""Width in px at 100 % from which sources have room for their whole codes."""

_SOURCES: Final = 190
_GAP: Final = 12
_DROP: Final = 5
"""Room over chips, so that they stand in line with the first line of text."""
_ANY: Final = 16_777_215
"""Qt's largest width: no bound."""


def sources_width(width: int, t: Translator) -> int:
    """Return the width of the column of sources in a row ``width`` px wide."""
    least = EvidenceCell.least_width(t)
    return max(least, theme().px(_SOURCES)) if width >= theme().px(WIDE) else least


class FieldRow(QWidget):
    """A field with its label, its mark and its sources; mark and sources may be absent."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        t: Translator,
        *,
        chip: CertaintyChip | None = None,
        cell: EvidenceCell | None = None,
        label_width: int = LABEL,
        inset: bool | None = None,
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Arrange ``control`` beside ``label``.

        Args:
            label: in the reader's language.
            control: a field, or anything else.
            t: the translator.
            chip: the mark of certainty.
            cell: the sources.
            label_width: where the field begins, in px at 100 %.
            inset: whether ``control`` needs the inset that fields have of themselves; by default
                anything but a field does.
            line: whether a hairline lies below.
            parent: the parent widget.
        """
        super().__init__(parent)
        self._t = t
        self.control = control
        self.chip = chip
        self.cell = cell
        self._narrow: bool | None = None
        self._focused = False
        self._label_width = label_width
        self._bound = NARROW if chip is not None or cell is not None else NARROW_ALONE
        self._line = line
        self._label = TextLabel(label, bold=True, wrap=True)
        self._label.setBuddy(control)
        needs = not isinstance(control, TypingEdit) if inset is None else inset
        self._control_place = (
            _holder(control, left=INSET, top=_DROP, bottom=_DROP) if needs else control
        )
        self._chip_place = _holder(chip, top=_DROP) if chip is not None else None
        self._cell_place = _holder(cell, top=_DROP) if cell is not None else None
        self._grid = QGridLayout(self)
        self._grid.setSpacing(0)
        pad = theme().px(5)
        self._grid.setContentsMargins(0, pad, theme().px(INSET), pad + 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._grid.count():
            self._grid.takeAt(0)
        for column in range(6):
            self._grid.setColumnMinimumWidth(column, 0)
            self._grid.setColumnStretch(column, 0)
        if narrow:
            self._place_below()
        else:
            self._place_beside()
        self._fit_sources()

    def _place_beside(self) -> None:
        look, grid = theme(), self._grid
        top = Qt.AlignmentFlag.AlignTop
        self._label.setContentsMargins(look.px(INSET), look.px(10), look.px(8), 0)
        self._label.setFixedWidth(look.px(self._label_width))
        grid.addWidget(self._label, 0, 0, top)
        grid.addWidget(self._control_place, 0, 1, top)
        grid.setColumnStretch(1, 1)
        for column, part in ((3, self._chip_place), (5, self._cell_place)):
            if part is not None:
                grid.setColumnMinimumWidth(column - 1, look.px(_GAP))
                grid.addWidget(part, 0, column, top)

    def _place_below(self) -> None:
        look, grid = theme(), self._grid
        self._label.setMinimumWidth(0)
        self._label.setMaximumWidth(_ANY)
        self._label.setContentsMargins(look.px(INSET), look.px(10), look.px(8), 0)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._control_place, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        if self._chip_place is not None:
            grid.addWidget(self._chip_place, 0, 1)
        if self._cell_place is not None:
            grid.addWidget(self._cell_place, 2, 0, 1, 2)

    def _fit_sources(self) -> None:
        if self.cell is None or self._cell_place is None:
            return
        inset = theme().px(INSET) if self._narrow else 0
        layout = self._cell_place.layout()
        if layout is not None:
            layout.setContentsMargins(inset, theme().px(_DROP), 0, 0)
        if self._narrow:
            self.cell.setMinimumWidth(0)
            self.cell.setMaximumWidth(_ANY)
        else:
            self.cell.setFixedWidth(sources_width(self.width(), self._t))

    def minimumSizeHint(self) -> QSize:
        """Let the row become narrow: its parts then go below each other."""
        return QSize(theme().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < theme().px(self._bound))
        self._fit_sources()

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label.setText(label)

    # In use -----------------------------------------------------------------------------------

    def set_focused(self, focused: bool) -> None:
        """Offer linking while the focus is in this row."""
        self._focused = focused
        self._offer()

    def _offer(self) -> None:
        if self.cell is not None:
            self.cell.set_active(self._focused or self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer linking to the pointer."""
        self._offer()

    def leaveEvent(self, event: QEvent) -> None:
        """Offer it no longer."""
        if self.cell is not None:
            self.cell.set_active(self._focused)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below."""
        if not self._line:
            return
        painter = QPainter(self)
        left = theme().px(INSET)
        painter.fillRect(
            left, self.height() - 1, self.width() - 2 * left, 1, color(tokens.HAIRLINE)
        )
        painter.end()


def _holder(part: QWidget, *, left: int = 0, top: int = 0, bottom: int = 0) -> QWidget:
    """Return a widget that gives ``part`` some room around it (px at 100 %)."""
    look = theme()
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(look.px(left), look.px(top), 0, look.px(bottom))
    column.addWidget(part)
    return holder
