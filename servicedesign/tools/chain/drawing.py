"""From a graph to the picture of it on screen.

Owns this step alone: which nodes are shown is the editor's, how they look the painter's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.tools.chain.graph import COLUMNS, Graph
from servicedesign.tools.chain.graph_painter import Picture, Shown
from servicedesign.tools.chain.layout import place
from servicedesign.tools.chain.nodes import Node
from servicedesign.tools.chain.path import way_through
from servicedesign.tools.chain.telling import said

_AHEAD: Final = {
    "pain_not_taken_up",
    "issue_without_question",
    "choice_without_prototype",
}
"""Kinds of gaps where nothing follows."""


def picture_of(graph: Graph, shown: Sequence[Node], current: str, t: Translator) -> Picture:
    """Return the picture of ``shown`` with the way through ``current``."""
    ids = {node.id for node in shown}
    edges = tuple(pair for pair in graph.edges if pair[0] in ids and pair[1] in ids)
    rows = place(shown, edges)
    ahead = {one for one, _ in edges}
    behind = {other for _, other in edges}
    nodes = {
        node.id: Shown(
            said(node.head, t),
            said(node.words, t),
            node.column,
            rows[node.id],
            node.id in graph.broken,
            stub_of(graph, node.id, ahead, behind),
            graph.unsourced(node.id),
        )
        for node in shown
    }
    columns = tuple(t(title) for title in COLUMNS)
    return Picture(nodes, edges, way_through(graph, current), current, columns)


def stub_of(graph: Graph, node_id: str, ahead: set[str], behind: set[str]) -> int:
    """Return 1 where nothing follows a broken node, -1 where nothing leads to it, else 0."""
    kinds = {gap.kind.id for gap in graph.broken.get(node_id, ())}
    if kinds & _AHEAD and node_id not in ahead:
        return 1
    return -1 if "idea_without_problem" in kinds and node_id not in behind else 0
