"""Choosing together: vote rounds, ballots, deep-dives and the payoff matrix.

Owns the records of 投票, 深掘り and 評価マトリクス (report ch. 7 §2(2)). The rules of a vote are
in the voting tool's actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from servicedesign.model.journey import Outcome
from servicedesign.model.message import N_
from servicedesign.model.record import (
    Personal,
    Record,
    choice_field,
    code_field,
    items_field,
    number_field,
    place_field,
    ref_field,
    text_field,
)


class VoteStatus(StrEnum):
    """Where a round stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class VoteTarget(StrEnum):
    """What is voted on."""

    NOTE = "note"
    CLUSTER = "cluster"


class TieRule(StrEnum):
    """What is done when the last place is shared."""

    RUN_OFF = "run_off"
    KEEP_BOTH = "keep_both"
    MORE_SUPPORTERS = "more_supporters"
    FACILITATOR = "facilitator"


class BallotWay(StrEnum):
    """How a ballot reached the app."""

    TALLY = "tally"
    DOTS = "dots"
    DEVICE = "device"
    HANDS = "hands"


class VoteEventKind(StrEnum):
    """What happened to a round and is written into its record."""

    OPENED = "opened"
    CLOSED = "closed"
    REOPENED = "reopened"
    RULES = "rules"
    LEFT = "left"
    """An idea was deleted; its votes went back to those who gave them."""
    MOVED = "moved"
    """An idea joined a cluster and its votes went with it."""
    TIE = "tie"
    CHOSEN = "chosen"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteEvent:
    """One line of a round's record; ``at`` is local time, ``YYYY-MM-DDTHH:MM:SS`` or empty."""

    at: str = code_field(N_("時刻"))
    kind: VoteEventKind = choice_field(N_("できごと"), VoteEventKind.NOTE)
    who: str = text_field(N_("決めた人"), personal=Personal.CLEAR)
    text: str = text_field(N_("内容"), long=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counted result of one target: votes, and how many different people gave them.

    ``at_least`` says that the number of people is the least it can be: of dots counted on the
    wall nobody knows whose they are.
    """

    target_id: str = ref_field(None, N_("対象"), owner=True)
    votes: int = number_field(N_("票"), default=0, minimum=0)
    supporters: int = number_field(N_("入れた人"), default=0, minimum=0)
    at_least: bool = choice_field(N_("少なくとも"), False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A target kept for the deep-dive, with the reason where it departs from the count."""

    target_id: str = ref_field(None, N_("対象"), owner=True)
    reason: str = text_field(N_("理由"), long=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRound(Record):
    """One round of dot voting on the ideas or clusters of a board.

    ``voter_count`` stands for ``voter_ids`` where there is no list of names. ``voted_ids`` is kept
    sorted, and apart from the ballots, so that neither tells whose ballot is whose. ``events`` is
    what the app recorded; ``log`` holds remarks that people wrote.
    """

    KIND: ClassVar[str] = "vote_round"
    LABEL: ClassVar[str] = N_("投票")

    board_id: str = ref_field("board", N_("ボード"), owner=True)
    title: str = text_field(N_("題名"))
    target: VoteTarget = choice_field(N_("対象"), VoteTarget.NOTE)
    target_ids: tuple[str, ...] = items_field(N_("対象の一覧"))
    status: VoteStatus = choice_field(N_("状態"), VoteStatus.DRAFT)
    budget: int = number_field(N_("持ち票"), default=3, minimum=1, maximum=99)
    cap: int = number_field(N_("1案の上限"), default=1, minimum=1, maximum=99)
    anonymous: bool = choice_field(N_("匿名"), True)
    hidden: bool = choice_field(N_("結果は締切まで非表示"), True)
    tie_rule: TieRule = choice_field(N_("同数のとき"), TieRule.MORE_SUPPORTERS)
    tie_reason: str = text_field(N_("同数を決めた理由"), long=True)
    voter_ids: tuple[str, ...] = items_field(N_("投票できる人"), personal=Personal.CLEAR)
    voter_count: int | None = number_field(N_("投票できる人の数"), minimum=0, maximum=9999)
    voted_ids: tuple[str, ...] = items_field(N_("投票をすませた人"), personal=Personal.CLEAR)
    opened_at: str = code_field(N_("始めた時刻"))
    closed_at: str = code_field(N_("締め切った時刻"))
    reopened: int = number_field(N_("開き直した回数"), default=0, minimum=0)
    run_off_of: str | None = ref_field("vote_round", N_("決選のもとの投票"))
    decided_by: str = text_field(N_("決めた人"), personal=Personal.CLEAR)
    events: tuple[VoteEvent, ...] = items_field(N_("記録"))
    log: tuple[str, ...] = items_field(N_("覚え書き"), personal=Personal.CLEAR)
    tallies: tuple[Tally, ...] = items_field(N_("集計"))
    selections: tuple[Selection, ...] = items_field(N_("選んだ案"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotVote:
    """Votes given to one target on one ballot."""

    target_id: str = ref_field(None, N_("対象"), owner=True)
    count: int = number_field(N_("票"), default=1, minimum=1, maximum=9999)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Record):
    """One person's (or one count's) votes in a round; gone from an anonymised copy.

    Dots and raised hands are counted in the room: one record of each way holds all their counts.
    """

    KIND: ClassVar[str] = "ballot"
    LABEL: ClassVar[str] = N_("投票用紙")

    round_id: str = ref_field("vote_round", N_("投票"), owner=True)
    participant_id: str | None = ref_field("participant", N_("投票した人"))
    number: int = number_field(N_("用紙の番号"), default=0, minimum=0)
    way: BallotWay = choice_field(N_("方法"), BallotWay.TALLY)
    votes: tuple[BallotVote, ...] = items_field(N_("票"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A worry with the answer the group found to it."""

    worry: str = text_field(N_("心配"), long=True)
    answer: str = text_field(N_("答え"), long=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepDive(Record):
    """One chosen idea worked out by one group (深掘りシート)."""

    KIND: ClassVar[str] = "deep_dive"
    LABEL: ClassVar[str] = N_("深掘り")

    note_id: str | None = ref_field("note", N_("もとの案"))
    cluster_id: str | None = ref_field("cluster", N_("もとのまとまり"))
    group_id: str | None = ref_field("group", N_("班"))
    title: str = text_field(N_("案の名前"))
    whose: str = text_field(N_("だれの"), long=True)
    problem: str = text_field(N_("どの困りごと"), long=True)
    value: str = text_field(N_("届ける価値"), long=True)
    people: str = text_field(N_("必要な人"), long=True)
    things: str = text_field(N_("必要な物"), long=True)
    rules: str = text_field(N_("必要な決まり"), long=True)
    partners: str = text_field(N_("協力先"), long=True)
    worries: tuple[Worry, ...] = items_field(N_("心配と答え"))
    smallest_trial: str = text_field(N_("いちばん小さな試し"), long=True)
    comments: tuple[str, ...] = items_field(N_("質問と意見"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoffMatrix(Record):
    """Impact against feasibility (効果×実現性).

    ``raters`` are those who rate, in order, also before they rated anything. While ``hidden``, each
    sees the own ratings alone. ``decided`` is what the team made of the places.
    """

    KIND: ClassVar[str] = "payoff_matrix"
    LABEL: ClassVar[str] = N_("評価マトリクス")

    board_id: str | None = ref_field("board", N_("ボード"))
    title: str = text_field(N_("題名"))
    raters: tuple[str, ...] = items_field(N_("評価する人"), personal=Personal.CLEAR)
    hidden: bool = choice_field(N_("ほかの人の評価を隠す"), False)
    decided: str = text_field(N_("決めたこと"), long=True)
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoffRating:
    """Where one rater (a group or a person) sees an idea; both axes run from 0 to 1.

    An axis that was not rated yet is None; only a rating of both counts.
    """

    rater: str = text_field(N_("評価した人"), personal=Personal.CLEAR)
    impact: float | None = number_field(N_("効果"), minimum=0, maximum=1)
    feasibility: float | None = number_field(N_("実現性"), minimum=0, maximum=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoffItem(Record):
    """An idea placed on a payoff matrix; both axes run from 0 to 1.

    Where there are ratings, its place is their mean. ``fits_action`` and ``fits_thought`` hold it
    against what the persona does and thinks (the report's final review, ch. 7 §2(2)).
    """

    KIND: ClassVar[str] = "payoff_item"
    LABEL: ClassVar[str] = N_("評価した案")

    matrix_id: str = ref_field("payoff_matrix", N_("評価マトリクス"), owner=True)
    note_id: str | None = ref_field("note", N_("案"))
    cluster_id: str | None = ref_field("cluster", N_("まとまり"))
    impact: float = number_field(N_("効果"), default=0.5, minimum=0, maximum=1)
    feasibility: float = number_field(N_("実現性"), default=0.5, minimum=0, maximum=1)
    ratings: tuple[PayoffRating, ...] = items_field(N_("評価"))
    fits_action: Outcome = choice_field(N_("行動に合うか"), Outcome.UNSET)
    fits_thought: Outcome = choice_field(N_("思考に合うか"), Outcome.UNSET)
    comment: str = text_field(N_("理由"), long=True)
    position: float = place_field()
