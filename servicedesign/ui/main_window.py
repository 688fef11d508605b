"""The one window: the start screen, or a project.

Owns which of the two is shown, opening and closing, and what is asked before it closes. What a
project looks like is the workspace's. What the start screen does not need is loaded when it is
used, so that the first window comes quickly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from servicedesign.model.errors import ProjectError
from servicedesign.ui.alt_alone import AltAlone
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.focus_ring import FocusRing
from servicedesign.ui.folders import SUFFIX
from servicedesign.ui.services import Services
from servicedesign.ui.start_screen import StartScreen
from servicedesign.ui.taken_drop import take_copy
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.typing_field import typing_fields

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.ui.openings import Openings
    from servicedesign.ui.project_commands import ProjectCommands
    from servicedesign.ui.room.audience_commands import AudienceCommands
    from servicedesign.ui.workspace import Workspace

_DISCARD, _ELSEWHERE = 0, 2


class MainWindow(QMainWindow):
    """The window of one run."""

    def __init__(self, services: Services, restart: Callable[[], None]) -> None:
        """Make an empty window; ``restart`` builds it anew after language or scale changed."""
        super().__init__()
        self._services = services
        self._restart = restart
        self._workspace: Workspace | None = None
        self._start: StartScreen | None = None
        self._project_commands: ProjectCommands | None = None
        self._room: AudienceCommands | None = None
        self._commands = CommandSet(self, services.t, self.flush)
        self._alt = AltAlone(self)
        self._told: set[str] = set()
        self.setAcceptDrops(True)
        self.setWindowTitle(services.t("サービスデザイン工房"))
        look = theme()
        self.setMinimumSize(min(look.px(800), 1280), min(look.px(560), 700))
        self._ring = FocusRing(self)
        services.faults.refused.connect(self._on_refused)
        services.faults.failed.connect(self._on_failed)

    # Start screen and project -----------------------------------------------------------------

    def workspace(self) -> Workspace | None:
        """Return the open project's workspace, or None."""
        return self._workspace

    def start_screen(self) -> StartScreen | None:
        """Return the start screen when it is shown."""
        return self._start

    def room(self) -> AudienceCommands | None:
        """Return what commands of the audience window do, while a project is open."""
        return self._room

    def commands(self) -> CommandSet:
        """Return the commands of this window."""
        return self._commands

    def show_start(self) -> None:
        """Show the start screen."""
        self._commands.unbind()
        self._workspace = None
        self._project_commands = None
        self._room = None
        self._commands.bind(self._always())
        self._start = StartScreen(self._services)
        self._start.new_asked.connect(lambda template: self._openings().new(template))
        self._start.open_asked.connect(lambda: self._commands.run("open"))
        self._start.path_asked.connect(lambda path: self._openings().open(Path(path)))
        self._start.example_asked.connect(lambda name: self._openings().example(name))
        self._start.command_asked.connect(self._commands.run)
        self._start.language_asked.connect(self.set_language)
        self.setWindowTitle(self._services.t("サービスデザイン工房"))
        self.setCentralWidget(self._start)
        self._start.focus_first()

    def services(self) -> Services:
        """Return what this window works with."""
        return self._services

    def hand_over(self) -> Project:
        """Let go of the project without closing it, for a window built anew.

        Raises:
            RuntimeError: no project is open.
        """
        if self._workspace is None:
            raise RuntimeError("no project is open")
        self.flush()
        project = self._workspace.project
        self._workspace.stop()
        self._workspace = None
        return project

    def retire(self) -> None:
        """Go, after another window took over."""
        self._services.faults.refused.disconnect(self._on_refused)
        self._services.faults.failed.disconnect(self._on_failed)
        self.hide()
        self.deleteLater()

    def show_project(self, project: Project, *, view: str = "") -> None:
        """Show ``project``, at ``view`` if given; the one before must be closed."""
        from servicedesign.ui.project_commands import ProjectCommands
        from servicedesign.ui.room.audience_commands import AudienceCommands
        from servicedesign.ui.room.timer_commands import TimerCommands
        from servicedesign.ui.workspace import Workspace

        self._commands.unbind()
        self._start = None
        workspace = Workspace(project, self._services, self._commands)
        self._workspace = workspace
        self._project_commands = ProjectCommands(self, workspace, self._services)
        timing = TimerCommands(workspace, self._services)
        self._room = AudienceCommands(workspace, self._services)
        self._commands.bind(
            {
                **self._always(),
                **self._project_commands.handlers(),
                **timing.handlers(),
                **self._room.handlers(),
            }
        )
        workspace.renamed.connect(self._on_renamed)
        workspace.rescue_asked.connect(self._project_commands.rescue)
        self.setCentralWidget(workspace)
        if view:
            workspace.show_view(view)
        else:
            workspace.show_first()
        self._on_renamed(project.info.service_name)
        self._note_recent()

    def _always(self) -> Mapping[str, Callable[[], object]]:
        from servicedesign.ui.general_commands import GeneralCommands

        general = GeneralCommands(self, self._services, self._commands)
        return {
            "new": lambda: self._openings().new("half-day"),
            "open": lambda: self._openings().choose(),
            "close": self.close_project,
            "keys": general.show_keys,
            "settings": general.show_settings,
            "full_screen": self.toggle_full_screen,
        }

    def _openings(self) -> Openings:
        from servicedesign.ui.openings import Openings

        return Openings(self, self._services)

    def close_project(self) -> bool:
        """Close the project and show the start screen; on the start screen close the window."""
        if self._workspace is None:
            return self.close()
        if not self.leave_project():
            return False
        self.show_start()
        return True

    def leave_project(self) -> bool:
        """Commit what is typed and let go of the file; False when it could not be written."""
        workspace = self._workspace
        if workspace is None:
            return True
        self.flush()
        self._note_recent()
        try:
            workspace.project.close()
        except ProjectError as error:
            answer = self._ask_about_loss(error)
            if answer == _ELSEWHERE and self._project_commands is not None:
                return self._project_commands.rescue() and self.leave_project()
            if answer != _DISCARD:
                return False
            workspace.project.close(discard=True)
        workspace.stop()
        self._workspace = None
        return True

    def _ask_about_loss(self, error: ProjectError) -> int:
        """Ask what to do with edits that the disk refuses; never lose them unasked."""
        t = self._services.t
        what, safe, _ = (t(part) for part in error.sentences)
        question = [safe, t("閉じると、保存できていない分は失われます。")]
        labels = [t("捨てて閉じる"), t("閉じずに続ける"), t("別の場所に保存…")]
        from servicedesign.ui.dialogs.message_dialog import MessageDialog

        return MessageDialog(what, question, labels, self).ask()

    def flush(self) -> None:
        """Commit everything typed anywhere in the window, unfinished conversions included."""
        if self._workspace is not None:
            self._workspace.flush()
        for field in typing_fields(self):
            field.flush()

    def set_language(self, lang: str) -> None:
        """Show the whole window in ``lang``, at the same place."""
        self._services.settings.set("lang", lang)
        self._restart()

    def rebuild(self) -> None:
        """Build the window anew, after language or scale changed."""
        self.flush()
        self._restart()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def look_after_file(self) -> None:
        """Notice that the file of the open project was moved, deleted or replaced."""
        if self._workspace is not None and self._project_commands is not None:
            self._project_commands.look_after_file()

    # What happens around it -------------------------------------------------------------------

    def _on_renamed(self, name: str) -> None:
        app = self._services.t("サービスデザイン工房")
        shown = name.replace("[*]", "[*][*]")  # Qt's own mark: doubled, it is read as written
        self.setWindowTitle(f"{shown} - {app}" if name else app)

    def _note_recent(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        project = workspace.project
        name = project.info.service_name or project.path.stem
        entry = self._services.recent.note(
            project.path, name, workspace.note_phase(), self._services.clock()
        )
        view = workspace.current_tool()
        if view is not None:
            from servicedesign.ui.thumbnails import keep_picture

            keep_picture(entry, view.preview.picture())

    def _on_refused(self, error: ProjectError) -> None:
        if self._workspace is not None and self._workspace.refused(error):
            return
        from servicedesign.ui.dialogs.message_dialog import tell_refusal

        tell_refusal(error, self._services.t, self)

    def _on_failed(self, error: BaseException) -> None:
        kind = type(error).__name__
        if kind in self._told:
            return  # a fault that repeats at every step must not bury the window in dialogs
        self._told.add(kind)
        QTimer.singleShot(60_000, self, lambda: self._told.discard(kind))
        t = self._services.t
        sentences = [
            t("書いたものは、その都度ファイルに保存してあります。"),
            t("このまま続けられます。繰り返すときは、開き直してください。"),
            t("記録：{kind}", kind=kind),
        ]
        from servicedesign.ui.dialogs.message_dialog import MessageDialog

        MessageDialog(t("うまくいかないことがありました。"), sentences, [t("続ける")], self).ask()

    def changeEvent(self, event: QEvent) -> None:
        """Look after the file when the window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_after_file()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only after everything typed is on disk."""
        if not self.leave_project():
            event.ignore()
            return
        from servicedesign.ui.window_place import keep_place

        keep_place(self, self._services.settings)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file."""
        if _dropped(event) is not None:
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project file that was dropped."""
        path = _dropped(event)
        if path is not None:
            take_copy(event)
            self._openings().open(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Watch whether Alt is pressed alone."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._alt.begin()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone goes to the menu."""
        alone = event.key() == Qt.Key.Key_Alt and self._alt.end()
        if alone and self._workspace is not None:
            self._workspace.top_bar().open_menu()
        super().keyReleaseEvent(event)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        path = Path(urls[0].toLocalFile())
        if path.suffix.lower() == SUFFIX:
            return path
    return None
