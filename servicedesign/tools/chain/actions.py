"""What the evidence chain tells of a project, and the mending that needs no screen.

Owns how far the chain is. The gaps are found in ``tools.chain_gaps``.
"""

from __future__ import annotations

from servicedesign.model import Interview, Persona, Proposal
from servicedesign.model.method import Progress
from servicedesign.store import Project
from servicedesign.tools.chain_gaps import ChainGap, Mending, find_chain_gaps
from servicedesign.tools.taking_up import take_up


def progress(project: Project) -> Progress:
    """Return LOOK while the chain has gaps; done when it reaches a proposal without any."""
    if not project.all(Interview) and not project.all(Persona):
        return Progress.NONE
    if find_chain_gaps(project):
        return Progress.LOOK
    return Progress.DONE if project.all(Proposal) else Progress.SOME


def mend_at_once(project: Project, gap: ChainGap) -> bool:
    """Mend a gap that one stroke mends, and tell whether it was one."""
    if gap.kind.mending is not Mending.TAKE_UP:
        return False
    take_up(project, gap.record.id)
    return True
