"""The window for the projector: one page, a picture that stands still, or black.

Owns what is on that window's surface and the keys while it has the focus. It takes no focus by
itself and holds nothing that can be pressed. Which page it shows is decided by ``Audience``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from servicedesign import tokens
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.ui.room.audience_page import AudiencePage

_GROUND = QColor(tokens.GROUND)
_FORWARD = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
_SETTLING_MS = 1000
"""How long a desktop may take to bring a window up."""
_BLACK = (Qt.Key.Key_B, Qt.Key.Key_Period)


class AudienceWindow(QWidget):
    """What the room sees.

    Signals:
        closed: it was closed by hand.
        command_asked: a key that belongs to a command of the room, by the command's id.
        turn_asked: -1 or 1: the leaf before or after.
    """

    closed = Signal()
    command_asked = Signal(str)
    turn_asked = Signal(int)

    def __init__(self, title: str) -> None:
        """Make a hidden window called ``title``."""
        super().__init__(None, Qt.WindowType.Window)
        self._page: AudiencePage | None = None
        self._still: QPixmap | None = None
        self._black = False
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._accept_focus)
        self.setMinimumSize(320, 180)
        self.resize(1280, 720)

    # What it shows ----------------------------------------------------------------------------

    def page(self) -> AudiencePage | None:
        """Return the page that is shown live, or None."""
        return self._page

    def still(self) -> QPixmap | None:
        """Return the picture that stands still, or None."""
        return self._still

    def show_page(self, page: AudiencePage | None) -> None:
        """Show ``page`` instead of what was shown; the one before is taken away for good."""
        old, self._page = self._page, page
        self._still = None
        if page is not None:
            page.setParent(self)
            page.setGeometry(self.rect())
            page.setVisible(not self._black)
            page.lower()
            self._say(page.title())
        if old is not None and old is not page:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.update()

    def show_still(self, picture: QPixmap) -> None:
        """Show a picture and nothing else; the page is taken away."""
        words = self.accessibleDescription()
        self.show_page(None)
        self._still = picture
        self._say(words)
        self.update()

    def take_picture(self) -> QPixmap:
        """Return what the room sees, or would see were it not black."""
        if self._still is not None:
            return self._still
        if self._page is None:
            empty = QPixmap(self.size())
            empty.fill(color(tokens.GROUND))
            return empty
        return self._page.grab()

    def set_black(self, black: bool) -> None:
        """Show nothing at all, or what was shown."""
        self._black = black
        if self._page is not None:
            self._page.setVisible(not black)
        self.update()

    def say_title(self) -> bool:
        """Say what the page now shows; tell whether that is another thing than before."""
        if self._page is None or self._page.title() == self.accessibleDescription():
            return False
        self._say(self._page.title())
        return True

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)

    # Where it stands --------------------------------------------------------------------------

    def fill_screen(self, screen: QScreen) -> None:
        """Fill ``screen``."""
        self._leave_full_screen()
        self._decline_focus()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        # not showFullScreen(), which takes the keys
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self.show()

    def stand_at(self, place: QRect) -> None:
        """Stand as a normal window at ``place`` (px, without its frame)."""
        self._leave_full_screen()
        self._decline_focus()
        self.unsetCursor()
        self.setGeometry(place)
        self.showNormal()

    def come_forward(self) -> None:
        """Stand over the other windows and take the keys: the facilitator asked for it."""
        self._settling.stop()
        self._accept_focus()
        self.raise_()
        self.activateWindow()

    def _decline_focus(self) -> None:
        """Take no keys while the desktop brings the window up; some give them to any new window."""
        self.winId()  # the platform's window must be there to be told
        self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)
        self._settling.start()

    def _accept_focus(self) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    # Events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the room, and those of a presenter's clicker."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F5:
            self._ask_f5(modifiers)
        elif modifiers:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.command_asked.emit("audience")
        elif key in _BLACK:
            self.command_asked.emit("audience_black")
        elif key == Qt.Key.Key_F11:
            self.command_asked.emit("audience_move")
        elif key in _FORWARD or key in _BACK:
            self.turn_asked.emit(1 if key in _FORWARD else -1)
        else:
            super().keyPressEvent(event)

    def _ask_f5(self, modifiers: Qt.KeyboardModifier) -> None:
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        names = {
            (False, False): "audience",
            (False, True): "audience_view",
            (True, False): "audience_freeze",
            (True, True): "audience_black",
        }
        self.command_asked.emit(names[control, shift])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed by hand."""
        event.accept()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page fill the window."""
        super().resizeEvent(event)
        if self._page is not None:
            self._page.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the page does not cover: black, or the picture that stands still."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        still = self._still
        if self._black or still is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black if self._black else _GROUND)
        else:
            painter.fillRect(self.rect(), _GROUND)
            size = still.deviceIndependentSize().scaled(
                self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(QPointF(), size)
            target.moveCenter(QRectF(self.rect()).center())
            painter.drawPixmap(target, still, QRectF(still.rect()))
        painter.end()
