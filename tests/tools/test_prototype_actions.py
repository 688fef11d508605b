"""Prototypes as records: begun, made anew from what tests showed, verified, deleted, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesign.exchange.examples import build_example
from servicedesign.model import (
    DeepDive,
    Frame,
    Improvement,
    ImprovementState,
    Note,
    Outcome,
    ProjectError,
    Prototype,
    PrototypeForm,
    PrototypeVersion,
    Side,
    Sketch,
    TestSession,
    TestTask,
    VerificationQuestion,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project, create_project
from servicedesign.tools.prototype import actions, differing, making, verifying
from servicedesign.tools.testing import actions as testing


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "空.sdproj") as made:
        yield made


def test_a_deep_dive_becomes_a_prototype_in_one_step_with_what_it_knows(example):
    dive = next(one for one in example.all(DeepDive) if example.all(Frame, deep_dive_id=one.id))
    version = making.add_prototype(example, dive, date="2026-11-20")
    made = example.get(Prototype, version.prototype_id)
    assert made.name == dive.title
    assert made.code == f"P-{len(example.all(Prototype))}"
    assert (made.deep_dive_id, made.note_id) == (dive.id, dive.note_id)
    assert version.hypothesis == dive.value
    assert version.partner == dive.partners
    old, new = example.all(Frame, deep_dive_id=dive.id), example.all(Frame, version_id=version.id)
    assert [one.caption for one in old] == [one.caption for one in new]
    assert not {one.sketch_id for one in old if one.sketch_id} & {one.sketch_id for one in new}
    example.undo()
    assert example.find(Prototype, made.id) is None
    assert not example.all(Frame, version_id=version.id)


def test_what_has_a_prototype_is_not_offered_again(example):
    assert making.origins(example) == ()
    for made in example.all(Prototype):
        actions.delete_prototype(example, made.id)
    left = making.origins(example)
    assert left
    assert not {one.id for one in left} & making._taken(example)
    making.add_prototype(example, left[0])
    assert left[0].id not in {one.id for one in making.origins(example)}


def test_an_idea_and_nothing_begin_prototypes_too(example):
    note = example.all(Note)[0]
    first = making.add_prototype(example, note)
    assert example.get(Prototype, first.prototype_id).note_id == note.id
    blank = making.add_prototype(example)
    assert example.get(Prototype, blank.prototype_id).name == ""
    assert blank.number == 1


def tried(project: Project) -> tuple[PrototypeVersion, TestSession, list[Improvement]]:
    version = making.add_prototype(project)
    testing.add_tasks(project, version.id, ["予約する", "書類を出す"])
    actions.write_field(project, version.id, "hypothesis", "1時間で終わる")
    for number in range(2):
        with project.edit(msg("コマを足す")):
            sketch = Sketch(width=400.0, height=240.0)
            project.put(sketch)
            project.put(
                Frame(
                    version_id=version.id,
                    caption=f"場面{number}",
                    sketch_id=sketch.id,
                    position=float(number),
                )
            )
    session = testing.add_session(project, version.id)
    found = [testing.add_improvement(project, session.id, text) for text in ("知らせを早く", "席")]
    return version, session, [one for one in found if one is not None]


def test_the_next_version_copies_the_last_and_says_what_made_it_change(project):
    first, session, improvements = tried(project)
    verifying.set_count(project, first.id, Side.USER, 4)
    verifying.write_reason(project, first.id, "試行だけ")
    verifying.set_ready(project, first.id, ready=True)
    chosen = [improvements[0].id]
    second = making.add_version(project, first.prototype_id, improvement_ids=chosen)
    assert second.number == 2
    assert second.hypothesis == "1時間で終わる"
    assert second.changes == "知らせを早く"
    assert second.cause_session_id == session.id
    assert (second.ready, second.ready_reason, second.user_count) == (False, "", None)
    assert [one.title for one in project.all(TestTask, version_id=second.id)] == [
        "予約する",
        "書類を出す",
    ]
    frames = project.all(Frame, version_id=second.id)
    assert [one.caption for one in frames] == ["場面0", "場面1"]
    olds = {one.sketch_id for one in project.all(Frame, version_id=first.id)}
    assert not olds & {one.sketch_id for one in frames}
    taken = project.get(Improvement, chosen[0])
    assert (taken.state, taken.version_id) == (ImprovementState.ACCEPTED, second.id)
    assert project.get(Improvement, improvements[1].id).state is ImprovementState.OPEN
    project.undo()
    assert project.get(Improvement, chosen[0]).state is ImprovementState.OPEN
    assert [one.id for one in actions.versions_of(project, first.prototype_id)] == [first.id]


def test_only_a_test_of_an_earlier_version_can_have_made_one_change(project):
    first, session, _ = tried(project)
    with pytest.raises(ProjectError):
        actions.set_cause(project, first.id, session.id)
    second = making.add_version(project, first.prototype_id)
    assert second.cause_session_id is None
    actions.set_cause(project, second.id, session.id)
    assert project.get(PrototypeVersion, second.id).cause_session_id == session.id


def test_deleting_tells_what_goes_and_one_undo_brings_it_back(project):
    first, _, improvements = tried(project)
    making.add_version(project, first.prototype_id, improvement_ids=[improvements[0].id])
    prototype = project.get(Prototype, first.prototype_id)
    hanging = actions.hanging_on(project, prototype)
    assert (hanging.versions, hanging.frames, hanging.tasks) == (2, 4, 4)
    assert (hanging.sessions, hanging.improvements) == (1, 2)
    before = project.dump()
    actions.delete_prototype(project, prototype.id)
    assert not project.all(Frame)
    assert not project.all(Sketch)
    assert not project.all(TestSession)
    project.undo()
    assert project.dump() == before


def test_a_version_goes_but_never_the_only_one(project):
    first, session, _ = tried(project)
    with pytest.raises(ProjectError):
        actions.delete_version(project, first.id)
    second = making.add_version(project, first.prototype_id, cause_session_id=session.id)
    actions.delete_version(project, first.id)
    left = project.get(PrototypeVersion, second.id)
    assert left.number == 2
    assert left.cause_session_id is None
    assert making.add_version(project, first.prototype_id).number == 3


def test_forms_stand_in_one_order(project):
    version = making.add_prototype(project)
    for form in (PrototypeForm.SCREEN, PrototypeForm.PAPER):
        actions.set_form(project, version.id, form, used=True)
    actions.set_form(project, version.id, PrototypeForm.DRAWING, used=False)
    shown = project.get(PrototypeVersion, version.id).forms
    assert shown == (PrototypeForm.PAPER, PrototypeForm.SCREEN)


@pytest.mark.parametrize("count", [-1, 10_000])
def test_an_absurd_number_of_people_is_refused(project, count):
    version = making.add_prototype(project)
    with pytest.raises(ProjectError):
        verifying.set_count(project, version.id, Side.USER, count)


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("answer"),
            st.sampled_from(list(VerificationQuestion)),
            st.sampled_from(list(Side)),
            st.sampled_from([*[Outcome.DONE] * 6, Outcome.PARTLY, Outcome.FAILED, Outcome.UNSET]),
        ),
        st.tuples(st.just("reason"), st.sampled_from(["", "  ", "代休を決める"])),
        st.tuples(st.just("ready"), st.booleans()),
        st.tuples(st.just("all"), st.just(Outcome.DONE)),
        st.tuples(st.just("undo")),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_is_done_a_ready_version_is_agreed_on_or_has_a_reason(project, steps):
    version = making.add_prototype(project)
    for step in steps:
        try:
            take(project, version.id, step)
        except ProjectError:
            assert not verifying.may_be_ready(project.get(PrototypeVersion, version.id))
        now = project.find(PrototypeVersion, version.id)
        if now is None:
            return
        yes = all(
            verifying.answer_of(now, question, side).outcome is Outcome.DONE
            for question in VerificationQuestion
            for side in Side
        )
        assert verifying.agreed(now) == yes
        assert not now.ready or yes or now.ready_reason.strip()


def take(project: Project, version_id: str, step: tuple) -> None:
    match step:
        case ("answer", question, side, outcome):
            verifying.set_answer(project, version_id, question, side, outcome)
        case ("reason", text):
            verifying.write_reason(project, version_id, text)
        case ("ready", ready):
            verifying.set_ready(project, version_id, ready=ready)
        case ("all", outcome):
            for side in Side:
                for question in VerificationQuestion:
                    verifying.set_answer(project, version_id, question, side, outcome)
        case _:
            project.undo()


def test_what_differs_between_versions_is_found(project):
    first, _, _ = tried(project)
    second = making.add_version(project, first.prototype_id)
    kept = project.get(PrototypeVersion, first.id)
    assert not differing.differing_fields(kept, second)
    assert not any(pair[2] for pair in differing.frame_pairs(project, first.id, second.id))
    actions.write_field(project, second.id, "cost", "4万5千円")
    verifying.set_answer(
        project, second.id, VerificationQuestion.COST, Side.PROVIDER, Outcome.PARTLY
    )
    now = project.get(PrototypeVersion, second.id)
    assert differing.differing_fields(kept, now) == {"cost"}
    found = differing.differing_answers(kept, now)
    assert found == {(VerificationQuestion.COST, Side.PROVIDER)}


def test_it_is_done_when_every_latest_version_is_ready(project):
    assert actions.progress(project) is Progress.NONE
    version = making.add_prototype(project)
    assert actions.progress(project) is Progress.SOME
    verifying.write_reason(project, version.id, "条件つき")
    verifying.set_ready(project, version.id, ready=True)
    assert actions.progress(project) is Progress.DONE
