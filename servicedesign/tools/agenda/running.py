"""A timetable that is being carried out: which step runs, what comes, how late it is.

Owns the reckoning, from the records and the time that has gone by. Knows neither clock nor project:
both are passed in as plain values, so that the same moment always gives the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from math import floor
from typing import Final

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.timetable import DayPlan, Slot, in_order

REHEARSAL: Final = 60
"""A day that begins more than these minutes from its plan is measured from where it began."""

STALE: Final = timedelta(hours=4)
"""A step that is over by more than this was left running, and is not counted on."""


class StepState(StrEnum):
    """What became of a step so far."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


def state_of(item: AgendaItem) -> StepState:
    """Return what became of a step."""
    if item.skipped:
        return StepState.SKIPPED
    if item.ended_at:
        return StepState.DONE
    return StepState.RUNNING if item.started_at else StepState.WAITING


def moment(text: str) -> datetime | None:
    """Return the local time that a record names, or None when it names none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None


def moment_text(when: datetime) -> str:
    """Return ``when`` (local time) as records keep it: to the second, without a zone."""
    return when.replace(tzinfo=None, microsecond=0).isoformat()


def allowed(item: AgendaItem) -> int:
    """Return the minutes that a step has, with those given to it or taken from it."""
    return max(0, item.minutes + item.extra_minutes)


def running_item(items: Iterable[AgendaItem]) -> AgendaItem | None:
    """Return the step that runs; of several (two copies joined) the one begun last."""
    found = [item for item in items if state_of(item) is StepState.RUNNING]
    return max(found, key=lambda item: (item.started_at, item.id), default=None)


def is_begun(items: Iterable[AgendaItem]) -> bool:
    """Tell whether anything of a run is kept."""
    return any(item.started_at or item.skipped for item in items)


def steps_of(plan: DayPlan) -> tuple[Slot, ...]:
    """Return the steps that are carried out: those that take time."""
    return tuple(slot for slot in plan.slots if not slot.is_moment)


def last_begun(items: Iterable[AgendaItem], running: AgendaItem | None) -> AgendaItem | None:
    """Return the step that ended last, which one goes back to."""
    ended = [
        item
        for item in items
        if item.started_at and item.ended_at and (running is None or item.id != running.id)
    ]
    return max(ended, key=lambda item: (item.ended_at, item.started_at, item.id), default=None)


def next_step(items: Iterable[AgendaItem], day: int) -> AgendaItem | None:
    """Return the step of ``day`` to start next: the first that waits behind all that were begun."""
    steps = [item for item in in_order(items) if item.day == day and item.minutes > 0]
    begun = [n for n, item in enumerate(steps) if item.started_at]
    rest = steps[begun[-1] + 1 :] if begun else steps
    return next((item for item in rest if state_of(item) is StepState.WAITING), None)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a run stands at one moment. Moments of the day are minutes after its midnight.

    Attributes:
        now: the moment.
        behind: minutes by which the step that runs will end behind its plan; negative when ahead.
        end: when the day will end as things stand.
        planned_end: when it was to end.
        begins: when each step begins as things stand, or began, by id.
        shift: minutes by which the whole plan was moved because the day began at another time.
    """

    now: float
    behind: int
    end: int
    planned_end: int
    shift: int
    begins: Mapping[str, int]

    @property
    def day_behind(self) -> int:
        """Minutes by which the day will end behind its plan; negative when ahead."""
        return self.end - self.planned_end


def reckon(plan: DayPlan, now: datetime) -> Reckoning | None:
    """Return how the run of a day stands at ``now``; None before its first step."""
    begun = [slot for slot in plan.slots if moment(slot.item.started_at) is not None]
    if not begun:
        return None
    first = min(begun, key=lambda slot: slot.item.started_at)
    origin = _midnight(first, now)
    at = _since(origin, now)
    shift = _shift(first, _since(origin, moment(first.item.started_at) or now))
    ahead = _Ahead(at)
    ahead.follow(plan.slots, origin, shift)
    planned = (plan.minutes if plan.end is None else plan.end) + shift
    return Reckoning(at, ahead.behind, _whole(ahead.at), planned, shift, ahead.begins)


def _whole(minutes: float) -> int:
    """Return the nearest whole minute; half a minute counts as one."""
    return floor(minutes + 0.5)


def _midnight(first: Slot, now: datetime) -> datetime:
    start = moment(first.item.started_at) or now
    return start.replace(hour=0, minute=0, second=0, microsecond=0)


def _since(origin: datetime, when: datetime) -> float:
    return (when - origin).total_seconds() / 60


def _planned(slot: Slot, slots: Sequence[Slot]) -> int:
    """Return when a step was to begin; in a day without a start, counted from its first step."""
    if slot.begin is not None:
        return slot.begin
    return sum(one.item.minutes for one in slots[: list(slots).index(slot)])


def _shift(first: Slot, began: float) -> int:
    if first.begin is None:
        return _whole(began)
    late = _whole(began) - first.begin
    return late if abs(late) > REHEARSAL else 0


@dataclass
class _Ahead:
    """Goes through a day from the step that runs to its end.

    Attributes:
        now: the moment.
        at: how far it has come; in the end, when the day will end.
        behind: how far the step that runs will be behind its plan.
        begins: see ``Reckoning``.
    """

    now: float
    at: float = 0.0
    behind: int = 0
    begins: dict[str, int] = field(default_factory=dict)

    def follow(self, slots: Sequence[Slot], origin: datetime, shift: int) -> None:
        """Go through ``slots``, whose plan is moved by ``shift`` minutes."""
        current = running_item(slot.item for slot in slots)
        begun = max((n for n, slot in enumerate(slots) if slot.item.started_at), default=-1)
        self.at, earliest = self.now, 0.0
        for number, slot in enumerate(slots):
            item, planned = slot.item, _planned(slot, slots) + shift
            if slot.gap > 0:
                earliest = max(earliest, float(planned))
            start = moment(item.started_at)
            if current is not None and item.id == current.id and start is not None:
                self._run(item, _since(origin, start), planned)
            elif start is not None:
                self.begins[item.id] = floor(_since(origin, start))
                if current is None and number == begun:
                    self.behind = _whole(self.now - planned - item.minutes)
            elif item.minutes == 0:
                self.begins[item.id] = planned
            elif number > begun:
                self._wait(item, earliest)
            else:
                self.begins[item.id] = planned

    def _run(self, item: AgendaItem, start: float, planned: int) -> None:
        self.begins[item.id] = floor(start)
        self.at = max(self.now, start + allowed(item))
        self.behind = _whole(self.at - planned - item.minutes)

    def _wait(self, item: AgendaItem, earliest: float) -> None:
        begin = max(self.at, earliest)
        self.begins[item.id] = _whole(begin)
        if not item.skipped:
            self.at = begin + allowed(item)
