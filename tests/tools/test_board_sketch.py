"""Sketches on notes: strokes that stay near and small, one step each, from hand to paper."""

from __future__ import annotations

import io
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pil
from PIL import ImageChops, ImageOps
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from support.boards import board_project, drag, ids
from support.windows import press

from servicedesign.model import Note, Point, Sketch, Stroke
from servicedesign.model import msg as said
from servicedesign.model.drawing_path import parse_path
from servicedesign.model.strokes import (
    MARKER,
    MOST_POINTS,
    LiveStroke,
    erased,
    simplified,
    stroke_runs,
)
from servicedesign.paper.document import FrameInfo, SheetJob
from servicedesign.paper.papers import PAPERS
from servicedesign.tools.board import photo_notes, sketches
from servicedesign.tools.sketch_drawings import figures, sketch_drawing
from servicedesign.ui.canvas.note_painter import picture_place

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier

places = st.tuples(st.floats(-500, 500), st.floats(-500, 500), st.floats(0, 1))
lines = st.lists(places, min_size=1, max_size=120).map(
    lambda found: [Point(x=x, y=y, pressure=p) for x, y, p in found]
)


def apart(point: Point, start: Point, end: Point) -> float:
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(point.x - start.x - share * dx, point.y - start.y - share * dy)


@given(lines, st.floats(0.05, 5))
def test_a_simplified_line_stays_within_the_tolerance(points, tolerance):
    kept = simplified(points, tolerance, 5)
    assert kept[0] is points[0]
    assert kept[-1] is points[-1]
    pairs = list(pairwise(kept)) or [(kept[0], kept[0])]
    for point in points:
        assert min(apart(point, *pair) for pair in pairs) <= tolerance + 1e-6


@given(lines)
def test_what_is_shown_goes_through_every_point_in_order(points):
    stroke = Stroke(width=4, points=tuple(points))
    reached = []
    for path, width in stroke_runs(stroke):
        assert 2 <= width <= 6
        ops = parse_path(path)
        reached += [op.numbers[-2:] for op in ops[1:]]
    if len(points) > 1:
        assert len(reached) == len(points) - 1
        for (x, y), point in zip(reached, points[1:], strict=True):
            assert (x, y) == pytest.approx((point.x, point.y), abs=0.006)


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=1, max_size=300))
@settings(deadline=None)
def test_a_live_line_begins_and_ends_where_the_hand_did(spots):
    live = LiveStroke("pen", "#000000", 5, 0.3)
    taken = [spot for spot in spots if live.add(*spot)]
    points = live.finished().points
    assert len(points) <= MOST_POINTS + 120
    assert (points[0].x, points[0].y) == pytest.approx(spots[0], abs=0.01)
    assert (points[-1].x, points[-1].y) == pytest.approx(taken[-1], abs=0.01)


@given(lines, places)
def test_erasing_never_adds_and_never_leaves_what_was_touched(points, place):
    strokes = (Stroke(width=2, points=tuple(points)),)
    way = [place[:2]]
    assert len(erased(strokes, way, 6)) <= 1
    for piece in erased(strokes, way, 6, whole=False):
        for point in piece.points:
            near = hypot(point.x - place[0], point.y - place[1])
            assert near > 6 or piece is strokes[0]


def test_a_marker_lies_under_figures_and_pen():
    from servicedesign.model import FigurePlacement

    line = (Point(x=0, y=0), Point(x=50, y=0))
    sketch = Sketch(
        figures=(FigurePlacement(figure="tree", x=100, y=200),),
        strokes=(
            Stroke(colour="#000000", points=line),
            Stroke(tool=MARKER, colour="#4DC4FF", points=line),
        ),
    )
    shapes = sketch_drawing(sketch, figures()).shapes
    assert shapes[0].stroke == "#4DC4FF"
    assert shapes[-1].stroke == "#000000"


# On the board ---------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


@pytest.fixture
def editor(open_editor, project):
    made = open_editor(project, "board")
    made.view.zoom_to(1.0)
    made.view.centre(QPointF(300, 150))
    made.view.setFocus()
    return made


def sketch_of(project, number: int) -> Sketch | None:
    return sketches.sketch_of(project, ids(project)[number])


def at(editor, x: float, y: float) -> QPoint:
    return editor.view.to_view(QPointF(x, y)).toPoint()


