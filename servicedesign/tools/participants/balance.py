"""Dealing people to groups so that their kinds mix: a plain calculation, the same every time.

Owns the rule: sizes differ by one at most, and so does the number of each kind in the groups.
Knows no project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """One person to be dealt.

    Attributes:
        kind: place of the kind in the order of the report.
        affiliation: where the person comes from; colleagues are parted where they can be.
        group: place of the group in which the person stays, or None for one who is free.
    """

    kind: int
    affiliation: str = ""
    group: int | None = None


def deal(seats: Sequence[Seat], count: int) -> list[int]:
    """Return the place of a group (0 to ``count`` - 1) for every seat, in the order of ``seats``.

    With nobody staying the groups' sizes differ by one at most, and for every kind so does the
    number of people of that kind. Those who stay are left where they are; the others then fill the
    smallest groups first, each kind where it is rarest.
    """
    order = sorted(range(len(seats)), key=lambda i: (seats[i].kind, seats[i].affiliation, i))
    if all(seat.group is None for seat in seats):
        return _dealt_in_turn(order, count)
    return _fitted_in(seats, order, count)


def _dealt_in_turn(order: Sequence[int], count: int) -> list[int]:
    """Deal like cards: whatever is in one piece in ``order`` is spread evenly."""
    places = [0] * len(order)
    for turn, seat in enumerate(order):
        places[seat] = turn % count
    return places


def _fitted_in(seats: Sequence[Seat], order: Sequence[int], count: int) -> list[int]:
    places = [-1 if seat.group is None else seat.group for seat in seats]
    stay = Counter(place for place in places if place >= 0)
    room = [0] * count
    for _ in range(places.count(-1)):
        smallest = min(range(count), key=lambda place: (stay[place] + room[place], place))
        room[smallest] += 1
    of_kind = Counter((seats[i].kind, place) for i, place in enumerate(places) if place >= 0)
    of_house = Counter(
        (seats[i].affiliation, place) for i, place in enumerate(places) if place >= 0
    )
    for i in order:
        if places[i] >= 0:
            continue
        seat = seats[i]
        best = min(
            (place for place in range(count) if room[place]),
            key=lambda place: (
                of_kind[seat.kind, place],
                of_house[seat.affiliation, place],
                -room[place],
                place,
            ),
        )
        places[i] = best
        room[best] -= 1
        of_kind[seat.kind, best] += 1
        of_house[seat.affiliation, best] += 1
    return places
