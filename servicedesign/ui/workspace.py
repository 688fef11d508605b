"""An open project in the window: bar, navigator, the tool in view.

Owns which view is shown, the refreshing of all, and what editors may ask of the shell. What the
commands do beyond that is in ``project_commands``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from servicedesign import tools
from servicedesign.model.errors import ProjectError
from servicedesign.model.method import PHASE_NUMERALS, MethodPhase, Progress
from servicedesign.ui.banner import Banner
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.context import EditorContext
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.hub import ProjectHub
from servicedesign.ui.navigator import PRINT, Navigator, entries_of
from servicedesign.ui.panes import Panes
from servicedesign.ui.places import Place, Places
from servicedesign.ui.print_view import PrintView
from servicedesign.ui.project_frame import ProjectFrame
from servicedesign.ui.room.audience import Audience
from servicedesign.ui.services import Services
from servicedesign.ui.tab_stops import step_through
from servicedesign.ui.theme import theme
from servicedesign.ui.tool_view import ToolView
from servicedesign.ui.top_bar import TopBar
from servicedesign.ui.views import make_view
from servicedesign.ui.widgets.empty_state import EmptyState
from servicedesign.ui.widgets.toast import Toast
from servicedesign.ui.widgets.typing_field import TypingField, typing_fields

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet, Project
    from servicedesign.ui.room.audience_page import AudiencePage
    from servicedesign.ui.room.timer import RoomTimer


OVERVIEW = "project"
"""The tool that shows the whole project."""

NARROW = 860
"""Below this width of the window, in px at 100 %, the navigator is folded."""

WIDE = 1600
"""Below this width, in px at 100 %, it is folded beside an editor that wants the width."""


class Workspace(QWidget):
    """One project on screen; it is the ``Shell`` of its editors.

    Signals:
        renamed: the service name changed.
        rescue_asked: writing failed and another place is wanted.
    """

    renamed = Signal(str)
    rescue_asked = Signal()

    def __init__(self, project: Project, services: Services, commands: CommandSet) -> None:
        """Show ``project``; ``commands`` get what only an open project can do."""
        super().__init__()
        self.project = project
        self._services = services
        self._commands = commands
        self._places = Places()
        self._views: dict[str, ToolView | PrintView] = {}
        self._unfolded_by_hand = False
        self.hub = ProjectHub(project, self)
        self.context = EditorContext(
            project, self.hub, services.t, services.lang, services.clock, self
        )
        self._frame = ProjectFrame(project, services, commands, self)
        self._navigator = Navigator(services.t)
        self._panes = Panes(self._frame.bar, self._navigator)
        self._stack = QStackedWidget()
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack.setProperty(NO_RING, True)
        self._stack.setAccessibleName(services.t("いまの画面"))
        self._arrange()
        self._audience = Audience(self.context, self, self._audience_page)
        self._toast = Toast(self._stack, self._foot)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._show_progress)
        self._frame.renamed.connect(self.renamed)
        self._frame.recovered.connect(self._toast.hide)
        self.hub.changed.connect(self._on_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._part_steps)
        self._navigator.chosen.connect(self.show_view)
        self._navigator.fold_asked.connect(lambda: commands.run("fold"))
        self._frame.bar.rescue_asked.connect(self.rescue_asked)
        self._navigator.set_folded(services.settings.get("navigator_folded"))
        self._frame.refresh()
        self._show_progress()

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._navigator)
        middle.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._frame.bar)
        whole.addWidget(self._frame.banner)
        whole.addLayout(middle, 1)

    # Views ------------------------------------------------------------------------------------

    def usable_tools(self) -> tuple[str, ...]:
        """Return the ids of the tools that have an editor, in order."""
        return tuple(tool.id for tool in tools.all_tools() if tool.editor is not None)

    def current_view(self) -> str:
        """Return the id of the view shown: a tool's or the print list's."""
        shown = self._stack.currentWidget()
        return next((key for key, view in self._views.items() if view is shown), "")

    def current_view_widget(self) -> ToolView | PrintView | None:
        """Return the view shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, ToolView | PrintView) else None

    def current_tool(self) -> ToolView | None:
        """Return the tool in view, or None for the print list."""
        shown = self.current_view_widget()
        return shown if isinstance(shown, ToolView) else None

    def _foot(self) -> int:
        view = self.current_tool()
        return view.editor.foot() if view is not None else 0

    def print_view(self) -> PrintView | None:
        """Return the print list when it is in view."""
        shown = self.current_view_widget()
        return shown if isinstance(shown, PrintView) else None

    def navigator(self) -> Navigator:
        """Return the navigator."""
        return self._navigator

    def top_bar(self) -> TopBar:
        """Return the top bar."""
        return self._frame.bar

    def banner(self) -> Banner:
        """Return the line under the top bar."""
        return self._frame.banner

    def toast_widget(self) -> Toast:
        """Return the toast."""
        return self._toast

    def show_first(self) -> None:
        """Show the first tool that can be edited, or the print list."""
        self.show_view(next(iter(self.usable_tools()), PRINT))

    def show_in_chain(self, record: Record) -> None:
        """Show the picture of the whole chain with ``record`` in use, where it has a place."""
        self.show_view("chain")
        view = self.current_tool()
        if view is not None and not view.editor.reveal(record.KIND, record.id, ""):
            self.toast(self._services.t("この記録は、つながりの図には単独では出ません。"))

    def show_view(self, view_id: str, *, remember: bool = True) -> None:
        """Show a tool or the print list; what was typed in the one before is committed first."""
        self.flush()
        view = self._view(view_id)
        if isinstance(view, ToolView):
            view.catch_up()
        self._stack.setFocus()  # else Qt looks through the whole window for where to go
        self._stack.setCurrentWidget(view)
        self._toast.follow()
        if remember:
            self._places.visit(Place(view_id))
        if isinstance(view, ToolView):
            view.preview.ask()
        else:
            view.refresh()
        self._bind_editor()
        self._fit_navigator()
        self._show_progress()
        self._audience.view_changed()
        self._focus_view(view)

    def _view(self, view_id: str) -> ToolView | PrintView:
        """Return a view, made when it is first asked for."""
        view = self._views.get(view_id)
        if view is None:
            view = make_view(view_id, self.context, self._services, self._commands)
            if isinstance(view, ToolView):
                view.commands_changed.connect(self._bind_editor)
                view.editor.target_changed.connect(self._audience.view_changed)
                view.editor.audience_changed.connect(self._audience.view_changed)
            self._views[view_id] = view
            self._stack.addWidget(view)
        return view

    def give(self, tool_id: str, command_id: str) -> None:
        """Let the editor of a tool carry out a command that works in every view."""
        if not self.can_go_tool(tool_id):
            return
        view = self._view(tool_id)
        if isinstance(view, ToolView):
            view.catch_up()
            run = view.editor.everywhere().get(command_id)
            if run is not None:
                run()

    def _focus_view(self, view: ToolView | PrintView) -> None:
        """Focus how to begin where nothing is yet, or the entrance; else no control, no ring."""
        begin = [e.primary for e in view.findChildren(EmptyState) if e.isVisibleTo(view)]
        entrance = view.entrance()
        target = begin[0] if begin else entrance
        if target is None:
            self._stack.setFocus()  # Tab goes to its first control
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def page_of(self, tool_id: str) -> AudiencePage | None:
        """Return what a tool shows the room, without bringing it into view; None if nothing."""
        if not self.can_go_tool(tool_id):
            return None
        view = self._view(tool_id)
        if not isinstance(view, ToolView):
            return None
        view.catch_up()
        return view.editor.audience_page()

    def _audience_page(self) -> AudiencePage | None:
        view = self.current_tool()
        return view.editor.audience_page() if view is not None else None

    def _bind_editor(self) -> None:
        view = self.current_tool()
        offered: Mapping[str, Callable[[], object]] = view.editor.commands() if view else {}
        self._commands.bind_editor(offered)

    # Refreshing -------------------------------------------------------------------------------

    def _on_changed(self, step: ChangeSet) -> None:
        shown = self._stack.currentWidget()
        for view in self._views.values():
            if isinstance(view, ToolView):
                view.hear(step, now=view is shown)
            elif view.isVisible():
                view.refresh()
        self._frame.refresh()
        self._late.start(0)

    def _part_steps(self, left: object) -> None:
        """Let what is typed after coming back to a field be a step of its own.

        What opens a field, such as making a cluster whose title is typed at once, stays one step.
        """
        if isinstance(left, TypingField):
            self.project.break_merge()

    def _show_progress(self) -> None:
        entries = entries_of(self.project, self._services.t)
        self._navigator.show_entries(entries, self.current_view())

    # What commands need -----------------------------------------------------------------------

    def flush(self) -> None:
        """Commit everything typed in every view."""
        for view in self._views.values():
            if isinstance(view, ToolView):
                view.editor.flush()
        for field in typing_fields(self):
            field.flush()

    def step_place(self, offset: int) -> None:
        """Go back or forward to where one was before a jump."""
        place = self._places.step(offset)
        if place is not None:
            self.show_view(place.view, remember=False)
            view = self.current_tool()
            if place.record_id and view is not None:
                view.editor.reveal(place.kind, place.record_id, place.field)

    def step_tool(self, offset: int) -> None:
        """Go to the view before or after in the navigator's order."""
        order = [*self.usable_tools(), PRINT]
        here = order.index(self.current_view()) if self.current_view() in order else 0
        self.show_view(order[(here + offset) % len(order)])

    def go_phase(self, phase: MethodPhase) -> None:
        """Open a phase on the tool last used in it; a phase without an editor says so."""
        target = self._navigator.first_tool(phase)
        if target is None:
            self.toast(
                self._services.t("この段階の画面はまだありません。紙は「印刷」から出せます。")
            )
        else:
            self.show_view(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigator where the window is narrow, without keeping it so."""
        super().resizeEvent(event)
        self._fit_navigator()

    def _fit_navigator(self) -> None:
        view = self.current_tool()
        wide = view is not None and view.editor.wants_width() and not self._unfolded_by_hand
        narrow = self.width() < theme().px(WIDE if wide else NARROW)
        folded = narrow or self._services.settings.get("navigator_folded")
        if folded != self._navigator.folded():
            self._navigator.set_folded(folded)
            self._show_progress()

    def fold(self) -> None:
        """Fold or unfold the navigator, and keep it so."""
        folded = not self._navigator.folded()
        self._unfolded_by_hand = not folded
        self._navigator.set_folded(folded)
        self._services.settings.set("navigator_folded", folded)
        self._show_progress()

    def toggle_preview(self) -> None:
        """Show or hide the sheet beside the editor, and keep it so."""
        shown = not self._services.settings.get("preview_shown")
        self._services.settings.set("preview_shown", shown)
        for view in self._views.values():
            if isinstance(view, ToolView):
                view.show_preview(shown)

    def zoom(self, step: int) -> None:
        """Zoom the sheet beside the editor."""
        view = self.current_tool()
        if view is not None:
            view.preview.zoom(step)

    def zoom_full(self) -> None:
        """Show the sheet beside the editor at its own size."""
        view = self.current_tool()
        if view is not None:
            view.preview.zoom_full()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead Tab through bar, navigator and the parts of the view, as they stand."""
        view = self.current_view_widget()
        shown = view.tab_parts() if view is not None else ()
        parts = (self._frame.bar, self._frame.banner, self._navigator, *shown, self._toast)
        if step_through(self, parts, forward=forward):
            return True
        return bool(super().focusNextPrevChild(forward))

    def step_pane(self, offset: int) -> None:
        """Put the focus into the next pane: bar, navigator, head of the view, view."""
        self._panes.step(self.current_view_widget(), self.focusWidget(), offset)

    def note_phase(self) -> str:
        """Return the phase of the work, for the list of recent files.

        That of the tool in view; of the overview, which shows all, the one begun last.
        """
        view = self.current_view()
        if not view or view == PRINT:
            return ""
        phase = tools.tool(view).phase
        entries = entries_of(self.project, self._services.t) if view == OVERVIEW else ()
        begun = [
            entry.phase for entry in entries if entry.progress in (Progress.SOME, Progress.DONE)
        ]
        return next((one for one in reversed(PHASE_NUMERALS) if one in begun), phase).value

    def stop(self) -> None:
        """Stop listening and drawing; the project itself is closed by the window."""
        self._late.stop()
        self._frame.stop()
        self._audience.close()
        self.hub.close()
        for view in self._views.values():
            view.stop()

    # Shell ------------------------------------------------------------------------------------

    def go(self, kind: str, record_id: str, field: str = "") -> bool:
        """Show the record and put the focus on ``field``; False when no tool shows it."""
        record = self.project.find_any(record_id)
        owner = tools.tool_for_record(record) if record else tools.tool_for_kind(kind)
        if owner is None or owner.editor is None:
            return False
        if owner.id != self.current_view():
            self.show_view(owner.id, remember=False)
        view = self.current_tool()
        if view is None or not view.editor.reveal(kind, record_id, field):
            return False
        self._places.visit(Place(owner.id, kind, record_id, field))
        return True

    def go_tool(self, tool_id: str) -> bool:
        """Show the tool; False when it has no editor."""
        if not self.can_go_tool(tool_id):
            return False
        self.show_view(tool_id)
        return True

    def can_go_tool(self, tool_id: str) -> bool:
        """Tell whether the tool has an editor to go to."""
        return tool_id in self.usable_tools()

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Show one sentence for 8 s, with 元に戻す when ``undo``."""
        if undo:
            label = self._services.t("元に戻す") + " Ctrl+Z"
            self._toast.say(text, label, lambda: self._commands.run("undo"))
        else:
            self._toast.say(text)

    def warn(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show one warning that stays until it is answered or closed."""
        self._toast.warn(text, self._services.t("閉じる"), action, on_action)

    def audience(self) -> Audience:
        """Return what the room is shown."""
        return self._audience

    def show_audience(self, make: Callable[[], AudiencePage]) -> None:
        """Show the room a page until another is chosen."""
        self._audience.show_page(make)

    def timer(self) -> RoomTimer:
        """Return the timer of the room."""
        return self._services.timer

    def command(self, command_id: str) -> None:
        """Run a command."""
        self._commands.run(command_id)

    def refused(self, error: ProjectError) -> bool:
        """Take a refusal that the save sign tells of; False when a dialog must."""
        if self._frame.show_save_state():
            return False
        t = self._services.t
        self.warn(t(error.what), t("別の場所に保存…"), self.rescue_asked.emit)
        return True
