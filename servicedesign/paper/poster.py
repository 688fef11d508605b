"""Posters cut into tiles that an office printer can print, with a page on how to join them.

Owns the tiling: 10 mm margin, 10 mm overlap, cut lines, crosses,
row-column labels; tiles that are all white are left out. Must not change the pages it tiles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PIL import Image

from servicedesign.paper.assembly import AssemblyPlan, draw_assembly
from servicedesign.paper.document import Document
from servicedesign.paper.frame import Heading
from servicedesign.paper.labels import fit_line
from servicedesign.paper.marks import cross, scissors
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PAPERS, Grid, Orientation, Paper, grid_for
from servicedesign.paper.raster import render_page
from servicedesign.tokens import ACTION, INK, SECOND_TEXT

MARGIN: Final = 10.0
"""White edge of a tile in mm."""
OVERLAP: Final = 10.0
"""By how much neighbours overlap in mm."""
_KEPT: Final = 8.0
"""White in mm that a poster keeps around it in any case."""
_MOST_TRIM: Final = 20.0
"""White in mm that is left out at an edge at most."""
_CROSS: Final = 5.0
"""How far inside the overlap the crosses stand, mm."""
_PROOF_DPI: Final = 36
_PROOF_MM: Final = _PROOF_DPI / 25.4
_INKED: Final = 252
"""A grey value below which a point of the proof counts as printed."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A page to be tiled, with its number, title, and the name of its paper in Japanese."""

    page: Page
    numbering: Numbering
    title: str
    paper: str


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a poster is cut.

    Attributes:
        grid: of a tile's page, unscaled, in mm of its paper.
        columns: tiles side by side.
        rows: tiles one under the other.
        width: of the poster in mm.
        height: of the poster in mm.
        trim: white in mm that is left out at the left and right, and at top and bottom.
    """

    grid: Grid
    columns: int
    rows: int
    width: float
    height: float
    trim: tuple[float, float] = (0.0, 0.0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in mm of what the tiles show."""
        return self.width - 2 * self.trim[0], self.height - 2 * self.trim[1]

    @property
    def window(self) -> tuple[float, float]:
        """Width and height of what a tile shows, in mm."""
        return self.grid.paper_width - 2 * MARGIN, self.grid.paper_height - 2 * MARGIN

    def origin(self, row: int, column: int) -> tuple[float, float]:
        """Return the upper left corner of a tile's window on the poster, in mm."""
        wide, high = self.window
        return self.trim[0] + column * (wide - OVERLAP), self.trim[1] + row * (high - OVERLAP)


def tiling(
    width: float, height: float, tile: Paper, white: tuple[float, float] = (0.0, 0.0)
) -> Tiling:
    """Return the tiling of a poster in the orientation that needs fewer tiles.

    Args:
        width: of the poster in mm.
        height: of the poster in mm.
        tile: paper of the tiles.
        white: mm at the left and right, and at top and bottom, that may be left out where a
            column or a row of tiles would show hardly more than white.
    """
    choices: list[Tiling] = []
    orientations: tuple[Orientation, ...] = ("portrait", "landscape")
    for orientation in orientations:
        bare = _bare(grid_for(tile, orientation))
        wide, high = bare.paper_width - 2 * MARGIN, bare.paper_height - 2 * MARGIN
        columns, across = _count(width, wide, white[0])
        rows, down = _count(height, high, white[1])
        choices.append(Tiling(bare, columns, rows, width, height, (across, down)))
    return min(choices, key=lambda one: one.columns * one.rows)


def _count(length: float, window: float, white: float) -> tuple[int, float]:
    """Return how many tiles cover ``length`` mm, and the white left out at each end for it."""
    step = window - OVERLAP
    count = max(1, math.ceil((length - 2 * white - OVERLAP - 0.01) / step))
    return count, max(length - count * step - OVERLAP, 0.0) / 2


def white_edges(pdf: bytes, page: int) -> tuple[float, float]:
    """Return the white in mm at the left and right, and at top and bottom, that may be left out.

    Nothing is printed on it, and ``_KEPT`` mm stay beside what is.
    """
    proof = _proof(pdf, page)
    box = proof.point(lambda value: 255 if value < _INKED else 0).getbbox()
    if box is None:
        return 0.0, 0.0
    across, down = min(box[0], proof.width - box[2]), min(box[1], proof.height - box[3])
    return _trim(across / _PROOF_MM), _trim(down / _PROOF_MM)


