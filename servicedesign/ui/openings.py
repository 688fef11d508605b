"""The ways into a project: new, open, example.

Owns what is asked before a project is on screen. Files are made and opened by the store.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from servicedesign.exchange.files import make_folder
from servicedesign.model.errors import ProjectError
from servicedesign.ui.dialogs.message_dialog import MessageDialog, tell_refusal
from servicedesign.ui.dialogs.new_project_dialog import NewProjectDialog
from servicedesign.ui.folders import SUFFIX, file_name, work_folder
from servicedesign.ui.services import Services

if TYPE_CHECKING:
    from servicedesign.store import Project
    from servicedesign.ui.main_window import MainWindow


class Openings:
    """Opens projects in one window."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        """Work for ``window``."""
        self._window = window
        self._services = services

    def new(self, template_id: str) -> None:
        """Ask for name and place, then begin."""
        folder = work_folder(self._services.settings, self._services.t)
        dialog = NewProjectDialog(self._services.t, template_id, folder, self._window)
        if not dialog.exec():
            return
        answer = dialog.answer()
        t = self._services.t

        def _make() -> Project:
            from servicedesign.exchange.templates import create_from_template

            make_folder(answer.path.parent)
            return create_from_template(
                answer.path,
                answer.template_id,
                self._services.lang,
                lambda: self._services.clock().date(),
                answer.service_name,
            )

        if self._show(_make):
            self._services.settings.set("folder", str(answer.path.parent))
            self._toast(t("「{path}」に作りました。", path=str(answer.path)))

    def choose(self) -> None:
        """Ask which file, then open it."""
        t = self._services.t
        folder = work_folder(self._services.settings, t)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            t("ファイルを開く"),
            str(folder if folder.is_dir() else Path.home()),
            t("プロジェクト") + f" (*{SUFFIX})",
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> bool:
        """Open ``path``; False when it was refused, after that was told."""
        if self._is_open(path):
            self._toast(self._services.t("「{name}」は、いま開いています。", name=path.name))
            return True

        def _open() -> Project:
            from servicedesign.store import open_project

            return open_project(path)

        def _take_over() -> Project:
            from servicedesign.store import open_project

            return open_project(path, take_over=True)

        return self._show(_open, _take_over)

    def example(self, example_id: str) -> bool:
        """Build an own copy of an example, or open the one built before, and say where it is."""
        t = self._services.t
        from servicedesign.exchange.beginnings import EXAMPLES

        known = next(example for example in EXAMPLES if example.id == example_id)
        name = t("見本 {title}", title=t(known.title))
        path = work_folder(self._services.settings, t) / f"{file_name(name)}{SUFFIX}"
        there = path.exists()
        if there and self._is_open(path):
            return self.open(path)

        def _build() -> Project:
            from servicedesign.exchange.examples import build_example
            from servicedesign.store import open_project

            if there:
                return open_project(path)
            make_folder(path.parent)
            return build_example(example_id, path, self._services.lang)

        if not self._show(_build):
            return False
        words = (
            t("前に作った写し「{path}」を開きました。", path=str(path))
            if there
            else t("見本の写しを「{path}」に作りました。", path=str(path))
        )
        self._toast(words)
        return True

    def _show(
        self, make: Callable[[], Project], take_over: Callable[[], Project] | None = None
    ) -> bool:
        """Show what ``make`` opens; the project that was open stays when it is refused."""
        self._window.flush()
        try:
            project = make()
        except ProjectError as error:
            if take_over is None:
                tell_refusal(error, self._services.t, self._window)
            elif self._asked_to_take_over(error):
                return self._show(take_over)
            return False
        if not self._window.leave_project():
            project.close()
            return False
        self._window.show_project(project)
        return True

    def _is_open(self, path: Path) -> bool:
        """Tell whether ``path`` is the file of the project on screen."""
        workspace = self._window.workspace()
        try:
            return workspace is not None and path.samefile(workspace.project.path)
        except OSError:
            return False

    def _asked_to_take_over(self, error: ProjectError) -> bool:
        """Tell the refusal; where only a note says that it is in use, offer to go on."""
        from servicedesign.store import ProjectInUseError

        t = self._services.t
        if not isinstance(error, ProjectInUseError):
            tell_refusal(error, t, self._window)
            return False
        what, *rest = (t(sentence) for sentence in error.sentences)
        buttons = [t("引き継いで開く"), t("閉じる")]
        return (
            MessageDialog(what, [part for part in rest if part], buttons, self._window).ask() == 0
        )

    def _toast(self, text: str) -> None:
        workspace = self._window.workspace()
        if workspace is not None:
            workspace.toast(text)
