"""The evidence chain on paper: eight columns from the residents' words to the proposal.

Owns how cards and curves stand on the page. Must not change a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from servicedesign import tokens
from servicedesign.model.message import N_
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.flow import Continuation, Flow, TextBlock
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import Label, fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import Box
from servicedesign.paper.textbox import TextStyle, fit
from servicedesign.tools.chain.sheet_data import COLUMN_COUNT, Card, ChainData, collect
from servicedesign.tools.chain.telling import said

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 4
_COLUMNS: Final = (
    N_("聞き取り・事実"),
    N_("ペルソナ"),
    N_("困りごと"),
    N_("問い"),
    N_("アイデア"),
    N_("試作"),
    N_("テスト"),
    N_("提案"),
)
_PAINS: Final = 2
_HEAD: Final = 9.0
_FOOT: Final = 13.0
"""Heights in mm of the heads and of the legend."""


def gather(project: Project, only: str | None = None) -> ChainData | None:
    """Return the chain; None while nothing leads anywhere."""
    del only
    return collect(project)


def blank_data(project: Project | None) -> ChainData:
    """Return a poster without cards."""
    del project
    return ChainData()


def draw(data: ChainData, job: SheetJob) -> Document:
    """Draw the poster, and a list of gaps overleaf where there are several."""
    t = job.t
    purpose = t(
        "「だれの困りごとか、なぜ分かるか、どうなったか」を左から右へたどれます。"
        "太い線は一つの例、点線は切れている所です。"
    )
    doc = Document(job, Heading(t("根拠のつながり"), _PHASE, purpose))
    page = doc.new_page()
    body = page.grid.body
    _draw_heads(page, body, job)
    room = Box(body.x, body.y + _HEAD, body.width, body.height - _HEAD - _FOOT)
    boxes = _boxes(data, room)
    _draw_edges(page, data, boxes)
    more = Continuation(doc)
    for card in data.cards:
        _draw_card(page, card, boxes[card.number], more, strong=card.number in data.way)
    _draw_legend(page, data, job, Box(body.x, body.bottom - _FOOT, body.width, _FOOT))
    more.finish()
    if data.gaps:
        _list_gaps(doc, data)
    return doc


def _across(body: Box) -> tuple[float, float]:
    """Return width and pitch of the columns."""
    gap = body.width * 0.028
    width = (body.width - gap * (COLUMN_COUNT - 1)) / COLUMN_COUNT
    return width, width + gap


def _draw_heads(page: Page, body: Box, job: SheetJob) -> None:
    width, pitch = _across(body)
    for number, title in enumerate(_COLUMNS):
        x = body.x + number * pitch
        page.line(x, body.y, x + width, body.y, width=0.8, colour=tokens.INK)
        size = fit_line_size(page, job.t(title), width)
        page.text(x, body.y + 1.6, job.t(title), size, bold=True)


def fit_line_size(page: Page, words: str, room: float) -> float:
    """Return the size in pt at which the name of a column fits its width."""
    size = 11.0 if page.grid.layout == "A3" else 8.0
    while size > 6 and page.width(words, size, bold=True) > room:
        size -= 0.25
    return size


def _boxes(data: ChainData, room: Box) -> dict[int, Box]:
    width, pitch = _across(room)
    rows = max((card.row for card in data.cards), default=0.0) + 1
    step = min(28.0, room.height / max(1.0, rows))
    high = step - min(4.0, step * 0.16)
    return {
        card.number: Box(room.x + card.column * pitch, room.y + card.row * step, width, high)
        for card in data.cards
    }


def _draw_edges(page: Page, data: ChainData, boxes: Mapping[int, Box]) -> None:
    way = set(zip(data.way, data.way[1:], strict=False))
    broken = {card.number for card in data.cards if card.unsourced}
    for pair in sorted(data.edges, key=lambda one: one in way):
        one, other = boxes[pair[0]], boxes[pair[1]]
        strong = pair in way
        dashed = not strong and pair[1] in broken and other.x > one.x
        _curve(page, one, other, strong=strong, dashed=dashed)


def _curve(page: Page, one: Box, other: Box, *, strong: bool, dashed: bool) -> None:
    ax, ay = one.right, one.y + one.height / 2
    bx, by = other.x, other.y + other.height / 2
    end = bx - (1.6 if strong else 0)
    reach = (end - ax) / 2
    path = [("M", (ax, ay)), ("C", (ax + reach, ay, end - reach, by, end, by))]
    colour = tokens.ACTION if strong else tokens.EDGE
    page.path(
        path,
        stroke=tokens.INK if dashed else colour,
        line=1.6 if strong else 0.6,
        dash=(2, 1.6) if dashed else None,
    )
    if strong:
        page.shape([(bx, by), (bx - 2.2, by - 1.2), (bx - 2.2, by + 1.2)], fill=tokens.ACTION)


def _draw_card(page: Page, card: Card, box: Box, more: Continuation, *, strong: bool) -> None:
    t, big = more.doc.job.t, page.grid.layout == "A3"
    fill = tokens.TINT if strong else tokens.GROUND
    if card.column == _PAINS:
        fill = tokens.PAIN_GROUND
    edge = tokens.ACTION if strong else tokens.INK if card.broken else tokens.EDGE
    page.rect(
        box.x,
        box.y,
        box.width,
        box.height,
        fill=fill,
        stroke=edge,
        line=1.2 if strong else 0.8 if card.broken else 0.5,
        radius=1.0,
        dash=(2, 1.6) if card.broken and not strong else None,
    )
    if card.column == _PAINS:
        page.rect(box.x, box.y, 1.1, box.height, fill=tokens.PAIN_BAR)
    inner = box.inset(2.0, 1.3)
    small = 8.5 if big else 6.5
    colour = tokens.TEXT if card.broken else tokens.SECOND_TEXT
    head = ("! " if card.broken else "") + said(card.head, t)
    if page.width(head, 5, bold=True) > inner.width:
        more.text(
            page,
            Box(inner.x, inner.y, inner.width, small * 0.42),
            t(_COLUMNS[card.column]),
            head,
            TextStyle(small, 5, bold=True, colour=colour),
        )
    else:
        fitting = fit_line(page, head, small, inner.width, bold=True)
        page.text(inner.x, inner.y, head, fitting, bold=True, colour=colour)
    top = inner.y + small * 0.48
    size = 9.5 if big else 7.0
    style = TextStyle(size, 7.0 if big else 5.5, bold=strong)
    room = Box(inner.x, top, inner.width, max(1.0, inner.bottom - top + 0.6))
    more.text(page, room, t(_COLUMNS[card.column]), said(card.words, t), style)


def _draw_legend(page: Page, data: ChainData, job: SheetJob, box: Box) -> None:
    t = job.t
    size = 9.5 if page.grid.layout == "A3" else 7.0
    page.line(box.x, box.y + 2, box.right, box.y + 2, width=0.4, colour=tokens.EDGE)
    y = box.y + 4.6
    gaps = (
        t.plural("切れている所 {n}か所", len(data.gaps))
        if data.gaps
        else t("切れている所はありません")
    )
    signs = (
        (tokens.ACTION, 1.6, None, t("一つの例：住民の言葉から提案まで")),
        (tokens.EDGE, 0.6, None, t.plural("つながり {n}本", len(data.edges))),
        (tokens.INK, 0.8, (2.0, 1.6), gaps),
    )
    x, middle = box.x, y + size * 0.176
    for colour, width, dash, words in signs:
        page.line(x, middle, x + 9, middle, width=width, colour=colour, dash=dash)
        x += 11 + page.text(x + 11, y, words, size) + 8
    rest = t.context("list", "、").join(t(one) for one in data.folded)
    if rest:
        words = t("ほかに{words}", words=rest)
        style = TextStyle(size, size * 0.7, colour=tokens.SECOND_TEXT)
        fit(page.book, words, box.right - x, 6, style).draw(page, x, y)


def _list_gaps(doc: Document, data: ChainData) -> None:
    """List every gap on a page of its own, so that none is only a dashed line."""
    t = doc.job.t
    flow = Flow(doc, count=3 if doc.job.grid.layout == "A3" else 2)
    size = 10.5 if doc.job.grid.layout == "A3" else 9.5
    label = Label(t("切れている所"))
    for number, sentence in enumerate(data.gaps, 1):
        words = f"{number}　{t(sentence)}"
        flow.add(TextBlock(words, TextStyle(size, size), label if number == 1 else None))
