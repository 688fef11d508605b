"""A page to draw on: lines, shapes, words and pictures in millimetres from the upper left.

Owns the record of what is drawn on one page, in the PDF's own words except for text and pictures,
which wait until the file is written. Must not know sheets, frames or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook
from servicedesign.paper.ink import Dash, oval, rgb, rounded
from servicedesign.paper.ops import ImageOp, Op, PageOp, TextOp
from servicedesign.paper.papers import PT_PER_MM, Grid
from servicedesign.tokens import INK

BASELINE: Final = 0.88
"""Where the baseline lies in the em box, from its top."""
ALIGN: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Numbering:
    """Where a page stands in the file that is written.

    Attributes:
        number: of this page, from 1.
        first: of the first page of its document.
        total: pages of the file.
    """

    number: int
    first: int
    total: int


@dataclass
class Page:
    """One page; every length is in mm of the layout, every size of type in pt.

    Attributes:
        grid: the layout it is drawn in.
        book: the faces.
        ops: what has been drawn, in order.
        late: what needs page numbers, drawn when the file is written.
        missing: characters that no face holds.
    """

    grid: Grid
    book: FontBook
    ops: list[Op] = field(default_factory=list)
    late: list[Callable[[Page, Numbering], None]] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    ox: float = 0.0
    oy: float = 0.0
    k: float = 1.0
    pen: float = 1.0

    def __post_init__(self) -> None:
        """Centre the layout on the paper."""
        g = self.grid
        self.k = g.scale
        self.pen = g.scale
        self.ox = (g.paper_width - g.width * g.scale) / 2
        self.oy = (g.paper_height - g.height * g.scale) / 2
        self._state: dict[str, str] = {}

    # --- where things are ----------------------------------------------------------------------

    def px(self, x: float) -> float:
        """Return ``x`` in pt from the left edge of the paper."""
        return (self.ox + x * self.k) * PT_PER_MM

    def py(self, y: float) -> float:
        """Return ``y`` in pt from the lower edge of the paper."""
        return (self.grid.paper_height - self.oy - y * self.k) * PT_PER_MM

    @contextmanager
    def at(
        self, x: float, y: float, scale: float = 1.0, pen: float | None = None
    ) -> Iterator[None]:
        """Draw as if (x, y) were the origin and one unit were ``scale`` mm.

        Args:
            x: new origin, mm.
            y: new origin, mm.
            scale: size of a unit; lengths and type follow it.
            pen: by how much lines follow it; None means by ``scale``.
        """
        kept = (self.ox, self.oy, self.k, self.pen)
        self.ox, self.oy = self.ox + x * self.k, self.oy + y * self.k
        self.k *= scale
        self.pen *= scale if pen is None else pen
        try:
            yield
        finally:
            self.ox, self.oy, self.k, self.pen = kept

    @contextmanager
    def clipped(
        self, x: float, y: float, width: float, height: float, radius: float = 0
    ) -> Iterator[None]:
        """Draw inside a rectangle only; for pictures, never for text."""
        s = self.k * PT_PER_MM
        path = rounded(self.px(x), self.py(y + height), width * s, height * s, radius * s)
        with self._saved(f"{path} W n"):
            yield

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw with (x, y) fixed and everything turned to read from below upwards."""
        px, py = self.px(x), self.py(y)
        with self._saved(f"0 1 -1 0 {px + py:.2f} {py - px:.2f} cm"):
            yield

    @contextmanager
    def placed(self, x: float, y: float, scale: float, *, mirror: float = 0) -> Iterator[None]:
        """Paint paths whose own units are ``scale`` mm, y down, with their origin at (x, y).

        Only for :meth:`paint` with paths from paper.ink.units_path: widths of lines are in those
        units too. ``mirror`` is the width of a drawing that is turned left to right.
        """
        s = scale * self.k * PT_PER_MM
        across = -s if mirror else s
        kept, self.pen = self.pen, 1.0
        code = f"{across:.5f} 0 0 {-s:.5f} {self.px(x + mirror * scale):.2f} {self.py(y):.2f} cm"
        try:
            with self._saved(code):
                yield
        finally:
            self.pen = kept

    @contextmanager
    def _saved(self, code: str) -> Iterator[None]:
        self.ops.append(f"q {code}")
        kept = self._state
        self._state = dict(kept)
        try:
            yield
        finally:
            self._state = kept
            self.ops.append("Q")

    # --- lines and shapes ------------------------------------------------------------------------

    def _set(self, key: str, code: str) -> None:
        if self._state.get(key) != code:
            self._state[key] = code
            self.ops.append(code)

    def _pen(self, stroke: str, width: float, dash: Dash | None) -> None:
        self._set("stroke", f"{rgb(stroke)} RG")
        self._set("width", f"{width * self.pen:.3f} w")
        marks = " ".join(f"{part * self.pen:.2f}" for part in dash or ())
        self._set("dash", f"[{marks}] 0 d")

    def paint(
        self,
        path: str,
        fill: str | None,
        stroke: str | None,
        width: float,
        dash: Dash | None = None,
        *,
        even_odd: bool = False,
    ) -> None:
        """Fill and outline a ``path`` that is in the PDF's words (see paper.ink)."""
        if fill:
            self._set("fill", f"{rgb(fill)} rg")
        if stroke:
            self._pen(stroke, width, dash)
        star = "*" if even_odd else ""
        end = f"B{star}" if fill and stroke else f"f{star}" if fill else "S" if stroke else "n"
        self.ops.append(f"{path} {end}")

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        width: float = 0.5,
        colour: str = INK,
        dash: Dash | None = None,
    ) -> None:
        """Draw a straight line; ``width`` and ``dash`` in pt."""
        self._pen(colour, width, dash)
        self.ops.append(
            f"{self.px(x1):.2f} {self.py(y1):.2f} m {self.px(x2):.2f} {self.py(y2):.2f} l S"
        )

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        radius: float = 0,
        dash: Dash | None = None,
    ) -> None:
        """Draw a rectangle from its upper left corner; ``line`` in pt, ``radius`` in mm."""
        s = self.k * PT_PER_MM
        path = rounded(self.px(x), self.py(y + height), width * s, height * s, radius * s)
        self.paint(path, fill, stroke, line, dash)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        dash: Dash | None = None,
    ) -> None:
        """Draw a circle around (x, y)."""
        r = radius * self.k * PT_PER_MM
        self.paint(oval(self.px(x), self.py(y), r, r), fill, stroke, line, dash)

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        dash: Dash | None = None,
        closed: bool = True,
    ) -> None:
        """Draw a polygon, or an open line of several pieces."""
        parts = [f"{self.px(x):.2f} {self.py(y):.2f}" for x, y in points]
        path = parts[0] + " m " + " ".join(f"{part} l" for part in parts[1:])
        self.paint(path + (" h" if closed else ""), fill, stroke, line, dash)

    def path(
        self,
        ops: Iterable[tuple[str, Sequence[float]]],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        dash: Dash | None = None,
        even_odd: bool = False,
    ) -> None:
        """Draw a path of (letter, numbers) with the letters M, L, C and Z, absolute, y down."""
        words = {"M": "m", "L": "l", "C": "c", "Z": "h"}
        out: list[str] = []
        for letter, numbers in ops:
            out += [
                f"{self.py(n):.2f}" if i % 2 else f"{self.px(n):.2f}" for i, n in enumerate(numbers)
            ]
            out.append(words[letter])
        self.paint(" ".join(out), fill, stroke, line, dash, even_odd=even_odd)

    def caps(self, *, round_ends: bool) -> None:
        """Choose round or flat ends and corners for the lines that follow."""
        self._set("caps", "1 J 1 j" if round_ends else "0 J 0 j")

    # --- words and pictures ----------------------------------------------------------------------

    def width(self, text: str, size: float, bold: bool = False, tracking: float = 0) -> float:
        """Return the width of one line of ``text`` in mm."""
        text = clean(text)
        extra = tracking * size * max(len(text) - 1, 0)
        return (self.book.measure(text, size, bold) + extra) / PT_PER_MM

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
        tracking: float = 0,
    ) -> float:
        """Write one line and return its width in mm.

        Args:
            x: left edge, middle or right edge, as ``align`` says.
            y: top of the em box; the baseline lies 0.88 em below.
            text: one line; line ends are read as spaces.
            size: in pt.
            bold: use the bold face.
            colour: of the words.
            align: ``left``, ``center`` or ``right``.
            tracking: additional space between characters in em.
        """
        text = clean(text).replace("\n", " ")
        width = self.width(text, size, bold, tracking)
        left = x - ALIGN[align] * width
        return self._write(left, y, text, width, size, bold, colour, tracking)

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        size: float,
        bold: bool,
        colour: str,
        tracking: float,
    ) -> float:
        runs, missing = self.book.runs(text, bold)
        if missing:
            self.missing.update(missing)
        if runs:
            self._set("fill", f"{rgb(colour)} rg")
            real = size * self.k
            base = self.py(y) - BASELINE * real
            self.ops.append(TextOp(self.px(x), base, real, tracking * real, runs))
        return width

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Put a picture (PNG or JPEG) into a rectangle; see paper.pictures for cropping."""
        s = self.k * PT_PER_MM
        place = (self.px(x), self.py(y + height), width * s, height * s)
        self.ops.append(ImageOp(data, *place))

    def show(self, page: Page, x: float, y: float, scale: float, numbering: Numbering) -> None:
        """Show another page with its upper left corner at (x, y), ``scale`` mm for its one mm."""
        real = scale * self.k
        height = page.grid.paper_height * real * PT_PER_MM
        self.ops.append(PageOp(page, self.px(x), self.py(y) - height, real, numbering))

    def finished(self, numbering: Numbering) -> list[Op]:
        """Return what is drawn on the page, page numbers included."""
        if not self.late:
            return self.ops
        last = Page(self.grid, self.book)
        for draw in self.late:
            draw(last, numbering)
        self.missing |= last.missing
        return [*(["q", *self.ops, "Q"]), *last.ops]
