"""The four rules on screen, as large as the window: read out before ideas are collected.

Owns their painting. Sizes follow the height, so that a projector shows what a laptop does.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.drawing import Drawing
from servicedesign.tools.board.rules import RULES, Rule
from servicedesign.tools.sketch_drawings import figures
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing

_GAP = 0.03
_TITLE, _LINE, _NUMBER = 0.2, 0.105, 0.09
"""Shares of a panel's height."""


class RulesView(QWidget):
    """Two rows of two rules."""

    def __init__(self, t: Translator) -> None:
        """Show the rules in the language of ``t``."""
        super().__init__()
        self.t = t
        self._scenes: list[Drawing] = [rule.scene(figures(), t) for rule in RULES]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(t("ブレインストーミングの約束"))
        said = [
            f"{number} {t(rule.title)} {' '.join(t(line) for line in rule.lines)}"
            for number, rule in enumerate(RULES, 1)
        ]
        self.setAccessibleDescription("\n".join(said))

    def sizeHint(self) -> QSize:
        """Return a size for a laptop."""
        return QSize(theme().px(960), theme().px(520))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme().px(560), theme().px(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the four panels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self.height() * _GAP
        wide, high = (self.width() - gap) / 2, (self.height() - gap) / 2
        for number, rule in enumerate(RULES):
            row, column = divmod(number, 2)
            box = QRectF(column * (wide + gap), row * (high + gap), wide, high)
            self._paint_rule(painter, box, number, rule)
        painter.end()

    def _paint_rule(self, painter: QPainter, box: QRectF, number: int, rule: Rule) -> None:
        path = QPainterPath()
        radius = box.height() * 0.03
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, color(tokens.STICKIES[rule.colour]))
        pad = box.height() * 0.06
        side = box.height() * _NUMBER
        mark = QRectF(box.left() + pad, box.top() + pad, side, side)
        paint_sticky_mark(painter, rule.colour, mark)
        painter.setFont(_font(side, bold=True))
        painter.setPen(color(tokens.INK))
        painter.drawText(QPointF(mark.right() + pad * 0.5, mark.bottom() - side * 0.12),
                         str(number + 1))  # fmt: skip
        half = box.width() * 0.42
        picture = QRectF(box.left() + pad, mark.bottom(), half - pad, box.height() - pad - side * 2)
        paint_drawing(painter, self._scenes[number], picture)
        words = QRectF(box.left() + half, box.top(), box.width() - half - pad, box.height())
        self._paint_words(painter, words, rule)

    def _paint_words(self, painter: QPainter, box: QRectF, rule: Rule) -> None:
        t = self.t
        titles = [t(one.title) for one in RULES]
        lines = [t(line) for one in RULES for line in one.lines]
        large = _fitting(titles, box.height() * _TITLE, box.width(), bold=True)
        small = _fitting(lines, box.height() * _LINE, box.width(), bold=False)
        height = large * 1.35 + small * 1.5 * len(rule.lines)
        y = box.top() + (box.height() - height) / 2
        y = _centred(painter, box, y, t(rule.title), _font(large, bold=True), large * 1.35)
        for line in rule.lines:
            y = _centred(painter, box, y, t(line), _font(small), small * 1.5)


def _font(size: float, *, bold: bool = False) -> QFont:
    font = theme().font(bold=bold)
    font.setPixelSize(max(8, round(size)))
    return font


def _fitting(words: list[str], size: float, width: float, *, bold: bool) -> float:
    """Return the largest size up to ``size`` at which each of ``words`` stands on one line."""
    metrics = QFontMetricsF(_font(100, bold=bold))
    widest = max(metrics.horizontalAdvance(one) for one in words) / 100
    return min(size, width / widest)


def _centred(
    painter: QPainter, box: QRectF, y: float, words: str, font: QFont, pitch: float
) -> float:
    """Paint a line in the middle of ``box`` and return the y under it."""
    painter.setFont(font)
    painter.setPen(color(tokens.INK))
    place = QRectF(box.left() - 4, y, box.width() + 8, pitch)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter.value), words)
    return y + pitch
