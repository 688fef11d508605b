"""Where marked words stand in a text edit, line by line.

Owns the way from characters of a text to rectangles on screen, an unfinished conversion included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from servicedesign.model import FindingKind
from servicedesign.tools.interview.shifting import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding marked in an answer.

    Attributes:
        finding_id: its id.
        kind: fact, interpretation or insight.
        span: its characters in the answer.
        tag: the end of its number, such as 14行, or empty.
    """

    finding_id: str
    kind: FindingKind
    span: Span
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marked words on one line of the screen.

    Attributes:
        box: of the words, from the top of their line to its bottom, in the document's px.
        baseline: their y.
    """

    box: QRectF
    baseline: float


def units(text: str, place: int) -> int:
    """Return the place of character ``place`` of ``text`` as Qt counts it."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, place: int) -> int:
    """Return which character of ``text`` stands at Qt's ``place``."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    return len(head.decode("utf-16-le", "ignore"))


def stretches(document: QTextDocument, start: int, end: int) -> Iterator[Stretch]:
    """Yield where the characters from ``start`` to ``end`` (as Qt counts) stand, line by line."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _of_block(document, block, start, end)
        block = block.next()


def _of_block(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[Stretch]:
    layout = block.layout()
    first = _with_preedit(layout, max(0, start - block.position()))
    last = _with_preedit(layout, min(block.length() - 1, end - block.position()))
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        if first >= stop or last <= begin or first >= last:
            continue
        left = _x(line, max(first, begin))
        right = _x(line, last) if last < stop else line.naturalTextRect().right()
        top = corner.y() + line.y()
        box = QRectF(corner.x() + left, top, max(2.0, right - left), line.height())
        yield Stretch(box, top + line.ascent())


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    value = found[0] if isinstance(found, tuple) else found
    return float(value) if isinstance(value, int | float) else 0.0


def _with_preedit(layout: QTextLayout, place: int) -> int:
    """Return ``place`` where an unfinished conversion stands in the line before it."""
    preedit = layout.preeditAreaText()
    if preedit and layout.preeditAreaPosition() < place:
        return place + len(preedit.encode("utf-16-le")) // 2
    return place
