"""Papers in millimetres and the grid that sheets are laid out on.

Owns the sizes (ISO A, JIS B, 模造紙) and the margins, columns and bands of every sheet. Larger
papers carry the A3 layout scaled up, JIS B4 the A4 layout; a sheet only ever works in A4 or A3
coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from servicedesign.model.message import N_

Orientation = Literal["portrait", "landscape"]
PT_PER_MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper.

    Attributes:
        id: what the command line calls it.
        name: what a printer calls it, in Japanese.
        width: short side in mm.
        height: long side in mm.
        layout: ``"A4"`` or ``"A3"``, the layout that is scaled onto it.
    """

    id: str
    name: str
    width: float
    height: float
    layout: str

    def size(self, orientation: Orientation) -> tuple[float, float]:
        """Return width and height in mm."""
        if orientation == "landscape":
            return self.height, self.width
        return self.width, self.height


PAPERS: Final = {
    paper.id: paper
    for paper in (
        Paper("A4", N_("A4判"), 210, 297, "A4"),
        Paper("A3", N_("A3判"), 297, 420, "A3"),
        Paper("A2", N_("A2判"), 420, 594, "A3"),
        Paper("A1", N_("A1判"), 594, 841, "A3"),
        Paper("A0", N_("A0判"), 841, 1189, "A3"),
        Paper("B4", N_("B4判"), 257, 364, "A4"),
        Paper("B3", N_("B3判"), 364, 515, "A3"),
        Paper("B2", N_("B2判"), 515, 728, "A3"),
        Paper("B1", N_("B1判"), 728, 1030, "A3"),
        Paper("MOZO", N_("模造紙"), 788, 1091, "A3"),
    )
}
"""Every paper by id; B is the Japanese (JIS) series."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in mm from its upper left corner, y down.

    Attributes:
        x: left edge.
        y: upper edge.
        width: width.
        height: height.
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def inset(self, across: float, down: float | None = None) -> Box:
        """Return the box made smaller by ``across`` at both sides and ``down`` above and below."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def below(self, gap: float) -> Box:
        """Return what is left when ``gap`` mm are taken off the top."""
        return Box(self.x, self.y + gap, self.width, self.height - gap)

    def columns(self, count: int, gap: float) -> list[Box]:
        """Return ``count`` boxes of equal width side by side."""
        width = (self.width - gap * (count - 1)) / count
        return [Box(self.x + i * (width + gap), self.y, width, self.height) for i in range(count)]

    def rows(self, count: int, gap: float) -> list[Box]:
        """Return ``count`` boxes of equal height one under the other."""
        height = (self.height - gap * (count - 1)) / count
        return [Box(self.x, self.y + i * (height + gap), self.width, height) for i in range(count)]


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes of type in pt: A4 or A3, before scaling.

    Attributes:
        title: title, bold.
        heading: headings, bold.
        body: running text.
        label: labels, bold, tracked by 0.04 em.
        note: the line of use, notes, references.
        frame: running head and foot.
        chip: chips.
        ruler: words over the ruler.
        least: the smallest size of content.
    """

    title: float
    heading: float
    body: float
    label: float
    note: float
    frame: float
    chip: float = 9
    ruler: float = 8
    least: float = 10.5


A4_TYPE: Final = TypeSizes(22, 14, 12, 10.5, 10.5, 9)
A3_TYPE: Final = TypeSizes(28, 14, 12, 12, 12, 10.5, chip=10)


@dataclass(frozen=True, slots=True)
class Grid:
    """The layout that a sheet works in; all lengths in mm of the layout.

    Attributes:
        layout: ``"A4"`` or ``"A3"``.
        width: of the layout's page.
        height: of the layout's page.
        left: left margin, on A4 portrait the punched side.
        right: right margin.
        top: upper margin; the phase rule begins there.
        body_top: where the body begins.
        body_bottom: where it ends.
        foot: upper edge of the footer.
        column: width of one of twelve columns.
        sizes: sizes of type.
        paper_width: of the real paper, mm.
        paper_height: of the real paper, mm.
        scale: mm of paper for one mm of the layout.
    """

    layout: str
    width: float
    height: float
    left: float
    right: float
    top: float
    body_top: float
    body_bottom: float
    foot: float
    column: float
    sizes: TypeSizes
    paper_width: float
    paper_height: float
    scale: float
    gutter: float = 4

    @property
    def body(self) -> Box:
        """The place between header and footer."""
        return Box(self.left, self.body_top, self.text_width, self.body_bottom - self.body_top)

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    def col(self, first: int, last: int) -> tuple[float, float]:
        """Return x and width of columns ``first`` to ``last``, counted from 1 to 12."""
        step = self.column + self.gutter
        return self.left + (first - 1) * step, (last - first + 1) * step - self.gutter


def grid_for(paper: Paper, orientation: Orientation) -> Grid:
    """Return the grid for ``paper``."""
    base = PAPERS[paper.layout]
    width, height = base.size(orientation)
    real_width, real_height = paper.size(orientation)
    small = paper.layout == "A4"
    left = 20.0 if small and orientation == "portrait" else 14.0
    return Grid(
        layout=paper.layout,
        width=width,
        height=height,
        left=left,
        right=14,
        top=12,
        body_top=45 if small else 48,
        body_bottom=height - 21,
        foot=height - 18.4,
        column=(width - left - 14 - 11 * 4) / 12,
        sizes=A4_TYPE if small else A3_TYPE,
        paper_width=real_width,
        paper_height=real_height,
        scale=min(real_width / width, real_height / height),
    )