def test_p_draws_on_the_note_and_each_line_is_undone_alone(qtbot, editor, project):
    press(qtbot, Key.Key_P)
    assert editor.sketching.bar.isVisible()
    drag(editor.view, at(editor, 40, 100), QPoint(60, 20))
    drag(editor.view, at(editor, 40, 130), QPoint(60, 0))
    assert len(sketch_of(project, 0).strokes) == 2
    assert editor.view.contents.find(ids(project)[0]).look.picture
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(sketch_of(project, 0).strokes) == 1
    press(qtbot, Key.Key_Z, CONTROL)
    assert sketch_of(project, 0) is None
    assert project.get(Note, ids(project)[0]).sketch_id is None
    press(qtbot, Key.Key_Y, CONTROL)
    assert len(sketch_of(project, 0).strokes) == 1
    press(qtbot, Key.Key_Escape)
    assert not editor.sketching.bar.isVisible()


def test_a_line_stands_on_the_note_where_it_was_drawn(qtbot, editor, project):
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 40, 110), QPoint(60, 0))
    entry = editor.view.contents.find(ids(project)[0])
    sketch = sketch_of(project, 0)
    place = picture_place(entry).translated(entry.left, entry.top)
    first, last = sketch.strokes[0].points[0], sketch.strokes[0].points[-1]
    factor = place.width() / sketch.width
    assert place.x() + first.x * factor == pytest.approx(40, abs=0.6)
    assert place.y() + first.y * factor == pytest.approx(110, abs=0.6)
    assert place.x() + last.x * factor == pytest.approx(100, abs=0.6)


def test_a_line_on_the_bare_board_becomes_a_note_around_it(qtbot, editor, project):
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 60, 260), QPoint(220, 60))
    assert len(project.all(Note)) == 5
    note = project.all(Note)[-1]
    assert note.number == 5
    assert note.width > 220
    sketch = project.get(Sketch, note.sketch_id)
    entry = editor.view.contents.find(note.id)
    place = picture_place(entry).translated(entry.left, entry.top)
    first = sketch.strokes[0].points[0]
    factor = place.width() / sketch.width
    assert place.x() + first.x * factor == pytest.approx(60, abs=1)
    assert place.y() + first.y * factor == pytest.approx(260, abs=1)
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(project.all(Note)) == 4
    assert project.all(Sketch) == ()


def test_the_eraser_on_the_board_takes_lines_and_the_empty_sketch_with_them(qtbot, editor, project):
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 40, 110), QPoint(60, 0))
    press(qtbot, Key.Key_E)
    drag(editor.view, at(editor, 70, 100), QPoint(0, 20))
    assert project.all(Sketch) == ()
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(sketch_of(project, 0).strokes) == 1


def test_digits_choose_inks_while_the_pen_is_in_the_hand(qtbot, editor, project):
    editor.view.selection.choose([ids(project)[0]])
    press(qtbot, Key.Key_P)
    press(qtbot, Key.Key_2)
    drag(editor.view, at(editor, 40, 110), QPoint(60, 0))
    assert sketch_of(project, 0).strokes[0].colour == "#C83200"
    assert project.get(Note, ids(project)[0]).colour == "cream"


def test_locked_notes_are_not_drawn_on(qtbot, editor, project):
    editor.view.selection.choose([ids(project)[0]])
    editor.arranging.lock()
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 40, 110), QPoint(60, 0))
    assert project.all(Sketch) == ()


def photo_note(project, editor) -> str:
    """Add a note with a grey photo and wait for nothing; return its id."""
    raw = io.BytesIO()
    Pil.new("RGB", (600, 400), (200, 200, 200)).save(raw, "JPEG")
    board = project.get(Note, ids(project)[0]).board_id
    note = photo_notes.add_photo_note(project, board, raw.getvalue(), "", 0.0, 900.0)
    project.break_merge()
    return note.id