def _trim(white: float) -> float:
    return min(max(white - _KEPT, 0.0), _MOST_TRIM)


def _proof(pdf: bytes, page: int) -> Image.Image:
    return render_page(pdf, page, _PROOF_DPI).convert("L")


def _bare(grid: Grid) -> Grid:
    return replace(grid, width=grid.paper_width, height=grid.paper_height, scale=1.0)


def tile(document: Document, tile_paper: Paper) -> Document:
    """Return a document of tiles with one assembly page before each poster.

    A page that fits on the tiles' paper is passed on as it is.

    Args:
        document: pages of any size.
        tile_paper: A4 or A3.
    """
    # The assembly page uses the A4 layout, on whatever paper the tiles are printed.
    paper = replace(tile_paper, layout="A4")
    job = replace(document.job, paper=paper, orientation="portrait", blank=False)
    t = job.t
    heading = Heading(t("ポスターの組み立て方"), 0)
    result = Document(job, heading, book=document.book)
    for note in document.warnings:
        result.warn(note)
    pdf = document.pdf_bytes()  # the pages are complete after this
    for index, (page, numbering) in enumerate(
        zip(document.pages, document.numberings(), strict=True)
    ):
        if _fits(page.grid, tile_paper):
            result.pages.append(page)
            continue
        size = (page.grid.paper_width, page.grid.paper_height)
        plan = tiling(*size, tile_paper, white_edges(pdf, index))
        inked = inked_tiles(pdf, index, plan)
        poster = Poster(page, numbering, _title_of(document, index), _paper_name(page.grid))
        draw_assembly(
            result,
            AssemblyPlan(
                title=poster.title,
                poster=page,
                numbering=numbering,
                poster_name=t(poster.paper),
                tile_name=t(tile_paper.name),
                boxes=_boxes(plan),
                kept=frozenset(inked),
                overlap=OVERLAP,
                size=plan.size,
            ),
        )
        for number, place in enumerate(inked, 1):
            _draw_tile(result, poster, plan, place, (number, len(inked)))
    return result


def _fits(grid: Grid, tile_paper: Paper) -> bool:
    """Return whether a page can be printed on the tiles' paper as it is."""
    short, long = sorted((grid.paper_width, grid.paper_height))
    return short <= tile_paper.width and long <= tile_paper.height


def _paper_name(grid: Grid) -> str:
    size = sorted((grid.paper_width, grid.paper_height))
    return next(p.name for p in PAPERS.values() if [p.width, p.height] == size)


def _title_of(document: Document, index: int) -> str:
    """Return the title of the sheet that page ``index`` belongs to."""
    titles = [mark.title for mark in document.bookmarks if mark.page <= index and not mark.level]
    return titles[-1] if titles else document.heading.title


def _boxes(plan: Tiling) -> dict[tuple[int, int], tuple[float, float, float, float]]:
    wide, high = plan.window
    return {
        (row, column): (*plan.origin(row, column), wide, high)
        for row in range(plan.rows)
        for column in range(plan.columns)
    }


def inked_tiles(pdf: bytes, page: int, plan: Tiling) -> Sequence[tuple[int, int]]:
    """Return (row, column) of the tiles on which something is printed, in reading order."""
    proof, per_mm = _proof(pdf, page), _PROOF_MM
    found = []
    for (row, column), (x, y, wide, high) in _boxes(plan).items():
        area = (x * per_mm, y * per_mm, (x + wide) * per_mm, (y + high) * per_mm)
        part = proof.crop(
            (
                math.floor(area[0]),
                math.floor(area[1]),
                min(math.ceil(area[2]), proof.width),
                min(math.ceil(area[3]), proof.height),
            )
        )
        darkest = part.getextrema()[0] if part.width > 0 and part.height > 0 else 255
        if isinstance(darkest, int | float) and darkest < _INKED:
            found.append((row, column))
    return found


