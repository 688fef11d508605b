"""What the poster of the chain shows, as plain data.

Owns the shape of the data and the reading of it: which nodes find room, and the one way that is
drawn strong. Must not draw.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.model import Message, Proposal, PrototypeVersion, TestSession, msg
from servicedesign.model.titles import full_title
from servicedesign.tools.chain.graph import Graph, folded_words, read_graph, unfolded
from servicedesign.tools.chain.layout import place
from servicedesign.tools.chain.nodes import Node, Words
from servicedesign.tools.chain_gaps import find_chain_gaps

if TYPE_CHECKING:
    from servicedesign.store import Project

MOST_ROWS: Final = 8
"""Most nodes of a column on the poster."""
TESTS: Final = 6
"""The column of the tests, which have one of their own on paper."""
COLUMN_COUNT: Final = 8

Pair = tuple[str, str]
Step = tuple[int, int]
"""An edge between the numbers of two cards."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Attributes:
        number: by which edges and the way refer to it.
        column: 0 to 7.
        row: from 0, perhaps a fraction.
        head: its mark.
        words: its words.
        broken: whether it has a gap.
        unsourced: whether what leads to it is not founded.
    """

    number: int
    column: int
    row: float
    head: Words
    words: Words
    broken: bool = False
    unsourced: bool = False


@dataclass(frozen=True, slots=True)
class ChainData:
    """The poster.

    Attributes:
        cards: all of them.
        edges: between their numbers.
        way: numbers of the cards on the one way drawn strong.
        gaps: every gap in words, from the residents to the proposal.
        folded: what found no room, in words.
    """

    cards: tuple[Card, ...] = ()
    edges: tuple[Step, ...] = ()
    way: tuple[int, ...] = ()
    gaps: tuple[Message, ...] = ()
    folded: tuple[Message, ...] = ()


def collect(project: Project) -> ChainData | None:
    """Return the poster of ``project``; None while nothing leads anywhere."""
    gaps = find_chain_gaps(project)
    graph = read_graph(project, gaps)
    if not graph.edges:
        return None
    shown = unfolded(graph, most=MOST_ROWS)
    nodes, edges = _with_tests(project, shown, graph)
    rows = place(nodes, edges)
    at = {one.id: number for number, one in enumerate(nodes)}
    cards = tuple(
        Card(
            at[one.id],
            one.column,
            rows[one.id],
            one.head,
            one.words,
            one.id in graph.broken,
            graph.unsourced(one.id),
        )
        for one in nodes
    )
    sentences = tuple(gap.sentence for gap in gaps)
    return ChainData(
        cards,
        tuple((at[one], at[other]) for one, other in edges),
        tuple(at[one] for one in _one_way(nodes, edges, graph)),
        sentences,
        folded_words(graph, shown),
    )


def _with_tests(
    project: Project, shown: tuple[Node, ...], graph: Graph
) -> tuple[tuple[Node, ...], tuple[Pair, ...]]:
    """Return nodes and edges with a card for the tests of each version before the proposal."""
    ids = {node.id for node in shown}
    nodes = [node for node in shown if node.column < TESTS]
    edges = [pair for pair in graph.edges if set(pair) <= ids]
    for prototype in [node for node in shown if node.column == TESTS - 1]:
        tests = list(_tests(project, prototype.id))
        nodes += tests
        after = [other for one, other in edges if one == prototype.id]
        edges += [(prototype.id, test.id) for test in tests]
        if tests:
            edges = [pair for pair in edges if pair[0] != prototype.id or pair[1] not in after]
            edges += [(tests[-1].id, other) for other in after]
    nodes += [_moved(node) for node in shown if node.column >= TESTS]
    return tuple(nodes), tuple(dict.fromkeys(edges))


def _moved(node: Node) -> Node:
    return Node(
        node.id, node.kind, TESTS + 1, node.head, node.words, node.order, node.chosen, node.weight
    )


def _tests(project: Project, prototype_id: str) -> list[Node]:
    found = []
    for version in project.all(PrototypeVersion, prototype_id=prototype_id):
        sessions = project.all(TestSession, version_id=version.id)
        if not sessions:
            continue
        codes = "・".join(dict.fromkeys(one.code for one in sessions if one.code))
        said = next((full_title(one) for one in sessions if full_title(one)), "")
        head = msg("{code}　{n}版", code=codes or msg("テスト"), n=version.number)
        found.append(
            Node(version.id, version.KIND, TESTS, head, said, version.number, True, version.number)
        )
    return found


def _one_way(nodes: tuple[Node, ...], edges: tuple[Pair, ...], graph: Graph) -> tuple[str, ...]:
    """Return one unbroken way, from the last column reached back: best known first."""
    by_id = {node.id: node for node in nodes}
    back: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        back[other].append(one)
    ends = [node for node in nodes if node.kind == Proposal.KIND and back[node.id]]
    ends = ends or sorted((n for n in nodes if back[n.id]), key=lambda n: -n.column)[:1]
    if not ends:
        return ()
    way = [ends[0].id]
    while back[way[-1]]:
        pains = [one for one in way if by_id[one].column == 2]
        heard = graph.sources.get(pains[0], frozenset()) if pains else frozenset()
        way.append(max(back[way[-1]], key=lambda one: _worth(by_id[one], one in heard)))
    return tuple(reversed(way))


def _worth(node: Node, heard: bool) -> tuple[int, bool, bool, int]:
    return node.column, heard, node.chosen, node.weight
