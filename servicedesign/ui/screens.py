"""Every screen as something that can be built and looked at: the source of the picture book.

Owns the list. A tool joins it by having an editor; another screen by a line in ``screens``. Must
not write pictures: that is the picture book's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from servicedesign import tools
from servicedesign.tools.registry import load
from servicedesign.ui import tool_dialogs
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.navigator import PRINT
from servicedesign.ui.services import Services
from servicedesign.ui.settings import Settings
from servicedesign.ui.theme import apply_theme, load_fonts
from servicedesign.ui.tool_view import ToolView
from servicedesign.ui.workspace import Workspace

if TYPE_CHECKING:
    from servicedesign.store import Project

_TOOL_DIALOGS = (
    ("evidence", tool_dialogs.evidence_dialog),
    ("why", tool_dialogs.why_dialog),
    ("faces", tool_dialogs.faces_dialog),
    ("crop", tool_dialogs.crop_dialog),
    ("sketch", tool_dialogs.sketch_dialog),
    ("paper-photo", tool_dialogs.paper_photo_dialog),
    ("choose", tool_dialogs.choose_dialog),
    ("keep", tool_dialogs.keep_dialog),
    ("compare", tool_dialogs.compare_dialog),
    ("map-facts", tool_dialogs.map_facts_dialog),
    ("balance", tool_dialogs.balance_dialog),
    ("rules", tool_dialogs.rules_dialog),
    ("mandala-facts", tool_dialogs.mandala_dialog),
    ("payoff-choose", tool_dialogs.payoff_choose_dialog),
    ("payoff-raters", tool_dialogs.payoff_raters_dialog),
    ("deep-dive-start", tool_dialogs.deep_dive_start_dialog),
    ("deep-dive-idea", tool_dialogs.deep_dive_idea_dialog),
    ("vote-rules", tool_dialogs.vote_dialog("rules")),
    ("vote-closing", tool_dialogs.vote_dialog("closing")),
    ("vote-reopen", tool_dialogs.vote_dialog("reopen")),
    ("vote-round", tool_dialogs.vote_dialog("round")),
)

_PATIENCE = 20.0
"""Longest wait for a preview or a canvas, in seconds."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A window set up to be looked at.

    Attributes:
        window: the window; it shows the project, or the start screen when there is none.
        services: what it works with.
    """

    window: MainWindow
    services: Services

    @property
    def workspace(self) -> Workspace:
        """The open project's workspace.

        Raises:
            RuntimeError: the stage was set up without a project.
        """
        found = self.window.workspace()
        if found is None:
            raise RuntimeError("the stage has no project")
        return found

    def settle(self) -> None:
        """Let everything that was asked for be done: layouts, timers, the preview, a canvas."""
        end = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 20 and time.monotonic() < end:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            quiet = 0 if self._busy() else quiet + 1
            time.sleep(0.01)

    def _busy(self) -> bool:
        workspace = self.window.workspace()
        view = workspace.current_view_widget() if workspace is not None else None
        if view is None:
            return False
        if isinstance(view, ToolView) and view.editor.isVisible() and not view.editor.at_rest():
            return True
        return view.preview.isVisible() and view.preview.busy()

    def close(self) -> None:
        """Take the window down; the project stays open."""
        if self.window.workspace() is not None:
            self.window.hand_over()
        self.window.retire()
        self.settle()


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen.

    Attributes:
        id: its name in file names.
        build: brings it up on a stage and returns what is to be pictured.
        needs_project: whether the stage must have a project.
        is_dialog: whether it is smaller than the window.
    """

    id: str
    build: Callable[[Stage], QWidget]
    needs_project: bool = True
    is_dialog: bool = False


def set_stage(
    application: QApplication,
    project: Project | None,
    *,
    lang: str,
    size: tuple[int, int],
    clock: Callable[[], datetime],
    settings: Settings,
    scale: int = 100,
) -> Stage:
    """Return a window of ``size`` px on ``project``, in ``lang``, at ``scale`` per cent.

    ``settings`` should be those of a folder of their own; ``lang`` and ``scale`` are not kept.
    """
    load_fonts(all_of_them=True)
    apply_theme(application, scale)
    services = Services(settings, FaultHandler(application), clock, lang)
    window = MainWindow(services, lambda: None)
    window.resize(*size)
    if project is None:
        window.show_start()
    else:
        window.show_project(project)
    window.show()
    stage = Stage(window, services)
    stage.settle()
    return stage


