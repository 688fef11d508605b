"""The workbook: a cover, the contents and every sheet of a project in one numbered document.

Owns which sheets come in and on what paper. Each is drawn by its own tool; here they are joined,
numbered through and listed. Must not know what any of them shows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from servicedesign.model.board import Note
from servicedesign.model.interview import Interview
from servicedesign.model.project import Group, Participant
from servicedesign.model.proposal import Proposal
from servicedesign.model.prototype import Prototype, TestSession
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.paper.frame import Heading
from servicedesign.paper.papers import PAPERS, Orientation, Paper
from servicedesign.tools import all_sheets, all_tools
from servicedesign.tools.pictures import Picture, gather_picture
from servicedesign.tools.registry import SheetSpec
from servicedesign.tools.workbook.contents import Chapter, draw_contents
from servicedesign.tools.workbook.cover import Counts, CoverData, draw_cover

if TYPE_CHECKING:
    from servicedesign.store import Project

_ITSELF: Final = "workbook"
_DOUBLE: Final = {"A4": "A3", "B4": "B3"}
"""Paper of twice the size, which is folded into a book of the smaller one."""


@dataclass(frozen=True, slots=True)
class WorkbookData:
    """What the book is made of.

    Attributes:
        cover: words and numbers of the cover.
        logo: mark of the organisation, or None.
        sheets: id of each sheet with the data its own tool gathered, in order.
    """

    cover: CoverData
    logo: Picture | None
    sheets: tuple[tuple[str, Any], ...]


def gather(project: Project, only: str | None = None) -> WorkbookData | None:
    """Return the data of every sheet that the project holds something for; None without any."""
    del only
    sheets = []
    for spec in all_sheets():
        data = spec.gather(project) if spec.in_workbook and spec.id != _ITSELF else None
        if data is not None:
            sheets.append((spec.id, data))
    if not sheets:
        return None
    info = project.info
    cover = CoverData(info.service_name, info.theme or info.goal, info.note, _counts(project))
    return WorkbookData(cover, gather_picture(project, None, info.logo_image_id), tuple(sheets))


def blank_data(project: Project | None) -> WorkbookData:
    """Return the data of a book without sheets: a cover alone."""
    name = project.info.service_name if project else ""
    return WorkbookData(CoverData(name, "", "", Counts()), None, ())


def _counts(project: Project) -> Counts:
    return Counts(
        interviews=len(project.all(Interview)),
        participants=len(project.all(Participant)),
        groups=len(project.all(Group)),
        ideas=len(project.all(Note)),
        prototypes=len(project.all(Prototype)),
        tests=len(project.all(TestSession)),
        proposals=len(project.all(Proposal)),
    )


def draw(data: WorkbookData, job: SheetJob) -> Document:
    """Draw cover, contents and all sheets as one document, numbered through."""
    book = replace(job, orientation="portrait", blank=False)
    cover = draw_cover(data.cover, data.logo, book)
    cover.complete()
    chapters = _chapters(data, book)
    if not chapters:
        return cover
    # The contents need the numbers of pages that come after them: they are laid out twice.
    front = len(cover.pages)
    length = len(draw_contents(_numbered(chapters, front), book, folded=_folds(book)).pages)
    listed = _numbered(chapters, front + length)
    contents = draw_contents(listed, book, folded=_folds(book) and _has_double(chapters, book))
    documents = [chapter.document for chapter in chapters]
    return join([cover, contents, *documents], Heading(job.t("まとめの冊子")))


def _chapters(data: WorkbookData, job: SheetJob) -> list[Chapter]:
    specs = {spec.id: spec for spec in all_sheets()}
    phases = {sheet.id: tool.phase for tool in all_tools() for sheet in tool.sheets}
    chapters = []
    for sheet_id, found in data.sheets:
        spec = specs[sheet_id]
        document = spec.draw(found, _sheet_job(spec, job))
        document.complete()
        chapters.append(Chapter(job.t(spec.title), phases[sheet_id], document))
    return chapters


def _sheet_job(spec: SheetSpec, job: SheetJob) -> SheetJob:
    """Return the job of one sheet: on the book's paper, or on its double where it needs that."""
    orientation: Orientation = "landscape" if spec.orientation == "landscape" else "portrait"
    return replace(job, paper=_sheet_paper(spec, job.paper), orientation=orientation)


def _sheet_paper(spec: SheetSpec, paper: Paper) -> Paper:
    """Return the book's paper, or its double for sheets that are made for that.

    A sheet that stands upright cannot be folded in: it takes the book's paper where it may.
    """
    large = bool(spec.papers) and spec.papers[0] == "A3"
    if spec.orientation == "portrait" and "A4" in spec.papers:
        large = False
    return PAPERS[_DOUBLE[paper.id]] if large and paper.id in _DOUBLE else paper


def _folds(job: SheetJob) -> bool:
    return job.paper.id in _DOUBLE


def _has_double(chapters: list[Chapter], job: SheetJob) -> bool:
    return any(chapter.document.job.paper.id != job.paper.id for chapter in chapters)


def _numbered(chapters: list[Chapter], before: int) -> list[Chapter]:
    """Return the chapters with the numbers of their first pages."""
    numbered = []
    page = before + 1
    for chapter in chapters:
        numbered.append(replace(chapter, page=page))
        page += len(chapter.document.pages)
    return numbered
