"""The payoff matrix on paper: the fields, the ideas in order, the review, what was decided.

Owns how these stand on the pages. Must not change a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Flow, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle
from servicedesign.tokens import SECOND_TEXT
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.sheet_data import MatrixData, PayoffData, collect
from servicedesign.tools.payoff.sheet_lists import RankTable, Review
from servicedesign.tools.payoff.sheet_matrix import draw_matrix
from servicedesign.tools.payoff.words import range_words, raters_words

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 2
_SHARE: Final = 0.54
"""Share of a lying page's width that the matrix takes."""
_SHARE_SMALL: Final = 0.525
"""The same on A4."""
_UPRIGHT: Final = 0.52
"""Share of an upright page's body that the matrix takes."""


def gather(project: Project, only: str | None = None) -> PayoffData | None:
    """Return all matrices, or the one named by ``only``; None where no idea is on any."""
    return collect(project, only)


def blank_data(project: Project | None) -> PayoffData:
    """Return nothing to print: the empty sheet is the same for everyone."""
    del project
    return PayoffData()


def draw(data: PayoffData, job: SheetJob) -> Document:
    """Draw each matrix, or the empty one for stickies."""
    t = job.t
    if job.blank:
        purpose = t(
            "付箋を置いて、先に手をつける順を決めます。上ほど効果が大きく、右ほどすぐできます。"
        )
        doc = Document(job, Heading(t("評価マトリクス"), _PHASE, purpose, t("記入用")))
        page = doc.new_page()
        draw_matrix(page, page.grid.body, (), t, blank=True)
        return doc
    return _joined(data, job)


def _joined(data: PayoffData, job: SheetJob) -> Document:
    """Return one document: its frame names the first matrix, the others their own."""
    doc = Document(job, _heading(data.matrices[0], job))
    for matrix in data.matrices:
        doc.heading = _heading(matrix, job)
        if len(data.matrices) > 1 and matrix.title:
            doc.bookmark(matrix.title, page=len(doc.pages), level=1)
        _draw_one(doc, matrix)
    return doc


def _heading(matrix: MatrixData, job: SheetJob) -> Heading:
    t = job.t
    parts = [matrix.title, t("評価を付けているところ") if matrix.hidden else ""]
    if len(matrix.raters) > 1 and not matrix.hidden:
        purpose = (
            t(
                "効果と実現性で案を並べ、先に手をつける順を決めます。丸は平均、線は班による開きです。"
            )
            if matrix.groups
            else t(
                "効果と実現性で案を並べ、先に手をつける順を決めます。丸は平均、線は人による開きです。"
            )
        )
    else:
        purpose = t("効果と実現性で案を並べ、先に手をつける順を決めます。")
    subtitle = "　".join(part for part in parts if part)
    return Heading(t("評価マトリクス"), _PHASE, purpose, subtitle)


def _draw_one(doc: Document, matrix: MatrixData) -> None:
    page = doc.new_page()
    body = page.grid.body
    if page.grid.landscape:
        wide = body.width * (_SHARE if page.grid.layout == "A3" else _SHARE_SMALL)
        plot = Box(body.x, body.y, wide, body.height)
        beside = Box(body.x + wide + 10, body.y, body.width - wide - 10, body.height)
    else:
        tall = body.height * _UPRIGHT
        plot = Box(body.x, body.y, body.width, tall)
        beside = Box(body.x, body.y + tall + 6, body.width, body.height - tall - 6)
    draw_matrix(page, plot, () if matrix.hidden else matrix.ideas, doc.job.t, blank=False)
    flow = Flow(doc, 1, spacing=4)
    flow.begin(page, beside)
    flow.count = 2 if page.grid.landscape or page.grid.text_width > 200 else 1
    _lists(doc, flow, matrix)


def _lists(doc: Document, flow: Flow, matrix: MatrixData) -> None:
    t = doc.job.t
    flow.add(RankTable(matrix.ideas, t, matrix.hidden))
    note = _note(matrix, doc)
    if note:
        size = 9.5 if flow.page.grid.layout == "A3" else 9.0
        flow.add(TextBlock(note, TextStyle(size, size, colour=SECOND_TEXT)))
    if matrix.decided:
        size = 11.5 if flow.page.grid.layout == "A3" else 10.5
        flow.add(TextBlock(matrix.decided, TextStyle(size, size), Label(t("決めたこと"))))
    said = [one for one in matrix.ideas if one.reviewed]
    if said:
        name = matrix.person
        heading = (
            t("{name}さんの行動と思考に照らして", name=name)
            if name
            else t("ペルソナの行動と思考に照らして")
        )
        flow.add(Review(heading, said, t))


def _note(matrix: MatrixData, doc: Document) -> str:
    """Return who rated and what the small numbers say."""
    t = doc.job.t
    who = raters_words(matrix.raters, t, groups=matrix.groups)
    small = ""
    if not matrix.hidden and _has_spread(matrix, doc):
        small = (
            t("小さな数は、班による開きです（いちばん低い点〜高い点）。")
            if matrix.groups
            else t("小さな数は、人による開きです（いちばん低い点〜高い点）。")
        )
    return "\n".join(part for part in (small, who) if part)


def _has_spread(matrix: MatrixData, doc: Document) -> bool:
    return any(
        range_words(one.item, axis, doc.job.t)
        for one in matrix.ideas
        if one.placed
        for axis in Axis
    )
