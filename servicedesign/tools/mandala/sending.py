"""A word of a chart becomes a note on a board, once.

Owns the step and its rules: the note answers what the chart's question comes from, the cell keeps
the note, and a cell that has one is not sent again (report ch. 7 §2(2): one idea a note).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servicedesign.model import Board, Cell, HowMightWe, Issue, Mandala, MandalaCell, Note, msg
from servicedesign.store import Project
from servicedesign.tools.mandala.chart import Chart, read_chart
from servicedesign.tools.mandala.spots import Spot
from servicedesign.tools.new_notes import free_place, new_note, put_note


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a cell.

    Attributes:
        note: the note on the board.
        board: the board.
        is_new: whether it was made just now.
    """

    note: Note
    board: Board
    is_new: bool


def board_for(project: Project, mandala: Mandala) -> Board | None:
    """Return the board that asks the same question as a chart, else the first; None if none."""
    boards = project.all(Board)
    same = (one for one in boards if one.how_might_we_id == mandala.how_might_we_id)
    return next(same, next(iter(boards), None))


def send_cell(project: Project, mandala_id: str, spot: Spot, board_title: str) -> Sent | None:
    """Make a note of a cell and return it; the one it has already is returned.

    Args:
        project: the open project.
        mandala_id: the chart.
        spot: the cell.
        board_title: of the board that is made when there is none.

    Returns:
        None when nothing is written in the cell.
    """
    chart = read_chart(project, mandala_id)
    known = chart.note(spot)
    if known is not None:
        return Sent(known, project.get(Board, known.board_id), is_new=False)
    words = chart.text(spot).strip()
    if not words:
        return None
    with project.edit(msg("升目を付箋にする")):
        board = board_for(project, chart.mandala) or _new_board(project, chart, board_title)
        x, y = free_place(project, board.id)
        note = _answering(project, chart, new_note(project, board.id, words, x, y))
        put_note(project, note)
        for one in (spot, spot.twin):
            if one is not None:
                cell = chart.cells.get(one) or MandalaCell(
                    mandala_id=mandala_id, block=one.block, slot=one.slot, text=chart.text(spot)
                )
                project.put(replace(cell, note_id=note.id))
    return Sent(note, board, is_new=True)


def _new_board(project: Project, chart: Chart, title: str) -> Board:
    board = Board(title=title, how_might_we_id=chart.mandala.how_might_we_id, position=1.0)
    project.put(board)
    return board


def _answering(project: Project, chart: Chart, note: Note) -> Note:
    """Return ``note`` as an answer to the problem that the chart's question comes from."""
    question = project.find(HowMightWe, chart.mandala.how_might_we_id)
    issue = project.find(Issue, question.issue_id) if question else None
    cell = project.find(Cell, issue.cell_id) if issue else None
    return replace(
        note,
        issue_id=issue.id if issue else None,
        cell_id=cell.id if cell else None,
        phase_id=cell.phase_id if cell else None,
    )
