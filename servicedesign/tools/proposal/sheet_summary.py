"""The proposal on one page of A4, for the chief to read and to sign.

Owns what stands on it: the conclusion, for whom, money, what it brings, the first step, and the
place to decide. Must not add anything up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.i18n import Translator
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Fixed, Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, label, writing_lines
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tokens import EDGE
from servicedesign.tools.amounts import yen
from servicedesign.tools.proposal.sheet_blocks import SideText
from servicedesign.tools.proposal.sheet_data import OneProposal, ProposalData, collect_summary
from servicedesign.tools.proposal.sheet_first import banner, first_sentence
from servicedesign.tools.proposal.sheet_second import big_numbers
from servicedesign.tools.proposal.sheet_words import SOURCES, changes, cost_words, target_words

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 4
_SIGN: Final = 46.0
"""Height of the place to decide, mm."""
_SIZE: Final = 11.0


def gather(project: Project, only: str | None = None) -> ProposalData | None:
    """Return every proposal, or the one named by ``only``; None where there is none."""
    return collect_summary(project, only)


def blank_data(project: Project | None) -> ProposalData:
    """Return nothing: the empty form is the same for everyone."""
    del project
    return ProposalData()


def draw(data: ProposalData, job: SheetJob) -> Document:
    """Draw one page for every proposal, or the empty form."""
    t = job.t
    purpose = t("1枚で読んで、決めるための要約です。")
    doc = Document(job, Heading(t("提案の要約"), _PHASE, purpose))
    if job.blank:
        return _blank(doc)
    for one in data.proposals:
        flow = Flow(doc, 1, spacing=1.2)
        flow.turn()
        if len(data.proposals) > 1:
            doc.bookmark(one.proposal.title or "―", page=len(doc.pages) - 1, level=1)
        banner(flow, one)
        for name, text, lead in _parts(one, t):
            flow.add(SideText(name, text, _SIZE, lead))
        flow.spacing = 4
        big_numbers(flow, one)
        flow.add(Fixed(_SIGN, lambda page, box: _sign(page, box, t)))
    return doc


def _parts(one: OneProposal, t: Translator) -> list[tuple[str, str, str]]:
    proposal, sums = one.proposal, one.sums
    lead, rest = first_sentence(proposal.difference)
    sources = [
        t("{source} {amount}", source=t(SOURCES[source]), amount=yen(amount, t))
        for source, amount in sums.first_year
        if amount
    ]
    numbers = t("、").join(
        t("{name} {old}→{new}", name=name, old=old, new=new) for name, old, new in changes(one, t)
    )
    over = t("{n}年間の費用 {amount}", n=len(sums.years), amount=yen(sums.total_costs, t))
    parts = [
        (t("結論"), rest or ("" if lead else "―"), lead),
        (t.context("proposal", "背景・課題"), proposal.background or "―", ""),
        (t("対象・人数"), target_words(one, t) or "―", ""),
        (t("目的"), proposal.purpose or "―", ""),
        (t("減るもの"), numbers, ""),
        (t("費用"), "\n".join(part for part in (cost_words(one, t), over) if part), ""),
        (t("財源"), t("、").join(sources), ""),
        (t("最初の一歩"), proposal.smallest_step or "―", ""),
    ]
    return [part for part in parts if part[1] or part[2]]


def _sign(page: Page, box: Box, t: Translator) -> None:
    """Draw the place to decide: three answers, conditions, day and name."""
    y = label(page, box.x, box.y, box.width, Label(t("決定")))
    x = box.x
    for words in (t("認める"), t("条件をつけて認める"), t.context("decision", "見送る")):
        marks.checkbox(page, x, y + 2)
        x += 6 + page.text(x + 5.5, y, words, 11) + 8
    y += 9
    page.text(box.x, y, t("条件・ひとこと"), 9.5)
    writing_lines(page, Box(box.x, y, box.width, 19), 9.2)
    y = box.bottom - 4
    cuts = ((t("月日"), 0.0, 0.3), (t("会議"), 0.33, 0.62), (t("名前"), 0.65, 1.0))
    for words, left, right in cuts:
        start, end = box.x + box.width * left, box.x + box.width * right
        wide = page.text(start, y, words, 9.5)
        page.line(start + wide + 2, y + 4, end, y + 4, 0.5, EDGE)


def _blank(doc: Document) -> Document:
    t = doc.job.t
    flow = Flow(doc, 1, spacing=2.5)
    flow.turn()
    shares = (1, 2, 2, 2, 2, 3, 2)
    titles = [
        t("事業名"), t("結論"), t("対象・人数"), t("費用"), t("財源"), t("効果"), t("最初の一歩"),
    ]  # fmt: skip
    room = flow.page.grid.body.height - _SIGN - 2.5 * 8
    for title, share in zip(titles, shares, strict=True):

        def paint(page: Page, box: Box, title: str = title) -> None:
            y = label(page, box.x, box.y, box.width, Label(title))
            writing_lines(page, Box(box.x, y - 2.5, box.width, box.bottom - y + 2), 9.2)

        flow.add(Fixed(room * share / sum(shares), paint))
    flow.add(Fixed(_SIGN, lambda page, box: _sign(page, box, t)))
    return doc
