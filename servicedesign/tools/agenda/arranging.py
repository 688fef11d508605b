"""The order of the steps of a day, and what becomes of written starts when it changes.

Owns the rule: a start that is written on a step belongs to its place, as lunch does. Steps come and
go before and behind it; the first start of the day stays with the day. A moment that takes no time
(the end that was agreed on) keeps its own. Plain calculations on records; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.timetable import in_order, without_idle_starts

Token = str | AgendaItem
"""A written start, or a step without one, in the order of the day."""


def tokens_of(items: Sequence[AgendaItem]) -> list[Token]:
    """Return one day as starts and steps."""
    found: list[Token] = []
    starts = without_idle_starts(items)
    for number, (item, start) in enumerate(zip(items, starts, strict=True)):
        own = item.minutes == 0 and number > 0
        if start and not own:
            found.append(start)
        found.append(replace(item, start=start if own else ""))
    return found


def items_of(tokens: Sequence[Token]) -> list[AgendaItem]:
    """Return the steps with the starts that stand before them; the last of several counts."""
    found: list[AgendaItem] = []
    waiting = ""
    for token in tokens:
        if isinstance(token, str):
            waiting = token
            continue
        found.append(token if token.start else replace(token, start=waiting))
        waiting = ""
    return found


def place_of(tokens: Sequence[Token], before: str, *, ahead: bool) -> int:
    """Return where to insert so that it comes before the step with the id ``before``.

    Args:
        tokens: the day.
        before: id of a step, or empty for the end of the day.
        ahead: whether it goes ahead of the start that is written before that step; the first
            start of a day is never gone ahead of.
    """
    for place, token in enumerate(tokens):
        if isinstance(token, AgendaItem) and token.id == before:
            start = place - 1 if place and isinstance(tokens[place - 1], str) else place
            return start if ahead and start > 0 else place
    return len(tokens)


def moved(
    items: Sequence[AgendaItem], ids: Collection[str], before: str, *, ahead: bool
) -> list[AgendaItem]:
    """Return one day with the steps ``ids`` before another one; see ``place_of``."""
    tokens = tokens_of(items)
    place = place_of(tokens, before, ahead=ahead)
    taken = [token for token in tokens if isinstance(token, AgendaItem) and token.id in ids]
    front = [token for token in tokens[:place] if _stays(token, ids)]
    back = [token for token in tokens[place:] if _stays(token, ids)]
    return items_of([*front, *taken, *back])


def _stays(token: Token, ids: Collection[str]) -> bool:
    return isinstance(token, str) or token.id not in ids


def without(items: Sequence[AgendaItem], ids: Collection[str]) -> list[AgendaItem]:
    """Return one day without the steps ``ids``."""
    return items_of([token for token in tokens_of(items) if _stays(token, ids)])


def inserted(
    items: Sequence[AgendaItem], new: Sequence[AgendaItem], after: str
) -> list[AgendaItem]:
    """Return one day with ``new`` behind the step with the id ``after``, or at its end."""
    tokens = tokens_of(items)
    for place, token in enumerate(tokens):
        if isinstance(token, AgendaItem) and token.id == after:
            return items_of([*tokens[: place + 1], *new, *tokens[place + 1 :]])
    return items_of([*tokens, *new])


def renumbered(
    before: Sequence[AgendaItem], days: Sequence[Sequence[AgendaItem]]
) -> list[AgendaItem]:
    """Return the records to put so that ``days`` stand in that order: only those that change."""
    known = {item.id: item for item in before}
    order = [item for day in days for item in day]
    numbered = [replace(item, position=float(place)) for place, item in enumerate(order)]
    return [item for item in numbered if known.get(item.id) != item]


def by_day(items: Sequence[AgendaItem]) -> dict[int, list[AgendaItem]]:
    """Return the steps of each day, in order."""
    days: dict[int, list[AgendaItem]] = {}
    for item in in_order(items):
        days.setdefault(item.day, []).append(item)
    return days
