"""Tests as records: counted honestly, read and told times, decided improvements, one undo each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import (
    Improvement,
    ImprovementState,
    Observation,
    ProjectError,
    PrototypeVersion,
    TaskOutcome,
    TestSession,
    TestTask,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project
from servicedesign.tools import improvements
from servicedesign.tools.testing import actions, observing
from servicedesign.tools.testing.durations import MOST_SECONDS, duration_words, read_duration
from servicedesign.tools.testing.results import TaskResult, results_of
from servicedesign.tools.testing.stopwatch import Stopwatch
from servicedesign.tools.testing.words import counts_words, times_words

JA, EN = translator("ja"), translator("en")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


def first_version(project: Project) -> PrototypeVersion:
    return actions.all_versions(project)[0][1]


@given(st.integers(0, MOST_SECONDS))
def test_a_time_told_is_read_back_the_same(seconds: int):
    assert read_duration(duration_words(seconds, JA)) == seconds
    assert read_duration(duration_words(seconds, EN)) == seconds


@given(st.text(max_size=30))
def test_any_text_is_a_time_within_a_day_or_none(text: str):
    seconds = read_duration(text)
    assert seconds is None or 0 <= seconds <= MOST_SECONDS


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("４分２０秒", 260), ("4:20", 260), ("1:08:00", 4080), ("75", 75), ("-5", None), ("", None)],
)
def test_times_are_read_as_people_write_them(text: str, seconds: int | None):
    assert read_duration(text) == seconds


@given(
    st.lists(st.integers(0, 5000), max_size=15).map(sorted), st.integers(0, 6), st.integers(0, 6)
)
def test_few_people_are_never_turned_into_percentages(times: list[int], alone: int, failed: int):
    task = TaskResult("t", "課題", alone=alone, failed=failed, seconds=tuple(times))
    told = counts_words(task, JA)
    assert ("%" in told) == (task.tried >= 10)
    assert ("中央値" in times_words(task, JA)) == (len(times) >= 3)


@given(st.lists(st.tuples(st.floats(0, 500), st.booleans()), max_size=20))
def test_a_stopwatch_counts_only_while_it_runs(turns: list[tuple[float, bool]]):
    now = [100.0]
    watch = Stopwatch(lambda: now[0])
    watch.set_for("s", "t", 7)
    total = 7
    for wait, runs in turns:
        if runs:
            watch.start()
        now[0] += wait
        total += int(wait) if runs and int(now[0]) >= 0 else 0
        watch.stop()
    assert abs(watch.seconds() - total) <= len(turns)
    assert watch.seconds() >= 7


def test_results_count_each_observation_once(project: Project):
    for _, version in actions.all_versions(project):
        result = results_of(project, version.id)
        counted = sum(task.tried for task in result.tasks)
        sessions = {one.id for one in actions.sessions_of(project, version.id)}
        assert counted == sum(
            one.outcome is not None and one.session_id in sessions
            for one in project.all(Observation)
        )


def test_a_decision_is_one_step_back(project: Project):
    version = first_version(project)
    session = actions.sessions_of(project, version.id)[0]
    one = actions.add_improvement(project, session.id, "色を変える")
    assert one is not None
    assert one in improvements.open_improvements(project, version.id)
    later = improvements.later_versions(project, one)[0]
    improvements.accept_into(project, one.id, later.id)
    assert project.get(Improvement, one.id).version_id == later.id
    project.undo()
    assert project.get(Improvement, one.id) == one
    improvements.accept_into(project, one.id, None)
    waiting = improvements.waiting_improvements(project, version.id)
    assert one.id in {each.id for each in waiting}


def test_an_improvement_goes_into_later_versions_of_its_prototype_only(project: Project):
    version = first_version(project)
    one = improvements.improvements_of(project, version.id)[0]
    with pytest.raises(ProjectError):
        improvements.accept_into(project, one.id, version.id)


def test_declining_needs_a_reason(project: Project):
    one = improvements.improvements_of(project, first_version(project).id)[0]
    with pytest.raises(ProjectError):
        improvements.decline(project, one.id, " \n")
    improvements.decline(project, one.id, "費用が大きい")
    after = project.get(Improvement, one.id)
    assert (after.state, after.version_id) == (ImprovementState.DECLINED, None)


def test_deleting_a_task_takes_what_was_seen_of_it_and_one_undo_brings_all_back(project: Project):
    before = project.dump()
    task = actions.tasks_of(project, first_version(project).id)[0]
    actions.delete_task(project, task.id)
    assert not project.all(Observation, task_id=task.id)
    project.undo()
    assert project.dump() == before


def test_deleting_a_session_lets_the_version_it_changed_stand(project: Project):
    changed = next(one for one in project.all(PrototypeVersion) if one.cause_session_id)
    actions.delete_session(project, changed.cause_session_id or "")
    assert project.get(PrototypeVersion, changed.id).cause_session_id is None


def test_more_tasks_than_a_test_holds_are_refused_and_none_is_added(project: Project):
    version = first_version(project)
    before = actions.tasks_of(project, version.id)
    with pytest.raises(ProjectError):
        actions.add_tasks(project, version.id, ["課題"] * 2000)
    assert actions.tasks_of(project, version.id) == before


def test_a_new_session_has_the_next_number_and_the_place_of_the_one_before(project: Project):
    version = first_version(project)
    last = actions.sessions_of(project, version.id)[-1]
    numbers = [int(one.code[2:]) for one in project.all(TestSession)]
    made = actions.add_session(project, version.id)
    assert made.code == f"T-{max(numbers) + 1:02d}"
    assert made.place == last.place
    assert not actions.is_held(project, made)
    assert actions.progress(project) in (Progress.SOME, Progress.DONE)


def test_seen_words_gather_line_by_line_in_one_observation(project: Project):
    version = first_version(project)
    session = actions.add_session(project, version.id)
    task: TestTask = actions.tasks_of(project, version.id)[0]
    observing.set_outcome(project, session.id, task.id, TaskOutcome.FAILED)
    observing.add_words(project, session.id, task.id, "words", "一つ目")
    observing.add_words(project, session.id, task.id, "words", "二つ目")
    found = project.all(Observation, session_id=session.id)
    assert [one.words for one in found] == ["一つ目\n二つ目"]
    assert actions.is_held(project, session)
