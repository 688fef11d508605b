"""Throwing a whole board away, with its notes and clusters.

Owns that change and its refusal: what others still need is never thrown away.
"""

from __future__ import annotations

from servicedesign.model import (
    Board,
    Cluster,
    Image,
    Message,
    Note,
    ProjectError,
    Record,
    Sketch,
    msg,
)
from servicedesign.store import Project
from servicedesign.tools.new_notes import let_go_of


def delete_board(project: Project, board_id: str) -> int:
    """Delete a board with its notes, clusters, sketches and photos, as one step.

    Returns:
        How many notes went with it.

    Raises:
        ProjectError: something else needs the board or a note, such as a vote; nothing is deleted.
    """
    board = project.get(Board, board_id)
    notes = project.all(Note, board_id=board_id)
    with project.edit(msg("ボードを消す")):
        let_go_of(project, notes)
        for note in notes:
            _delete(project, note)
        for note in notes:
            for shown in (project.find(Sketch, note.sketch_id), project.find(Image, note.image_id)):
                if shown is not None and project.user_of(shown) is None:
                    project.delete(shown)
        for cluster in project.all(Cluster, board_id=board_id):
            _delete(project, cluster)
        _delete(project, board)
    return len(notes)


def _delete(project: Project, record: Record) -> None:
    user = project.user_of(record)
    if user is not None:
        raise ProjectError(
            msg(
                "このボードは「{kind}」で使われているので、消せません。",
                kind=Message(type(user).LABEL),
            ),
            msg("何も消していません。"),
            msg("先に、それを使っている項目を消してください。"),
        )
    project.delete(record)
