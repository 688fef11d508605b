"""The poster of the four rules of brainstorming, to be hung on the wall for the twenty minutes.

Owns its layout, upright and wide. It says the same to everyone: of a project it takes only whether
there is a board for which it is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import Board
from servicedesign.paper import marks
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.page import Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.pictures import draw_drawing
from servicedesign.tokens import ACTION, GROUND, INK, STICKIES, STICKY_SYMBOLS
from servicedesign.tools.board.rules import IDEAS, ROUNDS, RULES, Round, Rule
from servicedesign.tools.board.rules_scenes import HEIGHT, WIDTH
from servicedesign.tools.sketch_drawings import figures

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.store import Project

_PHASE: Final = 2
_STEP: Final = 5
"""Ideas from mark to mark on the line of pace."""


@dataclass(frozen=True, slots=True)
class RulesData:
    """Nothing: the rules are the same for every project."""


def gather(project: Project, only: str | None = None) -> RulesData | None:
    """Return the poster where there is a board, or the one named by ``only``; else None."""
    boards = [board for board in project.all(Board) if only in {None, board.id}]
    return RulesData() if boards else None


def blank_data(project: Project | None) -> RulesData:
    """Return the poster, which is there without a project too."""
    del project
    return RulesData()


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes of the poster: pt and mm.

    Attributes:
        gap: between panels.
        title: of a rule.
        line: of what it asks.
        number: of a rule.
        sign: side of the symbol.
        foot: height of rounds and pace under the panels.
        minutes: size of the minutes of a round.
        what: size of what is done in it.
        small: size of the smallest words.
    """

    gap: float
    title: float
    line: float
    number: float
    sign: float
    foot: float
    minutes: float
    what: float
    small: float


_LARGE: Final = _Look(6.2, 66, 21, 24, 6.4, 42, 27, 18, 14)
_SMALL: Final = _Look(4.4, 42, 13.5, 16, 4.4, 32, 18, 12, 10.5)


def draw(data: RulesData, job: SheetJob) -> Document:
    """Draw the poster, one page."""
    del data
    t = job.t
    purpose = t("アイデアを出す20分のあいだ、壁にはります。始める前に、声に出して読みます。")
    heading = Heading(t("ブレインストーミングの約束"), _PHASE, purpose, fields=False)
    doc = Document(job, heading)
    page = doc.new_page()
    grid = page.grid
    look = _LARGE if grid.layout == "A3" else _SMALL
    body = Box(grid.left, grid.body_top + 1, grid.text_width, grid.body_bottom - grid.body_top - 2)
    panels = Box(body.x, body.y, body.width, body.height - look.foot)
    places = [box for row in panels.rows(2, look.gap) for box in row.columns(2, look.gap)]
    for number, (rule, box) in enumerate(zip(RULES, places, strict=True), 1):
        _draw_rule(page, box, number, rule, look, t)
    foot = Box(body.x, panels.bottom + look.gap * 0.9, body.width, look.foot - look.gap * 0.9)
    _draw_foot(page, foot, look, t)
    return doc


def _draw_rule(page: Page, box: Box, number: int, rule: Rule, look: _Look, t: Translator) -> None:
    """Draw a panel: sign and number, the picture, the rule, what it asks."""
    page.rect(box.x, box.y, box.width, box.height, fill=STICKIES[rule.colour], radius=3)
    pad = look.gap
    middle = box.y + pad + look.number / PT_PER_MM / 2
    marks.symbol(page, box.x + pad + look.sign / 2, middle, STICKY_SYMBOLS[rule.colour], look.sign)
    page.text(
        box.x + pad * 1.5 + look.sign,
        middle - look.number / PT_PER_MM / 2,
        str(number),
        look.number,
        bold=True,
    )
    wide = box.width > box.height * 1.35
    words = _words_height(look)
    if wide:
        picture = Box(box.x, box.y, box.width * 0.52, box.height).inset(pad, pad)
        text = Box(picture.right, box.y, box.right - picture.right - pad, box.height)
        top = text.y + (text.height - words) / 2
    else:
        room = box.height - words - 2 * pad
        tall = min(room - pad, (box.width - 2 * pad) * HEIGHT / WIDTH)
        spare = max(box.height - words - tall - pad, 0)
        picture = Box(box.x + pad, box.y + spare * 0.62, box.width - 2 * pad, tall)
        text = box
        top = picture.bottom + spare * 0.16
    draw_drawing(page, picture, rule.scene(figures(), t))
    _draw_words(page, text.inset(0 if wide else pad, 0), top, rule, look, t)


