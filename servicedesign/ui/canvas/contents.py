"""Everything that lies on one canvas, found quickly: notes in their order, clusters, what changed.

Owns the looks, their places and the words laid out for them. Must not paint.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal

from servicedesign.ui.canvas.entry import Entry, LimitedRect
from servicedesign.ui.canvas.grid import Cells, SpatialGrid, cells_of
from servicedesign.ui.canvas.looks import ClusterLook, NoteLook

by_order = attrgetter("key")
"""Sorts entries from below to above."""

_UPPER: Final = 24
"""How many notes of a heap are looked at as covers of those below."""


class Contents(QObject):
    """The notes and clusters of one canvas.

    Signals:
        changed: the entries that are gone or new, each look once: ``(old, new)``.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make empty contents."""
        super().__init__(parent)
        self._notes: dict[str, Entry] = {}
        self._grid: SpatialGrid[Entry] = SpatialGrid()
        self._clusters: dict[str, ClusterLook] = {}
        self._seen: tuple[Cells, list[Entry]] | None = None
        self._bounds: QRectF | None = None

    # Changing ---------------------------------------------------------------------------------

    def set_all(self, notes: Iterable[NoteLook], clusters: Iterable[ClusterLook] = ()) -> None:
        """Show ``notes`` and ``clusters`` and nothing else; what is the same is kept as it is."""
        wanted = {look.id: look for look in notes}
        gone = [note_id for note_id in self._notes if note_id not in wanted]
        fresh = [
            look for note_id, look in wanted.items()
            if (known := self._notes.get(note_id)) is None
            or (known.look is not look and known.look != look)
        ]  # fmt: skip
        self.set_clusters(clusters)
        self.change(fresh, gone)

    def change(self, put: Iterable[NoteLook] = (), remove: Iterable[str] = ()) -> None:
        """Show some notes anew and others no longer."""
        old: list[Entry] = []
        new: list[Entry] = []
        for note_id in remove:
            self._take(note_id, old)
        for look in put:
            self._take(look.id, old)
            entry = Entry(look)
            self._notes[look.id] = entry
            self._grid.add(entry, entry.cells)
            new.append(entry)
        self._seen = self._bounds = None
        if old or new:
            self.changed.emit(old, new)

    def set_clusters(self, clusters: Iterable[ClusterLook]) -> None:
        """Show ``clusters`` and no others."""
        wanted = {look.id: look for look in clusters}
        if wanted != self._clusters:
            self._clusters = wanted
            self._bounds = None
            self.changed.emit([], [])

    def _take(self, note_id: str, old: list[Entry]) -> None:
        entry = self._notes.pop(note_id, None)
        if entry is not None:
            self._grid.remove(entry, entry.cells)
            old.append(entry)

    # Reading ----------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Return the number of notes."""
        return len(self._notes)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all notes."""
        return tuple(self._notes)

    def entries(self) -> Iterable[Entry]:
        """Return every note."""
        return self._notes.values()

    def find(self, note_id: str) -> Entry | None:
        """Return the note with an id."""
        return self._notes.get(note_id)

    def some(self, ids: Iterable[str]) -> list[Entry]:
        """Return the notes with ``ids`` that are there, in the order given."""
        return [entry for one in ids if (entry := self._notes.get(one)) is not None]

    def clusters(self) -> Sequence[ClusterLook]:
        """Return every cluster."""
        return tuple(self._clusters.values())

    def cluster(self, cluster_id: str) -> ClusterLook | None:
        """Return the cluster with an id."""
        return self._clusters.get(cluster_id)

    def near(self, left: float, top: float, right: float, bottom: float) -> list[Entry]:
        """Return the notes in the cells around a rectangle, from below to above.

        Those outside by less than a cell may be among them. The last answer is remembered: a
        canvas that is panned asks for the same cells many times.
        """
        cells = cells_of(left, top, right, bottom)
        if self._seen is None or self._seen[0] != cells:
            self._seen = (cells, sorted(self._grid.find(cells), key=by_order))
        return self._seen[1]

    def inside(self, rect: LimitedRect) -> list[Entry]:
        """Return the notes that touch ``rect``, from below to above."""
        found = self._grid.find(cells_of(*rect))
        return sorted((entry for entry in found if entry.touches(rect)), key=by_order)

    def at(self, x: float, y: float) -> Entry | None:
        """Return the topmost note at a point, or None."""
        found = self.inside((x, y, x, y)) if self._notes else []
        hits = [e for e in found if e.left <= x < e.right and e.top <= y < e.bottom]
        return hits[-1] if hits else None

    def cluster_at(self, x: float, y: float) -> ClusterLook | None:
        """Return the last cluster that covers a point, or None."""
        hits = [
            look
            for look in self._clusters.values()
            if look.x <= x < look.x + look.width and look.y <= y < look.y + look.height
        ]
        return hits[-1] if hits else None

    def names(self) -> tuple[str, ...]:
        """Return the ids of all notes and clusters: of all that can be chosen."""
        return (*self._notes, *(one for one, look in self._clusters.items() if not look.fixed))

    def bounds(self, ids: Sequence[str] | None = None) -> QRectF:
        """Return what encloses all notes and clusters, or those with ``ids``; perhaps null."""
        if ids is not None:
            return _around(self.some(ids), map(self._clusters.get, ids))
        if self._bounds is None:
            self._bounds = _around(self._notes.values(), self._clusters.values())
        return QRectF(self._bounds)


def _around(entries: Iterable[Entry], sheets: Iterable[ClusterLook | None]) -> QRectF:
    rects = [(e.left, e.top, e.right, e.bottom) for e in entries]
    rects += [(c.x, c.y, c.x + c.width, c.y + c.height) for c in sheets if c is not None]
    if not rects:
        return QRectF()
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    left, top = min(lefts), min(tops)
    return QRectF(left, top, max(rights) - left, max(bottoms) - top)


def uncovered(entries: Sequence[Entry]) -> list[Entry]:
    """Return ``entries`` without those that lie wholly under a single one above them."""
    kept: list[Entry] = []
    for entry in reversed(entries):
        upper = kept[-_UPPER:]
        if not any(
            o.left <= entry.left
            and o.top <= entry.top
            and o.right >= entry.right
            and o.bottom >= entry.bottom
            for o in upper
        ):
            kept.append(entry)
    kept.reverse()
    return kept
