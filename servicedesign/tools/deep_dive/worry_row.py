"""One worry and its answer.

Owns the arrangement of the two.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.model import Worry
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.text_area import TextArea
from servicedesign.ui.widgets.typing_edit import INSET


class WorryRow(QWidget):
    """Two fields with an arrow between them.

    Signals:
        written: ``worry`` or ``answer``, and the text.
        delete_asked: the pair is to be taken away.
    """

    written = Signal(str, str)
    delete_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty pair, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._last = False
        look = theme()
        self.worry = TextArea(t("心配"))
        self.answer = TextArea(t("答え"), bold=True)
        self.remove = QuietButton("", icon="mdi6.trash-can-outline")
        self.remove.clicked.connect(self.delete_asked)
        for part, field in (("worry", self.worry), ("answer", self.answer)):
            field.setReadOnly(reading)
            field.committed.connect(lambda text, key=part: self.written.emit(key, text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4) + 1)
        row.setSpacing(look.px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.worry, 1, top)
        row.addSpacing(look.px(24))
        row.addWidget(self.answer, 1, top)
        holder = QWidget()
        holder.setFixedWidth(look.px(40))
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.remove)
        row.addWidget(holder, 0, top)

    def show_worry(self, worry: Worry, number: int, *, known: bool, last: bool) -> None:
        """Show pair ``number``; one that is not ``known`` is the empty one to begin in.

        No hairline lies below the ``last`` one.
        """
        t = self.t
        if last != self._last:
            self._last = last
            self.update()
        self.worry.set_text(worry.worry)
        self.answer.set_text(worry.answer)
        self.worry.setAccessibleName(t("心配{number}", number=number))
        self.answer.setAccessibleName(t("心配{number}への答え", number=number))
        self.worry.setPlaceholderText("" if known else t("気になることを書く"))
        self.answer.setPlaceholderText("" if known else t("どう答えるか"))
        self.remove.setVisible(known and not self._reading)
        name = t("心配{number}を消す", number=number)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(plain(name))

    def parts(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, in the order of Tab."""
        return self.worry, self.answer, self.remove

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow, and the hairline below."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.worry.y() + look.px(6) + look.pitch(tokens.CONTENT_PX) / 2
        left = self.worry.geometry().right() + look.px(8)
        right = self.answer.x() - look.px(2)
        painter.setPen(QPen(color(tokens.TEXT), max(1.2, look.px(1.4))))
        painter.drawLine(QPointF(left, middle), QPointF(right - look.px(5), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.TEXT))
        head = QRectF(right - look.px(8), middle - look.px(4), look.px(8), look.px(8))
        painter.drawPolygon(
            QPolygonF([head.topLeft(), QPointF(head.right(), middle), head.bottomLeft()])
        )
        if self._last:
            painter.end()
            return
        inset = look.px(INSET)
        line = QRectF(inset, self.height() - 1, self.width() - 2 * inset, 1)
        painter.fillRect(line, color(tokens.HAIRLINE))
        painter.end()
