"""What the commands of an open project do.

Owns the way from a command to the dialog or the view that carries it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesign.model.errors import ProjectError
from servicedesign.model.method import MethodPhase
from servicedesign.ui.dialogs.message_dialog import tell_refusal
from servicedesign.ui.folders import free_path
from servicedesign.ui.navigator import PRINT
from servicedesign.ui.reaching import has_screen, without_screen
from servicedesign.ui.services import Services
from servicedesign.ui.sheet_print import default_choice
from servicedesign.ui.workspace import OVERVIEW, Workspace

if TYPE_CHECKING:
    from servicedesign.store.search import Hit
    from servicedesign.ui.main_window import MainWindow

AGENDA = "agenda"
"""The tool that is run in the room."""

_PHASES = (
    MethodPhase.NEEDS,
    MethodPhase.IDEAS,
    MethodPhase.PROTOTYPE,
    MethodPhase.DELIVERY,
)


class ProjectCommands:
    """Works for one workspace in one window."""

    def __init__(self, window: MainWindow, workspace: Workspace, services: Services) -> None:
        """Work for ``workspace``."""
        self._window = window
        self._workspace = workspace
        self._services = services
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._words = ""
        self._missed = False

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        space = self._workspace
        go: dict[str, Callable[[], object]] = {
            f"phase_{number}": lambda phase=phase: space.go_phase(phase)  # type: ignore[misc]
            for number, phase in enumerate(_PHASES, start=1)
        }
        return {
            **go,
            "facts": self.show_facts,
            "versions": self.show_versions,
            "copy": self.make_copy,
            "keep_template": self.keep_template,
            "print": self.print_sheet,
            "export": self.export_sheets,
            "undo": lambda: self._replay(undo=True),
            "redo": lambda: self._replay(undo=False),
            "find": self.find,
            "find_next": self.find_next,
            "why": self.ask_why,
            "next_pane": lambda: space.step_pane(1),
            "previous_pane": lambda: space.step_pane(-1),
            "overview": lambda: space.show_view(OVERVIEW),
            "principles": lambda: space.show_view("principles"),
            "chain": lambda: space.show_view("chain"),
            "print_list": lambda: space.show_view(PRINT),
            "tool_before": lambda: space.step_tool(-1),
            "tool_after": lambda: space.step_tool(1),
            "back": lambda: space.step_place(-1),
            "forward": lambda: space.step_place(1),
            "agenda_run": lambda: space.give(AGENDA, "agenda_run"),
            "agenda_next": lambda: space.give(AGENDA, "agenda_next"),
            "fold": space.fold,
            "preview": space.toggle_preview,
            "zoom_in": lambda: space.zoom(1),
            "zoom_out": lambda: space.zoom(-1),
            "zoom_fit": lambda: space.zoom(0),
            "zoom_full": space.zoom_full,
        }

    # The file ---------------------------------------------------------------------------------

    def show_facts(self, field: str = "") -> None:
        """Show the facts of the project, from ``field`` on."""
        from servicedesign.ui.dialogs.facts_dialog import FactsDialog

        FactsDialog(self._workspace.context, self._window, field).exec()

    def show_versions(self) -> None:
        """Name this version, or take an old one out into a new file and open it."""
        from servicedesign.ui.dialogs.versions_dialog import VersionsDialog
        from servicedesign.ui.openings import Openings

        taken: list[str] = []
        dialog = VersionsDialog(self._workspace.context, self._window)
        dialog.taken_out.connect(taken.append)
        dialog.exec()
        for path in taken:
            Openings(self._window, self._services).open(Path(path))

    def make_copy(self) -> None:
        """Make a copy elsewhere."""
        from servicedesign.ui.dialogs.copy_dialog import CopyDialog

        t = self._services.t
        project = self._workspace.project
        name = t("{name}の写し", name=project.path.stem)
        dialog = CopyDialog(t, free_path(project.path.parent, name), self._window)
        if dialog.exec():
            project.copy_to(dialog.path(), anonymise=dialog.anonymise(), replace=dialog.replaces())
            self._workspace.toast(t("写しを「{path}」に作りました。", path=str(dialog.path())))

    def keep_template(self) -> None:
        """Keep the frame of the project as a template."""
        from servicedesign.ui.template_keeping import keep_as_template

        keep_as_template(self._workspace.context, self._window)

    def rescue(self) -> bool:
        """Save everything, the edits that wait included, at another place and go on there."""
        from servicedesign.ui.save_places import ask_where_to_save

        t = self._services.t
        project = self._workspace.project
        offered = free_path(Path.home(), project.path.stem)
        chosen = ask_where_to_save(self._window, t, t("別の場所に保存"), offered)
        if chosen is None:
            return False
        try:
            rescued = project.save_elsewhere(chosen)
        except ProjectError as error:
            tell_refusal(error, t, self._window)
            return False
        self._workspace.stop()
        project.close(discard=True)
        self._window.show_project(rescued)
        return True

    def look_after_file(self) -> None:
        """Notice that the file was moved, deleted or replaced while it is open, and say so."""
        project = self._workspace.project
        if self._missed or project.still_there():
            return
        self._missed = True
        t = self._services.t
        what = (
            t("ファイルが別のものに置き換わりました。開いている内容は残っています。")
            if project.path.exists()
            else t("ファイルが元の場所からなくなりました。開いている内容は残っています。")
        )
        self._workspace.warn(what, t("別の場所に保存…"), self.rescue)

    # Steps and search -------------------------------------------------------------------------

    def _replay(self, *, undo: bool) -> None:
        self.look_after_file()
        project = self._workspace.project
        step = project.undo() if undo else project.redo()
        if step is None:
            return
        for change in step.changes:
            if change.after is not None and self._workspace.go(change.kind, change.id):
                return

    def find(self) -> None:
        """Search, and jump to what was chosen."""
        from servicedesign.ui.dialogs.find_dialog import FindDialog

        dialog = FindDialog(self._workspace.context, self._words, self._window)
        accepted = dialog.exec()
        self._words, self._hits = dialog.words(), dialog.hits()
        if accepted:
            self._hit = dialog.chosen()
            self._go_to_hit()

    def find_next(self) -> None:
        """Jump to the next place found that has a screen; without a search, search."""
        count = len(self._hits)
        turns = ((self._hit + step) % count for step in range(1, count + 1))
        following = next((at for at in turns if has_screen(self._hits[at].kind)), None)
        if following is None:
            self.find()
            return
        self._hit = following
        self._go_to_hit()

    def _go_to_hit(self) -> None:
        hit = self._hits[self._hit]
        if hit.kind == "project":
            self.show_facts(hit.field)
        elif not self._workspace.go(hit.kind, hit.id, hit.field):
            self._workspace.toast(self._services.t(without_screen(hit.kind)))

    def ask_why(self) -> None:
        """Ask of the record in view what it rests on and what came of it, and go where asked."""
        from servicedesign.ui.dialogs.why_dialog import WhyDialog

        view = self._workspace.current_tool()
        record = view.editor.record_in_view() if view is not None else None
        if record is None:
            t = self._services.t
            self._workspace.toast(t("根拠と行き先は、何かを選んでからたどります。"))
            return
        dialog = WhyDialog(self._workspace.context, record, self._window)
        dialog.exec()
        opened = dialog.opened()
        if dialog.chain_asked():
            self._workspace.show_in_chain(dialog.record())
        elif opened is not None:
            self._workspace.go(opened.KIND, opened.id)

    # Paper ------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Print the sheet in view."""
        from servicedesign import tools
        from servicedesign.ui.dialogs.print_dialog import PrintDialog

        view = self._workspace.current_view_widget()
        if view is None:
            return
        target = view.sheet_target()
        spec = tools.sheet(target[0])
        choice = view.preview.choice() or default_choice(spec)
        PrintDialog(self._workspace.context, spec, target[1], choice, self._window).exec()

    def export_sheets(self) -> None:
        """Write sheets to a file or a folder."""
        from servicedesign.ui.dialogs.export_dialog import ExportDialog

        view = self._workspace.print_view()
        ticked = view.ticked() if view is not None else None
        dialog = ExportDialog(self._workspace.context, ticked, self._window)
        dialog.exec()
        if dialog.written():
            t = self._services.t
            self._workspace.toast(t("「{path}」に書き出しました。", path=str(dialog.written())))
