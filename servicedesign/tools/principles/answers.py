"""The four steps of an answer in words and marks, the same on screen and paper.

Owns their order and their words. Must not know where they are shown.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Answer
from servicedesign.model.method import Progress

STEPS: Final = (Answer.DONE, Answer.PARTLY, Answer.NOT_YET, Answer.NOT_APPLICABLE)
"""The four steps of an answer, in the order of screen and print."""

SIGNS: Final = {
    Answer.DONE: Progress.DONE,
    Answer.PARTLY: Progress.SOME,
    Answer.NOT_YET: Progress.NONE,
    Answer.NOT_APPLICABLE: Progress.NOT_APPLICABLE,
}
"""The mark of each step; an answer not given has none."""


def short_answer_words(t: Translator) -> dict[Answer, str]:
    """Return the steps in the fewest words, for a switch and a count that show them all."""
    return answer_words(t) | {
        Answer.NOT_APPLICABLE: t.context("answer_short", "対象外"),
        Answer.UNSET: t.context("answer_short", "答えていない"),
    }


def answer_words(t: Translator) -> dict[Answer, str]:
    """Return the steps of an answer in words, the one not given last."""
    return {
        Answer.DONE: t.context("answer", "できている"),
        Answer.PARTLY: t.context("answer", "一部"),
        Answer.NOT_YET: t.context("answer", "まだ"),
        Answer.NOT_APPLICABLE: t.context("answer", "対象外"),
        Answer.UNSET: t.context("answer", "答えていない"),
    }
