"""What was kept while an anonymous vote ran tells nobody's vote once it is closed."""

from __future__ import annotations

import pytest
from support.votes import open_vote, vote_project

from servicedesign.model import Ballot, BallotWay, Participant, Persona, VoteRound, VoteStatus, msg
from servicedesign.store import list_backups, open_project, restore_backup
from servicedesign.tools.voting import ballots, closing


@pytest.fixture
def project(tmp_path):
    with vote_project(tmp_path, ideas=5, people=3) as made:
        open_vote(made, budget=3, cap=2)
        path = made.path
    opened = open_project(path)
    yield opened
    opened.close()


def voted_on_laptop(project, place, *numbers):
    round_id = project.all(VoteRound)[0].id
    person = project.all(Participant)[place]
    ballots.put_ballot(project, round_id, numbers, person.id, way=BallotWay.DEVICE)


def closed_after_two_sessions(project):
    """One votes, the program is closed and opened, another votes; return what is open then."""
    voted_on_laptop(project, 0, "1", "2")
    project.name_version("ひとり目のあと")
    with project.edit(msg("人物像")):
        project.put(Persona(name="休憩のときに書いた"))
    project.close()
    again = open_project(project.path)
    voted_on_laptop(again, 1, "3", "3")
    again.name_version("ふたり目のあと")
    closing.close_round(again, again.all(VoteRound)[0].id)
    return again


def test_neither_restore_points_nor_versions_of_the_time_tell_whose_votes_they_are(
    project, tmp_path
):
    again = closed_after_two_sessions(project)
    brought = [
        restore_backup(one, tmp_path / f"控え{one.number}.sdproj")
        for one in list_backups(again.info.id)
    ]
    brought += [
        again.restore_version_as(one.id, tmp_path / f"{one.title}.sdproj")
        for one in again.versions()
    ]
    again.close()
    states = []
    for path in brought:
        with open_project(path, read_only=True) as old:
            round_ = next(iter(old.all(VoteRound)), None)
            if round_ is None:
                continue  # of the time before the vote
            states.append(round_.status)
            if round_.status is VoteStatus.OPEN:
                assert (round_.voted_ids, old.all(Ballot), old.undo_label) == ((), (), None)
                assert [one.kind for one in old.check()] == ["board"]  # as in the project itself
            else:
                assert len(old.all(Ballot)) == 2
    assert states.count(VoteStatus.OPEN) >= 3
    assert states.count(VoteStatus.CLOSED) >= 1


def test_no_other_work_and_no_vote_is_lost(project, tmp_path):
    again = closed_after_two_sessions(project)
    newest, *older = list_backups(again.info.id)
    again.close()
    with open_project(restore_backup(newest, tmp_path / "新.sdproj")) as kept:
        assert sum(one.votes for one in kept.all(VoteRound)[0].tallies) == 4
    with open_project(restore_backup(older[0], tmp_path / "前.sdproj")) as kept:
        assert [one.name for one in kept.all(Persona)] == ["休憩のときに書いた"]


def test_the_bytes_of_an_old_restore_point_hold_no_vote(project):
    voted_on_laptop(project, 0, "1", "2")
    (ballot,) = project.all(Ballot)
    project.close()
    with open_project(project.path) as again:
        before = {one.path: one.path.read_bytes() for one in list_backups(again.info.id)}
        assert any(ballot.id.encode() in data for data in before.values())
        closing.close_round(again, again.all(VoteRound)[0].id)
        for path in before:
            assert ballot.id.encode() not in path.read_bytes()


def test_while_a_vote_runs_what_is_kept_holds_its_votes(project, tmp_path):
    voted_on_laptop(project, 0, "1", "2")
    project.close()
    with open_project(project.path) as again:
        voted_on_laptop(again, 1, "3")
    newest = list_backups(project.info.id)[0]
    with open_project(restore_backup(newest, tmp_path / "途中.sdproj")) as old:
        assert len(old.all(Ballot)) == 2
        assert len(old.all(VoteRound)[0].voted_ids) == 2


def test_what_could_not_be_sealed_at_the_close_is_sealed_later(project, monkeypatch):
    from servicedesign.store import sealing

    def refuse(*_):
        raise OSError

    voted_on_laptop(project, 0, "1", "2")
    project.close()
    with open_project(project.path) as again:
        with monkeypatch.context() as refusing:
            refusing.setattr(sealing, "list_backups", refuse)
            closing.close_round(again, again.all(VoteRound)[0].id)
        assert again.all(VoteRound)[0].status is VoteStatus.CLOSED
    for one in list_backups(project.info.id):
        with open_project(one.path, read_only=True) as old:
            rounds = old.all(VoteRound)
            assert not old.all(Ballot) or rounds[0].status is VoteStatus.CLOSED
