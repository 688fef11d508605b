"""Icons as outlines, from the Material Design font that qtawesome brings.

Owns the way from a name such as ``mdi6.printer-outline`` to a painted picture at any size, colour
and pixel ratio. Importing qtawesome takes half a second, which the first window must not wait for;
its font and its table of names are read directly instead (about 20 ms, and only when the first
icon is painted).
"""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from servicedesign import tokens

_GRID = 24.0
"""Units of the square in which each outline is drawn."""


def outline(name: str) -> QPainterPath:
    """Return the outline of ``name`` in a square of 24 units, y down; empty when there is none."""
    font, names = _font()
    code = names.get(name.removeprefix("mdi6."))
    if code is None or not font.isValid():
        return QPainterPath()
    glyphs = font.glyphIndexesForString(chr(int(code, 16)))
    path = font.pathForGlyph(glyphs[0])
    return QTransform.fromTranslate(0, font.ascent() * _GRID / font.pixelSize()).map(path)


@lru_cache(maxsize=256)
def _centred(name: str) -> QPainterPath:
    path = outline(name)
    advance_shift = _GRID / 2 - path.boundingRect().center().x()
    # The font's cell is narrower than its line is high: centre across, keep the drawn height.
    rise = _GRID / 2 - path.boundingRect().center().y()
    return QTransform.fromTranslate(advance_shift, rise).map(path)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint ``name`` centred in ``rect`` at the size of its shorter side, in one colour."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / _GRID, side / _GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(_centred(name))
    painter.restore()


def icon(name: str, side: int, *, color: str = tokens.TEXT, ratio: float = 2.0) -> QIcon:
    """Return ``name`` as an icon of ``side`` px for Qt's own menus and buttons."""
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, side, side), QColor(color))
    painter.end()
    return QIcon(pixmap)


@lru_cache(maxsize=1)
def _font() -> tuple[QRawFont, dict[str, str]]:
    folder = _font_folder()
    if folder is None:
        return QRawFont(), {}
    fonts = sorted(folder.glob("materialdesignicons6-webfont-[0-9]*.ttf"))
    tables = sorted(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    if not fonts or not tables:
        return QRawFont(), {}
    names: dict[str, str] = json.loads(tables[-1].read_text(encoding="utf-8"))
    return QRawFont(str(fonts[-1]), _GRID), names


def _font_folder() -> Path | None:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "fonts"
