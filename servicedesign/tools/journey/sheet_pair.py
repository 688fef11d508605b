"""What the to-be sheet shows of the as-is map: feelings beneath, pain points, and what changes.

Owns the joining of the two maps for the sheet. Must not draw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Final

from servicedesign.model import Cell, JourneyMap, JourneyView, Lane, LaneKind, Link, Note, Phase
from servicedesign.store import Project
from servicedesign.tools.journey.columns import MapColumn
from servicedesign.tools.journey.differences import Difference, DifferenceKind, differences
from servicedesign.tools.journey.sheet_data import Card, Change, ChangeGroup, LaneRow
from servicedesign.tools.map_pairing import counterpart_of, partners, reading_order

Feeling = tuple[float | None, str]
"""A level and its reason."""

_FIRST: Final = (
    DifferenceKind.PHASE_ADDED,
    DifferenceKind.PHASE_REMOVED,
    DifferenceKind.PHASE_RENAMED,
    DifferenceKind.PHASE_MOVED,
    DifferenceKind.EMOTION,
    DifferenceKind.OUTCOME,
    DifferenceKind.DURATION,
    DifferenceKind.WHEN,
    DifferenceKind.SOLUTION,
)
"""What a reader looks for first; the rest follows in the order of the lanes."""


@dataclass(frozen=True, slots=True)
class Before:
    """The as-is map beside a to-be map; empty where there is none.

    Attributes:
        feelings: what is felt today, by phase of the to-be map.
        pains: the pain points of today, by phase of the to-be map.
        pain_title: what their lane is called; empty for the name of its kind.
        told: what differs.
        ideas: numbers of ideas by card.
    """

    feelings: Mapping[str, Feeling] = field(default_factory=dict)
    pains: Mapping[str, tuple[Card, ...]] = field(default_factory=dict)
    pain_title: str = ""
    told: tuple[Difference, ...] = ()
    ideas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changes(self, heads: Mapping[str, int]) -> tuple[ChangeGroup, ...]:
        """Return what differs by phase; ``heads`` gives the number of each to-be phase from 0."""
        groups: dict[int, list[Difference]] = defaultdict(list)
        for one in self.told:
            groups[one.place].append(one)
        return tuple(self._group(found, heads) for _, found in sorted(groups.items()))

    def _group(self, found: Sequence[Difference], heads: Mapping[str, int]) -> ChangeGroup:
        number = heads.get(found[0].phase_ids[1] or "", -1) + 1
        order = {kind: place for place, kind in enumerate(_FIRST)}
        ordered = sorted(found, key=lambda one: order.get(one.kind, len(order)))
        changes = tuple(
            Change(difference=one, ideas=tuple(n for c in one.cell_ids for n in self._ideas(c)))
            for one in ordered
        )
        return ChangeGroup(number=number, title=found[0].phase, changes=changes)

    def _ideas(self, cell_id: str) -> tuple[str, ...]:
        return self.ideas.get(cell_id, ())


def before_of(project: Project, journey: JourneyMap) -> Before:
    """Return the as-is map beside ``journey``; nothing unless that one is a to-be map."""
    other = counterpart_of(project, journey.id)
    if journey.view is not JourneyView.TO_BE or other is None:
        return Before()
    theirs = project.all(Phase, map_id=other.id)
    known = partners(theirs, project.all(Phase, map_id=journey.id))
    homes = _homes(theirs, known)
    title, pains = _pains(project, other, homes)
    return Before(
        feelings=_feelings(project, other, homes),
        pains=pains,
        pain_title=title,
        told=differences(project, other.id, journey.id),
        ideas=_ideas(project, journey),
    )


def _homes(theirs: Sequence[Phase], known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the to-be phase of each as-is phase; a stage without one has that of its phase."""
    homes: dict[str, str] = {}
    for phase in reading_order(theirs):
        home = known.get(phase.id) or homes.get(phase.stage_of_id or "")
        if home:
            homes[phase.id] = home
    return homes


def _feelings(
    project: Project, journey: JourneyMap, homes: Mapping[str, str]
) -> Mapping[str, Feeling]:
    """Return level and reason by to-be phase; where several meet, their mean."""
    lanes = {lane.id for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.EMOTION)}
    levels: dict[str, list[float]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for cell in project.all(Cell, map_id=journey.id):
        home = homes.get(cell.phase_id)
        if home and cell.lane_id in lanes and cell.emotion is not None:
            levels[home].append(cell.emotion)
            reasons.setdefault(home, cell.text.strip())
    return {home: (fmean(known), reasons[home]) for home, known in levels.items()}


def _pains(
    project: Project, journey: JourneyMap, homes: Mapping[str, str]
) -> tuple[str, Mapping[str, tuple[Card, ...]]]:
    lanes = [
        lane
        for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.PAIN_POINT)
        if not lane.hidden
    ]
    order = {phase: place for place, phase in enumerate(homes)}
    shown = {lane.id for lane in lanes}
    cells = [cell for cell in project.all(Cell, map_id=journey.id)
             if cell.lane_id in shown and cell.phase_id in homes]  # fmt: skip
    found: dict[str, tuple[Card, ...]] = defaultdict(tuple)
    for cell in sorted(cells, key=lambda one: order[one.phase_id]):
        found[homes[cell.phase_id]] += (Card(text=cell.text.strip(), number=cell.number),)
    return (lanes[0].title.strip() if lanes else ""), found


def _ideas(project: Project, journey: JourneyMap) -> Mapping[str, tuple[str, ...]]:
    lanes = {lane.id for lane in project.all(Lane, map_id=journey.id, kind=LaneKind.SOLUTION)}
    cells = (cell for cell in project.all(Cell, map_id=journey.id) if cell.lane_id in lanes)
    return {cell.id: ideas_of(project, cell) for cell in cells}


def ideas_of(project: Project, cell: Cell) -> tuple[str, ...]:
    """Return the numbers of the notes that a solution is linked with, either way."""
    links: list[Link] = [*project.links_from(cell.id), *project.links_to(cell.id)]
    ids = {one for link in links for one in (link.source_id, link.target_id)}
    notes = (project.find(Note, note_id) for note_id in ids)
    return tuple(str(n) for n in sorted({note.number for note in notes if note and note.number}))


def with_pains(
    rows: tuple[LaneRow, ...], columns: Sequence[MapColumn], before: Before
) -> tuple[LaneRow, ...]:
    """Return the rows with today's pain points over the solutions, unless the map has its own.

    An ideal map that was made of today's one has that lane too, but empty: nothing is a pain there.
    """
    own = [row for row in rows if row.kind is LaneKind.PAIN_POINT]
    if any(any(row.cells) for row in own):
        return rows
    if not any(before.pains.get(column.id) for column in columns):
        return rows
    rows = tuple(row for row in rows if row.kind is not LaneKind.PAIN_POINT)
    pains = LaneRow(
        kind=LaneKind.PAIN_POINT,
        title=before.pain_title,
        cells=tuple(before.pains.get(column.id, ()) for column in columns),
        borrowed=True,
    )
    place = next(
        (i for i, row in enumerate(rows) if row.kind is LaneKind.SOLUTION),
        next((i + 1 for i, row in enumerate(rows) if row.kind is LaneKind.EMOTION), len(rows)),
    )
    return (*rows[:place], pains, *rows[place:])
