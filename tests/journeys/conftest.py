"""The whole app as a person has it, and hands to use it by keyboard and mouse.

Owns the fixtures of the stories. A story touches what is on screen alone; what it checks it reads
from the file or from what came out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from support.clocks import Clocks
from support.windows import fixed_clock

from servicedesign.app import Desk
from servicedesign.ui.faults import FaultHandler
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.settings import Settings

_PATIENCE_MS = 15_000


class Hands:
    """Uses the app as a person does: keys go to what has the focus."""

    def __init__(self, qtbot, application: QApplication) -> None:
        self.qtbot = qtbot
        self.application = application
        self.left_waiting: list[str] = []

    def focus(self) -> QWidget:
        """Return what takes the keys: in the topmost dialog, where there is one."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog.focusWidget() or dialog
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.focus(), key, held)
        QCoreApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Write as through an input method."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.focus(), event)

    def tab_to(self, *names: str, most: int = 120) -> QWidget:
        """Press Tab until something whose name holds all of ``names`` has the focus."""
        passed = []
        for _ in range(most):
            name = self.focus().accessibleName()
            passed.append(name)
            if all(part in name for part in names):
                return self.focus()
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {names}: {passed}")

    def answer(self, with_dialog: Callable[[QDialog], object]) -> list[str]:
        """Answer the next modal dialog; the returned list gets its title once it was there.

        One that is open already is not the next one, however long the hands take.
        A dialog that stays although it was answered is closed after a while and told of at the end.
        """
        seen: list[str] = []
        present = QApplication.activeModalWidget()
        timer = QTimer(self.application)
        timer.setInterval(20)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog is not present and dialog.isVisible():
                timer.stop()
                seen.append(dialog.windowTitle())
                QTimer.singleShot(_PATIENCE_MS, dialog, lambda: self._give_up(dialog))
                with_dialog(dialog)

        timer.timeout.connect(look)
        timer.start()
        return seen

    def _give_up(self, dialog: QDialog) -> None:
        if dialog.isVisible():
            self.left_waiting.append(dialog.windowTitle())
            dialog.reject()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=_PATIENCE_MS)


@pytest.fixture
def hands(qtbot, qapp) -> Iterator[Hands]:
    made = Hands(qtbot, qapp)
    yield made
    assert made.left_waiting == []


@pytest.fixture
def work_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "書類"
    folder.mkdir()
    return folder


@pytest.fixture
def start_app(qtbot, qapp, work_folder: Path) -> Iterator[Callable[..., MainWindow]]:
    """Starts the app as its command does, again and again with the same personal settings."""
    faults = FaultHandler(qapp)
    faults.install()
    desks: list[Desk] = []

    def _start(
        file: Path | None = None,
        example: str | None = None,
        lang: str = "ja",
        clocks: Clocks | None = None,
    ):
        settings = Settings()
        settings.set("folder", str(work_folder))
        clock, steady = (clocks.wall, clocks.steady) if clocks else (fixed_clock, None)
        desk = Desk(qapp, settings, faults, lang, clock, steady)
        desk.show()
        desk.open_first(file, example)
        desks.append(desk)
        window = desk.window()
        window.activateWindow()
        qtbot.waitExposed(window)
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield _start
    for desk in desks:
        desk.window().close()
        desk.window().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    faults.remove()


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Says which file the system's own dialog returns: it cannot be used from inside."""

    def _choose(path: Path) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))

    return _choose
