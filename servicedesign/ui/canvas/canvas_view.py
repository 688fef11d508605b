"""The canvas: a board without end, seen through a window.

Owns the tools, the starters of gestures and when something is painted anew. What is painted is
``picture``'s, what a gesture does its own, and what a change means is elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from servicedesign.ui.canvas.camera import Camera
from servicedesign.ui.canvas.contents import Contents
from servicedesign.ui.canvas.frame import Frame
from servicedesign.ui.canvas.gestures.band import start_band
from servicedesign.ui.canvas.gestures.drag import start_drag
from servicedesign.ui.canvas.gestures.gesture import Gesture, Press, Starter
from servicedesign.ui.canvas.gestures.lasso import start_lasso
from servicedesign.ui.canvas.gestures.pan import start_finger, start_hand, start_pan
from servicedesign.ui.canvas.hands import Hands
from servicedesign.ui.canvas.keys import CanvasKeys
from servicedesign.ui.canvas.layers import NoteLayers
from servicedesign.ui.canvas.note_painter import Pictures
from servicedesign.ui.canvas.overlay import paint_ring, paint_selection
from servicedesign.ui.canvas.picture import CanvasPicture, Painted
from servicedesign.ui.canvas.selection import Selection
from servicedesign.ui.canvas.warming import Warming
from servicedesign.ui.focus_ring import NO_RING

SELECT, HAND, LASSO = "select", "hand", "lasso"
"""The tools that every canvas has."""

_SETTLED_MS: Final = 140
"""So long after the last change of scale everything is made exact."""


@dataclass(frozen=True, slots=True)
class CanvasTool:
    """What a press means while a tool is in the hand.

    Attributes:
        cursor: of the mouse.
        starters: asked in turn for the gesture that a press begins.
    """

    cursor: Qt.CursorShape
    starters: tuple[Starter, ...]


class CanvasView(Camera):
    """The canvas.

    Attributes:
        contents: what lies on it.
        selection: what is chosen.
        layers: the notes as they are painted.
        pictures: where photos and sketches come from, or None.

    Signals:
        notes_moved: notes were dragged, as a ``Moved``; the listener writes it at once.
        nudged: the arrows were pressed: ``(dx, dy)`` in board units.
        encircled: the lasso was closed around notes, their ids.
        new_asked: a note is wanted at a place (double click on the bare board).
        open_asked: the words of a note are to be written, its id.
        tool_changed: another tool is in the hand.
        whole_asked: all that lies on the board, and under it, is to be shown.
        focus_seen: the canvas got or lost the keyboard.
    """

    notes_moved = Signal(object)
    nudged = Signal(float, float)
    encircled = Signal(object)
    new_asked = Signal(QPointF)
    open_asked = Signal(str)
    tool_changed = Signal(str)
    whole_asked = Signal()
    focus_seen = Signal(bool)

    _ready = False
    _bars: tuple[QRect, ...] = ()

    def __init__(self, pictures: Pictures | None = None, parent: QWidget | None = None) -> None:
        """Make an empty canvas; ``pictures`` are loaded by need."""
        super().__init__(parent)
        self.contents = Contents(self)
        self.selection = Selection(self)
        self.pictures = pictures
        self.layers = NoteLayers(self.contents, pictures)
        self._hands = Hands(self)
        self._keys = CanvasKeys(self)
        self._tool = SELECT
        self._tools = {
            SELECT: CanvasTool(
                Qt.CursorShape.ArrowCursor, (start_pan, start_finger, start_drag, start_band)
            ),
            HAND: CanvasTool(Qt.CursorShape.OpenHandCursor, (start_pan, start_hand)),
            LASSO: CanvasTool(Qt.CursorShape.CrossCursor, (start_pan, start_lasso)),
        }
        self._picture = CanvasPicture(self.contents, self.layers)
        self.layers.changed = self.redraw
        self._overlays: list[Callable[[QPainter], object]] = []
        self._reading = False
        self._moving = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._on_settled)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._ask)
        self._warming = Warming(self.contents, self._idle, self)
        self.zoomed.connect(self._on_zoomed)
        self.contents.changed.connect(self._on_contents)
        self.selection.changed.connect(self.redraw_over)
        self.selection.focus_changed.connect(lambda _: self.redraw_over())
        self._take_input()
        self._ready = True

    def _take_input(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(NO_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        viewport.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the view itself has the keyboard
        viewport.setMouseTracking(True)
        viewport.setAutoFillBackground(False)

    # Tools and gestures -----------------------------------------------------------------------

    def tool(self) -> str:
        """Return the tool in the hand."""
        return self._tool

    def set_tool(self, name: str) -> None:
        """Take the tool ``name`` into the hand."""
        self._hands.call_off()
        if name != self._tool:
            self._tool = name
            self.tool_changed.emit(name)
        self.show_cursor()

    def add_tool(self, name: str, tool: CanvasTool) -> None:
        """Let there be one more tool, or another one of that name."""
        self._tools[name] = tool

    def add_starter(self, name: str, starter: Starter) -> None:
        """Let ``starter`` look at presses of the tool ``name`` before all others but panning."""
        tool = self._tools[name]
        first, *rest = tool.starters
        self._tools[name] = CanvasTool(tool.cursor, (first, starter, *rest))

    def start(self, press: Press) -> Gesture | None:
        """Return the gesture that ``press`` begins with the tool in the hand."""
        for starter in self._tools[self._tool].starters:
            gesture = starter(self, press)
            if gesture is not None:
                return gesture
        return None

    def opened(self, press: Press) -> None:
        """Take a double click: on a note its words are wanted, beside all of them a new one."""
        if self._tool != SELECT or self._reading:
            return
        if press.entry is None:
            self.new_asked.emit(press.place)
        else:
            self.selection.choose([press.entry.look.id])
            self.open_asked.emit(press.entry.look.id)

    def pointer(self) -> QPointF | None:
        """Return the place on the board where the pointer was last, if it is in view."""
        last = self._hands.last()
        inside = last is not None and self.viewport().underMouse()
        return self.to_board(last.point) if inside and last is not None else None

    def call_off(self) -> bool:
        """Call off the gesture under way; False when there is none."""
        return self._hands.call_off()

    def busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._hands.busy()

    def space_held(self) -> bool:
        """Tell whether Space is held, so that a press pans."""
        return self._keys.space_held()

    def show_cursor(self) -> None:
        """Show the cursor of the tool."""
        shape = Qt.CursorShape.OpenHandCursor if self.space_held() else None
        self.viewport().setCursor(shape or self._tools[self._tool].cursor)

    def reading(self) -> bool:
        """Tell whether nothing may be changed."""
        return self._reading

    def set_reading(self, reading: bool) -> None:
        """Say whether nothing may be changed."""
        self._reading = reading

    # Painting ---------------------------------------------------------------------------------

    def add_underlay(self, painted: Painted) -> None:
        """Let something paint between the ground and the clusters, in device px."""
        self._picture.underlays.append(painted)
        self.redraw()

    def add_overlay(self, painted: Callable[[QPainter], object]) -> None:
        """Let something paint over everything, in px of the view."""
        self._overlays.append(painted)
        self.redraw_over()

    def is_exact(self) -> bool:
        """Tell whether the zoom is at rest and the last frame showed everything exactly."""
        return self._picture.complete() and not self._moving

    def redraw(self, *, soon: bool = True) -> None:
        """Paint anew; with ``soon`` False in one frame as wholly as a little wait allows."""
        self._picture.change(wholly=not soon)
        self._ask()

    def redraw_over(self) -> None:
        """Paint anew what lies over the notes: the choice, the ring, a gesture."""
        self._ask()

    def set_bars(self, places: Sequence[QRect]) -> None:
        """Say which places of the view are hidden behind bars: they need no painting."""
        self._bars = tuple(places)

    def _ask(self) -> None:
        if not self._bars:
            self.viewport().update()
            return
        region = QRegion(self.viewport().rect())
        for place in self._bars:
            region -= QRegion(place)
        self.viewport().update(region)

    def set_writing(self, note_id: str) -> None:
        """Leave the words of a note unpainted while they are written; empty for none."""
        self.layers.writing = note_id
        self.redraw()

    def _on_zoomed(self) -> None:
        if self._flowing:
            self._moving = True
            self._settle.start()
        else:
            self._settle.stop()
            self._moving = False
            self._picture.change(wholly=True)

    def _idle(self) -> bool:
        still = not self._moving and not self._more.isActive() and not self._hands.busy()
        return still and self.isVisible() and self._picture.begun()

    def _on_settled(self) -> None:
        self._moving = False
        self.redraw()

    def _on_contents(self, old: object, new: object) -> None:
        self.selection.keep(self.contents.names())
        self.redraw(soon=False)

    def frame_now(self) -> Frame:
        """Return the frame in view."""
        ratio = self.viewport().devicePixelRatioF()
        size = self.viewport().size()
        x, y = self._origin()
        return Frame(
            self.scale_now() * ratio,
            round(x * ratio),
            round(y * ratio),
            round(size.width() * ratio),
            round(size.height() * ratio),
            settled=not self._moving,
            deadline=0.0,
        )

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        """Paint what lies on the board, in whole device px."""
        painter.save()
        painter.resetTransform()
        ratio = self.viewport().devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        if not self._picture.paint(painter, self.frame_now()):
            self._more.start()
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        """Paint what is chosen, the ring of the keyboard, and the gesture under way."""
        painter.save()
        painter.resetTransform()
        paint_selection(painter, self)
        paint_ring(painter, self)
        for painted in self._overlays:
            painted(painter)
        gesture = self._hands.gesture()
        if gesture is not None:
            gesture.paint(painter)
        painter.restore()

    # Qt's own hooks ---------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Hand pointers to the gestures."""
        if not self._ready:  # while Qt builds the view
            return super().viewportEvent(event)
        return self._hands.handle(event) or super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of every canvas; all others belong to whoever holds it."""
        event.setAccepted(self._keys.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        event.setAccepted(self._keys.release(event))

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go from note to note with Tab; with nothing in focus on to the next control."""
        if self._keys.step(1 if following else -1):
            return True
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        self.focus_seen.emit(True)
        self.redraw_over()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Call off what was under way."""
        super().focusOutEvent(event)
        self._keys.forget()
        self.focus_seen.emit(False)
        self.redraw_over()
