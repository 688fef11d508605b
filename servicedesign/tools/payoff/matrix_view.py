"""The matrix on screen: ideas are dragged, moved by arrows, or wait in the tray below.

Owns mouse, touch and keys; it writes nothing: where an idea is put goes out as a signal. While one
is dragged only its picture moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from servicedesign.i18n import Translator
from servicedesign.tools.payoff.matrix_layout import MatrixLayout
from servicedesign.tools.payoff.matrix_painter import Look, MatrixPainter
from servicedesign.tools.payoff.quadrants import NAMES
from servicedesign.tools.payoff.scale import HIGHEST, LOWEST, shown
from servicedesign.tools.payoff.seen import Seen
from servicedesign.ui.focus_ring import NO_RING
from servicedesign.ui.theme import plain, theme

_TENTH = 1 / ((HIGHEST - LOWEST) * 10)
_FAR = 5
"""Tenths of a point that Shift with an arrow goes."""
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}
_OTHER = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEPT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MatrixView(QWidget):
    """Fields, discs and tray.

    Signals:
        chosen: the id of the item that is now in use.
        placed: an item, its effect and feasibility (0 to 1), and whether a key moved it.
        returned: an item that was put back into the tray.
        refused: someone tried to move what cannot be moved here.
        enter_asked: go on to the points of the item in use.
    """

    chosen = Signal(str)
    placed = Signal(str, float, float, bool)
    returned = Signal(str)
    refused = Signal()
    enter_asked = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        """Show an empty matrix."""
        super().__init__(parent)
        self.t = t
        self._shown: tuple[Seen, ...] = ()
        self._current = ""
        self._movable = False
        self._note = ""
        self._others: tuple[tuple[float, float], ...] = ()
        self._scroll = 0
        self._layout: MatrixLayout | None = None
        self._pressed: tuple[str, QPointF, QPointF] | None = None
        self._dragged = ""
        self._pointer = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty(NO_RING, True)
        self.setAccessibleName(t("効果と実現性のマトリクス"))
        self._tell()

    # Showing ----------------------------------------------------------------------------------

    def show_ideas(
        self,
        ideas: Sequence[Seen],
        current: str,
        *,
        movable: bool,
        note: str = "",
        others: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Show ``ideas``; ``movable`` is whether they may be moved, ``note`` covers the fields."""
        known = {one.id for one in ideas}
        if self._dragged and self._dragged not in known:
            self._end_drag()
        if tuple(ideas) != self._shown:
            self._shown = tuple(ideas)
            self._layout = None
        self._movable, self._note, self._others = movable, note, tuple(others)
        self._current = current if current in known else ""
        self._bring()
        self._tell()
        self.update()

    def places(self) -> MatrixLayout:
        """Return where everything lies now."""
        if self._layout is None:
            scale = theme().scale / 100
            self._layout = MatrixLayout(
                self.width(), self.height(), scale, self._shown, self._scroll
            )
            self._scroll = self._layout.scroll
        return self._layout

    def current(self) -> str:
        """Return the id of the item in use, or empty."""
        return self._current

    def dragging(self) -> bool:
        """Tell whether an idea is being dragged."""
        return bool(self._dragged)

    def _bring(self) -> None:
        """Bring the idea in use into view where it waits."""
        scroll = self.places().scroll_to(self._current)
        if scroll != self._scroll:
            self._scroll, self._layout = scroll, None

    def _seen(self, item_id: str) -> Seen | None:
        return next((one for one in self._shown if one.id == item_id), None)

    def _tell(self) -> None:
        one = self._seen(self._current)
        said = self.said_of(one) if one is not None else self.t("案が選ばれていません")
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if self.hasFocus() and QAccessible.isActive():
                event = QAccessible.Event.DescriptionChanged
                QAccessible.updateAccessibility(QAccessibleEvent(self, event))

    def said_of(self, one: Seen) -> str:
        """Return what is said of an idea: its words, and its place or that it waits."""
        t = self.t
        name = one.idea.named[:120]
        if one.place is None or one.quadrant is None:
            return t("{idea}、まだ点がありません", idea=name)
        impact, feasibility = one.place
        return t(
            "{idea}、効果{impact}、実現性{feasibility}、{field}",
            idea=name,
            impact=shown(impact),
            feasibility=shown(feasibility),
            field=t(NAMES[one.quadrant]),
        )

    def _choose(self, item_id: str) -> None:
        if item_id and item_id != self._current:
            self._current = item_id
            self._bring()
            self._tell()
            self.update()
            self.chosen.emit(item_id)

    # Mouse and touch --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the disc at the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        found = self.places().at(at, self._current)
        self._choose(found)
        middle = self.places().middle(found) if found else None
        if middle is not None:
            self._pressed = (found, at, at - middle)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the disc follow once the pointer has gone a little way."""
        at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = bool(self.places().at(at, self._current))
            shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        item_id, began, off = self._pressed
        if not self._dragged:
            if (at - began).manhattanLength() < QApplication.startDragDistance():
                return
            if not self._movable:
                self._pressed = None
                self.refused.emit()
                return
            self._dragged = item_id
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pointer = at - off
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the disc where it is."""
        item_id, self._pressed = self._dragged, None
        if not item_id:
            return
        pointer, places = self._pointer, self.places()
        in_tray = places.tray().contains(pointer)
        self._end_drag()
        one = self._seen(item_id)
        if one is None:
            return
        if in_tray:
            if one.impact is not None or one.feasibility is not None:
                self.returned.emit(item_id)
        else:
            self.placed.emit(item_id, *places.place_at(pointer), False)

    def _end_drag(self) -> None:
        self._dragged, self._pressed = "", None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go on to the points of the idea."""
        if self.places().at(event.position(), self._current):
            self.enter_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the tray; over the fields the wheel is the page's."""
        places = self.places()
        more = places.tray_rows() > places.rows_in_view()
        if more and places.tray().contains(event.position()):
            self._scroll += -1 if event.angleDelta().y() > 0 else 1
            self._layout = None
            self.places()
            self.update()
            event.accept()
        else:
            event.ignore()

    # Keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the idea, Page up and down go to others, Delete puts it back."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self._dragged:
            self._end_drag()
        elif held & _KEPT:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            far = _FAR if held & Qt.KeyboardModifier.ShiftModifier else 1
            self._nudge(*_ARROWS[Qt.Key(key)], far)
        elif key in _OTHER:
            self._step(_OTHER[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(-len(self._shown) if key == Qt.Key.Key_Home else len(self._shown))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._return()
        elif key in _ENTER and self._current:
            self.enter_asked.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        ids = [one.id for one in self._shown]
        if not ids:
            return
        here = ids.index(self._current) if self._current in ids else -1 if by > 0 else len(ids)
        self._choose(ids[min(max(here + by, 0), len(ids) - 1)])

    def _nudge(self, up: int, right: int, far: int) -> None:
        one = self._seen(self._current)
        if one is None:
            self._step(1)
            return
        if not self._movable:
            self.refused.emit()
            return
        impact, feasibility = one.place or (0.5, 0.5)
        step = _TENTH * far
        self.placed.emit(
            one.id,
            min(max(impact + up * step, 0.0), 1.0),
            min(max(feasibility + right * step, 0.0), 1.0),
            True,
        )

    def _return(self) -> None:
        one = self._seen(self._current)
        if one is None or (one.impact is None and one.feasibility is None):
            return
        if self._movable:
            self.returned.emit(one.id)
        else:
            self.refused.emit()

    # Qt's own hooks ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell the words of the idea under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.places().at(QPointF(event.pos()), self._current)
            one = self._seen(found) if found else None
            QToolTip.showText(event.globalPos(), plain(self.said_of(one)) if one else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Use an idea as soon as keys come here."""
        super().focusInEvent(event)
        if not self._current and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._step(1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the idea in use without the ring."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._layout = None
        self._bring()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        look = Look(
            current=self._current,
            focused=self.hasFocus(),
            dragged=self._dragged,
            pointer=self._pointer,
            others=self._others,
            note=self._note,
        )
        MatrixPainter(painter, self.places(), look, self.t).paint()
        painter.end()

    def sizeHint(self) -> QSize:
        """Return a size at which a dozen ideas can be told apart."""
        return QSize(theme().px(620), theme().px(540))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme().px(360), theme().px(330))
