"""Sheets out of a project: PDF, PNG, or a folder with one PDF a sheet.

Owns which sheets are printed on what, and that an existing file is replaced only by a whole one.
Must not know what a sheet looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from servicedesign.exchange.files import make_folder, refuse_source, replacing
from servicedesign.i18n import translator
from servicedesign.model import Message, ProjectError, msg
from servicedesign.paper.document import Document, FrameInfo, SheetJob, join
from servicedesign.paper.papers import PAPERS, Orientation
from servicedesign.tools import all_sheets, sheet
from servicedesign.tools.registry import SheetSpec

if TYPE_CHECKING:
    from servicedesign.store import Project

PNG_DPI = 150
"""Resolution of exported pictures in dots per inch where no other is asked for: for screens."""
PRINT_DPI = 300
"""Resolution of pictures that are printed."""

BOOK_SHEET = "workbook"
"""The sheet that repeats all others; left out where sheets are joined into one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """What is to be printed, and how.

    Attributes:
        sheets: ids of sheets in the wanted order; empty for all that the project holds.
        paper: id of a paper; None for each sheet's own.
        orientation: ``portrait`` or ``landscape``; None for each sheet's own.
        tile: ``A4`` or ``A3`` to cut posters into; None for whole pages.
        blank: whether empty worksheets are printed.
        lang: language of the labels.
        day: date of printing.
        dpi: resolution of pictures, in dots per inch.
    """

    sheets: tuple[str, ...] = ()
    paper: str | None = None
    orientation: str | None = None
    tile: str | None = None
    blank: bool = False
    lang: str = "ja"
    day: date
    dpi: int = PNG_DPI

    def specs(self) -> tuple[SheetSpec, ...]:
        """Return the sheets asked for; all of them when none is named."""
        return tuple(sheet(sheet_id) for sheet_id in self.sheets) or all_sheets()


@dataclass(frozen=True, slots=True)
class Exported:
    """What came out: the files written, and what the reader should know of them."""

    files: tuple[Path, ...]
    warnings: tuple[Message, ...]


OnProgress = Callable[[int, int, str], bool]
"""Told (sheets done, sheets in all, id of the next one); returns False to stop.

While pictures are written it is told (rows done, rows in all) of each one, with the name of its
file.
"""


class ExportStoppedError(Exception):
    """The person stopped the export; files that were whole stay, nothing half is left."""


def frame_info(project: Project | None, day: date) -> FrameInfo:
    """Return the words of the page frame."""
    if project is None:
        return FrameInfo("", "", "", day)
    info = project.info
    return FrameInfo(info.service_name, info.organisation, info.section, day)


def sheet_job(spec: SheetSpec, plan: ExportPlan, project: Project | None) -> SheetJob:
    """Return the job for one sheet of a plan."""
    return SheetJob(
        paper=PAPERS[plan.paper or spec.papers[0]],
        orientation=cast("Orientation", plan.orientation or spec.orientation),
        t=translator(plan.lang),
        frame=frame_info(project, plan.day),
        blank=plan.blank,
    )


def gather_sheet(
    spec: SheetSpec, project: Project | None, *, blank: bool, only: str | None = None
) -> Any | None:
    """Return the data of a sheet, or None when the project holds nothing for it."""
    if blank:
        return spec.blank_data(project) if spec.has_blank else None
    return None if project is None else spec.gather(project, only)


def draw_sheet(spec: SheetSpec, data: Any, job: SheetJob, tile: str | None = None) -> Document:
    """Return the drawn sheet, cut into tiles when ``tile`` names a paper."""
    document = spec.draw(data, job)
    if tile is None:
        return document
    from servicedesign.paper.poster import tile as cut  # late: only posters need it

    return cut(document, PAPERS[tile])


def draw_plan(
    project: Project | None, plan: ExportPlan, on_progress: OnProgress | None = None
) -> Iterator[tuple[SheetSpec, Document]]:
    """Yield every sheet of the plan that has something to show.

    Raises:
        ProjectError: a sheet that was named holds nothing.
        ExportStoppedError: ``on_progress`` returned False.
    """
    specs = plan.specs()
    for done, spec in enumerate(specs):
        if on_progress is not None and not on_progress(done, len(specs), spec.id):
            raise ExportStoppedError
        data = gather_sheet(spec, project, blank=plan.blank)
        if data is not None:
            yield spec, draw_sheet(spec, data, sheet_job(spec, plan, project), plan.tile)
        elif plan.sheets:
            raise _nothing_to_print(spec)


