"""What one can do with single notes: write, colour, give to a group, link, copy, delete.

Owns these changes and their rules: one idea a note; a number never changes nor comes back, and a
copy is a new idea with a number of its own (report ch. 7 §2(2)).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from servicedesign.model import (
    Board,
    Cell,
    Group,
    Image,
    Issue,
    Message,
    Note,
    Participant,
    ProjectError,
    Record,
    Sketch,
    StickyColour,
    msg,
)
from servicedesign.model.ids import new_id
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.board.cluster_parts import fit_sheets
from servicedesign.tools.board.words import words_of
from servicedesign.tools.new_notes import (
    let_go_of,
    new_note,
    next_number,
    parted,
    put_note,
    top_z,
)
from servicedesign.tools.running_votes import decided, withdraw


def merge_key(note_id: str) -> str:
    """Return the key under which the writing of one note becomes one step."""
    return f"note:{note_id}:words"


def add_note(
    project: Project,
    board_id: str,
    words: str,
    x: float,
    y: float,
    *,
    colour: StickyColour = StickyColour.CREAM,
    group_id: str | None = None,
) -> Note:
    """Add a note with ``words`` at ``x``, ``y`` and return it; its group lends the colour.

    Writing on within a minute belongs to the same step.
    """
    note = new_note(project, board_id, words, x, y, colour=colour, group_id=group_id)
    with project.edit(msg("付箋を書く"), merge=merge_key(note.id)):
        put_note(project, note)
    return note


def write_note(project: Project, note_id: str, words: str) -> None:
    """Write the words of a note; writing on within a minute belongs to the same step."""
    note = project.get(Note, note_id)
    title, text = parted(words)
    if (title, text) == (note.title, note.text) or words == words_of(note):
        return
    with project.edit(msg("付箋を書く"), merge=merge_key(note_id)):
        project.put(replace(note, title=title, text=text))


def set_colour(project: Project, ids: Iterable[str], colour: StickyColour) -> None:
    """Give notes a colour, as one step; those of a group of another colour leave it."""
    changed = []
    for note in _notes(project, ids):
        group = project.find(Group, note.group_id)
        kept = note.group_id if group is None or group.colour is colour else None
        changed.append(replace(note, colour=colour, group_id=kept))
    _put(project, changed, msg("付箋の色を変える"))


def set_origin(
    project: Project,
    ids: Iterable[str],
    *,
    group_id: str | None,
    author_id: str | None,
    tags: Sequence[str],
) -> None:
    """Say of notes which group and who they come from, and their tags; the group lends colour."""
    group = project.find(Group, group_id)
    author = project.find(Participant, author_id)
    cleaned = (plain_text(tag, single_line=True).strip().lstrip("#＃") for tag in tags)
    kept = tuple(dict.fromkeys(tag for tag in cleaned if tag))
    changed = [
        replace(
            note,
            group_id=group.id if group else None,
            author_id=author.id if author else None,
            tags=kept,
            colour=group.colour if group else note.colour,
        )
        for note in _notes(project, ids)
    ]
    _put(project, changed, msg("付箋の班・書いた人・しるしを書く"))


def link_notes(project: Project, ids: Iterable[str], target_id: str | None) -> None:
    """Say which issue or pain point notes answer; None takes it back.

    An issue brings the pain point it came from; a pain point the issue it became.
    """
    issue = project.find(Issue, target_id)
    cell = project.find(Cell, target_id)
    if issue is not None:
        cell = project.find(Cell, issue.cell_id)
    elif cell is not None:
        issue = next(iter(project.all(Issue, cell_id=cell.id)), None)
    changed = [
        replace(
            note,
            issue_id=issue.id if issue else None,
            cell_id=cell.id if cell else None,
            phase_id=cell.phase_id if cell else note.phase_id,
        )
        for note in _notes(project, ids)
    ]
    linked = issue is not None or cell is not None
    _put(project, changed, msg("困りごとにつなぐ") if linked else msg("困りごとから外す"))


def copy_notes(
    project: Project, ids: Sequence[str], dx: float = 32.0, dy: float = 32.0
) -> tuple[str, ...]:
    """Copy notes to a place moved by ``dx``, ``dy``; each copy is a new idea with a new number.

    Returns:
        The ids of the copies, in the order of ``ids``.
    """
    notes = _notes(project, ids)
    if not notes:
        return ()
    board_id = notes[0].board_id
    number, z = next_number(project, board_id), top_z(project, board_id)
    copies = []
    with project.edit(msg("付箋を{count}枚写す", count=len(notes))):
        project.put(replace(project.get(Board, board_id), next_number=number + len(notes)))
        for step, note in enumerate(notes):
            copy = replace(
                note,
                id=new_id(),
                number=number + step,
                sketch_id=_copy_sketch(project, note.sketch_id),
                x=note.x + dx,
                y=note.y + dy,
                z=z + step,
                locked=False,
                position=float(number + step),
            )
            project.put(copy)
            copies.append(copy.id)
        fit_sheets(project, [note.cluster_id for note in notes])
    return tuple(copies)


def delete_notes(project: Project, ids: Iterable[str]) -> int:
    """Delete notes that are not locked, with their sketches and photos, as one step.

    While a vote runs, what they got goes back to those who gave it.

    Returns:
        How many were deleted.

    Raises:
        ProjectError: something else needs one of them, such as a closed vote; nothing is deleted.
    """
    notes = [note for note in _notes(project, ids) if not note.locked]
    if not notes:
        return 0
    with project.edit(msg("付箋を{count}枚消す", count=len(notes))):
        let_go_of(project, notes)
        votes = decided(project)
        users = [(note, project.user_of(note) or votes.get(note.id)) for note in notes]
        needed = [(note, user) for note, user in users if user is not None]
        if needed:
            raise _in_use(needed)
        withdraw(project, [note.id for note in notes])
        for note in notes:
            project.delete(note)
        fit_sheets(project, [note.cluster_id for note in notes])
        for note in notes:
            _delete_unused(project, note)
    return len(notes)


def _in_use(needed: Sequence[tuple[Note, Record]]) -> ProjectError:
    """Return the refusal to delete notes of which some are needed, naming them."""
    numbers = "、".join(str(note.number) for note, _ in needed[:8])
    users = dict.fromkeys(type(user).LABEL for _, user in needed)
    by = Message(next(iter(users), ""))
    return ProjectError(
        msg("案{numbers}は「{kind}」で使われているので、消せません。", numbers=numbers, kind=by),
        msg("何も消していません。"),
        msg("先に、それを使っている項目を消すか、この付箋を選びから外してください。"),
    )


def _notes(project: Project, ids: Iterable[str]) -> list[Note]:
    found = (project.find(Note, one) for one in ids)
    return [note for note in found if note is not None]


def _put(project: Project, notes: Sequence[Note], label: Message) -> None:
    with project.edit(label):
        for note in notes:
            project.put(note)


def _copy_sketch(project: Project, sketch_id: str | None) -> str | None:
    sketch = project.find(Sketch, sketch_id)
    if sketch is None:
        return None
    copy = replace(sketch, id=new_id())
    project.put(copy)
    return copy.id


def _delete_unused(project: Project, note: Note) -> None:
    """Delete the sketch and the photo of a note that is gone, where nothing else shows them."""
    for record in (project.find(Sketch, note.sketch_id), project.find(Image, note.image_id)):
        if record is not None and project.user_of(record) is None:
            project.delete(record)
