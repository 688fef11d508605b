"""The problems that an idea can answer: issues first, then pain points that are none yet.

Owns their list and how each is called. Must not know the screen.
"""

from __future__ import annotations

from servicedesign.model import Cell, Issue, Lane, Note
from servicedesign.model.journey import LaneKind
from servicedesign.model.normalise import fold
from servicedesign.model.titles import full_title, reference_code
from servicedesign.store import Project


def find_problems(project: Project, words: str = "") -> tuple[Issue | Cell, ...]:
    """Return issues by rank, then pain points without one, whose text holds all of ``words``."""
    issues = sorted(
        project.all(Issue),
        key=lambda issue: (not issue.chosen, issue.rank or 10_000, issue.position, issue.id),
    )
    taken = {issue.cell_id for issue in issues}
    lanes = {lane.id for lane in project.all(Lane) if lane.kind is LaneKind.PAIN_POINT}
    cells = [
        cell
        for cell in project.all(Cell)
        if cell.lane_id in lanes and cell.id not in taken and cell.text.strip()
    ]
    wanted = fold(words).split()
    everything: list[Issue | Cell] = [*issues, *cells]
    return tuple(
        record
        for record in everything
        if all(word in fold(f"{reference_code(record)} {full_title(record)}") for word in wanted)
    )


def answered(note: Note) -> str | None:
    """Return the id of the issue, else of the pain point, that a note answers."""
    return note.issue_id or note.cell_id
