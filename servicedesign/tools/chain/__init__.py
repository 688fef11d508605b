"""The evidence chain as one picture: from the residents' words to the proposal, and its gaps.

``graph`` reads records as nodes and edges in columns, ``layout`` places them, ``path`` tells what
hangs together. On screen ``editor.ChainEditor`` shows the graph with the gaps beside it; on paper
``sheet`` draws the poster. The gaps themselves are ``tools.chain_gaps``.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="chain",
    phase=MethodPhase.CHECK,
    title=N_("根拠のつながり"),
    summary=N_("誰の困りごとか、なぜそう言えるのか、それがどうなったか。"),
    icon="mdi6.graph-outline",
    kinds=(),
    sheets=(
        SheetSpec(
            id="chain",
            title=N_("根拠のつながり"),
            module="servicedesign.tools.chain.sheet",
            papers=("A3", "A4"),
            orientation="landscape",
            order=235,
            has_blank=False,
        ),
    ),
    editor="servicedesign.tools.chain.editor:ChainEditor",
    state="servicedesign.tools.chain.actions:progress",
)
