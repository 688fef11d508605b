"""What one can do with clusters: notes that belong together under a title card (表札).

Owns every change to clusters and to which notes are in them (report ch. 7 §2(2)). The rules: a note
is in one cluster or in none; a cluster moves as one and fits its notes; nothing done with a
cluster reorders, renumbers or deletes a note; and a cluster that a vote or a sheet rests on stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from servicedesign.model import Cluster, Note, msg
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import (
    NO_HEIGHTS,
    Heights,
    box_of,
    clusters_of,
    fit_sheets,
    free_notes,
    kept,
    laid_at,
    notes_of,
    put_in,
    refuse_used,
    room_on,
    sheet_of,
    shifted,
    user_of,
)
from servicedesign.tools.board.cluster_places import (
    TOP,
    Room,
    laid_together,
    place_in,
    sheet_around,
)
from servicedesign.tools.board.making_way import make_way, sheet_now
from servicedesign.tools.board.notes import merge_key as note_key
from servicedesign.tools.board.places import GAP, Boxed, enclosing, overlap
from servicedesign.tools.running_votes import hand_over, runs_on, withdraw

_HEAD = 20.0
"""A note let go with its upper edge above this, from that of the sheet, is dropped on the head."""


def merge_key(cluster_id: str) -> str:
    """Return the key under which making a cluster and writing its title become one step."""
    return f"cluster:{cluster_id}:title"


# Making and naming ----------------------------------------------------------------------------


def make_cluster(
    project: Project, ids: Iterable[str], heights: Heights = NO_HEIGHTS
) -> Cluster | None:
    """Make a cluster of notes and return it; notes of other clusters leave those.

    Notes that lie together already stay where they are; else they come together in the order in
    which they are read. Locked notes are left out. None when no note is left.
    """
    notes = free_notes(project, ids)
    if not notes:
        return None
    board_id = notes[0].board_id
    boxes = {note.id: box_of(note, heights) for note in notes}
    room = room_on(project, board_id, set(boxes), heights)
    places = laid_together(boxes, room)
    placed = {key: boxes[key]._replace(x=x, y=y) for key, (x, y) in places.items()}
    last = max((one.position for one in project.all(Cluster, board_id=board_id)), default=-1.0)
    sheet = sheet_around(placed.values())
    cluster = laid_at(Cluster(board_id=board_id, position=last + 1.0), sheet)
    label = msg("付箋{count}枚を束ねる", count=len(notes))
    with project.edit(label, merge=merge_key(cluster.id)):
        project.put(cluster)
        put_in(project, notes, cluster.id, placed)
        fit_sheets(project, [note.cluster_id for note in notes], heights)
    return cluster


def stack_notes(
    project: Project, ids: Iterable[str], onto: str, heights: Heights = NO_HEIGHTS
) -> Cluster | None:
    """Lay notes on the note ``onto``: they come into its cluster, or into a new one with it.

    The note that was there stays where it is.
    """
    below = project.get(Note, onto)
    if below.cluster_id is not None:
        join_cluster(project, below.cluster_id, ids, heights)
        return project.find(Cluster, below.cluster_id)
    notes = [note for note in free_notes(project, ids) if note.id != onto]
    if not notes:
        return None
    last = max((c.position for c in project.all(Cluster, board_id=below.board_id)), default=-1.0)
    sheet = sheet_around([box_of(below, heights)])
    cluster = laid_at(Cluster(board_id=below.board_id, position=last + 1.0), sheet)
    label = msg("付箋{count}枚を束ねる", count=len(notes) + 1)
    with project.edit(label, merge=merge_key(cluster.id)):
        project.put(cluster)
        project.put(replace(below, cluster_id=cluster.id))
        join_cluster(project, cluster.id, [note.id for note in notes], heights)
    return cluster


def rename_cluster(project: Project, cluster_id: str, title: str) -> None:
    """Write the title card; writing on within a minute belongs to the same step."""
    cluster = project.get(Cluster, cluster_id)
    title = plain_text(title, single_line=True)
    if title != cluster.title:
        with project.edit(msg("表札を書く"), merge=merge_key(cluster_id)):
            project.put(replace(cluster, title=title))


def settle_new(project: Project, note_id: str, cluster_id: str | None) -> None:
    """Give a note that was just made a place of its own, as part of its making.

    It comes into a cluster, or beside the last note that is in none.
    """
    note = project.get(Note, note_id)
    with project.edit(msg("付箋を書く"), merge=note_key(note_id)):
        if cluster_id is not None:
            join_cluster(project, cluster_id, [note_id])
            return
        alone = project.all(Note, board_id=note.board_id, cluster_id=None)
        others = [other for other in alone if other.id != note_id]
        beside = box_of(others[-1]) if others else Boxed(0.0, 0.0, 0.0, 0.0)
        wanted = box_of(note)._replace(x=beside.x + beside.width + GAP, y=beside.y)
        box = room_on(project, note.board_id, {note_id}, NO_HEIGHTS).nearest(wanted)
        put_in(project, [note], None, {note_id: box})


def include_new(project: Project, note_id: str, cluster_id: str) -> None:
    """Let a note that was just made on the sheet of a cluster be in it, as part of its making."""
    note = project.get(Note, note_id)
    before = sheet_now(project, cluster_id, NO_HEIGHTS)
    with project.edit(msg("付箋を書く"), merge=note_key(note_id)):
        put_in(project, [note], cluster_id, {note_id: box_of(note)})
        fit_sheets(project, [cluster_id])
        if before is not None:
            make_way(project, cluster_id, before, NO_HEIGHTS)


# Joining and leaving --------------------------------------------------------------------------


def join_cluster(
    project: Project,
    cluster_id: str,
    ids: Iterable[str],
    heights: Heights = NO_HEIGHTS,
    *,
    by: tuple[float, float] | None = None,
) -> int:
    """Let notes come into a cluster, as one step; those that are in it stay where they are.

    Args:
        project: the open project.
        cluster_id: the cluster.
        ids: the notes; locked ones are left out.
        heights: how high notes are on screen.
        by: how far a drag moved them. Where they then lie on none of the others they stay there,
            those of the cluster too; else, and at the head, they get free places. The sheet
            never grows upward over what lies above it.

    Returns:
        How many notes came in.
    """
    cluster = project.get(Cluster, cluster_id)
    notes = free_notes(project, ids)
    moved = notes if by is not None else [n for n in notes if n.cluster_id != cluster_id]
    if not moved:
        return 0
    going = {note.id for note in moved}
    members = [box_of(n, heights) for n in notes_of(project, cluster_id) if n.id not in going]
    room = room_on(project, cluster.board_id, going, heights, but=cluster_id)
    placed = _dropped(cluster, moved, heights, by, members)
    if not placed or not _has_room_above(cluster, [*members, *placed.values()], room):
        placed = {}
        for note in moved:
            sheet = sheet_around(members) if members else sheet_of(cluster)
            placed[note.id] = place_in(sheet, members, box_of(note, heights), room)
            members.append(placed[note.id])
    came = [note for note in moved if note.cluster_id != cluster_id]
    label = msg("付箋{count}枚を束に入れる", count=len(came)) if came else msg("付箋を動かす")
    before = sheet_now(project, cluster_id, heights)
    with project.edit(label):
        put_in(project, moved, cluster_id, placed)
        fit_sheets(project, [cluster_id, *(note.cluster_id for note in came)], heights)
        if before is not None:
            make_way(project, cluster_id, before, heights)
    return len(came)


def _dropped(
    cluster: Cluster,
    notes: Sequence[Note],
    heights: Heights,
    by: tuple[float, float] | None,
    members: Sequence[Boxed],
) -> dict[str, Boxed]:
    """Return the places to which a drag brought notes, or nothing where they get others.

    Those that come in stand under the head of the sheet; a drag within the sheet is exact.
    """
    if by is None or (cluster.folded and any(note.cluster_id != cluster.id for note in notes)):
        return {}
    boxes = {note.id: shifted(box_of(note, heights), by) for note in notes}
    if all(note.cluster_id == cluster.id for note in notes):
        return boxes
    highest = min(box.y for box in boxes.values())
    if highest < cluster.y + _HEAD:
        return {}
    down = max(0.0, cluster.y + TOP - highest)
    boxes = {key: shifted(box, (0.0, down)) for key, box in boxes.items()}
    clear = not any(overlap(box, other, -12.0) for box in boxes.values() for other in members)
    return boxes if clear else {}


def _has_room_above(cluster: Cluster, boxes: Sequence[Boxed], room: Room) -> bool:
    """Tell whether the sheet around ``boxes`` grows upward over nothing."""
    sheet = sheet_around(boxes)
    grown = cluster.y - sheet.y
    return grown <= 0 or room.is_free(sheet._replace(height=grown), 0.0)


def leave_cluster(
    project: Project,
    ids: Iterable[str],
    heights: Heights = NO_HEIGHTS,
    *,
    by: tuple[float, float] | None = None,
) -> int:
    """Let notes out of their clusters, as one step; return how many were in one.

    A drag tells ``by`` how far it moved them (those of no cluster too); else those that come out
    of a cluster keep their arrangement at the nearest place where they cover nothing.
    """
    notes = free_notes(project, ids)
    inside = [note for note in notes if note.cluster_id is not None]
    moved = notes if by is not None else inside
    if not moved:
        return 0
    if by is not None:
        placed = {note.id: shifted(box_of(note, heights), by) for note in moved}
    else:
        placed = _outside(project, moved, heights)
    label = msg("付箋{count}枚を束から出す", count=len(inside)) if inside else msg("付箋を動かす")
    with project.edit(label):
        put_in(project, moved, None, placed)
        fit_sheets(project, [note.cluster_id for note in inside], heights)
    return len(inside)


def _outside(project: Project, notes: Sequence[Note], heights: Heights) -> dict[str, Boxed]:
    boxes = {note.id: box_of(note, heights) for note in notes}
    room = room_on(project, notes[0].board_id, set(boxes), heights)
    around = enclosing(boxes)
    free = room.nearest(around)
    dx, dy = free.x - around.x, free.y - around.y
    return {key: shifted(box, (dx, dy)) for key, box in boxes.items()}


def loosen_clusters(project: Project, ids: Iterable[str]) -> int:
    """Take clusters away, as one step; their notes stay where they are, alone.

    While a vote runs on clusters, what they got goes back to those who gave it.

    Returns:
        How many clusters were taken away.

    Raises:
        ProjectError: something rests on one of them, such as a closed vote; nothing is changed.
    """
    clusters = clusters_of(project, ids)
    for cluster in clusters:
        refuse_used(project, cluster)
    if not clusters:
        return 0
    with project.edit(msg("束をほどく")):
        withdraw(project, [cluster.id for cluster in clusters])
        for cluster in clusters:
            for note in notes_of(project, cluster.id):
                project.put(replace(note, cluster_id=None))
            project.delete(cluster)
    return len(clusters)


def merge_clusters(
    project: Project, into: str, others: Iterable[str], heights: Heights = NO_HEIGHTS
) -> Cluster:
    """Make one cluster of several, as one step, and return it.

    The notes of each keep their arrangement and stand below those of the first. Both titles are
    kept. A cluster that something rests on takes in the others, whichever comes first; so does one
    that is voted on, and what the others got goes with them.

    Raises:
        ProjectError: something rests on two of them; nothing is changed.
    """
    first, rest = _who_stays(project, into, others)
    titles = [one.title.strip() for one in (first, *rest)]
    title = "・".join(dict.fromkeys(part for part in titles if part))
    with project.edit(msg("二つの束を一つにする")):
        for other in rest:
            _take_in(project, first, other, heights)
            hand_over(project, other.id, first.id, takes_place=True)
            project.delete(other)
        merged = replace(project.get(Cluster, first.id), title=title, folded=False)
        project.put(merged)
        fit_sheets(project, [first.id], heights)
    return project.get(Cluster, first.id)


def _who_stays(project: Project, into: str, others: Iterable[str]) -> tuple[Cluster, list[Cluster]]:
    clusters = clusters_of(project, [into, *others])
    used = [cluster for cluster in clusters if user_of(project, cluster) is not None]
    for cluster in used[1:]:
        refuse_used(project, cluster)
    voted = [cluster for cluster in clusters if runs_on(project, cluster.id)]
    first = next(iter((*used, *voted)), clusters[0])
    return first, [cluster for cluster in clusters if cluster.id != first.id]


def _take_in(project: Project, first: Cluster, other: Cluster, heights: Heights) -> None:
    guests = notes_of(project, other.id)
    if not guests:
        return
    hosts = [box_of(note, heights) for note in notes_of(project, first.id)]
    block = enclosing({note.id: box_of(note, heights) for note in guests})
    if hosts:
        around = enclosing({str(number): box for number, box in enumerate(hosts)})
        x, y = around.x, around.y + around.height + GAP
    else:
        x, y = block.x, block.y
    by = (x - block.x, y - block.y)
    placed = {note.id: shifted(box_of(note, heights), by) for note in guests}
    put_in(project, guests, first.id, placed)


# Moving and folding ---------------------------------------------------------------------------


def move_clusters(
    project: Project,
    cluster_ids: Iterable[str],
    note_ids: Iterable[str],
    dx: float,
    dy: float,
    *,
    keyed: bool = False,
) -> bool:
    """Move clusters with all their notes, and further notes, as one step.

    With ``keyed`` presses in a row are one step. False when a locked note holds one of them.
    """
    clusters = clusters_of(project, cluster_ids)
    carried = {note.id: note for one in clusters for note in notes_of(project, one.id)}
    if any(note.locked for note in carried.values()):
        return False
    loose = {note.id: note for note in free_notes(project, note_ids) if note.id not in carried}
    key = f"carry:{','.join(one.id for one in clusters)}:{len(loose)}" if keyed else None
    with project.edit(msg("束を動かす"), merge=key):
        for note in (*carried.values(), *loose.values()):
            project.put(replace(note, x=kept(note.x + dx), y=kept(note.y + dy)))
        for cluster in clusters:
            project.put(replace(cluster, x=kept(cluster.x + dx), y=kept(cluster.y + dy)))
        fit_sheets(project, [note.cluster_id for note in loose.values()])
    return True


def fold_clusters(project: Project, ids: Iterable[str], folded: bool) -> None:
    """Fold clusters to piles, or spread them out again; no note moves."""
    changed = [cluster for cluster in clusters_of(project, ids) if cluster.folded is not folded]
    if changed:
        with project.edit(msg("束をたたむ") if folded else msg("束をひらく")):
            for cluster in changed:
                project.put(replace(cluster, folded=folded))
