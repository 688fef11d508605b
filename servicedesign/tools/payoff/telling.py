"""What is said of an idea's place, of a rater's or of the mean of all.

Owns these sentences on screen.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.tools.payoff.quadrants import HINTS, NAMES
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import shown
from servicedesign.tools.payoff.seen import Seen
from servicedesign.tools.payoff.words import AXES, rater_words, spread_words

_MOST = 80


def place_words(
    one: Seen, rater: str | None, t: Translator, *, groups: bool, named: bool = True
) -> str:
    """Return where an idea lies, in words.

    Args:
        one: the idea as it is seen.
        rater: whose view it is; None for the mean of all.
        t: the reader's language.
        groups: whether the raters are groups.
        named: whether the idea's own words stand before.
    """
    name = one.idea.named[:_MOST] if named else ""
    parts = [name] if name else []
    if one.place is not None and one.quadrant is not None:
        points = t(
            "効果{impact}　実現性{feasibility}",
            impact=shown(one.place[0]),
            feasibility=shown(one.place[1]),
        )
        parts.append(points)
        parts.append(
            t("{field}（{hint}）", field=t(NAMES[one.quadrant]), hint=t(HINTS[one.quadrant]))
        )
        spread = spread_words(one.idea.item, t, groups=groups) if rater is None else ""
        if spread:
            parts.append(spread)
    elif one.impact is not None or one.feasibility is not None:
        lacking = Axis.FEASIBILITY if one.impact is not None else Axis.IMPACT
        parts.append(t("{axis}の点がまだです", axis=t(AXES[lacking])))
    elif rater:
        parts.append(t("{name}の点はまだです", name=rater_words(rater, t)))
    else:
        parts.append(t("点はまだです"))
    return "　".join(parts)
