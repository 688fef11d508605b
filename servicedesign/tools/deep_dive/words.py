"""How the vote on an idea is told, on screen and on paper alike.

Owns that form.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import Tally


def votes_words(tally: Tally | None, t: Translator) -> str:
    """Return how the vote on an idea ended: 9票（7人）; empty when there was none."""
    if tally is None:
        return ""
    votes = t.plural("{n}票", tally.votes)
    if not tally.supporters:
        return votes
    people = t.plural("{n}人", tally.supporters)
    if tally.at_least:
        people = t("{people}以上", people=people)
    return t("{votes}（{people}）", votes=votes, people=people)
