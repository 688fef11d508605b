"""What can be done with interviews, answers and findings, on a real project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from servicedesign.i18n import translator
from servicedesign.model import (
    Cell,
    Consent,
    Finding,
    FindingKind,
    Interview,
    InterviewEntry,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Phase,
    ProjectError,
    SourceMethod,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.model.normalise import MAX_TEXT
from servicedesign.store import create_project
from servicedesign.tools.evidence import link_evidence
from servicedesign.tools.interview import actions, findings, going
from servicedesign.tools.interview.codes import line_of, next_code, place_in_source, renamed_code
from servicedesign.tools.interview.guides import GUIDES
from servicedesign.tools.interview.words import (
    consent_words,
    kind_questions,
    kind_words,
    method_words,
    place_form,
)

DAY = "2026-11-20"
NOW = datetime(2026, 11, 20, 10, 8).astimezone()
LATER = datetime(2026, 11, 20, 10, 31).astimezone()
TALK, WATCH, DATA = SourceMethod.DEPTH_INTERVIEW, SourceMethod.OBSERVATION, SourceMethod.DATA


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "聞き取り.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture
def talk(project) -> Interview:
    return actions.add_interview(project, TALK, DAY)


def entry(project, talk: Interview, number: int = 0) -> InterviewEntry:
    return actions.entries_of(project, talk.id)[number]


def answered(project, talk: Interview, text: str) -> InterviewEntry:
    return actions.write_entry(project, entry(project, talk).id, "verbatim", text, NOW)


def test_each_kind_of_source_counts_its_own_numbers(project):
    made = [actions.add_interview(project, how, DAY) for how in (TALK, TALK, WATCH, DATA, TALK)]
    assert [one.code for one in made] == ["H-01", "H-02", "K-01", "D-01", "H-03"]
    assert {one.date for one in made} == {DAY}
    assert made[3].consent is Consent.NOT_NEEDED
    assert [one.id for one in actions.interviews(project)] == [one.id for one in made]
    assert len(actions.entries_of(project, made[0].id)) == 1


def test_the_next_number_is_after_the_highest_however_it_is_written():
    assert next_code(TALK, ["H-02", "H9", "H-104", "受付票62件", "K-200"]) == "H-105"
    assert next_code(WATCH, []) == "K-01"


def test_a_number_that_nothing_refers_to_follows_the_method(project, talk):
    actions.choose_method(project, talk.id, WATCH)
    assert project.get(Interview, talk.id).code == "K-01"
    one = answered(project, talk, "入口で迷った。")
    findings.mark_words(project, one.id, (0, 7), FindingKind.FACT)
    actions.choose_method(project, talk.id, TALK)
    assert project.get(Interview, talk.id).code == "K-01"


def test_the_time_is_that_of_the_first_character_of_an_answer(project, talk):
    first = entry(project, talk)
    actions.write_entry(project, first.id, "question", "いつですか", NOW)
    assert entry(project, talk).noted_at == ""
    actions.write_entry(project, first.id, "verbatim", "  ", NOW)
    assert entry(project, talk).noted_at == ""
    actions.write_entry(project, first.id, "verbatim", "昨日です", NOW)
    actions.write_entry(project, first.id, "verbatim", "昨日ですよ", LATER)
    actions.write_entry(project, first.id, "observation", "笑った", LATER)
    assert entry(project, talk).noted_at == "10:08"


def test_keystrokes_of_one_field_are_one_step(project, talk):
    project.break_merge()
    one = entry(project, talk)
    for text in ("き", "きの", "きのう"):
        actions.write_entry(project, one.id, "verbatim", text, NOW)
    project.undo()
    assert entry(project, talk).verbatim == ""
    assert entry(project, talk).noted_at == ""


def test_entries_stand_where_they_were_asked_for_and_move(project, talk):
    first = entry(project, talk)
    last = actions.add_entry(project, talk.id)
    middle = actions.add_entry(project, talk.id, first.id)
    assert [one.id for one in actions.entries_of(project, talk.id)] == [
        first.id,
        middle.id,
        last.id,
    ]
    actions.move_entry(project, last.id, 0)
    actions.move_entry(project, first.id, 99)
    assert [one.id for one in actions.entries_of(project, talk.id)] == [
        last.id,
        middle.id,
        first.id,
    ]
    project.undo()
    assert [one.id for one in actions.entries_of(project, talk.id)] == [
        last.id,
        first.id,
        middle.id,
    ]


def test_a_guide_brings_its_questions_in_order_in_one_step(project, talk):
    guide = GUIDES[0]
    made = actions.add_questions(project, talk.id, guide.questions, entry(project, talk).id)
    assert [one.question for one in made] == list(guide.questions)
    assert [one.position for one in actions.entries_of(project, talk.id)] == [0, 1, 2, 3, 4, 5]
    project.undo()
    assert len(actions.entries_of(project, talk.id)) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_question_of_a_guide_can_be_answered_by_yes_or_no(lang):
    t = translator(lang)
    for guide in GUIDES:
        assert t(guide.title)
        for question in guide.questions:
            assert not t(question).startswith(("Do ", "Did ", "Is ", "Was ", "Are ", "Have "))
            assert (
                not question.endswith(("ありますか", "ましたか"))
                or "どう" in question
                or "ほかに" in question
                or "どんな" in question
            )


def test_splitting_an_answer_takes_the_marks_along_and_joining_brings_them_back(project, talk):
    one = answered(project, talk, "窓口が三つある。 休みを4回取った。")
    actions.write_entry(project, one.id, "question", "どうでしたか", NOW)
    early = findings.mark_words(project, one.id, (0, 7), FindingKind.FACT)
    late = findings.mark_words(project, one.id, (9, 14), FindingKind.FACT)
    over = findings.mark_words(project, one.id, (5, 12), FindingKind.INSIGHT)
    new = actions.split_entry(project, one.id, 8)
    assert (entry(project, talk).verbatim, new.verbatim) == (
        "窓口が三つある。",
        "休みを4回取った。",
    )
    assert (new.question, new.noted_at) == ("", "10:08")
    marks = {f.id: (f.entry_id, f.start, f.end) for f in project.all(Finding)}
    assert marks == {
        early.id: (one.id, 0, 7),
        late.id: (new.id, 0, 5),
        over.id: (one.id, 5, 8),
    }
    actions.merge_entry(project, new.id)
    assert entry(project, talk).verbatim == "窓口が三つある。\n休みを4回取った。"
    moved = project.get(Finding, late.id)
    assert entry(project, talk).verbatim[moved.start : moved.end] == "休みを4回"
    project.undo()
    assert len(actions.entries_of(project, talk.id)) == 2


def test_joining_the_first_answer_changes_nothing(project, talk):
    one = answered(project, talk, "窓口")
    assert actions.merge_entry(project, one.id) == one
    assert len(actions.entries_of(project, talk.id)) == 1


def test_a_finding_is_numbered_by_its_line_and_keeps_its_number(project, talk):
    one = answered(project, talk, "窓口が三つある。休みを4回取った。給料が減った。")
    actions.write_entry(project, one.id, "question", "どうでしたか", NOW)
    second = findings.mark_words(project, one.id, (8, 13), FindingKind.FACT)
    same = findings.mark_words(project, one.id, (11, 16), FindingKind.FACT)
    assert [second.code, same.code] == ["H-01・3行", "H-01・4行"]
    actions.write_entry(project, one.id, "verbatim", "まず。" + one.verbatim, NOW)
    assert project.get(Finding, second.id).code == "H-01・3行"
    english = findings.mark_words(project, one.id, (0, 2), FindingKind.FACT, "{code}, line {line}")
    assert english.code == "H-01, line 2"


def test_lines_are_counted_as_people_would():
    asked = InterviewEntry(
        interview_id="x", question="いつ", verbatim="昨日。朝です！\n雨でした", observation="笑"
    )
    then = InterviewEntry(interview_id="x", verbatim="窓口が三つ。")
    assert line_of((asked, then), asked.id, 0) == 2
    assert line_of((asked, then), asked.id, 3) == 3
    assert line_of((asked, then), then.id, 2) == 6


def test_findings_follow_a_new_number_of_their_source(project, talk):
    one = answered(project, talk, "窓口が三つある。")
    marked = findings.mark_words(project, one.id, (0, 2), FindingKind.FACT)
    own = findings.add_finding(project, talk.id)
    actions.write_interview(project, talk.id, "code", "H-07")
    assert [project.get(Finding, f.id).code for f in (marked, own)] == ["H-07・1行", "H-07"]
    assert renamed_code("H-01（観察）", "H-01", "K-02") == "K-02（観察）"
    assert renamed_code("H-011行", "H-01", "K-02") == "H-011行"
    assert place_in_source("H-07, line 3", "H-07") == "line 3"
    assert place_in_source("H-07", "H-07") == ""


def test_only_words_can_be_marked(project, talk):
    one = answered(project, talk, "　窓口 　")
    assert findings.mark_words(project, one.id, (3, 5), FindingKind.FACT) is None
    marked = findings.mark_words(project, one.id, (-4, 99), FindingKind.FACT)
    assert (marked.start, marked.end, marked.text) == (1, 3, "窓口")


def test_findings_stand_in_the_order_of_the_words(project, talk):
    one = answered(project, talk, "窓口が三つある。休みを取った。")
    own = findings.add_finding(project, talk.id, FindingKind.INSIGHT)
    late = findings.mark_words(project, one.id, (8, 10), FindingKind.FACT)
    early = findings.mark_words(project, one.id, (0, 2), FindingKind.FACT)
    assert [f.id for f in findings.findings_of(project, talk.id)] == [early.id, late.id, own.id]


def test_a_finding_turns_and_is_worded(project, talk):
    own = findings.add_finding(project, talk.id)
    assert own.kind is FindingKind.INTERPRETATION
    turned = [own.kind]
    for _ in range(3):
        turned.append(findings.next_kind(turned[-1]))
    assert turned[3] is turned[0]
    findings.choose_kind(project, own.id, FindingKind.INSIGHT)
    findings.write_finding(project, own.id, "早さより、いつ分かるか")
    assert project.get(Finding, own.id).kind is FindingKind.INSIGHT
    watched = actions.add_interview(project, WATCH, DAY)
    assert findings.add_finding(project, watched.id).kind is FindingKind.FACT


def test_deleting_an_interview_says_what_goes_and_one_undo_brings_all_back(project, talk):
    one = answered(project, talk, "窓口が三つある。")
    marked = findings.mark_words(project, one.id, (0, 2), FindingKind.FACT)
    own = findings.add_finding(project, talk.id)
    persona = Persona(name="佐野 美咲")
    journey = JourneyMap(title="現状", persona_id=persona.id)
    phase, lane = Phase(map_id=journey.id), Lane(map_id=journey.id)
    cell = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="窓口が多い")
    with project.edit(msg("見本")):
        for record in (persona, journey, phase, lane, cell):
            project.put(record)
    link_evidence(project, persona, "problems", marked)
    link_evidence(project, cell, "", one)
    link_evidence(project, own, "", marked)
    before = project.dump()
    told = going.going_with(project, talk)
    assert {use.record.id for use in told.uses} == {persona.id, cell.id}
    gone = going.delete_with_all(project, project.get(Interview, talk.id))
    assert going.counted(gone) == [("entries", 1), ("findings", 2), ("uses", 2)]
    assert project.all(Interview) == project.all(Finding) == project.all(Link) == ()
    project.undo()
    after = project.dump()
    assert after == before


def test_deleting_an_answer_takes_its_findings_and_leaves_the_others(project, talk):
    one = answered(project, talk, "窓口が三つある。")
    findings.mark_words(project, one.id, (0, 2), FindingKind.FACT)
    own = findings.add_finding(project, talk.id)
    gone = going.delete_with_all(project, project.get(InterviewEntry, one.id))
    assert going.counted(gone) == [("findings", 1)]
    assert [f.id for f in project.all(Finding)] == [own.id]
    gone = going.delete_with_all(project, own)
    assert going.counted(gone) == []
    assert project.all(Finding) == ()


def test_what_rests_on_a_finding_is_told(project, talk):
    own = findings.add_finding(project, talk.id)
    persona = Persona(name="佐野 美咲")
    with project.edit(msg("見本")):
        project.put(persona)
    link = link_evidence(project, persona, "problems", own)
    assert going.uses_of(project, own.id) == (going.Use(link, persona),)


def test_consent_is_missed_only_once_something_is_written(project, talk):
    assert not actions.consent_missing(talk, actions.entries_of(project, talk.id))
    answered(project, talk, "窓口")
    assert actions.consent_missing(talk, actions.entries_of(project, talk.id))
    actions.choose_consent(project, talk.id, Consent.SPOKEN)
    assert not actions.consent_missing(
        project.get(Interview, talk.id), actions.entries_of(project, talk.id)
    )


def test_progress_goes_from_none_to_done(project):
    assert actions.progress(project) is Progress.NONE
    talk = actions.add_interview(project, TALK, DAY)
    assert actions.progress(project) is Progress.SOME
    findings.add_finding(project, talk.id)
    actions.choose_consent(project, talk.id, Consent.WRITTEN)
    assert actions.progress(project) is Progress.DONE


def test_interviews_are_put_in_another_order(project):
    made = [actions.add_interview(project, TALK, DAY) for _ in range(3)]
    actions.move_interview(project, made[2].id, 0)
    assert [one.code for one in actions.interviews(project)] == ["H-03", "H-01", "H-02"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_choice_has_a_word_of_its_own(lang):
    t = translator(lang)
    for words in (method_words(t), consent_words(t), kind_words(t), kind_questions(t)):
        assert all(words.values())
        assert len(set(words.values())) == len(words)
    assert set(kind_words(t)) == set(FindingKind)
    assert "{line}" in place_form(t)


def test_answers_too_long_to_be_one_stay_two_and_lose_nothing(project):
    talk = actions.add_interview(project, SourceMethod.DEPTH_INTERVIEW, "2026-11-20")
    first = actions.entries_of(project, talk.id)[0]
    second = actions.add_entry(project, talk.id)
    for entry in (first, second):
        actions.write_entry(project, entry.id, "verbatim", "長" * (MAX_TEXT // 2), NOW)
    before = project.dump()
    with pytest.raises(ProjectError, match="長すぎます"):
        actions.merge_entry(project, second.id)
    assert project.dump() == before
