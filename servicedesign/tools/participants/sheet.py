"""The list of participants, group by group: for the wall, the table, or to be filled in by hand.

Owns the page: how many of which kind, who is missing, and the groups one after the other.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow
from servicedesign.paper.frame import Heading
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import TextStyle, lay
from servicedesign.tools.participants.sheet_blank import draw_blank
from servicedesign.tools.participants.sheet_data import GroupData, PeopleData, gather_people
from servicedesign.tools.participants.sheet_table import GroupBlock, Types
from servicedesign.tools.stakeholders import STAKEHOLDER_WORDS

if TYPE_CHECKING:
    from servicedesign.store import Project

PHASE: Final = 0
_TWO_COLUMNS: Final = 300.0
"""Width in mm from which groups run down two columns."""
_BETWEEN: Final = 8.0
_CLOSE: Final = 4.0
"""Between two groups in mm, and the least."""


def gather(project: Project, only: str | None = None) -> PeopleData | None:
    """Return everyone group by group; None when nobody is written down."""
    del only
    return gather_people(project)


def blank_data(project: Project | None) -> PeopleData:
    """Return nobody: the rows are written by hand."""
    del project
    return PeopleData()


def draw(data: PeopleData, job: SheetJob) -> Document:
    """Draw the list, filled or to be filled in."""
    t = job.t
    if job.blank:
        purpose = t("受付で書いてもらいます。立場は下の番号で、1人ずつ線の上に書きます。")
        doc = Document(job, Heading(t("参加者と班"), PHASE, purpose, fields=False))
        draw_blank(doc)
        return doc
    purpose = t("壁にはり、席をさがすときに見ます。ふりがなの順です。メモは印刷しません。")
    doc = Document(job, Heading(t("参加者と班"), PHASE, purpose))
    page, grid = doc.new_page(), doc.grid
    wide = grid.text_width > _TWO_COLUMNS
    large = grid.layout == "A3" and not wide
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 1)
    body = body.below(_draw_kinds(page, body, data, job, large=large))
    types = Types.of(large=large)
    blocks = [_block(doc, group, types) for group in data.groups]
    closer = [_block(doc, group, types.closer()) for group in data.groups]
    spacing = _spacing(page, blocks, body)
    if not wide and not spacing and _spacing(page, closer, body):
        blocks, spacing = closer, _spacing(page, closer, body)
    flow = Flow(doc, 2 if wide else 1, spacing=_BETWEEN if wide or not spacing else spacing)
    flow.begin(page, _even(page, blocks, body) if wide else body)
    for block in blocks:
        flow.add(block)
    return doc


def _spacing(page: Page, blocks: list[GroupBlock], body: Box) -> float:
    """Return mm between groups that keep all of them on one page; 0 where there are too many."""
    tall = sum(block.height(page.book, body.width) for block in blocks)
    each = (body.height - tall) / max(len(blocks) - 1, 1)
    return min(each, _BETWEEN) if each >= _CLOSE else 0.0


def _even(page: Page, blocks: list[GroupBlock], body: Box) -> Box:
    """Return ``body`` cut to the height at which two columns are about equally long."""
    width = body.columns(2, 8.0)[0].width
    heights = [block.height(page.book, width) for block in blocks]
    ends = list(accumulate(heights, lambda total, one: total + _BETWEEN + one))
    for end in ends:
        rest = ends[-1] - end - _BETWEEN
        if rest <= end <= body.height:
            return Box(body.x, body.y, body.width, end + 0.1)
    return body


def _block(doc: Document, group: GroupData, types: Types) -> GroupBlock:
    t = doc.job.t
    name = group.name or (t("名前のない班") if group.colour else t("まだ班のない人"))
    return GroupBlock(
        doc,
        name,
        group.colour,
        t.plural("{n}人", len(group.people)),
        tuple(
            (
                person.kana,
                person.name or t("名前はまだ"),
                person.affiliation,
                person.kind_words(t),
                person.role,
            )
            for person in group.people
        ),
        (t("名前"), t("所属"), t.context("column", "立場"), t("役割")),
        types,
        t("まだだれもいません"),
    )


def _draw_kinds(page: Page, box: Box, data: PeopleData, job: SheetJob, *, large: bool) -> float:
    """Write how many of which kind there are, and who is missing; return the height in mm."""
    t = job.t
    people = data.people
    counts = Counter(person.kind for person in people)
    groups = sum(1 for group in data.groups if group.colour)
    numbers = [t.plural("{n}人", len(people)), t.plural("{n}班", groups)]
    kinds = [
        f"{t(word)} {counts[kind]}" for kind, word in STAKEHOLDER_WORDS.items() if counts[kind]
    ]
    gap = "　"
    size: float = 14 if large else 12
    y = box.y
    sizes = [size - step / 4 for step in range(7)]
    items = [*numbers, *kinds]
    size = min(sizes, key=lambda one: len(_lines(page, items, gap, box.width, one)))
    for words in _lines(page, items, gap, box.width, size):
        page.text(box.x, y, words, size)
        y += size * 1.4 / PT_PER_MM
    y += 1.0
    if data.missing:
        joint = ", " if job.lang == "en" else "、"
        names = joint.join(t(STAKEHOLDER_WORDS[kind]) for kind in data.missing)
        lacking = t("足りない立場：{names}", names=names)
        style = TextStyle(size, size, bold=True)
        marks.warning(page, box.x + 1.9, y + size / PT_PER_MM / 2, 3.6)
        shown = lay(page.book, lacking, box.width - 6.5, style)
        y = shown.draw(page, box.x + 6.5, y) + 2.2
    return y - box.y + 4.0


def _lines(page: Page, items: list[str], gap: str, width: float, size: float) -> list[str]:
    """Return ``items`` on as few lines as they need, none of them broken."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{gap}{item}" if lines else item
        if lines and page.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return lines
