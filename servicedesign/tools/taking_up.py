"""A pain point becomes an issue in one stroke: the step that map and issue list share.

Owns the rule that a pain point and its issue carry one number, the same on map, board, card and
chain, which never comes back once it was given (report ch. 7 §2(1)②). Must not know how it shows.
"""

from __future__ import annotations

from dataclasses import replace

from servicedesign.model import Cell, Issue, Link, Relation, msg
from servicedesign.store import Project


def take_up(project: Project, cell_id: str) -> Issue:
    """Make the pain point in cell ``cell_id`` an issue and return it; the one it has is returned.

    The issue takes the words and the number of the pain point, stands last in the list, and keeps
    a link back to it.

    Raises:
        KeyError: there is no such cell.
    """
    cell = project.get(Cell, cell_id)
    known = issue_of(project, cell_id)
    if known is not None:
        return known
    number = cell.number or next_number(project)
    issue = Issue(
        cell_id=cell.id,
        number=number,
        title=" ".join(cell.text.split()),
        position=max((other.position for other in project.all(Issue)), default=0.0) + 1.0,
    )
    link = Link(
        source_kind=Issue.KIND,
        source_id=issue.id,
        target_kind=Cell.KIND,
        target_id=cell.id,
        relation=Relation.CAME_FROM,
    )
    with project.edit(msg("困りごと{number}を課題にする", number=str(number))):
        if cell.number != number:
            project.put(replace(cell, number=number))
        project.put(issue)
        project.put(link)
    return issue


def issue_of(project: Project, cell_id: str) -> Issue | None:
    """Return the issue that a pain point became, or None."""
    return next(iter(project.all(Issue, cell_id=cell_id)), None)


def next_number(project: Project) -> int:
    """Return the number after every one that a pain point or an issue carries."""
    used = [cell.number for cell in project.all(Cell)]
    used += [issue.number for issue in project.all(Issue)]
    return max(used, default=0) + 1
