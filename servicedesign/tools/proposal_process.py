"""The process before and after: what is counted, what is odd in it, where its shapes stand.

Owns counting, checks and the layout of BPMN shapes in lanes, in columns and rows without a unit.
Must not draw. A circle is legal and only told (report ch. 6).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from servicedesign.model import Message, msg
from servicedesign.model.proposal import ProcessStep, StepKind
from servicedesign.tools.amounts import EXACT


@dataclass(frozen=True, slots=True)
class Counts:
    """What one side comes to.

    Attributes:
        tasks: number of tasks.
        minutes: of all of them, or None where none was measured.
        fields: form fields to write, or None where none were counted.
        lanes: how many people or sections have a hand in it.
    """

    tasks: int
    minutes: Decimal | None
    fields: int | None
    lanes: int


class Oddity(StrEnum):
    """What may be odd in a flow."""

    NO_START = "no_start"
    NO_END = "no_end"
    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    CIRCLE = "circle"
    ONE_WAY = "one_way"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of a flow: what, in a sentence, and the steps concerned."""

    what: Oddity
    sentence: Message
    step_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A step in its place: column from 0, row from 0 in all lanes together."""

    step: ProcessStep
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name, its first row and how many rows it has."""

    name: str
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one shape to another; ``back`` where it leads to an earlier column."""

    source: str
    target: str
    back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Lanes, shapes and lines."""

    lanes: tuple[Lane, ...] = ()
    shapes: tuple[Shape, ...] = ()
    edges: tuple[Edge, ...] = ()
    columns: int = 0


def count(steps: Sequence[ProcessStep]) -> Counts:
    """Return what one side comes to; a step on a circle counts once."""
    tasks = [step for step in steps if step.kind is StepKind.TASK]
    measured = [step.minutes for step in tasks if step.minutes is not None]
    written = [step.form_fields for step in tasks if step.form_fields is not None]
    minutes = None
    if measured:
        minutes = Decimal(0)
        for one in measured:
            minutes = EXACT.add(minutes, one)
    lanes = {step.lane.strip() for step in steps if step.lane.strip()}
    return Counts(len(tasks), minutes, sum(written) if written else None, len(lanes))


def _next(steps: Sequence[ProcessStep]) -> dict[str, tuple[str, ...]]:
    known = {step.id for step in steps}
    return {
        step.id: tuple(dict.fromkeys(one for one in step.next_ids if one in known))
        for step in steps
    }


