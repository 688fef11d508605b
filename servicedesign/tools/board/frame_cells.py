"""The cells of a board's frame for paper, and which of them a note lies in.

Owns the way from the geometry of ``frames`` to titled cells: the quarters of the matrix, the plain
columns, the cells of a mandala chart. Must not draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import Board, BoardFrame, Note
from servicedesign.model.message import N_
from servicedesign.tools.board.frames import COLUMNS, DEEP, MATRIX, PLAIN, mandala_frame

if TYPE_CHECKING:
    from servicedesign.store import Project

QUARTERS: Final = (N_("計画する"), N_("すぐやる"), N_("見送る"), N_("ついでに"))
"""Names of the quarters of the matrix, as one reads them: the upper ones have a great effect."""
_COLUMN_NAMES: Final = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class FrameCell:
    """A cell of a frame.

    Attributes:
        box: left, top, width and height in board units.
        words: that stand in it, perhaps empty.
        tinted: whether it stands out: the middle of a block, the best quarter.
    """

    box: tuple[float, float, float, float]
    words: str
    tinted: bool = False


def frame_cells(project: Project, board: Board) -> tuple[FrameCell, ...]:
    """Return the cells of the frame that ``board`` is laid on; none for other frames."""
    if board.frame is BoardFrame.MATRIX:
        wide, high = MATRIX[0] / 2, MATRIX[1] / 2
        spots = ((0.0, 0.0), (wide, 0.0), (0.0, high), (wide, high))
        return tuple(
            FrameCell((*spot, wide, high), name, name == QUARTERS[1])
            for spot, name in zip(spots, QUARTERS, strict=True)
        )
    if board.frame is BoardFrame.COLUMNS:
        return tuple(
            FrameCell((number * PLAIN, 0.0, PLAIN, DEEP), name)
            for number, name in zip(range(COLUMNS), _COLUMN_NAMES, strict=True)
        )
    mandala = mandala_frame(project, board)
    if mandala is None:
        return ()
    return tuple(
        FrameCell((box.x, box.y, box.width, box.height), words, middle)
        for box, words, middle in mandala.cells
    )


def cell_of(cells: Sequence[FrameCell], note: Note, frame: BoardFrame) -> int:
    """Return the index of the cell in which the middle of ``note`` lies, or -1."""
    x, y = note.x + note.width / 2, note.y + note.height / 2
    for index, cell in enumerate(cells):
        left, top, wide, high = cell.box
        inside = top <= y < top + high or frame is BoardFrame.COLUMNS
        if left <= x < left + wide and inside:
            return index
    return -1
