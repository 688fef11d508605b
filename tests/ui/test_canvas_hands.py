"""What mouse, wheel, fingers, pen and keys do on a canvas of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest

from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.gestures.drag import Moved
from servicedesign.ui.canvas.looks import NoteLook

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, look) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    notes = [
        NoteLook(f"n{row}{column}", column * 176.0, row * 176.0, number=row * 4 + column + 1)
        for row in range(3)
        for column in range(4)
    ]
    made.contents.set_all(notes)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    made.pan(60, 60)
    return made


def at(view: CanvasView, x: float, y: float) -> QPoint:
    return view.to_view(QPointF(x, y)).toPoint()


def drag(view: CanvasView, start: QPoint, end: QPoint, held=Mod.NoModifier) -> None:
    """Drag as a hand does, in several moves."""
    area = view.viewport()
    QTest.mousePress(area, Left, held, start)
    for step in range(1, 6):
        point = start + (end - start) * step / 5
        _move(view, point, held)
    QTest.mouseRelease(area, Left, held, end)


def _move(view: CanvasView, point: QPoint, held) -> None:
    spot = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, spot, view.viewport().mapToGlobal(spot), Left, Left, held
    )
    QCoreApplication.sendEvent(view.viewport(), event)


@pytest.fixture
def moved(view) -> list[Moved]:
    seen: list[Moved] = []
    view.notes_moved.connect(seen.append)
    return seen


def test_a_click_chooses_the_topmost_note_and_a_click_beside_all_none(view):
    view.contents.change([NoteLook("top", 20, 20, z=5, number=99)])
    QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, at(view, 80, 80))
    assert view.selection.ids() == ("top",)
    QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, at(view, -20, -20))
    assert view.selection.ids() == ()


def test_shift_click_adds_and_takes_away(view):
    for place in ((80, 80), (260, 80), (80, 80)):
        QTest.mouseClick(view.viewport(), Left, Mod.ShiftModifier, at(view, *place))
    assert view.selection.ids() == ("n01",)


def test_a_drag_moves_what_is_chosen_once_at_its_end(view, moved):
    view.selection.choose(["n00", "n01"])
    drag(view, at(view, 80, 80), at(view, 80, 80) + QPoint(900, 903))
    assert len(moved) == 1
    assert set(moved[0].ids) == {"n00", "n01"}
    assert (moved[0].dx, moved[0].dy) == (900, 903)
    assert not moved[0].copied


def test_dragging_what_is_not_chosen_chooses_and_moves_it_alone(view, moved):
    view.selection.choose(["n00"])
    drag(view, at(view, 260, 260), at(view, 260, 260) + QPoint(1000, 0))
    assert moved[0].ids == ("n11",)
    assert view.selection.ids() == ("n11",)


def test_alt_drag_asks_for_copies(view, moved):
    drag(view, at(view, 80, 80), at(view, 80, 80) + QPoint(800, 10), Mod.AltModifier)
    assert moved[0].copied


def test_escape_calls_a_drag_off(view, moved):
    area = view.viewport()
    QTest.mousePress(area, Left, Mod.NoModifier, at(view, 80, 80))
    _move(view, at(view, 80, 80) + QPoint(100, 100), Mod.NoModifier)
    assert view.layers.lifted() == {"n00"}
    QTest.keyClick(view, Key.Key_Escape)
    assert view.layers.lifted() == frozenset()
    QTest.mouseRelease(area, Left, Mod.NoModifier, at(view, 300, 300))
    assert moved == []


def test_a_dragged_note_meets_the_edge_of_another(view, moved):
    drag(view, at(view, 80, 80), at(view, 80, 80) + QPoint(4, 700))
    assert moved[0].dx == 0  # 4 px from the column it came from: back in line


def test_a_locked_note_is_chosen_but_not_dragged(view, moved):
    view.contents.change([NoteLook("n00", 0, 0, locked=True)])
    drag(view, at(view, 80, 80), at(view, 80, 80) + QPoint(300, 300))
    assert moved == []
    assert view.selection.ids() == ("n00",)


def test_a_band_chooses_what_it_touches(view):
    drag(view, at(view, -20, -20), at(view, 200, 100))
    assert set(view.selection.ids()) == {"n00", "n01"}


def test_the_lasso_chooses_what_lies_inside_and_tells_of_it(view):
    seen: list[tuple[str, ...]] = []
    view.encircled.connect(seen.append)
    view.set_tool("lasso")
    area = view.viewport()
    corners = [(-10, -10), (340, -10), (340, 170), (-10, 170)]
    QTest.mousePress(area, Left, Mod.NoModifier, at(view, *corners[0]))
    for corner in [*corners[1:], corners[0]]:
        _move(view, at(view, *corner), Mod.NoModifier)
    QTest.mouseRelease(area, Left, Mod.NoModifier, at(view, *corners[0]))
    assert set(view.selection.ids()) == {"n00", "n01"}
    assert [set(ids) for ids in seen] == [{"n00", "n01"}]


def test_space_drag_pans_and_chooses_nothing(view):
    before = view.to_board(QPointF(0, 0))
    QTest.keyPress(view, Key.Key_Space)
    drag(view, at(view, 80, 80), at(view, 80, 80) + QPoint(50, 30))
    QTest.keyRelease(view, Key.Key_Space)
    assert view.to_board(QPointF(0, 0)) == before - QPointF(50, 30)
    assert view.selection.ids() == ()


def _wheel(view: CanvasView, turned: QPoint, held=Mod.NoModifier) -> None:
    point = QPointF(200, 150)
    event = QWheelEvent(
        point, view.viewport().mapToGlobal(point), QPoint(), turned,
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(view.viewport(), event)


def test_ctrl_wheel_zooms_around_the_pointer_within_the_limits(view):
    place = view.to_board(QPointF(200, 150))
    for _ in range(40):
        _wheel(view, QPoint(0, 120), Mod.ControlModifier)
        seen = view.to_view(place)
        assert abs(seen.x() - 200) <= 2.5
        assert abs(seen.y() - 150) <= 2.5
    assert view.scale_now() == 4.0
    for _ in range(60):
        _wheel(view, QPoint(0, -120), Mod.ControlModifier)
    assert view.scale_now() == 0.05


def test_the_wheel_pans(view):
    before = view.to_board(QPointF(0, 0))
    _wheel(view, QPoint(0, -120))
    assert view.to_board(QPointF(0, 0)).y() > before.y()
    _wheel(view, QPoint(0, -120), Mod.ShiftModifier)
    assert view.to_board(QPointF(0, 0)).x() > before.x()


def test_shift_1_shows_all_on_every_keyboard_and_shift_2_what_is_chosen(view):
    for key in (Key.Key_1, Key.Key_Exclam):
        view.zoom_to(4.0)
        QTest.keyClick(view, key, Mod.ShiftModifier)
        assert view.seen().contains(view.contents.bounds())
    view.selection.choose(["n23"])
    for key in (Key.Key_2, Key.Key_QuoteDbl, Key.Key_At):
        view.centre(QPointF(9000, 9000))
        QTest.keyClick(view, key, Mod.ShiftModifier)
        assert view.seen().contains(view.contents.bounds(["n23"]))


def test_tab_goes_round_in_reading_order(view):
    view.selection.choose(["n00"])
    seen = []
    for _ in range(12):
        QTest.keyClick(view, Key.Key_Tab)
        seen.append(view.selection.focus())
    assert seen[:4] == ["n01", "n02", "n03", "n10"]
    assert seen[-1] == "n00"
    QTest.keyClick(view, Key.Key_Backtab, Mod.ShiftModifier)
    assert view.selection.focus() == "n23"


def test_alt_arrows_go_to_the_nearest_note(view):
    view.selection.choose(["n11"])
    for key, found in (
        (Key.Key_Right, "n12"),
        (Key.Key_Down, "n22"),
        (Key.Key_Left, "n21"),
        (Key.Key_Up, "n11"),
    ):
        QTest.keyClick(view, key, Mod.AltModifier)
        assert view.selection.focus() == found


def test_arrows_ask_to_nudge_what_is_chosen_and_pan_otherwise(view):
    seen: list[tuple[float, float]] = []
    view.nudged.connect(lambda dx, dy: seen.append((dx, dy)))
    view.selection.choose(["n00"])
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Up, Mod.ShiftModifier)
    assert seen == [(8, 0), (0, -40)]
    view.selection.clear()
    before = view.seen()
    QTest.keyClick(view, Key.Key_Right)
    assert len(seen) == 2
    assert view.seen().x() > before.x()


def test_a_double_click_asks_for_a_note_or_for_the_words_of_one(view):
    new: list[QPointF] = []
    opened: list[str] = []
    view.new_asked.connect(new.append)
    view.open_asked.connect(opened.append)
    QTest.mouseDClick(view.viewport(), Left, Mod.NoModifier, at(view, -40, -40))
    QTest.mouseDClick(view.viewport(), Left, Mod.NoModifier, at(view, 80, 80))
    assert len(new) == 1
    assert opened == ["n00"]


def test_the_input_method_is_off_on_the_canvas(view):
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


# Fingers and pen ------------------------------------------------------------------------------

PEN = QPointingDevice(
    "pen", 8, QPointingDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
    QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure, 1, 1,
)  # fmt: skip


@pytest.fixture(scope="module")
def screen(qapp):
    return QTest.createTouchDevice()


@pytest.fixture
def touch(view, screen):
    """Lays fingers on the canvas, moves them and lifts them."""

    def _touch(kind: str, *points: QPointF) -> None:
        sequence = QTest.touchEvent(view.viewport(), screen)
        for number, point in enumerate(points):
            getattr(sequence, kind)(number, point.toPoint(), view.viewport())
        sequence.commit()

    return _touch


def pen(view: CanvasView, kind: QEvent.Type, point: QPointF) -> None:
    event = QTabletEvent(
        kind, PEN, point, QPointF(view.viewport().mapToGlobal(point)),
        0.7, 0, 0, 0, 0, 0, Mod.NoModifier, Left, Left,
    )  # fmt: skip
    QCoreApplication.sendEvent(view.viewport(), event)


def test_one_finger_drags_a_note_and_pans_beside_all(view, moved, touch):
    start = QPointF(at(view, 80, 80))
    touch("press", start)
    touch("move", start + QPointF(400, 400))
    touch("release", start + QPointF(400, 400))
    assert [m.ids for m in moved] == [("n00",)]
    before = view.to_board(QPointF(0, 0))
    bare = QPointF(at(view, -30, -30))
    touch("press", bare)
    touch("move", bare + QPointF(40, 20))
    touch("release", bare + QPointF(40, 20))
    assert view.to_board(QPointF(0, 0)) == before - QPointF(40, 20)


def test_two_fingers_zoom_and_pan_at_once(view, touch):
    first, second = QPointF(300, 300), QPointF(500, 300)
    place = view.to_board(first)
    touch("press", first, second)
    touch("move", first - QPointF(100, 0), second + QPointF(100, 0))
    touch("release", first - QPointF(100, 0), second + QPointF(100, 0))
    assert view.scale_now() == pytest.approx(2.0)
    seen = view.to_view(place)
    assert seen.x() == pytest.approx(200, abs=3)
    assert view.selection.ids() == ()


def test_a_palm_does_nothing_while_a_pen_is_in_use(view, moved, touch):
    pen(view, QEvent.Type.TabletPress, QPointF(at(view, 260, 80)))
    before = view.to_board(QPointF(0, 0))
    palm = QPointF(at(view, -30, -30))
    touch("press", palm)
    touch("move", palm + QPointF(60, 60))
    touch("release", palm + QPointF(60, 60))
    assert view.to_board(QPointF(0, 0)) == before
    pen(view, QEvent.Type.TabletMove, QPointF(at(view, 260, 680)))
    pen(view, QEvent.Type.TabletRelease, QPointF(at(view, 260, 680)))
    assert [m.ids for m in moved] == [("n01",)]
    touch("press", palm)
    touch("move", palm + QPointF(60, 60))
    touch("release", palm + QPointF(60, 60))
    assert view.to_board(QPointF(0, 0)) == before  # the hand still lies there
