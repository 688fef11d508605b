"""Carrying an agenda out: no minute is lost, whatever is pressed and whatever the clock says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesign.model import AgendaItem, msg
from servicedesign.store import Project, create_project
from servicedesign.tools.agenda import run_actions
from servicedesign.tools.agenda.running import (
    StepState,
    allowed,
    moment,
    next_step,
    reckon,
    running_item,
    state_of,
)
from servicedesign.tools.agenda.timetable import in_order, plan_days

START = datetime.fromisoformat("2026-11-05T13:00")
MINUTES = (10, 15, 20, 5, 30)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_project(tmp_path / "進行.sdproj")
    with made.edit(msg("作る")):
        for place, minutes in enumerate(MINUTES):
            made.put(
                AgendaItem(
                    start="" if place else "13:00",
                    minutes=minutes,
                    title=f"項目{place + 1}",
                    position=float(place),
                )
            )
        made.put(AgendaItem(start="14:20", minutes=0, title="終わり", position=9.0))
    yield made
    made.close(discard=True)


def items(project: Project) -> list[AgendaItem]:
    return in_order(project.all(AgendaItem))


def states(project: Project) -> str:
    signs = {"waiting": "○", "running": "◐", "done": "●", "skipped": "–"}
    return "".join(signs[state_of(item)] for item in items(project)[:-1])


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def standing(project: Project, now: datetime):
    (plan,) = plan_days(project.all(AgendaItem))
    return reckon(plan, now)


# Steps ----------------------------------------------------------------------------------------


def test_one_step_follows_the_other_to_the_end(project):
    assert run_actions.go_on(project, 1, at(0)).title == "項目1"
    assert states(project) == "◐○○○○"
    assert run_actions.go_on(project, 1, at(12)).title == "項目2"
    assert states(project) == "●◐○○○"
    for minute in (25, 40, 45):
        run_actions.go_on(project, 1, at(minute))
    assert states(project) == "●●●●◐"
    assert run_actions.go_on(project, 1, at(80)) is None
    assert states(project) == "●●●●●"
    assert run_actions.go_on(project, 1, at(81)) is None
    first = items(project)[0]
    assert (first.started_at, first.ended_at) == ("2026-11-05T13:00:00", "2026-11-05T13:12:00")


def test_each_press_is_one_step_of_the_history(project):
    run_actions.go_on(project, 1, at(0))
    run_actions.go_on(project, 1, at(12))
    assert str(project.undo_label) == "「項目2」を始める"
    project.undo()
    assert states(project) == "◐○○○○"
    project.redo()
    assert states(project) == "●◐○○○"


def test_going_back_gives_the_time_since_to_the_step_before(project):
    run_actions.go_on(project, 1, at(0))
    run_actions.go_on(project, 1, at(9))
    assert run_actions.step_back(project).title == "項目1"
    assert states(project) == "◐○○○○"
    run_actions.go_on(project, 1, at(11))
    first, second = items(project)[:2]
    assert moment(first.ended_at) == moment(second.started_at) == at(11)
    assert run_actions.step_back(project).id == first.id
    assert run_actions.step_back(project) is None


def test_skipping_goes_to_the_next_and_what_is_skipped_beforehand_is_passed_over(project):
    third = items(project)[2]
    run_actions.go_on(project, 1, at(0))
    run_actions.set_skipped(project, third.id, skipped=True)
    assert run_actions.skip_running(project, at(4)).title == "項目2"
    assert states(project) == "–◐–○○"
    assert run_actions.go_on(project, 1, at(10)).title == "項目4"
    run_actions.set_skipped(project, third.id, skipped=False)
    assert states(project) == "–●○◐○"
    assert run_actions.step_back(project).title == "項目2"


def test_a_later_step_may_be_started_and_the_run_goes_on_behind_it(project):
    run_actions.go_on(project, 1, at(0))
    run_actions.start_step(project, items(project)[3].id, at(5))
    assert states(project) == "●○○◐○"
    assert next_step(project.all(AgendaItem), 1).title == "項目5"


def test_minutes_are_given_and_taken_but_never_below_none(project):
    run_actions.go_on(project, 1, at(0))
    for minutes, expected in ((1, 1), (5, 6), (-1, 5), (-60, -10), (-1, -10)):
        run_actions.give_minutes(project, minutes)
        assert running_item(project.all(AgendaItem)).extra_minutes == expected
    project.undo()
    assert running_item(project.all(AgendaItem)).extra_minutes == 0


def test_a_steady_clock_puts_a_beginning_right_that_the_wall_clock_got_wrong(project):
    run_actions.go_on(project, 1, at(0))
    # The clock went back by half an hour, ten minutes have really gone by.
    run_actions.go_on(project, 1, at(-20), elapsed=600.0)
    first, second = items(project)[:2]
    assert moment(first.ended_at) - moment(first.started_at) == timedelta(minutes=10)
    assert moment(second.started_at) == at(-20)


def test_a_clock_that_went_back_never_makes_a_step_shorter_than_nothing(project):
    run_actions.go_on(project, 1, at(0))
    run_actions.go_on(project, 1, at(-20))
    first = items(project)[0]
    assert first.ended_at == first.started_at


def test_a_step_left_running_ends_as_planned_or_begins_anew(project):
    run_actions.go_on(project, 1, at(0))
    run_actions.give_minutes(project, 5)
    run_actions.end_as_planned(project)
    assert moment(items(project)[0].ended_at) == at(15)
    run_actions.go_on(project, 1, at(20))
    run_actions.start_again(project, at(60 * 30))
    assert moment(items(project)[1].started_at) == at(60 * 30)


def test_forgetting_leaves_the_plan_and_nothing_of_the_run(project):
    before = items(project)
    run_actions.go_on(project, 1, at(0))
    run_actions.give_minutes(project, 5)
    run_actions.skip_running(project, at(3))
    run_actions.forget_run(project, 1)
    assert items(project) == before
    project.undo()
    assert states(project) == "–◐○○○"


def test_of_two_steps_that_run_in_joined_copies_the_later_one_counts_and_both_end(project):
    first, second, *_ = items(project)
    run_actions.start_step(project, first.id, at(0))
    with project.edit(msg("合わせる")):
        project.put(
            AgendaItem(
                id=second.id,
                minutes=15,
                title="項目2",
                started_at="2026-11-05T13:05:00",
                position=second.position,
            )
        )
    assert running_item(project.all(AgendaItem)).id == second.id
    run_actions.go_on(project, 1, at(20))
    assert states(project) == "●●◐○○"


# Standing -------------------------------------------------------------------------------------


def test_before_the_first_step_nothing_is_reckoned(project):
    assert standing(project, at(0)) is None


def test_late_is_told_against_the_plan_and_minutes_given_count(project):
    run_actions.go_on(project, 1, at(4))
    assert (standing(project, at(5)).behind, standing(project, at(5)).end) == (4, 864)
    run_actions.give_minutes(project, 5)
    assert standing(project, at(5)).behind == 9
    # Past its end it falls behind by the minute.
    assert standing(project, at(25)).behind == 15
    run_actions.go_on(project, 1, at(7))
    assert standing(project, at(7)).behind == -3
    assert standing(project, at(7)).day_behind == -3


def test_a_gap_takes_up_what_is_late(project):
    third = items(project)[2]
    with project.edit(msg("昼")):
        project.put(AgendaItem(
            id=third.id, start="13:40", minutes=20, title="午後", position=third.position,
        ))  # fmt: skip
    run_actions.go_on(project, 1, at(0))
    run_actions.give_minutes(project, 10)
    told = standing(project, at(1))
    assert told.behind == 10
    assert told.day_behind == 0
    run_actions.give_minutes(project, 10)
    assert standing(project, at(1)).day_behind == 5


def test_what_is_skipped_is_won_back(project):
    run_actions.go_on(project, 1, at(8))
    run_actions.set_skipped(project, items(project)[2].id, skipped=True)
    assert standing(project, at(8)).day_behind == 8 - 20


def test_a_rehearsal_in_the_evening_is_measured_from_where_it_began(project):
    run_actions.go_on(project, 1, at(6 * 60))
    told = standing(project, at(6 * 60 + 1))
    assert (told.shift, told.behind, told.day_behind) == (360, 0, 0)


def test_midnight_is_passed_like_any_hour(project):
    first = items(project)[0]
    with project.edit(msg("夜")):
        project.put(AgendaItem(
            id=first.id, start="23:50", minutes=10, title="夜", position=first.position,
        ))  # fmt: skip
        project.delete(items(project)[-1])
    run_actions.go_on(project, 1, START.replace(hour=23, minute=52))
    run_actions.go_on(project, 1, START + timedelta(days=1, hours=-12, minutes=-57))
    told = standing(project, START + timedelta(days=1, hours=-12, minutes=-56))
    assert (told.behind, told.day_behind) == (3, 3)


# Never a minute lost --------------------------------------------------------------------------

PRESSES = st.lists(
    st.tuples(
        st.sampled_from(["next", "next", "next", "skip", "back", "plus", "minus", "later", "end"]),
        st.integers(0, 40),
    ),
    max_size=14,
)


def press(project: Project, name: str, now: datetime) -> None:
    waiting = [one for one in items(project)[:-1] if state_of(one) is StepState.WAITING]
    if name == "next":
        run_actions.go_on(project, 1, now)
    elif name == "skip":
        run_actions.skip_running(project, now)
    elif name == "back":
        run_actions.step_back(project)
    elif name == "plus":
        run_actions.give_minutes(project, 5)
    elif name == "minus":
        run_actions.give_minutes(project, -1)
    elif name == "end":
        run_actions.end_step(project, now)
    elif waiting:
        run_actions.set_skipped(project, waiting[-1].id, skipped=True)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PRESSES)
def test_whatever_is_pressed_every_minute_belongs_to_one_step(tmp_path_factory, presses):
    folder = tmp_path_factory.mktemp("run")
    with create_project(folder / "a.sdproj") as project:
        with project.edit(msg("作る")):
            for place, minutes in enumerate(MINUTES):
                project.put(AgendaItem(
                    start="" if place else "13:00", minutes=minutes, position=float(place),
                ))  # fmt: skip
            project.put(AgendaItem(minutes=0, position=9.0))
        now, stopped = START, False
        for name, wait in presses:
            now += timedelta(minutes=wait)
            press(project, name, now)
            begun = any(item.started_at for item in items(project))
            stopped = stopped or (begun and running_item(project.all(AgendaItem)) is None)
            check(project, now, stopped=stopped)


def check(project: Project, now: datetime, *, stopped: bool) -> None:
    found = items(project)
    running = [item for item in found if state_of(item) is StepState.RUNNING]
    assert len(running) <= 1
    spans = sorted(
        (moment(item.started_at), moment(item.ended_at) if item.ended_at else now)
        for item in found
        if item.started_at
    )
    assert all(begin <= end <= now for begin, end in spans)
    for before, after in pairwise(spans):
        assert before[1] <= after[0], "no minute belongs to two steps"
        assert stopped or before[1] == after[0], "no minute belongs to none"
    assert stopped or not spans or spans[-1][1] == now
    told = standing(project, now)
    if told is not None and running:
        item = running[0]
        (plan,) = plan_days(found)
        slot = next(one for one in plan.slots if one.item.id == item.id)
        start = (moment(item.started_at) - START).total_seconds() / 60 + 780
        ends = max((now - START).total_seconds() / 60 + 780, start + allowed(item))
        # planned end + minutes behind = when it will end
        assert slot.end + told.shift + told.behind == ends
        rest = sum(
            allowed(one.item)
            for one in plan.slots[plan.slots.index(slot) + 1 :]
            if state_of(one.item) is StepState.WAITING
        )
        assert told.end == ends + rest
