"""The close of a round: counting, ranks, ties by their rule, choosing, opening again, secrecy."""

from __future__ import annotations

import sqlite3

import pytest

from servicedesign.i18n import translator
from servicedesign.model import (
    Ballot,
    BallotWay,
    Board,
    Participant,
    ProjectError,
    TieRule,
    VoteEventKind,
    VoteRound,
    VoteStatus,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import create_project, open_project
from servicedesign.tools.board import notes
from servicedesign.tools.project.votes import ballots_of, last_round
from servicedesign.tools.voting import ballots, choosing, closing, counting, ranking, rounds
from servicedesign.tools.voting.record import event_words, moment_words, tie_words

DEVICE, DOTS, HANDS = BallotWay.DEVICE, BallotWay.DOTS, BallotWay.HANDS


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "v.sdproj") as made:
        yield made


def voted(project, papers, *, close=True, ideas=9, voters=12, **rules):
    """Make a round on ideas 1 to 9 and put one ballot in for each text of ``papers``."""
    board = Board(title="ボード")
    people = [Participant(name=f"人 {i}", position=float(i)) for i in range(voters)]
    with project.edit(msg("見本")):
        for record in (board, *people):
            project.put(record)
    for number in range(ideas):
        notes.add_note(project, board.id, f"案{number + 1}", 200.0 * number, 0.0)
    made = rounds.new_round(project, board.id)
    rounds.change_rules(project, made.id, **{"budget": 5, "cap": 2, **rules})
    rounds.open_round(project, made.id, at="2026-11-05T15:31:00", who="中原")
    for text in papers:
        ballots.put_ballot(project, made.id, ballots.read_numbers(text))
    if close:
        closing.close_round(project, made.id, at="2026-11-05T15:38:00", who="中原")
    return made.id


def ranks(project, round_id):
    places = ranking.ranking(project, round_id)
    return [(place.rank, place.target.label, place.votes) for place in places if place.votes]


def ids(project, round_id, *numbers):
    round_ = project.get(VoteRound, round_id)
    known = {one.label: one.id for one in rounds.targets_of(project, round_)}
    return [known[str(number)] for number in numbers]


def labels(project, round_id, found):
    round_ = project.get(VoteRound, round_id)
    known = {one.id: one.label for one in rounds.targets_of(project, round_)}
    return [known[one] for one in found]


def refusal(act):
    with pytest.raises(ProjectError) as told:
        act()
    return str(told.value.what)


# Counting -----------------------------------------------------------------------------------------


def test_every_way_is_counted_and_supporters_are_told_as_far_as_they_are_known(project):
    round_id = voted(project, ["1 1 2", "1 3"], close=False)
    first = project.all(Participant)[0].id
    ballots.put_ballot(project, round_id, ("1", "1"), first, way=DEVICE)
    one, two, three, four = ids(project, round_id, 1, 2, 3, 4)
    ballots.set_count(project, round_id, DOTS, one, 5)
    ballots.set_count(project, round_id, HANDS, two, 4)
    ballots.set_count(project, round_id, DOTS, three, 1)
    ballots.set_count(project, round_id, HANDS, four, 3)
    ballots.set_count(project, round_id, DOTS, four, 1)
    assert counting.public_count(project, round_id) is None
    closing.close_round(project, round_id)
    told = {
        place.target.label: (place.votes, place.supporters, place.at_least)
        for place in ranking.ranking(project, round_id)
    }
    assert told["1"] == (10, 6, True)
    assert told["2"] == (5, 5, False)
    assert told["3"] == (2, 2, False)
    assert told["4"] == (4, 3, True)
    assert told["9"] == (0, 0, False)


def test_counts_are_public_while_people_vote_only_where_that_was_agreed(project):
    round_id = voted(project, ["1"], close=False, hidden=False)
    (first, *_) = counting.public_count(project, round_id)
    assert (first.votes, first.supporters) == (1, 1)
    assert ranking.ranking(project, round_id) == ()


def test_a_closed_round_refuses_every_change_of_a_vote(project):
    round_id = voted(project, ["1"])
    (ballot,) = project.all(Ballot)
    person = project.all(Participant)[0].id
    (one,) = ids(project, round_id, 1)
    for act in (
        lambda: ballots.put_ballot(project, round_id, ("2",)),
        lambda: ballots.replace_ballot(project, ballot.id, ("2",)),
        lambda: ballots.take_back_ballot(project, ballot.id),
        lambda: ballots.set_count(project, round_id, DOTS, one, 3),
        lambda: ballots.mark_voted(project, round_id, person, voted=True),
        lambda: closing.close_round(project, round_id),
        lambda: rounds.set_voters(project, round_id, count=3),
        lambda: rounds.set_targets(project, round_id, ()),
    ):
        assert "締め切った" in refusal(act)
    assert project.undo() is None


