"""What rounds and candidates are called in sentences.

Owns these words. Must not change anything.
"""

from __future__ import annotations

from servicedesign.model import Message, VoteRound, msg
from servicedesign.store import Project
from servicedesign.tools.vote_limits import Name
from servicedesign.tools.vote_targets import targets_of


def round_name(project: Project, round_: VoteRound) -> Message | str:
    """Return what a round is called: its title, else its number, or whose run-off it is."""
    if round_.title.strip():
        return round_.title.strip()
    before = project.find(VoteRound, round_.run_off_of)
    if before is not None and before.position < round_.position:
        return msg("{round}の決選", round=round_name(project, before))
    main = [one.id for one in project.all(VoteRound) if one.run_off_of is None]
    number = main.index(round_.id) + 1 if round_.id in main else len(main) + 1
    return msg("第{number}回", number=number)


def name_of(project: Project, round_: VoteRound) -> Name:
    """Return a function that names a candidate by its id: ``12番``, or ``まとまりA``."""
    words = {one.id: called(one.label) for one in targets_of(project, round_)}
    return lambda target_id: words.get(target_id, msg("案"))


def called(label: str) -> Message:
    """Return what the candidate that people write as ``label`` is called in a sentence."""
    if label.isdecimal():
        return msg("{number}番", number=label)
    return msg("まとまり{letter}", letter=label)
