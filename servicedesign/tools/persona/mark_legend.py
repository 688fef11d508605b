"""What the marks in the comparison mean, on one line.

Owns its look.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, theme

_SIDE = 12
_ICON = 14
_NEAR = 5
_FAR = 16


class MarkLegend(QWidget):
    """● 事実 ○ 推測 ” 根拠の数 ▲ 根拠がない."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make the legend in the language of ``t``."""
        super().__init__(parent)
        self._entries: tuple[tuple[Sign | str, str], ...] = (
            (Sign.DONE, t("事実")),
            (Sign.NONE, t("推測")),
            ("mdi6.format-quote-close", t("根拠の数")),
            (Sign.LOOK, t("根拠がない")),
        )
        self.setAccessibleName("、".join(word for _, word in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width of all entries."""
        look, metrics = theme(), QFontMetricsF(theme().font())
        words = sum(ceil(metrics.horizontalAdvance(word)) for _, word in self._entries)
        count = len(self._entries)
        marks = count * look.px(_ICON + _NEAR) + (count - 1) * look.px(_FAR)
        return QSize(words + marks + 2, look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and word, one after the other."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font())
        metrics = QFontMetricsF(painter.font())
        tone = color(tokens.SECOND_TEXT)
        x, middle = 0.0, self.height() / 2
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        for mark, word in self._entries:
            side = look.px(_SIDE if isinstance(mark, Sign) else _ICON)
            box = QRectF(x + (look.px(_ICON) - side) / 2, middle - side / 2, side, side)
            if isinstance(mark, Sign):
                paint_sign(painter, mark, box, tone)
            else:
                paint_icon(painter, mark, box, tone)
            x += look.px(_ICON + _NEAR)
            painter.setPen(tone)
            painter.drawText(QPointF(x, base), word)
            x += ceil(metrics.horizontalAdvance(word)) + look.px(_FAR)
        painter.end()
