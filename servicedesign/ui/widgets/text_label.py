"""Text that is read, set with its own line pitch.

Owns the laying out and painting of plain text: Qt's label sets Japanese lines touching, and would
read markup.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color, theme

_LINE_END = "\u2028"


class TextLabel(QLabel):
    """Plain text in one size, weight and colour; one line with an ellipsis, or wrapped."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = tokens.BASE_PX,
        bold: bool = False,
        tone: str = tokens.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` at ``size`` px (at 100 %) in the colour ``tone``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size = size
        self._bold = bold
        self._tone = tone
        self._wrap = wrap
        self._pitch = theme().pitch(size)
        self._known: dict[int, list[str]] = {}
        self._widest: int | None = None
        self.setFont(theme().font(size, bold=bold))
        across = QSizePolicy.Policy.Preferred
        policy = QSizePolicy(
            across, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's own name
        """Show ``text`` instead of the one before."""
        self._forget()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        self._known.clear()
        self._widest = None

    def set_look(self, *, bold: bool | None = None, tone: str | None = None) -> None:
        """Change weight or colour."""
        self._bold = self._bold if bold is None else bold
        self._tone = self._tone if tone is None else tone
        self.setFont(theme().font(self._size, bold=self._bold))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell whether the height follows the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text when it is ``width`` px wide."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = len(self._lines(inner)) if self._wrap else 1
        return lines * self._pitch + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size of the text on as few lines as it has."""
        lines = self.text().split("\n")
        if self._widest is None:
            metrics = QFontMetricsF(self.font())
            self._widest = ceil(max(metrics.horizontalAdvance(line) for line in lines)) + 1
        count = len(lines) if self._wrap else 1
        margins = self.contentsMargins()
        return QSize(
            self._widest + margins.left() + margins.right(),
            count * self._pitch + margins.top() + margins.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        """Return one line; the width may shrink to a few characters."""
        hint = self.sizeHint()
        few = theme().px(self._size * 3)
        return QSize(min(hint.width(), few), self._pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines at the pitch of the type."""
        painter = QPainter(self)
        painter.setPen(color(self._tone if self.isEnabled() else tokens.SECOND_TEXT))
        painter.setFont(self.font())
        area = self.contentsRect()
        if self._wrap:
            self._paint_lines(painter)
        else:
            painter.drawText(area, self._flags(), self._elided(area.width()))
        painter.end()

    def _flags(self) -> int:
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        return int((across | Qt.AlignmentFlag.AlignVCenter).value) | int(
            Qt.TextFlag.TextSingleLine.value
        )

    def _elided(self, width: int) -> str:
        text = self.text().replace("\n", " ")
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width + 1)

    def _paint_lines(self, painter: QPainter) -> None:
        area = self.contentsRect()
        pitch = self._pitch
        lines = self._lines(area.width())
        shift = (pitch - self.fontMetrics().height()) / 2
        top = float(area.top())
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (area.height() - len(lines) * pitch) / 2)
        for number, line in enumerate(lines):
            left = area.left() + self._indent(line, area.width())
            base = top + number * pitch + shift + self.fontMetrics().ascent()
            painter.drawText(QPointF(left, base), line)

    def _indent(self, line: str, width: int) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return width - QFontMetricsF(self.font()).horizontalAdvance(line)
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return (width - QFontMetricsF(self.font()).horizontalAdvance(line)) / 2
        return 0.0

    def _lines(self, width: int) -> list[str]:
        """Return the lines at ``width``; layouts ask often, so they are kept until they change."""
        if width not in self._known:
            self._known[width] = self._laid_out(width)
        return self._known[width]

    def _laid_out(self, width: int) -> list[str]:
        text = self.text().replace("\n", _LINE_END)
        units = text.encode("utf-16-le", "surrogatepass")
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
            part = units[start:end].decode("utf-16-le", "surrogatepass")
            lines.append(part.rstrip(_LINE_END))
        layout.endLayout()
        return lines or [""]