# Ranks and ties -----------------------------------------------------------------------------------


def test_more_supporters_come_first_where_that_was_agreed(project):
    round_id = voted(project, ["1 1", "2", "2", "3 3 4"])
    assert ranks(project, round_id) == [(1, "2", 2), (2, "1", 2), (2, "3", 2), (4, "4", 1)]


def test_supporters_who_are_not_known_part_nobody(project):
    round_id = voted(project, ["1", "1"], close=False)
    ballots.set_count(project, round_id, DOTS, ids(project, round_id, 2)[0], 2)
    closing.close_round(project, round_id)
    assert ranks(project, round_id) == [(1, "1", 2), (1, "2", 2)]


@pytest.mark.parametrize(
    ("papers", "rule", "kept", "tied"),
    [
        (["1 2 3 4 5", "1 2 3 4 5"], TieRule.RUN_OFF, "1 2 3 4 5", ""),
        (["1 2 3 4", "1 2 3 4", "5", "6"], TieRule.RUN_OFF, "1 2 3 4", ""),
        (["1 2 3", "1 2 3", "4", "5", "6"], TieRule.RUN_OFF, "1 2 3", "4 5 6"),
        (["1 2 3", "1 2 3", "4", "5", "6"], TieRule.FACILITATOR, "1 2 3", "4 5 6"),
        (["1 2 3", "1 2 3", "4", "5", "6"], TieRule.MORE_SUPPORTERS, "1 2 3", "4 5 6"),
        (["1 2 3", "1 2 3", "4", "5", "6"], TieRule.KEEP_BOTH, "1 2 3 4 5 6", "4 5 6"),
        (["1 2", "1"], TieRule.RUN_OFF, "1 2", ""),
        ([], TieRule.RUN_OFF, "", ""),
    ],
)
def test_four_or_five_suggest_themselves(project, papers, rule, kept, tied):
    round_id = voted(project, papers, tie_rule=rule)
    found = ranking.suggestion(project, round_id)
    assert labels(project, round_id, found.target_ids) == kept.split()
    assert labels(project, round_id, found.tied) == tied.split()
    assert bool(found.undecided) is bool(tied and rule is not TieRule.KEEP_BOTH)


def test_a_run_off_ranks_the_tied_and_can_be_tied_itself(project):
    round_id = voted(project, ["1 2 3", "1 2 3", "4", "5", "6", "7"], tie_rule=TieRule.RUN_OFF)
    first = closing.start_run_off(project, round_id, who="中原")
    assert (first.budget, first.cap, first.run_off_of) == (2, 1, round_id)
    assert labels(project, round_id, first.target_ids) == ["4", "5", "6", "7"]
    assert "もうあります" in refusal(lambda: closing.start_run_off(project, round_id))
    assert "決選が続いて" in refusal(
        lambda: closing.reopen_round(project, round_id, reason="数え直す")
    )
    rounds.open_round(project, first.id)
    assert last_round(project).id == first.id
    for text in ("6 5", "6 5", "6 4", "4 7"):
        ballots.put_ballot(project, first.id, ballots.read_numbers(text))
    closing.close_round(project, first.id)
    assert last_round(project).id == round_id
    assert ballots_of(project, project.get(VoteRound, round_id)) == (6, 12)
    assert ranks(project, round_id)[3:] == [(4, "6", 1), (5, "4", 1), (5, "5", 1), (7, "7", 1)]
    found = ranking.suggestion(project, round_id)
    assert labels(project, round_id, found.target_ids) == ["1", "2", "3", "6"]
    second = closing.start_run_off(project, round_id, ids(project, round_id, 4, 5))
    assert second.budget == 1
    rounds.open_round(project, second.id)
    ballots.put_ballot(project, second.id, ("5",))
    closing.close_round(project, second.id)
    assert [label for _, label, _ in ranks(project, round_id)] == [
        "1",
        "2",
        "3",
        "6",
        "5",
        "4",
        "7",
    ]
    asked = choosing.reasons_asked(project, round_id, ids(project, round_id, 1, 2, 3, 6, 5))
    assert asked == choosing.Asked()


# Choosing -----------------------------------------------------------------------------------------