def screens() -> tuple[Screen, ...]:
    """Return every screen, in the order in which a person meets them."""
    return (
        Screen("start", lambda stage: stage.window, needs_project=False),
        *(
            Screen(f"tool-{tool.id}", lambda stage, name=tool.id: _view(stage, name))  # type: ignore[misc]
            for tool in tools.all_tools()
            if tool.editor is not None
        ),
        Screen("persona-comparison", lambda stage: _persona(stage, "comparison")),
        Screen("persona-empathy", lambda stage: _persona(stage, "thinks")),
        Screen("persona-sources", _persona_sources),
        Screen("agenda-run", _agenda_run),
        Screen("journey-both", _journey_both),
        Screen("board-clusters", lambda stage: _board(stage, on_map=False)),
        Screen("board-journey", lambda stage: _board(stage, on_map=True)),
        Screen("deep-dive-presenting", _presenting),
        Screen("voting-draft", lambda stage: _voting(stage, "draft")),
        Screen("voting-ballots", lambda stage: _voting(stage, "open_vote", "tally")),
        Screen("voting-dots", lambda stage: _voting(stage, "open_vote", "dots")),
        Screen("voting-hands", lambda stage: _voting(stage, "open_vote", "hands")),
        Screen("voting-device", lambda stage: _voting(stage, "open_vote", "device")),
        Screen("voting-passed", lambda stage: _voting(stage, "passed_on"), is_dialog=True),
        *(
            Screen(f"room-{name}", lambda stage, name=name: _room(stage, name))  # type: ignore[misc]
            for name in ("title", "persona", "question", "rules")
        ),
        Screen("payoff-rater", lambda stage: _payoff(stage, "place")),
        Screen("payoff-review", lambda stage: _payoff(stage, "review")),
        Screen("payoff-map", lambda stage: _payoff(stage, "map")),
        Screen("prototype-verify", lambda stage: _prototype(stage, "verify")),
        Screen("prototype-compare", lambda stage: _prototype(stage, "compare")),
        Screen("testing-live", lambda stage: _testing(stage, live=True)),
        Screen("testing-results", lambda stage: _testing(stage, live=False)),
        Screen("print-list", lambda stage: _view(stage, PRINT)),
        Screen("folded", _folded),
        Screen("message", _message),
        Screen("timer", _timer),
        Screen("new", _new_dialog, needs_project=False, is_dialog=True),
        Screen("settings", _settings_dialog, needs_project=False, is_dialog=True),
        Screen("keys", _keys_dialog, is_dialog=True),
        Screen("facts", _facts_dialog, is_dialog=True),
        Screen("find", _find_dialog, is_dialog=True),
        Screen("versions", _versions_dialog, is_dialog=True),
        Screen("copy", _copy_dialog, is_dialog=True),
        Screen("keep-template", _keep_template_dialog, is_dialog=True),
        Screen("rename-template", _rename_template_dialog, needs_project=False, is_dialog=True),
        Screen("print", _print_dialog, is_dialog=True),
        Screen("export", _export_dialog, is_dialog=True),
        *(
            Screen(name, lambda stage, make=make: _shown(stage, make(stage)), is_dialog=True)  # type: ignore[misc]
            for name, make in _TOOL_DIALOGS
        ),
        Screen("refusal", _refusal_dialog, needs_project=False, is_dialog=True),
    )


def _view(stage: Stage, view_id: str) -> QWidget:
    stage.workspace.show_view(view_id)
    stage.settle()
    return stage.window


