"""Voting with dots: rounds on a board's ideas, by paper, dots, a passed laptop or raised hands.

``rounds`` makes a round and keeps its rules, ``ballots`` takes votes in under the limits of
``tools.vote_limits``, ``counting`` counts, ``closing`` ends a round, ``ranking`` says what the
count means and ``choosing`` keeps ideas. What happens to votes whose idea goes is in
``tools.running_votes``, since the board does it. ``record`` reads the record of decisions. On paper
``sheet_ballots``, ``sheet_result`` and ``sheet_record`` draw what ``sheet_data`` gathered.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="voting",
    phase=MethodPhase.IDEAS,
    title=N_("投票"),
    summary=N_("名前を出さずに選び、深掘りする4～5案に絞ります。"),
    icon="mdi6.vote-outline",
    kinds=("vote_round", "ballot"),
    sheets=(
        SheetSpec(
            id="ballots",
            title=N_("投票用紙"),
            module="servicedesign.tools.voting.sheet_ballots",
            record_kind="vote_round",
            order=160,
            in_workbook=False,
        ),
        SheetSpec(
            id="vote-result",
            title=N_("投票の結果"),
            module="servicedesign.tools.voting.sheet_result",
            record_kind="vote_round",
            order=170,
        ),
        SheetSpec(
            id="decision-record",
            title=N_("決定の記録"),
            module="servicedesign.tools.voting.sheet_record",
            record_kind="vote_round",
            order=175,
        ),
    ),
    editor="servicedesign.tools.voting.editor:VotingEditor",
    state="servicedesign.tools.voting.rounds:progress",
)
