"""The 12 principles as a check: every question with its answer, evidence and the next action.

Owns what is collected for the sheet and how it runs over the pages. The answers are counted by
state and never made one number. Titles are printed exactly as stored. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from servicedesign.model.interview import Finding, Interview
from servicedesign.model.principles import (
    PrincipleCheck,
    PrincipleEdition,
    PrincipleItem,
    PrincipleReview,
)
from servicedesign.model.record import Record
from servicedesign.model.titles import full_title, reference_code
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.tools.evidence import evidence_records
from servicedesign.tools.principles.actions import (
    changes_since,
    checks_of,
    current_edition,
    item_answer,
    items_of,
    reviews_of,
)
from servicedesign.tools.principles.sheet_blank import blank_closing, blank_item
from servicedesign.tools.principles.sheet_data import (
    CheckData,
    EvidenceData,
    ItemData,
    PrinciplesData,
    bundled_edition,
)
from servicedesign.tools.principles.sheet_filled import Words, closing_block, item_block, strip
from servicedesign.tools.principles.sheet_rows import RowBlock

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 5


def gather(project: Project, only: str | None = None) -> PrinciplesData | None:
    """Return the edition in use, or the one named by ``only``; None when the project has none."""
    edition = project.find(PrincipleEdition, only) if only else current_edition(project)
    if edition is None:
        return None
    review = _earlier_review(edition, reviews_of(project, edition.id))
    return PrinciplesData(
        edition=edition.title,
        items=tuple(_item(project, item) for item in items_of(project, edition.id)),
        checked_by=edition.checked_by,
        checked_on=edition.checked_on,
        review_date=review.date if review else "",
        review_note=review.note if review else "",
        changes=changes_since(project, review) if review else (),
    )


def _earlier_review(
    edition: PrincipleEdition, reviews: Sequence[PrincipleReview]
) -> PrincipleReview | None:
    """Return the last review before the day of the present check."""
    day = edition.checked_on
    earlier = [review for review in reviews if not day or review.date < day]
    return earlier[-1] if earlier else None


def _item(project: Project, item: PrincipleItem) -> ItemData:
    checks = checks_of(project, item.id)
    return ItemData(
        number=item.number,
        title=item.title,
        checks=tuple(CheckData(check.question, check.answer) for check in checks),
        answer=item_answer(checks),
        evidence=_evidence(project, item, checks),
        comment=item.comment,
        next_action=item.next_action,
        owner=item.next_owner,
        due=item.next_due,
    )


def _evidence(
    project: Project, item: PrincipleItem, checks: Sequence[PrincipleCheck]
) -> tuple[EvidenceData, ...]:
    """Return what the principle and its questions rest on, each record once."""
    found: dict[str, EvidenceData] = {}
    for source in (item.id, *(check.id for check in checks)):
        for _, target in evidence_records(project, source):
            found.setdefault(target.id, _reference(project, target))
    return tuple(found.values())


def _reference(project: Project, target: Record) -> EvidenceData:
    code = reference_code(target)
    if not code and isinstance(target, Finding):
        interview = project.find(Interview, target.interview_id)
        code = interview.code if interview else ""
    return EvidenceData(type(target).LABEL, code, full_title(target))


def blank_data(project: Project | None) -> PrinciplesData:
    """Return the questions of the project's edition without answers; none without a project."""
    data = gather(project) if project else None
    if data is None:
        return PrinciplesData()
    items = tuple(
        ItemData(item.number, item.title, tuple(CheckData(c.question) for c in item.checks))
        for item in data.items
    )
    return PrinciplesData(edition=data.edition, items=items)


def draw(data: PrinciplesData, job: SheetJob) -> Document:
    """Draw the check, filled or to be filled in."""
    t = job.t
    if not data.items and job.blank:
        data = bundled_edition(t.lang)
    purpose = t(
        "点数ではなく、根拠と次の一手を書くための表です。根拠のない「できている」は「一部」にします。"
    )
    doc = Document(job, Heading(t("サービス設計12箇条の確かめ"), _PHASE, purpose))
    grid = doc.grid
    page = doc.new_page()
    single = grid.layout == "A4" and not grid.landscape
    flow = Flow(doc, 1 if single else 2, spacing=0)
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 1)
    words = Words(doc)
    if not job.blank:
        body = body.below(strip(page, body, words, data))
    flow.begin(page, body)
    columns = (body.columns(flow.count, flow.gap), grid.body.columns(flow.count, flow.gap))
    for block in _fewest_columns(page, data, words, columns, blank=job.blank):
        flow.add(block)
    return doc


def _blocks(data: PrinciplesData, words: Words, *, blank: bool) -> list[RowBlock]:
    """Return all principles and what closes the check."""
    if blank:
        return [*(blank_item(words, item) for item in data.items),
                blank_closing(words, data.edition)]  # fmt: skip
    return [*(item_block(words, item) for item in data.items), closing_block(words, data)]


def _fewest_columns(
    page: Page,
    data: PrinciplesData,
    words: Words,
    columns: tuple[list[Box], list[Box]],
    *,
    blank: bool,
) -> list[RowBlock]:
    """Return the blocks, a little tighter where that saves a page.

    Args:
        page: measures.
        data: what is printed.
        words: what the blocks share.
        columns: of the first page and of the later ones.
        blank: whether it is to be filled in by hand.
    """
    wide = _blocks(data, words, blank=blank)
    tight = _blocks(data, replace(words, tight=True), blank=blank)
    return tight if _pages(page, tight, columns) < _pages(page, wide, columns) else wide


def _pages(page: Page, blocks: list[RowBlock], columns: tuple[list[Box], list[Box]]) -> int:
    """Return on how many pages ``blocks`` stand when none is split that fits in a column."""
    first, later = columns
    used, spare, count = 1, first[0].height, 0
    for block in blocks:
        high = block.height(page, first[0].width) - block.bottom
        while high > spare:
            high -= max(high - later[0].height, 0.0)
            count += 1
            used += count % len(first) == 0
            spare = first[0].height if used == 1 else later[0].height
        spare -= high + block.bottom
    return used
