"""Voting with dots: rounds on a board's ideas, by paper, dots, a passed laptop or raised hands.

``rounds`` makes a round and keeps its rules, ``ballots`` takes votes in under the limits of
``tools.vote_limits``, ``counting`` counts, ``closing`` ends a round, ``ranking`` says what the
count means and ``choosing`` keeps ideas. What happens to votes whose idea goes is in
``tools.running_votes``, since the board does it.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import Tool

TOOL = Tool(
    id="voting",
    phase=MethodPhase.IDEAS,
    title=N_("投票"),
    summary=N_("名前を出さずに選び、深掘りする4～5案に絞ります。"),
    icon="mdi6.vote-outline",
    kinds=("vote_round", "ballot"),
    state="servicedesign.tools.voting.rounds:progress",
)
