"""Where the keyboard can stand on a canvas, and in which order: heads of clusters and notes.

Owns that order: clusters and lone notes as one reads, and within a cluster its head, then its
notes. Must not change the selection.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from servicedesign.ui.canvas.contents import Contents
from servicedesign.ui.canvas.looks import ClusterLook
from servicedesign.ui.canvas.neighbours import reading_order


@dataclass(frozen=True, slots=True)
class Stop:
    """A note, or the head of a cluster.

    Attributes:
        id: of the note or the cluster.
        left: its edges in board units.
        top: see ``left``.
        right: see ``left``.
        bottom: see ``left``.
        head: whether it is the head of a cluster.
    """

    id: str
    left: float
    top: float
    right: float
    bottom: float
    head: bool = False

    def rect(self) -> QRectF:
        """Return its place in board units."""
        return QRectF(self.left, self.top, self.right - self.left, self.bottom - self.top)


def head_of(look: ClusterLook) -> Stop:
    """Return the head of a cluster; of a folded one all of it."""
    height = look.height if look.folded else min(look.head, look.height)
    return Stop(look.id, look.x, look.y, look.x + look.width, look.y + height, head=True)


def head_at(contents: Contents, x: float, y: float) -> ClusterLook | None:
    """Return the cluster whose head is seen at a point where no note lies, or None."""
    hits = [look for look in contents.clusters() if not look.fixed and _holds(head_of(look), x, y)]
    return hits[-1] if hits and contents.at(x, y) is None else None


def find_stop(contents: Contents, stop_id: str) -> Stop | None:
    """Return the note or head with an id."""
    entry = contents.find(stop_id)
    if entry is not None:
        return Stop(stop_id, entry.left, entry.top, entry.right, entry.bottom)
    look = contents.cluster(stop_id)
    return head_of(look) if look is not None and not look.fixed else None


def stops(contents: Contents) -> list[Stop]:
    """Return every place where the keyboard can stand, in order."""
    sheets = {look.id: look for look in contents.clusters() if not look.fixed}
    held: dict[str, list[Stop]] = {one: [] for one in sheets}
    units = [
        Stop(one, look.x, look.y, look.x + look.width, look.y + look.height, head=True)
        for one, look in sheets.items()
    ]
    for entry in contents.entries():
        stop = Stop(entry.look.id, entry.left, entry.top, entry.right, entry.bottom)
        held.get(entry.look.cluster, units).append(stop)
    ordered: list[Stop] = []
    for unit in reading_order(units):
        if unit.head:
            ordered.append(head_of(sheets[unit.id]))
            ordered += reading_order(held[unit.id])
        else:
            ordered.append(unit)
    return ordered


def stop_after(contents: Contents, current: str, step: int) -> Stop | None:
    """Return the stop after (1) or before (-1) ``current``, round at the ends.

    Where the keyboard stands at none it is the first or the last; None on an empty canvas.
    """
    ordered = stops(contents)
    ids = [stop.id for stop in ordered]
    if not ordered:
        return None
    if current not in ids:
        return ordered[0 if step > 0 else -1]
    return ordered[(ids.index(current) + step) % len(ordered)]


def next_note(contents: Contents, current: str, step: int) -> str:
    """Return the note after (1) or before (-1) ``current``, past all heads; empty if none."""
    ids = [stop.id for stop in stops(contents) if not stop.head]
    if not ids:
        return ""
    if current not in ids:
        return ids[0 if step > 0 else -1]
    return ids[(ids.index(current) + step) % len(ids)]


def nearest_stop(contents: Contents, current: Stop, dx: int, dy: int) -> Stop | None:
    """Return the stop nearest to ``current`` in the direction ``dx``, ``dy`` (each -1, 0 or 1).

    What lies straight ahead is nearer than what lies to the side. A head lies straight ahead of
    all that is below it.
    """
    best: tuple[float, Stop] | None = None
    for stop in stops(contents):
        if stop.id == current.id:
            continue
        across, down = _way(current, stop)
        ahead = across * dx + down * dy
        aside = abs(across * dy) + abs(down * dx)
        if ahead <= 1 or aside > ahead * 2.5:
            continue
        far = ahead + 2 * aside
        if best is None or far < best[0]:
            best = (far, stop)
    return best[1] if best else None


def _way(one: Stop, other: Stop) -> tuple[float, float]:
    """Return how far it is from the middle of a stop to that of another, right and down."""
    x, y = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    to_x, to_y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    if other.head:
        to_x = min(max(x, other.left), other.right)
    elif one.head:
        x = min(max(to_x, one.left), one.right)
    return to_x - x, to_y - y


def _holds(stop: Stop, x: float, y: float) -> bool:
    return stop.left <= x < stop.right and stop.top <= y < stop.bottom
