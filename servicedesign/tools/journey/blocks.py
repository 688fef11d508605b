"""Blocks of places: copied out to a spreadsheet, pasted from one, emptied.

Owns what a block means on a map: a level stands before the reason of a feeling (``−1 不安``), a
ring, triangle or cross before an action (``○ 届を出す``). What has no place is left out and told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from servicedesign.model import Cell, Lane, LaneKind, Outcome, Phase, ProjectError, msg
from servicedesign.model.normalise import plain_text
from servicedesign.model.table_text import Block, read_block, write_block
from servicedesign.store import Project
from servicedesign.tools.journey.cells import Place, cards_at, clear_cards, is_bare
from servicedesign.tools.journey.levels import level_words, split_level
from servicedesign.tools.journey.phases import add_phase, room_for

MOST_LETTERS: Final = 2_000_000
"""Longest text taken from the clipboard, in characters."""

_SIGNS: Final = {Outcome.DONE: "○", Outcome.PARTLY: "△", Outcome.FAILED: "×"}
_READ: Final = {
    **dict.fromkeys("○◯〇", Outcome.DONE),
    "△": Outcome.PARTLY,
    **dict.fromkeys("×✕✖", Outcome.FAILED),
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block is pasted.

    Attributes:
        map_id: the map.
        phases: ids of the columns from the first one on.
        lanes: ids of the rows from the first one on.
        card: which card of each place is written, 0 first; one more where there are fewer.
        names_phases: whether the first row of the block holds names of phases.
        names_lanes: whether the first column of the block holds names of lanes.
    """

    map_id: str
    phases: Sequence[str]
    lanes: Sequence[str]
    card: int = 0
    names_phases: bool = False
    names_lanes: bool = False


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came of pasting.

    Attributes:
        cells: how many places were written, names included.
        phases_added: how many phases were made for it.
        rows_left: how many rows had no lane.
        columns_left: how many columns had no phase.
    """

    cells: int
    phases_added: int
    rows_left: int
    columns_left: int


@dataclass(slots=True)
class _Writing:
    project: Project
    target: Target
    places: dict[Place, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[str, LaneKind] = field(default_factory=dict)
    written: int = 0


def take_block(text: str) -> Block:
    """Return the cells of a clipboard text.

    Raises:
        ProjectError: it is too long to be a table that people made.
    """
    if len(text) > MOST_LETTERS:
        raise ProjectError(
            msg("貼り付ける文字が多すぎます（{most}文字まで）。", most=f"{MOST_LETTERS:,}"),
            msg("何も変えていません。"),
            msg("必要な行だけを選んで、写し直してください。"),
        )
    return read_block(text)


def copy_block(project: Project, rows: Sequence[Sequence[Place]]) -> str:
    """Return places as a block for a spreadsheet; cards of one place are parted by line ends."""
    return write_block([_place_text(project, place) for place in row] for row in rows)


def card_text(cell: Cell, kind: LaneKind) -> str:
    """Return what stands on a card as it crosses the clipboard."""
    if kind is LaneKind.EMOTION and cell.emotion is not None:
        return f"{level_words(cell.emotion)} {cell.text}".strip()
    if kind is LaneKind.ACTION and cell.outcome in _SIGNS:
        return f"{_SIGNS[cell.outcome]} {cell.text}".strip()
    return cell.text


def _place_text(project: Project, place: Place) -> str:
    kind = project.get(Lane, place.lane_id).kind
    return "\n".join(card_text(cell, kind) for cell in cards_at(project, place))


def clear_block(project: Project, places: Sequence[Place]) -> int:
    """Empty all cards of places, in one step; return how many there were."""
    return clear_cards(project, [cell.id for place in places for cell in cards_at(project, place)])


def columns_wanting(block: Block, target: Target) -> int:
    """Return how many more phases ``block`` needs than stand right of where it is pasted."""
    widest = max((len(row) for row in block), default=0) - target.names_lanes
    return max(0, widest - len(target.phases))


def paste_block(project: Project, block: Block, target: Target, *, grow: bool = False) -> Pasted:
    """Write a block into a map, in one step.

    Args:
        project: the open project.
        block: rows of cells; missing ones at the end of a row leave their place alone.
        target: where.
        grow: make phases for columns that have none, as many as a map may have.
    """
    phases = list(target.phases)
    wanting = columns_wanting(block, target)
    added = min(wanting, room_for(project, target.map_id)) if grow else 0
    rows = len(block) - target.names_phases
    fitting = min(max(rows, 0), len(target.lanes))
    with project.edit(msg("表を貼り付ける")):
        phases += [add_phase(project, target.map_id).id for _ in range(added)]
        work = _Writing(project, replace(target, phases=phases))
        for cell in project.all(Cell, map_id=target.map_id):
            work.places[Place(cell.phase_id, cell.lane_id)].append(cell)
        work.kinds = {lane.id: lane.kind for lane in project.all(Lane, map_id=target.map_id)}
        _write_rows(work, block)
    return Pasted(work.written, added, max(0, rows - fitting), wanting - added)


def _write_rows(work: _Writing, block: Block) -> None:
    target = work.target
    body = list(block)
    if target.names_phases and body:
        titles = body.pop(0)[1 if target.names_lanes else 0 :]
        for phase_id, title in zip(target.phases, titles, strict=False):
            _name_phase(work, phase_id, title)
    for lane_id, cells in zip(target.lanes, body, strict=False):
        if target.names_lanes and cells:
            _name_lane(work, lane_id, cells[0])
        texts = cells[1:] if target.names_lanes else cells
        for phase_id, text in zip(target.phases, texts, strict=False):
            _write_place(work, Place(phase_id, lane_id), text)


def _name_phase(work: _Writing, phase_id: str, title: str) -> None:
    phase = work.project.get(Phase, phase_id)
    work.project.put(replace(phase, title=plain_text(title.strip(), single_line=True)))
    work.written += 1


def _name_lane(work: _Writing, lane_id: str, title: str) -> None:
    lane = work.project.get(Lane, lane_id)
    work.project.put(replace(lane, title=plain_text(title.strip(), single_line=True)))
    work.written += 1


def _write_place(work: _Writing, place: Place, text: str) -> None:
    cards = work.places[place]
    known = cards[work.target.card] if work.target.card < len(cards) else None
    if known is None and not text.strip():
        return
    cell = known or Cell(
        map_id=work.target.map_id,
        phase_id=place.phase_id,
        lane_id=place.lane_id,
        position=cards[-1].position + 1.0 if cards else 0.0,
    )
    new = read_card(cell, work.kinds.get(place.lane_id, LaneKind.CUSTOM), text)
    work.written += 1
    if is_bare(work.project, new):
        work.project.delete(cell)
        return
    work.project.put(new)
    if known is None:
        cards.append(new)


def read_card(cell: Cell, kind: LaneKind, text: str) -> Cell:
    """Return ``cell`` with what ``text`` from the clipboard says of it."""
    text = plain_text(text).strip()
    if kind is LaneKind.EMOTION:
        level, reason = split_level(text)
        return replace(cell, text=reason, emotion=cell.emotion if level is None else level)
    if kind is LaneKind.ACTION and text[:1] in _READ and text[1:2] in ("", " ", "\u3000"):
        return replace(cell, text=text[1:].strip(), outcome=_READ[text[0]])
    return replace(cell, text=text)
