"""Where the nodes of a graph lie: order within a column by barycentre, then without overlap.

Owns this placing, for screen and paper: rows are in units of one node, and may be fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from servicedesign.tools.chain.nodes import Node

_SWEEPS: Final = 6
_ANCHOR: Final = 2
"""The column from which the others are placed: the pain points, in the order of their numbers."""

Order = dict[int, list[str]]


def place(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the row of each node, from 0; two nodes of a column are at least 1 apart."""
    columns: Order = defaultdict(list)
    for node in sorted(nodes, key=lambda one: (one.column, one.order)):
        columns[node.column].append(node.id)
    beside: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    at = {node.id: node.column for node in nodes}
    best = _untangled(columns, beside, at, edges)
    return _rows(best, beside)


def _untangled(
    columns: Order,
    beside: Mapping[str, list[str]],
    at: Mapping[str, int],
    edges: Sequence[tuple[str, str]],
) -> Order:
    """Return the order with the fewest crossings that sweeping there and back finds."""
    best = {column: list(ids) for column, ids in columns.items()}
    fewest = crossings(best, at, edges)
    now = {column: list(ids) for column, ids in best.items()}
    for sweep in range(_SWEEPS):
        for column in sorted(now, reverse=bool(sweep % 2)):
            rank = {one: n for ids in now.values() for n, one in enumerate(ids)}
            side = -1 if sweep % 2 == 0 else 1
            now[column] = _by_mean(now[column], beside, at, rank, side)
        count = crossings(now, at, edges)
        if count < fewest:
            best, fewest = {column: list(ids) for column, ids in now.items()}, count
    return best


def _by_mean(
    ids: list[str],
    beside: Mapping[str, list[str]],
    at: Mapping[str, int],
    rank: Mapping[str, int],
    side: int,
) -> list[str]:
    def mean(one: str) -> float:
        near = [rank[k] for k in beside.get(one, ()) if k in rank and (at[k] - at[one]) * side > 0]
        return sum(near) / len(near) if near else float(rank[one])

    return sorted(ids, key=mean)


def crossings(order: Order, at: Mapping[str, int], edges: Sequence[tuple[str, str]]) -> int:
    """Return how many pairs of edges between the same two columns cross."""
    rank = {one: n for ids in order.values() for n, one in enumerate(ids)}
    between: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for one, other in edges:
        if one in rank and other in rank:
            between[at[one], at[other]].append((rank[one], rank[other]))
    return sum(
        (a - c) * (b - d) < 0
        for pairs in between.values()
        for n, (a, b) in enumerate(pairs)
        for c, d in pairs[n + 1 :]
    )


def _rows(order: Order, beside: Mapping[str, list[str]]) -> dict[str, float]:
    rows: dict[str, float] = {}
    anchor = _ANCHOR if order.get(_ANCHOR) else max(order, key=lambda c: len(order[c]), default=0)
    ways = [
        [anchor, *(c for c in sorted(order) if c > anchor)],
        sorted((c for c in order if c < anchor), reverse=True),
    ]
    for column in (c for way in ways for c in way):
        ids = order.get(column, [])
        wished: list[float] = []
        for number, one in enumerate(ids):
            near = [rows[k] for k in beside.get(one, ()) if k in rows]
            wished.append(sum(near) / len(near) if near else _open_end(wished, number))
        rows.update(zip(ids, _apart(wished), strict=True))
    least = min(rows.values(), default=0.0)
    return {one: row - least for one, row in rows.items()}


def _open_end(wished: Sequence[float], number: int) -> float:
    """Return where a node that nothing is linked to wishes to be: below the one before."""
    return wished[-1] + 1 if wished else float(number)


def _apart(wished: Sequence[float]) -> list[float]:
    """Return places at least 1 apart, in the same order, as near to ``wished`` as can be.

    Pools neighbours that want the same room and centres each pool on its members' wishes.
    """
    pools: list[tuple[float, int]] = []
    for number, wish in enumerate(wished):
        pools.append((wish - number, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (a, m), (b, n) = pools[-2], pools[-1]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    flat = [mean for mean, count in pools for _ in range(count)]
    return [base + number for number, base in enumerate(flat)]
