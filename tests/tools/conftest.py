"""The real main window on a real project, for tests of the tools' editors.

Owns the window and what opens an editor in it. Projects belong to the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def open_editor(qtbot, qapp, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a tool's editor in the main window: ``open_editor(project, "persona")``.

    With ``clocks`` (``support.clocks``) the window goes by times that the test sets.
    """
    from PySide6.QtCore import QCoreApplication, QEvent
    from support.windows import fixed_clock

    from servicedesign.ui.faults import FaultHandler
    from servicedesign.ui.main_window import MainWindow
    from servicedesign.ui.room.timer import RoomTimer
    from servicedesign.ui.services import Services
    from servicedesign.ui.settings import Settings
    from servicedesign.ui.theme import apply_theme, load_fonts

    load_fonts()
    apply_theme(qapp, 100)
    faults = FaultHandler()
    settings = Settings(tmp_path / "settings.json")
    settings.set("preview_shown", False)
    windows: list[MainWindow] = []

    def _open(project: Any, tool_id: str, lang: str = "ja", clocks: Any = None) -> Any:
        if clocks is None:
            services = Services(settings, faults, fixed_clock, lang)
        else:
            services = Services(settings, faults, clocks.wall, lang, RoomTimer(clocks.steady))
        window = MainWindow(services, lambda: None)
        window.resize(1366, 768)
        window.show_project(project, view=tool_id)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        windows.append(window)
        return window.workspace().current_tool().editor

    faults.install()
    yield _open
    for window in windows:
        if window.workspace() is not None:
            window.hand_over()
        window.retire()
    faults.remove()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answer_dialog(qapp) -> Callable[..., None]:
    """Do something to the next modal dialog once it is up: ``answer_dialog(lambda d: …)``."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def _answer(do: Callable[[Any], object], tries: int = 2_000) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isAncestorOf(QApplication.focusWidget() or dialog):
            assert tries, "no dialog came"
            if dialog is not None:
                dialog.activateWindow()
            QTimer.singleShot(10, lambda: _answer(do, tries - 1))
            return
        try:
            do(dialog)
        finally:
            if dialog.isVisible() and QApplication.activeModalWidget() is dialog:
                dialog.reject()

    def _soon(do: Callable[[Any], object]) -> None:
        QTimer.singleShot(10, lambda: _answer(do))

    return _soon
