"""One map as the screen shows it, read from the project in one go.

Owns that reading: columns, lanes, cards by place, issues, and what is felt on the other map. Must
not know Qt. Two readings can be compared, so that only what changed is drawn anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from servicedesign.model import Cell, Issue, JourneyMap, JourneyView, Lane, LaneKind, Phase
from servicedesign.store import Project
from servicedesign.tools.journey.cells import Place
from servicedesign.tools.journey.columns import GAP, MapColumn, order_columns
from servicedesign.tools.journey.lanes import hidden_lanes
from servicedesign.tools.map_pairing import counterpart_of, paired_columns, partners


@dataclass(frozen=True, slots=True)
class MapContents:
    """What is shown of one map.

    Attributes:
        journey: the map.
        columns: in order; a gap where only the map above or below has a column.
        lanes: those shown, in order.
        cards: the cards of each place that has any, top first.
        issues: the issue of each pain point that was taken up, by the id of its card.
        other: what is felt at the same place of the counterpart map, by phase of this one.
        hidden: how many lanes are hidden.
    """

    journey: JourneyMap
    columns: tuple[MapColumn, ...]
    lanes: tuple[Lane, ...]
    cards: Mapping[Place, tuple[Cell, ...]]
    issues: Mapping[str, Issue]
    other: Mapping[str, float]
    hidden: int

    def place(self, col: int, row: int) -> Place:
        """Return the place of a column and a row."""
        return Place(self.columns[col].id, self.lanes[row].id)

    def at(self, col: int, row: int) -> tuple[Cell, ...]:
        """Return the cards where a column and a row meet; none in a gap."""
        return self.cards.get(self.place(col, row), ())

    @property
    def to_be(self) -> bool:
        """Whether it shows how it should become."""
        return self.journey.view is JourneyView.TO_BE

    @property
    def staged(self) -> bool:
        """Whether any column is a stage within a phase."""
        return any(column.is_stage for column in self.columns)

    def column_of(self, phase_id: str) -> int:
        """Return the number of a phase's column (of its first stage where it has none), or −1."""
        for test in ("id", "head_id"):
            for number, column in enumerate(self.columns):
                own = column.id if test == "id" else (column.head.id if column.head else "")
                if own == phase_id:
                    return number
        return -1

    def row_of(self, lane_id: str) -> int:
        """Return the number of a lane's row, or −1 when it is not shown."""
        return next((n for n, lane in enumerate(self.lanes) if lane.id == lane_id), -1)

    def feelings(self, row: int) -> tuple[tuple[float, Cell], ...]:
        """Return the feelings of a lane: the place in columns from the left edge, and the card.

        Several in one column stand side by side, as on paper.
        """
        found = []
        for col in range(len(self.columns)):
            rated = [card for card in self.at(col, row) if card.emotion is not None]
            found += [(col + (n + 0.5) / len(rated), card) for n, card in enumerate(rated)]
        return tuple(found)

    def other_feelings(self) -> tuple[tuple[float, float], ...]:
        """Return the feelings of the counterpart map: the place in columns, and the level."""
        return tuple(
            (col + 0.5, self.other[column.id])
            for col, column in enumerate(self.columns)
            if column.id in self.other
        )


def read_contents(project: Project, map_id: str, *, beside: str = "") -> MapContents:
    """Return what is shown of a map.

    Args:
        project: the open project.
        map_id: the map.
        beside: the map shown above or below it, with which its columns stand in line, or empty.

    Raises:
        KeyError: there is no such map.
    """
    journey = project.get(JourneyMap, map_id)
    phases = project.all(Phase, map_id=map_id)
    cards: dict[Place, list[Cell]] = defaultdict(list)
    written = set()
    for cell in project.all(Cell, map_id=map_id):
        cards[Place(cell.phase_id, cell.lane_id)].append(cell)
        written.add(cell.phase_id)
    columns = order_columns(phases, written)
    if beside:
        columns = _in_line(project, journey, beside, columns)
    return MapContents(
        journey=journey,
        columns=columns,
        lanes=tuple(lane for lane in project.all(Lane, map_id=map_id) if not lane.hidden),
        cards={place: tuple(found) for place, found in cards.items()},
        issues={issue.cell_id: issue for issue in project.all(Issue) if issue.cell_id},
        other=_other_feelings(project, map_id, phases),
        hidden=len(hidden_lanes(project, map_id)),
    )


def _in_line(
    project: Project, journey: JourneyMap, beside: str, columns: Sequence[MapColumn]
) -> tuple[MapColumn, ...]:
    """Return the columns with gaps where only the other map has one."""
    to_be = journey.view is JourneyView.TO_BE
    as_is_id, to_be_id = (beside, journey.id) if to_be else (journey.id, beside)
    known = {column.id: column for column in columns}
    pairs = paired_columns(project, as_is_id, to_be_id)
    mine = [pair[1 if to_be else 0] for pair in pairs]
    return tuple(known.get(phase.id, GAP) if phase is not None else GAP for phase in mine)


def _other_feelings(project: Project, map_id: str, phases: Sequence[Phase]) -> Mapping[str, float]:
    other = counterpart_of(project, map_id)
    if other is None:
        return {}
    lanes = {
        lane.id for lane in project.all(Lane, map_id=other.id) if lane.kind is LaneKind.EMOTION
    }
    theirs = project.all(Phase, map_id=other.id)
    parents = {phase.id: phase.stage_of_id for phase in theirs}
    levels: dict[str, list[float]] = defaultdict(list)
    for cell in project.all(Cell, map_id=other.id):
        if cell.lane_id in lanes and cell.emotion is not None:
            for phase_id in {cell.phase_id, parents.get(cell.phase_id) or cell.phase_id}:
                levels[phase_id].append(cell.emotion)
    found = partners(phases, theirs)
    return {mine: fmean(levels[partner]) for mine, partner in found.items() if levels.get(partner)}
