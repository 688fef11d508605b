"""Enter goes from field to field: what is typed next is never lost on a button in between."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.i18n import translator
from servicedesign.ui.widgets.certainty_chip import CertaintyChip
from servicedesign.ui.widgets.level_field import LevelField
from servicedesign.ui.widgets.page_scroll import PageScroll
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.text_field import TextField


@pytest.fixture
def page(qtbot, look):
    holder, inner = QWidget(), QWidget()
    rows = QVBoxLayout(inner)
    inner.first = TextField("口ぐせ")
    inner.chip = CertaintyChip("口ぐせの確かさ", translator("ja"))
    inner.level = LevelField("得意さ", least="苦手", most="得意")
    inner.hidden = TextField("隠れた欄")
    inner.last = TextField("情報源")
    for widget in (inner.first, inner.chip, inner.level, inner.hidden, inner.last):
        rows.addWidget(widget)
    inner.hidden.hide()
    box = QVBoxLayout(holder)
    box.addWidget(PageScroll(inner))
    holder.after = PrimaryButton("次へ")
    box.addWidget(holder.after)
    inner.after, inner.holder = holder.after, holder
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    inner.first.setFocus()
    return inner


def test_enter_passes_the_mark_beside_a_field(qtbot, page):
    turned = []
    page.chip.turned.connect(turned.append)
    qtbot.keyClick(page.first, Qt.Key.Key_Return)
    assert page.level.hasFocus()
    assert turned == []


def test_enter_on_a_level_goes_on_past_what_is_hidden(qtbot, page):
    page.level.setFocus()
    qtbot.keyClick(page.level, Qt.Key.Key_Return)
    assert page.last.hasFocus()


def test_enter_in_the_last_field_goes_where_tab_goes(qtbot, page):
    page.last.setFocus()
    qtbot.keyClick(page.last, Qt.Key.Key_Return)
    assert page.after.hasFocus()


def test_tab_still_stops_at_the_mark(qtbot, page):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.chip.hasFocus()
