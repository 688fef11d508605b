"""A window whose timer counts by a clock that tests move; projects of the picture book on a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from support.clocks import HandClock
from support.projects import Shelf, now
from support.windows import PlainEditor, fixed_clock

from servicedesign.model import ProjectInfo
from servicedesign.store import Project, create_project
from servicedesign.tools.persona import actions
from servicedesign.tools.registry import Tool
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.room.timer import RoomTimer
from servicedesign.ui.screens import Stage, set_stage
from servicedesign.ui.services import Services
from servicedesign.ui.settings import Settings
from servicedesign.ui.theme import apply_theme, load_fonts


@pytest.fixture
def timed(qtbot, qapp, tmp_path: Path, monkeypatch) -> Iterator[SimpleNamespace]:
    """A window on a project with one persona: window, timer, clock, settings, commands."""
    from PySide6.QtCore import QCoreApplication, QEvent

    monkeypatch.setattr(Tool, "load_editor", lambda _tool: PlainEditor)
    load_fonts()
    apply_theme(qapp, 100)
    project = create_project(tmp_path / "会議.sdproj", ProjectInfo(service_name="ひとり親の支援"))
    actions.add_candidate(project)
    faults = FaultHandler()
    faults.install()
    settings = Settings(tmp_path / "settings.json")
    clock = HandClock()
    timer = RoomTimer(clock)
    services = Services(settings, faults, fixed_clock, "ja", timer)
    window = MainWindow(services, lambda: None)
    window.resize(1366, 768)
    window.show_project(project, view="persona")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def _panel():
        from servicedesign.ui.room.timer_panel import TimerPanel

        found = window.workspace().findChildren(TimerPanel)
        return found[0] if found else None

    yield SimpleNamespace(
        window=window, timer=timer, clock=clock, settings=settings, panel=_panel,
        run=window.commands().run, button=window.workspace().top_bar().timer_button,
        workspace=window.workspace(),
    )  # fmt: skip
    timer.stop()
    window.hand_over().close(discard=True)
    window.retire()
    faults.remove()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("projects"))


@pytest.fixture
def stage_on(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Stage]]:
    """Sets a window of a laptop on a project; both go when the test ends."""
    made: list[tuple[Stage, Project]] = []

    def _set(project: Project, lang: str = "ja") -> Stage:
        settings = Settings(tmp_path / f"settings-{len(made)}.json")
        settings.set("folder", str(tmp_path))
        settings.set("preview_shown", False)
        size = (1000, 700)
        stage = set_stage(qapp, project, lang=lang, size=size, clock=now, settings=settings)
        made.append((stage, project))
        return stage

    yield _set
    for stage, project in made:
        stage.close()
        project.close(discard=True)