def test_a_choice_by_the_count_needs_no_reason_and_is_recorded(project):
    round_id = voted(project, ["1 2 3 4", "1 2 3", "1 2", "1"])
    choosing.choose(project, round_id, ids(project, round_id, 4, 2, 1, 3), who="12人の合意")
    round_ = project.get(VoteRound, round_id)
    assert labels(project, round_id, [s.target_id for s in round_.selections]) == list("1234")
    event = round_.events[-1]
    assert (event.kind, event.text) == (VoteEventKind.CHOSEN, "1, 2, 3, 4")
    assert (round_.decided_by, event.who) == ("12人の合意", "12人の合意")
    assert rounds.progress(project) is Progress.DONE
    project.undo()
    assert project.get(VoteRound, round_id).selections == ()
    assert project.get(VoteRound, round_id).status is VoteStatus.CLOSED


def test_a_choice_against_the_count_says_why(project):
    round_id = voted(project, ["1 2 3 4", "1 2 3", "1 2", "1"])
    one, four, nine = ids(project, round_id, 1, 4, 9)
    asked = choosing.reasons_asked(project, round_id, [one, four, nine])
    assert [(d.target.label, str(d.why)) for d in asked.departures] == [
        ("4", "票の多い2番・3番を選んでいません。"),
        ("9", "票が入っていません。"),
    ]
    assert "4番を選ぶ理由" in refusal(lambda: choosing.choose(project, round_id, [one, four]))
    why = {one: "", four: "すぐに試せる", nine: "町長の約束"}
    choosing.choose(project, round_id, why)
    places = {p.target.label: p.reason for p in ranking.ranking(project, round_id) if p.chosen}
    assert places == {"1": "", "4": "すぐに試せる", "9": "町長の約束"}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (TieRule.KEEP_BOTH, "残す約束"),
        (TieRule.RUN_OFF, "決選投票で決める約束"),
        (TieRule.FACILITATOR, "同数の4番・5番"),
        (TieRule.MORE_SUPPORTERS, "同数の4番・5番"),
    ],
)
def test_picking_among_the_tied_needs_the_declared_rule_or_a_reason(project, rule, said):
    round_id = voted(project, ["1 2 3", "1 2 3", "4 6", "5"], tie_rule=rule)
    chosen = ids(project, round_id, 1, 2, 3, 4, 6)
    with pytest.raises(ProjectError) as told:
        choosing.choose(project, round_id, chosen)
    assert said in str(told.value.what)
    reasons = dict.fromkeys(chosen, "わけ")
    choosing.choose(project, round_id, reasons, who="中原", tie_reason="場所が近い")
    round_ = project.get(VoteRound, round_id)
    by_facilitator = rule in (TieRule.FACILITATOR, TieRule.MORE_SUPPORTERS)
    assert round_.tie_reason == ("場所が近い" if by_facilitator else "")
    if by_facilitator:
        assert round_.events[-2].text == "4, 5, 6 → 4, 6 場所が近い"
        tie = ranking.ties(project, round_id)[-1]
        words = tie_words(tie, round_.tie_reason, translator("ja"))
        assert words == "4、5、6は1票ずつ。進行役が4、6を選んだ。理由：場所が近い"


def test_nothing_is_chosen_before_the_close(project):
    round_id = voted(project, ["1"], close=False)
    assert "締め切る前" in refusal(
        lambda: choosing.choose(project, round_id, ids(project, round_id, 1))
    )


# Opening again ------------------------------------------------------------------------------------


def test_a_round_that_is_opened_again_says_so_with_the_reason(project):
    round_id = voted(project, ["1", "2"])
    choosing.choose(project, round_id, ids(project, round_id, 1, 2))
    assert "理由" in refusal(lambda: closing.reopen_round(project, round_id, reason=" "))
    closing.reopen_round(project, round_id, who="中原", reason="用紙が1枚残っていた")
    round_ = project.get(VoteRound, round_id)
    assert (round_.status, round_.reopened, round_.tallies) == (VoteStatus.OPEN, 1, ())
    assert round_.selections == ()
    assert counting.public_count(project, round_id) is None
    ballots.put_ballot(project, round_id, ("2",))
    closing.close_round(project, round_id)
    assert ranks(project, round_id) == [(1, "2", 2), (2, "1", 1)]
    t = translator("ja")
    said = [event_words(event, t) for event in project.get(VoteRound, round_id).events]
    assert said == [
        "投票を始めた。",
        "12人のうち2人が投票し、締め切った。",
        "1、2を選んだ。",
        "開き直した。理由：用紙が1枚残っていた",
        "12人のうち3人が投票し、締め切った。",
    ]


