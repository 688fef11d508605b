"""Height shared out among the parts of a column.

Owns the rule for parts that want more than there is: the tallest are cut, as few as possible, so
that a short text is never cut because of a long one. Must not know what the parts are.
"""

from __future__ import annotations

from collections.abc import Sequence


def level(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Return heights that add up to ``total``, or to the least heights if those are more.

    As few parts as possible get less than they want; those that do get the same height each.

    Args:
        wanted: what each part would like, in mm; may be infinite.
        least: what each part must have, in mm.
        total: what there is, in mm.
    """
    given = [max(want, low) for want, low in zip(wanted, least, strict=True)]
    order = sorted(range(len(given)), key=lambda i: given[i], reverse=True)
    for count in range(len(order) + 1):
        cut, whole = order[:count], order[count:]
        kept = sum(given[i] for i in whole)
        if kept + sum(least[i] for i in cut) <= total:
            for i, tall in zip(cut, even([least[i] for i in cut], total - kept), strict=True):
                given[i] = min(tall, given[i])
            return given
    return list(least)


def even(least: Sequence[float], total: float) -> list[float]:
    """Return equal heights that add up to ``total``, none under its least."""
    given, left = [0.0] * len(least), total
    order = sorted(range(len(least)), key=lambda i: least[i], reverse=True)
    for place, i in enumerate(order):
        given[i] = max(left / (len(order) - place), least[i])
        left -= given[i]
    return given
