"""One page for the projector as a list of what is painted, in px at 1080 lines.

Owns the units, the least size of type and the painting. Whatever is said on a leaf is kept with its
size, so that a test can read what a room would. Must not know any record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from servicedesign import tokens
from servicedesign.ui.room.lines import Laid, lay, measure, one_line
from servicedesign.ui.theme import color, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from servicedesign.model.drawing import Drawing

LINES: Final = 1080
"""Height of a page in units, whatever the projector's is."""
LEAST: Final = 48
"""Smallest type in units: 4.4 % of the height, read from the back of a room."""
MARGIN: Final = 112
"""Left and right of everything, in units."""
FOOT: Final = 72
"""Under everything, in units."""
ASCENT: Final = 0.88
"""From the top of the em box to the base line, in ems, in the bundled face."""

Paint = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text as it is painted.

    Attributes:
        text: its characters.
        size: of the type, in units.
        box: the place of its em boxes, in units.
    """

    text: str
    size: float
    box: QRectF


class Leaf:
    """What fills the picture at one time.

    All lengths are units: 1080 are the height of the window. ``y`` of a text is the top of its em
    box. No type is smaller than 48.

    Attributes:
        width: of the page; 1920 where it is 16:9.
        height: of the page, less where the timer stands below it.
        words: the lines of text in the order of painting.
    """

    def __init__(self, width: float, height: float = LINES) -> None:
        """Make an empty leaf."""
        self.width = width
        self.height = height
        self.words: list[Words] = []
        self._paints: list[Paint] = []

    @property
    def left(self) -> float:
        """Where text begins."""
        return float(MARGIN)

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.width - MARGIN

    @property
    def whole(self) -> QRectF:
        """All of the page between the margins."""
        return QRectF(self.left, FOOT, self.right - self.left, self.height - 2 * FOOT)

    def paint(self, painter: QPainter) -> None:
        """Paint the leaf; the painter counts in units."""
        for step in self._paints:
            step(painter)

    def texts(self) -> list[tuple[str, float]]:
        """Return every line of text with the size of its type in units."""
        return [(line.text, line.size) for line in self.words]

    # Words ------------------------------------------------------------------------------------

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 56,
        *,
        bold: bool = False,
        tone: str = tokens.TEXT,
        align: str = "left",
        room: float | None = None,
    ) -> float:
        """Set one line and return its width.

        Args:
            x: where it begins; its end or middle when ``align`` is ``right`` or ``center``.
            y: top of the em box.
            words: what it says; line ends become spaces.
            size: of the type.
            bold: whether the bold face is used.
            tone: its colour.
            align: ``left``, ``right`` or ``center``.
            room: most width; the type shrinks to 48 for it, then the line ends in dots.
        """
        shown, size = one_line(words, max(size, LEAST), bold, room, LEAST)
        wide = measure(shown, size, bold)
        left = x - wide * {"right": 1.0, "center": 0.5}.get(align, 0.0)
        self._set(left, y, shown, size, bold, tone, wide)
        return wide

    def block(
        self,
        box: QRectF,
        words: str,
        size: float = 100,
        *,
        least: float = LEAST,
        bold: bool = False,
        tone: str = tokens.TEXT,
        pitch: float = 1.48,
        align: str = "left",
        balanced: bool = False,
    ) -> Laid:
        """Set a text of any length into ``box``, broken at phrases under the rules of Japanese.

        The type shrinks from ``size`` to ``least`` until all fits; what then does not is returned
        as ``rest``, to be set on the next leaf.

        Args:
            box: where it stands.
            words: the text; its line ends are kept.
            size: of the type where there is room.
            least: smallest size, 48 or more.
            bold: whether the bold face is used.
            tone: its colour.
            pitch: distance of lines in ems.
            align: ``left``, ``right`` or ``center``.
            balanced: makes the lines of a title about equally long.
        """
        smallest = max(least, LEAST)
        laid = lay(
            words,
            box.width(),
            box.height(),
            max(size, smallest),
            smallest,
            bold=bold,
            pitch=pitch,
            balanced=balanced,
        )
        self.lines(box, laid, bold=bold, tone=tone, align=align)
        return laid

    def lines(
        self,
        box: QRectF,
        laid: Laid,
        *,
        bold: bool = False,
        tone: str = tokens.TEXT,
        align: str = "left",
    ) -> None:
        """Set lines that were laid before into ``box``, from its top."""
        share = {"right": 1.0, "center": 0.5}.get(align, 0.0)
        for number, line in enumerate(laid.lines):
            wide = measure(line, laid.size, bold)
            left = box.left() + (box.width() - wide) * share
            self._set(left, box.top() + number * laid.step, line, laid.size, bold, tone, wide)

    def _set(
        self, x: float, y: float, words: str, size: float, bold: bool, tone: str, wide: float
    ) -> None:
        if not words:
            return
        self.words.append(Words(words, size, QRectF(x, y, wide, size)))
        font = type_of(size, bold=bold)
        base = QPointF(x, y + size * ASCENT)

        def _paint(painter: QPainter) -> None:
            painter.setFont(font)
            painter.setPen(color(tone))
            painter.drawText(base, words)

        self._paints.append(_paint)

    # Shapes -----------------------------------------------------------------------------------

    def rule(
        self,
        y: float,
        left: float | None = None,
        right: float | None = None,
        *,
        tone: str = tokens.HAIRLINE,
        thick: float = 2,
    ) -> None:
        """Draw a level line with its middle at ``y``, from margin to margin unless told."""
        start = self.left if left is None else left
        end = self.right if right is None else right
        self.fill(QRectF(start, y - thick / 2, end - start, thick), tone)

    def fill(self, box: QRectF, tone: str, *, radius: float = 0) -> None:
        """Fill a box."""
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        self._paints.append(lambda painter: painter.fillPath(path, color(tone)))

    def frame(
        self,
        box: QRectF,
        tone: str = tokens.EDGE,
        *,
        thick: float = 2,
        radius: float = 0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw the edge of a box, inside it; ``dash`` in units."""
        inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        pen = QPen(color(tone), thick)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            pen.setDashPattern([part / thick for part in dash])

        def _paint(painter: QPainter) -> None:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, radius, radius)

        self._paints.append(_paint)

    def shape(self, path: QPainterPath, tone: str) -> None:
        """Fill a path."""
        self._paints.append(lambda painter: painter.fillPath(path, color(tone)))

    # Pictures ---------------------------------------------------------------------------------

    def drawing(self, box: QRectF, drawing: Drawing) -> None:
        """Draw a drawing as large as it fits, in the middle of ``box``."""
        from servicedesign.ui.widgets.drawing_view import paint_drawing

        self._paints.append(lambda painter: paint_drawing(painter, drawing, box))

    def image(self, box: QRectF, image: QImage, *, cover: bool = False, radius: float = 0) -> None:
        """Draw pixels as large as they fit, or with ``cover`` over all of ``box``, its middle."""
        size = image.size()
        factors = box.width() / max(1, size.width()), box.height() / max(1, size.height())
        factor = max(factors) if cover else min(factors)
        wide, high = size.width() * factor, size.height() * factor
        place = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
        clip = QPainterPath()
        clip.addRoundedRect(box.intersected(place), radius, radius)

        def _paint(painter: QPainter) -> None:
            painter.save()
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            painter.drawImage(place, image)
            painter.restore()

        self._paints.append(_paint)

    def icon(self, box: QRectF, name: str, tone: str = tokens.TEXT) -> None:
        """Draw an icon (an ``mdi6.`` name)."""
        from servicedesign.ui.icons import paint_icon

        self._paints.append(lambda painter: paint_icon(painter, name, box, color(tone)))

    def custom(self, do: Paint, says: Iterable[tuple[str, float, QRectF]] = ()) -> None:
        """Paint anything else.

        Args:
            do: paints in units; it is given a painter it need not restore.
            says: the texts it paints, each with the size of its type and its place.
        """
        self.words.extend(Words(text, size, box) for text, size, box in says)

        def _paint(painter: QPainter) -> None:
            painter.save()
            do(painter)
            painter.restore()

        self._paints.append(_paint)


def type_of(size: float, *, bold: bool = False) -> QFont:
    """Return the bundled font at ``size`` units, for a painter that counts in them."""
    font = theme().font(bold=bold)
    font.setPixelSize(max(1, round(size)))
    return font