def _persona(stage: Stage, place: str) -> QWidget:
    """Show the candidates side by side, or a field of the empathy map of the first one."""
    from servicedesign.model import EmpathyMap, Persona

    _view(stage, "persona")
    project = stage.workspace.project
    kind: type[Persona | EmpathyMap] = Persona if place == "comparison" else EmpathyMap
    first = next(iter(project.all(kind)), None)
    if first is not None:
        stage.workspace.go(first.KIND, first.id, place)
    stage.settle()
    return stage.window


def _persona_sources(stage: Stage) -> QWidget:
    """Show the words behind the first field that rests on something."""
    from PySide6.QtCore import Qt

    from servicedesign.ui.widgets.source_chip import SourceChip

    _view(stage, "persona")
    view = stage.workspace.current_tool()
    chips = view.editor.findChildren(SourceChip) if view is not None else []
    shown = next((chip for chip in chips if chip.isVisible()), None)
    if shown is not None:
        shown.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle()
    return stage.window


def _board(stage: Stage, *, on_map: bool) -> QWidget:
    """Show the board cluster by cluster, or laid on a journey map."""
    from servicedesign.model import BoardFrame, JourneyMap

    _view(stage, "board")
    view = stage.workspace.current_tool()
    project = stage.workspace.project
    journey = next(iter(project.all(JourneyMap)), None)
    if view is not None and not on_map:
        editor: Any = view.editor
        editor.affinity.toggle_view()
    elif view is not None and journey is not None and not project.read_only:
        editor = view.editor
        editor.framing.choose(BoardFrame.JOURNEY, journey.id)
        editor.framing.lay()
    stage.settle()
    return stage.window


def _voting(stage: Stage, state: str, *options: str) -> QWidget:
    """Show a vote in one of its states."""
    shown: QWidget = load(f"servicedesign.tools.voting.shown:{state}")(stage, *options)
    return shown


def _presenting(stage: Stage) -> QWidget:
    """Show what the facilitator sees while the first group presents."""
    _view(stage, "deep_dive")
    view = stage.workspace.current_tool()
    if view is not None:
        editor: Any = view.editor
        editor.present(to_room=False)
    stage.settle()
    return stage.window


def _payoff(stage: Stage, page: str) -> QWidget:
    """Show one of the pages of the payoff matrix, the first one as its first rater sees it."""
    _view(stage, "payoff")
    view = stage.workspace.current_tool()
    editor: Any = view.editor if view is not None else None
    if page == "place" and editor.raters():
        editor.show_rater(editor.raters()[0])
    editor.show_page(type(editor.page())(page))
    stage.settle()
    return stage.window


def _prototype(stage: Stage, page: str) -> QWidget:
    """Show a page of a prototype: the questions to it, or two of its versions."""
    _view(stage, "prototype")
    view = stage.workspace.current_tool()
    if view is not None:
        editor: Any = view.editor
        editor.show_page(page)
    stage.settle()
    return stage.window


def _testing(stage: Stage, *, live: bool) -> QWidget:
    """Show what is seen while a test is watched, or what the tests of a version come to."""
    _view(stage, "testing")
    view = stage.workspace.current_tool()
    if view is not None:
        editor: Any = view.editor
        if live:
            editor.watch_live()
        else:
            editor.show_results()
    stage.settle()
    return stage.window


def _agenda_run(stage: Stage) -> QWidget:
    """Show the view that the agenda is carried out from; nothing is started."""
    _view(stage, "agenda")
    view = stage.workspace.current_tool()
    if view is not None:
        editor: Any = view.editor
        editor.show_run()
    stage.settle()
    return stage.window


def _journey_both(stage: Stage) -> QWidget:
    stage.workspace.show_view("journey")
    view = stage.workspace.current_tool()
    if view is not None:
        editor: Any = view.editor
        editor.show_view("both")
    stage.settle()
    return stage.window


def _room(stage: Stage, choice: str) -> QWidget:
    """Show the room a choice, or the title where the project has none; as large as the window."""
    room, audience = stage.window.room(), stage.workspace.audience()
    if room is None:
        raise RuntimeError("the stage has no project")
    room.show_choice("title")
    room.show_choice(choice)
    window = audience.window()
    if window is None:
        raise RuntimeError("the room is shown nothing")
    window.resize(stage.window.size())
    stage.settle()
    return window


