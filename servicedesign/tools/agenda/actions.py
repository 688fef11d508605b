"""What one can do with the timetable, and the rules of it.

Owns every change to its steps but the running of them (``run_actions``), and how far it has come.
When a step begins is in ``timetable``, what a move does to written starts in ``arranging``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from servicedesign.model import AgendaItem, Message, ProjectError, field_specs, msg
from servicedesign.model.method import Progress
from servicedesign.model.normalise import plain_text
from servicedesign.store import Project
from servicedesign.tools.agenda.arranging import (
    by_day,
    inserted,
    items_of,
    moved,
    renumbered,
    tokens_of,
    without,
)
from servicedesign.tools.agenda.clock_text import read_clock, read_minutes, stored_clock
from servicedesign.tools.agenda.timetable import follows, in_order, plan_day, plan_days

COLUMNS: Final = (
    *("start", "minutes", "spare_minutes", "title", "aim"),
    *("method", "tool", "sheet", "who", "things"),
)
"""What is written of a step, in the order of the table."""

MOST_ITEMS: Final = 500
"""More steps than this no timetable has."""

MOST_DAYS: Final = 99
FIRST_START: Final = "13:00"
"""When a timetable begins of which nobody said when."""

STANDARD_MINUTES: Final = 10

_NUMBERS: Final = ("minutes", "spare_minutes")
_TIMES: Final = ("start", *_NUMBERS)


def column_label(column: str) -> Message:
    """Return the name of a column for people."""
    return Message(field_specs(AgendaItem)[column].label)


def readable(column: str, text: str) -> bool:
    """Tell whether ``text`` can be written into a column: a time or a length must be one."""
    if not text.strip():
        return True
    if column == "start":
        return read_clock(text) is not None
    return column not in _NUMBERS or read_minutes(text) is not None


def written(item: AgendaItem, cells: Mapping[str, str]) -> AgendaItem:
    """Return ``item`` with the texts of ``cells`` (by column); what is no time changes nothing."""
    fields: dict[str, Any] = {}
    for column, text in cells.items():
        if not readable(column, text):
            continue
        if column == "start":
            moment = read_clock(text) if text.strip() else None
            fields[column] = "" if moment is None else stored_clock(moment)
        elif column in _NUMBERS:
            fields[column] = read_minutes(text) or 0
        elif column == "tool":
            fields[column] = plain_text(text, single_line=True).strip()
        else:
            long = field_specs(AgendaItem)[column].long
            fields[column] = plain_text(text, single_line=not long)
    return replace(item, **fields)


def write_cell(project: Project, item_id: str, column: str, text: str) -> None:
    """Write one cell; the keystrokes of one cell merge into one step.

    A start that only says that the step follows the one before is not kept: the step then goes on
    following. What is no time changes nothing.
    """
    item = project.get(AgendaItem, item_id)
    day = _day(project, item.day)
    if column in _TIMES:
        day = items_of(tokens_of(day))
    day = [written(one, {column: text}) if one.id == item_id else one for one in day]
    if column == "start":
        day = _following(day, {item_id})
    label = msg("{field}を書く", field=column_label(column))
    _put(project, day, label, merge=f"agenda_item:{item_id}:{column}")


def fill_cells(project: Project, ids: Collection[str], columns: Sequence[str], text: str) -> None:
    """Write the same ``text`` into every cell of some rows and columns; empty clears them.

    An empty length becomes 0 minutes.
    """
    label = msg("升目をうめる") if text else msg("升目を空にする")
    chosen = set(ids)
    cells = dict.fromkeys(columns, text)
    found = []
    for day in by_day(project.all(AgendaItem)).values():
        made = [written(one, cells) if one.id in chosen else one for one in day]
        found += _following(made, chosen) if "start" in columns else made
    _put(project, found, label)


def add_item(project: Project, cells: Mapping[str, str]) -> AgendaItem:
    """Add a step behind all others, on the last day, and return it.

    What is typed on in the same cell is the same step of the history. The first one of all begins
    at ``FIRST_START`` unless a start is written.

    Raises:
        ProjectError: there are as many as there can be.
    """
    require_room(project, 1)
    items = in_order(project.all(AgendaItem))
    new = AgendaItem(
        day=items[-1].day if items else 1,
        start="" if items else FIRST_START,
        minutes=STANDARD_MINUTES,
        position=items[-1].position + 1.0 if items else 0.0,
    )
    day = [*_day(project, new.day), written(new, cells)]
    only = next(iter(cells), "") if len(cells) == 1 else ""
    merge = f"agenda_item:{new.id}:{only}" if only else None
    _put(project, _following(day, {new.id}), msg("項目を足す"), merge=merge)
    return project.get(AgendaItem, new.id)


def insert_item(project: Project, after: str) -> AgendaItem:
    """Insert an empty step behind the one with the id ``after`` and return it.

    Raises:
        ProjectError: there are as many as there can be.
        KeyError: there is no such step.
    """
    require_room(project, 1)
    before = project.get(AgendaItem, after)
    new = AgendaItem(day=before.day, minutes=STANDARD_MINUTES)
    days = by_day(project.all(AgendaItem))
    days[before.day] = inserted(days[before.day], [new], after)
    _arrange(project, days, msg("項目の行を入れる"))
    return project.get(AgendaItem, new.id)


def add_day(project: Project) -> AgendaItem:
    """Begin one more day with an empty step, at the time of the first one; return the step.

    Raises:
        ProjectError: there are as many steps or days as there can be.
    """
    require_room(project, 1)
    days = by_day(project.all(AgendaItem))
    number = max(days, default=0) + 1
    if number > MOST_DAYS:
        raise ProjectError(
            msg("進行表は{most}日までです。", most=MOST_DAYS),
            msg("今の進行表はそのままです。"),
            msg("続きは別のプロジェクトに書いてください。"),
        )
    first = next(iter(days.values()))[0].start if days else FIRST_START
    new = AgendaItem(day=number, start=first, minutes=STANDARD_MINUTES)
    days[number] = [new]
    _arrange(project, days, msg("日を足す"))
    return project.get(AgendaItem, new.id)


def delete_items(project: Project, ids: Collection[str]) -> None:
    """Delete steps; what follows moves up, and starts stay with their place."""
    chosen = set(ids)
    days = {day: without(items, chosen) for day, items in by_day(project.all(AgendaItem)).items()}
    _arrange(project, days, msg("項目を消す"))


def move_items(
    project: Project, ids: Collection[str], day: int, before: str = "", *, ahead: bool = False
) -> None:
    """Move steps, in their order, before another one of ``day``, or to the end of that day.

    Args:
        project: the open project.
        ids: what is moved, of whichever day.
        day: where it goes.
        before: the step it goes before, or empty for the end of the day.
        ahead: whether it goes ahead of the start that is written before that step.
    """
    chosen = set(ids)
    days = by_day(project.all(AgendaItem))
    taken = [replace(one, day=day) for items in days.values() for one in items if one.id in chosen]
    for number in [one for one in days if one != day]:
        days[number] = without(days[number], chosen)
    own = items_of(tokens_of(days.get(day, [])))
    there = {one.id for one in own}
    strangers = [replace(one, start="") for one in taken if one.id not in there]
    days[day] = moved([*own, *strangers], chosen, before, ahead=ahead)
    _arrange(project, days, msg("項目の順を変える"))


def require_room(project: Project, more: int) -> None:
    """Refuse more steps than a timetable can have.

    Raises:
        ProjectError: ``more`` would be too many.
    """
    if len(project.all(AgendaItem)) + more > MOST_ITEMS:
        raise ProjectError(
            msg("進行表の項目は{most}件までです。", most=MOST_ITEMS),
            msg("今の進行表はそのままです。"),
            msg("使わない行を消すか、別のプロジェクトに分けてください。"),
        )


def progress(project: Project) -> Progress:
    """Return how far the timetable is: done when every step has words and a time of its own."""
    days = plan_days(project.all(AgendaItem))
    slots = [slot for plan in days for slot in plan.slots]
    if not slots:
        return Progress.NONE
    done = all(
        slot.item.title.strip() and slot.begin is not None and slot.gap >= 0 for slot in slots
    )
    return Progress.DONE if done else Progress.SOME


# Inside -----------------------------------------------------------------------------------------


def _day(project: Project, day: int) -> list[AgendaItem]:
    return by_day(project.all(AgendaItem)).get(day, [])


def _following(day: Sequence[AgendaItem], ids: Collection[str]) -> list[AgendaItem]:
    """Return a day in which the steps ``ids`` keep no start that says no more than they follow."""
    found: list[AgendaItem] = []
    for item in day:
        idle = bool(found) and item.id in ids and item.minutes > 0 and bool(item.start)
        if idle and follows(item, plan_day(found)[-1].end):
            found.append(replace(item, start=""))
        else:
            found.append(item)
    return found


def _put(
    project: Project, items: Sequence[AgendaItem], label: Message, merge: str | None = None
) -> None:
    """Write those of ``items`` that changed, as one step."""
    changed = [one for one in items if project.find(AgendaItem, one.id) != one]
    if not changed:
        return
    with project.edit(label, merge=merge):
        for item in changed:
            project.put(item)


def _arrange(project: Project, days: Mapping[int, Sequence[AgendaItem]], label: Message) -> None:
    """Write another order of steps, and delete those that are in no day any more."""
    before = project.all(AgendaItem)
    changed = renumbered(before, [days[day] for day in sorted(days)])
    kept = {item.id for items in days.values() for item in items}
    gone = [item for item in before if item.id not in kept]
    if not changed and not gone:
        return
    with project.edit(label):
        for item in changed:
            project.put(item)
        for item in gone:
            project.delete(item)
