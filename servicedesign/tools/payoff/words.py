"""How places, spreads and answers are said, the same on screen and on paper.

Owns these words. Must not know where they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Outcome, PayoffItem
from servicedesign.model.message import N_
from servicedesign.tools.payoff.ratings import TOGETHER, Axis, complete, spread_of
from servicedesign.tools.payoff.scale import points, short

AXES: Final = {Axis.IMPACT: N_("効果"), Axis.FEASIBILITY: N_("実現性")}
"""What the axes are called."""

FITS: Final = (Outcome.DONE, Outcome.PARTLY, Outcome.FAILED)
"""The answers of the review, with the signs of outcomes."""

_TITLE_MOST: Final = 60


def fit_word(answer: Outcome, t: Translator) -> str:
    """Return what an answer of the review is called."""
    match answer:
        case Outcome.DONE:
            return t.context("payoff", "はい")
        case Outcome.PARTLY:
            return t.context("payoff", "一部")
        case Outcome.FAILED:
            return t.context("payoff", "いいえ")
    return t("まだ")


def range_words(item: PayoffItem, axis: Axis, t: Translator) -> str:
    """Return how far the ratings of an axis lie apart: ``2〜5``; empty where they agree."""
    spread = spread_of(item, axis)
    if spread is None or points(spread.low) == points(spread.high):
        return ""
    return t("{low}〜{high}", low=short(spread.low), high=short(spread.high))


def spread_words(item: PayoffItem, t: Translator, *, groups: bool) -> str:
    """Return in words how far the raters lie apart; empty for one rater.

    Args:
        item: the idea on its matrix.
        t: the reader's language.
        groups: whether the raters are groups.
    """
    if len(complete(item.ratings)) < 2:
        return ""
    parts = []
    for axis, name in AXES.items():
        said = range_words(item, axis, t)
        if said:
            parts.append(t("{axis} {range}", axis=t(name), range=said))
    if not parts:
        return t("どの班も同じ") if groups else t("だれも同じ")
    joined = t("、").join(parts)
    return t("班により{ranges}", ranges=joined) if groups else t("人により{ranges}", ranges=joined)


def widest_words(item: PayoffItem, t: Translator) -> str:
    """Return the axis on which the raters lie furthest apart, with its range; empty for none."""
    spreads = {axis: spread_of(item, axis) for axis in AXES}
    known = {axis: spread for axis, spread in spreads.items() if spread is not None}
    axis = max(known, key=lambda one: known[one].width, default=None)
    said = range_words(item, axis, t) if axis is not None else ""
    if axis is None or not said:
        return ""
    impact, feasibility = t.context("short", "効果"), t.context("short", "実現性")
    name = impact if axis is Axis.IMPACT else feasibility
    return t("{axis} {range}", axis=name, range=said)


def rater_words(rater: str, t: Translator) -> str:
    """Return what a rater is called."""
    return rater if rater != TOGETHER else t("みんなで")


def raters_words(names: Sequence[str], t: Translator, *, groups: bool) -> str:
    """Return who rates; empty where everyone rates together."""
    if not names:
        return ""
    joined = t("・").join(names)
    return (
        t("評価した班：{names}", names=joined) if groups else t("評価した人：{names}", names=joined)
    )


def short_title(title: str) -> str:
    """Return the words of an idea, at most 60 characters."""
    return title if len(title) <= _TITLE_MOST else title[: _TITLE_MOST - 1] + "…"
