"""The service proposal on two pages of A4: what and why on the first, money and time on the second.

Owns how the parts follow one another; where they are overfull, more pages follow and nothing is
cut. Must not add anything up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, label, writing_lines
from servicedesign.paper.papers import Box
from servicedesign.tools.proposal.sheet_data import OneProposal, ProposalData, collect
from servicedesign.tools.proposal.sheet_first import banner, first_page
from servicedesign.tools.proposal.sheet_second import (
    PRINCIPLES_HEIGHT,
    principles,
    risks,
    second_page,
)
from servicedesign.tools.proposal_missing import SECTION_TITLES, Section

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 4
_SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0)
"""Sizes tried in pt until the proposal stands on two pages."""
_WANTED: Final = 2
_BLANK: Final = (
    ((Section.TITLE, 1), (Section.BACKGROUND, 3), (Section.TARGET, 2), (Section.CONTENT, 4),
     (Section.DIFFERENCE, 4), (Section.STAFFING, 3), (Section.FIRST_STEP, 2)),
    ((Section.MONEY, 6), (Section.BENEFIT, 4), (Section.KPI, 3), (Section.RISK, 3),
     (Section.DECISION, 3)),
)  # fmt: skip
"""Sections of the empty form by page, with their shares of the height."""


def gather(project: Project, only: str | None = None) -> ProposalData | None:
    """Return every proposal, or the one named by ``only``; None where there is none."""
    return collect(project, only)


def blank_data(project: Project | None) -> ProposalData:
    """Return nothing: the empty form is the same for everyone."""
    del project
    return ProposalData()


def heading(job: SheetJob) -> Heading:
    """Return the head of the sheet."""
    t = job.t
    purpose = t("決める人が、だれの何を、いくらで、どう変えるかを2枚で読める形にします。")
    return Heading(t("サービス提案書"), _PHASE, purpose)


def draw(data: ProposalData, job: SheetJob) -> Document:
    """Draw every proposal on two pages, more where there is more, or the empty form."""
    if job.blank:
        return _blank(job)
    doc = Document(job, heading(job))
    for one in data.proposals:
        size = _size_for(one, job)
        if len(data.proposals) > 1:
            doc.bookmark(one.proposal.title or "―", page=len(doc.pages), level=1)
        _write(doc, one, size)
    return doc


def _size_for(one: OneProposal, job: SheetJob) -> float:
    """Return the largest size that takes the fewest pages, two if it can be."""
    best, fewest = _SIZES[1], 0
    for size in _SIZES:
        trial = Document(job, heading(job))
        _write(trial, one, size)
        pages = len(trial.pages)
        if not fewest or pages < fewest:
            best, fewest = size, pages
        if pages <= _WANTED or pages > 2 * _WANTED:
            break
    return best


def _write(doc: Document, one: OneProposal, size: float) -> None:
    flow = Flow(doc, 1, spacing=0)
    flow.turn()
    first = len(doc.pages)
    banner(flow, one)
    first_page(flow, one, size)
    flow.spacing = 2.4
    risks(flow, one)
    room = len(doc.pages) == first
    early = room and flow.left >= PRINCIPLES_HEIGHT
    if early:
        principles(flow, one)
    if room:
        flow.turn()
    second_page(flow, one)
    if not early:
        principles(flow, one)


def _blank(job: SheetJob) -> Document:
    doc = Document(job, heading(job))
    for sections in _BLANK:
        flow = Flow(doc, 1, spacing=2.5)
        flow.turn()
        room = flow.page.grid.body.height - 2.5 * len(sections)
        shares = sum(share for _, share in sections)
        for section, share in sections:
            _blank_part(flow, section, room * share / shares)
    return doc


def _blank_part(flow: Flow, section: Section, height: float) -> None:
    title = flow.doc.job.t(SECTION_TITLES[section])

    def paint(page: object, box: Box) -> None:
        del page
        y = label(flow.page, box.x, box.y, box.width, Label(f"{int(section)}  {title}"))
        writing_lines(flow.page, Box(box.x, y - 2, box.width, box.bottom - y + 1))

    flow.add(Fixed(height, paint))
