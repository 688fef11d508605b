"""What one can do with boards, and the rules of it.

Owns every change to boards and notes. The rules behind: one idea a note, and a note's number never
changes nor comes back (report ch. 7 §2(2)).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from servicedesign.model import (
    Board,
    Cluster,
    Group,
    HowMightWe,
    Message,
    Note,
    ProjectError,
    StickyColour,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import fold, plain_text
from servicedesign.store import Project

_COLUMNS: Final = 8
_PITCH: Final = 176.0
"""Note and gap, in board units."""


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea as it comes in from a list.

    Attributes:
        title: a few words; may be empty when the text says all.
        text: the idea.
        group: name of the group it came from, or empty.
    """

    title: str = ""
    text: str = ""
    group: str = ""


def find_board(project: Project, name: str) -> Board:
    """Return the board with the id or the title ``name``, or the n-th one for a number from 1.

    Raises:
        ProjectError: there is none, or several have that title.
    """
    boards = project.all(Board)
    matches = [board for board in boards if name in (board.id, board.title)]
    if not matches:
        matches = [board for i, board in enumerate(boards, 1) if fold(name) == str(i)]
    if len(matches) == 1:
        return matches[0]
    known = "、".join(f"{i} {board.title}" for i, board in enumerate(boards, 1))
    what = (
        msg("「{name}」というボードは一つに決まりません。", name=name)
        if matches
        else msg("「{name}」というボードはありません。", name=name)
    )
    todo = (
        msg("次の番号か題名で選んでください：{boards}", boards=known)
        if boards
        else msg("先にボードを作ってください。")
    )
    raise ProjectError(what, msg("何も書き込んでいません。"), todo)


def add_board(project: Project, title: str = "") -> Board:
    """Add a board and return it; it asks the question that was chosen, else the first."""
    questions = project.all(HowMightWe)
    chosen = [question for question in questions if question.chosen] or list(questions)
    last = max((board.position for board in project.all(Board)), default=0.0)
    board = Board(
        title=plain_text(title, single_line=True),
        how_might_we_id=chosen[0].id if chosen else None,
        position=last + 1.0,
    )
    with project.edit(msg("ボードを作る")):
        project.put(board)
    return board


def describe_board(
    project: Project, board_id: str, title: str, how_might_we_id: str | None
) -> None:
    """Give a board a title and the question it asks, or none."""
    board = project.get(Board, board_id)
    cleaned = plain_text(title, single_line=True).strip()
    with project.edit(msg("ボードの題名と問いを書く")):
        project.put(replace(board, title=cleaned, how_might_we_id=how_might_we_id))


def question_of(project: Project, board: Board) -> tuple[int, str]:
    """Return number (from 1) and sentence of the question that a board asks; 0 and empty if none.

    A question without a sentence of its own is put together from its parts.
    """
    questions = project.all(HowMightWe)
    for number, question in enumerate(questions, 1):
        if question.id == board.how_might_we_id:
            parts = (question.who, question.situation, question.wished_state)
            words = question.sentence.strip() or " ".join(part for part in parts if part.strip())
            return number, " ".join(words.split())
    return 0, ""


def add_notes(project: Project, board_id: str, ideas: Sequence[Idea]) -> tuple[Note, ...]:
    """Add one note an idea, numbered on from the last, as one step; return the notes.

    Groups are matched by name and lend their colour. The notes stand in rows below what is there.

    Raises:
        ProjectError: an idea names a group that does not exist; nothing is written.
    """
    board = project.get(Board, board_id)
    ideas = [replace(idea, group=plain_text(idea.group, single_line=True)) for idea in ideas]
    groups = {group.name: group for group in project.all(Group)}
    _check_groups(ideas, groups)
    present = project.all(Note, board_id=board_id)
    first = max([board.next_number, *(note.number + 1 for note in present)])
    feet = [note.y + note.height for note in present]
    feet += [one.y + one.height for one in project.all(Cluster, board_id=board_id)]
    top = max(feet, default=-16.0) + 16.0
    notes = [
        _note(board_id, idea, groups.get(idea.group), first + i, i, top)
        for i, idea in enumerate(ideas)
    ]
    with project.edit(_count_label(len(notes))):
        project.put(replace(board, next_number=first + len(notes)))
        for note in notes:
            project.put(note)
    return tuple(notes)


def progress(project: Project) -> Progress:
    """Return how far the ideas are: some once there is a note, done once they are clustered."""
    notes = project.all(Note)
    if not notes:
        return Progress.NONE
    return Progress.DONE if any(note.cluster_id for note in notes) else Progress.SOME


def _count_label(count: int) -> Message:
    return msg("付箋を{count}枚足す", count=count)


def _check_groups(ideas: Sequence[Idea], groups: dict[str, Group]) -> None:
    unknown = sorted({idea.group for idea in ideas if idea.group and idea.group not in groups})
    if unknown:
        raise ProjectError(
            msg("「{names}」という班はありません。", names="、".join(unknown[:5])),
            msg("何も書き込んでいません。"),
            msg("班の名前を直すか、班の列を空にしてください。"),
        )


def _note(
    board_id: str, idea: Idea, group: Group | None, number: int, index: int, top: float
) -> Note:
    return Note(
        board_id=board_id,
        number=number,
        title=plain_text(idea.title, single_line=True),
        text=plain_text(idea.text),
        colour=group.colour if group else StickyColour.CREAM,
        group_id=group.id if group else None,
        x=index % _COLUMNS * _PITCH,
        y=top + index // _COLUMNS * _PITCH,
        position=float(number),
    )
