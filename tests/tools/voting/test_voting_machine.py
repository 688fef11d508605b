"""Every way of voting in any order, against a model of what a ballot box may hold.

The model knows ballots as plain counters and works out by itself what must be refused. After each
step the project must hold exactly what the model holds, whatever was taken back or made again.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from support.vote_model import Model, Paper, board_with_ideas, shape

from servicedesign.model import (
    Ballot,
    BallotWay,
    Cluster,
    Note,
    Participant,
    ProjectError,
    TieRule,
    VoteRound,
    VoteStatus,
    VoteTarget,
)
from servicedesign.store import create_project
from servicedesign.tools.board import clusters, notes
from servicedesign.tools.participants.leaving import delete_participants
from servicedesign.tools.voting import ballots, choosing, closing, counting, ranking, rounds

NOTES, PEOPLE = 7, 5
MEMORY = Path("/dev/shm")  # where there is one, thousands of small commits wait for no disk
CHOSEN = st.lists(st.integers(0, NOTES), min_size=1, max_size=4)
MOSTLY = st.integers(0, 3).map(bool)
TALLY, DEVICE, DOTS, HANDS = (
    BallotWay.TALLY, BallotWay.DEVICE, BallotWay.DOTS, BallotWay.HANDS
)  # fmt: skip


class Votes(RuleBasedStateMachine):
    """One round on one board, and everything that can be done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.project = create_project(Path(self.folder.name) / "v.sdproj")
        self.project.subscribe(self.heard)
        self.steps = 0
        self.undo_stack: list[Model] = []
        self.redo_stack: list[Model] = []

    def heard(self, _changes: object) -> None:
        self.steps += 1

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()

    @initialize(
        kind=st.sampled_from(VoteTarget),
        anonymous=st.booleans(),
        hidden=st.booleans(),
        listed=st.booleans(),
        budget=st.integers(1, 4),
        cap=st.integers(1, 2),
        tie=st.sampled_from(TieRule),
    )
    def begin(self, kind, anonymous, hidden, listed, budget, cap, tie) -> None:
        project = self.project
        board, people = board_with_ideas(project, NOTES, PEOPLE)
        round_ = rounds.new_round(project, board.id, kind)
        listed = listed or not anonymous
        if not listed:
            rounds.set_voters(project, round_.id, count=PEOPLE)
        cap = min(cap, budget)
        rounds.change_rules(project, round_.id, budget=budget, cap=cap, anonymous=anonymous,
                            hidden=hidden, tie_rule=tie)  # fmt: skip
        rounds.open_round(project, round_.id)
        round_ = project.get(VoteRound, round_.id)
        project.break_merge()
        self.board_id, self.round_id = board.id, round_.id
        self.labels = {one.id: one.label for one in rounds.targets_of(project, round_)}
        assert len(set(self.labels.values())) == len(self.labels)
        self.model = Model(
            kind=kind,
            anonymous=anonymous,
            budget=budget,
            cap=cap,
            targets=list(round_.target_ids),
            people=set(people) if listed else set(),
            listed=listed,
            count=0 if listed else PEOPLE,
        )

    # What every step has in common --------------------------------------------------------------

    def attempt(self, after: Model | None, act) -> object:
        """Do something that must lead to ``after``, or be refused where that is None."""
        before, steps = self.model, self.steps
        try:
            result = act()
        except ProjectError:
            assert after is None, "refused, though it keeps every limit"
            assert self.steps == steps, "refused, and yet something was written"
            return None
        assert after is not None, "taken, though a limit breaks"
        self.project.break_merge()
        self.model = after
        if self.steps > steps:
            self.undo_stack.append(before)
            self.redo_stack.clear()
        return result

    @property
    def open(self) -> bool:
        return self.model.status == "open"

    def pick(self, index: int) -> str:
        """Return a candidate, past the end one that never was."""
        return self.model.targets[index] if index < len(self.model.targets) else "?"

    def label(self, target: str) -> str:
        return self.labels.get(target, "99")

    def person(self, index: int) -> str:
        return sorted(one.id for one in self.project.all(Participant))[index % self.left()]

    def left(self) -> int:
        return max(1, len(self.project.all(Participant)))

    def with_ballot(self, paper: Paper) -> Model | None:
        model = self.model
        owner = paper.owner
        must_name = not model.anonymous or (paper.way is DEVICE and model.people)
        if not self.open or "?" in paper.votes or (must_name and owner is None):
            return None
        if owner is not None and (owner not in model.people or owner in model.voted):
            return None
        kept = replace(paper, owner=None if model.anonymous else owner)
        voted = model.voted | ({owner} if owner else set())
        after = model.tried(singles={**model.singles, "new": kept}, voted=voted)
        return after if after.holds() else None

    # Voting -------------------------------------------------------------------------------------

    @rule(chosen=CHOSEN, careful=MOSTLY)
    def put_paper(self, chosen, careful) -> None:
        self.put(chosen, None, TALLY, careful)

    @rule(chosen=CHOSEN, who=st.integers(0, PEOPLE - 1), careful=MOSTLY)
    def put_by_name(self, chosen, who, careful) -> None:
        self.put(chosen, who, TALLY, careful)

    @rule(chosen=CHOSEN, who=st.integers(0, PEOPLE - 1), careful=MOSTLY)
    def put_on_screen(self, chosen, who, careful) -> None:
        self.put(chosen, who, DEVICE, careful)

    def put(self, chosen, who, way, careful) -> None:
        model = self.model
        targets = [self.pick(index) for index in chosen]
        if careful:
            kept = [one for one in dict.fromkeys(targets) if one != "?"][: model.budget]
            targets = kept or model.targets[:1] or ["?"]
        owner = None if who is None else self.person(who)
        after = self.with_ballot(Paper(way, Counter(targets), owner))
        numbers = [self.label(target) for target in targets]
        told = ballots.judge(self.project, self.round_id, numbers, owner)
        if after is not None:
            assert told.ok
            assert told.remaining == self.model.budget - len(targets)
        made = self.attempt(
            after,
            lambda: ballots.put_ballot(self.project, self.round_id, numbers, owner, way=way),
        )
        if made is not None:
            self.model.singles[made.id] = self.model.singles.pop("new")

    @precondition(lambda self: self.model.singles)
    @rule(index=st.integers(0, 9), chosen=CHOSEN)
    def replace_one(self, index, chosen) -> None:
        key = sorted(self.model.singles)[index % len(self.model.singles)]
        targets = [self.pick(one) for one in chosen]
        paper = replace(self.model.singles[key], votes=Counter(targets))
        after = self.model.tried(singles={**self.model.singles, key: paper})
        good = self.open and "?" not in paper.votes and after.holds()
        numbers = [self.label(target) for target in targets]
        self.attempt(
            after if good else None, lambda: ballots.replace_ballot(self.project, key, numbers)
        )

    @precondition(lambda self: self.model.singles)
    @rule(index=st.integers(0, 9), who=st.none() | st.integers(0, PEOPLE - 1))
    def take_back(self, index, who) -> None:
        model = self.model
        key = sorted(model.singles)[index % len(model.singles)]
        paper = model.singles[key]
        person = paper.owner or (None if who is None else self.person(who))
        rest = {one: kept for one, kept in model.singles.items() if one != key}
        after = model.tried(singles=rest, voted=model.voted - {person})
        if not paper.owner and person in model.voted:
            owned = any(one.owner == person for one in rest.values())
            if owned or len(model.voted) <= after.screens():
                after = None
        self.attempt(
            after if self.open else None,
            lambda: ballots.take_back_ballot(self.project, key, person),
        )

    @rule(index=st.integers(0, NOTES), n=st.integers(0, 9))
    def count_dots(self, index, n) -> None:
        self.count_in_room(index, DOTS, n)

    @rule(index=st.integers(0, NOTES), n=st.integers(0, 6))
    def count_hands(self, index, n) -> None:
        self.count_in_room(index, HANDS, n)

    def count_in_room(self, index, way, n) -> None:
        target = self.pick(index)
        counts = self.model.dots if way is DOTS else self.model.hands
        changed = Counter({**counts, target: n})
        name = "dots" if way is DOTS else "hands"
        after = self.model.tried(**{name: +changed})
        good = self.open and target != "?" and after.holds()
        self.attempt(
            after if good else None,
            lambda: ballots.set_count(self.project, self.round_id, way, target, n),
        )

    @rule(who=st.integers(0, PEOPLE - 1), voted=st.booleans())
    def mark(self, who, voted) -> None:
        model, person = self.model, self.person(who)
        after: Model | None = model.tried(
            voted=model.voted | {person} if voted else model.voted - {person}
        )
        if not self.open or (voted and person not in model.people):
            after = None
        elif not voted and person in model.voted:
            owned = any(paper.owner == person for paper in model.singles.values())
            if owned or len(model.voted) <= model.screens():
                after = None
        self.attempt(after, lambda: ballots.mark_voted(self.project, self.round_id, person, voted))

    # Rules and people ---------------------------------------------------------------------------

    @rule(budget=st.integers(1, 5), cap=st.integers(1, 3))
    def change_rules(self, budget, cap) -> None:
        cap = min(cap, budget)
        after = self.model.tried(budget=budget, cap=cap)
        same = (budget, cap) == (self.model.budget, self.model.cap)
        good = same or (self.open and after.holds())
        self.attempt(
            after if good else None,
            lambda: rounds.change_rules(self.project, self.round_id, budget=budget, cap=cap),
        )

    @rule(who=st.integers(0, PEOPLE - 1))
    def person_leaves(self, who) -> None:
        model = self.model
        if len(self.project.all(Participant)) < 2:
            return
        person = self.person(who)
        after = model.tried(people=model.people - {person}, voted=model.voted - {person})
        if self.open:
            if (
                person in model.voted
                or not after.holds()
                or (not after.voters and (model.dots or model.hands or model.singles))
            ):
                after = None
        elif not model.anonymous:
            for paper in after.singles.values():
                paper.owner = None if paper.owner == person else paper.owner
        if after is not None and not self.open:
            after.count = model.voters  # a closed round goes on counting who could vote
            if person not in model.people | model.voted:
                after.count = model.count
        self.attempt(after, lambda: delete_participants(self.project, [person]))

    # Ideas that go ------------------------------------------------------------------------------

    @rule(
        what=st.sampled_from(["delete", "loosen", "join", "join", "stack", "merge"]),
        index=st.integers(0, 9),
        more=st.integers(1, 9),
    )
    def on_the_board(self, what, index, more) -> None:
        match what:
            case "delete" | "loosen":
                (self.delete_idea if what == "delete" else self.loosen)(index)
            case _:
                {"join": self.join, "stack": self.stack, "merge": self.merge}[what](index, more)

    def delete_idea(self, index) -> None:
        found = self.project.all(Note, board_id=self.board_id)
        if not found:
            return
        note = found[index % len(found)]
        refused = not self.open and note.id in self.model.targets
        after = self.model.without({note.id}) if self.open else self.model.tried()
        self.attempt(
            None if refused else after, lambda: notes.delete_notes(self.project, [note.id])
        )

    def loosen(self, index) -> None:
        found = self.project.all(Cluster, board_id=self.board_id)
        if not found:
            return
        one = found[index % len(found)]
        refused = not self.open and one.id in self.model.targets
        after = self.model.without({one.id}) if self.open else self.model.tried()
        self.attempt(
            None if refused else after, lambda: clusters.loosen_clusters(self.project, [one.id])
        )

    def join(self, index, where) -> None:
        found = self.project.all(Note, board_id=self.board_id)
        sheets = self.project.all(Cluster, board_id=self.board_id)
        if not found or not sheets:
            return
        note, sheet = found[index % len(found)], sheets[where % len(sheets)]
        after = self.model.tried()
        joins = note.cluster_id != sheet.id and sheet.id in after.targets
        if joins and self.open:
            after.move(note.id, sheet.id)
        self.attempt(after, lambda: clusters.join_cluster(self.project, sheet.id, [note.id]))

    def stack(self, index, more) -> None:
        found = self.project.all(Note, board_id=self.board_id)
        if len(found) < 2:
            return
        note, onto = found[index % len(found)], found[(index + more) % len(found)]
        if note.id == onto.id:
            return
        after = self.model.tried()
        if self.open and onto.cluster_id in after.targets and note.cluster_id != onto.cluster_id:
            after.move(note.id, onto.cluster_id)
        self.attempt(after, lambda: clusters.stack_notes(self.project, [note.id], onto.id))

    def merge(self, index, more) -> None:
        found = self.project.all(Cluster, board_id=self.board_id)
        if len(found) < 2:
            return
        into, other = found[index % len(found)], found[(index + more) % len(found)]
        if into.id == other.id:
            return
        after = self.model.tried()
        candidates = [one.id for one in (into, other) if one.id in after.targets]
        if not self.open and len(candidates) > 1:
            after = None
        elif self.open and candidates:
            stays = candidates[0]
            goes = other.id if stays == into.id else into.id
            for note in self.project.all(Note, cluster_id=goes):
                after.move(note.id, stays)
            after.move(goes, stays)
        self.attempt(after, lambda: clusters.merge_clusters(self.project, into.id, [other.id]))

    # Back and forth -----------------------------------------------------------------------------

    @precondition(lambda self: self.undo_stack)
    @rule(times=st.integers(1, 3))
    def undo(self, times) -> None:
        for _ in range(min(times, len(self.undo_stack))):
            assert self.project.undo() is not None
            self.redo_stack.append(self.model)
            self.model = self.undo_stack.pop()

    @precondition(lambda self: self.redo_stack)
    @rule(times=st.integers(1, 3))
    def redo(self, times) -> None:
        for _ in range(min(times, len(self.redo_stack))):
            assert self.project.redo() is not None
            self.undo_stack.append(self.model)
            self.model = self.redo_stack.pop()

    # The end ------------------------------------------------------------------------------------

    @precondition(lambda self: self.open)
    @rule()
    def close(self) -> None:
        model = self.model
        ids = {ballot.id for ballot in self.project.all(Ballot) if ballot.way in (TALLY, DEVICE)}
        closing.close_round(self.project, self.round_id, who="進行")
        self.undo_stack.clear()
        self.redo_stack.clear()
        assert self.project.undo_label is self.project.redo_label is None
        assert self.project.undo() is None
        round_ = self.project.get(VoteRound, self.round_id)
        after = model.tried(status="closed", count=model.voters)
        votes = model.votes()
        assert {t.target_id: t.votes for t in round_.tallies} == {
            one: votes[one] for one in model.targets
        }
        for tally in round_.tallies:
            least, most = model.supporters(tally.target_id)
            assert tally.supporters == least
            assert tally.at_least is (least < most)
        after.result = {t.target_id: (t.votes, t.supporters) for t in round_.tallies}
        if model.anonymous:
            singles = [one for one in self.project.all(Ballot) if one.way in (TALLY, DEVICE)]
            assert not ids & {one.id for one in singles}
            after.singles = {
                one.id: Paper(one.way, Counter({v.target_id: v.count for v in one.votes}))
                for one in singles
            }
            assert sorted(map(shape, after.singles.values())) == sorted(
                map(shape, model.singles.values())
            )
        self.model = after

    @precondition(lambda self: not self.open)
    @rule(reason=st.sampled_from(["", "用紙が1枚残っていた"]))
    def reopen(self, reason) -> None:
        after = self.model.tried(status="open", result=None) if reason else None
        self.attempt(
            after, lambda: closing.reopen_round(self.project, self.round_id, reason=reason)
        )

    @precondition(lambda self: not self.open)
    @rule(keep=st.integers(0, 6), reasons=st.booleans())
    def choose(self, keep, reasons) -> None:
        places = ranking.ranking(self.project, self.round_id)
        ids = [place.target.id for place in places[:keep]]
        asked = choosing.reasons_asked(self.project, self.round_id, ids)
        after = self.model.tried()
        if not reasons and (asked.departures or asked.tied):
            after = None
        why = dict.fromkeys(ids, "わけがある" if reasons else "")
        self.attempt(
            after,
            lambda: choosing.choose(self.project, self.round_id, why,
                                    tie_reason="近い" if reasons else ""),
        )  # fmt: skip

    # What must always hold ----------------------------------------------------------------------

    @invariant()
    def the_box_holds_what_was_put_in(self) -> None:
        if not hasattr(self, "model"):
            return
        model, project = self.model, self.project
        round_ = project.get(VoteRound, self.round_id)
        assert (round_.status is VoteStatus.OPEN) is self.open
        assert sorted(round_.target_ids) == sorted(model.targets)
        assert round_.voted_ids == tuple(sorted(model.voted))
        found = {one.id: one for one in project.all(Ballot, round_id=self.round_id)}
        singles = {key: one for key, one in found.items() if one.way in (TALLY, DEVICE)}
        assert singles.keys() == model.singles.keys()
        for key, ballot in singles.items():
            paper = model.singles[key]
            assert Counter({v.target_id: v.count for v in ballot.votes}) == +paper.votes
            assert (ballot.way, ballot.participant_id) == (paper.way, paper.owner)
        for way, counts in ((DOTS, model.dots), (HANDS, model.hands)):
            records = [one for one in found.values() if one.way is way]
            assert len(records) == bool(+counts)
            held = {v.target_id: v.count for one in records for v in one.votes}
            assert held == dict(+counts)

    @invariant()
    def every_limit_holds_and_nothing_hidden_is_told(self) -> None:
        if not hasattr(self, "model"):
            return
        model, project = self.model, self.project
        assert model.holds()
        round_ = project.get(VoteRound, self.round_id)
        now = counting.standing(project, self.round_id)
        assert (now.voters, now.ballots, now.together) == (
            model.voters, len(model.singles), model.rest
        )  # fmt: skip
        assert now.remaining == model.budget * model.rest - (model.dots + model.hands).total()
        assert {one.id for one in now.missing} == model.people - model.voted
        seen = counting.public_count(project, self.round_id)
        if model.result is not None:
            assert {t.target_id: (t.votes, t.supporters) for t in seen} == model.result
        else:
            assert (seen is None) is round_.hidden
        for one in rounds.targets_of(project, round_):
            assert self.labels[one.id] == one.label
        assert project.check() == ()


Votes.TestCase.settings = settings(
    max_examples=35,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestVotes = Votes.TestCase
