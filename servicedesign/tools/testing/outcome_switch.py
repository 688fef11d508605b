"""The three outcomes of a task, side by side.

Owns which icon stands for which: ring, triangle, cross.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import TaskOutcome
from servicedesign.tools.testing.words import outcome_words
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch

_ICONS = {
    TaskOutcome.ALONE: "mdi6.circle-outline",
    TaskOutcome.HELPED: "mdi6.triangle-outline",
    TaskOutcome.FAILED: "mdi6.close",
}


def outcome_switch(name: str, t: Translator) -> ChoiceSwitch:
    """Return a switch of the outcomes, none chosen."""
    words = outcome_words(t)
    return ChoiceSwitch(name, [Choice(one, words[one], icon=_ICONS[one]) for one in TaskOutcome])
