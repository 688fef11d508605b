"""The picture of a frame, to be drawn on: a button with the keys of a frame.

Owns its look and its keys. What is done is asked for by signals.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.icons import paint_icon
from servicedesign.ui.photo_sources import is_picture, photo_paths
from servicedesign.ui.storyboard.frame_paint import FramePicture, paint_picture
from servicedesign.ui.taken_drop import take_copy
from servicedesign.ui.theme import color, plain, theme
from servicedesign.ui.widgets.pressable import Pressable

_ICON = 28


class PictureButton(Pressable):
    """Shows what a frame shows; an empty one says what can be done.

    Signals:
        step_asked: -1 or 1: go to the picture of the frame before or after.
        move_asked: -1 or 1: put this frame before or after its neighbour.
        menu_asked: the menu of this frame is wanted.
        delete_asked: this frame is to be deleted.
        copy_asked: a copy of this frame is wanted.
        offered: files or a picture that were dropped or pasted, as QMimeData.
    """

    step_asked = Signal(int)
    move_asked = Signal(int)
    menu_asked = Signal()
    delete_asked = Signal()
    copy_asked = Signal()
    offered = Signal(object)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty picture."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._shown = FramePicture()
        self._kept = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(not reading)

    def show_picture(self, shown: FramePicture, number: int) -> None:
        """Show a picture as that of frame ``number``."""
        t = self.t
        state = t("写真") if shown.is_photo else t("絵") if shown.key else t("絵はまだありません")
        self.setAccessibleName(t("コマ{number}の絵、{state}", number=number, state=state))
        hint = t("絵を描く") if not shown.is_photo else t("写真を入れ替える、絵を描く")
        self.setToolTip("" if self._reading else plain(f"{hint}  Enter"))
        if shown.key != self._shown.key:
            self._kept = QPixmap()
        self._shown = shown
        self.update()

    def is_photo(self) -> bool:
        """Tell whether a photo is shown."""
        return self._shown.is_photo

    def is_empty(self) -> bool:
        """Tell whether nothing is shown yet."""
        return not self._shown.key

    def sizeHint(self) -> QSize:
        """Return the size that the card gives it."""
        return self.size()

    # Keys, drops ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go and, with Alt, move; Delete, Ctrl+D and Ctrl+V act."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = event.key()
        if key in steps:
            (self.move_asked if alt else self.step_asked).emit(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif control and key == Qt.Key.Key_D:
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._offer(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def _offer(self, mime: QMimeData) -> None:
        if not self._reading and (photo_paths(mime) or is_picture(mime)):
            self.offered.emit(mime)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, by the right button and by the menu key."""
        self.menu_asked.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take photos."""
        if photo_paths(event.mimeData()):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the photo that is dropped."""
        take_copy(event)
        self._offer(event.mimeData())

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; it is drawn once for its size and kept as pixels."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.is_empty():
            self._paint_empty(painter, box)
            return
        ratio = self.devicePixelRatioF()
        if self._kept.isNull() or self._kept.size() != self.size() * ratio:
            self._kept = QPixmap(self.size() * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._kept)
            paint_picture(inner, self._shown, box, radius=look.px(6))
            inner.end()
        painter.drawPixmap(0, 0, self._kept)
        if self.underMouse() and not self._reading:
            painter.setPen(QPen(color(tokens.ACTION), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        painter.end()

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        look = theme()
        pointed = self.underMouse() and not self._reading
        painter.setPen(QPen(color(tokens.ACTION if pointed else tokens.EDGE), 1))
        painter.setBrush(color(tokens.TINT if pointed else tokens.GROUND))
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        if self._reading:
            painter.end()
            return
        side = look.px(_ICON)
        words = self.t("絵を描く")
        top = box.center().y() - (side + look.px(4) + look.pitch(tokens.BASE_PX)) / 2
        place = QRectF(box.center().x() - side / 2, top, side, side)
        paint_icon(painter, "mdi6.draw", place, color(tokens.ACTION))
        painter.setFont(look.font())
        painter.setPen(color(tokens.ACTION))
        line = QRectF(box.left(), place.bottom() + look.px(4), box.width(), look.pitch(14))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter.value), words)
        painter.end()
