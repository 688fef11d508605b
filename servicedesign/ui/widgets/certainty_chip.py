"""Fact, guess, or not said: the mark beside a field of a persona.

Owns its look and its turning. Solid edge and ● is a fact, dashed edge and ○ a guess.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model.message import N_
from servicedesign.ui.marks import Sign, paint_sign
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

FACT = "fact"
GUESS = "guess"
_ORDER = (None, FACT, GUESS)
_WORDS = {FACT: N_("事実"), GUESS: N_("推測"), None: N_("印なし")}


class CertaintyChip(Pressable):
    """A chip that turns 印なし → 事実 → 推測 on a press.

    Signals:
        turned: the value asked for: ``"fact"``, ``"guess"`` or None. The chip itself changes
            when ``set_value`` tells it that the project did.
    """

    turned = Signal(object)

    def __init__(
        self,
        name: str,
        t: Translator,
        *,
        value: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a chip for the field called ``name``."""
        super().__init__(parent)
        self.t = t
        self._value = value
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.turn)
        self._tell()

    def value(self) -> str | None:
        """Return ``"fact"``, ``"guess"`` or None."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show ``value``; anything but fact and guess is shown as not said."""
        self._value = value if value in (FACT, GUESS) else None
        self._tell()
        self.update()

    def turn(self) -> None:
        """Ask for the next value."""
        self.turned.emit(_ORDER[(_ORDER.index(self._value) + 1) % len(_ORDER)])

    def _word(self) -> str:
        return self.t(_WORDS[self._value])

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._word()}")
        self.setAccessibleDescription("Ctrl+J")
        self.setToolTip(plain(self.t("事実か推測かの印を変える（Ctrl+J）")))

    def sizeHint(self) -> QSize:
        """Return the widest of its three words, so that a column of chips stands in line."""
        look = theme()
        metrics = QFontMetricsF(look.font())
        widest = max(metrics.horizontalAdvance(self.t(word)) for word in _WORDS.values())
        return QSize(max(look.px(64), ceil(widest) + look.px(12 + 12 + 6 + 10)), look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint edge, mark and word."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color(tokens.EDGE if self._value else tokens.HAIRLINE), 1)
        if self._value == GUESS:
            pen.setColor(color(tokens.SECOND_TEXT))
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(color(tokens.TABLE_GROUND if self.underMouse() else tokens.GROUND))
        radius = look.px(tokens.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = look.px(12)
        left = look.px(10)
        sign = {FACT: Sign.DONE, GUESS: Sign.NONE}.get(self._value or "", Sign.NOT_APPLICABLE)
        tone = color(tokens.TEXT if self._value else tokens.SECOND_TEXT)
        paint_sign(painter, sign, QRectF(left, (self.height() - side) / 2, side, side), tone)
        painter.setPen(tone)
        painter.setFont(look.font())
        box = self.rect().adjusted(left + side + look.px(6), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), self._word())
        painter.end()