def _folded(stage: Stage) -> QWidget:
    stage.workspace.show_first()
    stage.workspace.fold()
    stage.workspace.toggle_preview()
    stage.settle()
    return stage.window


def _message(stage: Stage) -> QWidget:
    t = stage.services.t
    view = stage.workspace.current_view_widget()
    if isinstance(view, ToolView):
        view.focus_first()
    stage.workspace.toast(t("「{name}」として残しました。", name=t("例：1日目の終わり")), undo=True)
    stage.settle()
    return stage.window


def _timer(stage: Stage) -> QWidget:
    """Show the panel over the overview; the timer stands still, so that pictures are alike."""
    stage.workspace.show_first()
    timer = stage.services.timer
    timer.start(8 * 60)
    timer.pause()
    stage.workspace.command("timer_panel")
    stage.settle()
    return stage.window


def _shown(stage: Stage, dialog: QDialog) -> QWidget:
    dialog.show()
    stage.settle()
    return dialog


def _new_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.new_project_dialog import NewProjectDialog
    from servicedesign.ui.folders import work_folder

    folder = work_folder(stage.services.settings, stage.services.t)
    return _shown(stage, NewProjectDialog(stage.services.t, "half-day", folder, stage.window))


def _settings_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.settings_dialog import SettingsDialog

    return _shown(stage, SettingsDialog(stage.services, stage.window))


def _keys_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.keys_dialog import KeysDialog

    offered = stage.window.commands().offered()
    return _shown(stage, KeysDialog(stage.services.t, offered, stage.window))


def _facts_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.facts_dialog import FactsDialog

    return _shown(stage, FactsDialog(stage.workspace.context, stage.window))


def _find_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.find_dialog import FindDialog

    words = "窓口" if stage.services.lang == "ja" else "counter"
    return _shown(stage, FindDialog(stage.workspace.context, words, stage.window))


def _versions_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.versions_dialog import VersionsDialog

    return _shown(stage, VersionsDialog(stage.workspace.context, stage.window))


def _copy_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.copy_dialog import CopyDialog
    from servicedesign.ui.folders import free_path

    path = stage.workspace.project.path
    offered = free_path(path.parent, stage.services.t("{name}の写し", name=path.stem))
    return _shown(stage, CopyDialog(stage.services.t, offered, stage.window))


def _keep_template_dialog(stage: Stage) -> QWidget:
    from servicedesign.exchange.template_parts import parts_of
    from servicedesign.ui.dialogs.keep_template_dialog import KeepTemplateDialog
    from servicedesign.ui.template_keeping import offered_title

    context = stage.workspace.context
    parts = parts_of(context.project)
    dialog = KeepTemplateDialog(stage.services.t, offered_title(context), parts, stage.window)
    return _shown(stage, dialog)


def _rename_template_dialog(stage: Stage) -> QWidget:
    from pathlib import Path

    from servicedesign.exchange.template_files import OwnTemplate
    from servicedesign.ui.dialogs.rename_template_dialog import RenameTemplateDialog

    t = stage.services.t
    template = OwnTemplate(t("半日のワークショップ"), t("例：住民と半日、3班で"), Path())
    return _shown(stage, RenameTemplateDialog(template, t, stage.window))


def _print_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.print_dialog import PrintDialog
    from servicedesign.ui.sheet_print import default_choice

    spec = tools.all_sheets()[0]
    choice = default_choice(spec)
    return _shown(stage, PrintDialog(stage.workspace.context, spec, None, choice, stage.window))


def _export_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.export_dialog import ExportDialog

    return _shown(stage, ExportDialog(stage.workspace.context, None, stage.window))


def _refusal_dialog(stage: Stage) -> QWidget:
    from servicedesign.ui.dialogs.message_dialog import MessageDialog
    from servicedesign.ui.printing import printer_refused

    t = stage.services.t
    what, *rest = (t(part) for part in printer_refused().sentences)
    return _shown(stage, MessageDialog(what, rest, [t("閉じる")], stage.window))
