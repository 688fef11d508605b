"""The payoff matrix: ideas by effect and feasibility, rated by several, and onto the map.

``scale`` has the points from 1 to 5, ``quadrants`` the four fields, ``ratings`` means and spreads,
``items`` reads the ideas on a matrix, ``actions`` has what one can do with it. ``reading`` has the
words of the map beside an idea, ``completing`` the way of the solutions onto the ideal map. On
screen ``editor.PayoffEditor`` puts together three pages; on paper ``sheet`` draws the matrix.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="payoff",
    phase=MethodPhase.IDEAS,
    title=N_("評価マトリクス"),
    summary=N_("選んだ案を効果と実現性で並べ、先に手をつける順を決めて、地図を完成させます。"),
    icon="mdi6.chart-scatter-plot",
    kinds=("payoff_matrix", "payoff_item"),
    sheets=(
        SheetSpec(
            id="payoff-matrix",
            title=N_("評価マトリクス"),
            module="servicedesign.tools.payoff.sheet",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="payoff_matrix",
            order=190,
        ),
    ),
    editor="servicedesign.tools.payoff.editor:PayoffEditor",
    state="servicedesign.tools.payoff.actions:progress",
)
