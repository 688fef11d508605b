"""A window on a board for the benches, without the rest of the app around its start."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.services import Services
from servicedesign.ui.settings import Settings
from servicedesign.ui.theme import apply_theme, load_fonts


def resident() -> float:
    """Return the resident memory of this process in MB; 0 where it cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4 / 1024


class Stage:
    """One window; it shows the start screen until ``show`` opens a project."""

    def __init__(self) -> None:
        """Bring up the window as the app does, with the editor's modules loaded as after a use."""
        self.app = QApplication.instance() or QApplication([])
        load_fonts(all_of_them=True)
        apply_theme(self.app, 100)
        settings = Settings()
        settings.set("preview_shown", False)
        faults = FaultHandler(self.app)
        clock = lambda: datetime.now().astimezone()  # noqa: E731
        self.window = MainWindow(Services(settings, faults, clock, "ja"), lambda: None)
        self.window.resize(1600, 900)
        self.window.show_start()
        self.window.show()
        self.rest(0.3)

    def show(self, path: Path):
        """Open ``path`` at its board and return the editor, painted."""
        from servicedesign.store import open_project

        self.project = open_project(path)
        self.window.show_project(self.project, view="board")
        QCoreApplication.processEvents()
        editor = self.window.workspace().current_tool().editor
        editor.view.viewport().repaint()
        return editor

    def rest(self, seconds: float) -> None:
        """Let the app do what it does by itself."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.002)

    def close(self) -> None:
        """Take the window down."""
        self.window.hand_over().close()
        self.window.retire()
        self.rest(0.1)
