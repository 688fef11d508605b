"""The evidence chain as nodes in columns and edges between them.

Owns which records stand in the picture and which fold away. Must not know where they are drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from servicedesign.model import Message
from servicedesign.model.message import N_
from servicedesign.store import Project
from servicedesign.tools.chain.edges import node_of, read_edges
from servicedesign.tools.chain.nodes import Node, read_nodes
from servicedesign.tools.chain_gaps import ChainGap

COLUMNS: Final = (
    N_("聞き取り"),
    N_("ペルソナ"),
    N_("困りごと"),
    N_("問い"),
    N_("アイデア"),
    N_("試作とテスト"),
    N_("提案"),
)
"""The columns, from the residents' words to the proposal."""

FOLDED: Final = (
    N_("聞き取り{n}"),
    N_("ペルソナ{n}"),
    N_("困りごと{n}"),
    N_("問いかけ{n}"),
    N_("案{n}"),
    N_("試作{n}"),
    N_("提案の項目{n}"),
)
"""What is said of the nodes of each column that are folded away."""

MOST: Final = 12
"""Most nodes of a column while everything is shown."""
LEAST: Final = 7
"""Nodes of a column that are shown though nothing came of them."""
MOST_BROKEN: Final = 40
"""Most nodes of a column where only the gaps are shown."""


_BEHIND: Final = {
    *("fact_without_source", "card_without_source", "idea_without_problem"),
    *("target_without_source", "cost_without_basis", "benefit_without_source"),
    *("measure_without_source", "proposal_without_prototype"),
}
"""Kinds of gaps where what leads to a record is not founded."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole picture before it is placed.

    Attributes:
        nodes: those that can be shown, by id, in the order of each column.
        edges: from the earlier to the later, both in ``nodes``.
        sources: ids of the interviews that a pain point itself rests on.
        broken: the gaps of each node, by its id.
        loose: gaps of records that have no node.
        totals: how many records there are in each column, also those without a node.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: tuple[tuple[str, str], ...] = ()
    sources: dict[str, frozenset[str]] = field(default_factory=dict)
    broken: dict[str, tuple[ChainGap, ...]] = field(default_factory=dict)
    loose: tuple[ChainGap, ...] = ()
    totals: tuple[int, ...] = (0,) * len(COLUMNS)

    def before(self, node_id: str) -> tuple[str, ...]:
        """Return what a node follows from."""
        return tuple(one for one, other in self.edges if other == node_id)

    def after(self, node_id: str) -> tuple[str, ...]:
        """Return what follows from a node."""
        return tuple(other for one, other in self.edges if one == node_id)

    def unsourced(self, node_id: str) -> bool:
        """Tell whether what leads to a node is not founded: its lines are then dashed."""
        return any(gap.kind.id in _BEHIND for gap in self.broken.get(node_id, ()))


def read_graph(project: Project, gaps: Sequence[ChainGap]) -> Graph:
    """Return the chain of ``project``; ``gaps`` are those found in it."""
    broken: dict[str, list[ChainGap]] = defaultdict(list)
    loose: list[ChainGap] = []
    for gap in gaps:
        holder = node_of(project, gap.record)
        (broken[holder] if holder else loose).append(gap)
    nodes, totals = read_nodes(project, frozenset(broken))
    pairs, sources = read_edges(project, frozenset(nodes))
    missing = [one for one in broken if one not in nodes]
    loose += [gap for one in missing for gap in broken.pop(one)]
    return Graph(
        nodes,
        pairs,
        sources,
        {one: tuple(found) for one, found in broken.items()},
        tuple(loose),
        totals,
    )


def unfolded(graph: Graph, also: Iterable[str] = (), most: int = MOST) -> tuple[Node, ...]:
    """Return at most ``most`` nodes a column: chosen and linked first, the rest folded.

    Those of ``also`` are shown in any case.
    """
    linked = {one for pair in graph.edges for one in pair}
    wanted = set(also)
    shown: list[Node] = []
    for column in range(len(COLUMNS)):
        here = [node for node in graph.nodes.values() if node.column == column]
        here.sort(key=lambda node: (_rank(graph, node, linked), node.order))
        count = sum(_rank(graph, node, linked) < _PLAIN for node in here)
        kept = {node.id for node in here[: min(most, max(count, LEAST))]}
        shown += [
            node
            for node in graph.nodes.values()
            if node.column == column and (node.id in kept or node.id in wanted)
        ]
    return tuple(shown)


_PLAIN: Final = 3


def _rank(graph: Graph, node: Node, linked: set[str]) -> int:
    if node.chosen:
        return 0
    if node.id in graph.broken:
        return 1
    if node.column != _IDEAS:
        return 2 if node.id in linked else _PLAIN
    return 2 if node.weight else _PLAIN


_IDEAS: Final = 4


def folded_words(graph: Graph, shown: Sequence[Node]) -> tuple[Message, ...]:
    """Return how many of each column are folded away, in words."""
    words = []
    for column, total in enumerate(graph.totals):
        rest = total - sum(node.column == column for node in shown)
        if rest > 0:
            words.append(Message(FOLDED[column], {"n": rest}))
    return tuple(words)


def broken_nodes(graph: Graph) -> tuple[Node, ...]:
    """Return the nodes with gaps and what stands right beside them."""
    kept: set[str] = set()
    for column in range(len(COLUMNS)):
        here = [one for one in graph.broken if graph.nodes[one].column == column]
        kept |= set(here[:MOST_BROKEN])
    beside = {one for pair in graph.edges if set(pair) & kept for one in pair}
    near = [one for one in beside if one not in kept]
    kept |= set(near[: MOST_BROKEN * 2])
    return tuple(node for node in graph.nodes.values() if node.id in kept)
