"""The project file: one gate for writing, history, pictures, checks, copies.

Knows the model and nothing that draws or shows. What others may use is named here.
"""

from servicedesign.store.changes import Change, ChangeSet, WriteOutsideEdit
from servicedesign.store.making import create_project, load_dump
from servicedesign.store.opening import open_project
from servicedesign.store.project import Project
from servicedesign.store.schema import SUFFIX
from servicedesign.store.search import Hit

__all__ = [
    "SUFFIX",
    "Change",
    "ChangeSet",
    "Hit",
    "Project",
    "WriteOutsideEdit",
    "create_project",
    "load_dump",
    "open_project",
]
