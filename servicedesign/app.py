"""The desktop app: settings, language, look, window, wired together.

Owns the start and the end of a run. It must put the first window up quickly: what that window does
not need is loaded afterwards or when it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from servicedesign.ui.faults import FaultHandler
    from servicedesign.ui.main_window import MainWindow
    from servicedesign.ui.settings import Settings

UNSOUND_QT = (6, 12)
SOUND_PYTHON = (3, 12)
"""PySide6 from 6.12 on drops references to None on Python before 3.12, and aborts in the end."""


def unsound_pair(qt_version: str, python: tuple[int, int]) -> bool:
    """Tell whether this PySide6 on this Python would crash after a while."""
    numbers = tuple(int(part) for part in qt_version.split(".")[:2])
    return numbers >= UNSOUND_QT and python < SOUND_PYTHON


def run(file: Path | None = None, example: str | None = None, lang: str | None = None) -> int:
    """Open the app and return its exit status when its window closed.

    Args:
        file: a project to open, or None for the start screen.
        example: the id of an example to open a copy of, or None.
        lang: ``ja`` or ``en``; None for the language chosen before, or Japanese.
    """
    import PySide6
    from PySide6.QtCore import QTimer

    if unsound_pair(PySide6.__version__, sys.version_info[:2]):
        sys.stderr.write(
            f"PySide6 {PySide6.__version__} は Python 3.12 以上が必要です。"
            "packaging/run.py で環境を作り直してください。 / "
            f"PySide6 {PySide6.__version__} needs Python 3.12 or newer; "
            "make the environment anew with packaging/run.py.\n"
        )
        return 1
    from servicedesign.ui.faults import FaultHandler, start_log
    from servicedesign.ui.settings import Settings

    application = make_application()
    faults = FaultHandler(application)
    faults.install()
    try:
        desk = Desk(application, Settings(), faults, lang)
        desk.show()
        QTimer.singleShot(100, application, start_log)
        desk.open_first(file, example)
        return application.exec()
    finally:
        faults.remove()


def make_application() -> QApplication:
    """Return the application object with what must be set before any window."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("servicedesign")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("servicedesign")
    return application


class Desk:
    """One run: its services and its window, built anew when language or scale change."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        faults: FaultHandler,
        lang: str | None = None,
        clock: Callable[[], datetime] | None = None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        """Prepare the look; ``show`` makes the window.

        Args:
            application: the application object.
            settings: this person's settings.
            faults: the FaultHandler.
            lang: overrides the language chosen before.
            clock: tells the present moment; the system's when None.
            steady: what the timer of the room counts by; the system's when None.
        """
        from servicedesign.ui.room.bell import Bell
        from servicedesign.ui.room.sound import Sound
        from servicedesign.ui.room.timer import RoomTimer
        from servicedesign.ui.theme import load_fonts

        self._application = application
        self._settings = settings
        self._faults = faults
        self._lang = lang
        self._clock = clock
        self._window: MainWindow | None = None
        self._translator: QTranslator | None = None
        self._timer = RoomTimer(steady)
        self._sound = Sound(parent=application)
        self._bell = Bell(self._timer, settings, self._sound.play, application)
        application.aboutToQuit.connect(self._sound.stop)
        load_fonts()
        self._set_icon()

    def window(self) -> MainWindow:
        """Return the window.

        Raises:
            RuntimeError: ``show`` was not called yet.
        """
        if self._window is None:
            raise RuntimeError("the window is made by show()")
        return self._window

    def show(self) -> None:
        """Make the window and show the start screen."""
        from servicedesign.ui.window_place import place_window

        self._window = self._make_window()
        place_window(self._window, self._settings)
        self._window.show_start()
        self._window.show()
        self._load_late()

    def open_first(self, file: Path | None, example: str | None) -> None:
        """Open what the command line named, once the window is painted."""
        from PySide6.QtCore import QTimer

        if file is None and example is None:
            return

        def _open() -> None:
            from servicedesign.ui.openings import Openings

            openings = Openings(self.window(), self.window().services())
            if file is not None:
                openings.open(file)
            elif example is not None:
                openings.example(example)

        QTimer.singleShot(0, self.window(), _open)

    def restart(self) -> None:
        """Build the window anew in the language and scale of the settings, at the same place."""
        self._lang = None
        old = self.window()
        new = self._make_window()
        new.setGeometry(old.geometry())
        new.setWindowState(old.windowState())
        workspace = old.workspace()
        seen = workspace.audience().kept() if workspace is not None else None
        if workspace is None:
            new.show_start()
        else:
            view = workspace.current_view()
            project = old.hand_over()
            new.show_project(project, view=view)
        self._window = new
        new.show()
        room = new.room()
        if seen is not None and room is not None:
            room.resume(seen)
        old.retire()

    def _make_window(self) -> MainWindow:
        from servicedesign.ui.main_window import MainWindow
        from servicedesign.ui.services import Services, local_now
        from servicedesign.ui.theme import apply_theme

        lang = self._lang or self._settings.get("lang") or "ja"
        self._translate_qt(lang)
        apply_theme(self._application, self._settings.get("scale"))
        clock = self._clock or local_now
        services = Services(self._settings, self._faults, clock, lang, self._timer)
        return MainWindow(services, self.restart)

    def _translate_qt(self, lang: str) -> None:
        """Give Qt's own dialogs the language of the interface."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(lang))
        if lang == "ja":
            made = QTranslator(self._application)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if made.load("qtbase_ja", folder):
                self._application.installTranslator(made)
                self._translator = made

    def _set_icon(self) -> None:
        from PySide6.QtGui import QIcon

        from servicedesign.locations import RESOURCES

        icon = QIcon()
        for path in sorted((RESOURCES / "icons").glob("app-*.png")):
            icon.addFile(str(path))
        self._application.setWindowIcon(icon)

    def _load_late(self) -> None:
        """Load what the first window did not need: rare kanji and emoji."""
        from PySide6.QtCore import QTimer

        from servicedesign.ui.theme import load_fonts

        QTimer.singleShot(300, self._application, lambda: load_fonts(all_of_them=True))
