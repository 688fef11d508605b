"""Rounds and ballots: what goes in, what is refused at once, and what the limits say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.i18n import translator
from servicedesign.model import (
    Ballot,
    BallotWay,
    Board,
    Cluster,
    Group,
    Note,
    Participant,
    ProjectError,
    StickyColour,
    TieRule,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    VoteTarget,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import create_project
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.participants.leaving import delete_participants
from servicedesign.tools.running_votes import news_words, vote_news
from servicedesign.tools.voting import ballots, closing, counting, rounds
from servicedesign.tools.voting.ballots import judge, put_ballot, read_numbers, set_count

DOTS, HANDS, DEVICE = BallotWay.DOTS, BallotWay.HANDS, BallotWay.DEVICE


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "v.sdproj") as made:
        yield made


@pytest.fixture
def board(project):
    return made_board(project, 9)


def made_board(project, count):
    board = Board(title="ボード")
    group = Group(name="みなみ班", colour=StickyColour.SKY)
    people = [Participant(name=f"人 {i}", position=float(i)) for i in range(6)]
    with project.edit(msg("見本")):
        for record in (board, group, *people):
            project.put(record)
    for number in range(count):
        notes.add_note(project, board.id, f"案{number + 1}", 200.0 * number, 0.0, group_id=group.id)
    return board


def opened(project, board, target=VoteTarget.NOTE, **rules):
    made = rounds.new_round(project, board.id, target)
    if rules:
        rounds.change_rules(project, made.id, **rules)
    rounds.open_round(project, made.id, at="2026-11-05T15:31:00", who="中原")
    return project.get(VoteRound, made.id)


def people(project):
    return [one.id for one in project.all(Participant)]


def idea(project, number):
    (note,) = project.all(Note, number=number)
    return note.id


def refusal(act):
    with pytest.raises(ProjectError) as told:
        act()
    assert all(str(one) for one in told.value.sentences)
    return str(told.value.what)


# Reading ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12, 15, 31", ("12", "15", "31")),
        ("１２、１５　31・7", ("12", "15", "31", "7")),
        ("12，15；3\n4番 007", ("12", "15", "3", "4", "7")),
        ("a Ｂ ab", ("A", "B", "AB")),
        ("12と15", ("12と15",)),
        ("①", ("1",)),
        ("", ()),
        (" 、, ", ()),
        ("十二 -3", ("十二", "-3")),
    ],
)
def test_numbers_are_read_in_any_width_and_with_any_mark_between(text, numbers):
    assert read_numbers(text) == numbers


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.text("0123456789", min_size=1, max_size=6000))
def test_whatever_is_typed_is_read_in_bounds(text):
    found = read_numbers(text)
    assert len(found) <= 300
    assert all(0 < len(one) <= 20 for one in found)


def test_a_flood_of_numbers_is_bounded(project, board):
    round_ = opened(project, board)
    told = judge(project, round_.id, read_numbers("1 " * 10_000 + "9" * 9_000))
    assert len(told.refused) == 299
    assert told.remaining == round_.budget - 1


# Judging ------------------------------------------------------------------------------------------


def test_each_number_is_judged_for_itself(project, board):
    round_ = opened(project, board, budget=3, cap=2)
    late = notes.add_note(project, board.id, "あとから", 0.0, 900.0)
    assert late.number == 10
    told = judge(project, round_.id, read_numbers("2 2 2 47 10 x 3 4"))
    said = [str(one.refusal) if one.refusal else "" for one in told.verdicts]
    assert said == [
        "",
        "",
        "2番に入れられるのは2票までです。",
        "47番の案はありません。番号は1から9です。",
        "10番は、この投票の案に入っていません。",
        "「X」は、番号として読めません。",
        "",
        "持ち票は3票までです。",
    ]
    assert [target.label for target in told.taken] == ["2", "2", "3"]
    assert not told.ok
    assert told.remaining == 0
    assert all(translator("en")(one.refusal) for one in told.refused)


def test_a_ballot_with_a_refused_number_does_not_go_in(project, board):
    round_ = opened(project, board)
    assert "47番" in refusal(lambda: put_ballot(project, round_.id, ("1", "47")))
    assert "番号が一つもありません" in refusal(lambda: put_ballot(project, round_.id, ()))
    assert project.all(Ballot) == ()
    assert put_ballot(project, round_.id, (), blank=True).votes == ()


def test_putting_in_is_one_step_with_a_name_people_know(project, board):
    round_ = opened(project, board)
    first = people(project)[0]
    put_ballot(project, round_.id, ("1", "2"), first)
    assert str(project.undo_label) == "用紙1を入れる"
    assert project.get(VoteRound, round_.id).voted_ids == (first,)
    project.undo()
    assert project.all(Ballot) == ()
    assert project.get(VoteRound, round_.id).voted_ids == ()


def test_who_has_voted_or_is_not_listed_cannot_vote(project, board):
    round_ = opened(project, board)
    one, two, *_ = people(project)
    ballot = put_ballot(project, round_.id, ("1",), one, way=DEVICE)
    assert "もう投票" in refusal(lambda: put_ballot(project, round_.id, ("1",), one))
    assert "もう投票" in str(judge(project, round_.id, ("1",), one).refusal)
    ballots.take_back_ballot(project, ballot.id, one)
    assert put_ballot(project, round_.id, ("1",), one).number == 1
    rounds.set_voters(project, round_.id, [p for p in people(project) if p != two])
    assert "名簿にいません" in refusal(lambda: put_ballot(project, round_.id, ("1",), two))


def test_on_the_laptop_someone_must_be_chosen(project, board):
    round_ = opened(project, board)
    assert "だれの票か" in refusal(lambda: put_ballot(project, round_.id, ("1",), way=DEVICE))


def test_an_anonymous_ballot_does_not_say_whose_it_is_and_a_named_one_does(project, board):
    one = people(project)[0]
    secret = opened(project, board)
    assert put_ballot(project, secret.id, ("1",), one, way=DEVICE).participant_id is None
    named = opened(project, board, anonymous=False)
    assert "だれの票か" in refusal(lambda: put_ballot(project, named.id, ("1",)))
    assert put_ballot(project, named.id, ("1",), one).participant_id == one
    assert "用紙が入っています" in refusal(
        lambda: ballots.mark_voted(project, named.id, one, voted=False)
    )


def test_only_papers_are_there_to_look_through(project, board):
    round_ = opened(project, board, budget=3, cap=2)
    one = people(project)[0]
    paper = put_ballot(project, round_.id, ("3", "3", "1"))
    put_ballot(project, round_.id, ("2",), one, way=DEVICE)
    assert ballots.papers(project, round_.id) == (paper,)
    assert ballots.labels_on(project, paper) == ("3", "3", "1")
    ballots.replace_ballot(project, paper.id, ("9",))
    assert ballots.labels_on(project, project.get(Ballot, paper.id)) == ("9",)
    assert counting.standing(project, round_.id).next_number == 3


# Limits across the ways ---------------------------------------------------------------------------


def test_dots_and_hands_are_those_of_people_without_a_ballot(project, board):
    round_ = opened(project, board, budget=3, cap=2)
    for _ in range(4):
        put_ballot(project, round_.id, ("1",))
    target = idea(project, 2)
    assert "2人まで" in refusal(lambda: set_count(project, round_.id, HANDS, target, 3))
    set_count(project, round_.id, HANDS, target, 2)
    assert "4票まで" in refusal(lambda: set_count(project, round_.id, DOTS, target, 3))
    set_count(project, round_.id, DOTS, target, 2)
    assert "6票まで" in refusal(lambda: set_count(project, round_.id, DOTS, idea(project, 3), 3))
    assert counting.standing(project, round_.id).remaining == 2
    said = str(judge(project, round_.id, ("1",)).refusal)
    assert said == refusal(lambda: put_ballot(project, round_.id, ("1",)))
    assert "点と挙手" in said
    assert "2番" not in said
    assert len([b for b in project.all(Ballot) if b.way in (DOTS, HANDS)]) == 2
    set_count(project, round_.id, DOTS, target, 0)
    set_count(project, round_.id, HANDS, target, 0)
    put_ballot(project, round_.id, ("1",))
    put_ballot(project, round_.id, ("1",))
    assert "全部入っています" in refusal(lambda: put_ballot(project, round_.id, ("1",)))
    assert all(ballot.way is BallotWay.TALLY for ballot in project.all(Ballot))


def test_the_last_marks_stand_for_those_who_voted_on_the_laptop(project, board):
    round_ = opened(project, board)
    one, two, *_ = people(project)
    put_ballot(project, round_.id, ("1",), one, way=DEVICE)
    assert "人数分" in refusal(lambda: ballots.mark_voted(project, round_.id, one, voted=False))
    ballots.mark_voted(project, round_.id, two, voted=True)
    ballots.mark_voted(project, round_.id, two, voted=False)
    missing = counting.standing(project, round_.id).missing
    assert [person.id for person in missing] == people(project)[1:]


def test_typing_a_count_is_one_step_an_idea(project, board):
    round_ = opened(project, board)
    for n in (1, 2, 3):
        set_count(project, round_.id, DOTS, idea(project, 1), n)
    assert ballots.count_in(project, round_.id, DOTS, idea(project, 1)) == 3
    project.undo()
    assert project.all(Ballot) == ()


# Rules --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ideas", "budget"), [(0, 3), (1, 3), (15, 3), (20, 4), (23, 5), (25, 5), (45, 5), (500, 5)]
)
def test_a_fifth_of_the_ideas_from_three_to_five(ideas, budget):
    assert rounds.suggested_budget(ideas) == budget


def test_rules_change_freely_before_and_only_soundly_while_people_vote(project, board):
    made = rounds.new_round(project, board.id)
    assert rounds.progress(project) is Progress.SOME
    rounds.change_rules(project, made.id, budget=5, cap=9, hidden=True)
    assert project.get(VoteRound, made.id).cap == 5
    rounds.open_round(project, made.id)
    ballot = put_ballot(project, made.id, ("1", "1", "1", "2"))
    assert f"用紙{ballot.number}は4票" in refusal(
        lambda: rounds.change_rules(project, made.id, budget=3)
    )
    assert "用紙1は1番に3票" in refusal(lambda: rounds.change_rules(project, made.id, cap=2))
    assert "伏せる約束" in refusal(lambda: rounds.change_rules(project, made.id, hidden=False))
    assert "記名" in refusal(lambda: rounds.change_rules(project, made.id, anonymous=False))
    rounds.change_rules(project, made.id, budget=4, cap=4, tie_rule=TieRule.RUN_OFF, who="中原")
    event = project.get(VoteRound, made.id).events[-1]
    assert event.kind is VoteEventKind.RULES
    assert event.text == "budget 5→4; cap 5→4; tie_rule more_supporters→run_off"
    closing.close_round(project, made.id)
    assert "締め切った" in refusal(lambda: rounds.change_rules(project, made.id, budget=5))
    rounds.change_rules(project, made.id, title="午後の投票")
    assert project.get(VoteRound, made.id).title == "午後の投票"


def test_a_round_without_ideas_or_voters_does_not_open(project):
    board = made_board(project, 0)
    made = rounds.new_round(project, board.id)
    assert "案が一つもありません" in refusal(lambda: rounds.open_round(project, made.id))
    notes.add_note(project, board.id, "案", 0.0, 0.0)
    rounds.set_targets(project, made.id, rounds.ideas_not_in(project, made))
    rounds.set_voters(project, made.id)
    assert "人が決まっていません" in refusal(lambda: rounds.open_round(project, made.id))
    rounds.set_voters(project, made.id, count=30)
    rounds.change_rules(project, made.id, anonymous=False)
    assert "名簿" in refusal(lambda: rounds.open_round(project, made.id))
    rounds.change_rules(project, made.id, anonymous=True)
    rounds.open_round(project, made.id)
    assert counting.standing(project, made.id).voters == 30
    assert "もう始まっています" in refusal(lambda: rounds.open_round(project, made.id))
    assert "消せません" in refusal(lambda: rounds.delete_round(project, made.id))


def test_ideas_are_added_while_people_vote_and_never_taken_off(project, board):
    round_ = opened(project, board)
    late = notes.add_note(project, board.id, "あとから", 0.0, 900.0)
    assert rounds.ideas_not_in(project, round_) == (late.id,)
    rounds.set_targets(project, round_.id, [*round_.target_ids, late.id])
    put_ballot(project, round_.id, ("10",))
    assert "外せません" in refusal(
        lambda: rounds.set_targets(project, round_.id, round_.target_ids)
    )


def test_latecomers_are_let_in_and_no_one_who_voted_is_put_out(project, board):
    first, *rest = people(project)
    made = rounds.new_round(project, board.id, voter_ids=[first])
    rounds.open_round(project, made.id)
    put_ballot(project, made.id, ("1",), first)
    assert "全部入って" in refusal(lambda: put_ballot(project, made.id, ("1",)))
    rounds.set_voters(project, made.id, [first, *rest])
    put_ballot(project, made.id, ("1",))
    assert "もう投票" in refusal(lambda: rounds.set_voters(project, made.id, rest))


# Clusters -----------------------------------------------------------------------------------------


@pytest.fixture
def grouped(project, board):
    """Three clusters of two ideas, and three ideas that stand alone; the round is open."""
    ids = [idea(project, number) for number in range(1, 10)]
    made = []
    for start, title in ((0, "窓口"), (2, "夜"), (4, "紙")):
        cluster = clusters.make_cluster(project, ids[start : start + 2])
        clusters.rename_cluster(project, cluster.id, title)
        made.append(cluster.id)
    return made, opened(project, board, VoteTarget.CLUSTER, budget=3, cap=2)


def labels(project, round_id):
    return [one.label for one in rounds.targets_of(project, project.get(VoteRound, round_id))]


def test_clusters_have_letters_beside_the_numbers_of_lone_ideas(project, grouped):
    _, round_ = grouped
    assert labels(project, round_.id) == ["A", "B", "C", "7", "8", "9"]
    found = rounds.targets_of(project, round_)
    assert found[0].ideas == (1, 2)
    assert (found[0].title, found[3].group_name) == ("窓口", "みなみ班")
    put_ballot(project, round_.id, read_numbers("ａ、7 A"))
    assert "一覧の番号" in str(judge(project, round_.id, ("D",)).verdicts[0].refusal)
    assert "入っていません" in str(judge(project, round_.id, ("1",)).verdicts[0].refusal)


def test_letters_stay_when_a_cluster_goes_and_its_votes_are_given_back(project, grouped):
    (_, two, _), round_ = grouped
    ballot = put_ballot(project, round_.id, ("A", "B", "B"))
    told = []
    project.subscribe(lambda step: told.append(vote_news(step)))
    clusters.loosen_clusters(project, [two])
    assert labels(project, round_.id) == ["A", "C", "7", "8", "9"]
    assert ballots.labels_on(project, project.get(Ballot, ballot.id)) == ("A",)
    assert told[-1].left == ("B 夜",)
    assert "B 夜" in str(news_words(told[-1])[0])
    event = project.get(VoteRound, round_.id).events[-1]
    assert (event.kind, event.text) == (VoteEventKind.LEFT, "B 夜")
    project.undo()
    assert told[-1].left == ()
    assert labels(project, round_.id) == ["A", "B", "C", "7", "8", "9"]
    assert project.check() == ()


def test_a_lone_idea_takes_its_votes_into_a_cluster_as_far_as_the_cap_goes(project, grouped):
    (one, *_), round_ = grouped
    ballot = put_ballot(project, round_.id, ("A", "7", "7"))
    other = put_ballot(project, round_.id, ("7", "8"))
    set_count(project, round_.id, HANDS, one, 3)
    set_count(project, round_.id, DOTS, one, 4)
    set_count(project, round_.id, HANDS, idea(project, 7), 2)
    told = []
    project.subscribe(lambda step: told.append(vote_news(step)))
    clusters.join_cluster(project, one, [idea(project, 7)])
    found = [ballots.labels_on(project, project.get(Ballot, b.id)) for b in (ballot, other)]
    assert found == [("A", "A"), ("8", "A")]
    assert ballots.count_in(project, round_.id, HANDS, one) == 4
    assert ballots.count_in(project, round_.id, DOTS, one) == 4
    assert told[-1].moved == ("7 案7 → A 窓口",)
    assert labels(project, round_.id) == ["A", "B", "C", "8", "9"]


def test_merged_clusters_become_one_candidate(project, grouped):
    (one, two, _), round_ = grouped
    put_ballot(project, round_.id, ("A", "B", "B"))
    clusters.merge_clusters(project, one, [two])
    assert labels(project, round_.id) == ["A", "C", "7", "8", "9"]
    assert project.find(Cluster, two) is None
    closing.close_round(project, round_.id)
    votes = {tally.target_id: tally.votes for tally in project.all(VoteRound)[0].tallies}
    assert votes[one] == 2
    assert "使われているので" in refusal(lambda: clusters.loosen_clusters(project, [one]))


def test_a_cluster_with_a_deep_dive_stands_for_a_candidate_merged_into_it(project, grouped):
    from servicedesign.model import DeepDive

    (_, two, _), round_ = grouped
    lone = clusters.make_cluster(project, [idea(project, 8), idea(project, 9)])
    with project.edit(msg("深掘り")):
        project.put(DeepDive(cluster_id=lone.id))
    put_ballot(project, round_.id, ("B",))
    clusters.merge_clusters(project, two, [lone.id])
    after = project.get(VoteRound, round_.id)
    assert lone.id in after.target_ids
    assert two not in after.target_ids
    assert labels(project, round_.id)[:3] == ["A", "B", "C"]
    assert project.check() == ()


# Ideas and people that go -------------------------------------------------------------------------


def test_a_deleted_idea_gives_its_votes_back_without_telling_a_count(project, board):
    round_ = opened(project, board)
    paper = put_ballot(project, round_.id, ("3", "4"))
    set_count(project, round_.id, DOTS, idea(project, 3), 2)
    notes.delete_notes(project, [idea(project, 3)])
    assert ballots.labels_on(project, project.get(Ballot, paper.id)) == ("4",)
    assert len(project.all(Ballot)) == 1
    event = project.get(VoteRound, round_.id).events[-1]
    assert (event.kind, event.text) == (VoteEventKind.LEFT, "3 案3")
    ballots.replace_ballot(project, paper.id, ("4", "5", "6"))
    closing.close_round(project, round_.id)
    assert "使われているので" in refusal(lambda: notes.delete_notes(project, [idea(project, 9)]))


def test_a_draft_lets_an_idea_go_quietly(project, board):
    made = rounds.new_round(project, board.id)
    notes.delete_notes(project, [idea(project, 3)])
    after = project.get(VoteRound, made.id)
    assert len(after.target_ids) == 8
    assert after.events == ()
    rounds.delete_round(project, made.id)
    assert rounds.progress(project) is Progress.NONE


def test_people_who_voted_stay_until_the_close_and_counts_stay_after_it(project, board):
    round_ = opened(project, board)
    one, two, *rest = people(project)
    put_ballot(project, round_.id, ("1",), one)
    assert "続いている投票" in refusal(lambda: delete_participants(project, [one]))
    assert delete_participants(project, [two]).votes == 1
    assert project.get(VoteRound, round_.id).events[-1].text == "voters 6→5"
    set_count(project, round_.id, HANDS, idea(project, 1), 4)
    assert "残りの人数" in refusal(lambda: delete_participants(project, [rest[0]]))
    closing.close_round(project, round_.id)
    before = project.get(VoteRound, round_.id)
    delete_participants(project, [one, rest[0]])
    after = project.get(VoteRound, round_.id)
    assert after.tallies == before.tallies
    assert counting.standing(project, round_.id).voters == 5
    assert project.check() == ()
    closing.reopen_round(project, round_.id, reason="数え直す")
    closing.close_round(project, round_.id)
    assert project.get(VoteRound, round_.id).tallies == before.tallies
    assert project.get(VoteRound, round_.id).status is VoteStatus.CLOSED
