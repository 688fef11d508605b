"""The rows that the lists of a vote show, read from the project.

Owns that reading. While counts are hidden every row says the same: nothing else is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from servicedesign.i18n import Translator
from servicedesign.model import Board, Message, VoteRound, VoteStatus, VoteTarget
from servicedesign.store import Project
from servicedesign.tools.vote_targets import Target, candidates, targets_of
from servicedesign.tools.voting.counting import Standing, public_count
from servicedesign.tools.voting.target_line import HIDDEN, TargetLine


def target_line(
    target: Target, t: Translator, *, votes: str = "", marked: bool = False
) -> TargetLine:
    """Return the row of a candidate."""
    return TargetLine(
        target.id,
        target.label,
        target.title or t("（言葉がありません）"),
        str(target.colour) if target.colour is not None else "",
        votes,
        marked,
    )


def open_lines(
    project: Project, round_: VoteRound, t: Translator, on_ballot: Iterable[str] = ()
) -> list[TargetLine]:
    """Return the rows of an open round; ``on_ballot`` are the labels on the ballot in hand."""
    shown = public_count(project, round_.id)
    votes = {tally.target_id: str(tally.votes) for tally in shown or ()}
    marked = Counter(on_ballot)
    return [
        target_line(
            target,
            t,
            votes=HIDDEN if shown is None else votes.get(target.id, "0"),
            marked=marked[target.label] > 0,
        )
        for target in targets_of(project, round_)
    ]


def draft_lines(project: Project, round_: VoteRound, t: Translator) -> list[TargetLine]:
    """Return the rows of a draft: all that could take part, those that do are marked."""
    ids = candidates(project, round_.board_id, round_.target)
    inside = set(round_.target_ids)
    if round_.run_off_of is not None:
        ids = round_.target_ids
    return [
        target_line(target, t, marked=target.id in inside)
        for target in targets_of(project, replace(round_, target_ids=ids))
    ]


def came(standing: Standing) -> int:
    """Return how many people have voted, as far as ballots and marks tell."""
    return max(len(standing.voted), standing.ballots)


def subject(project: Project, round_: VoteRound, t: Translator) -> str:
    """Return what is voted on in a few words: the board and how many ideas or clusters."""
    board = project.find(Board, round_.board_id)
    title = (board.title.strip() if board is not None else "") or t("（まだ名前がありません）")
    number = len(round_.target_ids)
    if round_.target is VoteTarget.CLUSTER:
        return t.plural("ボード「{board}」のまとまりと案 {n}", number, board=title)
    return t.plural("ボード「{board}」の{n}案", number, board=title)


def status_words(round_: VoteRound, t: Translator) -> str:
    """Return where a round stands, in a word."""
    words: dict[VoteStatus, str] = {
        VoteStatus.DRAFT: t.context("vote", "準備中"),
        VoteStatus.OPEN: t.context("vote", "投票中"),
        VoteStatus.CLOSED: t.context("vote", "締切"),
    }
    return words[round_.status]


def said(words: Message | str, t: Translator) -> str:
    """Return words of the project as they are, and a message of ours in this language."""
    return words if isinstance(words, str) else t(words)
