"""From a sheet's name and a project to its PDF and its pictures.

Owns the asking: gathering happens where the project lives (the window's thread), drawing and
rasterising anywhere. Must not know any tool.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from servicedesign.i18n import Translator
from servicedesign.model.message import Message
from servicedesign.tools.registry import SheetSpec

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from servicedesign.paper.document import SheetJob
    from servicedesign.paper.papers import Orientation
    from servicedesign.store import Project

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """On what a sheet is printed.

    Attributes:
        paper: a paper's id, such as ``A4``.
        orientation: ``portrait`` or ``landscape``.
    """

    paper: str
    orientation: str


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """Everything needed to draw one sheet on any thread.

    Attributes:
        spec: the sheet.
        data: what its ``gather`` or ``blank_data`` returned.
        job: paper, reader and frame.
    """

    spec: SheetSpec
    data: Any
    job: SheetJob


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A sheet as drawn.

    Attributes:
        pdf: the file.
        pages: how many pages it has.
        warnings: what whoever prints should know.
    """

    pdf: bytes
    pages: int
    warnings: tuple[Message, ...]


def order_sheet(
    project: Project,
    spec: SheetSpec,
    choice: PaperChoice,
    t: Translator,
    day: date,
    *,
    only: str | None = None,
    blank: bool = False,
) -> SheetOrder:
    """Gather a sheet; where the project holds nothing for it, its empty worksheet."""
    from servicedesign.exchange.export import frame_info
    from servicedesign.paper.document import SheetJob
    from servicedesign.paper.papers import PAPERS

    data = None if blank else spec.gather(project, only)
    empty = data is None
    if empty:
        data = spec.blank_data(project)
    frame = frame_info(project, day)
    job = SheetJob(PAPERS[choice.paper], _orientation(choice), t, frame, empty)
    return SheetOrder(spec, data, job)


def draw_sheet(order: SheetOrder) -> DrawnSheet:
    """Draw ``order``; safe on any thread, beside others too."""
    document = order.spec.draw(order.data, order.job)
    return DrawnSheet(document.pdf_bytes(), len(document.pages), document.warnings)


def page_image(pdf: bytes, page: int, dpi: float) -> QImage:
    """Return the pixels of one page (from 0): the PDF's own."""
    from PySide6.QtGui import QImage

    from servicedesign.paper.raster import render_page

    picture = render_page(pdf, page, dpi).convert("RGB")
    width, height = picture.size
    return QImage(
        picture.tobytes("raw", "RGB"), width, height, 3 * width, QImage.Format.Format_RGB888
    ).copy()


def paper_size(choice: PaperChoice) -> tuple[float, float]:
    """Return width and height of ``choice`` in mm."""
    from servicedesign.paper.papers import PAPERS

    return PAPERS[choice.paper].size(_orientation(choice))


def paper_choices(papers: Sequence[str], t: Translator) -> tuple[tuple[PaperChoice, str], ...]:
    """Return every way to lay each of ``papers`` (ids), with its name for people."""
    words = {
        "portrait": t.context("orientation", "縦"),
        "landscape": t.context("orientation", "横"),
    }
    return tuple(
        (PaperChoice(paper, orientation), f"{paper} {word}")
        for paper in papers
        for orientation, word in words.items()
    )


def default_choice(spec: SheetSpec, paper: str = "") -> PaperChoice:
    """Return the paper ``spec`` is made for: ``paper`` where it fits, else its first."""
    return PaperChoice(paper if paper in spec.papers else spec.papers[0], spec.orientation)


def _orientation(choice: PaperChoice) -> Orientation:
    return "landscape" if choice.orientation == "landscape" else "portrait"
