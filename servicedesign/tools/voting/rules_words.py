"""The rules of a round in words: on the line above the vote, for the room, and when it opens.

Owns these words.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import VoteRound
from servicedesign.tools.voting.rounds import TIE_RULES


def rule_pairs(round_: VoteRound, t: Translator) -> tuple[tuple[str, str], ...]:
    """Return what is ruled and how, in the order in which rules are read out."""
    return (
        (t.context("vote", "持ち票"), str(round_.budget)),
        (t.context("vote", "1案に"), t.plural("{n}票まで", round_.cap)),
        (
            t.context("vote", "記名"),
            t.context("named", "しない") if round_.anonymous else t.context("named", "する"),
        ),
        (
            t.context("vote", "票数"),
            t("締切まで伏せる") if round_.hidden else t("途中でも見せる"),
        ),
        (t.context("vote", "同数なら"), t(TIE_RULES[round_.tie_rule])),
    )


def rules_said(round_: VoteRound, t: Translator) -> str:
    """Return all rules as one sentence for screen readers."""
    return "、".join(f"{name} {value}" for name, value in rule_pairs(round_, t))
