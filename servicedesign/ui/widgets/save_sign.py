"""Whether everything written is on disk.

Owns its look. Nothing to press while all is well; the way out is beside a failure.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.message import N_
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import color, plain, theme

SLOW_MS = 300
"""A save shorter than this is not announced."""


class SaveState(StrEnum):
    """What the sign says."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read_only"


_LOOKS = {
    SaveState.SAVED: ("mdi6.check-circle-outline", tokens.SUCCESS, N_("保存済み")),
    SaveState.SAVING: ("mdi6.progress-clock", tokens.TEXT, N_("保存中")),
    SaveState.FAILED: ("mdi6.alert-circle", tokens.ERROR, N_("保存できません")),
    SaveState.READ_ONLY: ("mdi6.lock-outline", tokens.SECOND_TEXT, N_("読み取り専用")),
}


class SaveSign(QWidget):
    """An icon and one word."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make a sign that says saved."""
        super().__init__(parent)
        self.t = t
        self._state = SaveState.SAVED
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self._show(SaveState.SAVING))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show(SaveState.SAVED)

    def state(self) -> SaveState:
        """Return what the sign says now."""
        return self._state

    def set_state(self, state: SaveState) -> None:
        """Say ``state``; SAVING only when it lasts over 0.3 s."""
        if state is SaveState.SAVING:
            self._slow.start()
            return
        self._slow.stop()
        self._show(state)

    def _show(self, state: SaveState) -> None:
        self._state = state
        word = self.t(_LOOKS[state][2])
        self.setAccessibleName(word)
        self.setToolTip(plain(word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icon and word."""
        look = theme()
        bold = self._state is SaveState.FAILED
        metrics = QFontMetricsF(look.font(bold=bold))
        width = metrics.horizontalAdvance(self.t(_LOOKS[self._state][2]))
        return QSize(ceil(look.px(18 + 4) + width) + 1, look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word."""
        look = theme()
        name, tone, word = _LOOKS[self._state]
        failed = self._state is SaveState.FAILED
        painter = QPainter(self)
        side = look.px(18)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, name, place, color(tone))
        painter.setFont(look.font(bold=failed))
        painter.setPen(color(tone if failed else tokens.SECOND_TEXT))
        area = self.rect().adjusted(side + look.px(4), 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), self.t(word))
        painter.end()
