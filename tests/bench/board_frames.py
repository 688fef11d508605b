"""Frames of a board of 5,000 notes: panning, zooming and dragging, against a plain scene."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench_board import ACROSS, FRAME, NOTES, SIZE, Measured, ideas
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView

from servicedesign import tokens
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.looks import NoteLook
from servicedesign.ui.theme import apply_theme, load_fonts, theme

SCALES = (0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 4.0)
BESIDE = (0.05, 0.25, 0.5, 1.0, 4.0)
"""Scales at which a plain scene is measured too: it is slow."""
RUNS = 3
MIDDLE = QPointF(6200, 6200)
_COLOURS = tuple(tokens.STICKIES)


def looks() -> list[NoteLook]:
    """Return the notes of the board, in a square."""
    return [
        NoteLook(
            f"n{i}", i % ACROSS * 176.0, i // ACROSS * 176.0, number=i + 1, title=idea,
            colour=_COLOURS[i % 4], linked=i % 3 == 0,
        )
        for i, idea in enumerate(ideas(NOTES))
    ]  # fmt: skip


class PlainNote(QGraphicsItem):
    """A note as one would write it first: an item that paints paper and a kept layout."""

    def __init__(self, look: NoteLook) -> None:
        super().__init__()
        self.setPos(look.x, look.y)
        self._colour = QColor(tokens.STICKIES[look.colour])
        self._number = str(look.number)
        self._layout = QTextLayout(look.title, theme().font(20))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(136)
            line.setPosition(QPointF(0, y))
            y += 27
        self._layout.endLayout()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, 160, 160)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        painter.fillRect(QRectF(0, 0, 160, 160), self._colour)
        painter.drawText(QPointF(24, 26), self._number)
        self._layout.draw(painter, QPointF(12, 36))


def plain_view(notes: list[NoteLook]) -> QGraphicsView:
    """Return the same board as a plain scene."""
    scene = QGraphicsScene()
    for look in notes:
        scene.addItem(PlainNote(look))
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(*SIZE)
    view.show()
    QCoreApplication.processEvents()
    return view


Took = tuple[float, float]
"""Of one frame, in ms: what a clock says, and what this thread had of a processor."""


def frame(view: QGraphicsView) -> Took:
    """Paint one frame wholly anew and return how long it took."""
    started, worked = time.perf_counter(), time.thread_time()
    view.viewport().repaint()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - worked) * 1000


def settle(view: CanvasView) -> None:
    """Wait until the picture at rest is exact."""
    end = time.perf_counter() + 10
    view.viewport().update()
    while time.perf_counter() < end:
        QCoreApplication.processEvents()
        if view.is_exact():
            return
        time.sleep(0.002)


def measured(
    name: str, work: Callable[[], list[Took]], bar: float, bare: float | None = None
) -> Measured:
    """Return the 95th percentile of frames: of three runs the one least disturbed by others."""
    runs = [work() for _ in range(RUNS)]
    took = min(runs, key=lambda run: _p95([wall for wall, _ in run]))
    walls, works = [wall for wall, _ in took], [worked for _, worked in took]
    return Measured(name, _p95(walls), bar, "ms p95", statistics.median(walls), bare, _p95(works))


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def frames() -> Iterator[Measured]:
    """Yield panning at every scale, zooming through all of them, dragging."""
    application = QApplication.instance() or QApplication([])
    load_fonts(all_of_them=True)
    apply_theme(application, 100)
    notes = looks()
    view = CanvasView()
    view.resize(*SIZE)
    view.show()
    view.contents.set_all(notes)
    plain = plain_view(notes)
    for scale in SCALES:
        bare = None
        if scale in BESIDE:
            plain.show()
            _wait_for(plain)
            bare = _pan_plain(plain, scale)
            plain.hide()
        bar = 8.0 if scale == 1 else FRAME
        yield measured(f"pan at {scale:.0%}", partial(_pan, view, scale), bar, bare)
    for name, start, factor in (("in", 0.05, 1.04), ("out", 4.0, 1 / 1.04)):
        work = partial(_zoom, view, start, factor)
        yield measured(f"zoom {name}, 5 % to 400 %, 4 % a frame", work, FRAME)
    for scale in (0.1, 0.3, 1.0):
        yield measured(f"drag 200 of 5,000 at {scale:.0%}", partial(_drag, view, scale), FRAME)
    view.hide()


def _wait_for(view: QGraphicsView) -> None:
    """Wait until the window of ``view`` is there, so that it is really painted."""
    while not view.windowHandle() or not view.windowHandle().isExposed():
        QCoreApplication.processEvents()


def _pan(view: CanvasView, scale: float, count: int = 160) -> list[Took]:
    view.zoom_to(scale)
    view.centre(MIDDLE)
    settle(view)
    took = []
    for step in range(count):
        way = -1 if step < count / 2 else 1
        view.pan(37 * way, 23 * way)
        took.append(frame(view))
    return took


def _pan_plain(view: QGraphicsView, scale: float, count: int = 8) -> float:
    view.resetTransform()
    view.scale(scale, scale)
    view.centerOn(MIDDLE)
    frame(view)
    took = []
    for _ in range(count):
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 37)
        took.append(frame(view))
    return statistics.median(wall for wall, _ in took)


def _zoom(view: CanvasView, start: float, factor: float) -> list[Took]:
    view.zoom_to(start)
    view.centre(MIDDLE)
    settle(view)
    took = []
    while 0.05 < view.scale_now() * factor < 4.0:
        view.zoom_to(view.scale_now() * factor, QPointF(SIZE[0] / 2, SIZE[1] / 2), flowing=True)
        took.append(frame(view))
        QCoreApplication.processEvents()
    return took


def _drag(view: CanvasView, scale: float, count: int = 120) -> list[Took]:
    view.zoom_to(scale)
    view.centre(MIDDLE)
    settle(view)
    seen = view.seen()
    around = view.contents.inside((seen.left(), seen.top(), seen.right(), seen.bottom()))
    chosen = [entry.look.id for entry in around][:200]
    chosen += [one for one in view.contents.ids() if one not in set(chosen)][: 200 - len(chosen)]
    view.selection.choose(chosen)
    view.layers.lift(chosen)
    took = []
    for step in range(count):
        view.layers.drag(step * 7 / scale, step * 4 / scale)
        took.append(frame(view))
    view.layers.drop()
    view.selection.clear()
    return took
