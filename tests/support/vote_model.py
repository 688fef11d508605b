"""A ballot box as plain counters, beside which the voting tool is tested.

Owns what a box may hold and what becomes of votes, worked out without the code of the product.
"""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass, field, replace

from servicedesign.model import BallotWay, Board, Participant, VoteTarget, msg
from servicedesign.store import Project
from servicedesign.tools.board import clusters, notes


@dataclass
class Paper:
    """One person's ballot."""

    way: BallotWay
    votes: Counter
    owner: str | None = None


@dataclass
class Model:
    """A ballot box and the rules it keeps."""

    kind: VoteTarget
    anonymous: bool
    budget: int
    cap: int
    targets: list[str]
    people: set[str]
    listed: bool
    count: int
    status: str = "open"
    singles: dict[str, Paper] = field(default_factory=dict)
    dots: Counter = field(default_factory=Counter)
    hands: Counter = field(default_factory=Counter)
    voted: set[str] = field(default_factory=set)
    result: dict[str, tuple[int, int]] | None = None

    @property
    def voters(self) -> int:
        return max(len(self.people), self.count)

    @property
    def rest(self) -> int:
        return self.voters - len(self.singles)

    def screens(self) -> int:
        return sum(paper.way is BallotWay.DEVICE for paper in self.singles.values())

    def holds(self) -> bool:
        """Tell whether all that is in the box could have been given."""
        for paper in self.singles.values():
            if paper.votes.total() > self.budget or any(n > self.cap for n in paper.votes.values()):
                return False
        together = self.dots + self.hands
        return (
            self.rest >= 0
            and all(n <= self.cap * self.rest for n in together.values())
            and all(n <= self.rest for n in self.hands.values())
            and together.total() <= self.budget * self.rest
        )

    def tried(self, **changes: object) -> Model:
        return replace(copy.deepcopy(self), **changes)

    def votes(self) -> Counter:
        total = self.dots + self.hands
        for paper in self.singles.values():
            total += paper.votes
        return total

    def supporters(self, target: str) -> tuple[int, int]:
        """Return the least and the most people who can have supported an idea."""
        single = sum(paper.votes[target] > 0 for paper in self.singles.values())
        dots, hands = self.dots[target], self.hands[target]
        for people in range(self.rest + 1):  # each raises a hand once, and dots fill the rest
            if hands <= people and dots + hands <= people * self.cap:
                least = people
                break
        return single + least, single + min(self.rest, dots + hands)

    def without(self, gone: set[str]) -> Model:
        after = self.tried()
        after.targets = [one for one in after.targets if one not in gone]
        for counts in (after.dots, after.hands, *(p.votes for p in after.singles.values())):
            for one in gone:
                counts.pop(one, None)
        return after

    def move(self, gone: str, into: str) -> None:
        """Let the votes of one candidate go to another, as far as the limits allow."""
        if self.kind is not VoteTarget.CLUSTER or gone not in self.targets:
            return
        self.targets.remove(gone)
        for paper in self.singles.values():
            paper.votes[into] = min(self.cap, paper.votes[into] + paper.votes.pop(gone, 0))
            paper.votes = +paper.votes
        hands = min(self.rest, self.hands[into] + self.hands.pop(gone, 0))
        room = self.cap * self.rest - hands
        dots = min(room, self.dots[into] + self.dots.pop(gone, 0))
        self.hands[into], self.dots[into] = hands, dots
        self.hands, self.dots = +self.hands, +self.dots


def shape(paper: Paper) -> tuple[str, list[tuple[str, int]]]:
    """Return way and votes of a ballot, to compare boxes whose ids differ."""
    return paper.way, sorted((+paper.votes).items())


def board_with_ideas(project: Project, ideas: int, people: int) -> tuple[Board, list[str]]:
    """Make a board with two clusters of two ideas and lone ones; return it and who takes part."""
    board = Board(title="ボード")
    here = [Participant(name=f"人{i}", position=float(i)) for i in range(people)]
    with project.edit(msg("見本")):
        for record in (board, *here):
            project.put(record)
    made = [notes.add_note(project, board.id, f"案{i}", 200.0 * i, 0.0) for i in range(ideas)]
    for pair in (made[:2], made[2:4]):
        one = clusters.make_cluster(project, [note.id for note in pair])
        clusters.rename_cluster(project, one.id, f"束{one.id[-2:]}")
    return board, [person.id for person in here]