def _back_edges(ids: Iterable[str], after: dict[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Return the edges that close a circle, found from the first step on without recursion."""
    state: dict[str, int] = {}
    found: set[tuple[str, str]] = set()
    for first in ids:
        if first in state:
            continue
        state[first] = 1
        stack = [(first, iter(after[first]))]
        while stack:
            here, more = stack[-1]
            there = next(more, None)
            if there is None:
                state[here] = 2
                stack.pop()
            elif state.get(there) == 1:
                found.add((here, there))
            elif there not in state:
                state[there] = 1
                stack.append((there, iter(after[there])))
    return found


def _in_order(steps: Sequence[ProcessStep]) -> list[str]:
    """Return the ids with starts first, else as they are written."""
    starts = [step.id for step in steps if step.kind is StepKind.START]
    return [*starts, *(step.id for step in steps if step.kind is not StepKind.START)]


def check(steps: Sequence[ProcessStep]) -> tuple[Told, ...]:
    """Return what is odd in one side; nothing is told of a side without steps."""
    if not steps:
        return ()
    after, told = _next(steps), []
    kinds = {step.kind for step in steps}
    if StepKind.START not in kinds:
        told.append(Told(Oddity.NO_START, msg("始まりがありません。")))
    if StepKind.END not in kinds:
        told.append(Told(Oddity.NO_END, msg("終わりがありません。")))
    told += _unreachable(steps, after) + _ends(steps, after) + _gateways(steps, after)
    circles = _back_edges(_in_order(steps), after)
    if circles:
        ids = tuple(sorted({there for _, there in circles}))
        told.append(
            Told(Oddity.CIRCLE, msg("前の手順へ戻る線があります（まちがいではありません）。"), ids)
        )
    return tuple(told)


def _unreachable(steps: Sequence[ProcessStep], after: dict[str, tuple[str, ...]]) -> list[Told]:
    todo = deque(step.id for step in steps if step.kind is StepKind.START)
    if not todo:
        return []
    seen = set(todo)
    while todo:
        for there in after[todo.popleft()]:
            if there not in seen:
                seen.add(there)
                todo.append(there)
    lost = [step for step in steps if step.id not in seen]
    if not lost:
        return []
    names = "、".join(step.title or "―" for step in lost[:5])
    ids = tuple(step.id for step in lost)
    return [
        Told(Oddity.UNREACHABLE, msg("始まりから着けない手順があります：{names}", names=names), ids)
    ]


def _ends(steps: Sequence[ProcessStep], after: dict[str, tuple[str, ...]]) -> list[Told]:
    open_ends = [step for step in steps if step.kind is not StepKind.END and not after[step.id]]
    gone = [step.id for step in steps if len(set(step.next_ids)) > len(after[step.id])]
    told = []
    if open_ends:
        names = "、".join(step.title or "―" for step in open_ends[:5])
        ids = tuple(step.id for step in open_ends)
        told.append(Told(Oddity.DEAD_END, msg("次の手順がありません：{names}", names=names), ids))
    if gone:
        told.append(Told(Oddity.GONE, msg("消えた手順へ向かう線があります。"), tuple(gone)))
    return told


def _gateways(steps: Sequence[ProcessStep], after: dict[str, tuple[str, ...]]) -> list[Told]:
    """Tell of gateways that neither part nor join: one way in and one way out."""
    ways_in: dict[str, int] = {}
    for ahead in after.values():
        for one in ahead:
            ways_in[one] = ways_in.get(one, 0) + 1
    idle = tuple(
        step.id
        for step in steps
        if step.kind in (StepKind.EXCLUSIVE, StepKind.PARALLEL)
        and len(after[step.id]) < 2
        and ways_in.get(step.id, 0) < 2
    )
    if not idle:
        return []
    return [Told(Oddity.ONE_WAY, msg("分かれも合わさりもしない分岐があります。"), idle)]


def lay_out(steps: Sequence[ProcessStep]) -> Layout:
    """Return the places of all shapes: a column after all that lead to it, in its lane's rows."""
    if not steps:
        return Layout()
    after = _next(steps)
    order = _in_order(steps)
    back = _back_edges(order, after)
    columns = _columns(order, after, back)
    lanes, rows = _rows(steps, columns)
    shapes = tuple(Shape(step, columns[step.id], rows[step.id]) for step in steps)
    edges = tuple(
        Edge(here, there, (here, there) in back) for here in after for there in after[here]
    )
    return Layout(lanes, shapes, edges, max(columns.values()) + 1)


def _columns(
    order: Sequence[str], after: dict[str, tuple[str, ...]], back: set[tuple[str, str]]
) -> dict[str, int]:
    """Return the longest way to every step, lines back left out."""
    waiting = dict.fromkeys(order, 0)
    for here, ahead in after.items():
        for there in ahead:
            if (here, there) not in back:
                waiting[there] += 1
    columns = dict.fromkeys(order, 0)
    todo = deque(one for one in order if not waiting[one])
    while todo:
        here = todo.popleft()
        for there in after[here]:
            if (here, there) in back:
                continue
            columns[there] = max(columns[there], columns[here] + 1)
            waiting[there] -= 1
            if not waiting[there]:
                todo.append(there)
    return columns


def _rows(
    steps: Sequence[ProcessStep], columns: dict[str, int]
) -> tuple[tuple[Lane, ...], dict[str, int]]:
    names = list(dict.fromkeys(step.lane.strip() for step in steps))
    lanes, rows, first = [], {}, 0
    for name in names:
        used: dict[int, int] = {}
        for step in steps:
            if step.lane.strip() == name:
                column = columns[step.id]
                rows[step.id] = first + used.get(column, 0)
                used[column] = used.get(column, 0) + 1
        height = max(used.values())
        lanes.append(Lane(name, first, height))
        first += height
    return tuple(lanes), rows
