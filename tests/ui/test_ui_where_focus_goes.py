"""After a press the focus is where one goes on, and what was chosen holds however one closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.i18n import translator
from servicedesign.ui.dialogs.settings_dialog import SettingsDialog
from servicedesign.ui.editor import HeadAction
from servicedesign.ui.view_head import ViewHead
from servicedesign.ui.widgets.primary_button import PrimaryButton


def test_a_head_whose_button_was_pressed_keeps_the_focus_on_what_replaces_it(qtbot, look):
    holder = QWidget()
    box = QVBoxLayout(holder)
    head = ViewHead(translator("ja"))
    box.addWidget(PrimaryButton("メニュー"))
    box.addWidget(head)
    qtbot.addWidget(holder)
    chosen = HeadAction("12箇条へ", lambda: None, primary=True)
    choose = HeadAction("この人に絞る…", lambda: head.set_actions([chosen]), primary=True)
    head.set_actions([choose])
    holder.resize(900, 200)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    next(b for b in head.findChildren(PrimaryButton)).setFocus()
    qtbot.keyClick(holder.focusWidget(), Qt.Key.Key_Return)
    assert holder.focusWidget().accessibleName() == "12箇条へ"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_settings_hold_however_the_dialog_is_closed(qtbot, look, services, key):
    dialog = SettingsDialog(services, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, key)
    assert services.settings.get("lang") == "en"
    assert dialog.changed()
