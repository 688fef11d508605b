"""The line over a map that says what its signs and keys mean.

Owns its painting. In a narrow window the keys go first, then the feelings.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import EvidenceLevel, Outcome
from servicedesign.tools.journey.presets import OUTCOME_WORDS
from servicedesign.tools.journey.signs import (
    OUTCOME_TONES,
    paint_evidence,
    paint_outcome,
    squares_width,
)
from servicedesign.ui.theme import color, theme

HEIGHT = 40
_SIGN = 14
_LINE = 32

_Paint = Callable[[QPainter, QRectF], None]
_Part = tuple[float, _Paint | None, str, str, int]
"""Width and painting of a sign, word, tone of the word, room behind it."""


class LegendLine(QWidget):
    """The legend."""

    def __init__(
        self, t: Translator, *, reading: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make the line in the language of ``t``; ``reading`` leaves out the keys of writing."""
        super().__init__(parent)
        self._t = t
        self._reading = reading
        self.setFixedHeight(theme().px(HEIGHT))
        self._groups = [self._outcomes(), self._levels(), self._feelings()]
        words = [part[2] for group in self._groups for part in group]
        self.setAccessibleName(t("凡例"))
        self.setAccessibleDescription(t("、").join(words))

    def _outcomes(self) -> list[_Part]:
        t = self._t
        parts: list[_Part] = [(0, None, t("行動"), tokens.SECOND_TEXT, 12)]
        for outcome, word in OUTCOME_WORDS.items():

            def _paint(painter: QPainter, rect: QRectF, which: Outcome = outcome) -> None:
                paint_outcome(painter, which, rect)

            parts.append((_SIGN, _paint, t(word), OUTCOME_TONES[outcome], 12))
        return parts

    def _levels(self) -> list[_Part]:
        t = self._t
        words = (
            (EvidenceLevel.NONE, t.context("map", "なし")),
            (EvidenceLevel.SOME, t("一部")),
            (EvidenceLevel.RESEARCHED, t("調査済み")),
        )
        parts: list[_Part] = [(0, None, t("根拠"), tokens.SECOND_TEXT, 12)]
        for level, word in words:

            def _paint(painter: QPainter, rect: QRectF, level: EvidenceLevel = level) -> None:
                side = theme().px(9)
                paint_evidence(painter, level, rect.x(), rect.center().y() - side / 2, side)

            parts.append((squares_width(9), _paint, word, tokens.TEXT, 12))
        return parts

    def _feelings(self) -> list[_Part]:
        t = self._t

        def _line(dashes: list[float]) -> _Paint:
            def _paint(painter: QPainter, rect: QRectF) -> None:
                pen = QPen(color(tokens.TEXT), theme().px(2))
                if dashes:
                    pen.setDashPattern(dashes)
                painter.setPen(pen)
                y = rect.center().y()
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

            return _paint

        return [
            (0, None, t("感情"), tokens.SECOND_TEXT, 12),
            (_LINE, _line([]), t("現状"), tokens.TEXT, 12),
            (_LINE, _line([3, 2.5]), t("理想"), tokens.TEXT, 12),
        ]

    def _keys(self) -> str:
        t = self._t
        going = (t("Tab 右へ"), t("Enter 下へ"))
        writing = () if self._reading else (t("Ctrl+Enter 改行"), t("F2 書き直す"))
        return "   ".join((*going, *writing))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font())
        metrics = QFontMetricsF(look.font())
        x = float(look.px(16))
        for group in self._groups:
            width = sum(self._width(part, metrics) for part in group)
            if x + width > self.width():
                break
            for part in group:
                self._paint_part(painter, part, x, metrics)
                x += self._width(part, metrics)
            x += look.px(20)
        keys = self._keys()
        room = self.width() - look.px(24) - metrics.horizontalAdvance(keys)
        if room > x:
            painter.setPen(color(tokens.SECOND_TEXT))
            painter.drawText(QPointF(room, self._base(metrics)), keys)
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.EDGE))
        painter.end()

    def _base(self, metrics: QFontMetricsF) -> float:
        return (self.height() - metrics.height()) / 2 + metrics.ascent()

    def _width(self, part: _Part, metrics: QFontMetricsF) -> float:
        look = theme()
        sign, paint, word, _, behind = part
        room = look.px(sign) + look.px(5) if paint is not None else 0
        return room + metrics.horizontalAdvance(word) + look.px(behind)

    def _paint_part(self, painter: QPainter, part: _Part, x: float, metrics: QFontMetricsF) -> None:
        look = theme()
        sign, paint, word, tone, _ = part
        if paint is not None:
            side = look.px(_SIGN)
            painter.save()
            paint(painter, QRectF(x, (self.height() - side) / 2, look.px(sign), side))
            painter.restore()
            x += look.px(sign) + look.px(5)
        painter.setPen(color(tone))
        painter.drawText(QPointF(x, self._base(metrics)), word)
