"""The rules of the round on one line, and the way to change them.

Owns its look.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import VoteRound
from servicedesign.tools.voting.rules_words import rule_pairs, rules_said
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.link_button import LinkButton


class RulesLine(QWidget):
    """Names and values between two hairlines.

    Signals:
        change_asked: the rules are to be changed.
    """

    change_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make it for no round."""
        super().__init__(parent)
        self._t = t
        self._pairs = _Pairs()
        self.change = LinkButton(t("約束を直す"))
        self.change.clicked.connect(self.change_asked)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(6), look.px(5), look.px(6))
        row.setSpacing(look.px(16))
        row.addWidget(self._pairs, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rules(self, round_: VoteRound, *, can_change: bool) -> None:
        """Show the rules of ``round_``."""
        self._pairs.show_pairs(rule_pairs(round_, self._t))
        self._pairs.setAccessibleName(rules_said(round_, self._t))
        self.change.setVisible(can_change)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines above and below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(tokens.HAIRLINE))
        painter.end()


class _Pairs(QWidget):
    """The names in grey, the values in bold, on as many lines as they need."""

    _GAP, _BETWEEN = 6, 20

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._pairs = pairs
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return " ".join(f"{name} {value}" for name, value in self._pairs)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(width)[1]

    def sizeHint(self) -> QSize:
        width = self.width() or theme().px(400)
        return QSize(theme().px(400), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(32))

    def _lay(self, width: int) -> tuple[list[tuple[QRectF, str, bool]], int]:
        look = theme()
        plain = QFontMetricsF(look.font())
        bold = QFontMetricsF(look.font(bold=True))
        pitch = look.px(32)
        placed: list[tuple[QRectF, str, bool]] = []
        x, y = 0.0, 0
        for name, value in self._pairs:
            first, second = plain.horizontalAdvance(name), bold.horizontalAdvance(value)
            whole = first + look.px(self._GAP) + second
            if x and x + whole > width:
                x, y = 0.0, y + look.px(26)
            placed.append((QRectF(x, y, first + 2, pitch), name, False))
            left = x + first + look.px(self._GAP)
            placed.append((QRectF(left, y, second + 2, pitch), value, True))
            x += whole + look.px(self._BETWEEN)
        return placed, ceil(y + pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        for place, words, strong in self._lay(self.width())[0]:
            painter.setFont(look.font(bold=strong))
            painter.setPen(color(tokens.TEXT if strong else tokens.SECOND_TEXT))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        painter.end()
