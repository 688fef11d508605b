"""What is told of one record beside the graph: why it can be said, and what came of it.

Owns these two texts. The steps are ``tools.chain_steps``.
"""

from __future__ import annotations

from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model import Record
from servicedesign.store import Project
from servicedesign.tools.chain.graph import Graph
from servicedesign.tools.chain.nodes import Node, Words
from servicedesign.tools.chain.path import way_through
from servicedesign.tools.chain_steps import sentences

_MOST_CODES: Final = 6
_MOST_WORDS: Final = 60
_MOST_AHEAD: Final = 5


def said(words: Words, t: Translator) -> str:
    """Return the words of a node in the reader's language."""
    return words if isinstance(words, str) else t(words)


def why_words(project: Project, record: Record, t: Translator) -> str:
    """Return by which sources it can be said, and one sentence of a resident."""
    found = sentences(project, record)
    codes = list(dict.fromkeys(one.code for one in found if one.code))
    lines = ["・".join(codes[:_MOST_CODES]) + ("…" if len(codes) > _MOST_CODES else "")]
    spoken = next((one for one in found if one.said and one.words), None)
    if spoken is not None:
        words = spoken.words
        lines.append(t("「{words}」", words=words if len(words) <= _MOST_WORDS
                       else words[: _MOST_WORDS - 1] + "…"))  # fmt: skip
    told = "\n".join(line for line in lines if line)
    return told or t("住民の言葉までは、まだつながっていません")


def after_words(graph: Graph, node: Node, t: Translator) -> str:
    """Return what came of a node, column by column."""
    way = way_through(graph, node.id)
    later = [graph.nodes[one] for one in way if graph.nodes[one].column > node.column]
    lines = []
    for column in range(node.column + 1, 7):
        here = sorted((one for one in later if one.column == column), key=lambda one: one.order)
        heads = list(dict.fromkeys(said(one.head, t) for one in here))
        if heads:
            more = "…" if len(heads) > _MOST_AHEAD else ""
            lines.append("→ " + "・".join(heads[:_MOST_AHEAD]) + more)
    return "\n".join(lines) or t("ここから先は、まだありません。")


def spoken_node(graph: Graph, node_id: str, t: Translator) -> str:
    """Return what a screen reader says of a node."""
    node = graph.nodes.get(node_id)
    if node is None:
        return ""
    parts = [
        said(node.head, t),
        said(node.words, t),
        t.plural("もと{n}件", len(graph.before(node_id))),
        t.plural("行き先{n}件", len(graph.after(node_id))),
        *(t(gap.sentence) for gap in graph.broken.get(node_id, ())),
    ]
    return "、".join(part for part in parts if part)
