"""The window begins inside the screen, title bar included, and as it was left."""

import pytest
from PySide6.QtWidgets import QMainWindow

from servicedesign.ui.window_place import FRAME, keep_place, place_window


@pytest.fixture
def window(qtbot, look):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def room(window):
    return window.screen().availableGeometry().size()


def test_a_window_as_large_as_the_screen_fills_it_instead_of_hanging_over(window, services):
    services.settings.set("window", [room(window).width(), room(window).height()])
    place_window(window, services.settings)
    assert window.isMaximized()
    outer = window.normalGeometry().size() if window.isVisible() else window.size()
    assert (outer + FRAME).boundedTo(room(window)) == outer + FRAME


def test_a_window_with_room_around_it_keeps_its_size(window, services):
    services.settings.set("window", [500, 400])
    place_window(window, services.settings)
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (500, 400)


def test_size_and_state_are_kept_for_the_next_run(window, services):
    services.settings.set("window", [500, 400])
    window.showMaximized()
    keep_place(window, services.settings)
    assert services.settings.get("maximised")
    assert services.settings.get("window") == [500, 400]
    window.showNormal()
    window.resize(520, 420)
    keep_place(window, services.settings)
    assert not services.settings.get("maximised")
    assert services.settings.get("window") == [520, 420]
