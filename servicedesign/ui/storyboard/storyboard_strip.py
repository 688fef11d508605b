"""Frames in rows, with arrows from one to the next, and the way to add one.

Owns their arrangement for the width there is, and the menu of a frame. It writes nothing: what is
typed and asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.storyboard.add_tile import AddTile
from servicedesign.ui.storyboard.frame_card import FrameCard
from servicedesign.ui.storyboard.frame_view import FrameView
from servicedesign.ui.theme import color, theme

_LEAST = 196
"""Least width of a frame in px at 100 %."""
_MOST = 320
_GAP = 24
_MOST_COLUMNS = 5


class StoryboardStrip(QWidget):
    """Frames to be drawn and written.

    Signals:
        written: the id of a frame, ``heading`` or ``caption``, and the text.
        draw_asked: the id of a frame to draw on.
        photo_asked: the id of a frame that is to show a photo.
        offered: the id of a frame, and what was dropped or pasted on it (QMimeData).
        clear_asked: the id of a frame whose picture is to go.
        copy_asked: the id of a frame to copy.
        delete_asked: the id of a frame to delete.
        move_asked: the id of a frame, and its new place from 0.
        add_asked: one more is wanted.
    """

    written = Signal(str, str, str)
    draw_asked = Signal(str)
    photo_asked = Signal(str)
    offered = Signal(str, object)
    clear_asked = Signal(str)
    copy_asked = Signal(str)
    delete_asked = Signal(str)
    move_asked = Signal(str, int)
    add_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty strip, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._cards: dict[str, FrameCard] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(_GAP))
        self._grid.setVerticalSpacing(theme().px(12))
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.add = AddTile(t("コマを足す"))
        self.add.clicked.connect(self.add_asked)
        if reading:
            self.add.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # Showing ----------------------------------------------------------------------------------

    def cards(self) -> tuple[FrameCard, ...]:
        """Return the cards in order."""
        return tuple(self._cards.values())

    def card(self, frame_id: str) -> FrameCard | None:
        """Return the card of a frame, or None."""
        return self._cards.get(frame_id)

    def show_frames(self, frames: Sequence[FrameView]) -> None:
        """Show ``frames`` in order; cards that stay keep what is typed and the focus."""
        if [frame.id for frame in frames] != list(self._cards):
            self._sort_cards(frames)
        for number, frame in enumerate(frames, 1):
            self._cards[frame.id].show_frame(frame, number)
        self.update()

    def _sort_cards(self, frames: Sequence[FrameView]) -> None:
        before = dict(self._cards)
        self._cards = {frame.id: before.get(frame.id) or self._card() for frame in frames}
        for frame_id, card in before.items():
            if frame_id not in self._cards:
                self._grid.removeWidget(card)
                card.hide()
                card.deleteLater()
        for frame_id, card in self._cards.items():
            card.setObjectName(frame_id)
        self._columns = 0
        self._arrange()
        earlier: QWidget | None = None
        for part in (*(part for card in self.cards() for part in card.parts()), self.add):
            if earlier is not None:
                QWidget.setTabOrder(earlier, part)
            earlier = part

    def _card(self) -> FrameCard:
        card = FrameCard(self.t, reading=self._reading, parent=self)
        name, picture = card.objectName, card.picture
        card.written.connect(lambda field, text: self.written.emit(name(), field, text))
        card.menu_asked.connect(lambda below: self._open_menu(name(), below))
        picture.clicked.connect(lambda: self._press(name()))
        picture.step_asked.connect(lambda by: self._step(name(), by))
        picture.move_asked.connect(lambda by: self._move(name(), by))
        picture.delete_asked.connect(lambda: self._ask(self.delete_asked.emit, name()))
        picture.copy_asked.connect(lambda: self._ask(self.copy_asked.emit, name()))
        picture.offered.connect(lambda mime: self.offered.emit(name(), mime))
        return card

    def _ask(self, emit: Callable[[str], object], frame_id: str) -> None:
        if not self._reading:
            emit(frame_id)

    def _press(self, frame_id: str) -> None:
        """Draw; on a photo, which would go, ask by the menu."""
        picture = self._cards[frame_id].picture
        if self._reading:
            return
        if picture.is_photo():
            self._open_menu(frame_id, picture)
        else:
            self.draw_asked.emit(frame_id)

    def _step(self, frame_id: str, by: int) -> None:
        cards = self.cards()
        there = list(self._cards).index(frame_id) + by
        if 0 <= there < len(cards):
            cards[there].go_to("")

    def _move(self, frame_id: str, by: int) -> None:
        there = list(self._cards).index(frame_id) + by
        if 0 <= there < len(self._cards) and not self._reading:
            self.move_asked.emit(frame_id, there)

    # Menu -------------------------------------------------------------------------------------

    def _open_menu(self, frame_id: str, below: QWidget) -> None:
        if not self._reading:
            self.menu(frame_id, below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, frame_id: str, parent: QWidget) -> QMenu:
        """Return the menu of a frame."""
        t, card = self.t, self._cards[frame_id]
        here, count = list(self._cards).index(frame_id), len(self._cards)
        photo, empty = card.picture.is_photo(), card.picture.is_empty()
        draw = t("写真の代わりに絵を描く") if photo else t("絵を描く")
        entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            (draw, "" if photo else "Enter", lambda: self.draw_asked.emit(frame_id), True),
            (t("写真を入れる…"), "", lambda: self.photo_asked.emit(frame_id), True),
            (t("絵や写真を外す"), "", lambda: self.clear_asked.emit(frame_id), not empty),
            (t("前へ動かす"), "Alt+←", lambda: self._move(frame_id, -1), here > 0),
            (t("後ろへ動かす"), "Alt+→", lambda: self._move(frame_id, 1), here < count - 1),
            (t("写しを作る"), "Ctrl+D", lambda: self.copy_asked.emit(frame_id), True),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(frame_id), True),
        )
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, (label, key, run, usable) in enumerate(entries):
            if place in {3, 5}:
                menu.addSeparator()
            action = menu.addAction(f"{label}\t{key}" if key else label)
            action.setEnabled(usable)
            action.triggered.connect(lambda _=False, do=run: do())
        return menu

    # Room -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let as many frames stand side by side as have room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Let the strip become as narrow as one frame: the others then go below it."""
        return QSize(theme().px(_LEAST), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        look = theme()
        gap, room = look.px(_GAP), self.width()
        fitting = max(1, (room + gap) // (look.px(_LEAST) + gap))
        columns = min(fitting, _MOST_COLUMNS)
        width = min(look.px(_MOST), (room - gap * (columns - 1)) // columns)
        if columns != self._columns:
            self._columns = columns
            parts: tuple[QWidget, ...] = (*self.cards(), self.add)
            for place, part in enumerate(parts):
                top = Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(part, place // columns, place % columns, top)
                part.setVisible(part is not self.add or not self._reading)
        for card in self.cards():
            card.set_width(max(1, width))
        alone = bool(self._cards) and len(self._cards) % columns == 0
        self.add.set_width(max(1, width), flat=alone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrows between frames of a row."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens.TEXT))
        for number, card in enumerate(self.cards()):
            if number and number % self._columns:
                middle = card.y() + card.picture.height() / 2
                painter.drawPolygon(_arrow(card.x() - look.px(_GAP) / 2, middle, look.px(10)))
        painter.end()


def _arrow(x: float, y: float, side: float) -> QPolygonF:
    box = QRectF(x - side * 0.4, y - side / 2, side * 0.8, side)
    return QPolygonF([box.topLeft(), QPointF(box.right(), y), box.bottomLeft()])
