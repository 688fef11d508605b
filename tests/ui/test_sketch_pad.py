"""Drawing on the pad with mouse, pen, finger and keys: what is told, and what is left alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest

from servicedesign.i18n import translator
from servicedesign.model import Sketch
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.sketching.ink import InkTool
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.sketching.sketch_pad import SketchPad

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot, look) -> SketchPad:
    made = SketchPad(DrawingLibrary(), translator("ja"))
    qtbot.addWidget(made)
    made.resize(1100, 560)
    made.set_sketch(Sketch())
    made.changed.connect(lambda edit: made.set_sketch(edit.sketch))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.surface.setFocus()
    return made


@pytest.fixture
def told(pad) -> list[SketchEdit]:
    seen: list[SketchEdit] = []
    pad.changed.connect(seen.append)
    return seen


def at(pad: SketchPad, x: float, y: float) -> QPointF:
    return pad.surface.sheet().topLeft() + QPointF(x, y) * pad.surface.factor()


def draw(pad: SketchPad, *places: tuple[float, float]) -> None:
    """Draw as a hand with a mouse does."""
    surface = pad.surface
    spots = [at(pad, *place) for place in places]
    QTest.mousePress(surface, Left, Mod.NoModifier, spots[0].toPoint())
    for spot in spots[1:]:
        move = QMouseEvent(
            QEvent.Type.MouseMove, spot, surface.mapToGlobal(spot), Left, Left, Mod.NoModifier
        )
        QCoreApplication.sendEvent(surface, move)
    QTest.mouseRelease(surface, Left, Mod.NoModifier, spots[-1].toPoint())


def pen(pad: SketchPad, kind: QEvent.Type, place: tuple[float, float], pressure: float, **how):
    device = QPointingDevice(
        "pen",
        1,
        QPointingDevice.DeviceType.Stylus,
        how.get("end", QPointingDevice.PointerType.Pen),
        QPointingDevice.Capability.Pressure,
        1,
        1,
    )
    spot = at(pad, *place)
    where = pad.surface.mapToGlobal(spot)
    button = Left if kind != QEvent.Type.TabletMove else Qt.MouseButton.NoButton
    args = (kind, device, spot, where, pressure, 0, 0, 0, 0, 0, Mod.NoModifier, button, Left)
    QCoreApplication.sendEvent(pad.surface, QTabletEvent(*args))


def test_a_line_of_the_mouse_is_one_step_and_stands_where_it_was_drawn(pad, told):
    draw(pad, *((50 + x, 60) for x in range(0, 200, 4)))
    assert [edit.merge for edit in told] == [""]
    (stroke,) = pad.sketch().strokes
    assert len(stroke.points) == 2
    first, last = stroke.points
    assert (first.x, first.y) == pytest.approx((50, 60), abs=0.6)
    assert (last.x, last.y) == pytest.approx((246, 60), abs=0.6)
    assert stroke.tool == "pen"


def test_a_click_leaves_a_dot(pad):
    draw(pad, (80, 90))
    assert len(pad.sketch().strokes[0].points) == 1


def test_a_line_beside_the_sheet_leaves_nothing(pad, told):
    pad.resize(1400, 560)
    draw(pad, (-80, 60), (-60, 90))
    assert told == []


def test_a_pen_keeps_its_pressure(pad):
    pen(pad, QEvent.Type.TabletPress, (40, 40), 0.1)
    for step in range(1, 20):
        pen(pad, QEvent.Type.TabletMove, (40 + step * 6, 40), 0.1 + step * 0.045)
    pen(pad, QEvent.Type.TabletRelease, (160, 40), 1.0)
    pressures = [point.pressure for point in pad.sketch().strokes[0].points]
    assert pressures[0] == pytest.approx(0.1, abs=0.02)
    assert max(pressures) > 0.9


def test_the_other_end_of_a_pen_erases(pad):
    draw(pad, (40, 40), (200, 40))
    eraser = QPointingDevice.PointerType.Eraser
    pen(pad, QEvent.Type.TabletPress, (100, 30), 0.5, end=eraser)
    pen(pad, QEvent.Type.TabletMove, (100, 50), 0.5, end=eraser)
    pen(pad, QEvent.Type.TabletRelease, (100, 50), 0.0, end=eraser)
    assert pad.sketch().strokes == ()


def finger(pad: SketchPad, device: QPointingDevice, *places: tuple[float, float]) -> None:
    spots = [at(pad, *place).toPoint() for place in places]
    QTest.touchEvent(pad.surface, device).press(0, spots[0], pad.surface).commit()
    for spot in spots[1:]:
        QTest.touchEvent(pad.surface, device).move(0, spot, pad.surface).commit()
    QTest.touchEvent(pad.surface, device).release(0, spots[-1], pad.surface).commit()


def test_a_finger_draws_until_a_pen_was_seen(pad):
    device = QTest.createTouchDevice()
    finger(pad, device, (40, 40), (90, 60), (160, 40))
    assert len(pad.sketch().strokes) == 1
    pen(pad, QEvent.Type.TabletPress, (40, 90), 0.5)
    pen(pad, QEvent.Type.TabletRelease, (90, 90), 0.5)
    finger(pad, device, (40, 140), (160, 140))
    assert len(pad.sketch().strokes) == 2


def test_escape_calls_a_line_off(pad, told):
    spot = at(pad, 50, 50).toPoint()
    QTest.mousePress(pad.surface, Left, Mod.NoModifier, spot)
    assert pad.surface.busy()
    QTest.keyClick(pad.surface, Key.Key_Escape)
    QTest.mouseRelease(pad.surface, Left, Mod.NoModifier, spot)
    assert told == []


def test_letters_and_digits_change_what_is_in_the_hand(pad):
    QTest.keyClick(pad.surface, Key.Key_M)
    QTest.keyClick(pad.surface, Key.Key_3)
    QTest.keyClick(pad.surface, Key.Key_6)
    draw(pad, (40, 40), (200, 60))
    stroke = pad.sketch().strokes[0]
    assert (stroke.tool, stroke.colour, stroke.width) == ("marker", "#4DC4FF", 34.0)
    QTest.keyClick(pad.surface, Key.Key_P)
    draw(pad, (40, 90), (200, 90))
    assert pad.sketch().strokes[1].tool == "pen"


def test_the_eraser_takes_a_whole_line_or_only_what_it_touches(pad, told):
    draw(pad, (40, 40), (300, 40))
    draw(pad, (40, 160), (300, 160))
    QTest.keyClick(pad.surface, Key.Key_E)
    draw(pad, (150, 20), (150, 60))
    assert len(pad.sketch().strokes) == 1
    pad.ink.set_whole(False)
    draw(pad, (150, 140), (150, 180))
    assert len(pad.sketch().strokes) == 2
    assert len(told) == 4
    draw(pad, (150, 100), (160, 100))
    assert len(told) == 4


def test_a_figure_is_found_placed_moved_scaled_and_flipped_by_keys(qtbot, pad, told):
    palette = pad.palette_view
    palette.field.setFocus()
    palette.field.insertPlainText("役場")
    assert "town-hall" in palette.shown()
    assert len(palette.shown()) < 10
    qtbot.keyClick(palette.field, Key.Key_Return)
    (figure,) = pad.sketch().figures
    assert figure.figure == palette.shown()[0]
    surface = pad.surface
    assert surface.hasFocus()
    QTest.keyClick(surface, Key.Key_Right, Mod.ShiftModifier)
    QTest.keyClick(surface, Key.Key_Up)
    QTest.keyClick(surface, Key.Key_Plus)
    QTest.keyClick(surface, Key.Key_F)
    (after,) = pad.sketch().figures
    assert (after.x - figure.x, after.y - figure.y) == (20, -4)
    assert after.scale > figure.scale
    assert after.flip
    assert told[1].merge == told[2].merge != ""
    QTest.keyClick(surface, Key.Key_Delete)
    assert pad.sketch().figures == ()


def test_words_go_on_a_figure_that_has_room_for_them(qtbot, pad):
    pad.place("speech")
    QTest.keyClick(pad.surface, Key.Key_Return)
    assert pad.figure_bar.words.hasFocus()
    pad.figure_bar.words.insertPlainText("予約できます")
    pad.figure_bar.words.flush()
    assert pad.sketch().figures[0].text == "予約できます"
    pad.place("tree")
    assert not pad.figure_bar.words.isVisible()


def test_a_figure_is_dragged_and_scaled_by_hand(pad):
    pad.place("town-hall")
    before = pad.sketch().figures[0]
    draw(pad, (before.x, before.y - 20), (before.x + 30, before.y - 20), (before.x + 60, before.y))
    moved = pad.sketch().figures[0]
    assert (moved.x - before.x, moved.y - before.y) == pytest.approx((60, 20), abs=0.7)
    box = pad.surface._figure_box(0)
    corner = pad.surface.to_units(box.topRight())
    far = (moved.x + (corner.x() - moved.x) * 1.5, moved.y + (corner.y() - moved.y) * 1.5)
    draw(pad, (corner.x(), corner.y()), far)
    assert pad.sketch().figures[0].scale == pytest.approx(moved.scale * 1.5, rel=0.02)


def test_tab_goes_from_figure_to_figure_and_then_on(pad):
    for name in ("town-hall", "speech"):
        pad.place(name)
    pad.surface.choose(0)
    QTest.keyClick(pad.surface, Key.Key_Tab)
    assert pad.surface.chosen() == 1
    assert pad.surface.accessibleDescription()
    QTest.keyClick(pad.surface, Key.Key_Tab)
    assert not pad.surface.hasFocus()


def test_reading_only_nothing_is_drawn(pad, told):
    pad.set_reading(True)
    draw(pad, (40, 40), (200, 40))
    assert told == []


def test_a_very_long_line_stays_small_and_is_drawn_without_a_stutter(pad):
    from math import cos, sin
    from time import perf_counter

    live = pad.ink.begin(pad.surface.factor())
    start = perf_counter()
    for step in range(10_000):
        live.add(200 + 150 * cos(step / 37) * sin(step / 900), 120 + 90 * sin(step / 31))
    assert len(live.finished().points) <= 3_000
    assert perf_counter() - start < 5
    assert pad.ink.tool() is InkTool.PEN
