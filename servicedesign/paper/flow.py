"""Texts of unknown length on pages of known size: what is left over goes on overleaf.

Owns continuation, with つづきは2ページ at the end of what fits and
見出し（つづき） over the rest on later pages, and columns that blocks run down, page after page.
Must not know what the blocks mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, Protocol

from servicedesign.model.message import msg
from servicedesign.paper.breaking import Line, break_lines
from servicedesign.paper.clean import clean
from servicedesign.paper.document import Document
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.labels import Label, label, label_height
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PT_PER_MM, Box
from servicedesign.paper.textbox import Fitted, TextStyle, fit, lines_height, lines_in
from servicedesign.tokens import ACTION

MARK_SIZE: Final = 10.5
"""Size of つづきは2ページ in pt."""
GAP: Final = 5.0
"""Between blocks in mm."""
_LEAST_LINES: Final = 2
"""A block begins at the foot of a column only with this many lines."""


class Placement(Protocol):
    """A block that has been given a place."""

    height: float
    rest: Block | None

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw it with its upper left corner at (x, y)."""


class Block(Protocol):
    """Anything that flows down a column."""

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return what fits into ``width`` and ``height`` mm, or None to begin in the next column.

        ``fresh`` says that the column is empty: then something must be placed, however little.
        """


@dataclass
class Placed:
    """A placement made of a height, a drawing function and what is left over."""

    height: float
    paint: Callable[[Page, float, float], None]
    rest: Block | None = None

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw it with its upper left corner at (x, y)."""
        self.paint(page, x, y)


@dataclass(frozen=True)
class Fixed:
    """A block of a fixed height that is drawn by a function and never split."""

    height: float
    paint: Callable[[Page, Box], None]

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return itself, or None when the column is too short and not fresh."""
        del flow
        if self.height > height and not fresh:
            return None
        return Placed(
            self.height, lambda page, x, y: self.paint(page, Box(x, y, width, self.height))
        )


class _Stream:
    """The lines of one text, broken as they are needed, for columns of one width."""

    def __init__(self, block: TextBlock, book: FontBook, width: float) -> None:
        self.width = width
        style = block.style
        self.lines: list[Line] = []
        self._more = break_lines(
            clean(block.text).rstrip(),
            book,
            width * PT_PER_MM,
            style.size,
            bold=style.bold,
            relaxed=style.relaxed,
        )

    def take(self, start: int, count: int) -> tuple[list[Line], bool]:
        """Return ``count`` lines from ``start`` on, and whether more follow."""
        self.lines += islice(self._more, max(start + count + 1 - len(self.lines), 0))
        return self.lines[start : start + count], len(self.lines) > start + count


@dataclass(frozen=True)
class TextBlock:
    """A label with text under it that may run over several columns and pages.

    Attributes:
        text: of any length; set at the wanted size of its style, it does not shrink.
        style: size, weight and leading.
        what: the label, or None for text alone.
        first: False where it is a continuation, so that （つづき） follows the label.
        rule: width of the rule over the label in pt.
    """

    text: str
    style: TextStyle
    what: Label | None = None
    first: bool = True
    rule: float = 0.5

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as much of the text as fits."""
        stream = _Stream(self, flow.page.book, width)
        return _Part(self, stream, 0, self.first).place(flow, width, height, fresh=fresh)


