"""A window on a real project, a plain editor to type into, and ways to wait.

Owns the fixtures of the shell's tests. The editor here is a real ``Editor`` as small as can be, so
that the shell is tested by itself; the tools' own editors have their own tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from support.windows import PlainEditor, fixed_clock

from servicedesign.model.project import ProjectInfo
from servicedesign.store import Project, create_project
from servicedesign.tools.persona import actions
from servicedesign.tools.registry import Tool
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.services import Services
from servicedesign.ui.settings import Settings
from servicedesign.ui.theme import apply_theme, load_fonts


@pytest.fixture
def look(qapp) -> None:
    load_fonts()
    apply_theme(qapp, 100)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_project(
        tmp_path / "会議.sdproj",
        ProjectInfo(service_name="ひとり親の支援", organisation="みどり野町"),
    )
    persona = actions.add_candidate(made)
    actions.write_field(made, persona.id, "name", "佐伯 美咲")
    actions.write_field(made, persona.id, "problems", "窓口が3か所に分かれている")
    yield made
    made.close(discard=True)


@pytest.fixture
def services(qapp, tmp_path: Path) -> Iterator[Services]:
    faults = FaultHandler()
    faults.install()
    settings = Settings(tmp_path / "settings.json")
    settings.set("folder", str(tmp_path))
    yield Services(settings, faults, fixed_clock, "ja")
    faults.remove()


@pytest.fixture
def plain_editors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tool, "load_editor", lambda _tool: PlainEditor)


@pytest.fixture
def make_window(
    qtbot, look, services: Services, plain_editors: None
) -> Iterator[Callable[[Project | None], MainWindow]]:
    made: list[MainWindow] = []

    def _make(project: Project | None) -> MainWindow:
        window = MainWindow(services, lambda: None)
        window.resize(1366, 768)
        if project is None:
            window.show_start()
        else:
            window.show_project(project)
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield _make
    for window in made:
        if window.workspace() is not None:
            window.hand_over()
        window.retire()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window, project: Project) -> MainWindow:
    return make_window(project)
