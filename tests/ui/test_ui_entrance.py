"""A view that opens has the focus where its keys work: how to begin, or the list they move in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from servicedesign.model import Persona
from servicedesign.store import Project, create_project
from servicedesign.tools.principles import actions
from servicedesign.ui.main_window import MainWindow


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "空.sdproj") as made:
        yield made


@pytest.fixture
def show(qtbot, look, services) -> Iterator[Callable[[Project, str], MainWindow]]:
    made: list[MainWindow] = []

    def _show(project: Project, view: str) -> MainWindow:
        window = MainWindow(services, lambda: None)
        made.append(window)
        window.show_project(project, view=view)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield _show
    for window in made:
        window.hand_over()
        window.retire()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_begins_where_nothing_is_yet(qtbot, show, empty):
    show(empty, "persona")
    press(qtbot, Qt.Key.Key_Return)
    assert len(empty.all(Persona)) == 1


def test_arrows_choose_a_principle_as_soon_as_the_check_opens(qtbot, show, empty):
    actions.add_edition(empty, "2019-12-20", "ja")
    window = show(empty, "persona")
    window.workspace().show_view("principles")
    before = window.workspace().current_tool().editor.sheet_target()
    first = QApplication.focusWidget().currentIndex().row()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget().currentIndex().row() == first + 1
    assert window.workspace().current_tool().editor.sheet_target() == before
