"""Height shared out among the parts of a column.

Owns the rule for parts that want more than there is: the tallest are cut to one common height, so
that a short text is never cut because of a long one. Must not know what the parts are.
"""

from __future__ import annotations

from collections.abc import Sequence


def level(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Return heights that add up to ``total`` at most.

    Args:
        wanted: what each part would like, in mm; may be infinite.
        least: what each part must have, in mm.
        total: what there is, in mm.

    Returns:
        ``wanted`` where all of it fits; otherwise parts that want little get it, and the others
        the same height each, never less than their ``least``.
    """
    given = [0.0] * len(wanted)
    left = total
    waiting = sorted(range(len(wanted)), key=lambda i: max(wanted[i], least[i]))
    for place, i in enumerate(waiting):
        later = sum(least[j] for j in waiting[place + 1 :])
        fair = max(left / (len(waiting) - place), least[i])
        given[i] = min(max(wanted[i], least[i]), max(min(fair, left - later), least[i]))
        left -= given[i]
    return given
