"""The titles over the columns of a table.

Owns their look; the one over the place in use is tinted.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.table.live_cell import PAD


class ColumnHead(QHeaderView):
    """Paints titles, bold, on the ground of tables."""

    def __init__(self, table: QTableView) -> None:
        """Stand over ``table``."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme().px(24))
        self.setFixedHeight(theme().px(36))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint one title."""
        current = self._table.currentIndex().column() == section and self._table.hasFocus()
        painter.save()
        painter.fillRect(rect, color(tokens.TINT if current else tokens.TABLE_GROUND))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(tokens.EDGE))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color(tokens.HAIRLINE))
        painter.setFont(theme().font(bold=True))
        painter.setPen(color(tokens.ACTION if current else tokens.TEXT))
        room = rect.adjusted(theme().px(PAD), 0, -theme().px(4), 0)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
        painter.restore()
