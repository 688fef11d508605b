"""The project file: one gate for writing, history, pictures, checks, copies.

Knows the model and nothing that draws or shows. What others may use is named here.
"""

import logging

from servicedesign.store.backups import Backup, list_backups, restore_backup
from servicedesign.store.changes import Change, ChangeSet, WriteOutsideEdit
from servicedesign.store.check import Problem
from servicedesign.store.making import create_project, load_dump
from servicedesign.store.opening import open_project
from servicedesign.store.owner import ProjectInUseError
from servicedesign.store.project import Project
from servicedesign.store.schema import SUFFIX
from servicedesign.store.sealing import seal_past_votes
from servicedesign.store.search import Hit
from servicedesign.store.versions import NamedVersion

__all__ = [
    "SUFFIX",
    "Backup",
    "Change",
    "ChangeSet",
    "Hit",
    "NamedVersion",
    "Problem",
    "Project",
    "ProjectInUseError",
    "WriteOutsideEdit",
    "create_project",
    "list_backups",
    "load_dump",
    "open_project",
    "restore_backup",
    "seal_past_votes",
]

# Without a log (on the command line) what is logged must not be printed as a traceback.
logging.getLogger(__name__).addHandler(logging.NullHandler())
