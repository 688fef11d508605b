"""Choosing together: vote rounds, ballots, deep-dives and the payoff matrix.

Owns the records of 投票, 深掘り and 評価マトリクス (report ch. 7 §2(2)). The rules of a vote are
in the voting tool's actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counted result of one target: votes, and how many different people gave them."""

    target_id: str = ref_field(None, N_("対象"), owner=True)
    votes: int = number_field(N_("票"), default=0, minimum=0)
    supporters: int = number_field(N_("入れた人"), default=0, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A target kept for the deep-dive, with the reason where it departs from the count."""

    target_id: str = ref_field(None, N_("対象"), owner=True)
    reason: str = text_field(N_("理由"), long=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRound(Record):
    """One round of dot voting on the ideas or clusters of a board."""

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
    opened_at: str = code_field(N_("始めた時刻"))
    closed_at: str = code_field(N_("締め切った時刻"))
    reopened: int = number_field(N_("開き直した回数"), default=0, minimum=0)
    log: tuple[str, ...] = items_field(N_("記録"), personal=Personal.CLEAR)
    tallies: tuple[Tally, ...] = items_field(N_("集計"))
    selections: tuple[Selection, ...] = items_field(N_("選んだ案"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotVote:
    """Votes given to one target on one ballot."""

    target_id: str = ref_field(None, N_("対象"), owner=True)
    count: int = number_field(N_("票"), default=1, minimum=1, maximum=99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Record):
    """One person's (or one count's) votes in a round; gone from an anonymised copy."""

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
    value: str = text_field(N_("うれしいこと"), long=True)
    people: str = text_field(N_("要る人"), long=True)
    things: str = text_field(N_("要る物"), long=True)
    rules: str = text_field(N_("要る決まり"), long=True)
    partners: str = text_field(N_("協力先"), long=True)
    worries: tuple[Worry, ...] = items_field(N_("心配と答え"))
    smallest_trial: str = text_field(N_("いちばん小さな試し"), long=True)
    comments: tuple[str, ...] = items_field(N_("質問と意見"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoffMatrix(Record):
    """Impact against feasibility (効果×実現性)."""

    KIND: ClassVar[str] = "payoff_matrix"
    LABEL: ClassVar[str] = N_("評価マトリクス")

    board_id: str | None = ref_field("board", N_("ボード"))
    title: str = text_field(N_("題名"))
    position: float = place_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoffItem(Record):
    """An idea placed on a payoff matrix; both axes run from 0 to 1."""

    KIND: ClassVar[str] = "payoff_item"
    LABEL: ClassVar[str] = N_("評価した案")

    matrix_id: str = ref_field("payoff_matrix", N_("評価マトリクス"), owner=True)
    note_id: str | None = ref_field("note", N_("案"))
    cluster_id: str | None = ref_field("cluster", N_("まとまり"))
    impact: float = number_field(N_("効果"), default=0.5, minimum=0, maximum=1)
    feasibility: float = number_field(N_("実現性"), default=0.5, minimum=0, maximum=1)
    comment: str = text_field(N_("理由"), long=True)
    position: float = place_field()
