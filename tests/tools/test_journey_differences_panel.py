"""The list of differences: grouped by phase, gone through by keys, each row leading somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from servicedesign.i18n import translator
from servicedesign.model import LaneKind
from servicedesign.tools.journey.differences import (
    Difference,
    DifferenceKind,
    difference_sentence,
)
from servicedesign.tools.journey.differences_panel import DifferencesPanel
from servicedesign.ui.theme import apply_theme, load_fonts

Key = Qt.Key


def difference(place, title, text="短文で知らせる", kind=DifferenceKind.SOLUTION, **more):
    return Difference(
        kind=kind,
        phase=title,
        place=place,
        lane_kind=LaneKind.SOLUTION,
        after=text,
        phase_ids=(f"old-{place}", f"new-{place}"),
        **more,
    )


FOUND = (
    difference(0, "申請", cell_ids=("a",)),
    difference(0, "申請", "仕切りの席", cell_ids=("b",)),
    difference(2, "待つ", kind=DifferenceKind.PHASE_ADDED),
)


@pytest.fixture
def panel(qtbot, qapp):
    load_fonts()
    apply_theme(qapp, 100)
    made = DifferencesPanel(translator("ja"))
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_without_differences_it_says_what_will_stand_there(panel):
    assert panel.count() == 0
    assert not panel._list.isVisible()
    assert panel._none.isVisible()


def test_rows_are_grouped_and_each_leads_to_its_card_or_phase(panel, qtbot):
    panel.show_differences(FOUND)
    asked = []
    panel.chosen.connect(lambda kind, record_id: asked.append((kind, record_id)))
    panel.setFocus()
    rows = panel._list
    assert rows.hasFocus()
    assert [rows.item(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(5)] == [
        "申請",
        f"申請、{difference_sentence(FOUND[0], translator('ja'))}",
        f"申請、{difference_sentence(FOUND[1], translator('ja'))}",
        "待つ",
        "待つ、このフェーズが加わる",
    ]
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Enter):
        QTest.keyClick(rows, key)
    assert asked == [("cell", "a"), ("cell", "b"), ("phase", "new-2")]
    place = rows.visualItemRect(rows.item(1)).topLeft() + QPoint(30, 10)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked[-1] == ("cell", "a")
    head = rows.visualItemRect(rows.item(0)).topLeft() + QPoint(30, 10)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert len(asked) == 4


def test_a_refresh_stays_on_the_row_that_is_about_the_same(panel):
    panel.show_differences(FOUND)
    panel._list.setCurrentRow(2)
    panel.show_differences((replace(FOUND[1], after="席を作る"), FOUND[2]))
    assert panel._current().target == ("cell", "b")
    panel.show_differences(FOUND[2:])
    assert panel._current() == FOUND[2]


def test_rows_can_be_hit_and_long_or_odd_words_stay_within_three_lines(panel, qapp):
    odd = ["あ" * 20_000, "<b>太い</b>😀𠮷", "葛\U000e0100城\n二行目", ""]
    many = [difference(i, f"列{i}", odd[i % 4] or "短い", cell_ids=(str(i),)) for i in range(40)]
    panel.show_differences(many)
    qapp.processEvents()
    heights = [panel._list.sizeHintForRow(row) for row in range(80)]
    assert min(heights) >= 32
    assert max(heights) <= 16 + 22 + 3 * 26 + 2
    assert not panel.grab().isNull()
