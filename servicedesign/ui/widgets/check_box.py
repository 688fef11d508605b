"""A tick for yes or no.

Owns its look; the box and the tick are painted, since the font has neither.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import paint_tick


class CheckBox(QAbstractButton):
    """A box with its label; Qt's ``toggled`` tells of a change."""

    def __init__(
        self,
        label: str,
        *,
        checked: bool = False,
        label_shown: bool = True,
        keeps_tick: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a box; with ``label_shown`` False the label is for screen readers only.

        With ``keeps_tick`` one that cannot be used shows what holds, else an empty box.
        """
        super().__init__(parent)
        self._label = label
        self._label_shown = label_shown
        self._keeps_tick = keeps_tick
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of box and label, 32 px high."""
        look = theme()
        text = QFontMetricsF(look.font()).horizontalAdvance(self._label)
        width = look.px(8) + ceil(text) + 1 if self._label_shown else 0
        return QSize(look.px(32) + width, look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and label."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        usable = self.isEnabled()
        edge = tokens.TEXT if usable else tokens.EDGE
        on = self.isChecked() and (usable or self._keeps_tick)
        fill = tokens.ACTION if usable else tokens.SECOND_TEXT
        paint_tick(painter, QRectF(self.rect()), look.px(8), on=on, edge=edge, fill=fill)
        if self._label_shown:
            painter.setFont(look.font())
            painter.setPen(color(tokens.TEXT if usable else tokens.SECOND_TEXT))
            area = self.rect().adjusted(look.px(8 + 16 + 8), 0, 0, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)
        painter.end()
