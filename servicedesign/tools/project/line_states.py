"""The lines of the overview as they stand, with the signs and names of the registered tools.

Owns what becomes of a line where there is a tool of its id: its sign and its name are the tool's
own, so that they are the navigator's too. Must not know a tool's rooms.
"""

from __future__ import annotations

from dataclasses import dataclass

from servicedesign import tools
from servicedesign.model.method import MethodPhase, Progress
from servicedesign.store import Project
from servicedesign.tools.project.lines import LINES, Parts


@dataclass(frozen=True, slots=True)
class LineState:
    """A line as it stands in a project.

    Attributes:
        id: of the line.
        phase: where it stands.
        title: its name for people (Japanese, translatable).
        count: what there is, in words; none when there is nothing.
        progress: how far it is.
        tool: the tool that shows it.
    """

    id: str
    phase: MethodPhase
    title: str
    count: Parts
    progress: Progress
    tool: str


def line_states(project: Project) -> tuple[LineState, ...]:
    """Return every line as it stands in ``project``, in the order of the report."""
    registered = {tool.id: tool for tool in tools.all_tools()}
    states = []
    for line in LINES:
        tool = registered.get(line.id)
        told = tool if tool is not None and tool.state is not None else line
        state = LineState(
            line.id,
            line.phase,
            tool.title if tool is not None else line.title,
            line.count(project),
            told.progress(project),
            line.leads_to or line.id,
        )
        if state.count or not line.optional:
            states.append(state)
    return tuple(states)


def untouched() -> tuple[LineState, ...]:
    """Return every line that is never left out, as it stands before anything was done."""
    registered = {tool.id: tool for tool in tools.all_tools()}
    return tuple(
        LineState(
            line.id,
            line.phase,
            registered[line.id].title if line.id in registered else line.title,
            (),
            Progress.NONE,
            line.leads_to or line.id,
        )
        for line in LINES
        if not line.optional
    )
