"""Where on a board the room looks: at whole notes whose words can be read.

Owns the choice of middle and scale near the place where the facilitator looks. Knows rectangles
and whether a note can be read, no words. Must not paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from servicedesign.ui.canvas.entry import Entry

HEAD: Final = 1.7
"""Room over the notes for the name of their sheet, in sizes of the smallest type."""


class View(NamedTuple):
    """Where one looks.

    Attributes:
        middle: in board units.
        scale: device px to a board unit.
        close: id of the note that is looked at closely, or empty.
    """

    middle: QPointF
    scale: float
    close: str = ""


@dataclass(frozen=True, slots=True)
class Looking:
    """What a view is chosen from.

    Attributes:
        entries: the notes around the place.
        width: of the canvas in device px.
        height: of the canvas in device px.
        least: smallest type in device px.
        scales: larger scales that may be taken, ascending.
        is_read: tells whether the words of a note can be read at a scale.
    """

    entries: Sequence[Entry]
    width: float
    height: float
    least: float
    scales: Sequence[float]
    is_read: Callable[[Entry, float], bool]

    def settled(self, wanted: View) -> View:
        """Return the view near ``wanted`` in which whole notes stand, their words whole.

        It is larger than wanted where a note in view could not be read else, unless that would
        leave less than half of the notes in view; the note in the middle is read in any case.
        """
        nearest = self._nearest(wanted)
        if nearest is None:
            return wanted
        first = self._holding(nearest, wanted)
        views = [
            first,
            *(self._holding(nearest, wanted._replace(scale=one)) for one in self.scales),
        ]
        wants = len(self.whole(first)) / 2 if self.is_read(nearest, first.scale) else 1
        for view in views:
            notes = self.whole(view)
            if nearest in notes and len(notes) >= wants and self._all_read(notes, view):
                return self._centred(notes, view)
        for view in views:
            notes = self.whole(view)
            if nearest in notes and self.is_read(nearest, view.scale):
                return self._centred(notes, view)
        held = [view for view in views if nearest in self.whole(view)] or [first]
        return held[-1]._replace(close=nearest.look.id)

    def whole(self, view: View) -> list[Entry]:
        """Return the notes that are wholly in view."""
        area = self._area(view)
        return [entry for entry in self.entries if area.contains(entry.rect())]

    def _area(self, view: View) -> QRectF:
        wide, high = self.width / view.scale, self.height / view.scale
        return QRectF(view.middle.x() - wide / 2, view.middle.y() - high / 2, wide, high)

    def _all_read(self, notes: Iterable[Entry], view: View) -> bool:
        return all(self.is_read(entry, view.scale) for entry in notes)

    def _nearest(self, view: View) -> Entry | None:
        area = self._area(view)
        seen = [entry for entry in self.entries if area.intersects(entry.rect())]

        def _far(entry: Entry) -> float:
            way = entry.rect().center() - view.middle
            return QPointF.dotProduct(way, way)

        return min(seen, key=_far, default=None)

    def _holding(self, entry: Entry, view: View) -> View:
        """Return ``view`` moved as little as it takes to have ``entry`` wholly in it."""
        area, rect = self._area(view), entry.rect()
        y = _way(rect.top(), rect.bottom(), area.top(), area.bottom())
        x = _way(rect.left(), rect.right(), area.left(), area.right())
        return self._fullest(entry, view._replace(middle=view.middle + QPointF(x, y)))

    def _fullest(self, entry: Entry, view: View) -> View:
        """Return ``view`` moved up or down, so that most rows are whole; rather less than more."""
        high, head = self.height / view.scale, HEAD * self.least / view.scale
        tops = {one.top - head for one in self.entries}
        middles = [QPointF(view.middle.x(), top + high / 2) for top in tops]
        views = [view, *(view._replace(middle=middle) for middle in middles)]
        held = [one for one in views if self._area(one).contains(entry.rect())] or [view]

        def _worth(one: View) -> tuple[int, float]:
            return len(self.whole(one)), -abs(one.middle.y() - view.middle.y())

        return max(held, key=_worth)

    def _centred(self, notes: Sequence[Entry], view: View) -> View:
        """Return ``view`` with the same free room around ``notes``, at least a head's above."""
        box = notes[0].rect()
        for entry in notes[1:]:
            box = box.united(entry.rect())
        free = self.height / view.scale - box.height()
        above = min(free, max(free / 2, HEAD * self.least / view.scale))
        top = box.top() - above
        middle = QPointF(box.center().x(), top + self.height / view.scale / 2)
        moved = view._replace(middle=middle)
        after = self.whole(moved)
        return moved if self._all_read(after, moved) else view


def _way(first: float, last: float, start: float, end: float) -> float:
    """Return how far a stretch must move to hold another: at its start where that is longer."""
    if first < start or last - first > end - start:
        return first - start
    return max(0.0, last - end)