def export_sheets(
    project: Project | None,
    plan: ExportPlan,
    target: Path,
    on_progress: OnProgress | None = None,
) -> Exported:
    """Write the sheets of ``plan`` to ``target``.

    Args:
        project: the open project; None prints empty worksheets without names.
        plan: what and how.
        target: a name ending in ``.pdf`` (one file), in ``.png`` (a picture a page, numbered when
            there are several), or a folder (one PDF a sheet).
        on_progress: told before each sheet; returns False to stop.

    Raises:
        ProjectError: there is nothing to print, or ``target`` cannot be written.
        ExportStoppedError: ``on_progress`` returned False.
    """
    if project is not None:
        refuse_source(target, project.path)
    suffix = target.suffix.lower()
    if suffix not in (".pdf", ".png"):
        return _export_folder(project, plan, target, on_progress)
    drawn = list(draw_plan(project, plan, on_progress))
    if not plan.sheets:
        drawn = [(spec, document) for spec, document in drawn if spec.id != BOOK_SHEET]
    documents = [document for _, document in drawn]
    if not documents:
        raise _nothing_at_all()
    whole = documents[0] if len(documents) == 1 else join(documents)
    make_folder(target.parent)
    if suffix == ".pdf":
        _write_pdf(whole, target)
        return Exported((target,), whole.warnings)
    return Exported(_write_pictures(whole, target, plan.dpi, on_progress), whole.warnings)


def _export_folder(
    project: Project | None, plan: ExportPlan, folder: Path, on_progress: OnProgress | None
) -> Exported:
    files: list[Path] = []
    warnings: list[Message] = []
    for spec, document in draw_plan(project, plan, on_progress):
        make_folder(folder)
        target = folder / f"{spec.id}.pdf"
        _write_pdf(document, target)
        files.append(target)
        warnings += [note for note in document.warnings if note not in warnings]
    if not files:
        raise _nothing_at_all()
    return Exported(tuple(files), tuple(warnings))


def _write_pdf(document: Document, target: Path) -> None:
    data = document.pdf_bytes()
    with replacing(target) as part:
        part.write_bytes(data)


def _write_pictures(
    document: Document, target: Path, dpi: int, on_progress: OnProgress | None
) -> tuple[Path, ...]:
    from servicedesign.exchange.png import write_page  # late: pictures are rare

    data = document.pdf_bytes()
    names = picture_names(target, len(document.pages))
    for page, name in enumerate(names):
        write_page(data, page, dpi, name, _rows_told(name.name, on_progress))
    return names


def _rows_told(name: str, on_progress: OnProgress | None) -> Callable[[int, int], None]:
    """Return what is told of the rows of one picture; it stops the export when asked to."""

    def told(done: int, total: int) -> None:
        if on_progress is not None and not on_progress(done, total, name):
            raise ExportStoppedError

    return told


def picture_names(target: Path, pages: int) -> tuple[Path, ...]:
    """Return the names of the pictures of ``pages`` pages: ``a.png``, or ``a-1.png`` and on."""
    if pages == 1:
        return (target,)
    width = len(str(pages))
    return tuple(
        target.with_name(f"{target.stem}-{page:0{width}}{target.suffix}")
        for page in range(1, pages + 1)
    )


def _nothing_to_print(spec: SheetSpec) -> ProjectError:
    return ProjectError(
        msg("「{sheet}」に印刷するものがまだありません。", sheet=Message(spec.title)),
        msg("何も書き出していません。"),
        msg("書き込んでから印刷するか、--blank で白紙を印刷してください。"),
    )


def _nothing_at_all() -> ProjectError:
    return ProjectError(
        msg("このプロジェクトには、印刷するものがまだありません。"),
        msg("何も書き出していません。"),
        msg("書き込んでから印刷するか、--blank で白紙を印刷してください。"),
    )
