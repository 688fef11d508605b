"""The service proposal: what it costs, what it brings, what is missing, what was decided.

``filling`` has what the chain can fill, ``actions`` what one can do with it; ``sheet``,
``sheet_summary`` and ``sheet_process`` draw it. Sums, flow and lacks are ``tools.proposal_sums``,
``tools.proposal_process`` and ``tools.proposal_missing``.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

_HERE = "servicedesign.tools.proposal"

TOOL = Tool(
    id="proposal",
    phase=MethodPhase.DELIVERY,
    title=N_("サービス提案書"),
    summary=N_("費用と効果を出どころとともに示し、決められる形にまとめます。"),
    icon="mdi6.file-document-check-outline",
    kinds=(
        *("proposal", "cost", "funding", "benefit", "kpi", "milestone", "risk", "decision"),
        "process_step",
    ),
    sheets=(
        SheetSpec(
            id="proposal",
            title=N_("サービス提案書"),
            module=f"{_HERE}.sheet",
            record_kind="proposal",
            order=260,
        ),
        SheetSpec(
            id="proposal-summary",
            title=N_("提案の要約"),
            module=f"{_HERE}.sheet_summary",
            record_kind="proposal",
            order=250,
        ),
        SheetSpec(
            id="process",
            title=N_("業務の流れ 前と後"),
            module=f"{_HERE}.sheet_process",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="proposal",
            order=270,
        ),
    ),
    state="servicedesign.tools.proposal.actions:progress",
)
