"""What is seen on a canvas: sharp at rest, never without readable words, bounded everywhere."""

from __future__ import annotations

import io
import time

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from servicedesign.ui.canvas import layers as layers_module
from servicedesign.ui.canvas import sprites, tiles
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.contents import Contents
from servicedesign.ui.canvas.entry import Entry
from servicedesign.ui.canvas.fit import GROWN_MOST, SIZES, fit_note
from servicedesign.ui.canvas.looks import ClusterLook, NoteLook
from servicedesign.ui.canvas.pictures import CanvasPictures


@pytest.fixture
def view(qtbot, look) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def field(count: int, words: str = "夜7時まで窓口を開ける", across: int = 50) -> list[NoteLook]:
    return [
        NoteLook(f"n{i}", i % across * 176.0, i // across * 176.0, number=i + 1, title=words)
        for i in range(count)
    ]


def at_rest(qtbot, view: CanvasView) -> QImage:
    """Return the picture once nothing is left to be made."""
    qtbot.waitUntil(view.is_exact)
    return view.viewport().grab().toImage()


def dark(image: QImage) -> int:
    """Return how many pixels are as dark as ink."""
    return sum(
        image.pixelColor(x, y).lightness() < 110
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("scale", [0.05, 0.12, 0.24, 0.3, 0.8, 1.0, 1.7, 4.0])
def test_at_rest_the_picture_does_not_depend_on_how_one_came_there(qtbot, view, scale):
    view.contents.set_all(field(400))
    view.zoom_to(scale)
    view.centre(QPointF(1200, 700))
    straight = at_rest(qtbot, view)
    view.zoom_to(scale * 1.13 if scale < 3 else 3.1)
    view.viewport().repaint()
    view.zoom_to(0.6)
    view.viewport().repaint()
    view.zoom_to(scale)
    view.centre(QPointF(1200, 700))
    assert at_rest(qtbot, view) == straight


def test_panning_copies_the_very_pixels(qtbot, view):
    view.contents.set_all(field(400))
    view.zoom_to(0.37)
    before = at_rest(qtbot, view)
    view.pan(-33, -21)
    after = at_rest(qtbot, view)
    moved = before.copy(33, 21, 700, 500)
    assert after.copy(0, 0, 700, 500) == moved


def test_words_are_words_where_they_can_be_read_and_bars_where_not(qtbot, view):
    view.contents.set_all([NoteLook("a", 0, 0, title="夜の窓口")])
    view.zoom_to(0.26)  # 24 units: 6.2 px
    view.centre(QPointF(80, 80))
    words = at_rest(qtbot, view)
    view.contents.set_all([NoteLook("a", 0, 0, title="水曜相談")])
    assert at_rest(qtbot, view) != words
    view.zoom_to(0.2)
    view.centre(QPointF(80, 80))
    bars = at_rest(qtbot, view)
    view.contents.set_all([NoteLook("a", 0, 0, title="夜の窓口")])
    assert at_rest(qtbot, view) == bars


def test_readable_words_come_within_a_moment_of_zooming_in(qtbot, view):
    view.contents.set_all(field(2000))
    view.zoom_to(0.06)
    at_rest(qtbot, view)
    view.zoom_to(0.4)
    started = time.monotonic()
    at_rest(qtbot, view)
    assert time.monotonic() - started < 3
    shown = [s for s in view.layers._sprites._sprites.values() if s.entry.fit().size * 0.4 >= 6]
    assert shown


def test_lines_are_the_same_at_every_zoom():
    entry = Entry(NoteLook("a", 0, 0, title="スマホで下書きしておき、窓口では確かめるだけ"))
    lines = [line.text for line in entry.fit().lines]
    assert "".join(lines) == "スマホで下書きしておき、窓口では確かめるだけ"
    assert entry.fit() is entry.fit()


@pytest.mark.parametrize(
    ("words", "size"), [("夜間", 24), ("夜7時まで窓口を開ける", 24), ("あいうえお" * 12, 14)]
)
def test_type_is_the_largest_that_fits(words, size):
    fit = fit_note(NoteLook("a", 0, 0, title=words))
    assert fit.size <= size
    assert fit.size in SIZES
    assert fit.height == 160
    assert fit.whole


def test_a_word_that_would_be_broken_is_set_smaller():
    fit = fit_note(NoteLook("a", 0, 0, title="保育園で相談"))
    assert all(not line.text.startswith("育園") for line in fit.lines)


def test_a_long_note_grows_and_ends_with_an_ellipsis_at_last():
    grown = fit_note(NoteLook("a", 0, 0, text="待つ人の気持ちを書く。" * 30))
    assert grown.size == SIZES[-1]
    assert grown.height > 160
    assert grown.whole
    started = time.perf_counter()
    endless = fit_note(NoteLook("a", 0, 0, text="待つ人の気持ちを書く。" * 2_000))
    assert time.perf_counter() - started < 1
    assert endless.height <= GROWN_MOST + 40
    assert not endless.whole
    assert endless.lines[-1].text.endswith("…")


@pytest.mark.parametrize(
    "words", ["", "😀🎉" * 20, "x" * 400, "葛󠄀城市\u200d", "\n\n\n", "A‹B社<b>"]
)
def test_odd_words_are_laid_out_and_painted(qtbot, view, words):
    view.contents.set_all([NoteLook("a", 0, 0, title=words, text=words)])
    for scale in (0.05, 0.3, 1.0, 4.0):
        view.zoom_to(scale)
        view.centre(QPointF(80, 80))
        view.viewport().repaint()


def test_far_away_and_huge_notes_do_not_hurt(qtbot, view):
    view.contents.set_all(
        [
            NoteLook("far", 1e7, -1e7, title="遠い"),
            NoteLook("huge", -1e7, -1e7, width=1e7, height=1e7, title="大きい"),
            NoteLook("thin", 0, 0, width=1, height=1, title="小さい"),
        ],
        [ClusterLook("c", -1e7, -1e7, 1e7, 1e7, "広い")],
    )
    started = time.monotonic()
    for scale in (0.05, 1.0, 4.0):
        for place in (QPointF(1e7, -1e7), QPointF(-5e6, -5e6), QPointF(0, 0)):
            view.zoom_to(scale)
            view.centre(place)
            view.viewport().repaint()
            corner = view.to_view(place)
            middle = view.free().center()
            assert (corner - middle).manhattanLength() < 4
    view.fit(view.contents.bounds())
    assert view.scale_now() == 0.05
    view.viewport().repaint()
    assert time.monotonic() - started < 3


def test_a_heap_of_thousands_is_painted_without_painting_each(qtbot, view):
    view.contents.set_all(
        [NoteLook(f"n{i}", i % 7, i % 5, z=i, number=i, title="重なり") for i in range(3000)]
    )
    view.zoom_to(1.0)
    view.centre(QPointF(80, 80))
    at_rest(qtbot, view)
    started = time.monotonic()
    for _ in range(10):
        view.pan(3, 2)
        view.viewport().repaint()
    assert time.monotonic() - started < 1.5


def test_memory_for_pictures_of_notes_is_bounded(qtbot, view):
    view.contents.set_all(field(3000, across=60))
    for step in range(60):
        view.zoom_to(1.0)
        view.centre(QPointF(900 + step * 170, 900 + step * 120))
        view.viewport().repaint()
    assert view.layers._sprites._bytes <= sprites.MOST_BYTES
    for step in range(40):
        view.zoom_to(0.2)
        view.centre(QPointF(900 + step * 400, 900))
        view.viewport().repaint()
    kept = len(view.layers._tiles._tiles) + len(view.layers._tiles._before)
    assert kept <= tiles.MOST_TILES + 40


@pytest.mark.parametrize("scale", [0.1, 0.5])
def test_lifted_notes_leave_their_place_and_are_seen_where_they_are_dragged(qtbot, view, scale):
    view.contents.set_all([NoteLook("a", 0, 0), NoteLook("b", 1000, 0, colour="sky")])
    view.zoom_to(scale)
    view.centre(QPointF(500, 500))

    def colour(x: float, y: float) -> str:
        image = view.viewport().grab().toImage()
        point = view.to_view(QPointF(x, y)).toPoint()
        return image.pixelColor(point).name()

    at_rest(qtbot, view)
    spot = (135, 135)  # beside the words
    assert colour(*spot) == "#ffff80"
    view.layers.lift(["a"])
    view.layers.drag(500, 500)
    view.redraw(soon=False)
    at_rest(qtbot, view)
    assert colour(*spot) == "#f2f2f2"
    assert colour(635, 635) == "#ffff80"
    view.layers.set_copying(True)
    at_rest(qtbot, view)
    assert colour(*spot) == "#ffff80"
    view.layers.drop()
    at_rest(qtbot, view)
    assert colour(635, 635) == "#f2f2f2"


def test_covered_notes_are_left_out_of_heaps_only():
    contents = Contents()
    contents.set_all([NoteLook("below", 10, 10, 50, 50), NoteLook("above", 0, 0, z=1)])
    found = layers_module.uncovered(contents.inside((0, 0, 100, 100)))
    assert [entry.look.id for entry in found] == ["above"]


def test_a_picture_comes_by_need_and_a_damaged_one_is_told_of(qtbot, look):
    from support.pictures import photo

    sources = {"good": photo(), "bad": b"no picture at all", "gone": None}
    pictures = CanvasPictures(sources.get)
    missing: list[str] = []
    pictures.missing.connect(missing.append)
    for key in sources:
        assert pictures.picture(key, 60) is None
    qtbot.waitUntil(lambda: not pictures.busy())
    shown = pictures.picture("good", 60)
    assert shown is not None
    assert shown.width() >= 60
    assert sorted(missing) == ["bad", "gone"]
    assert pictures.picture("bad", 500) is not None  # the sign of a missing picture
    assert not pictures.busy()
    assert pictures.picture("good", 180) is shown  # until the larger one is there
    qtbot.waitUntil(lambda: not pictures.busy())
    larger = pictures.picture("good", 180)
    assert larger is not None
    assert larger.width() >= shown.width()
    pictures.stop()


def test_thin_lines_of_a_picture_that_was_seen_large_stay_whole_when_it_is_small(qtbot, look):
    paper = Image.new("RGB", (1600, 1200), "white")
    ImageDraw.Draw(paper).line([(100, 600), (1500, 640)], fill="black", width=8)
    data = io.BytesIO()
    paper.save(data, "PNG")
    pictures = CanvasPictures(lambda _key: data.getvalue())
    qtbot.addWidget(owner := QWidget())
    pictures.setParent(owner)
    with qtbot.waitSignal(pictures.arrived):
        pictures.picture("a", 1500)
    large, small = pictures.picture("a", 1500), pictures.picture("a", 90)
    assert large.width() > 1000
    assert small.width() < 2 * 90
    across = range(small.width() // 8, small.width() * 7 // 8)
    rows = range(small.height())
    assert all(min(small.pixelColor(x, y).lightness() for y in rows) < 240 for x in across)
    pictures.stop()
