"""The notes of a board as the room sees them: words that can be read from the back, or none.

Owns how a note is laid out and painted for the projector, and the pictures of those seen lately.
No type is smaller than what the room can read. A title that is longer than its note is not begun:
the number alone stands there, large, and all words are read when one looks closer. What belongs
to the facilitator (locks, links, tags) is left out; who wrote a note is not known here at all. It
reads the canvas's entries and changes nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil, floor
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from servicedesign.paper.breaking import break_lines
from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import font_book
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.fit import FOOT, INSET, PITCH, SIZES, TOP, FitLine, floor_lines
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.canvas.note_painter import (
    HEAD_SIZE,
    INK,
    Pictures,
    note_font,
    paint_far,
    paint_note,
    paint_over,
    shadow_room,
)

WORDS_AT: Final = SIZES[0]
"""Largest type of a note, in board units: where even this cannot be read, no words are shown."""
MOST_BYTES: Final = 48 * 1024 * 1024
"""Memory for pictures of notes, in bytes."""
NARROW: Final = 7.0
"""Margin at the left and right of a title that has no room else, in board units."""
NUMBER_ALONE: Final = SIZES[0] * 2
"""Size of a number that stands alone on its note, in board units."""
_PICTURE_SHARE: Final = 0.46
_READ: Final = 2_000
_HEAD_MIDDLE: Final = 20.0
_NUMBER_LEFT: Final = INSET + 18.0
_ASCENT: Final = 0.36


@dataclass(frozen=True, slots=True)
class RoomWords:
    """The words of a note for the room.

    Attributes:
        size: of the type in board units.
        lines: from above to below; none where they could not be read.
        number: what is said of its number, or empty.
        number_size: of the number in board units.
        picture_top: where a picture begins, from the upper edge; 0 where there is no room for one.
        inset: from the left edge to the lines.
    """

    size: int
    lines: tuple[FitLine, ...]
    number: str
    number_size: int
    picture_top: float
    inset: float = INSET


class _Sprite(NamedTuple):
    entry: Entry
    scale: float
    pixmap: QPixmap
    room: int


class RoomNotes:
    """Paints notes for the room and remembers how.

    Attributes:
        least: smallest type in device px.
    """

    def __init__(self, pictures: Pictures | None) -> None:
        """Take photos and sketches from ``pictures``."""
        self._pictures = pictures
        self._sprites: OrderedDict[str, _Sprite] = OrderedDict()
        self._bytes = 0
        self._close = ""
        self._known: dict[str, tuple[Entry, float, RoomWords | None]] = {}
        self.least = 48.0

    def look_closely(self, note_id: str) -> None:
        """Show as much as has room of this one note, even where that is not all of its words."""
        if note_id != self._close:
            self._forget(self._close)
            self._forget(note_id)
            self._close = note_id

    def is_close(self, entry: Entry) -> bool:
        """Tell whether ``entry`` is the note that is looked at closely."""
        return entry.look.id == self._close

    def is_read(self, entry: Entry, scale: float) -> bool:
        """Tell whether the title of ``entry``, or all it says, can be read whole at ``scale``."""
        least = self.least / scale
        return least <= WORDS_AT + 0.01 and self._laid_out(entry, least) is not None

    def _laid_out(self, entry: Entry, least: float) -> RoomWords | None:
        """Return the words in type of ``least``, laid out once for each note and size."""
        known = self._known.get(entry.look.id)
        if known is None or known[0] is not entry or known[1] != least:
            known = entry, least, _whole(entry, least)
            self._known[entry.look.id] = known
        return known[2]

    def forget_picture(self, key: str) -> None:
        """Paint anew the notes that show the picture ``key``: it has come."""
        for one in [i for i, s in self._sprites.items() if s.entry.look.picture == key]:
            self._forget(one)

    def paint(self, painter: QPainter, frame: Frame, entries: Iterable[Entry]) -> bool:
        """Paint ``entries`` from below to above, in device px; False when not all is sharp yet."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        complete = True
        for entry in entries:
            sprite = self._sprites.get(entry.look.id)
            if sprite is None or sprite.entry is not entry or sprite.scale != frame.scale:
                if frame.late():
                    complete = False
                else:
                    sprite = self._make(entry, frame.scale)
            if sprite is None:
                paint_far(painter, entry, frame.scale, *frame.at(entry.left, entry.top))
            else:
                self._sprites.move_to_end(entry.look.id)
                _copy(painter, frame, entry, sprite)
        while self._bytes > MOST_BYTES and self._sprites:
            self._forget(next(iter(self._sprites)))
        return complete

    def words(self, entry: Entry, scale: float) -> RoomWords:
        """Return what of ``entry`` can be read at ``scale`` (device px to a board unit)."""
        least = self.least / scale
        look = entry.look
        number = str(look.number) if look.number else ""
        if least > WORDS_AT + 0.01:
            return RoomWords(ceil(least), (), number, ceil(least), 0.0)
        size = max(HEAD_SIZE, ceil(least - 0.01))
        found = self._laid_out(entry, least)
        if found is None and look.id == self._close:
            found = _begun(look, entry.bottom - entry.top, _sizes(least)[-1])
        if found is None:
            large = max(size, NUMBER_ALONE)
            return RoomWords(large, (), number, large, 0.0)
        return replace(found, number=number, number_size=size)

    def texts(self, entry: Entry, scale: float) -> list[tuple[str, float]]:
        """Return what is written on a note, with the size of its type in device px."""
        words = self.words(entry, scale)
        texts = [(line.text, words.size * scale) for line in words.lines]
        if words.number and (words.lines or _number_fits(entry, words)):
            texts.append((words.number, words.number_size * scale))
        return texts

    def _make(self, entry: Entry, scale: float) -> _Sprite:
        self._forget(entry.look.id)
        room = shadow_room(scale)
        width = ceil((entry.right - entry.left) * scale) + 2 * room + 1
        height = ceil((entry.bottom - entry.top) * scale) + 2 * room + 1
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(room, room)
        words = self.words(entry, scale)
        paint_note(painter, _bare(entry), scale, None)
        painter.scale(scale, scale)
        painter.setPen(INK)
        _paint_number(painter, entry, words)
        _paint_lines(painter, words)
        if entry.look.picture and words.picture_top:
            self._paint_picture(painter, entry, words, scale)
        painter.end()
        sprite = _Sprite(entry, scale, pixmap, room)
        self._sprites[entry.look.id] = sprite
        self._bytes += _bytes(sprite)
        return sprite

    def _paint_picture(
        self, painter: QPainter, entry: Entry, words: RoomWords, scale: float
    ) -> None:
        look = entry.look
        foot = entry.bottom - entry.top - FOOT
        box = QRectF(INSET, words.picture_top, look.width - 2 * INSET, foot - words.picture_top)
        if box.height() < 4 or self._pictures is None:
            return
        width = min(box.width(), box.height() / max(look.ratio, 0.01))
        image = self._pictures.picture(look.picture, ceil(width * scale))
        if image is None:
            return
        height = width * look.ratio
        place = QRectF(box.center().x() - width / 2, box.bottom() - height, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        paint_over(painter, look, place, scale, self._pictures)

    def _forget(self, note_id: str) -> None:
        sprite = self._sprites.pop(note_id, None)
        if sprite is not None:
            self._bytes -= _bytes(sprite)


def _bytes(sprite: _Sprite) -> int:
    return sprite.pixmap.width() * sprite.pixmap.height() * 4


def _bare(entry: Entry) -> Entry:
    """Return the paper of a note with nothing but its symbol on it."""
    look = entry.look
    height = entry.bottom - entry.top
    return Entry(NoteLook(look.id, look.x, look.y, look.width, height, look.colour))


def _sizes(least: float) -> list[int]:
    return [one for one in SIZES if one >= least - 0.01]


def _whole(entry: Entry, least: float) -> RoomWords | None:
    """Return as much as can be said whole in type of ``least``; None where no title has room.

    First the picture gives way, then the text, then the margin at both sides of the title.
    """
    fit, look = entry.fit(), entry.look
    if fit.size >= least - 0.01 and fit.whole:
        return RoomWords(fit.size, fit.lines, "", 0, fit.picture_top)
    height = entry.bottom - entry.top
    parts = [(part, bold) for part, bold in _parts(look) if part]
    shown = bool(look.picture)
    tries = [(parts, shown, INSET), (parts, False, INSET)]
    tries += [(parts[:1], shown, INSET), (parts[:1], False, INSET), (parts[:1], False, NARROW)]
    for some, pictured, inset in tries:
        for size in _sizes(least):
            most = _most_lines(height, size, pictured=pictured)
            lines = list(islice(_broken(some, look.width - 2 * inset, size), most + 1))
            if len(lines) <= most and not _is_longer(look):
                return _laid(lines, size, inset, pictured=pictured)
    return None


def _begun(look: NoteLook, height: float, size: int) -> RoomWords:
    """Return the beginning of a title that is too long for any note."""
    parts = [(part, bold) for part, bold in _parts(look) if part][:1]
    most = _most_lines(height, size, pictured=False)
    lines = list(islice(_broken(parts, look.width - 2 * NARROW, size), most))
    text, bold, wide = lines[-1]
    return _laid([*lines[:-1], (f"{text[:-1]}…", bold, wide)], size, NARROW, pictured=False)


def _is_longer(look: NoteLook) -> bool:
    return len(look.title or look.text) > _READ


def _laid(lines: Sequence[_Broken], size: int, inset: float, *, pictured: bool) -> RoomWords:
    used = len(lines) * size * PITCH + 6 if lines else 0.0
    return RoomWords(size, _placed(lines, size), "", 0, TOP + used if pictured else 0.0, inset)


def _parts(look: NoteLook) -> tuple[tuple[str, bool], tuple[str, bool]]:
    title, text = clean(look.title[:_READ]).rstrip(), clean(look.text[:_READ]).rstrip()
    return (title, bool(title) and bool(text)), (text, False)


def _most_lines(height: float, size: int, *, pictured: bool) -> int:
    room = max(height - TOP - FOOT, 12.0) * (1 - _PICTURE_SHARE if pictured else 1)
    return floor_lines(room, size)


_Broken = tuple[str, bool, float]


def _broken(parts: Sequence[tuple[str, bool]], width: float, size: int) -> Iterator[_Broken]:
    book = font_book()
    for words, bold in parts:
        for line in break_lines(words, book, max(width, 24.0), size, bold=bold, relaxed=True):
            yield line.text, bold, line.width * size / 1000


def _placed(lines: Sequence[_Broken], size: int) -> tuple[FitLine, ...]:
    return tuple(
        FitLine(text, bold, TOP + size * 0.88 + number * size * PITCH, wide)
        for number, (text, bold, wide) in enumerate(lines)
    )


def _number_fits(entry: Entry, words: RoomWords) -> bool:
    wide = QFontMetricsF(note_font(words.number_size, bold=True)).horizontalAdvance(words.number)
    high = entry.bottom - entry.top
    return wide <= entry.look.width - 8 and words.number_size * 1.1 <= high


def _paint_number(painter: QPainter, entry: Entry, words: RoomWords) -> None:
    """Paint the number beside the symbol; alone, where no words can be read, in the middle."""
    if not words.number:
        return
    size = words.number_size
    if words.lines or words.size <= WORDS_AT:
        painter.setFont(note_font(size))
        painter.drawText(QPointF(_NUMBER_LEFT, _HEAD_MIDDLE + size * _ASCENT), words.number)
    elif _number_fits(entry, words):
        font = note_font(size, bold=True)
        painter.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(words.number)
        middle = (entry.bottom - entry.top) / 2
        base = QPointF((entry.look.width - wide) / 2, middle + size * _ASCENT)
        painter.drawText(base, words.number)


def _paint_lines(painter: QPainter, words: RoomWords) -> None:
    bold: bool | None = None
    for line in words.lines:
        if line.bold is not bold:
            bold = line.bold
            painter.setFont(note_font(words.size, bold))
        painter.drawText(QPointF(words.inset, line.base), line.text)


def _copy(painter: QPainter, frame: Frame, entry: Entry, sprite: _Sprite) -> None:
    if sprite.scale == frame.scale:
        x, y = frame.at(entry.left, entry.top)
        painter.drawPixmap(x - sprite.room, y - sprite.room, sprite.pixmap)
        return
    ratio = frame.scale / sprite.scale
    room = sprite.room * ratio
    place = QRectF(
        floor(frame.x + entry.left * frame.scale - room),
        floor(frame.y + entry.top * frame.scale - room),
        sprite.pixmap.width() * ratio,
        sprite.pixmap.height() * ratio,
    )
    painter.drawPixmap(place, sprite.pixmap, QRectF(sprite.pixmap.rect()))
