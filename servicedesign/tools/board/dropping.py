"""What a drag means on a board: where notes and clusters may be let go, and what comes of it.

Owns the way from the end of a gesture (or an arrow key) to an action of ``clusters`` or of the
frame. A note merely carried over another does nothing: stacking asks the pointer to rest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from servicedesign.model import Cluster, Note, msg
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.board.columns import column_at
from servicedesign.tools.board.sheets_shown import LOOSE
from servicedesign.ui.canvas.canvas_view import SELECT
from servicedesign.ui.canvas.gestures.gather import gather_starter
from servicedesign.ui.canvas.gestures.head_drag import Carried, head_starter
from servicedesign.ui.canvas.gestures.targets import Target

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.tools.board.affinity import Affinity
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.canvas.gestures.drag import Moved
    from servicedesign.ui.canvas.looks import ClusterLook


class Dropping:
    """Works for one editor."""

    def __init__(self, editor: BoardEditor, affinity: Affinity) -> None:
        """Take presses on notes and on heads of ``editor``'s canvas."""
        self._editor = editor
        self._affinity = affinity
        self._view = view = editor.view
        self.t = editor.context.t
        view.add_starter(SELECT, gather_starter(self.target))
        view.add_starter(SELECT, head_starter(self._head_target, self._on_carried))

    @property
    def _project(self) -> Project:
        return self._editor.context.project

    def target(self, place: QPointF, ids: Sequence[str]) -> Target | None:
        """Return what letting go of notes at ``place`` would mean."""
        self._editor.desk.look_away()
        if not ids:
            return None
        if self._editor.showing.by_cluster:
            return self._column_target(place, ids)
        framed = self._editor.framing.pain_target(place)
        if framed is not None:
            return framed
        own = {note.cluster_id for one in ids if (note := self._project.find(Note, one))}
        contents = self._view.contents
        point = (place.x(), place.y(), place.x(), place.y())
        below = [entry for entry in contents.inside(point) if entry.look.id not in set(ids)]
        if below and not below[-1].look.cluster:
            words = self.t("ここで放すと束ねる")
            return Target(below[-1].look.id, below[-1].rect(), words, rests=True)
        look = contents.cluster_at(place.x(), place.y())
        if look is not None:
            return None if own == {look.id} else self._sheet_target(look)
        return self._editor.framing.phase_target(place, ids)

    def _sheet_target(self, look: ClusterLook, *, rests: bool = False) -> Target:
        title = look.title or self.t("表札のないまとまり")
        words = (
            self.t("ここで放すと「{title}」と一つになる", title=title)
            if rests
            else self.t("「{title}」に入れる", title=title)
        )
        if look.id == LOOSE:
            words = self.t("束から出す")
        return Target(look.id, QRectF(look.x, look.y, look.width, look.height), words, rests)

    def _column_target(self, place: QPointF, ids: Sequence[str]) -> Target | None:
        look = column_at(self._view.contents.clusters(), place.x(), place.y())
        own = {note.cluster_id or LOOSE for one in ids if (note := self._project.find(Note, one))}
        return self._sheet_target(look) if look is not None and own != {look.id} else None

    def _head_target(self, place: QPointF, ids: Sequence[str]) -> Target | None:
        """Return what letting go of clusters at ``place`` would mean."""
        if self._editor.showing.by_cluster:
            return None
        framing = self._editor.framing
        pain = framing.pain_target(place)
        if pain is not None:
            return pain
        for look in reversed(self._view.contents.clusters()):
            area = QRectF(look.x, look.y, look.width, look.height)
            if look.id not in ids and area.contains(place):
                return self._sheet_target(look, rests=True)
        return framing.phase_target(place, self._affinity.with_notes(ids))

    def drop(self, moved: Moved) -> None:
        """Write what a drag of notes came to."""
        if self._editor.showing.by_cluster:
            self._to_column(moved.ids, moved.target)
            return
        by = (moved.dx, moved.dy)
        heights = self._editor.showing.heights()
        framing = self._editor.framing
        if framing.drop(moved.ids, moved.target, by):
            return
        if self._project.find(Note, moved.target) is not None:
            self._stack(moved.ids, moved.target)
            return
        look = self._view.contents.cluster_at(moved.place.x(), moved.place.y())
        own = {note.cluster_id for one in moved.ids if (note := self._project.find(Note, one))}
        if look is not None and own != {look.id} and moved.target != look.id:
            look = None
        with framing.following(moved.ids, by):
            if look is None:
                clusters.leave_cluster(self._project, moved.ids, heights, by=by)
            else:
                clusters.join_cluster(self._project, look.id, moved.ids, heights, by=by)

    def _stack(self, ids: Sequence[str], onto: str) -> None:
        heights = self._editor.showing.heights()
        made = clusters.stack_notes(self._project, ids, onto, heights)
        if made is not None:
            self._affinity.choose(made.id)
            self._view.setFocus()
            self._affinity.say(self.t("付箋を束ねました。Enter で表札を書けます。"))

    def drop_copies(self, moved: Moved) -> tuple[str, ...]:
        """Write what a drag with copies came to; return the copies."""
        with self._project.edit(msg("付箋を{count}枚写す", count=len(moved.ids))):
            if self._editor.showing.by_cluster:
                return notes.copy_notes(self._project, moved.ids)
            copies = notes.copy_notes(self._project, moved.ids, moved.dx, moved.dy)
            look = self._view.contents.cluster_at(moved.place.x(), moved.place.y())
            if look is None:
                clusters.leave_cluster(self._project, copies, by=(0.0, 0.0))
            else:
                clusters.join_cluster(self._project, look.id, copies, by=(0.0, 0.0))
            return copies

    def _to_column(self, ids: Sequence[str], target: str) -> None:
        heights = self._editor.showing.heights()
        if target == LOOSE:
            clusters.leave_cluster(self._project, ids, heights)
        elif target:
            clusters.join_cluster(self._project, target, ids, heights)

    def _on_carried(self, carried: Carried) -> None:
        """Write what a drag of clusters came to."""
        if self._editor.showing.by_cluster:
            return
        sheets = [one for one in carried.ids if self._project.find(Cluster, one) is not None]
        loose = self._affinity.notes_in(carried.ids)
        by = (carried.dx, carried.dy)
        ids = self._affinity.with_notes(carried.ids)
        if self._project.find(Cluster, carried.target) is not None:
            self._merge_into(carried.target, sheets)
        elif not self._editor.framing.drop(ids, carried.target, None):
            with self._editor.framing.following(ids, by):
                done = clusters.move_clusters(self._project, sheets, loose, *by)
            if not done:
                self._say_locked()

    def _merge_into(self, into: str, sheets: Sequence[str]) -> None:
        heights = self._editor.showing.heights()
        merged = clusters.merge_clusters(self._project, into, sheets, heights)
        self._affinity.choose(merged.id)
        self._affinity.say(self.t.plural("{n}つの束を一つにしました。", len(sheets) + 1))

    def _say_locked(self) -> None:
        words = self.t("固定した付箋があるので、この束は動きません。先に固定をときます。")
        self._affinity.say(words, undo=False)

    def nudge(self, dx: float, dy: float) -> bool:
        """Move chosen clusters by keyboard, or notes between columns; False for mere notes."""
        ids = self._view.selection.ids()
        sheets = [one for one in ids if self._project.find(Cluster, one) is not None]
        if self._editor.showing.by_cluster:
            if dx and not sheets:
                self._step_column(self._affinity.notes_in(ids), 1 if dx > 0 else -1)
            return True
        if not sheets:
            return False
        loose = self._affinity.notes_in(ids)
        if not clusters.move_clusters(self._project, sheets, loose, dx, dy, keyed=True):
            self._say_locked()
        return True

    def _step_column(self, ids: Sequence[str], step: int) -> None:
        columns = [look.id for look in self._view.contents.clusters()]
        first = self._project.find(Note, ids[0]) if ids else None
        here = (first.cluster_id or LOOSE) if first is not None else ""
        if LOOSE not in columns:
            columns.append(LOOSE)
        at = columns.index(here) + step if here in columns else -1
        if 0 <= at < len(columns):
            self._to_column(ids, columns[at])
            self._view.reveal_rect(self._view.contents.bounds(ids))