@dataclass(frozen=True)
class _Part:
    """What is left of a text block from one of its lines on."""

    block: TextBlock
    stream: _Stream
    start: int
    first: bool

    def place(self, flow: Flow, width: float, height: float, *, fresh: bool) -> Placement | None:
        """Return as many lines as fit; a column of another width breaks the rest anew."""
        block, style = self.block, self.block.style
        if abs(width - self.stream.width) > 0.01:
            text = clean(block.text).rstrip()[self.stream.lines[self.start].start :]
            rest = replace(block, text=text, first=self.first)
            return rest.place(flow, width, height, fresh=fresh)
        head = label_height(flow.page.grid.sizes.label) if block.what else 0.0
        room = lines_in(max(height - head, 0.0), style.size, style.leading)
        lines, more = self.stream.take(self.start, room)
        if more and room < (1 if fresh else _LEAST_LINES):
            return None
        tall = lines_height(len(lines), style.size, style.leading)
        fitted = Fitted(tuple(lines), style.size, style, tall, "")
        end = self.start + len(lines)
        return Placed(
            head + tall,
            lambda page, x, y: self._paint(flow, page, x, y, width, fitted),
            _Part(block, self.stream, end, first=False) if more else None,
        )

    def _paint(
        self, flow: Flow, page: Page, x: float, y: float, width: float, fitted: Fitted
    ) -> None:
        what = self.block.what
        if what:
            what = what if self.first else flow.again(what)
            y = label(page, x, y, width, what, rule=self.block.rule)
        fitted.draw(page, x, y, width=width)


@dataclass
class Flow:
    """Columns on the pages of a document that blocks run down, one after the other.

    Attributes:
        doc: where pages are added.
        count: columns on a page.
        gap: between columns in mm.
        spacing: between blocks in mm.
    """

    doc: Document
    count: int = 1
    gap: float = 8.0
    spacing: float = GAP
    _columns: list[Box] = field(default_factory=list)
    _y: float = 0.0
    _page: Page | None = None

    @property
    def page(self) -> Page:
        """The page being filled."""
        if self._page is None:
            self.turn()
        assert self._page is not None
        return self._page

    @property
    def left(self) -> float:
        """Height in mm that is left in the column."""
        _ = self.page
        return self._columns[0].bottom - self._y

    @property
    def beside(self) -> bool:
        """Whether another column of the page is still empty beside this one."""
        _ = self.page
        return len(self._columns) > 1

    def begin(self, page: Page, box: Box) -> None:
        """Fill ``box`` of a page that exists already; later pages use their whole body."""
        self._page = page
        self._columns = box.columns(self.count, self.gap)
        self._y = box.y

    def turn(self) -> Page:
        """Begin a new page and return it."""
        page = self.doc.new_page()
        self.begin(page, page.grid.body)
        return page

    def again(self, what: Label) -> Label:
        """Return the label of a continuation."""
        return Label(self.doc.job.t("{heading}（つづき）", heading=what.text), chip=what.chip)

    def add(self, block: Block) -> None:
        """Place ``block``, over as many columns and pages as it takes.

        Raises:
            ValueError: nothing of it fits even on an empty page.
        """
        rest: Block | None = block
        refused = 0
        while rest is not None:
            _ = self.page
            column = self._columns[0]
            fresh = self._y <= column.y + 0.01
            placed = rest.place(self, column.width, column.bottom - self._y, fresh=fresh)
            if placed is None:
                refused += fresh
                if refused > 2 * self.count:
                    raise ValueError(f"nothing of {type(rest).__name__} fits on an empty page")
                self._next_column()
                continue
            refused = 0
            placed.draw(self.page, column.x, self._y)
            self._y += placed.height + self.spacing
            rest = placed.rest
            if rest is not None:
                self._next_column()

    def need(self, height: float) -> None:
        """Go to the next column unless ``height`` mm are left in this one."""
        if self.left < height and self._y > self._columns[0].y:
            self._next_column()

    def _next_column(self) -> None:
        if len(self._columns) > 1:
            self._columns = self._columns[1:]
            self._y = self._columns[0].y
        else:
            self.turn()


