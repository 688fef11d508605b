"""Text on a few lines, for painting rows of lists.

Owns the breaking into lines, the last one with an ellipsis where more would follow.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def text_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return ``text`` broken into at most ``most`` lines of ``width`` px; line ends are spaces."""
    shown = " ".join(text[: most * 400].split())
    units = shown.encode("utf-16-le", "surrogatepass")
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        start = line.textStart() * 2
        last = len(lines) == most - 1
        end = len(units) if last else start + line.textLength() * 2
        lines.append(units[start:end].decode("utf-16-le", "surrogatepass").strip())
        if last:
            break
    layout.endLayout()
    if lines:
        metrics = QFontMetricsF(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, max(1.0, width))
    return lines
