"""The whole board in small, and the zoom.

Owns the picture of all notes, kept until they change, the frame of what is in view and the buttons
of the zoom.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.canvas.canvas_view import CanvasView
from servicedesign.ui.canvas.note_painter import ground
from servicedesign.ui.theme import color, theme
from servicedesign.ui.widgets.floating_bar import FloatingBar
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.section_rule import SectionRule

_PAUSE_MS: Final = 120
"""The picture is made anew so long after a change, so that dragging and typing do not wait."""


class SmallBoard(QWidget):
    """All notes as dots of colour; a press looks there.

    Signals:
        pointed: a place of the board to look at.
    """

    pointed = Signal(QPointF)

    def __init__(self, view: CanvasView, name: str) -> None:
        """Show what lies on ``view``."""
        super().__init__()
        self._view = view
        self._picture: QPixmap | None = None
        self._bounds = QRectF()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(86))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE_MS)
        self._late.timeout.connect(self._forget)
        view.contents.changed.connect(lambda *_: self._late.start())
        view.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the picture in the corner."""
        return QSize(theme().px(168), theme().px(86))

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _factor(self) -> float:
        across = self.width() / max(self._bounds.width(), 1)
        return min(across, self.height() / max(self._bounds.height(), 1))

    def _corner(self) -> QPointF:
        factor = self._factor()
        return QPointF(
            (self.width() - self._bounds.width() * factor) / 2,
            (self.height() - self._bounds.height() * factor) / 2,
        )

    def _paint_all(self) -> QPixmap:
        self._bounds = self._view.contents.bounds()
        around = max(self._bounds.width(), self._bounds.height()) * 0.04 + 40
        self._bounds = self._bounds.adjusted(-around, -around, around, around)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        factor, corner = self._factor(), self._corner()
        painter.translate(corner)

        def small(x: float, y: float, width: float, height: float) -> QRect:
            return QRect(
                round((x - self._bounds.x()) * factor),
                round((y - self._bounds.y()) * factor),
                max(1, round(width * factor)),
                max(1, round(height * factor)),
            )

        painter.setPen(QPen(color(tokens.HAIRLINE), 1))
        painter.setBrush(color(tokens.GROUND))
        sheets = [small(c.x, c.y, c.width, c.height) for c in self._view.contents.clusters()]
        painter.drawRects(sheets)
        painter.setPen(Qt.PenStyle.NoPen)
        by_colour: dict[str, list[QRect]] = {}
        for entry in self._view.contents.entries():
            box = small(entry.left, entry.top, entry.right - entry.left, entry.bottom - entry.top)
            by_colour.setdefault(entry.look.colour, []).append(box)
        for colour, boxes in by_colour.items():
            painter.setBrush(ground(colour).darker(112))
            painter.drawRects(boxes)
        painter.end()
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board and the frame of what is in view."""
        if self._picture is None or self._picture.deviceIndependentSize() != self.size().toSizeF():
            self._picture = self._paint_all()
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens.TABLE_GROUND))
        painter.drawPixmap(0, 0, self._picture)
        seen, factor, corner = self._view.seen(), self._factor(), self._corner()
        frame = QRectF(
            corner.x() + (seen.x() - self._bounds.x()) * factor,
            corner.y() + (seen.y() - self._bounds.y()) * factor,
            seen.width() * factor,
            seen.height() * factor,
        )
        frame = frame.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(color(tokens.ACTION), 2))
        painter.drawRect(frame)
        painter.end()

    def _point(self, event: QMouseEvent) -> None:
        away = event.position() - self._corner()
        self.pointed.emit(self._bounds.topLeft() + away / self._factor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the place under the pointer."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._point(event)


class Minimap(FloatingBar):
    """The small board over the buttons of the zoom."""

    def __init__(self, view: CanvasView, t: Translator, parent: QWidget) -> None:
        """Show and steer ``view``."""
        super().__init__(t("全体図と表示の大きさ"), parent)
        look = theme()
        self._view = view
        self._board = SmallBoard(view, t("全体図"))
        self._board.pointed.connect(view.centre)
        less = self._button(t("小さく"), "mdi6.minus", "Ctrl+−")
        more = self._button(t("大きく"), "mdi6.plus", "Ctrl++")
        whole = self._button(t("全体を表示"), "mdi6.fit-to-screen-outline", "Ctrl+9")
        self._now = QuietButton("100%")
        self._now.setMinimumWidth(look.px(60))
        less.clicked.connect(lambda: view.zoom_step(-1))
        more.clicked.connect(lambda: view.zoom_step(1))
        whole.clicked.connect(lambda: view.fit(view.contents.bounds()))
        self._now.clicked.connect(lambda: view.zoom_to(1.0))
        self._full = t("100 %で表示")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (less, self._now, more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(whole)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(self._board)
        self._rule = SectionRule()
        column.addWidget(self._rule)
        column.addLayout(buttons)
        self.row.addLayout(column)
        view.zoomed.connect(self._tell)
        self._tell()

    @staticmethod
    def _button(label: str, icon: str, key: str) -> QuietButton:
        button = QuietButton(label, icon=icon, key=key)
        button.show_parts(label=False, key=False)
        return button

    def show_board(self, shown: bool) -> None:
        """Show the small board, or the zoom alone."""
        self._board.setVisible(shown)
        self._rule.setVisible(shown)
        self.adjustSize()

    def board_shown(self) -> bool:
        """Tell whether the small board is shown."""
        return not self._board.isHidden()

    def _tell(self) -> None:
        percent = f"{round(self._view.scale_now() * 100)}%"
        self._now.set_label(percent)
        self._now.setAccessibleName(f"{self._full} {percent}")
