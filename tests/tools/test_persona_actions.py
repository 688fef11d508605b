"""Personas: what one can do with them keeps their rules, in real projects."""

from __future__ import annotations

import pytest
from support import pictures

from servicedesign.model import (
    Board,
    Certainty,
    Crop,
    EmpathyMap,
    Finding,
    Image,
    Interview,
    JourneyMap,
    Note,
    Participant,
    Persona,
    ProjectError,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import create_project
from servicedesign.tools import evidence
from servicedesign.tools.persona import actions


@pytest.fixture
def project(tmp_path):
    with_one = create_project(tmp_path / "p.sdproj")
    yield with_one
    with_one.close()


def test_keystrokes_of_one_field_are_one_step_and_the_step_names_the_field(project):
    persona = actions.add_candidate(project)
    for text in ("長", "長男", "長男（8歳）"):
        actions.write_field(project, persona.id, "household", text)
    assert project.get(Persona, persona.id).household == "長男（8歳）"
    assert str(project.undo_label) == "家族構成を書く"
    project.undo()
    assert project.get(Persona, persona.id).household == ""


def test_choosing_one_takes_the_choice_from_the_others_in_one_step(project):
    first, second = actions.add_candidate(project), actions.add_candidate(project)
    actions.choose_primary(project, first.id, "困りごとが重なる")
    actions.choose_primary(project, second.id, "ほかの人も楽になる")
    assert actions.chosen_persona(project).id == second.id
    assert project.get(Persona, first.id).chosen_reason == "困りごとが重なる"
    project.undo()
    assert actions.chosen_persona(project).id == first.id


@pytest.mark.parametrize("age", [-1, 121, 340])
def test_an_impossible_age_is_refused_and_the_old_one_stays(project, age):
    persona = actions.add_candidate(project)
    actions.write_field(project, persona.id, "age", 34)
    with pytest.raises(ProjectError, match="0から120まで"):
        actions.write_field(project, persona.id, "age", age)
    assert project.get(Persona, persona.id).age == 34


def test_the_mark_of_a_field_turns_from_none_to_fact_to_guess_to_none(project):
    persona = actions.add_candidate(project)
    turns = [actions.turn_certainty(project, persona.id, "dream") for _ in range(3)]
    assert turns == [Certainty.FACT, Certainty.GUESS, Certainty.UNSET]
    assert project.get(Persona, persona.id).certainties == ()


def test_evidence_is_kept_by_field_and_linking_twice_is_linking_once(project):
    persona = actions.add_candidate(project)
    interview = Interview(code="H-03")
    finding = Finding(interview_id=interview.id, code="H-03-1", text="窓口が三つ")
    with project.edit(actions.field_label("problems")):
        project.put(interview)
        project.put(finding)
    actions.set_certainty(project, persona.id, "problems", Certainty.FACT)
    first = evidence.link_evidence(project, persona, "problems", finding)
    again = evidence.link_evidence(project, persona, "problems", finding)
    assert first == again
    assert [r for _, r in evidence.evidence_records(project, persona.id, "problems")] == [finding]
    assert evidence.evidence_records(project, persona.id, "dream") == ()
    evidence.unlink_evidence(project, first.id)
    assert evidence.evidence_links(project, persona.id) == ()


def test_evidence_is_found_by_code_by_words_and_in_either_kana(project):
    interview = Interview(code="H-03")
    with project.edit(actions.field_label("problems")):
        project.put(interview)
        project.put(Finding(interview_id=interview.id, code="F-1", text="スマホで調べた"))
    assert [r.code for r in evidence.find_evidence(project, "すまほ 調べ")] == ["F-1"]
    assert [r.code for r in evidence.find_evidence(project, "h-03")] == ["H-03"]
    assert evidence.find_evidence(project, "ありえない言葉") == ()


def test_deleting_a_candidate_keeps_its_journey_map_and_undo_brings_all_back(project):
    persona = actions.add_candidate(project)
    journey = JourneyMap(persona_id=persona.id, title="現状")
    with project.edit(actions.field_label("problems")):
        project.put(journey)
    actions.write_empathy(project, persona.id, "sees", "長い列")
    before = project.dump()
    actions.delete_candidate(project, persona.id)
    assert project.get(JourneyMap, journey.id).persona_id is None
    assert project.all(EmpathyMap) == ()
    project.undo()
    assert project.dump() == before


def test_candidates_keep_the_order_they_are_moved_to(project):
    a, b, c = (actions.add_candidate(project) for _ in range(3))
    actions.move_candidate(project, c.id, 0)
    assert [p.id for p in actions.candidates(project)] == [c.id, a.id, b.id]
    copy = actions.copy_candidate(project, a.id)
    assert actions.candidates(project)[-1].id == copy.id


def test_a_participants_name_is_gently_warned_of(project):
    persona = actions.add_candidate(project)
    with project.edit(actions.field_label("name")):
        project.put(Participant(name="森 一郎"))
    actions.write_field(project, persona.id, "name", "森一郎")
    assert actions.real_name_warning(project, project.get(Persona, persona.id)) is not None
    actions.write_field(project, persona.id, "name", "谷 二郎")
    assert actions.real_name_warning(project, project.get(Persona, persona.id)) is None


def test_progress_is_done_only_with_one_chosen_reasoned_and_complete(project):
    assert actions.progress(project) is Progress.NONE
    persona = actions.add_candidate(project)
    assert actions.progress(project) is Progress.SOME
    for field in actions.REPORT_FIELDS:
        actions.write_field(project, persona.id, field, "書いた")
    actions.choose_primary(project, persona.id, "")
    assert actions.progress(project) is Progress.SOME
    actions.choose_primary(project, persona.id, "理由")
    assert actions.progress(project) is Progress.DONE


SQUARE = Crop()


@pytest.mark.parametrize("how", ["another photo", "a drawn face", "deleting"])
def test_a_photo_that_nobody_shows_any_more_leaves_the_project_and_comes_back_by_undo(how, project):
    persona = actions.add_candidate(project)
    old = actions.set_photo(project, persona.id, pictures.photo((80, 80)), SQUARE)
    if how == "another photo":
        actions.set_photo(project, persona.id, pictures.photo((90, 60)), SQUARE)
    elif how == "a drawn face":
        actions.choose_face(project, persona.id, "face-01")
    else:
        actions.delete_candidate(project, persona.id)
    assert project.find(Image, old.id) is None
    project.undo()
    assert project.get(Persona, persona.id).image_id == old.id
    assert project.image_bytes(old.sha256)


def test_a_photo_that_another_candidate_shows_stays(project):
    persona = actions.add_candidate(project)
    photo = actions.set_photo(project, persona.id, pictures.photo((80, 80)), SQUARE)
    copy = actions.copy_candidate(project, persona.id)
    actions.choose_face(project, persona.id, "face-01")
    assert project.get(Persona, copy.id).image_id == photo.id
    assert project.find(Image, photo.id) == photo


def test_evidence_is_found_by_the_words_in_its_parts(project):
    board = Board()
    note = Note(board_id=board.id, text="窓口", tags=("予約", "夜間"))
    with project.edit(msg("作る")):
        project.put(board)
        project.put(note)
    assert evidence.find_evidence(project, "ヤカン") == ()
    assert evidence.find_evidence(project, "窓口 夜間") == (note,)
