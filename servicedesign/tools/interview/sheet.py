"""The note of an interview on paper: filled with what was said, or empty for a pen.

Owns what is collected for the sheet and which of the two is drawn. Must not change a record.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from servicedesign.model import Interview
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.tools.interview.sheet_blank import draw_blank
from servicedesign.tools.interview.sheet_data import NotesData, interview_data
from servicedesign.tools.interview.sheet_filled import draw_note

if TYPE_CHECKING:
    from servicedesign.store import Project


def gather(project: Project, only: str | None = None) -> NotesData | None:
    """Return every source, or the one named by ``only``; None when there is none."""
    if only is None:
        known = project.all(Interview)
    else:
        one = project.find(Interview, only)
        known = (one,) if one is not None else ()
    notes = tuple(interview_data(project, interview, uses=False) for interview in known)
    return NotesData(notes) if notes else None


def blank_data(project: Project | None) -> NotesData:
    """Return the empty note: its questions are the program's own."""
    del project
    return NotesData()


def draw(data: NotesData, job: SheetJob) -> Document:
    """Draw the notes, each beginning on a page of its own, or an empty one."""
    if job.blank or not data.interviews:
        return draw_blank(job)
    whole = join([draw_note(interview, job) for interview in data.interviews])
    first, named = whole.bookmarks[0], zip(whole.bookmarks, data.interviews, strict=True)
    inner = [replace(mark, title=one.code or mark.title, level=1) for mark, one in named]
    whole.bookmarks[:] = [first, *inner]
    return whole
