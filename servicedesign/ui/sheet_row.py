"""One sheet in the print list: tick, title, what it holds, paper.

Owns its look and its keys: Space ticks, up and down go from row to row.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.registry import SheetSpec
from servicedesign.ui.theme import color, theme
from servicedesign.ui.tick import paint_tick

_LEFT = 32
_ROOMY = 480
"""From this width on, in px at 100 %, the columns have room to spare."""


class SheetRow(QWidget):
    """A row of 40 px.

    Signals:
        pointed: the row was chosen to be looked at; its sheet's id.
        ticked: its tick was set or taken away.
    """

    pointed = Signal(str)
    ticked = Signal()

    def __init__(self, spec: SheetSpec, t: Translator, parent: QWidget | None = None) -> None:
        """Make a row for ``spec``."""
        super().__init__(parent)
        self.spec = spec
        self.t = t
        self._filled = False
        self._tick: bool | None = None
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def is_ticked(self) -> bool:
        """Tell whether the sheet is to be written out: by default when it holds something."""
        return self._filled if self._tick is None else self._tick

    def show_content(self, *, filled: bool) -> None:
        """Say whether the project holds something for the sheet."""
        self._filled = filled
        self._tell()
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the row as the one that is looked at."""
        self._current = current
        self.update()

    def turn(self) -> None:
        """Set the tick or take it away."""
        self._tick = not self.is_ticked()
        self._tell()
        self.update()
        self.ticked.emit()

    def _words(self) -> tuple[str, str, str]:
        t = self.t
        content = t("記入済み") if self._filled else t("白紙")
        return t(self.spec.title), content, self.spec.papers[0]

    def _tell(self) -> None:
        mark = (
            self.t.context("tick", "入れる") if self.is_ticked() else self.t.context("tick", "外す")
        )
        self.setAccessibleName("、".join((*self._words(), mark)))

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(theme().px(400), theme().px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; up and down go from row to row."""
        if event.key() == Qt.Key.Key_Space:
            self.turn()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look at the sheet whose row has the focus."""
        super().focusInEvent(event)
        self.pointed.emit(self.spec.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick at the left, look anywhere."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointed.emit(self.spec.id)
        if event.position().x() < theme().px(_LEFT + 32):
            self.turn()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, tick and the three columns."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.fillRect(self.rect(), color(tokens.TINT))
            painter.fillRect(0, 0, look.px(4), self.height(), color(tokens.ACTION))
        paint_tick(painter, QRectF(self.rect()), look.px(_LEFT), on=self.is_ticked())
        title, content, paper = self._words()
        tone = color(tokens.ACTION if self._current else tokens.TEXT)
        right = self.width() - look.px(16)
        title_left = look.px(_LEFT + 32)
        metrics = QFontMetricsF(look.font(bold=True))
        paper_wide = min(look.px(72), ceil(metrics.horizontalAdvance(paper)) + look.px(20))
        content_wide = min(look.px(110), ceil(metrics.horizontalAdvance(content)) + look.px(20))
        roomy = self.width() >= look.px(_ROOMY)
        paper_left = right - (look.px(72) if roomy else paper_wide)
        content_left = paper_left - (look.px(110) if roomy else content_wide)
        painter.setFont(look.font(tokens.CONTENT_PX, bold=self._current))
        self._word(painter, title_left, content_left, title, tone)
        painter.setFont(look.font(bold=self._current))
        quiet = tone if self._current or self._filled else color(tokens.SECOND_TEXT)
        self._word(painter, content_left, paper_left, content, quiet)
        self._word(painter, paper_left, right, paper, tone)
        painter.end()

    def _word(self, painter: QPainter, left: float, right: float, text: str, tone: QColor) -> None:
        painter.setPen(tone)
        room = right - left - theme().px(8)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        box = QRectF(left, 0, room, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
