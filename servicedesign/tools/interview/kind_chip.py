"""Fact, interpretation or insight: the mark of a finding, turned by a press.

Owns its look; the project is changed by whoever hears ``turned``.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import FindingKind
from servicedesign.tools.interview.finding_signs import paint_finding
from servicedesign.tools.interview.findings import next_kind
from servicedesign.tools.interview.words import kind_questions, kind_words
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable


class KindChip(Pressable):
    """A chip with sign and word.

    Signals:
        turned: the ``FindingKind`` asked for.
    """

    turned = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make a chip that shows a fact."""
        super().__init__(parent)
        self._words = kind_words(t)
        self._questions = kind_questions(t)
        self._name = t("種類")
        self._kind = FindingKind.FACT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.turn)
        self.set_kind(self._kind)

    def kind(self) -> FindingKind:
        """Return the kind shown."""
        return self._kind

    def set_kind(self, kind: FindingKind) -> None:
        """Show ``kind``."""
        self._kind = kind
        self.setAccessibleName(f"{self._name}: {self._words[kind]}")
        self.setAccessibleDescription("Ctrl+J")
        self.setToolTip(plain(f"{self._words[kind]}: {self._questions[kind]}  Ctrl+J"))
        self.updateGeometry()
        self.update()

    def turn(self) -> None:
        """Ask for the next kind."""
        self.turned.emit(next_kind(self._kind))

    def sizeHint(self) -> QSize:
        """Return the room of sign and word."""
        look = theme()
        wide = QFontMetricsF(look.font()).horizontalAdvance(self._words[self._kind])
        return QSize(ceil(wide) + look.px(10 + 13 + 6 + 10), look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint edge, sign and word."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.setBrush(color(tokens.TABLE_GROUND if self.underMouse() else tokens.GROUND))
        radius = look.px(tokens.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side, left = look.px(13), look.px(10)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_finding(painter, self._kind, box, color(tokens.TEXT))
        painter.setPen(color(tokens.TEXT))
        painter.setFont(look.font())
        words = self.rect().adjusted(left + side + look.px(6), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self._words[self._kind])
        painter.end()
