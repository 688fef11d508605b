"""How what is dragged in from another program is taken: as a copy, always.

Owns the answer to the other program. What becomes of it is the caller's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Accept what ``event`` brings and leave it where it came from.

    Many programs propose to move. A file manager that is told its file was moved may delete it.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