def test_a_line_lies_over_the_photo_of_a_note_on_screen_and_on_paper(qtbot, editor, project):
    note_id = photo_note(project, editor)
    editor.view.zoom_to(1.0)
    editor.view.centre(QPointF(120, 1000))
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 40, 1000), QPoint(120, 20))
    note = project.get(Note, note_id)
    assert note.image_id is not None
    sketch = project.get(Sketch, note.sketch_id)
    assert sketch.height / sketch.width == pytest.approx(2 / 3, abs=0.01)
    look = editor.view.contents.find(note_id).look
    assert look.picture.startswith("image:")
    assert look.over.startswith("sketch:")
    qtbot.waitUntil(editor.at_rest, timeout=10_000)
    picture = editor.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    colours = {
        picture.pixelColor(int(x * ratio), int(y * ratio)).lightness() // 16
        for x in range(at(editor, 30, 0).x(), at(editor, 200, 0).x())
        for y in range(at(editor, 0, 990).y(), at(editor, 0, 1030).y())
    }
    assert 200 // 16 in colours  # the photo
    assert min(colours) < 6  # the line
    pdf = board_pdf(project)
    assert b"/Subtype /Image" in pdf


def test_erasing_the_line_leaves_the_photo(qtbot, editor, project):
    note_id = photo_note(project, editor)
    editor.view.zoom_to(1.0)
    editor.view.centre(QPointF(120, 1000))
    press(qtbot, Key.Key_P)
    drag(editor.view, at(editor, 40, 1000), QPoint(120, 20))
    press(qtbot, Key.Key_E)
    drag(editor.view, at(editor, 40, 990), QPoint(120, 40))
    drag(editor.view, at(editor, 40, 1000), QPoint(120, 20))
    note = project.get(Note, note_id)
    assert note.sketch_id is None
    assert note.image_id is not None


@pytest.mark.modal
def test_the_pad_shows_the_photo_that_is_drawn_over(qtbot, editor, project, answer_dialog):
    editor.view.selection.choose([photo_note(project, editor)])
    grey: list[int] = []

    def look(dialog) -> None:
        surface = dialog.pad.surface
        qtbot.waitUntil(lambda: surface._under is not None, timeout=10_000)
        middle = surface.sheet().center()
        grey.append(surface.grab().toImage().pixelColor(middle.toPoint()).lightness())

    answer_dialog(look)
    press(qtbot, Key.Key_D)
    assert 190 < grey[0] < 210


@pytest.mark.modal
def test_the_pad_writes_each_line_and_undoes_no_further_than_it_began(
    qtbot, editor, project, answer_dialog
):
    first = ids(project)[0]
    editor.view.selection.choose([first])
    before = project.undo_label

    def use(dialog) -> None:
        surface = dialog.pad.surface
        middle = surface.sheet().center().toPoint()
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, Mod.NoModifier, middle)
        QTest.mouseRelease(
            surface, Qt.MouseButton.LeftButton, Mod.NoModifier, middle + QPoint(30, 0)
        )
        dialog.pad.place("tree")
        assert len(sketch_of(project, 0).figures) == 1
        qtbot.keyClick(surface, Key.Key_Z, CONTROL)
        assert sketch_of(project, 0).figures == ()
        qtbot.keyClick(surface, Key.Key_Z, CONTROL)
        assert sketch_of(project, 0) is None
        qtbot.keyClick(surface, Key.Key_Z, CONTROL)
        assert project.undo_label == before
        qtbot.keyClick(surface, Key.Key_Y, CONTROL)
        assert len(sketch_of(project, 0).strokes) == 1

    answer_dialog(use)
    press(qtbot, Key.Key_D)
    assert len(sketch_of(project, 0).strokes) == 1
    assert editor.window().focusWidget() is editor.view


def board_pdf(project) -> bytes:
    from datetime import date

    from servicedesign.i18n import translator
    from servicedesign.tools.board import sheet

    frame = FrameInfo("案", "みどり野町", "", date(2026, 11, 20))
    job = SheetJob(PAPERS["A4"], "portrait", translator("ja"), frame)
    return sheet.draw(sheet.gather(project), job).pdf_bytes()


def test_a_drawing_is_printed_as_lines(project):
    from servicedesign.paper.raster import render_page

    line = tuple(Point(x=20 + x, y=100) for x in range(0, 300, 5))
    sketch = Sketch(strokes=(Stroke(colour="#C83200", width=9, points=line),))
    sketches.keep_sketch(project, ids(project)[0], sketch, said("線を描く"))
    pdf = board_pdf(project)
    assert b"/Subtype /Image" not in pdf
    page = render_page(pdf, 0, 60).convert("RGB")
    red, green, blue = page.split()
    dark = ImageChops.multiply(ImageOps.invert(green), ImageOps.invert(blue))
    found = ImageChops.multiply(red, dark).point(lambda value: 255 if value > 70 else 0)
    assert found.getbbox() is not None
