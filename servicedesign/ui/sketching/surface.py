"""The sheet that is drawn on: shows a sketch and takes mouse, pen, finger and keys.

Owns its painting and the way from Qt's events to hands. What a hand does is in ``hand``, what a
key does to a figure in ``figure_keys``. While a pen has been seen, fingers and the ball of a hand
do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.model import Sketch
from servicedesign.model.strokes import MOST_IN_SKETCH
from servicedesign.tools.sketch_drawings import sketch_drawing
from servicedesign.ui.sketching import placing
from servicedesign.ui.sketching.hand import (
    Drawing,
    Erasing,
    Hand,
    MovingFigure,
    ScalingFigure,
    eraser_radius,
    paint_chosen,
)
from servicedesign.ui.sketching.ink import Ink, InkTool
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.drawing_view import paint_drawing

if TYPE_CHECKING:
    from servicedesign.model.drawing import FigureLibrary

_MARGIN: Final = 8
_HANDLE: Final = 9
_REACH: Final = 22


class SketchSurface(QWidget):
    """Shows one sketch as large as there is room.

    Signals:
        edited: a hand was lifted and changed something, as a ``SketchEdit``.
        figure_chosen: another figure is chosen, its number, or -1.
        full: no further stroke finds room.
    """

    edited = Signal(object)
    figure_chosen = Signal(int)
    full = Signal()

    def __init__(self, ink: Ink, library: FigureLibrary, name: str) -> None:
        """Draw with ``ink``; figures come from ``library``."""
        super().__init__()
        self._ink = ink
        self._library = library
        self._sketch = Sketch()
        self._ground = tokens.GROUND
        self._under: QImage | None = None
        self._reading = False
        self._hand: Hand | None = None
        self._base: tuple[Sketch, QPixmap] | None = None
        self._chosen = -1
        self._pen_seen = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ink.changed.connect(self._on_ink)
        self._on_ink()

    # What is shown ----------------------------------------------------------------------------

    def sketch(self) -> Sketch:
        """Return the sketch that is shown."""
        return self._sketch

    def set_sketch(self, sketch: Sketch) -> None:
        """Show ``sketch``; a hand that is under way goes on where it can."""
        if sketch == self._sketch:
            return
        if isinstance(self._hand, MovingFigure | ScalingFigure | Erasing):
            self._hand = None
        self._sketch = sketch
        if self._chosen >= len(sketch.figures):
            self.choose(-1)
        self.update()

    def set_ground(self, ground: str) -> None:
        """Show a paper of another colour, such as that of a sticky note."""
        self._ground = ground
        self.update()

    def set_under(self, under: QImage | None) -> None:
        """Show a picture that is drawn over."""
        self._under = under
        self.update()

    def set_reading(self, reading: bool) -> None:
        """Say whether nothing may be changed."""
        self._reading = reading

    def chosen(self) -> int:
        """Return the number of the figure that is chosen, or -1."""
        return self._chosen

    def choose(self, number: int) -> None:
        """Choose a figure, or none with -1."""
        if number != self._chosen:
            self._chosen = number
            self.figure_chosen.emit(number)
            self.update()

    def _on_ink(self) -> None:
        figures = self._ink.tool() is InkTool.FIGURES
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if figures else shapes.CrossCursor)
        if not figures:
            self.choose(-1)

    # Geometry ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the least that is comfortable; it takes what room there is."""
        return QSize(theme().px(480), theme().px(240))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be drawn on."""
        return QSize(theme().px(280), theme().px(180))

    def sheet(self) -> QRectF:
        """Return where the sketch lies in the widget, in px."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        factor = min(room.width() / self._sketch.width, room.height() / self._sketch.height)
        box = QRectF(0, 0, self._sketch.width * factor, self._sketch.height * factor)
        box.moveCenter(room.center())
        return box

    def factor(self) -> float:
        """Return px to a unit of the sketch."""
        return max(self.sheet().width() / self._sketch.width, 1e-6)

    def to_units(self, point: QPointF) -> QPointF:
        """Return the place in the sketch under a point of the widget."""
        return (point - self.sheet().topLeft()) / self.factor()

    def _figure_box(self, number: int) -> QRectF:
        left, top, width, height = placing.box_of(self._library, self._sketch.figures[number])
        factor, corner = self.factor(), self.sheet().topLeft()
        return QRectF(
            corner.x() + left * factor, corner.y() + top * factor, width * factor, height * factor
        )

    # Hands ------------------------------------------------------------------------------------

    def busy(self) -> bool:
        """Tell whether a hand is under way."""
        return self._hand is not None

    def call_off(self) -> bool:
        """Call off what is under way; False when nothing is."""
        hand, self._hand = self._hand, None
        self.update()
        return hand is not None

    def _down(self, point: QPointF, pressure: float, *, eraser: bool = False) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._reading:
            return
        place = self.to_units(point)
        self._hand = self._begin(point, place, eraser=eraser)
        if self._hand is not None:
            self._hand.move(place.x(), place.y(), pressure)
        self.update()

    def _begin(self, point: QPointF, place: QPointF, *, eraser: bool) -> Hand | None:
        if eraser or self._ink.tool() is InkTool.ERASER:
            radius = eraser_radius(self.factor(), self._sketch.width)
            return Erasing(self._sketch, radius, whole=self._ink.whole())
        if self._ink.tool() is InkTool.FIGURES:
            return self._hold(point, place)
        if sum(len(stroke.points) for stroke in self._sketch.strokes) >= MOST_IN_SKETCH:
            self.full.emit()
            return None
        return Drawing(self._ink, self.factor(), self._sketch.width)

    def _hold(self, point: QPointF, place: QPointF) -> Hand | None:
        if self._chosen >= 0:
            away = point - self._figure_box(self._chosen).topRight()
            if max(abs(away.x()), abs(away.y())) <= theme().px(_REACH):
                library, number = self._library, self._chosen
                return ScalingFigure(library, self._sketch, number, place.x(), place.y())
        self.choose(placing.figure_at(self._library, self._sketch, place.x(), place.y()))
        if self._chosen < 0:
            return None
        return MovingFigure(self._chosen, place.x(), place.y(), self.factor())

    def _go_on(self, point: QPointF, pressure: float) -> None:
        if self._hand is not None:
            place = self.to_units(point)
            self._hand.move(place.x(), place.y(), pressure)
            self.update()

    def _up(self, point: QPointF, pressure: float) -> None:
        self._go_on(point, pressure)
        hand, self._hand = self._hand, None
        edit = hand.done(self._sketch) if hand is not None else None
        if edit is not None:
            self.tell(edit)
        self.update()

    def tell(self, edit: SketchEdit) -> None:
        """Show what was done and tell of it."""
        self._sketch = edit.sketch
        self.update()
        self.edited.emit(edit)

    # Mouse, pen and finger --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._down(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        self._go_on(event.position(), 0.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._up(event.position(), 0.5)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, as broad as it is pressed; its other end erases."""
        self._pen_seen = True
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._down(event.position(), event.pressure(), eraser=eraser)
        elif kind == QEvent.Type.TabletRelease:
            self._up(event.position(), event.pressure() or 0.25)
        else:
            self._go_on(event.position(), event.pressure())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take a finger as a pen, unless there is a pen; two fingers call off."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        points = event.points()
        if self._pen_seen:
            return
        if event.type() == QEvent.Type.TouchCancel or len(points) != 1:
            self.call_off()
        elif event.type() == QEvent.Type.TouchBegin:
            self._down(points[0].position(), 0.5)
        elif event.type() == QEvent.Type.TouchEnd:
            self._up(points[0].position(), 0.5)
        else:
            self._go_on(points[0].position(), 0.5)

    # Keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls off, then lets go of the figure; all else is for whoever holds the surface."""
        if event.key() == Qt.Key.Key_Escape and (self.call_off() or self._chosen >= 0):
            self.choose(-1)
            return
        event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go from figure to figure with Tab; with none chosen on to the next control."""
        count = len(self._sketch.figures)
        goal = self._chosen + (1 if following else -1)
        if self._chosen >= 0 and 0 <= goal < count:
            self.choose(goal)
            return True
        self.choose(-1)
        return super().focusNextPrevChild(following)

    # Painting ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint at the new size."""
        self._base = None

    def _picture(self, sketch: Sketch) -> QPixmap:
        if self._base is not None and self._base[0] is sketch:
            return self._base[1]
        ratio = self.devicePixelRatioF()
        box = self.sheet()
        pixmap = QPixmap((box.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        target = QRectF(0, 0, box.width(), box.height())
        paint_drawing(painter, sketch_drawing(sketch, self._library), target)
        painter.end()
        self._base = (sketch, pixmap)
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, sketch, the hand under way and what is chosen."""
        painter = QPainter(self)
        box = self.sheet()
        sketch = self._hand.shown(self._sketch) if self._hand is not None else self._sketch
        painter.fillRect(box, color(self._ground))
        if self._under is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._under)
        painter.drawPixmap(box.topLeft(), self._picture(sketch))
        painter.setPen(QPen(color(tokens.EDGE), 1))
        painter.drawRect(box)
        if self._hand is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(box)
            painter.translate(box.topLeft())
            painter.scale(self.factor(), self.factor())
            self._hand.paint(painter)
            painter.restore()
        if 0 <= self._chosen < len(sketch.figures):
            shown, self._sketch = self._sketch, sketch
            paint_chosen(painter, self._figure_box(self._chosen), theme().px(_HANDLE))
            self._sketch = shown
        painter.end()
