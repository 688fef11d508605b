"""Affinity (親和図) on screen: what gestures and keys do with clusters, and what is said about it.

Owns the way from a gesture or a key to an action of ``clusters``, the title card that is being
written, and the two ways to look at a board: freely or cluster by cluster.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF

from servicedesign.model import Cluster, Note, msg
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.board.cluster_bar import ClusterBar
from servicedesign.tools.board.cluster_parts import notes_of
from servicedesign.tools.board.columns import column_at
from servicedesign.tools.board.dropping import Dropping
from servicedesign.tools.board.sheets_shown import LOOSE
from servicedesign.ui.canvas.head_marks import paint_head_marks
from servicedesign.ui.canvas.order import head_at
from servicedesign.ui.canvas.written_title import WrittenTitle
from servicedesign.ui.widgets.choice_switch import Choice

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.tools.board.editor import BoardEditor

FREE: Final = "free"
BY_CLUSTER: Final = "clusters"
"""The two ways to look at a board."""


class Affinity(QObject):
    """Works for one editor.

    Attributes:
        title: the title card that is being written.
        bar: the bar beside chosen clusters.
        dropping: what a drag means.
    """

    def __init__(self, editor: BoardEditor) -> None:
        """Work for ``editor``."""
        super().__init__(editor)
        self._editor = editor
        self._view = view = editor.view
        self.t = t = editor.context.t
        self.title = WrittenTitle(view, t("表札"), t("表札を書く"))
        self.bar = ClusterBar(t, view, editor)
        self.bar.fill(self.write_title, self.gather, self.fold, self.loosen, self._bar_usable)
        self.title.written.connect(self._on_written)
        self.title.ended.connect(self._on_ended)
        view.add_overlay(lambda painter: paint_head_marks(painter, view))
        self.dropping = Dropping(editor, self)
        view.encircled.connect(self._on_encircled)
        editor.writing.added.connect(self.place_new)
        editor.head.set_views([Choice(FREE, t("自由")), Choice(BY_CLUSTER, t("束ごと"))], FREE)
        editor.head.view_chosen.connect(self.set_view)

    @property
    def _project(self) -> Project:
        return self._editor.context.project

    def say(self, words: str, *, undo: bool = True) -> None:
        """Say one sentence at the foot of the view."""
        self._editor.context.shell.toast(words, undo=undo)

    def _bar_usable(self) -> bool:
        return not self.title.cluster_id() and not self._editor.context.read_only

    # What is chosen ---------------------------------------------------------------------------

    def sheets(self) -> list[str]:
        """Return the chosen clusters, or the one at whose head the keyboard stands."""
        selection = self._view.selection
        ids = selection.ids() or (selection.focus(),)
        return [one for one in ids if self._view.contents.cluster(one) is not None]

    def notes_in(self, ids: Iterable[str]) -> list[str]:
        """Return those of ``ids`` that are notes."""
        return [one for one in ids if self._project.find(Note, one) is not None]

    def spoken(self, cluster_id: str) -> str:
        """Return what a screen reader says at the head of a cluster; empty beside all heads."""
        cluster = self._project.find(Cluster, cluster_id)
        if cluster is None:
            return ""
        title = cluster.title.strip() or self.t("表札のないまとまり")
        count = len(notes_of(self._project, cluster_id))
        words = self.t.plural("まとまり「{title}」、{n}案", count, title=title)
        folded = self.t("たたんであります")
        return f"{words}　{folded}" if cluster.folded else words

    def with_notes(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return ``ids`` with each cluster replaced by its notes."""
        found: dict[str, None] = {}
        for one in ids:
            if self._project.find(Cluster, one) is None:
                found[one] = None
            else:
                found.update(dict.fromkeys(note.id for note in notes_of(self._project, one)))
        return tuple(found)

    # Gathering --------------------------------------------------------------------------------

    def gather(self) -> None:
        """Make a cluster of what is chosen; with clusters among it, one of them takes in all."""
        self._editor.writing.end()
        ids = self._view.selection.ids()
        sheets = [one for one in ids if self._project.find(Cluster, one) is not None]
        loose = self.notes_in(ids)
        if not sheets:
            sheets = self._whole(loose)
            inside = set(self.with_notes(sheets))
            loose = [one for one in loose if one not in inside]
            partly = any(self._project.get(Note, one).cluster_id for one in loose)
            if partly and len(sheets) < 2:
                sheets, loose = [], self.notes_in(ids)
        if not sheets and not loose:
            self.say(self.t("束ねたい付箋を選んでください。"), undo=False)
        elif not sheets:
            self._make(loose)
        else:
            self._unite(sheets, loose)

    def _whole(self, ids: Sequence[str]) -> list[str]:
        """Return the clusters of which all notes are among ``ids``."""
        chosen = set(ids)
        held = dict.fromkeys(self._project.get(Note, one).cluster_id for one in ids)
        return [
            one
            for one in held
            if one is not None and all(n.id in chosen for n in notes_of(self._project, one))
        ]

    def _make(self, ids: Sequence[str]) -> None:
        made = clusters.make_cluster(self._project, ids, self._editor.showing.heights())
        if made is None:
            self.say(self.t("固定した付箋は束ねられません。先に固定をときます。"), undo=False)
            return
        self.choose(made.id)
        self.write_title()

    def _unite(self, sheets: Sequence[str], loose: Sequence[str]) -> None:
        first, *others = sheets
        heights = self._editor.showing.heights()
        if others:
            with self._project.edit(msg("束を一つにする")):
                first = clusters.merge_clusters(self._project, first, others, heights).id
                clusters.join_cluster(self._project, first, loose, heights)
            self.say(self.t.plural("{n}つの束を一つにしました。", len(sheets)))
        elif loose:
            clusters.join_cluster(self._project, first, loose, heights)
        self.choose(first)
        if not others and not loose:
            self.write_title()

    def choose(self, cluster_id: str) -> None:
        """Choose a cluster; the keyboard stands at its head."""
        self._view.selection.choose([cluster_id])
        self._view.selection.set_focus(cluster_id)

    def _on_encircled(self, ids: Sequence[str]) -> None:
        """Make a cluster of what was encircled; a single note or a whole cluster is only chosen."""
        known = {self._project.get(Note, one).cluster_id for one in self.notes_in(ids)}
        whole = len(known) == 1 and self._whole(self.notes_in(ids))
        if len(ids) > 1 and not whole and not self._editor.context.read_only:
            self.gather()

    def loosen(self) -> None:
        """Take the chosen clusters away, and let the chosen notes out of theirs."""
        sheets = self.sheets()
        loose = self.notes_in(self._view.selection.ids())
        kept = self.with_notes(sheets)
        heights = self._editor.showing.heights()
        with self._project.edit(msg("束をほどく")):
            clusters.loosen_clusters(self._project, sheets)
            count = clusters.leave_cluster(self._project, loose, heights)
        if sheets:
            self._view.selection.choose([*kept, *loose])
            self.say(self.t("束をほどきました。付箋はそのまま残っています。"))
        elif count:
            self.say(self.t.plural("付箋{n}枚を束から出しました。", count))
        else:
            self.say(self.t("ほどきたい束か、出したい付箋を選んでください。"), undo=False)

    def delete(self) -> bool:
        """Take the chosen clusters away; only notes that are chosen themselves are deleted.

        False when no cluster is chosen.
        """
        sheets = self.sheets()
        loose = self.notes_in(self._view.selection.ids())
        if not sheets:
            return False
        with self._project.edit(msg("束を消す")):
            clusters.loosen_clusters(self._project, sheets)
            notes.delete_notes(self._project, loose)
        if loose:
            self.say(self.t("束と、選んだ付箋を消しました。束の中の付箋は残っています。"))
        else:
            self.say(self.t("束をほどきました。付箋はそのまま残っています。"))
        return True

    # Folding and titles -----------------------------------------------------------------------

    def fold(self) -> None:
        """Fold the chosen clusters, or that of the note in focus; where all are, spread them."""
        sheets = self.sheets()
        if not sheets:
            note = self._project.find(Note, self._view.selection.focus())
            sheets = [note.cluster_id] if note is not None and note.cluster_id else []
        if not sheets:
            self.say(self.t("たたみたい束を選んでください。"), undo=False)
            return
        if self._editor.showing.by_cluster:
            self.say(self.t("束をたたむのは、自由の並びでできます。"), undo=False)
            return
        found = [self._project.get(Cluster, one) for one in sheets]
        clusters.fold_clusters(self._project, sheets, not all(one.folded for one in found))
        self._view.selection.choose(sheets)
        self._view.selection.set_focus(sheets[0])

    def write_title(self) -> bool:
        """Write the title of the cluster at whose head the keyboard stands; False if none."""
        cluster = self._project.find(Cluster, self._view.selection.focus())
        if cluster is None or self._editor.context.read_only:
            return False
        self._editor.writing.end()
        self.title.begin(cluster.id, cluster.title)
        self.bar.follow()
        return True

    def _on_written(self, cluster_id: str, words: str) -> None:
        if self._project.find(Cluster, cluster_id) is not None:
            clusters.rename_cluster(self._project, cluster_id, words)

    def _on_ended(self, _cluster_id: str) -> None:
        self._project.break_merge()
        self.bar.follow()

    def opened(self, place: QPointF) -> bool:
        """Take a double click: on a head it folds or spreads out. False beside all heads."""
        look = head_at(self._view.contents, place.x(), place.y())
        if look is None:
            return False
        self.choose(look.id)
        self.fold()
        return True

    def refresh(self) -> None:
        """Follow the title as it now is."""
        current = self.title.cluster_id()
        if current:
            cluster = self._project.find(Cluster, current)
            if cluster is None:
                self.title.drop()
            else:
                self.title.follow(cluster.title)

    # New notes and ways to look -----------------------------------------------------------------

    def place_new(self, note_id: str) -> None:
        """Let a note that was just made belong to what it was made on."""
        note = self._project.find(Note, note_id)
        if note is None:
            return
        # A new note hangs from where it was asked for: see ``writing``.
        middle = QPointF(note.x + note.width / 2, note.y + note.height / 4)
        if self._editor.showing.by_cluster:
            look = column_at(self._view.contents.clusters(), middle.x(), middle.y())
            cluster_id = look.id if look is not None and look.id != LOOSE else None
            clusters.settle_new(self._project, note_id, cluster_id)
            return
        look = self._view.contents.cluster_at(middle.x(), middle.y())
        if look is not None and not look.folded:
            clusters.include_new(self._project, note_id, look.id)
        self._editor.framing.place_new(note_id)

    def set_view(self, name: str) -> None:
        """Look at the board freely, or cluster by cluster; nothing that is stored moves."""
        by_cluster = name == BY_CLUSTER
        self._editor.head.show_view(name)
        if by_cluster is self._editor.showing.by_cluster:
            return
        self._editor.writing.end()
        self.title.end()
        self._editor.showing.by_cluster = by_cluster
        self._editor.showing.show_all(self._editor.board_id)
        self._editor.framing.refresh()
        self._editor.show_everything()

    def toggle_view(self) -> None:
        """Go to the other way of looking."""
        self.set_view(FREE if self._editor.showing.by_cluster else BY_CLUSTER)

    def say_places_are_fixed(self) -> None:
        """Say why notes cannot be arranged here."""
        self.say(self.t("束ごとの並びでは、付箋の場所は変えられません。"), undo=False)
