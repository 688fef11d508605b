"""What a board can be laid on, and what that does to its notes.

Owns the frames (下敷き) as plain geometry in board units, with their left upper corner (for a
journey: that of the ground under its heads) at the origin, and the changes that belong to them. A
frame never moves a note by itself; a note keeps words and number on every frame (report ch. 7
§2(2): ideas are pasted onto the journey map). Must not paint.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from servicedesign.model import (
    Board,
    BoardFrame,
    Cell,
    Issue,
    JourneyMap,
    Lane,
    LaneKind,
    Mandala,
    MandalaCell,
    Note,
    Phase,
    msg,
)
from servicedesign.model.message import N_
from servicedesign.store import Project
from servicedesign.tools.board.places import Boxed

FRAME_WORDS: Final = {
    BoardFrame.BLANK: N_("下敷きなし"),
    BoardFrame.JOURNEY: N_("ジャーニーマップ"),
    BoardFrame.MANDALA_3: N_("マンダラート 3×3"),
    BoardFrame.MANDALA_9: N_("マンダラート 9×9"),
    BoardFrame.MATRIX: N_("効果と実現性の軸"),
    BoardFrame.COLUMNS: N_("4つの列"),
}
"""What the frames are called."""

COLUMN: Final = 392.0
"""Width of a phase: a sheet of two notes. Eight of them can be read on a small screen."""
PLAIN: Final = 544.0
"""Width of a plain column: three notes."""
COLUMNS: Final = 4
"""Plain columns."""
DEEP: Final = 1120.0
"""How far down a frame of columns is shown at least."""
MATRIX: Final = (1632.0, 1120.0)
"""Width and height of the matrix."""
CELL_3: Final = (544.0, 400.0)
CELL_9: Final = (200.0, 232.0)
"""Width and height of a cell of the mandala frames."""
PAD: Final = 16.0
TITLE: Final = 40.0
WHEN: Final = 26.0
FEELING: Final = 44.0
CHIP_LINE: Final = 24.0
CHIP_PAD: Final = 14.0
CHIP_GAP: Final = 8.0
CHIP_INSET: Final = 64.0
"""Heights and insets of what stands in the head of a phase."""
_SIZE: Final = 16.0
_PLACES: Final = ((1, 1), (0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2))
"""Row and column of the middle and of the eight around it, for slots and for blocks."""


@dataclass(frozen=True, slots=True)
class PainChip:
    """A pain point in the head of its phase.

    Attributes:
        cell_id: the cell of the map.
        number: its number, 0 for none.
        text: what it says.
        box: where it stands.
        lines: lines its text takes, 1 or 2.
    """

    cell_id: str
    number: int
    text: str
    box: Boxed
    lines: int


@dataclass(frozen=True, slots=True)
class PhaseColumn:
    """A phase of the map, or a stage of one.

    Attributes:
        phase_id: its record.
        title: its name.
        when: when it is, perhaps empty.
        level: how it feels, or None.
        feeling: why, perhaps empty.
        pains: its pain points.
        head: where its head stands; notes are pasted below.
    """

    phase_id: str
    title: str
    when: str
    level: float | None
    feeling: str
    pains: tuple[PainChip, ...]
    head: Boxed


@dataclass(frozen=True, slots=True)
class JourneyFrame:
    """A journey map under a board.

    Attributes:
        map_id: the map.
        title: its title.
        columns: its phases.
        has_when: whether a phase says when it is.
        has_feelings: whether a phase says how it feels.
    """

    map_id: str
    title: str
    columns: tuple[PhaseColumn, ...]
    has_when: bool
    has_feelings: bool

    def column_at(self, x: float, y: float) -> PhaseColumn | None:
        """Return the phase at a point: its head, and everything below it."""
        for column in self.columns:
            if column.head.x <= x < column.head.x + column.head.width and y >= column.head.y:
                return column
        return None

    def pain_at(self, x: float, y: float) -> PainChip | None:
        """Return the pain point at a point."""
        column = self.column_at(x, y)
        for pain in column.pains if column is not None else ():
            box = pain.box
            if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                return pain
        return None


@dataclass(frozen=True, slots=True)
class MandalaFrame:
    """Cells with the words of a mandala chart.

    Attributes:
        cells: where each stands, its words, and whether it is the middle of its block.
        side: cells in a row.
    """

    cells: tuple[tuple[Boxed, str, bool], ...]
    side: int


def choose_frame(
    project: Project, board_id: str, frame: BoardFrame, map_id: str | None = None
) -> None:
    """Lay a board on a frame, as one step; no note moves."""
    board = project.get(Board, board_id)
    chosen = map_id if frame is BoardFrame.JOURNEY else board.journey_map_id
    changed = replace(board, frame=frame, journey_map_id=chosen)
    if changed != board:
        with project.edit(msg("下敷きを選ぶ")):
            project.put(changed)


def paste_in_phases(project: Project, phases: Mapping[str, str | None]) -> None:
    """Say of notes in which phase each is pasted; those of no phase keep that of their pain."""
    with project.edit(msg("付箋を枠に貼る")):
        for note_id, phase_id in phases.items():
            note = project.find(Note, note_id)
            if note is None:
                continue
            cell = project.find(Cell, note.cell_id)
            wanted = phase_id or (cell.phase_id if cell is not None else None)
            if wanted != note.phase_id:
                project.put(replace(note, phase_id=wanted))


# Reading --------------------------------------------------------------------------------------


def leaves(project: Project, map_id: str) -> list[Phase]:
    """Return the columns of a map in order: stages in place of the phase that has them."""
    everyone = project.all(Phase, map_id=map_id)
    parts: dict[str | None, list[Phase]] = {}
    for phase in everyone:
        parts.setdefault(phase.stage_of_id, []).append(phase)
    ordered: list[Phase] = []
    todo = list(reversed(parts.get(None, [])))
    while todo:
        phase = todo.pop()
        inner = parts.get(phase.id, [])
        if inner:
            todo += reversed(inner)
        else:
            ordered.append(phase)
    return ordered


def leaf_of(project: Project, phase_id: str | None) -> str | None:
    """Return the column of a phase: itself, or its first stage."""
    while phase_id is not None:
        inner = project.all(Phase, stage_of_id=phase_id)
        if not inner:
            return phase_id
        phase_id = inner[0].id
    return None


def journey_frame(project: Project, board: Board) -> JourneyFrame | None:
    """Return the map under a board, or None when it is laid on none."""
    journey = project.find(JourneyMap, board.journey_map_id)
    if board.frame is not BoardFrame.JOURNEY or journey is None:
        return None
    phases = leaves(project, journey.id)
    cells = _cells(project, journey.id)
    when = any(phase.when.strip() for phase in phases)
    felt = any(cells.get((phase.id, LaneKind.EMOTION)) for phase in phases)
    above = PAD + TITLE + (WHEN if when else 0) + (FEELING if felt else 0)
    pains = {
        phase.id: [
            (cell, _lines(cell.text)) for cell in cells.get((phase.id, LaneKind.PAIN_POINT), [])
        ]
        for phase in phases
    }
    deepest = max(
        (sum(_chip_height(lines) + CHIP_GAP for _, lines in some) for some in pains.values()),
        default=0.0,
    )
    height = above + deepest + PAD
    columns = tuple(
        _column(project, phase, number * COLUMN, height, above, cells, pains[phase.id])
        for number, phase in enumerate(phases)
    )
    return JourneyFrame(journey.id, journey.title, columns, when, felt)


def _cells(project: Project, map_id: str) -> dict[tuple[str, LaneKind], list[Cell]]:
    kinds = {lane.id: lane.kind for lane in project.all(Lane, map_id=map_id) if not lane.hidden}
    found: dict[tuple[str, LaneKind], list[Cell]] = {}
    for cell in project.all(Cell, map_id=map_id):
        kind = kinds.get(cell.lane_id)
        worth = cell.emotion is not None if kind is LaneKind.EMOTION else bool(cell.text.strip())
        if kind is not None and worth:
            found.setdefault((cell.phase_id, kind), []).append(cell)
    return found


def _column(
    project: Project,
    phase: Phase,
    x: float,
    height: float,
    above: float,
    cells: Mapping[tuple[str, LaneKind], list[Cell]],
    pains: Sequence[tuple[Cell, int]],
) -> PhaseColumn:
    y = above - height
    chips = []
    for cell, lines in pains:
        box = Boxed(x + PAD, y, COLUMN - 2 * PAD, _chip_height(lines))
        issue = next(iter(project.all(Issue, cell_id=cell.id)), None)
        number = cell.number or (issue.number if issue is not None else 0)
        chips.append(PainChip(cell.id, number, " ".join(cell.text.split()), box, lines))
        y += box.height + CHIP_GAP
    felt = cells.get((phase.id, LaneKind.EMOTION), [])
    head = project.find(Phase, phase.stage_of_id)
    names = [one.title.strip() for one in (head, phase) if one is not None]
    return PhaseColumn(
        phase.id,
        "／".join(name for name in names if name),
        phase.when.strip(),
        felt[0].emotion if felt else None,
        " ".join(felt[0].text.split()) if felt else "",
        tuple(chips),
        Boxed(x, -height, COLUMN, height),
    )


def _chip_height(lines: int) -> float:
    return lines * CHIP_LINE + CHIP_PAD


def _lines(text: str) -> int:
    """Return the lines that a pain point takes in its chip, at most two: an estimate by letters."""
    wide = sum(_SIZE * (1.0 if ord(letter) > 0x2E7F else 0.66) for letter in text)
    return min(2, max(1, ceil(wide / (COLUMN - 2 * PAD - CHIP_INSET))))


def mandala_frame(project: Project, board: Board) -> MandalaFrame | None:
    """Return the cells under a board, with the words of the chart of its question if there is one.

    None when it is laid on none.
    """
    if board.frame not in (BoardFrame.MANDALA_3, BoardFrame.MANDALA_9):
        return None
    words = _mandala_words(project, board)
    if board.frame is BoardFrame.MANDALA_3:
        wide, high = CELL_3
        three = tuple(
            (Boxed(column * wide, row * high, wide, high), words.get((0, slot), ""), slot == 0)
            for slot, (row, column) in enumerate(_PLACES)
        )
        return MandalaFrame(three, 3)
    wide, high = CELL_9
    nine = []
    for block, (down, across) in enumerate(_PLACES):
        for slot, (row, column) in enumerate(_PLACES):
            box = Boxed((across * 3 + column) * wide, (down * 3 + row) * high, wide, high)
            nine.append((box, words.get((block, slot), ""), slot == 0))
    return MandalaFrame(tuple(nine), 9)


def _mandala_words(project: Project, board: Board) -> dict[tuple[int, int], str]:
    charts = project.all(Mandala, how_might_we_id=board.how_might_we_id)
    if board.how_might_we_id is None or not charts:
        return {}
    words: dict[tuple[int, int], str] = {}
    for cell in project.all(MandalaCell, mandala_id=charts[0].id):
        text = " ".join(cell.text.split())
        if text:
            words[cell.block, cell.slot] = text
            if cell.block == 0 or cell.slot == 0:  # the two always say the same
                words.setdefault((cell.slot, cell.block), text)
    return words


def frame_box(project: Project, board: Board) -> Boxed | None:
    """Return what a frame covers at least, or None where there is none."""
    match board.frame:
        case BoardFrame.MATRIX:
            return Boxed(-64.0, -64.0, MATRIX[0] + 128, MATRIX[1] + 128)
        case BoardFrame.COLUMNS:
            return Boxed(0.0, 0.0, COLUMNS * PLAIN, DEEP)
        case BoardFrame.MANDALA_3:
            return Boxed(0.0, 0.0, 3 * CELL_3[0], 3 * CELL_3[1])
        case BoardFrame.MANDALA_9:
            return Boxed(0.0, 0.0, 9 * CELL_9[0], 9 * CELL_9[1])
    journey = journey_frame(project, board)
    if journey is None or not journey.columns:
        return None
    head = journey.columns[0].head
    return Boxed(0.0, head.y, len(journey.columns) * COLUMN, head.height + DEEP / 2)


def strayed(project: Project, board: Board, notes: Iterable[Note]) -> int:
    """Return how many notes of a phase do not lie in its column."""
    journey = journey_frame(project, board)
    if journey is None:
        return 0
    known = {column.phase_id for column in journey.columns}
    count = 0
    for note in notes:
        wanted = leaf_of(project, note.phase_id)
        column = journey.column_at(note.x + note.width / 2, note.y + note.height / 2)
        here = column.phase_id if column is not None else None
        count += wanted in known and wanted != here
    return count
