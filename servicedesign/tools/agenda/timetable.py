"""When each step begins and ends: it follows the one before, unless a start is written on it.

Owns the rule of the timetable. The first start of a day is written; every further step begins where
the one before ends. A start that is written on a later step is kept: what lies between is a gap
(lunch) or an overlap, and both are shown. Knows records and no project.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.clock_text import DAY, read_clock

_BACK: Final = 6 * 60
"""A start that is written further before the end of the step ahead is meant for the next day."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A step with its place in the day, in minutes after the midnight that began the day.

    Attributes:
        item: the record.
        begin: when it begins; None while the day has no start.
        end: when it ends.
        gap: minutes between the end of the step before and its beginning; negative where they
            overlap, 0 where it follows.
    """

    item: AgendaItem
    begin: int | None
    end: int | None
    gap: int = 0

    @property
    def is_moment(self) -> bool:
        """Whether it takes no time: a point such as the end that was agreed on."""
        return self.item.minutes == 0


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day of the timetable.

    Attributes:
        day: its number, from 1.
        slots: its steps in order.
    """

    day: int
    slots: tuple[Slot, ...]

    @property
    def begin(self) -> int | None:
        """When the day begins."""
        return self.slots[0].begin if self.slots else None

    @property
    def end(self) -> int | None:
        """When the last of its steps ends."""
        ends = [slot.end for slot in self.slots if slot.end is not None]
        return max(ends, default=None)

    @property
    def minutes(self) -> int:
        """Minutes of all steps."""
        return sum(slot.item.minutes for slot in self.slots)

    @property
    def spare(self) -> int:
        """Minutes that may be given up when one is late: they are part of ``minutes``."""
        return sum(min(slot.item.spare_minutes, slot.item.minutes) for slot in self.slots)


def in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Return ``items`` by day and place."""
    return sorted(items, key=lambda item: (item.day, item.position, item.id))


def plan_days(items: Iterable[AgendaItem]) -> tuple[DayPlan, ...]:
    """Return the days with the times of their steps."""
    days = groupby(in_order(items), key=lambda item: item.day)
    return tuple(DayPlan(day, plan_day(list(steps))) for day, steps in days)


def plan_day(items: Sequence[AgendaItem]) -> tuple[Slot, ...]:
    """Return the steps of one day, in the order given, with their times."""
    slots: list[Slot] = []
    now: int | None = None
    for item in items:
        begin, gap = begin_of(item, now)
        now = None if begin is None else begin + item.minutes
        slots.append(Slot(item, begin, now, gap))
    return tuple(slots)


def begin_of(item: AgendaItem, before: int | None) -> tuple[int | None, int]:
    """Return when ``item`` begins, and the gap ahead of it, after a step that ends at ``before``.

    A written start is read for the day on which it makes sense: 0:10 after 23:50 is the next day's.
    """
    written = read_clock(item.start) if item.start else None
    if written is None:
        return before, 0
    if before is None:
        return written, 0
    begin = written + (before - written) // DAY * DAY
    while begin < before - _BACK:
        begin += DAY
    return begin, begin - before


def follows(item: AgendaItem, before: int | None) -> bool:
    """Tell whether ``item`` begins where the step before ends, written on it or not."""
    return not item.start or (before is not None and begin_of(item, before)[1] == 0)


def without_idle_starts(items: Sequence[AgendaItem]) -> list[str]:
    """Return the starts to keep of one day in which every step has one, as older files do.

    Those that say no more than that a step follows are left out; other days are left as they are.
    """
    starts = [item.start for item in items]
    if len(items) < 2 or not all(starts):
        return starts
    later = plan_day(items)[1:]
    return [starts[0], *(slot.item.start if slot.gap else "" for slot in later)]
