"""The overview as data: what there is in words, what is missing, and where to go, by the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.printed import JAPANESE
from support.projects import Shelf

from servicedesign import tools
from servicedesign.i18n import LANGUAGES, translator
from servicedesign.model import (
    Answer,
    Ballot,
    Board,
    Cell,
    Certainty,
    Consent,
    Decision,
    DeepDive,
    FieldCertainty,
    Finding,
    HowMightWe,
    Interview,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Link,
    Note,
    Participant,
    PayoffItem,
    PayoffMatrix,
    Persona,
    Phase,
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    Proposal,
    Prototype,
    PrototypeVersion,
    Relation,
    ServiceKind,
    SourceMethod,
    StakeholderKind,
    TestSession,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.method import MethodPhase, Progress
from servicedesign.store import create_project
from servicedesign.tools.project.actions import find_gaps, next_step, progress
from servicedesign.tools.project.gap import FACTS, Place, Severity
from servicedesign.tools.project.lines import LINES
from servicedesign.tools.project.overview import overview
from servicedesign.tools.project.period import stretch_in_days, stretch_in_months
from servicedesign.tools.project.words import say, side_by_side
from servicedesign.tools.proposal_missing import find_missing

JA = translator("ja")


@pytest.fixture
def project(tmp_path):
    made = create_project(tmp_path / "全体像.sdproj")
    yield made
    made.close(discard=True)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return Shelf(tmp_path_factory.mktemp("projects"))


def put(project, *records):
    with project.edit(msg("作る")):
        for record in records:
            project.put(record)
    return records[0]


def write(project, **facts):
    put(project, replace(project.info, **facts))


def counts(project, t=JA):
    shown = overview(project)
    lines = [*shown.preparation, *(line for phase in shown.phases for line in phase.lines)]
    return {line.id: side_by_side(t, line.count) for line in lines}


def found(project):
    return {gap.id: gap for gap in find_gaps(project)}


def looks(project):
    return {gap.id: gap for gap in find_gaps(project) if gap.severity is Severity.LOOK}


def said(gap, t=JA):
    return say(t, gap.sentence)


# What comes next, in the report's order -----------------------------------------------------------


def test_each_step_leads_to_the_next_one_of_the_report(project):
    steps = []

    def note():
        steps.append(next_step(find_gaps(project)).id)

    note()
    write(project, service_name="図書館")
    note()
    write(project, goal="だれでも借りられる")
    note()
    put(project, Participant(name="田中"))
    note()
    interview = put(project, Interview(code="H-01"))
    note()
    put(project, Finding(interview_id=interview.id, text="遠い"))
    note()
    persona = put(project, Persona(name="花子"))
    note()
    put(project, replace(persona, chosen=True))
    note()
    journey = put(project, JourneyMap())
    phase, lane = Phase(map_id=journey.id), Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
    put(project, phase, lane)
    note()
    action = Lane(map_id=journey.id, kind=LaneKind.ACTION)
    put(project, action, Cell(map_id=journey.id, phase_id=phase.id, lane_id=action.id, text="歩く"))
    note()
    pain = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="遠い")
    put(project, pain)
    note()
    issue = put(project, Issue(cell_id=pain.id, title="遠い", chosen=True))
    note()
    put(project, HowMightWe(issue_id=issue.id))
    note()
    board = put(project, Board())
    idea = put(project, Note(board_id=board.id, issue_id=issue.id))
    note()
    vote = put(project, VoteRound(board_id=board.id, status=VoteStatus.OPEN))
    note()
    put(project, replace(vote, status=VoteStatus.CLOSED))
    note()
    put(project, DeepDive(note_id=idea.id))
    note()
    matrix = put(project, PayoffMatrix())
    put(project, PayoffItem(matrix_id=matrix.id, note_id=idea.id))
    note()
    wished = put(project, JourneyMap(view=JourneyView.TO_BE))
    column, row = Phase(map_id=wished.id), Lane(map_id=wished.id)
    put(project, column, row, Cell(map_id=wished.id, phase_id=column.id, lane_id=row.id))
    note()
    prototype = put(project, Prototype())
    version = put(project, PrototypeVersion(prototype_id=prototype.id))
    note()
    put(project, TestSession(version_id=version.id))
    note()
    edition = put(project, PrincipleEdition())
    item = put(project, PrincipleItem(edition_id=edition.id))
    put(project, PrincipleCheck(item_id=item.id, answer=Answer.PARTLY))
    note()
    proposal = put(project, Proposal())
    note()
    put(project, Decision(proposal_id=proposal.id))
    note()
    assert steps == [
        *("name", "goal", "participants", "interviews", "findings", "persona", "choice"),
        *("journey", "journey", "pains", "issues", "question", "first_ideas"),
        *("vote", "vote", "deep_dive", "payoff", "to_be", "prototype", "test", "check"),
        *("proposal", "decision", "finished"),
    ]


def test_the_next_step_passes_over_what_has_no_screen(project):
    write(project, service_name="図書館", goal="近くする")
    reachable = {"interview", "persona"}
    coming = next_step(find_gaps(project), lambda place: place.tool in reachable)
    assert coming.place == Place("interview")


def test_an_open_vote_says_how_many_have_voted(project):
    board = put(project, Board())
    put(project, Note(board_id=board.id))
    people = [Participant(name=str(number)) for number in range(12)]
    put(project, *people)
    voters = tuple(person.id for person in people)
    vote = put(project, VoteRound(board_id=board.id, status=VoteStatus.OPEN, voter_ids=voters))
    put(project, *(Ballot(round_id=vote.id, number=number) for number in range(9)))
    assert say(JA, found(project)["vote"].why) == "12人のうち9人が投票済み"
    assert counts(project)["voting"] == "9／12人"


# What to look at ----------------------------------------------------------------------------------


def test_stakeholders_that_are_missing_are_named_once_somebody_takes_part(project):
    assert "stakeholders" not in found(project)
    put(project, Participant(stakeholder=StakeholderKind.OFFICIAL))
    put(project, Participant(stakeholder=StakeholderKind.USER))
    gap = looks(project)["stakeholders"]
    assert said(gap) == "足りない立場：地域企業、ICT技術者、関係団体、異分野の人"
    assert gap.place == Place("participants")
    others = [kind for kind in StakeholderKind if kind is not StakeholderKind.OTHER]
    put(project, *(Participant(stakeholder=kind) for kind in others))
    assert "stakeholders" not in found(project)


def test_guesses_of_the_chosen_persona_want_evidence(project):
    guess = (FieldCertainty(field="problems", certainty=Certainty.GUESS),)
    chosen = put(project, Persona(problems="遠い", certainties=guess, chosen=True))
    put(project, Persona(problems="高い", certainties=guess))
    put(project, Persona(problems="", certainties=guess))
    gap = looks(project)["guesses"]
    assert said(gap) == "根拠のないペルソナの推測1項目"
    assert gap.place == Place("persona", "persona", chosen.id, "problems")
    interview = put(project, Interview())
    link = Link(
        source_kind="persona",
        source_id=chosen.id,
        source_field="problems",
        target_kind="interview",
        target_id=interview.id,
        relation=Relation.EVIDENCE,
    )
    put(project, link)
    assert "guesses" not in found(project)


def test_pain_points_nobody_took_up_are_counted_once_issues_are_chosen(project):
    journey = put(project, JourneyMap())
    phase, lane = Phase(map_id=journey.id), Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
    cells = [
        Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text=text, number=number)
        for number, text in enumerate(("遠い", "高い", "  "), 1)
    ]
    put(project, phase, lane, *cells)
    assert "pain_points" not in found(project)
    put(project, Issue(cell_id=cells[0].id))
    gap = looks(project)["pain_points"]
    assert said(gap) == "誰も取り上げていない困りごと1件"
    assert gap.place == Place("journey", "cell", cells[1].id, "text")


def test_issues_taken_up_want_a_question_and_an_idea(project):
    chosen, other = Issue(title="遠い", chosen=True), Issue(title="高い")
    asked = Issue(title="暗い", chosen=True)
    put(project, chosen, other, asked, HowMightWe(issue_id=asked.id))
    gap = looks(project)["questions"]
    assert (said(gap), gap.place.record_id) == ("問いのない課題1件", chosen.id)
    board = put(project, Board())
    put(project, Note(board_id=board.id, issue_id=chosen.id))
    assert looks(project)["unanswered"].place.record_id == asked.id


def test_ideas_that_answer_nothing_are_counted(project):
    issue, board = Issue(title="遠い"), Board()
    loose = Note(board_id=board.id, position=1)
    linked = Note(board_id=board.id, position=2)
    answering = Note(board_id=board.id, issue_id=issue.id, position=3)
    put(project, issue, board, loose, linked, answering)
    link = Link(
        source_kind="note",
        source_id=linked.id,
        target_kind="issue",
        target_id=issue.id,
        relation=Relation.ANSWERS,
    )
    put(project, link)
    gap = looks(project)["ideas"]
    assert said(gap) == "困りごとに答えていない案1件"
    assert gap.place == Place("board", "note", loose.id)


def test_an_as_is_map_without_feelings_is_told(project):
    journey = put(project, JourneyMap())
    phase, lane = Phase(map_id=journey.id), Lane(map_id=journey.id, kind=LaneKind.EMOTION)
    put(project, phase, lane)
    assert "feelings" not in found(project)
    cell = Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="？")
    put(project, cell)
    assert looks(project)["feelings"].place.record_id == journey.id
    put(project, replace(cell, emotion=-1.0))
    assert "feelings" not in found(project)


def test_interviews_want_consent_and_data_does_not(project):
    put(project, Interview(method=SourceMethod.DATA), Interview(method=SourceMethod.OBSERVATION))
    assert "consent" not in found(project)
    asked = put(project, Interview())
    assert looks(project)["consent"].place.record_id == asked.id
    put(project, replace(asked, consent=Consent.SPOKEN))
    assert "consent" not in found(project)


def test_a_principle_said_to_be_done_wants_evidence(project):
    edition = put(project, PrincipleEdition())
    item = put(project, PrincipleItem(edition_id=edition.id, number=2))
    check = put(project, PrincipleCheck(item_id=item.id, answer=Answer.DONE))
    assert looks(project)["principles"].place.record_id == item.id
    interview = put(project, Interview())
    link = Link(
        source_kind="principle_check",
        source_id=check.id,
        target_kind="interview",
        target_id=interview.id,
        relation=Relation.EVIDENCE,
    )
    put(project, link)
    assert "principles" not in found(project)


# Counts and signs ---------------------------------------------------------------------------------


def test_counts_are_said_in_the_words_of_the_field(shelf):
    with shelf.open("single-parent", "ja", read_only=True) as project:
        shown = counts(project)
    assert shown["interview"] == "6人・観察2・データ1"
    assert shown["persona"] == "3人から1人"
    assert shown["journey"] == "現状・理想"
    assert shown["issues"].startswith("課題7・問い")
    assert shown["board"] == "45案・8束"
    assert shown["participants"] == "12人・3班"


def test_counts_of_several_are_said_too(project):
    put(project, Persona(), Persona(), JourneyMap(), JourneyMap())
    put(project, JourneyMap(view=JourneyView.TO_BE))
    shown = counts(project)
    assert shown["persona"] == "候補2人"
    assert shown["journey"] == "現状2・理想"
    assert shown["board"] == ""


def test_the_sign_of_a_line_is_that_of_the_navigator(shelf):
    with shelf.open("sick-child-care", "ja", read_only=True) as project:
        shown = overview(project)
        lines = [*shown.preparation, *(line for phase in shown.phases for line in phase.lines)]
        for line in lines:
            tool = next((one for one in tools.all_tools() if one.id == line.id), None)
            if tool is not None and tool.state is not None:
                assert line.progress is tool.progress(project)
                assert line.title == tool.title


def test_every_line_stands_in_the_phase_of_its_tool():
    for line in LINES:
        tool = next((one for one in tools.all_tools() if one.id == line.id), None)
        assert tool is None or tool.phase is line.phase


def test_what_a_proposal_does_not_say_is_counted_until_nothing_is_missing(project, shelf):
    proposal = put(project, Proposal(title="土曜の窓口"))
    gap, lacks = looks(project)["lacks"], find_missing(project, proposal)
    assert said(gap) == f"提案書にまだないこと{len(lacks)}件"
    assert gap.place == Place("proposal", Proposal.KIND, proposal.id, lacks[0].field)
    with shelf.open("single-parent", "ja", read_only=True) as whole:
        assert "lacks" not in looks(whole)


def test_the_gaps_of_the_chain_are_counted_and_lead_to_it(project, shelf):
    put(
        project,
        Persona(
            problems="同じ話を3回した",
            certainties=(FieldCertainty(field="problems", certainty=Certainty.FACT),),
        ),
    )
    gap = looks(project)["chain"]
    assert said(gap) == "根拠のつながりが切れている所1か所"
    assert gap.place == Place("chain")
    with shelf.open("single-parent", "ja", read_only=True) as whole:
        assert "chain" not in looks(whole)


def test_an_empty_project_has_nothing_to_look_at_and_one_thing_to_do(project):
    shown = overview(project)
    assert looks(project) == {}
    assert {phase.progress for phase in shown.phases} == {Progress.NONE}
    assert next_step(shown.gaps).place == Place(FACTS)
    assert "mandala" not in counts(project)


def test_the_facts_are_done_when_a_reader_knows_what_for_whom_and_when(project):
    write(project, period_start="2026-09-14")
    assert progress(project) is Progress.NONE
    write(project, service_name="図書館")
    assert progress(project) is Progress.SOME
    write(project, theme="近く", goal="だれでも", organisation="みどり野町")
    assert progress(project) is Progress.SOME
    write(project, service_kind=ServiceKind.NEW)
    assert progress(project) is Progress.DONE


def test_reading_the_overview_writes_nothing(shelf):
    with shelf.open("single-parent", "ja", read_only=True) as project:
        before = project.dump(images=False)
        assert overview(project) == overview(project)
        assert project.dump(images=False) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_the_reader_s_language(shelf, lang):
    t = translator(lang)
    for name in ("single-parent", "sick-child-care", "senior-tablets", "empty", "crowded"):
        with shelf.open(name, lang, read_only=True) as project:
            for gap in find_gaps(project):
                texts = [said(gap, t), t(gap.action), say(t, gap.why) if gap.why else ""]
                if lang == "en":
                    assert [text for text in texts if JAPANESE.search(text)] == []


def test_places_name_tools_of_the_final_order_and_records_that_are_there(shelf):
    known = {line.leads_to or line.id for line in LINES} | {FACTS, "principles", "chain"}
    with shelf.open("crowded", "ja", read_only=True) as project:
        for gap in find_gaps(project):
            assert gap.place.tool in known
            if gap.place.record_id:
                assert gap.place.kind == project.find_any(gap.place.record_id).KIND


# The period ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "months", "days"),
    [
        ("", "", "", ""),
        ("2026-09-14", "", "令和8（2026）年9月～", "令和8（2026）年9月14日～"),
        ("", "2026-12-18", "～令和8（2026）年12月", "～令和8（2026）年12月18日"),
        (
            "2026-09-14",
            "2026-12-18",
            "令和8（2026）年9月～12月",
            "令和8（2026）年9月14日～\n12月18日",
        ),
        (
            "2026-09-14",
            "2027-02-01",
            "令和8（2026）年9月～令和9（2027）年2月",
            "令和8（2026）年9月14日～\n令和9（2027）年2月1日",
        ),
        ("2026-09-14", "2026-09-20", "令和8（2026）年9月", "令和8（2026）年9月14日～\n9月20日"),
        ("秋ごろ", "2027", "秋ごろ～2027", "秋ごろ～\n2027"),
    ],
)
def test_the_period_is_said_as_a_town_writes_it(start, end, months, days):
    assert stretch_in_months(start, end, JA) == months
    assert stretch_in_days(start, end, JA) == days


def test_phases_tell_only_their_own_gaps(shelf):
    with shelf.open("senior-tablets", "ja", read_only=True) as project:
        shown = overview(project)
    for phase in shown.phases:
        assert {gap.phase for gap in phase.gaps} <= {phase.phase}
    assert [phase.phase for phase in shown.phases] == [
        MethodPhase.NEEDS,
        MethodPhase.IDEAS,
        MethodPhase.PROTOTYPE,
        MethodPhase.DELIVERY,
    ]