def test_a_copy_without_names_keeps_the_result_and_cannot_be_opened_again(project, tmp_path):
    round_id = voted(project, ["1 2", "2"])
    with project.edit(msg("足す")):
        for part in range(0, 36, 4):  # names that stand in an id, too
            project.put(Participant(name=round_id[part : part + 4].strip("-")))
    project.copy_to(tmp_path / "copy.sdproj", anonymise=True)
    with open_project(tmp_path / "copy.sdproj") as copy:
        assert ranks(copy, round_id) == [(1, "2", 2), (2, "1", 1)]
        assert copy.get(VoteRound, round_id).events[0].who == ""
        assert "用紙がない" in refusal(
            lambda: closing.reopen_round(copy, round_id, reason="数え直す")
        )


# Secrecy ------------------------------------------------------------------------------------------


def test_after_the_close_nothing_in_the_file_links_a_person_with_a_ballot(project):
    round_id = voted(project, ["1"], close=False)
    people = [person.id for person in project.all(Participant)]
    made = [
        ballots.put_ballot(project, round_id, (str(number + 2),), people[number], way=DEVICE)
        for number in range(6)
    ]
    ballots.take_back_ballot(project, made[0].id, people[0])
    made[0] = ballots.put_ballot(project, round_id, ("9",), people[0], way=DEVICE)
    ballots.mark_voted(project, round_id, people[8], voted=True)
    steps = _steps(project)
    assert any(people[0].encode() in step or len(step) > 40 for step in steps)
    closing.close_round(project, round_id)
    assert project.undo_label is None
    after = [ballot for ballot in project.all(Ballot) if ballot.way is DEVICE]
    assert all(ballot.participant_id is None for ballot in after)
    assert not {ballot.id for ballot in after} & {ballot.id for ballot in made}
    assert sorted(b.number for b in after) == sorted(b.number for b in made)
    voted_ids = project.get(VoteRound, round_id).voted_ids
    assert voted_ids == tuple(sorted(voted_ids))
    assert all(len(step) < 40 for step in _steps(project))
    path = project.path
    project.close()
    for file in (path, path.with_name(path.name + "-journal")):
        raw = file.read_bytes() if file.exists() else b""
        for step in steps:
            assert len(step) < 60 or step[:60] not in raw
        for ballot in made:
            assert ballot.id.encode() not in raw
            assert ballot.id.replace("-", "").encode() not in raw


def _steps(project):
    """Return the packed changes of every step that is kept."""
    connection: sqlite3.Connection = project.inside.connection
    return [bytes(row[0] or b"") for row in connection.execute('SELECT "changes" FROM "step"')]


def test_the_order_of_the_laptop_is_lost(project, monkeypatch):
    round_id = voted(project, [], close=False)
    people = [person.id for person in project.all(Participant)]
    for number in range(9):
        ballots.put_ballot(project, round_id, (str(number + 1),), people[number], way=DEVICE)
    monkeypatch.setattr(
        "servicedesign.tools.voting.closing.random.SystemRandom.shuffle",
        lambda _self, things: things.reverse(),
    )
    closing.close_round(project, round_id)
    order = [ballots.labels_on(project, one) for one in project.all(Ballot)]
    assert order == [(str(number),) for number in range(9, 0, -1)]


# Words --------------------------------------------------------------------------------------------


def test_times_are_written_as_people_do():
    ja, en = translator("ja"), translator("en")
    assert moment_words("2026-11-05T15:02:09", ja) == "令和8（2026）年11月5日 15時02分"
    assert moment_words("2026-11-05T15:02:09", ja, day=False) == "15時02分"
    assert moment_words("2026-11-05T15:02:09", en, short=True) == "5 November, 15:02"
    assert moment_words("きのう", ja) == "きのう"


def test_a_round_stays_closed_while_a_run_off_of_its_run_off_goes_on(project):
    round_id = voted(project, ["1 2 3", "1 2 3", "4", "5", "6", "7"], tie_rule=TieRule.RUN_OFF)
    first = closing.start_run_off(project, round_id)
    rounds.open_round(project, first.id)
    ballots.put_ballot(project, first.id, ("4",))
    ballots.put_ballot(project, first.id, ("5",))
    closing.close_round(project, first.id)
    second = closing.start_run_off(project, first.id, ids(project, round_id, 4, 5))
    rounds.open_round(project, second.id)
    for one in (round_id, first.id):
        told = refusal(lambda one=one: closing.reopen_round(project, one, reason="数え直す"))
        assert "決選が続いて" in told
    closing.close_round(project, second.id)
    closing.reopen_round(project, round_id, reason="数え直す")
    assert project.get(VoteRound, round_id).status is VoteStatus.OPEN
