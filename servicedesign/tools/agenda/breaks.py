"""Which steps are breaks, and how long people sit between two of them.

Owns the words that make a step a break, and the rule of thumb: after an hour and a half people need
one. A gap between two steps is a break too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import AgendaItem
from servicedesign.model.normalise import fold
from servicedesign.tools.agenda.clock_text import DAY
from servicedesign.tools.agenda.timetable import DayPlan

LONG_SITTING: Final = 90
"""Minutes after which people need a break."""

_TOO_LONG: Final = 120
"""Minutes that nobody should sit, not even to end what was begun in time."""

_LEAST: Final = 5
"""Minutes from which a pause is one."""

_LUNCH: Final = 30
"""Minutes from which a gap about noon is lunch."""

_WORDS: Final = (
    *("休憩", "休み", "昼食", "お昼", "昼やすみ", "中食", "らんち", "お茶", "こーひー", "おやつ"),
    *("break", "lunch", "tea", "coffee", "recess", "dinner"),
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Steps without a break between them.

    Attributes:
        begin: when they begin, in minutes after midnight; counted from 0 without a start.
        minutes: how long they take.
        last: minutes from their beginning to the beginning of the last one.
        known: whether the time of day is known.
    """

    begin: int
    minutes: int
    last: int
    known: bool

    @property
    def is_long(self) -> bool:
        """Whether a break is missing: a step begins too late after one, or it is all too much."""
        return self.last > LONG_SITTING or self.minutes > _TOO_LONG


def is_break(item: AgendaItem) -> bool:
    """Tell whether a step is a break: its title says so and no tool of the workshop is used."""
    words = fold(item.title)
    return not item.tool and any(word in words for word in _WORDS)


def pause_name(begin: int | None, minutes: int, t: Translator) -> str:
    """Return what a gap from ``begin`` on is called: lunch about noon, else a pause."""
    noon = begin is not None and 10 * 60 + 30 <= begin % DAY <= 13 * 60 + 30
    return t("昼休み") if noon and minutes >= _LUNCH else t("休み")


def sittings(plan: DayPlan) -> Iterator[Sitting]:
    """Yield the stretches of a day between its breaks."""
    elapsed, first, last = 0, 0, 0
    known = plan.begin is not None
    base = plan.begin or 0
    begun = False
    for slot in plan.slots:
        item = slot.item
        pause = is_break(item) and item.minutes >= _LEAST
        if begun and (pause or slot.gap >= _LEAST):
            yield Sitting(base + first, elapsed - first, last - first, known)
            begun = False
        elapsed += slot.gap
        if not pause and item.minutes:
            if not begun:
                first, begun = elapsed, True
            last = elapsed
        elapsed += item.minutes
    if begun:
        end = max(elapsed, last)
        yield Sitting(base + first, end - first, last - first, known)
