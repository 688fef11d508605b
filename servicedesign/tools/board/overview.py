"""Seeing the whole board, though one note may lie so far away that nothing could be read.

Owns what is fitted into the view, what is said of the notes beyond it, and the way to bring these
back. A board in columns has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer

from servicedesign.model import Cluster, Note, msg
from servicedesign.tools.board import clusters, moving
from servicedesign.ui.canvas.stops import LEAST
from servicedesign.ui.canvas.together import around, parts_of

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.canvas.entry import LimitedRect

_APART: Final = 64.0
_ROW: Final = 2_000.0
"""Parts that are brought back stand in rows of this width at least, in board units."""


class Overview(QObject):
    """Works for one editor."""

    def __init__(self, editor: BoardEditor) -> None:
        """Show the whole board of ``editor`` when it is asked for."""
        super().__init__(editor)
        self._editor = editor
        editor.view.whole_asked.connect(self.show)
        editor.desk.minimap.whole_asked.connect(self.show)

    def fit(self) -> None:
        """Show all notes, or those that lie together where all cannot be seen at once."""
        view = self._editor.view
        bounds = view.contents.bounds().united(self._editor.framing.bounds())
        if bounds.isNull():
            view.zoom_to(1.0)
            view.centre(QPointF(0, 0))
        elif self._fits(bounds):
            view.fit(bounds)
        else:
            view.fit(self._near())

    def show(self) -> None:
        """Show all notes, and tell of those that lie too far away."""
        self._editor.show_everything()
        self.tell()

    def tell_soon(self) -> None:
        """Tell of notes that lie too far away, once the board is in view."""
        QTimer.singleShot(0, self, self.tell)

    def tell(self) -> None:
        """Tell of notes that lie too far away, with a way to bring them back or to go there."""
        far = self.far()
        if not far:
            return
        t, shell = self._editor.context.t, self._editor.context.shell
        words = t.plural("付箋{n}枚が、ほかから遠く離れています。", len(far))
        if self._editor.context.read_only or not self._movable(far):
            shell.warn(words, t("そこを見る"), lambda: self._look(far))
        else:
            shell.warn(words, t("遠くの付箋を戻す"), self.bring_back)

    def far(self) -> list[str]:
        """Return the notes that lie too far from most others to be seen with them."""
        found = [one for part in self._parts()[1:] for one in part]
        return list(self._editor.affinity.with_notes(found))

    # What lies together -----------------------------------------------------------------------

    def _reach(self) -> tuple[float, float]:
        free = self._editor.view.free()
        return free.width() / LEAST, free.height() / LEAST

    def _fits(self, bounds: QRectF) -> bool:
        wide, high = self._reach()
        return bounds.width() <= wide and bounds.height() <= high

    def _rects(self) -> dict[str, LimitedRect]:
        """Return the places of clusters, and of the notes that are in none or far from theirs."""
        contents = self._editor.view.contents
        rects: dict[str, LimitedRect] = {}
        for look in contents.clusters():
            if self._fits(QRectF(look.x, look.y, look.width, look.height)):
                rects[look.id] = (look.x, look.y, look.x + look.width, look.y + look.height)
        for entry in contents.entries():
            if entry.look.cluster not in rects:
                rects[entry.look.id] = (entry.left, entry.top, entry.right, entry.bottom)
        return rects

    def _parts(self) -> list[list[str]]:
        bounds = self._editor.view.contents.bounds()
        if bounds.isNull() or self._fits(bounds) or self._editor.showing.by_cluster:
            return []
        return parts_of(self._rects(), *self._reach())

    def _near(self) -> QRectF:
        """Return what encloses the notes that lie together, with the frame where it fits."""
        parts = self._parts()
        if not parts:
            return self._editor.view.contents.bounds()
        left, top, right, bottom = around(self._rects(), parts[0])
        near = QRectF(left, top, right - left, bottom - top)
        with_frame = near.united(self._editor.framing.bounds())
        return with_frame if self._fits(with_frame) else near

    # Bringing back ----------------------------------------------------------------------------

    def _movable(self, ids: list[str]) -> bool:
        found = (self._editor.context.project.find(Note, one) for one in ids)
        return any(note is not None and not note.locked for note in found)

    def _look(self, ids: list[str]) -> None:
        view = self._editor.view
        view.selection.choose(ids)
        view.fit(view.contents.bounds(ids[:1]))

    def bring_back(self) -> None:
        """Put what lies far away under the rest, as one step; each part keeps its arrangement."""
        project, parts, rects = self._editor.context.project, self._parts(), self._rects()
        near = self._near()
        x = left = near.left()
        y, foot = near.bottom() + _APART, near.bottom()
        right = max(near.right(), left + _ROW)
        brought: list[str] = []
        with project.edit(msg("遠くの付箋を戻す")):
            for part in parts[1:]:
                box = around(rects, part)
                wide, high = box[2] - box[0], box[3] - box[1]
                if x > left and x + wide > right:
                    x, y = left, foot + _APART
                brought += self._moved(part, x - box[0], y - box[1])
                x += wide + _APART
                foot = max(foot, y + high)
        self._say(brought)

    def _moved(self, part: list[str], dx: float, dy: float) -> list[str]:
        """Move clusters and notes, and return the notes that moved: locked ones do not."""
        project = self._editor.context.project
        sheets = [one for one in part if project.find(Cluster, one) is not None]
        ids = self._editor.affinity.with_notes(part)
        before = {one: project.find(Note, one) for one in ids}
        for sheet in sheets:
            clusters.move_clusters(project, [sheet], [], dx, dy)
        moving.move_notes(project, [one for one in part if one not in sheets], dx, dy)
        return [one for one, note in before.items() if project.find(Note, one) is not note]

    def _say(self, brought: list[str]) -> None:
        t, shell = self._editor.context.t, self._editor.context.shell
        if not brought:
            shell.toast(t("固定した付箋は動かせません。先に固定をときます。"))
            return
        self._editor.view.selection.choose(brought)
        self._editor.show_everything()
        words = t.plural("遠くの付箋{n}枚を、ほかの付箋の下に戻しました。", len(brought))
        shell.toast(words, undo=True)
