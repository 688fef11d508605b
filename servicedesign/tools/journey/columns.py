"""Which phases stand side by side: the order of columns, with stages within a phase.

Owns the rule that a phase with stages shows its stages, and itself beside them only while cards
stand in it. Must not know cards otherwise, nor screen or page.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from servicedesign.model import Cell, Lane, Phase
from servicedesign.store import Project
from servicedesign.tools.map_pairing import heads_of, stages_of


@dataclass(frozen=True, slots=True)
class MapColumn:
    """One column.

    Attributes:
        phase: a phase without stages, a stage, or None where only the other map has a column.
        head: the phase that spans it; itself when it is no stage, None in a gap.
    """

    phase: Phase | None
    head: Phase | None

    @property
    def is_stage(self) -> bool:
        """Whether it is a stage within a phase."""
        return self.phase is not None and self.head is not None and self.phase.id != self.head.id

    @property
    def id(self) -> str:
        """The id of the column's phase; empty in a gap."""
        return self.phase.id if self.phase is not None else ""


GAP = MapColumn(None, None)
"""A column that only the other map has."""


def order_columns(phases: Sequence[Phase], written: Collection[str]) -> tuple[MapColumn, ...]:
    """Return the columns of a map.

    Args:
        phases: all of the map, in their order.
        written: ids of the phases in which cards stand.
    """
    columns: list[MapColumn] = []
    for head in heads_of(phases):
        stages = stages_of(phases, head)
        if not stages or head.id in written:
            columns.append(MapColumn(head, head))
        columns += [MapColumn(stage, head) for stage in stages]
    return tuple(columns)


def columns_of(project: Project, map_id: str) -> tuple[MapColumn, ...]:
    """Return the columns of a map as it is in ``project``."""
    written = {cell.phase_id for cell in project.all(Cell, map_id=map_id)}
    return order_columns(project.all(Phase, map_id=map_id), written)


def lanes_of(project: Project, map_id: str) -> tuple[Lane, ...]:
    """Return the lanes of a map that are shown, in order."""
    return tuple(lane for lane in project.all(Lane, map_id=map_id) if not lane.hidden)
