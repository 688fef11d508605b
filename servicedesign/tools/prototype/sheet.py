"""The prototype card: what a version wants to find out, its storyboard, and what was found.

Owns what is collected for the sheet and how its parts share the paper. Every version has a sheet,
the latest first, so that what was changed and why stays to be seen. Must not change a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from servicedesign.model.board import Note
from servicedesign.model.prototype import Frame, Prototype, PrototypeVersion, TestSession
from servicedesign.model.voting import DeepDive
from servicedesign.paper.document import Document, SheetJob
from servicedesign.paper.frame import Heading
from servicedesign.tools.pictures import gather_picture
from servicedesign.tools.prototype.content import FrameData, VersionData
from servicedesign.tools.prototype.pages import VersionPages

if TYPE_CHECKING:
    from servicedesign.store import Project

_PHASE: Final = 3
_PANEL: Final = 92.0
"""Width of the card at the left of a lying A3, mm."""
_GAP: Final = 8.0
_MOST_FRAMES: Final = 8
"""Frames that share a page with the card."""


@dataclass(frozen=True, slots=True)
class PrototypeData:
    """Every version of every prototype, in the order of printing."""

    versions: tuple[VersionData, ...] = ()


def gather(project: Project, only: str | None = None) -> PrototypeData | None:
    """Return all versions of all prototypes, or of the one named by ``only``; None without any."""
    found: list[VersionData] = []
    for prototype in project.all(Prototype):
        if only not in {None, prototype.id}:
            continue
        versions = project.all(PrototypeVersion, prototype_id=prototype.id)
        newest = max((version.number for version in versions), default=0)
        ordered = sorted(versions, key=lambda one: (-one.number, one.id))
        found += [_version(project, prototype, version, newest) for version in ordered]
    return PrototypeData(tuple(found)) if found else None


def blank_data(project: Project | None) -> PrototypeData:
    """Return the data of an empty sheet."""
    del project
    return PrototypeData()


def _version(
    project: Project, prototype: Prototype, version: PrototypeVersion, newest: int
) -> VersionData:
    cause = version.cause_session_id
    session = project.find(TestSession, cause) if cause else None
    frames = tuple(
        FrameData(
            frame.heading, frame.caption, gather_picture(project, frame.sketch_id, frame.image_id)
        )
        for frame in project.all(Frame, version_id=version.id)
    )
    return VersionData(
        code=prototype.code,
        name=prototype.name,
        number=version.number,
        latest=newest,
        date=version.date,
        based_on=version.based_on or _origin(project, prototype),
        hypothesis=version.hypothesis,
        to_find_out=version.to_find_out,
        forms=tuple(str(form) for form in version.forms),
        cost=version.cost,
        effort=version.effort,
        partner=version.partner,
        changes=version.changes,
        cause=session.code if session else "",
        answers=version.verifications,
        user_count=version.user_count,
        provider_count=version.provider_count,
        ready=version.ready,
        ready_reason=version.ready_reason,
        frames=frames,
    )


def _origin(project: Project, prototype: Prototype) -> str:
    """Return number and title of the idea or deep-dive that a prototype was made from."""
    note = project.find(Note, prototype.note_id) if prototype.note_id else None
    if note is not None:
        return f"{note.number} {note.title}".strip()
    dive = project.find(DeepDive, prototype.deep_dive_id) if prototype.deep_dive_id else None
    return dive.title if dive is not None else ""


def draw(data: PrototypeData, job: SheetJob) -> Document:
    """Draw a sheet for every version; without any, or for a blank job, an empty one.

    All versions are arranged alike, so that they can be laid side by side.
    """
    t = job.t
    purpose = t(
        "作り込む前に、図の上で試すための一枚です。利用者と職員の両方がうなずくまで、版を重ねます。"
    )
    heading = Heading(t("試作カード"), _PHASE, purpose, subtitle=t("ストーリーボード"))
    doc = Document(job, heading)
    if job.blank or not data.versions:
        blank = VersionPages(doc, VersionData(), blank=True)
        blank.draw(together=blank.fits_on_one())
        return doc
    sheets = [VersionPages(doc, version, blank=False) for version in data.versions]
    together = all(sheet.fits_on_one() for sheet in sheets)
    for version, sheet in zip(data.versions, sheets, strict=True):
        first = len(doc.pages)
        sheet.draw(together=together)
        doc.bookmark(f"{sheet.card.mark} {version.name}".strip()[:80], page=first, level=1)
    return doc
