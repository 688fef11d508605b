"""What holds for every test: no window on a real screen, no file outside the test's own folder.

Owns the isolation of tests from the machine and from each other. Fixtures of one part belong in
that part's own conftest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
_SCREENS = os.environ.get("SERVICEDESIGN_TEST_SCREENS", "screen.json")
"""Qt reads its screens once at the start: what needs two of them runs in a process of its own."""
_SCREEN = Path(os.path.relpath(ROOT / "tests" / "data" / _SCREENS)).as_posix()

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")


@pytest.fixture
def project_root() -> Path:
    """The folder of the project's own files, for tests that read them."""
    return ROOT


@pytest.fixture(autouse=True)
def personal_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and backups go here, and never to the person's who runs the tests."""
    folder = tmp_path / "personal"
    monkeypatch.setenv("SERVICEDESIGN_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_unexpected_dialog(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a Qt test that opens a modal dialog nobody answers.

    With ``@pytest.mark.modal`` the test answers dialogs itself; one that stays open all the same is
    closed after a minute, so that a slow machine fails a test and never hangs.
    """
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    if request.node.get_closest_marker("modal"):
        yield from _close_forgotten_dialogs(request.getfixturevalue("qapp"))
        return
    from PySide6 import QtWidgets

    opened: list[str] = []
    for owner, name in _modal_entries(QtWidgets):
        monkeypatch.setattr(owner, name, _refusal(f"{owner.__name__}.{name}", opened))
    yield
    left = QtWidgets.QApplication.activeModalWidget()
    if left is not None:
        opened.append(f"{type(left).__name__} left open: {left.windowTitle()}")
        left.close()
    if opened:
        pytest.fail(f"an unexpected modal dialog: {', '.join(opened)}")


def _close_forgotten_dialogs(application: Any, patience_ms: int = 60_000) -> Iterator[None]:
    from PySide6 import QtCore, QtWidgets

    pause_ms = 1_000
    open_one: list[Any] = [None]
    waited = [0]
    forgotten: list[str] = []

    def look() -> None:
        dialog = QtWidgets.QApplication.activeModalWidget()
        waited[0] = waited[0] + pause_ms if dialog is not None and dialog is open_one[0] else 0
        open_one[0] = dialog
        if dialog is not None and waited[0] >= patience_ms:
            forgotten.append(dialog.windowTitle())
            dialog.close()

    guard = QtCore.QTimer(application)
    guard.setInterval(pause_ms)
    guard.timeout.connect(look)
    guard.start()
    yield
    guard.stop()
    if forgotten:
        pytest.fail(f"nobody answered: {', '.join(forgotten)}")


def _modal_entries(widgets: Any) -> list[tuple[Any, str]]:
    message = ["about", "aboutQt", "critical", "information", "question", "warning"]
    files = ["getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"]
    typed = ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"]
    return [
        (widgets.QDialog, "exec"),
        (widgets.QMessageBox, "exec"),
        *((widgets.QMessageBox, name) for name in message),
        *((widgets.QFileDialog, name) for name in files),
        *((widgets.QInputDialog, name) for name in typed),
        (widgets.QColorDialog, "getColor"),
        (widgets.QFontDialog, "getFont"),
        (widgets.QMenu, "exec"),
    ]


def _refusal(name: str, opened: list[str]) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        opened.append(name)
        raise AssertionError(f"an unexpected modal dialog: {name}")

    return refuse
