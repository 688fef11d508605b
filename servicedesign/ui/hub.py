"""From the store's change sets to one Qt signal.

Owns the one subscription of a window to its project. Must not look into what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet, Project


class ProjectHub(QObject):
    """Turns each step of ``project`` into one signal.

    Signals:
        changed: one step, as a ``ChangeSet``, after it is on disk.
    """

    changed = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Subscribe to ``project`` until ``close`` is called."""
        super().__init__(parent)
        self._unsubscribe = project.subscribe(self._on_step)

    def _on_step(self, step: ChangeSet) -> None:
        self.changed.emit(step)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()
