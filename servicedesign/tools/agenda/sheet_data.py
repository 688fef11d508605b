"""What the sheets of the timetable show, as plain data.

Owns the shapes and the collecting. The one for participants holds no names and nothing of the
facilitator's ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.i18n import Translator
from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.breaks import is_break, pause_name
from servicedesign.tools.agenda.timetable import DayPlan, Slot, plan_days

if TYPE_CHECKING:
    from servicedesign.store import Project


@dataclass(frozen=True, slots=True)
class StepData:
    """One step as the facilitator has it; times are minutes after midnight, or None.

    Attributes:
        begin: when it begins.
        end: when it ends.
        gap: minutes between the step before and this one; negative where they overlap.
        minutes: its length; 0 for a moment.
        spare: minutes of it that may be given up.
        title: what is done.
        aim: what for.
        method: how.
        sheet: with which sheet.
        who: in charge.
        things: to have ready.
        pause: whether it is a break.
    """

    begin: int | None
    end: int | None
    gap: int
    minutes: int
    spare: int
    title: str
    aim: str
    method: str
    sheet: str
    who: str
    things: str
    pause: bool


@dataclass(frozen=True, slots=True)
class DayData:
    """One day of the timetable."""

    day: int
    begin: int | None
    end: int | None
    minutes: int
    spare: int
    steps: tuple[StepData, ...]


@dataclass(frozen=True, slots=True)
class AgendaData:
    """The timetable, day by day."""

    days: tuple[DayData, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicStep:
    """One step as every participant may know it; see ``StepData``."""

    begin: int | None
    gap: int
    minutes: int
    title: str
    aim: str
    pause: bool


@dataclass(frozen=True, slots=True)
class PublicDay:
    """One day for participants."""

    day: int
    begin: int | None
    end: int | None
    steps: tuple[PublicStep, ...]


@dataclass(frozen=True, slots=True)
class PublicData:
    """The timetable for participants, day by day."""

    days: tuple[PublicDay, ...] = ()


def gather_agenda(project: Project) -> AgendaData | None:
    """Return the timetable; None when nothing is written in it."""
    days = tuple(_day(plan) for plan in plan_days(project.all(AgendaItem)))
    return AgendaData(days) if days else None


def gather_public(project: Project) -> PublicData | None:
    """Return the timetable for participants; None when nothing is written in it."""
    days = tuple(public_day(plan) for plan in plan_days(project.all(AgendaItem)))
    return PublicData(days) if days else None


def _day(plan: DayPlan) -> DayData:
    steps = tuple(_step(slot) for slot in plan.slots)
    return DayData(plan.day, plan.begin, plan.end, plan.minutes, plan.spare, steps)


def _step(slot: Slot) -> StepData:
    item = slot.item
    return StepData(
        begin=slot.begin,
        end=slot.end,
        gap=slot.gap,
        minutes=item.minutes,
        spare=min(item.spare_minutes, item.minutes),
        title=item.title.strip(),
        aim=item.aim.strip(),
        method=item.method.strip(),
        sheet=item.sheet.strip(),
        who=item.who.strip(),
        things=item.things.strip(),
        pause=is_break(item),
    )


def public_day(plan: DayPlan) -> PublicDay:
    """Return a day as every participant may know it."""
    steps = tuple(
        PublicStep(
            slot.begin,
            slot.gap,
            slot.item.minutes,
            slot.item.title.strip(),
            slot.item.aim.strip(),
            is_break(slot.item),
        )
        for slot in plan.slots
    )
    return PublicDay(plan.day, plan.begin, plan.end, steps)


def with_pauses(day: PublicDay, t: Translator) -> Iterator[PublicStep]:
    """Yield the steps of a day, and a pause where time is left between two of them."""
    for step in day.steps:
        if step.gap > 0 and step.begin is not None:
            begin = step.begin - step.gap
            name = pause_name(begin, step.gap, t)
            yield PublicStep(begin, 0, step.gap, name, "", pause=True)
        yield step
