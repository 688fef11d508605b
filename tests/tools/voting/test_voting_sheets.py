"""The sheets of a vote: ballots to cut off, the result, the record of decisions."""

from __future__ import annotations

import datetime as dt

import pytest
from support.printed import page_words, squeeze

from servicedesign.i18n import translator
from servicedesign.model import BallotWay, Board, Participant, TieRule, VoteTarget, msg
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.store import create_project
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.voting import (
    ballots,
    choosing,
    closing,
    rounds,
    sheet_ballots,
    sheet_record,
    sheet_result,
)


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "v.sdproj") as made:
        yield made


def started(project, ideas=9, people=12, target=VoteTarget.NOTE, **rules):
    board = Board(title="夜のボード")
    with project.edit(msg("見本")):
        project.put(board)
        for number in range(people):
            project.put(Participant(name=f"人 {number}", position=float(number)))
    for number in range(ideas):
        notes.add_note(project, board.id, f"{number + 1}つめの案", 200.0 * number, 0.0)
    if target is VoteTarget.CLUSTER:
        ids = rounds.candidates(project, board.id, VoteTarget.NOTE)
        made = clusters.make_cluster(project, ids[:3])
        clusters.rename_cluster(project, made.id, "待たせない")
    made = rounds.new_round(project, board.id, target)
    rounds.change_rules(project, made.id, **{"budget": 4, "cap": 2, **rules})
    rounds.open_round(project, made.id, at="2026-11-05T15:31:00", who="中原")
    return made.id


def printed(module, project, *, lang="ja", paper="A4", blank=False):
    frame = FrameInfo("ひとり親の支援", "みどり野町", "こども未来課", dt.date(2026, 11, 5))
    job = SheetJob(PAPERS[paper], "portrait", translator(lang), frame, blank)
    data = module.blank_data(project) if blank else module.gather(project)
    return page_words(module.draw(data, job).pdf_bytes())


def test_nothing_is_printed_without_a_round(project):
    assert [m.gather(project) for m in (sheet_ballots, sheet_result, sheet_record)] == [None] * 3


def test_every_slip_says_how_many_votes_and_has_a_place_for_each(project):
    started(project)
    pages = printed(sheet_ballots, project)
    slips = sum(page.count("4票まで。同じ番号は2票まで。") for page in pages)
    assert slips >= 12
    assert all(page.count("4票目") == page.count("4票まで。同じ番号") for page in pages)
    assert all("9つめの案" in page for page in pages)
    assert "名前は書きません" in pages[0]
    assert "人 0" not in "".join(pages)


def test_a_vote_by_name_asks_for_the_name(project):
    started(project, anonymous=False)
    pages = printed(sheet_ballots, project)
    assert pages[0].count("名前") == 1 + pages[0].count("4票まで。同じ")


def test_very_many_ideas_get_pages_of_their_own(project):
    started(project, ideas=170, people=4)
    pages = printed(sheet_ballots, project)
    whole = "".join(pages)
    assert all(f"{number}つめの案" in whole for number in range(1, 171))
    assert "4票まで。同じ番号は2票まで。" not in pages[0]
    assert pages[-1].count("4票まで。同じ番号は2票まで。") >= 4


def test_clusters_stand_on_the_ballot_by_their_letters(project):
    started(project, target=VoteTarget.CLUSTER)
    (page, *_) = printed(sheet_ballots, project)
    assert squeeze("A待たせない") in page
    assert "1つめの案" not in page
    assert squeeze("4 4つめの案") in page


def test_an_empty_ballot_leaves_the_figures_to_be_written(project):
    (page,) = printed(sheet_ballots, project, blank=True)
    assert page.count("票まで。同じ番号は") == 10
    assert "5票目" in page


def test_the_result_lists_everyone_and_how_it_was_decided(project):
    round_id = started(project, tie_rule=TieRule.FACILITATOR)
    for text in ("1 2 3", "1 2 3", "1 2 4", "5", "6"):
        ballots.put_ballot(project, round_id, ballots.read_numbers(text))
    assert sheet_result.gather(project) is None
    closing.close_round(project, round_id, at="2026-11-05T15:38:00", who="中原")
    found = {one.label: one.id for one in rounds.targets_of(project, rounds.rounds_of(project)[0])}
    why = {found[n]: "" for n in "1234"}
    choosing.choose(project, round_id, why, at="2026-11-05T15:42:00", who="12人の合意",
                    tie_reason="すぐに試せる")  # fmt: skip
    (page,) = printed(sheet_result, project)
    for words in (
        "12人中5人", "11票", "3人", "0票の案（3件）", "9つめの案",
        "4、5、6は1票ずつ。進行役が4を選んだ。理由：すぐに試せる",
        "12人の合意", "令和8（2026）年11月5日15時42分",
    ):  # fmt: skip
        assert squeeze(words) in page
    (record,) = printed(sheet_record, project)
    for words in (
        "夜のボード", "進行役が理由を添えて決める", "15時31分投票を始めた。中原",
        "12人のうち5人が投票し、締め切った。", "1、2、3、4を選んだ。",
    ):  # fmt: skip
        assert squeeze(words) in record


def test_no_sheet_tells_a_running_count(project):
    round_id = started(project)
    target = rounds.rounds_of(project)[0].target_ids[0]
    ballots.put_ballot(project, round_id, ("1", "1"))
    ballots.set_count(project, round_id, BallotWay.DOTS, target, 17)
    before = printed(sheet_record, project), printed(sheet_ballots, project)
    ballots.put_ballot(project, round_id, ("2", "2"))
    ballots.set_count(project, round_id, BallotWay.DOTS, target, 16)
    assert (printed(sheet_record, project), printed(sheet_ballots, project)) == before
    assert "17" not in before[0][0]


def test_hundreds_of_votes_are_a_bar(project):
    round_id = started(project, ideas=3, people=400)
    target = rounds.rounds_of(project)[0].target_ids[0]
    ballots.set_count(project, round_id, BallotWay.DOTS, target, 700)
    closing.close_round(project, round_id)
    (page,) = printed(sheet_result, project)
    assert "700" in page
    assert "350人以上" in page
    assert "1票＝" not in page
