"""The sheet of a test: filled with what was seen, or empty for a pen.

Owns what is collected and which of the two is drawn: a session that is only planned is printed
with its tasks and places to write. Must not change a record.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from servicedesign.model import TestSession
from servicedesign.paper.document import Document, SheetJob, join
from servicedesign.tools.testing.actions import all_versions, sessions_of
from servicedesign.tools.testing.sheet_blank import draw_blank
from servicedesign.tools.testing.sheet_data import SessionsData, session_data
from servicedesign.tools.testing.sheet_filled import draw_session

if TYPE_CHECKING:
    from servicedesign.store import Project


def gather(project: Project, only: str | None = None) -> SessionsData | None:
    """Return every session, or the one named by ``only``; None when there is none."""
    if only is None:
        known = tuple(
            session
            for _, version in all_versions(project)
            for session in sessions_of(project, version.id)
        )
    else:
        one = project.find(TestSession, only)
        known = (one,) if one is not None else ()
    sessions = tuple(session_data(project, session) for session in known)
    return SessionsData(sessions) if sessions else None


def blank_data(project: Project | None) -> SessionsData:
    """Return the empty sheet; a planned session is printed with its tasks instead."""
    del project
    return SessionsData()


def draw(data: SessionsData, job: SheetJob) -> Document:
    """Draw the sessions, each beginning on a page of its own, or an empty sheet."""
    if job.blank or not data.sessions:
        return draw_blank(job)
    whole = join([draw_session(session, job) for session in data.sessions])
    first, named = whole.bookmarks[0], zip(whole.bookmarks, data.sessions, strict=True)
    inner = [replace(mark, title=one.code or mark.title, level=1) for mark, one in named]
    whole.bookmarks[:] = [first, *inner]
    return whole
