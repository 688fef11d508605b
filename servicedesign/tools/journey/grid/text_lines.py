"""Words on cards, broken at phrases, laid out once and painted often.

Owns the breaking and the layout. Must not know what the words belong to.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from servicedesign.paper.phrases import japanese_phrases
from servicedesign.ui.theme import theme

_MOST: Final = 200
"""Longest paragraph that is parted into phrases, in characters."""

_KEPT: Final = 3_000
"""Texts that a type keeps laid out: more than a full map shows, before and after a change."""

_NEVER_FIRST: Final = frozenset(
    "、。，．・：；？！」』）】々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_LINE_END: Final = "\u2028"


_AFTER: Final = frozenset("、。，．！？）」』】・ \u3000")
"""A line may always end after one of these, unless another of them follows."""
_BEFORE: Final = frozenset("（「『【")


@lru_cache(maxsize=4096)
def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of one paragraph; a long one, or one in another script, is left whole."""
    if len(text) > _MOST or not any("\u3000" <= letter <= "\u9fff" for letter in text):
        return (text,)
    model = japanese_phrases() if any("\u3040" <= one <= "\u30ff" for one in text) else None
    edges = [0, len(text)]
    for at in range(1, len(text)):
        if text[at] in _AFTER:
            continue
        if text[at - 1] in _AFTER or text[at] in _BEFORE or (model and model.begins(text, at)):
            edges.insert(-1, at)
    return tuple(text[start:end] for start, end in pairwise(edges))


class Type:
    """A font, and the words that were laid out in it last.

    Attributes:
        font: the font.
        metrics: its measures.
        pitch: the distance of its lines, in px at 100 % of the map.
    """

    def __init__(self, font: QFont, pitch: float) -> None:
        """Set lines of ``font`` ``pitch`` apart."""
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.pitch = pitch
        self._known: OrderedDict[tuple[object, ...], TextLines] = OrderedDict()

    def lines(
        self, text: str, width: float, *, first: float = 0, most: int = 30, centred: bool = False
    ) -> TextLines:
        """Return ``text`` laid out as ``TextLines`` does; what was laid out before is found again.

        So a step that is taken back, or a phase that moves, lays out nothing.
        """
        key = (text, width, first, most, centred)
        found = self._known.pop(key, None)
        if found is None:
            found = TextLines(text, self, width, first=first, most=most, centred=centred)
        self._known[key] = found
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return found


def type_of(size: int, pitch: float, *, bold: bool = False) -> Type:
    """Return the app's font at ``size`` px with lines ``pitch`` px apart, at its scale."""
    look = theme()
    return Type(look.font(size, bold=bold), look.px(pitch))


class TextLines:
    """Some words at one width.

    Attributes:
        count: how many lines are shown.
        cut: whether there is more.
        width: of the widest line.
    """

    def __init__(
        self,
        text: str,
        face: Type,
        width: float,
        *,
        first: float = 0,
        most: int = 30,
        centred: bool = False,
    ) -> None:
        """Lay ``text`` out in ``face``, ``width`` wide; the ``first`` line may be narrower."""
        font = face.font
        self._metrics = face.metrics
        self.pitch = face.pitch
        first = first or width
        room = int(most * width / max(1.0, self._metrics.averageCharWidth() * 0.5)) + 1
        shown = text[:room]
        lines = shown.split("\n")[: most + 1]
        plain = _layout(_LINE_END.join(lines), font, width, first, most + 1)
        self._layout = plain
        if plain.lineCount() > len(lines) and len(shown) <= _MOST * 2:
            better = self._at_phrases(lines, width, first)
            if better is not None and len(better) <= plain.lineCount() + 1:
                self._layout = _layout(_LINE_END.join(better), font, width, first, most + 1)
        found = self._layout.lineCount()
        self.count = max(1, min(found, most))
        self.cut = found > most or len(shown) < len(text)
        self.width = max(
            (self._layout.lineAt(n).naturalTextWidth() for n in range(self.count) if n < found),
            default=0.0,
        )
        self._place(face.pitch, width if centred else 0.0)

    @property
    def height(self) -> float:
        """Of the lines shown."""
        return self.count * self.pitch

    def _at_phrases(self, lines: list[str], width: float, first: float) -> list[str] | None:
        """Return lines that end where phrases do, or None when a phrase is wider than a line."""
        found: list[str] = []
        for paragraph in lines:
            line, used = "", 0.0
            for phrase in phrases(paragraph):
                own = self._metrics.horizontalAdvance(phrase)
                room = width if found else first
                if line and used + own > room:
                    found.append(line)
                    line, used, room = "", 0.0, width
                if own > room and not all(_may_part(letter) for letter in phrase):
                    return None
                *whole, line_end = self._parted(phrase, room, width) if own > room else [phrase]
                found += whole
                line += line_end
                used += self._metrics.horizontalAdvance(line_end) if whole else own
            found.append(line)
        return found

    def _parted(self, phrase: str, room: float, width: float) -> list[str]:
        """Return a phrase that is wider than a line in as many parts as it needs."""
        parts = []
        while self._metrics.horizontalAdvance(phrase) > room:
            at = self._fitting(phrase, room)
            parts.append(phrase[:at])
            phrase, room = phrase[at:], width
        return [*parts, phrase]

    def _fitting(self, phrase: str, width: float) -> int:
        """Return how many letters of a phrase fit on a line, none left that may not begin one."""
        at = 1
        while at < len(phrase) and self._metrics.horizontalAdvance(phrase[: at + 1]) <= width:
            at += 1
        while 1 < at < len(phrase) and phrase[at] in _NEVER_FIRST:
            at -= 1
        return at

    def _place(self, pitch: float, centred: float) -> None:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            lift = (pitch - self._metrics.height()) / 2 + self._metrics.ascent() - line.ascent()
            left = (centred - line.naturalTextWidth()) / 2 if centred else 0.0
            line.setPosition(QPointF(left, number * pitch + lift))

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines that are shown, dots where there is more; the pen is the painter's."""
        at = QPointF(x, y)
        if self._layout.lineCount() == self.count:
            self._layout.draw(painter, at)
            return
        for number in range(self.count):
            self._layout.lineAt(number).draw(painter, at)
        last = self._layout.lineAt(self.count - 1)
        dots = self._metrics.horizontalAdvance("…")
        end = min(last.position().x() + last.naturalTextWidth(), last.width() - dots / 2)
        painter.setFont(self._layout.font())
        painter.drawText(at + QPointF(end, last.position().y() + last.ascent()), "…")


def _may_part(letter: str) -> bool:
    """Tell whether a line may end within a run of such letters: kana, kanji and digits alone."""
    return "\u3000" <= letter <= "\u9fff" or letter in "0123456789"


def _layout(text: str, font: QFont, width: float, first: float, most: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width if number else first))
    layout.endLayout()
    return layout
