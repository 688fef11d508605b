"""A page scrolls so that what one works at stays in view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign.ui.widgets.page_scroll import KEEP_WHOLE, PageScroll
from servicedesign.ui.widgets.text_area import TextArea


@pytest.fixture
def page(qtbot, look):
    inner = QWidget()
    column = QVBoxLayout(inner)
    inner.areas = [TextArea(f"欄{number}") for number in range(12)]
    for area in inner.areas[:10]:
        column.addWidget(area)
    inner.row = QWidget()
    inner.row.setProperty(KEEP_WHOLE, True)
    within = QVBoxLayout(inner.row)
    for area in inner.areas[10:]:
        within.addWidget(area)
    column.addWidget(inner.row)
    inner.scroll = PageScroll(inner)
    qtbot.addWidget(inner.scroll)
    inner.scroll.resize(400, 200)
    inner.scroll.show()
    inner.scroll.activateWindow()
    return inner


def _in_view(page, part, height=None):
    top = part.mapTo(page.scroll.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + (height or part.height()) <= page.scroll.viewport().height()


def test_the_caret_stays_in_view_while_a_text_grows(qtbot, page):
    area = page.areas[5]
    area.setFocus()
    for _ in range(12):
        qtbot.keyClicks(area, "word")
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    viewport = page.scroll.viewport()

    def caret_is_seen():
        caret = area.cursorRect()
        top = area.viewport().mapTo(viewport, caret.topLeft()).y()
        assert top >= 0
        assert top + caret.height() <= viewport.height()

    qtbot.waitUntil(caret_is_seen)


def test_a_row_comes_into_view_as_a_whole(qtbot, page):
    page.areas[10].setFocus()
    qtbot.waitUntil(lambda: _in_view(page, page.row))


def test_a_field_that_has_just_come_is_shown_once_it_has_its_place(qtbot, page):
    late = TextArea("あとから来た欄")
    page.layout().addWidget(late)
    late.setFocus()
    qtbot.waitUntil(lambda: late.hasFocus() and _in_view(page, late))


def test_scrolling_by_wheel_is_not_taken_back(qtbot, page):
    page.areas[11].setFocus()
    qtbot.wait(300)
    page.scroll.verticalScrollBar().setValue(0)
    qtbot.wait(30)
    assert page.scroll.verticalScrollBar().value() == 0