def _words_height(look: _Look) -> float:
    return (look.title * 1.22 + look.line * 1.4 * 2) / PT_PER_MM


def _draw_words(page: Page, box: Box, top: float, rule: Rule, look: _Look, t: Translator) -> None:
    centre = box.x + box.width / 2
    titles = [t(one.title) for one in RULES]
    size = min(fit_line(page, title, look.title, box.width, bold=True) for title in titles)
    drop = (look.title - size) / PT_PER_MM / 2
    page.text(centre, top + drop, t(rule.title), size, bold=True, align="center")
    lines = [t(line) for one in RULES for line in one.lines]
    small = min(fit_line(page, line, look.line, box.width) for line in lines)
    y = top + look.title * 1.22 / PT_PER_MM
    for line in rule.lines:
        page.text(centre, y, t(line), small, align="center")
        y += look.line * 1.4 / PT_PER_MM


def _draw_foot(page: Page, box: Box, look: _Look, t: Translator) -> None:
    """Draw how the twenty minutes go, and a line to tick the ideas on."""
    gap = look.gap * 1.6
    places = box.columns(len(ROUNDS), gap)
    size = _minutes_size(page, places[0].width, look, t)
    for number, (part, place) in enumerate(zip(ROUNDS, places, strict=True)):
        page.line(place.x, box.y, place.right, box.y, 0.75)
        _draw_round(page, place, part, look, size, t)
        if number:
            y = box.y + 2.2 + look.minutes / PT_PER_MM / 2
            far = look.gap * 0.55
            left = place.x - gap / 2 - far / 2
            page.shape([(left, y - far * 0.75), (left + far, y), (left, y + far * 0.75)], fill=INK)
    _draw_pace(page, Box(box.x, box.bottom - look.foot * 0.36, box.width, 0), look, t)


def _minutes_size(page: Page, width: float, look: _Look, t: Translator) -> float:
    """Return a size for the minutes that leaves two thirds of a round to the words."""
    words = [t("{n}分", n=part.minutes) for part in ROUNDS]
    return min(fit_line(page, one, look.minutes, width * 0.36, bold=True) for one in words)


def _draw_round(
    page: Page, box: Box, part: Round, look: _Look, minutes: float, t: Translator
) -> None:
    top = box.y + 2.2
    middle = top + look.minutes / PT_PER_MM / 2
    words = t("{n}分", n=part.minutes)
    y = middle - minutes / PT_PER_MM / 2
    page.text(box.x, y, words, minutes, bold=True, colour=ACTION)
    widest = max(page.width(t("{n}分", n=one.minutes), minutes, bold=True) for one in ROUNDS)
    own = page.width(words, minutes, bold=True)
    left = box.x + own + look.gap * 0.6
    room = box.width - widest - look.gap * 0.6
    size = min(fit_line(page, t(one.what), look.what, room, bold=True) for one in ROUNDS)
    page.text(left, top + 0.4, t(part.what), size, bold=True)
    small = min(fit_line(page, t(one.how), look.small, room) for one in ROUNDS)
    page.text(left, top + (look.what * 1.28) / PT_PER_MM + 0.4, t(part.how), small)


def _draw_pace(page: Page, box: Box, look: _Look, t: Translator) -> None:
    """Draw a line with a ring for every five ideas, to be filled in as they come."""
    ring, y = look.small * 0.16, box.y + look.small / PT_PER_MM / 2
    start, end = t("始まり"), t("{n}案！", n=IDEAS)
    first = box.x + page.text(box.x, box.y, start, look.small, bold=True) + ring + 2
    last = box.right - page.width(end, look.small, bold=True) - ring - 2
    page.text(box.right, box.y, end, look.small, bold=True, align="right")
    page.line(first, y, last, y, 0.9)
    count = IDEAS // _STEP
    for number in range(count + 1):
        x = first + (last - first) * number / count
        page.circle(x, y, ring, fill=GROUND, stroke=INK, line=0.9)
        if number:
            words = t.context("pace", "{n}案", n=number * _STEP)
            page.text(x, y + ring + 1.2, words, look.small, align="center")
