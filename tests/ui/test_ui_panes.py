"""F6 goes round the window: bar, navigator, head of the view, and back to where one was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesign.model import Participant, msg
from servicedesign.store import Project, create_project
from servicedesign.ui.main_window import MainWindow
from servicedesign.ui.navigator import PRINT


@pytest.fixture
def project(tmp_path) -> Iterator[Project]:
    with create_project(tmp_path / "会.sdproj") as made:
        with made.edit(msg("足す")):
            for name in ("青木", "石田", "上野"):
                made.put(Participant(name=name))
        yield made


@pytest.fixture
def show(qtbot, look, services, project):
    windows: list[MainWindow] = []

    def _show(view: str) -> MainWindow:
        window = MainWindow(services, lambda: None)
        windows.append(window)
        window.show_project(project, view=view)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield _show
    for window in windows:
        window.hand_over()
        window.retire()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _named() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def test_one_comes_back_to_the_row_one_was_in(qtbot, show):
    window = show("participants")
    table = window.workspace().current_tool().editor._view.table
    table.go(1, 0)
    table.live.setFocus()
    was = QApplication.focusWidget()
    for _ in range(4):
        window.workspace().step_pane(1)
    assert QApplication.focusWidget() is was
    assert table.row() == 1


def test_the_head_is_a_pane_of_its_own(qtbot, show):
    window = show("participants")
    window.workspace().step_pane(-1)
    assert _named() == "班を均等に分ける…"
    window.workspace().step_pane(-1)
    assert window.workspace().navigator().isAncestorOf(QApplication.focusWidget())


def test_tab_comes_from_the_head_to_the_body(qtbot, show):
    window = show("participants")
    window.workspace().step_pane(-1)
    view = window.workspace().current_tool()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert view.editor.isAncestorOf(QApplication.focusWidget())


def test_the_list_of_sheets_opens_on_the_sheet_shown_and_is_walked_by_arrows(qtbot, show):
    window = show(PRINT)
    view = window.workspace().print_view()
    first = view.sheet_target()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert view.sheet_target() != first
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert view.sheet_target() == first


@pytest.mark.parametrize("view", ["participants", PRINT])
def test_tab_leads_from_head_through_the_view_to_the_navigator_and_back(qtbot, show, view):
    window = show(view)
    shown = window.workspace().current_view_widget()
    shown.head().entrance().setFocus()
    visited = []
    for _ in range(60):
        QApplication.focusWidget().parentWidget().focusNextPrevChild(True)
        if not shown.isAncestorOf(QApplication.focusWidget()):
            break
        visited.append(QApplication.focusWidget())
    assert len(visited) > 4
    assert len(set(visited)) == len(visited)
    assert not any(shown.head().isAncestorOf(one) for one in visited)


def _alt_with(*keys: Qt.Key) -> None:
    window = QApplication.focusWidget().window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    for key in keys:
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)


def test_alt_alone_leads_to_the_menu_and_with_an_arrow_it_does_not(qtbot, show, monkeypatch):
    window = show("participants")
    opened = []
    bar = window.workspace().top_bar()
    monkeypatch.setattr(bar, "open_menu", lambda: opened.append(1))
    _alt_with(Qt.Key.Key_Down)
    assert opened == []
    _alt_with(Qt.Key.Key_Home)
    assert window.workspace().current_view() == "project"
    assert opened == []
    _alt_with()
    assert opened == [1]
    _alt_with(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert opened == [1]
