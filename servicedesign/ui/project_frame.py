"""What bar and banner say of an open project: its name, its steps, whether all is on disk.

Owns that saying, and the trying again when a disk refused. Must not know any view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesign.model.errors import ProjectError
from servicedesign.ui.banner import Banner
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.services import Services
from servicedesign.ui.top_bar import TopBar
from servicedesign.ui.widgets.save_sign import SaveState

if TYPE_CHECKING:
    from servicedesign.store import Project

RETRY_MS = 5000
"""How often a disk that refused is tried again."""


class ProjectFrame(QObject):
    """Keeps bar and banner true to one project.

    Attributes:
        bar: the top bar.
        banner: the line below it.

    Signals:
        renamed: the service name changed.
        recovered: what waited is on disk after all.
    """

    renamed = Signal(str)
    recovered = Signal()

    def __init__(
        self, project: Project, services: Services, commands: CommandSet, parent: QObject
    ) -> None:
        """Make bar and banner for ``project``."""
        super().__init__(parent)
        self._project = project
        self._services = services
        self._commands = commands
        self._name = ""
        self.bar = TopBar(services.t, commands, services.timer)
        self.banner = Banner()
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._on_retry)
        self._show_notices()

    def refresh(self) -> None:
        """Say what is true now."""
        t, project = self._services.t, self._project
        undo, redo = project.undo_label, project.redo_label
        if project.read_only:
            undo = redo = None
        self.bar.set_steps(t(undo) if undo else None, t(redo) if redo else None)
        name = project.info.service_name or project.path.stem
        if name != self._name:
            self._name = name
            self.bar.set_name(name)
            self.renamed.emit(name)
        self.show_save_state()

    def show_save_state(self) -> bool:
        """Say whether everything written is on disk, and return it; what waits is tried again."""
        waiting = bool(self._project.pending)
        if self._project.read_only:
            state = SaveState.READ_ONLY
        else:
            state = SaveState.FAILED if waiting else SaveState.SAVED
        self.bar.set_save_state(state)
        if waiting and not self._retry.isActive():
            self._retry.start()
        return not waiting

    def stop(self) -> None:
        """Try no more."""
        self._retry.stop()

    def _on_retry(self) -> None:
        try:
            self._project.retry()
        except ProjectError:
            return  # the sign and the message already say so
        self._retry.stop()
        self.show_save_state()
        self.recovered.emit()

    def _show_notices(self) -> None:
        t = self._services.t
        sentences = [t(notice) for notice in self._project.notices]
        if self._project.read_only:
            sentences.insert(0, t("読み取り専用で開いています。変えるには写しを作ってください。"))
        self.banner.show_sentences(sentences)
        if self._project.read_only:
            self.banner.offer(t("写しを作る…"), lambda: self._commands.run("copy"))
