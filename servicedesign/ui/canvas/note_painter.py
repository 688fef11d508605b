"""How one note is painted, at any scale: never without words that could be read.

Owns the look of a note. Words of less than ``READABLE`` px give way to the title alone, larger, or
beside a picture to their beginning, and where that cannot be read either become bars; nothing else
is left out that could be told apart. Must not know where a note stands.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPixmap, QPolygonF

from servicedesign import tokens
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.fit import FOOT, INSET, PITCH, SIZES, TAG_LINE, TOP
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.theme import FAMILIES

READABLE: Final = 6.0
"""Type of fewer device px cannot be read and is painted as bars."""
HEAD_SIZE: Final = 16
"""Size of the number in board units."""
_TAG_SIZE: Final = 10
_SYMBOL: Final = 12.0
_HEAD_MIDDLE: Final = 20.0
_ICON: Final = 18.0

INK: Final = QColor(tokens.TEXT)
EDGE: Final = QColor(0x33, 0x33, 0x33, round(255 * 0.22))
_BAR: Final = QColor(0x33, 0x33, 0x33, round(255 * 0.42))
_BLOCK: Final = QColor(0x33, 0x33, 0x33, round(255 * 0.2))
_SHADES: Final = (QColor(0, 0, 0, 10), QColor(0, 0, 0, 14), QColor(0, 0, 0, 18))
_GROUNDS: Final = {key: QColor(value) for key, value in tokens.STICKIES.items()}
_PLACE: Final = QColor(0xFF, 0xFF, 0xFF, 140)

_LARGEST_BODY: Final = 120_000
"""Papers of more device px are painted anew each time and not kept."""


class Pictures(Protocol):
    """Where pictures come from; they may come later."""

    def picture(self, key: str, side: int) -> QImage | None:
        """Return the picture ``key`` at least ``side`` px wide, or None when it is on its way."""
        ...


def ground(colour: str) -> QColor:
    """Return the colour of a note."""
    return _GROUNDS.get(colour, _GROUNDS["cream"])


@lru_cache(maxsize=64)
def note_font(size: int, bold: bool = False) -> QFont:
    """Return the type of notes at ``size`` board units, laid out without hinting."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=8)
def symbol_path(colour: str) -> QPainterPath:
    """Return the symbol of a sticky colour in a square of one unit around the origin."""
    shape = tokens.STICKY_SYMBOLS.get(colour, "circle")
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(QPointF(0, 0), 0.42, 0.42)
    elif shape == "square":
        path.addRect(QRectF(-0.4, -0.4, 0.8, 0.8))
    else:
        points = (
            [(0, -0.46), (0.5, 0.4), (-0.5, 0.4)]
            if shape == "triangle"
            else [(0, -0.55), (0.55, 0), (0, 0.55), (-0.55, 0)]
        )
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        path.closeSubpath()
    return path


