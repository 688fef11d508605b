"""What is done when a project is opened and closed, beside opening and closing it.

Owns restore points and tidying. What fails here is logged and never keeps a project from opening
or closing.
"""

from __future__ import annotations

import logging
import sqlite3

from servicedesign.model import ProjectError
from servicedesign.store.backups import make_backup
from servicedesign.store.garbage import remove_unneeded_pictures
from servicedesign.store.project import Project
from servicedesign.store.sealing import seal_past_votes

_log = logging.getLogger(__name__)


def keep_restore_point(project: Project) -> None:
    """Keep the state of ``project`` as a restore point, unless the newest one holds it."""
    inside = project.inside
    try:
        make_backup(inside.connection, project.info.id, inside.history.mark, project.path)
    except (ProjectError, sqlite3.Error, OSError):
        _log.exception("no restore point could be made")


def before_close(project: Project) -> None:
    """Tidy up and keep a restore point when something was changed."""
    inside = project.inside
    if project.read_only or not inside.gate.written:
        return
    try:
        remove_unneeded_pictures(inside.connection, inside.records, inside.history)
    except sqlite3.Error:
        _log.exception("pictures could not be tidied up")
    keep_restore_point(project)
    seal_past_votes(project)
