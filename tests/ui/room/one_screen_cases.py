"""What holds where the projection is a window on the facilitator's screen; see the cases beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.room.two_screens_cases import laptop_and_projector, settle, shared, show, stage

from servicedesign.ui.room.audience import RoomState
from servicedesign.ui.screens import Stage
from servicedesign.ui.widgets.button_base import ButtonBase

__all__ = ("shared", "stage")


def test_a_window_behind_a_large_one_says_so_and_comes_forward_when_wanted(stage: Stage) -> None:
    laptop, _ = laptop_and_projector()
    stage.window.setGeometry(laptop.geometry())
    settle(stage)
    audience = show(stage)
    stage.window.commands().run("audience_move")
    settle(stage)
    toast = stage.workspace.toast_widget()
    assert "後ろ" in toast.text()
    assert QApplication.activeWindow() is stage.window
    forward = next(one for one in toast.findChildren(ButtonBase) if "手前" in one.accessibleName())
    forward.click()
    settle(stage)
    assert QApplication.activeWindow() is audience.window()
    QTest.keyClick(audience.window(), Qt.Key.Key_Escape)
    settle(stage)
    assert audience.state() is RoomState.OFF


def test_a_window_with_room_beside_the_facilitators_stands_there(stage: Stage) -> None:
    stage.window.setGeometry(0, 40, 820, 700)
    settle(stage)
    audience = show(stage)
    stage.window.commands().run("audience_move")
    settle(stage)
    assert not audience.window().geometry().intersects(stage.window.frameGeometry())
    assert "後ろ" not in stage.workspace.toast_widget().text()
