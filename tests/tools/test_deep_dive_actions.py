"""Deep-dives as records: begun from the choice, shared out, written, kept, taken away, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import (
    Board,
    Cluster,
    DeepDive,
    Frame,
    Group,
    HowMightWe,
    Note,
    ProjectError,
    Prototype,
    Selection,
    Sketch,
    Tally,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project, create_project
from servicedesign.tools import chain_steps, deepening
from servicedesign.tools.deep_dive import actions, knowledge
from servicedesign.tools.letting_go import let_go, what_goes

JA = translator("ja")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "試し.sdproj") as made:
        yield made


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "例.sdproj", "ja") as made:
        yield made


def ideas(project: Project, count: int) -> list[Note]:
    board = Board(title="板")
    notes = [
        Note(board_id=board.id, number=n, title=f"案{n}", position=float(n))
        for n in range(1, count + 1)
    ]
    with project.edit(msg("用意")):
        for record in (board, *notes):
            project.put(record)
    return notes


def groups(project: Project, *names: str) -> list[Group]:
    made = [Group(name=name, position=float(n)) for n, name in enumerate(names)]
    with project.edit(msg("班")):
        for group in made:
            project.put(group)
    return made


def closed_vote(project: Project, kept: list[str], **more: object) -> VoteRound:
    board = project.all(Board)[0]
    round_ = VoteRound(
        board_id=board.id,
        status=VoteStatus.CLOSED,
        selections=tuple(Selection(target_id=one) for one in kept),
        position=float(len(project.all(VoteRound))),
        **more,  # type: ignore[arg-type]
    )
    with project.edit(msg("投票")):
        project.put(round_)
    return round_


# --- beginning ------------------------------------------------------------------------------------


def test_all_chosen_ideas_get_a_deep_dive_each_in_one_step_and_one_group_each(project):
    notes = ideas(project, 6)
    made = groups(project, "A班", "B班", "C班")
    closed_vote(project, [notes[3].id, notes[0].id, notes[5].id, notes[1].id])
    before = project.dump()
    dives = deepening.make_from_choice(project)
    assert [dive.title for dive in dives] == ["案4", "案1", "案6", "案2"]
    assert [dive.group_id for dive in dives] == [made[0].id, made[1].id, made[2].id, made[0].id]
    assert actions.ordered_dives(project) == dives
    project.undo()
    assert project.dump() == before


def test_what_is_begun_already_is_not_begun_again(project):
    notes = ideas(project, 4)
    closed_vote(project, [note.id for note in notes])
    deepening.add_dive(project, notes[2])
    assert [idea.id for idea in deepening.not_begun(project)] == [notes[n].id for n in (0, 1, 3)]
    deepening.make_from_choice(project)
    assert deepening.not_begun(project) == ()
    assert deepening.make_from_choice(project) == ()


def test_an_idea_that_another_takes_in_is_begun_too(project):
    notes = ideas(project, 3)
    closed_vote(project, [note.id for note in notes])
    dive = deepening.add_dive(project, notes[0])
    actions.set_joined_ideas(project, dive.id, [notes[2].id])
    assert [idea.id for idea in deepening.not_begun(project)] == [notes[1].id]


def test_a_vote_that_runs_tells_neither_its_choice_nor_its_counts(project):
    notes = ideas(project, 2)
    round_ = closed_vote(project, [notes[0].id], tallies=(Tally(target_id=notes[0].id, votes=5),))
    with project.edit(msg("開き直す")):
        project.put(replace(round_, status=VoteStatus.OPEN))
    assert deepening.chosen_ideas(project) == ()
    assert knowledge.tally_of(project, notes[0]) is None


def test_a_run_off_adds_to_the_choice_of_its_first_vote(project):
    notes = ideas(project, 4)
    first = closed_vote(
        project, [notes[1].id], tallies=(Tally(target_id=notes[0].id, votes=4, supporters=4),)
    )
    closed_vote(
        project,
        [notes[0].id],
        run_off_of=first.id,
        tallies=(Tally(target_id=notes[0].id, votes=9, supporters=9),),
    )
    assert [idea.id for idea in deepening.chosen_ideas(project)] == [notes[1].id, notes[0].id]
    told = knowledge.tally_of(project, notes[0])
    assert told is not None
    assert told.votes == 4


def test_a_cluster_can_be_worked_out_and_knows_its_notes(project):
    notes = ideas(project, 3)
    cluster = Cluster(board_id=notes[0].board_id, title="ひとまとめ")
    with project.edit(msg("束ねる")):
        project.put(cluster)
        for note in notes[:2]:
            project.put(replace(note, cluster_id=cluster.id))
    dive = deepening.add_dive(project, cluster)
    assert (dive.title, dive.cluster_id) == ("ひとまとめ", cluster.id)
    assert {note.id for note in knowledge.ideas_behind(project, dive)} == {
        note.id for note in notes[:2]
    }


def test_too_many_are_refused_and_nothing_is_added(project):
    for _ in range(deepening.MOST):
        deepening.add_dive(project)
    before = project.dump()
    with pytest.raises(ProjectError):
        deepening.add_dive(project)
    assert project.dump() == before


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(count=st.integers(1, 9), tables=st.integers(1, 5))
def test_no_group_has_more_than_one_more_than_another(tmp_path_factory, count, tables):
    folder = tmp_path_factory.mktemp("even")
    with create_project(folder / "x.sdproj") as project:
        notes = ideas(project, count)
        made = groups(project, *(f"{n}班" for n in range(tables)))
        closed_vote(project, [note.id for note in notes])
        dives = deepening.make_from_choice(project)
        shares = [sum(dive.group_id == group.id for dive in dives) for group in made]
        assert max(shares) - min(shares) <= 1


# --- what the chain knows -------------------------------------------------------------------------


def test_the_chain_offers_whose_and_which_problem_and_writes_nothing_by_itself(example):
    note = next(one for one in example.all(Note) if one.number == 12)
    dive = deepening.add_dive(example, note)
    assert (dive.whose, dive.problem, dive.value) == ("", "", "")
    offered = knowledge.suggestions(example, dive)
    assert offered["whose"][0].text(JA) == "佐野 美咲さん"
    assert any(one.text(JA).startswith("▲") for one in offered["problem"])
    words = offered["problem"][0].text(JA)
    actions.take_words(example, dive.id, "problem", words)
    dive = example.get(DeepDive, dive.id)
    assert dive.problem == words
    assert words not in [one.text(JA) for one in knowledge.suggestions(example, dive)["problem"]]
    example.undo()
    assert example.get(DeepDive, dive.id).problem == ""


def test_a_suggestion_goes_behind_what_is_written(project):
    dive = deepening.add_dive(project)
    actions.write_field(project, dive.id, "whose", "はじめの人")
    actions.take_words(project, dive.id, "whose", "次の人")
    assert project.get(DeepDive, dive.id).whose == "はじめの人\n次の人"


def test_the_question_of_the_board_offers_the_value(project):
    notes = ideas(project, 1)
    question = HowMightWe(who="働く親", wished_state="一度で終えられる")
    board = project.all(Board)[0]
    with project.edit(msg("問い")):
        project.put(question)
        project.put(replace(board, how_might_we_id=question.id))
    dive = deepening.add_dive(project, notes[0])
    offered = knowledge.suggestions(project, dive)
    assert [one.text(JA) for one in offered["value"]] == ["一度で終えられる"]
    assert [one.text(JA) for one in offered["whose"]] == ["働く親"]


def test_joined_ideas_are_links_of_the_chain_and_can_be_let_go(project):
    notes = ideas(project, 3)
    dive = deepening.add_dive(project, notes[0])
    actions.set_joined_ideas(project, dive.id, [notes[1].id, notes[2].id, notes[0].id])
    assert [one.id for one in actions.joined_ideas(project, dive)] == [notes[1].id, notes[2].id]
    behind = {step.record.id for step in chain_steps.behind(project, dive)}
    assert behind == {note.id for note in notes}
    actions.set_joined_ideas(project, dive.id, [notes[2].id])
    assert [one.id for one in actions.joined_ideas(project, dive)] == [notes[2].id]


def test_the_way_back_from_a_deep_dive_leads_to_words_of_residents(example):
    dive = actions.ordered_dives(example)[0]
    assert chain_steps.sentences(example, dive)
    ahead = {step.record.KIND for step in chain_steps.ahead(example, dive)}
    assert "prototype" in ahead


# --- writing --------------------------------------------------------------------------------------


def test_worries_grow_by_writing_behind_the_last_one(project):
    dive = deepening.add_dive(project)
    actions.write_worry(project, dive.id, 0, "worry", "人が足りない")
    actions.write_worry(project, dive.id, 0, "answer", "当番は月1回")
    actions.write_worry(project, dive.id, 1, "answer", "答えが先でもよい")
    actions.write_worry(project, dive.id, 9, "worry", "  ")
    kept = project.get(DeepDive, dive.id).worries
    assert [(one.worry, one.answer) for one in kept] == [
        ("人が足りない", "当番は月1回"),
        ("", "答えが先でもよい"),
    ]
    actions.delete_worry(project, dive.id, 0)
    actions.delete_worry(project, dive.id, 7)
    assert [one.answer for one in project.get(DeepDive, dive.id).worries] == ["答えが先でもよい"]


def test_worries_and_comments_are_bounded_and_what_is_there_stays(project):
    dive = deepening.add_dive(project)
    for number in range(actions.MOST_WORRIES):
        actions.write_worry(project, dive.id, number, "worry", "心配")
    with pytest.raises(ProjectError):
        actions.write_worry(project, dive.id, 99, "worry", "一つ多い")
    assert len(project.get(DeepDive, dive.id).worries) == actions.MOST_WORRIES


def test_questions_are_kept_in_order_reworded_and_deleted(project):
    dive = deepening.add_dive(project)
    for words in ("いくらかかる？", "", "   ", "いつから？"):
        actions.add_comment(project, dive.id, words)
    assert project.get(DeepDive, dive.id).comments == ("いくらかかる？", "いつから？")
    actions.write_comment(project, dive.id, 0, "費用は？")
    actions.delete_comment(project, dive.id, 1)
    actions.delete_comment(project, dive.id, 5)
    assert project.get(DeepDive, dive.id).comments == ("費用は？",)


def test_the_order_of_presentation_is_changed_by_moving(project):
    made = [deepening.add_dive(project) for _ in range(4)]
    actions.move_dive(project, made[3].id, 0)
    assert [dive.id for dive in actions.ordered_dives(project)] == [
        made[n].id for n in (3, 0, 1, 2)
    ]
    project.undo()
    assert [dive.id for dive in actions.ordered_dives(project)] == [dive.id for dive in made]


def test_dealing_goes_round_the_groups(project):
    made = groups(project, "A班", "B班")
    dives = [deepening.add_dive(project) for _ in range(3)]
    actions.set_group(project, dives[0].id, None)
    deepening.deal_groups(project)
    assert [dive.group_id for dive in actions.ordered_dives(project)] == [
        made[0].id,
        made[1].id,
        made[0].id,
    ]


# --- deletion -------------------------------------------------------------------------------------


def test_a_deep_dive_takes_its_frames_and_their_sketches_along_and_undo_brings_all_back(example):
    dive = actions.ordered_dives(example)[0]
    hanging = actions.hanging_on(example, dive.id)
    assert (hanging.frames, hanging.comments, hanging.prototypes) == (5, 3, 1)
    sketches = {frame.sketch_id for frame in example.all(Frame, deep_dive_id=dive.id)}
    before = example.dump()
    actions.delete_dive(example, dive.id)
    assert example.all(Frame, deep_dive_id=dive.id) == ()
    assert not any(example.find(Sketch, one) for one in sketches)
    assert all(one.deep_dive_id != dive.id for one in example.all(Prototype))
    assert example.check() == ()
    example.undo()
    assert example.dump() == before


def test_frames_go_with_what_they_belong_to_whoever_deletes_it(example):
    dive = actions.ordered_dives(example)[0]
    with example.edit(msg("消す")):
        let_go(example, what_goes(example, [dive]))
    assert all(frame.deep_dive_id or frame.version_id for frame in example.all(Frame))


def test_a_deep_dive_outlives_its_idea_and_its_group(project):
    notes = ideas(project, 1)
    [group] = groups(project, "A班")
    dive = deepening.add_dive(project, notes[0])
    with project.edit(msg("消す")):
        let_go(project, what_goes(project, [notes[0], group]))
    kept = project.get(DeepDive, dive.id)
    assert (kept.note_id, kept.group_id, kept.title) == (None, None, "案1")
    assert knowledge.suggestions(project, kept)["problem"] == ()


# --- how far --------------------------------------------------------------------------------------


def test_progress_is_done_when_each_says_whose_what_how_and_the_smallest_trial(example, project):
    assert actions.progress(project) is Progress.NONE
    dive = deepening.add_dive(project)
    assert actions.progress(project) is Progress.SOME
    assert not actions.is_complete(project, dive)
    assert actions.progress(example) is Progress.DONE
