"""Where Japanese phrases begin, asked for one place at a time.

Owns the reading of BudouX's model. Only places near the end of a line are ever asked for, so a
text of any length costs as much as its lines. Must not know the rules of punctuation.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

Weights = Mapping[str, int]


class Phrases:
    """BudouX's linear model: thirteen looked-up weights say whether a phrase begins."""

    def __init__(self, model: Mapping[str, Weights]) -> None:
        """Take ``model``: feature name → characters → weight."""
        none: Weights = {}
        self._singles = [(i - 4, model.get(f"UW{i}", none)) for i in range(1, 7)]
        self._pairs = [(i - 3, model.get(f"BW{i}", none)) for i in range(1, 4)]
        self._triples = [(i - 4, model.get(f"TW{i}", none)) for i in range(1, 5)]
        self._base = -sum(sum(group.values()) for group in model.values()) * 0.5

    def begins(self, text: str, at: int) -> bool:
        """Return whether a phrase begins at ``text[at]``; the start of a text is one."""
        return at <= 0 or self.score(text, at) > 0

    def score(self, text: str, at: int) -> float:
        """Return how strongly a phrase begins at ``text[at]``, 0 < at; above 0 it does."""
        length = len(text)
        score = self._base
        for width, features in ((1, self._singles), (2, self._pairs), (3, self._triples)):
            for offset, weights in features:
                start = at + offset
                if start >= 0 and start + width <= length:
                    score += weights.get(text[start : start + width], 0)
        return score


@lru_cache(maxsize=1)
def japanese_phrases() -> Phrases:
    """Return the model for Japanese, read once."""
    import budoux  # late: only what prints needs it

    return Phrases(budoux.load_default_japanese_parser().model)
