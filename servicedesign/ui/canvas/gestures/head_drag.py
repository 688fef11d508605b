"""Dragging clusters by their heads: sheet and notes go as one, moved once at the end.

Owns this gesture. While it lasts only pictures move; nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from servicedesign.ui.canvas.gestures.gesture import Gesture, Press, Starter
from servicedesign.ui.canvas.gestures.targets import Aim, TargetAt
from servicedesign.ui.canvas.order import head_at
from servicedesign.ui.canvas.snapping import NEAR_PX, Snapper

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Carried:
    """What a drag by the head came to.

    Attributes:
        ids: everything that was chosen, clusters and notes.
        dx: how far to the right, in board units.
        dy: how far down.
        place: where the pointer let go, in board units.
        target: what it was let go over, or empty.
    """

    ids: tuple[str, ...]
    dx: float
    dy: float
    place: QPointF
    target: str


class HeadDrag(Gesture):
    """Drags the chosen clusters, or the one under the pointer alone."""

    def __init__(
        self,
        view: CanvasView,
        press: Press,
        cluster_id: str,
        target_at: TargetAt,
        carried: Callable[[Carried], object],
    ) -> None:
        """Take hold of the cluster ``cluster_id``; ``carried`` hears where it was let go."""
        super().__init__(view, press)
        self._cluster = cluster_id
        self._carried = carried
        self._aim = Aim(view, target_at)
        self._was_chosen = cluster_id in view.selection
        self._moving = False
        self._box = QRectF()
        self._snapper: Snapper | None = None
        self._far = (0.0, 0.0)
        if press.modifiers & _ADDING and not self._was_chosen:
            view.selection.toggle(cluster_id)
        elif not self._was_chosen:
            view.selection.choose([cluster_id])
        view.selection.set_focus(cluster_id)

    def _sheets(self) -> list[str]:
        contents = self.view.contents
        return [one for one in self.view.selection.ids() if contents.cluster(one) is not None]

    def move(self, press: Press) -> None:
        """Follow the pointer once it has moved a little."""
        if not self._moving and not self._lift(press):
            return
        step = press.place - self.start.place
        dx, dy = step.x(), step.y()
        if press.holds(Qt.KeyboardModifier.ShiftModifier):
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        if self._snapper is not None and not press.holds(Qt.KeyboardModifier.ControlModifier):
            near = NEAR_PX / self.view.scale_now()
            more_x, more_y, _ = self._snapper.snap(self._box.translated(dx, dy), near)
            dx, dy = dx + more_x, dy + more_y
        self._far = (dx, dy)
        self._aim.follow(press.point, self.view.selection.ids())
        self.view.layers.drag(dx, dy)
        self.view.redraw()

    def _lift(self, press: Press) -> bool:
        step = press.point - self.start.point
        if step.manhattanLength() < QApplication.startDragDistance() or self.view.reading():
            return False
        self._moving = True
        contents = self.view.contents
        sheets = set(self._sheets())
        rects = {c.id: QRectF(c.x, c.y, c.width, c.height) for c in contents.clusters()}
        self._box = rects[self._cluster]
        self._snapper = Snapper(rect for one, rect in rects.items() if one not in sheets)
        notes = [e.look.id for e in contents.entries() if e.look.cluster in sheets]
        chosen = [e.look.id for e in contents.some(self.view.selection.ids())]
        self.view.layers.lift([*notes, *chosen], sheets=sheets)
        return True

    def finish(self, press: Press) -> None:
        """Tell where it was let go; a mere click chooses the one cluster, or lets go of it."""
        if not self._moving:
            if self._was_chosen and press.modifiers & _ADDING:
                self.view.selection.toggle(self._cluster)
            elif self._was_chosen:
                self.view.selection.choose([self._cluster])
            return
        dx, dy = self._far
        target = self._aim.target()
        self._aim.stop()
        if dx or dy:
            ids = self.view.selection.ids()
            self._carried(Carried(ids, dx, dy, press.place, target))
        self._lay_down()

    def cancel(self) -> None:
        """Lay everything down where it was."""
        self._aim.stop()
        self._lay_down()

    def _lay_down(self) -> None:
        self.view.layers.drop()
        self.view.redraw(soon=False)

    def paint(self, painter: QPainter) -> None:
        """Paint the sign of the target."""
        self._aim.paint(painter)


def head_starter(target_at: TargetAt, carried: Callable[[Carried], object]) -> Starter:
    """Return what begins with a press on the head of a cluster; ``carried`` hears of its end."""

    def start(view: CanvasView, press: Press) -> Gesture | None:
        look = head_at(view.contents, press.place.x(), press.place.y())
        return HeadDrag(view, press, look.id, target_at, carried) if look is not None else None

    return start