def _draw_tile(
    result: Document,
    poster: Poster,
    plan: Tiling,
    place: tuple[int, int],
    count: tuple[int, int],
) -> None:
    page = Page(plan.grid, result.book)
    result.pages.append(page)
    row, column = place
    x, y = plan.origin(row, column)
    wide, high = plan.window
    right = MARGIN + min(wide, plan.width - plan.trim[0] - x)
    bottom = MARGIN + min(high, plan.height - plan.trim[1] - y)
    with page.clipped(MARGIN, MARGIN, right - MARGIN, bottom - MARGIN):
        page.show(poster.page, MARGIN - x, MARGIN - y, 1.0, poster.numbering)
    _cut_marks(page, right, bottom)
    _overlap_marks(page, result, row, column)
    _crosses(page, plan, place, (right, bottom))
    _tile_words(page, result, poster, place, count)


def _cut_marks(page: Page, right: float, bottom: float) -> None:
    g = page.grid
    dash = (2.5, 2)
    page.line(right, 4, right, g.height - 4, 0.5, INK, dash)
    page.line(4, bottom, g.width - 4, bottom, 0.5, INK, dash)
    scissors(page, 5, bottom, 5)


def _overlap_marks(page: Page, result: Document, row: int, column: int) -> None:
    """Draw the dotted lines that the cut edges of the neighbours are laid on."""
    g, t = page.grid, result.job.t
    line = MARGIN + OVERLAP
    dots = (1, 1.6)
    if column:
        page.line(line, MARGIN, line, g.height - MARGIN, 0.6, ACTION, dots)
        page.line(line, 5.5, line, MARGIN, 0.5, ACTION)
        words = t("この線まで、左のタイルを重ねる")
        page.text(line + 2, 6, words, 9, colour=ACTION)
    if row:
        page.line(MARGIN, line, g.width - MARGIN, line, 0.6, ACTION, dots)
        page.line(5.5, line, MARGIN, line, 0.5, ACTION)
        words = t("この線まで、上のタイルを重ねる")
        with page.turned(5.6, line + 3 + page.width(words, 9)):
            page.text(5.6, line + 3 + page.width(words, 9), words, 9, colour=ACTION)


def _crosses(page: Page, plan: Tiling, place: tuple[int, int], corner: tuple[float, float]) -> None:
    """Draw the crosses of all neighbours; those of two tiles lie on each other."""
    row, column = place
    far, low = corner[0] - _CROSS, corner[1] - _CROSS
    inset = MARGIN + _CROSS
    xs = [inset] if column else []
    xs += [far] if column < plan.columns - 1 else []
    ys = [inset] if row else []
    ys += [low] if row < plan.rows - 1 else []
    across, down = (inset, far), (inset, low)
    for x, y in sorted({(x, y) for x in xs for y in down} | {(x, y) for x in across for y in ys}):
        cross(page, x, y)


def _tile_words(
    page: Page,
    result: Document,
    poster: Poster,
    place: tuple[int, int],
    count: tuple[int, int],
) -> None:
    """Write label, name and ruler into the margin, 5 to 9 mm from the paper's edge."""
    t, g = result.job.t, page.grid
    page.text(11, 5.6, f"{place[0] + 1}-{place[1] + 1}", 12, bold=True)
    words = t(
        "{project}  {title}  {paper}  タイル {number}／{total}",
        project=result.job.frame.project,
        title=poster.title,
        paper=t(poster.paper),
        number=count[0],
        total=count[1],
    )
    room = g.width - 12 - 21 - page.width(t("この線まで、左のタイルを重ねる"), 9) - 12
    size = fit_line(page, words, 9, room, least=1)
    page.text(g.width - 12, 6, words, size, colour=SECOND_TEXT, align="right")
    left, base = g.width / 2 - 50, g.height - 5.5
    page.line(left, base, left + 100, base, 0.5)
    for i in range(11):
        tall = 3 if i in {0, 10} else 1.8 if i == 5 else 1.4
        page.line(left + i * 10, base, left + i * 10, base - tall, 0.5)
    page.text(left + 103, base - 2.8, "100 mm", 8, colour=SECOND_TEXT)
