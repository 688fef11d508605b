"""Which idea goes into which phase of the ideal map, before it is written.

Owns the plan: what people chose, and until then what the records suggest. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from servicedesign.model import JourneyMap, Phase
from servicedesign.store import Project
from servicedesign.tools.map_pairing import columns_of
from servicedesign.tools.payoff.completing import idea_of, standing_in, suggested_phase
from servicedesign.tools.payoff.items import RatedIdea
from servicedesign.tools.payoff.quadrants import Quadrant
from servicedesign.tools.payoff.reading import homes_on

NOT_WRITTEN = ""
"""The choice that leaves an idea off the map."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One idea.

    Attributes:
        idea: the idea.
        standing: the phase in whose solutions it stands already, or empty.
        chosen: the phase it goes to, or empty.
    """

    idea: RatedIdea
    standing: str
    chosen: str

    @property
    def to_write(self) -> bool:
        """Whether writing changes anything."""
        return bool(self.chosen) and self.chosen != self.standing


@dataclass(frozen=True, slots=True)
class Plan:
    """All ideas of a matrix and one ideal map.

    Attributes:
        target: the map.
        columns: its columns in order.
        lines: the ideas.
    """

    target: JourneyMap
    columns: tuple[Phase, ...]
    lines: tuple[PlanLine, ...]

    def wanted(self) -> dict[str, str]:
        """Return for each item that is to be written its phase."""
        return {line.idea.id: line.chosen for line in self.lines if line.to_write}

    def named(self, phase_id: str, nameless: str) -> str:
        """Return number and name of a column, or empty where there is none."""
        for number, phase in enumerate(self.columns, 1):
            if phase.id == phase_id:
                return f"{number} {phase.title.strip() or nameless}"
        return ""


def make_plan(
    project: Project,
    target: JourneyMap,
    ideas: Iterable[RatedIdea],
    chosen: Mapping[str, str],
    *,
    hidden: bool,
) -> Plan:
    """Return the plan: what was ``chosen`` by item, else what the records suggest.

    An idea on the map stays where it stands; one that is to be done at once goes where it would
    help; all others stay off. While ratings are hidden nothing is suggested by them.
    """
    homes, columns = homes_on(project, target), columns_of(project, target.id)
    known = {phase.id for phase in columns}
    lines = []
    for one in ideas:
        idea = idea_of(project, one.item)
        if idea is None:
            continue
        standing = standing_in(project, target, idea)
        wanted = chosen.get(one.id)
        if wanted is None or (wanted and wanted not in known):
            first = one.placed and not hidden and one.quadrant is Quadrant.NOW
            wanted = standing or (suggested_phase(project, homes, idea) if first else NOT_WRITTEN)
        lines.append(PlanLine(one, standing, wanted))
    return Plan(target, columns, tuple(lines))
