"""Issues are ranked without holes, questions are framed and reworded, and nothing goes unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesign.exchange.examples import build_example
from servicedesign.i18n import translator
from servicedesign.model import (
    Board,
    Cell,
    EvidenceLevel,
    HowMightWe,
    Issue,
    JourneyMap,
    JourneyView,
    Lane,
    LaneKind,
    Mandala,
    Note,
    Phase,
    Relation,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project, create_project
from servicedesign.tools.issues import actions, frame
from servicedesign.tools.issues.standing import open_pains, standing
from servicedesign.tools.taking_up import take_up

JA, EN = translator("ja"), translator("en")
MISAKI = {
    "who": "美咲さん",
    "situation": "仕事を休まず",
    "wished_state": "一度で手続を終えられる",
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build_example("single-parent", tmp_path / "a.sdproj", "ja") as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "空.sdproj") as made:
        yield made


def issue(project: Project, number: int) -> Issue:
    return next(one for one in project.all(Issue) if one.number == number)


def numbers(project: Project) -> list[int]:
    return [one.number for one in actions.ordered_issues(project)]


def ranks(project: Project) -> list[int | None]:
    return [one.rank for one in actions.ordered_issues(project)]


# --- issues ---------------------------------------------------------------------------------------


def test_issues_come_by_rank_and_those_without_one_last(project: Project) -> None:
    assert numbers(project) == [5, 1, 4, 6, 2, 3, 7]
    added = actions.add_issue(project, "夜の窓口が\nない")
    assert (added.title, added.number, added.rank) == ("夜の窓口が ない", 8, None)
    assert numbers(project)[-1] == 8


def test_ranking_an_issue_ranks_all_without_holes_in_one_step(project: Project) -> None:
    actions.add_issue(project, "夜の窓口がない")
    actions.move_issue(project, issue(project, 8).id, 1)
    assert numbers(project) == [5, 8, 1, 4, 6, 2, 3, 7]
    assert ranks(project) == list(range(1, 9))
    project.undo()
    assert issue(project, 8).rank is None
    assert ranks(project)[:7] == list(range(1, 8))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=st.lists(st.tuples(st.integers(0, 6), st.integers(-3, 12)), max_size=8))
def test_ranks_have_no_holes_whatever_is_moved_or_deleted(
    moves: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with create_project(tmp_path_factory.mktemp("ranks") / "a.sdproj") as project:
        for number in range(7):
            actions.add_issue(project, f"課題 {number}")
        for which, place in moves:
            order = actions.ordered_issues(project)
            if place < 0 and len(order) > 1:
                actions.delete_issue(project, order[which % len(order)].id)
            elif order:
                actions.move_issue(project, order[which % len(order)].id, place)
            given = [one.rank for one in actions.ordered_issues(project) if one.rank is not None]
            assert given == list(range(1, len(given) + 1))


def test_writing_merges_by_field_and_a_title_stays_on_one_line(project: Project) -> None:
    five = issue(project, 5)
    actions.write_issue(project, five.id, "title", "三つの\n課を回る")
    actions.write_issue(project, five.id, "title", "三つの課を回る人")
    actions.write_issue(project, five.id, "detail", "一行目\n二行目")
    assert issue(project, 5).title == "三つの課を回る人"
    assert issue(project, 5).detail == "一行目\n二行目"
    project.undo()
    project.undo()
    assert issue(project, 5) == five


def test_deleting_an_issue_tells_and_takes_what_hangs_on_it_and_one_undo_brings_it_back(
    project: Project,
) -> None:
    five = issue(project, 5)
    hanging = actions.hanging_on(project, five.id)
    assert hanging.questions == 0  # it goes over to issue 4, which it came from too
    assert hanging.notes > 0
    before = project.dump()
    pain = project.get(Cell, five.cell_id or "")
    [question] = actions.own_questions(project, five.id)
    actions.delete_issue(project, five.id)
    assert project.find(Issue, five.id) is None
    assert project.get(HowMightWe, question.id).issue_id == issue(project, 4).id
    assert not project.all(Note, issue_id=five.id)
    assert project.get(Cell, pain.id) == pain
    assert ranks(project) == list(range(1, 7))
    project.undo()
    assert project.dump() == before


def test_a_question_of_one_issue_alone_goes_with_it_and_its_boards_stay(project: Project) -> None:
    six = issue(project, 6)
    [question] = actions.own_questions(project, six.id)
    board = Board(title="待つ間", how_might_we_id=question.id)
    chart = Mandala(title="待つ間", how_might_we_id=question.id)
    with project.edit(msg("足す")):
        project.put(board)
        project.put(chart)
    assert actions.hanging_on(project, six.id).questions == 1
    assert actions.hanging_on(project, six.id).places == 2
    actions.delete_issue(project, six.id)
    assert project.find(HowMightWe, question.id) is None
    assert project.get(Board, board.id).how_might_we_id is None
    assert project.get(Mandala, chart.id).how_might_we_id is None


def test_choosing_an_issue_is_a_step_with_its_name(project: Project) -> None:
    three = issue(project, 3)
    actions.set_issue_chosen(project, three.id, True)
    assert issue(project, 3).chosen
    assert str(project.undo_label) == "課題3を取り上げる"


# --- questions ------------------------------------------------------------------------------------


def test_three_parts_make_a_sentence_that_can_be_said() -> None:
    assert frame.framed(MISAKI, JA) == (
        "どうすれば美咲さんが、仕事を休まず、一度で手続を終えられるようになれるか"
    )
    assert frame.framed({"who": "高齢者", "situation": "窓口", "wished_state": "安心"}, JA) == (
        "どうすれば高齢者が、窓口で、安心になれるか"
    )
    assert frame.framed({**MISAKI, "who": "", "situation": "夜"}, JA) == (
        "どうすれば夜に、一度で手続を終えられるようになれるか"
    )
    english = {"who": "Misaki", "situation": "without missing work", "wished_state": "to be done."}
    assert frame.framed(english, EN) == "How might Misaki be done without missing work?"


@pytest.mark.parametrize(
    ("wished", "end"),
    [
        ("相談できる", "相談できるようになれるか"),
        ("不安がない", "不安がないようになれるか"),
        ("楽しい", "楽しくなれるか"),
        ("気持ちが明るい", "気持ちが明るくなれるか"),
        ("元気に", "元気になれるか"),
        ("すぐ行ける。", "すぐ行けるようになれるか"),
        ("安心して行く", "安心して行くようになれるか"),
        ("次に行く所が分かるようになれるか", "次に行く所が分かるようになれるか"),
    ],
)
def test_the_wished_state_takes_the_form_its_last_word_asks_for(wished: str, end: str) -> None:
    assert frame.framed({"wished_state": wished}, JA) == f"どうすれば{end}"


@pytest.mark.parametrize(
    ("situation", "tied"),
    [
        ("窓口", "窓口で"),
        ("昼休み", "昼休みで"),
        ("待つ間", "待つ間に"),
        ("電話中", "電話中に"),
        ("子どもが泣いている", "子どもが泣いているときに"),
        ("仕事を休まずに", "仕事を休まずに"),
        ("待つ間も、", "待つ間も"),
        ("", ""),
    ],
)
def test_the_situation_takes_the_particle_it_lacks(situation: str, tied: str) -> None:
    said = frame.framed({"situation": situation, "wished_state": "聞ける"}, JA)
    assert said == f"どうすれば{tied}{'、' if tied else ''}聞けるようになれるか"


def test_without_a_wished_state_there_is_no_question_yet_but_its_outline() -> None:
    parts = {"who": "美咲さん", "situation": "", "wished_state": ""}
    assert frame.framed(parts, JA) == ""
    outlined = frame.outline(parts, JA)
    assert "美咲さん" in outlined
    assert "〔状況〕" in outlined
    assert "〔望む状態〕" in outlined


def test_the_sentence_follows_its_parts(project: Project) -> None:
    question = actions.add_question(project, issue(project, 3).id)
    assert question.sentence == ""
    for part, text in MISAKI.items():
        actions.write_part(project, question.id, part, text, JA)
    written = project.get(HowMightWe, question.id)
    assert written.sentence == frame.framed(MISAKI, JA)
    assert not frame.own_wording(written)
    [link] = project.links_from(question.id, Relation.CAME_FROM)
    assert link.target_id == issue(project, 3).id


def test_what_was_worded_by_hand_is_kept_until_it_is_asked_away(project: Project) -> None:
    question = actions.add_question(project, issue(project, 3).id)
    for part, text in MISAKI.items():
        actions.write_part(project, question.id, part, text, JA)
    actions.write_sentence(project, question.id, "休まずに一度で済ませるには？")
    assert frame.own_wording(project.get(HowMightWe, question.id))
    actions.write_part(project, question.id, "who", "働く親", JA)
    kept = project.get(HowMightWe, question.id)
    assert (kept.who, kept.sentence) == ("働く親", "休まずに一度で済ませるには？")
    actions.frame_again(project, question.id, JA)
    assert project.get(HowMightWe, question.id).sentence.startswith("どうすれば働く親が")
    project.undo()
    assert project.get(HowMightWe, question.id) == kept


def test_a_sentence_framed_in_the_other_language_is_no_own_wording(tmp_path: Path) -> None:
    with build_example("single-parent", tmp_path / "en.sdproj", "en") as project:
        assert not [one.sentence for one in project.all(HowMightWe) if frame.own_wording(one)]


def test_questions_are_moved_within_their_issue(project: Project) -> None:
    five = issue(project, 5)
    [first] = actions.own_questions(project, five.id)
    second = actions.add_question(project, five.id)
    others = [one.id for one in project.all(HowMightWe) if one.issue_id != five.id]
    actions.move_question(project, second.id, 0)
    assert [one.id for one in actions.own_questions(project, five.id)] == [second.id, first.id]
    assert [one.id for one in project.all(HowMightWe) if one.issue_id != five.id] == others


def test_a_question_that_came_from_two_issues_is_shown_by_both(project: Project) -> None:
    [question] = actions.own_questions(project, issue(project, 5).id)
    assert actions.shared_questions(project, issue(project, 4).id) == (question,)
    assert actions.shared_questions(project, issue(project, 5).id) == ()


def hint(**fields: str) -> str:
    found = frame.hint_on(HowMightWe(**fields))
    return str(found.text) if found else ""


def test_hints_are_gentle_and_one_at_a_time() -> None:
    whole = {**MISAKI, "sentence": frame.framed(MISAKI, JA)}
    assert hint(**whole) == ""
    assert hint() == ""
    assert "アプリ" in hint(**{**MISAKI, "wished_state": "アプリで申請できる"})
    assert "便利" in hint(**{**MISAKI, "wished_state": "便利に暮らせる"})
    assert "だれ" in hint(**{**MISAKI, "who": ""})
    assert "いつ、どこで" in hint(**{**MISAKI, "situation": ""})
    assert "どうなれば" in hint(**{**MISAKI, "wished_state": ""})
    assert "二つに" in hint(sentence="長い問い" * 40)
    assert "website" in hint(sentence="How might people find the website?")
    assert hint(sentence="How might people happen to be approached?", **MISAKI) == ""


# --- standing and progress ------------------------------------------------------------------------


def test_pain_points_nobody_took_up_come_in_the_order_of_the_map(project: Project) -> None:
    assert open_pains(project) == ()
    journey = next(one for one in project.all(JourneyMap) if one.view is JourneyView.AS_IS)
    lanes = project.all(Lane, map_id=journey.id)
    pain = next(lane for lane in lanes if lane.kind is LaneKind.PAIN_POINT)
    phases = project.all(Phase, map_id=journey.id)
    texts = ("後の困りごと", "先の困りごと", "  ")
    with project.edit(msg("足す")):
        for text, phase in zip(texts, (phases[5], phases[1], phases[2]), strict=True):
            project.put(Cell(map_id=journey.id, phase_id=phase.id, lane_id=pain.id, text=text))
    assert [one.cell.text for one in open_pains(project)] == ["先の困りごと", "後の困りごと"]
    [first, second] = open_pains(project)
    assert (first.phase, first.journey) == (phases[1].title, journey.title)
    assert second.emotion is not None
    take_up(project, first.cell.id)
    assert [one.cell.text for one in open_pains(project)] == ["後の困りごと"]


def test_pain_points_of_a_map_as_it_should_be_are_not_asked_for(project: Project) -> None:
    journey = next(one for one in project.all(JourneyMap) if one.view is JourneyView.TO_BE)
    lane = Lane(map_id=journey.id, kind=LaneKind.PAIN_POINT)
    phase = project.all(Phase, map_id=journey.id)[0]
    with project.edit(msg("足す")):
        project.put(lane)
        project.put(Cell(map_id=journey.id, phase_id=phase.id, lane_id=lane.id, text="残る不安"))
    assert open_pains(project) == ()


def test_where_an_issue_stands_is_told_from_the_map_and_the_interviews(project: Project) -> None:
    five = standing(project, issue(project, 5))
    assert (five.phase, five.level) == ("申請", EvidenceLevel.RESEARCHED)
    assert (len(five.sentences), five.sources, five.questions) == (4, 3, 1)
    assert standing(project, issue(project, 4)).questions == 1
    alone = standing(project, actions.add_issue(project, "夜の窓口がない"))
    assert (alone.phase, alone.level, alone.sources) == ("", EvidenceLevel.NONE, 0)


def test_progress_is_done_when_what_was_taken_on_has_its_questions(
    project: Project, empty: Project
) -> None:
    assert actions.progress(empty) is Progress.NONE
    added = actions.add_issue(empty, "夜の窓口がない")
    assert actions.progress(empty) is Progress.SOME
    actions.set_issue_chosen(empty, added.id, True)
    question = actions.add_question(empty, added.id)
    actions.write_sentence(empty, question.id, "どうすれば夜に聞けるか")
    assert actions.progress(empty) is Progress.SOME
    actions.set_question_chosen(empty, question.id, True)
    assert actions.progress(empty) is Progress.DONE
    assert actions.progress(project) is Progress.DONE