def paint_symbol(painter: QPainter, colour: str, middle: QPointF, side: float) -> None:
    """Paint the symbol of ``colour`` around ``middle``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    painter.scale(side, side)
    painter.fillPath(symbol_path(colour), INK)
    painter.restore()


def shadow_room(scale: float) -> int:
    """Return how far the shadow reaches around a note, in device px."""
    return 3 if scale >= 0.4 else 0


def paint_note(
    painter: QPainter, entry: Entry, scale: float, pictures: Pictures | None, *, words: bool = True
) -> bool:
    """Paint a note with its upper left corner at the origin of ``painter``, in device px.

    Args:
        painter: in device px.
        entry: the note.
        scale: device px to a board unit.
        pictures: where its picture comes from.
        words: whether its words are painted (they are not while they are being written).

    Returns:
        Whether all of it is there; False while its picture is on its way.
    """
    width = max(1, round((entry.right - entry.left) * scale))
    height = max(1, round((entry.bottom - entry.top) * scale))
    _paint_body(painter, entry, width, height, shadow_room(scale))
    painter.save()
    painter.scale(scale, scale)
    _paint_head(painter, entry, scale)
    there = _paint_picture(painter, entry, scale, pictures) if entry.look.picture else True
    if words:
        _paint_words(painter, entry, scale)
    painter.restore()
    return there


def paint_far(painter: QPainter, entry: Entry, scale: float, x: int, y: int) -> None:
    """Paint a note that is too small to be read, at device px ``x``, ``y``: colour and bars.

    It is also what stands for a moment where a note has not been painted yet.
    """
    width = int((entry.right - entry.left) * scale + 0.5) or 1
    height = int((entry.bottom - entry.top) * scale + 0.5) or 1
    look = entry.look
    painter.fillRect(x, y, width, height, _GROUNDS.get(look.colour, _GROUNDS["cream"]))
    if width < 7 or height < 7:
        return
    letters = len(look.title) + len(look.text)
    lines = min(3, letters // 9 + 1) if letters else 0
    inset = width // 12 or 1
    if width < 16:  # at this size several bars are one grey
        across = width - 2 * inset if letters > 6 else width // 2
        painter.fillRect(x + inset, y + height // 4, across, height * lines // 6 or 1, _BLOCK)
        return
    row = height // 5
    thick = row // 3 or 1
    painter.fillRect(x + inset, y + inset, thick + 1, thick + 1, _BAR)
    for line in range(lines):
        across = (width - 2 * inset) * min(9, letters - 9 * line) // 9 or 1
        painter.fillRect(x + inset, y + row * (line + 1) + row // 2, across, thick, _BAR)
    if width >= 18:
        painter.fillRect(x, y + height - 1, width, 1, EDGE)


def _paint_body(painter: QPainter, entry: Entry, width: int, height: int, room: int) -> None:
    if width * height <= _LARGEST_BODY:
        painter.drawPixmap(-room, -room, _body(entry.look.colour, width, height, room))
    else:
        painter.fillRect(0, 0, width, height, ground(entry.look.colour))


@lru_cache(maxsize=24)
def _body(colour: str, width: int, height: int, room: int) -> QPixmap:
    """Return the bare paper of a note with its shadow; most notes share one of few."""
    pixmap = QPixmap(width + 2 * room, height + 2 * room)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.translate(room, room)
    for step, shade in zip(range(room, 0, -1), _SHADES, strict=False):
        painter.fillRect(QRect(-step, 1 - step, width + 2 * step, height + 2 * step), shade)
    painter.fillRect(QRect(0, 0, width, height), ground(colour))
    if min(width, height) >= 12:
        painter.setPen(EDGE)
        painter.drawRect(0, 0, width - 1, height - 1)
    painter.end()
    return pixmap


def _paint_head(painter: QPainter, entry: Entry, scale: float) -> None:
    look = entry.look
    if scale * _SYMBOL < 2.5:
        return
    left = INSET + _SYMBOL / 2
    paint_symbol(painter, look.colour, QPointF(left, _HEAD_MIDDLE), _SYMBOL)
    painter.setPen(INK)
    if look.number and scale * HEAD_SIZE >= READABLE:
        painter.setFont(note_font(HEAD_SIZE))
        painter.drawText(QPointF(left + 11, _HEAD_MIDDLE + HEAD_SIZE * 0.36), str(look.number))
    elif look.number:
        painter.fillRect(QRectF(left + 11, _HEAD_MIDDLE - 4, 16, 7), _BAR)
    if scale * _ICON >= 7:
        right = look.width - INSET + 3
        for shown, name in ((look.linked, "link-variant"), (look.locked, "lock-outline")):
            if shown:
                box = QRectF(right - _ICON, _HEAD_MIDDLE - _ICON / 2, _ICON, _ICON)
                paint_icon(painter, f"mdi6.{name}", box, INK)
                right -= _ICON + 3


def _paint_words(painter: QPainter, entry: Entry, scale: float) -> None:
    fit = entry.fit()
    if fit.size * scale < READABLE <= SIZES[0] * scale:
        fit = entry.title_fit()
        if entry.look.picture and fit.size * scale < READABLE:
            fit = entry.begun_fit(min(size for size in SIZES if size * scale >= READABLE))
    size = fit.size
    painter.setPen(INK)
    if size * scale < READABLE:
        thick = size * 0.42
        for line in fit.lines:
            painter.fillRect(QRectF(INSET, line.base - size * 0.62, line.width, thick), _BAR)
    else:
        bold: bool | None = None
        for line in fit.lines:
            if line.bold is not bold:
                bold = line.bold
                painter.setFont(note_font(size, bold))
            painter.drawText(QPointF(INSET, line.base), line.text)
    _paint_tags(painter, entry, scale)


def _paint_tags(painter: QPainter, entry: Entry, scale: float) -> None:
    if not entry.look.tags or scale * _TAG_SIZE < READABLE:
        return
    painter.setFont(note_font(_TAG_SIZE))
    painter.setPen(QColor(tokens.SECOND_TEXT))
    shown = painter.fontMetrics().elidedText(
        "　".join(f"#{tag}" for tag in entry.look.tags),
        Qt.TextElideMode.ElideRight,
        round(entry.look.width - 2 * INSET),
    )
    base = entry.bottom - entry.top - FOOT - TAG_LINE + _TAG_SIZE * PITCH
    painter.drawText(QPointF(INSET, base), shown)


def picture_room(entry: Entry) -> QRectF:
    """Return where the picture of a note may stand, from its upper left corner, in board units."""
    look = entry.look
    top = entry.fit().picture_top if look.title or look.text else TOP
    foot = FOOT + (TAG_LINE if look.tags else 0)
    return QRectF(INSET, top, look.width - 2 * INSET, entry.bottom - entry.top - foot - top)


def picture_place(entry: Entry) -> QRectF:
    """Return where the picture of a note stands, from its upper left corner, in board units."""
    room, ratio = picture_room(entry), entry.look.ratio
    width = min(room.width(), room.height() / max(ratio, 0.01))
    height = width * ratio
    return QRectF(room.center().x() - width / 2, room.bottom() - height, width, height)


def _paint_picture(
    painter: QPainter, entry: Entry, scale: float, pictures: Pictures | None
) -> bool:
    place = picture_place(entry)
    if picture_room(entry).height() < 4:
        return True
    key = entry.look.picture
    image = pictures.picture(key, ceil(place.width() * scale)) if pictures else None
    if image is None:
        painter.fillRect(place, _PLACE)
        return pictures is None
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    paint_over(painter, entry.look, place, scale, pictures)
    return True


def paint_over(
    painter: QPainter, look: NoteLook, place: QRectF, scale: float, pictures: Pictures | None
) -> None:
    """Paint what was drawn over the picture of a note that lies at ``place``."""
    drawn = (
        pictures.picture(look.over, ceil(place.width() * scale)) if look.over and pictures else None
    )
    if drawn is not None:
        height = place.width() * drawn.height() / max(drawn.width(), 1)
        painter.drawImage(QRectF(place.x(), place.y(), place.width(), height), drawn)