@dataclass
class Continuation:
    """Collects what did not fit on a sheet of fixed boxes and prints it on pages after it.

    Use one for a document: ``text`` for every box, ``finish`` once all boxes are drawn.
    """

    doc: Document
    _left: list[tuple[Label, str, TextStyle, list[int]]] = field(default_factory=list)
    _once: dict[str, list[int]] = field(default_factory=dict)

    def text(
        self,
        page: Page,
        box: Box,
        what: Label | str,
        text: str,
        style: TextStyle,
        *,
        align: str = "left",
        once: str = "",
    ) -> Fitted:
        """Fit ``text`` into ``box``; where it does not, print つづきは…ページ and keep the rest.

        Args:
            page: where to write.
            box: the place for the text, without its label.
            what: the label under which the rest is continued.
            text: of any length.
            style: wanted and least size.
            align: ``left``, ``center`` or ``right``.
            once: names a text that stands on several pages; its rest is kept the first time.
        """
        mark = MARK_SIZE / PT_PER_MM * 1.25
        fitted = fit(page.book, text, box.width, box.height, style, reserve=mark)
        fitted.draw(page, box.x, box.y, align=align, width=box.width)
        if fitted.rest:
            self.later(page, box.right, box.bottom, what, fitted.rest, style, room=box.width,
                       once=once)  # fmt: skip
        return fitted

    def later(
        self,
        page: Page,
        right: float,
        bottom: float,
        what: Label | str,
        rest: str,
        style: TextStyle,
        room: float = 0.0,
        once: str = "",
    ) -> None:
        """Print つづきは…ページ with its end at (right, bottom) and continue ``rest`` overleaf.

        Where ``room`` mm are too few for these words, →…ページ is printed instead. Of the texts
        called ``once`` only the first is continued; the others lead to the same page.
        """
        target = self._once.get(once)
        if target is None:
            target = self._keep(what if isinstance(what, Label) else Label(what), rest, style)
        if once:
            self._once[once] = target
        kept = (page.ox, page.oy, page.k, page.pen)

        def mark(last: Page, numbering: Numbering) -> None:
            own = (last.ox, last.oy, last.k, last.pen)
            last.ox, last.oy, last.k, last.pen = kept
            number, t = numbering.first + target[0], self.doc.job.t
            words, size = t("つづきは{number}ページ", number=number), MARK_SIZE
            wide = last.width(words, size, bold=True)
            if 0 < room < wide:
                words = t("→{number}ページ", number=number)
                wide = last.width(words, size, bold=True)
                size = min(size, max(size * room / wide, 7.0))
            top = bottom - (MARK_SIZE + size) / 2 / PT_PER_MM
            last.text(right, top, words, size, bold=True, colour=ACTION, align="right")
            last.ox, last.oy, last.k, last.pen = own

        page.late.insert(0, mark)

    def _keep(self, heading: Label, rest: str, style: TextStyle) -> list[int]:
        """Keep ``rest`` to be printed, and return what will hold the number of its page."""
        target: list[int] = []
        self._left.append((heading, rest, style, target))
        self.doc.warn(
            msg("「{heading}」は長いため、つづきを次のページに印刷します。", heading=heading.text)
        )
        return target

    def finish(self) -> None:
        """Print all that was left over, in two columns on pages that follow."""
        if not self._left:
            return
        wide = self.doc.grid.text_width > 200
        flow = Flow(self.doc, 3 if wide else 2)
        for heading, rest, style, target in self._left:
            size = max(style.size, self.doc.grid.sizes.body)
            block = TextBlock(rest, TextStyle(min(size, 14), min(size, 14)), heading, first=False)
            flow.need(label_height(12) + lines_height(_LEAST_LINES, size, style.leading))
            target.append(self.doc.number_of(flow.page) - 1)
            flow.add(block)
        self._left.clear()


def print_whole(doc: Document, texts: Mapping[str, str]) -> None:
    """Print ``texts`` in full under their names, on pages after the last one of ``doc``."""
    flow = Flow(doc, 3 if doc.grid.text_width > 200 else 2)
    size = doc.grid.sizes.body
    for name, text in texts.items():
        flow.add(TextBlock(text, TextStyle(size, size), Label(name)))
