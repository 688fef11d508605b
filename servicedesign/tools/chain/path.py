"""What hangs together with one node: the way back to the residents' words and the way on.

Owns this walk along the edges of a graph.
"""

from __future__ import annotations

from collections import defaultdict

from servicedesign.tools.chain.graph import Graph

_PAINS = 2


def way_through(graph: Graph, node_id: str) -> frozenset[str]:
    """Return the ids of the nodes on the way through ``node_id``, itself among them.

    Of the interviews behind a persona only those are on it that the pain points rest on, where
    the way has any that do.
    """
    if node_id not in graph.nodes:
        return frozenset()
    back: dict[str, list[str]] = defaultdict(list)
    on: dict[str, list[str]] = defaultdict(list)
    for one, other in graph.edges:
        back[other].append(one)
        on[one].append(other)
    behind = _reach(back, node_id)
    pains = [one for one in behind | {node_id} if graph.nodes[one].column == _PAINS]
    said = frozenset().union(*(graph.sources.get(one, frozenset()) for one in pains))
    if said:
        heard = {one for one in behind if graph.nodes[one].column == 0}
        behind = (behind - heard) | said
    return frozenset(behind | _reach(on, node_id) | {node_id})


def edges_on(graph: Graph, way: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the edges whose two ends are on ``way``."""
    return frozenset(pair for pair in graph.edges if pair[0] in way and pair[1] in way)


def _reach(steps: dict[str, list[str]], start: str) -> frozenset[str]:
    met: set[str] = set()
    waiting = [start]
    while waiting:
        for one in steps[waiting.pop()]:
            if one not in met:
                met.add(one)
                waiting.append(one)
    return frozenset(met)
