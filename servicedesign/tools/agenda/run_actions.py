"""Carrying a timetable out: starting, ending, skipping a step, going back, giving minutes.

Owns what is written of a run: ``started_at``, ``ended_at``, ``extra_minutes``, ``skipped``. One
step runs at a time, and it ends in the second in which the next begins: no minute is lost.
Must not ask a clock: the moment is passed in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from servicedesign.model import AgendaItem, Message, msg
from servicedesign.store import Project
from servicedesign.tools.agenda.running import (
    allowed,
    last_begun,
    moment,
    moment_text,
    next_step,
    running_item,
)

LEAST_EXTRA, MOST_EXTRA = -1440, 1440


def start_step(
    project: Project, item_id: str, now: datetime, elapsed: float | None = None
) -> AgendaItem:
    """Start a step, ending the one that runs, and return it.

    Args:
        project: the open project.
        item_id: the step to start.
        now: the moment, in local time.
        elapsed: seconds that the one that runs has lasted by a clock that nobody sets, when that
            is known; its beginning is put right by it.

    Raises:
        KeyError: there is no such step.
    """
    item = project.get(AgendaItem, item_id)
    made = replace(item, started_at=moment_text(now), ended_at="", skipped=False, extra_minutes=0)
    with project.edit(msg("「{title}」を始める", title=item.title[:40])):
        _end_running(project, now, elapsed)
        project.put(made)
    return made


def go_on(
    project: Project, day: int, now: datetime, elapsed: float | None = None
) -> AgendaItem | None:
    """End the step that runs and start the next of its day; return it, or None after the last.

    Args:
        project: the open project.
        day: the day whose first step is started when none runs.
        now: the moment, in local time.
        elapsed: see ``start_step``.
    """
    running = running_item(project.all(AgendaItem))
    following = next_step(project.all(AgendaItem), running.day if running else day)
    if following is not None:
        return start_step(project, following.id, now, elapsed)
    end_step(project, now, elapsed)
    return None


def end_step(project: Project, now: datetime, elapsed: float | None = None) -> None:
    """End the step that runs, without starting another one."""
    running = running_item(project.all(AgendaItem))
    if running is None:
        return
    with project.edit(msg("「{title}」を終える", title=running.title[:40])):
        _end_running(project, now, elapsed)


def skip_running(
    project: Project, now: datetime, elapsed: float | None = None
) -> AgendaItem | None:
    """Skip the step that runs and start the next one; return that, or None after the last."""
    running = running_item(project.all(AgendaItem))
    if running is None:
        return None
    following = next_step(project.all(AgendaItem), running.day)
    with project.edit(msg("「{title}」を飛ばす", title=running.title[:40])):
        _end_running(project, now, elapsed)
        project.put(replace(project.get(AgendaItem, running.id), skipped=True))
        if following is not None:
            following = replace(following, started_at=moment_text(now), ended_at="")
            project.put(following)
    return following


def set_skipped(project: Project, item_id: str, *, skipped: bool) -> None:
    """Say that a step that waits will be skipped, or will not."""
    item = project.get(AgendaItem, item_id)
    if item.started_at or item.skipped is skipped:
        return
    title = item.title[:40]
    label = msg("「{title}」を飛ばす", title=title) if skipped else _kept(title)
    with project.edit(label):
        project.put(replace(item, skipped=skipped))


def _kept(title: str) -> Message:
    return msg("「{title}」を飛ばさない", title=title)


def step_back(project: Project) -> AgendaItem | None:
    """Let the step that ended last run on as if it had never ended; return it.

    The time since then is its own: what ran after it counts as not begun.
    """
    items = project.all(AgendaItem)
    running = running_item(items)
    before = last_begun(items, running)
    if before is None:
        return None
    made = replace(before, ended_at="", skipped=False)
    with project.edit(msg("「{title}」にもどる", title=before.title[:40])):
        if running is not None:
            project.put(replace(running, started_at="", extra_minutes=0))
        project.put(made)
    return made


def give_minutes(project: Project, minutes: int) -> None:
    """Give the step that runs more minutes, or take some; it never has less than none.

    Presses in a row merge into one step of the history.
    """
    running = running_item(project.all(AgendaItem))
    if running is None:
        return
    least = max(LEAST_EXTRA, -running.minutes)
    extra = min(max(running.extra_minutes + minutes, least), MOST_EXTRA)
    if extra == running.extra_minutes:
        return
    label = msg("時間を足す") if minutes > 0 else msg("時間をへらす")
    with project.edit(label, merge=f"agenda_item:{running.id}:extra"):
        project.put(replace(running, extra_minutes=extra))


def start_again(project: Project, now: datetime) -> AgendaItem | None:
    """Let a step that was left running begin now; return it."""
    running = running_item(project.all(AgendaItem))
    if running is None:
        return None
    made = replace(running, started_at=moment_text(now), extra_minutes=0)
    with project.edit(msg("「{title}」を始める", title=running.title[:40])):
        project.put(made)
    return made


def end_as_planned(project: Project) -> None:
    """End a step that was left running when it should have ended."""
    running = running_item(project.all(AgendaItem))
    start = moment(running.started_at) if running is not None else None
    if running is None or start is None:
        return
    end_step(project, start + timedelta(minutes=allowed(running)))


def forget_run(project: Project, day: int) -> None:
    """Forget everything that was kept of the run of a day: it is as if it had never begun."""
    begun = [
        item
        for item in project.all(AgendaItem, day=day)
        if item.started_at or item.ended_at or item.skipped or item.extra_minutes
    ]
    if not begun:
        return
    with project.edit(msg("進行の記録を消す")):
        for item in begun:
            project.put(replace(item, started_at="", ended_at="", skipped=False, extra_minutes=0))


def _end_running(project: Project, now: datetime, elapsed: float | None) -> None:
    """End every step that runs; with ``elapsed`` the last one's beginning is put right."""
    last = running_item(project.all(AgendaItem))
    for item in project.all(AgendaItem):
        if not item.started_at or item.ended_at or item.skipped:
            continue
        start = moment(item.started_at)
        if item == last and elapsed is not None:
            start = now - timedelta(seconds=elapsed)
            if abs((start - (moment(item.started_at) or start)).total_seconds()) <= 2:
                start = moment(item.started_at)
        started = moment_text(start) if start is not None else item.started_at
        ended = moment_text(max(now, start) if start is not None else now)
        project.put(replace(item, started_at=started, ended_at=ended))
