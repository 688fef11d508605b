"""What the maps say beside a question, card by card: today's words, then the wished ones.

Owns the little list; a card can be opened on its map.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Outcome
from servicedesign.tools.payoff.reading import Said
from servicedesign.tools.payoff.review_delegate import paint_answer
from servicedesign.ui.text_lines import text_lines
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.pressable import Pressable
from servicedesign.ui.widgets.text_label import TextLabel

_MOST = 8
"""More cards than this are told by their number."""
_CHIP, _SIGN, _PAD = 62, 26, 6


class SaidList(QWidget):
    """Cards of the map, one a line.

    Signals:
        opened: the id of a card.
    """

    opened = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.t = t
        self._lead = ""
        self._shown: tuple[Said, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._rest = TextLabel(tone=tokens.SECOND_TEXT, wrap=True)
        self._box.addWidget(self._rest)

    def set_lead(self, lead: str) -> None:
        """Say what the cards are, for screen readers."""
        self._lead = lead

    def show_cards(self, cards: Sequence[Said], nothing: str) -> None:
        """Show ``cards``, or ``nothing`` where there are none."""
        some = tuple(cards[:_MOST])
        if some != self._shown:
            self._shown = some
            while self._box.count() > 1:
                item = self._box.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for place, card in enumerate(some):
                line = _Line(card, self.t, self._lead)
                line.clicked.connect(lambda _=False, one=card.cell_id: self.opened.emit(one))
                self._box.insertWidget(place, line)
        more = len(cards) - len(some)
        words = nothing if not cards else self.t.plural("ほか{n}枚", more) if more else ""
        self._rest.setText(words)
        self._rest.setVisible(bool(words))


class _Line(Pressable):
    """現状 or 理想, the outcome of an action, and the words."""

    def __init__(self, card: Said, t: Translator, lead: str) -> None:
        super().__init__()
        self._card = card
        self._view = t("理想") if card.to_be else t("現状")
        self.setAccessibleName("、".join((lead, self._view, card.text[:200])))
        self.setToolTip(t("地図で見る"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        sign = _SIGN if self._card.outcome is not Outcome.UNSET else 0
        return theme().px(_CHIP + sign)

    def _lines(self, width: int) -> list[str]:
        look = theme()
        room = width - self._left() - look.px(8)
        return text_lines(self._card.text, look.font(tokens.CONTENT_PX), room, 4)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words."""
        look = theme()
        count = max(1, len(self._lines(width)))
        return max(look.px(36), count * look.pitch(tokens.CONTENT_PX) + look.px(2 * _PAD))

    def sizeHint(self) -> QSize:
        """Return the size of two lines."""
        width = self.width() if self.width() > 60 else theme().px(500)
        return QSize(theme().px(300), self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chip, sign and words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        pitch, pad = look.pitch(tokens.CONTENT_PX), look.px(_PAD)
        chip = QRectF(0, pad + (pitch - look.px(22)) / 2, look.px(_CHIP - 12), look.px(22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.ACTION if self._card.to_be else tokens.TEXT))
        painter.drawRoundedRect(chip, look.px(4), look.px(4))
        font = look.font(bold=True)
        font.setPixelSize(look.px(12))
        painter.setFont(font)
        painter.setPen(color(tokens.GROUND))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter.value), self._view)
        if self._card.outcome is not Outcome.UNSET:
            middle = QPointF(look.px(_CHIP + 8), pad + pitch / 2)
            paint_answer(painter, self._card.outcome, middle, look.px(7))
        painter.setFont(look.font(tokens.CONTENT_PX))
        painter.setPen(color(tokens.TEXT))
        left = self._left()
        for number, words in enumerate(self._lines(self.width())):
            place = QRectF(left, pad + number * pitch, self.width() - left, pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        painter.end()
