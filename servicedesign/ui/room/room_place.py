"""On which screen the audience window stands, and what happens when a screen comes or goes.

Owns the moves of that window. The facilitator's window keeps the keys through all of them and is
never covered unasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from servicedesign.ui.room.screen_places import other_screen, place_beside, window_place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_window import AudienceWindow


class RoomPlace(QObject):
    """Where one audience window stands.

    Signals:
        moved: it stands on another screen, or not on a screen of its own any more.
    """

    moved = Signal()

    def __init__(self, facilitator: QWidget, context: EditorContext, parent: QObject) -> None:
        """Watch the screens for the window of ``facilitator``."""
        super().__init__(parent)
        self._facilitator = facilitator
        self._context = context
        self._window: AudienceWindow | None = None
        self._screen: QScreen | None = None
        self._watching = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self.screen_added)
            application.screenRemoved.connect(self.screen_removed)

    def fills_screen(self) -> bool:
        """Tell whether the window fills a screen of its own."""
        return self._screen is not None

    def other_screen(self) -> QScreen | None:
        """Return the screen on which the facilitator's window is not, or None."""
        return other_screen(self._facilitator)

    def settle(self, window: AudienceWindow, screen: QScreen | None) -> None:
        """Let ``window`` fill ``screen``, or stand as a window on the facilitator's own."""
        self._window, self._screen = window, screen
        if screen is not None:
            window.fill_screen(screen)
        else:
            self._stand_in_sight(window)
        self._leave_keys()

    def change(self) -> None:
        """Go to the other screen; from there, back as a window beside the facilitator's."""
        if self._window is not None:
            self.settle(self._window, None if self.fills_screen() else self.other_screen())
            self.moved.emit()

    def leave(self) -> None:
        """Hear that the window was taken away."""
        self._window = self._screen = None

    def close(self) -> None:
        """Watch no more."""
        self.leave()
        application = QGuiApplication.instance()
        watched, self._watching = self._watching, False
        if watched and isinstance(application, QGuiApplication):
            application.screenAdded.disconnect(self.screen_added)
            application.screenRemoved.disconnect(self.screen_removed)

    def screen_added(self, screen: QScreen) -> None:
        """Offer to go to a screen that appeared."""
        if self._window is None or self.fills_screen():
            return
        t = self._context.t
        self._context.shell.warn(
            t("もう1つの画面がつながりました。"), t("そこに映す"), self._go_to_other
        )

    def screen_removed(self, screen: QScreen) -> None:
        """Come back when the cable is pulled, once Qt has put its windows in order."""
        if screen is self._screen:
            self._screen = None
            QTimer.singleShot(0, self, self._come_back)

    def _stand_in_sight(self, window: AudienceWindow) -> None:
        """Stand where it is seen, or say how to see it: the window that gets the keys covers it."""
        main = self._facilitator.window()
        room = main.screen().availableGeometry()
        beside = place_beside(room, main.frameGeometry())
        window.stand_at(beside or window_place(room))
        if beside is None:
            t = self._context.t
            self._context.shell.warn(
                t("画面が1つなので、映写の窓はこの窓の後ろにあります。F5でやめます。"),
                t("手前に出す"),
                self._come_forward,
            )

    def _come_forward(self) -> None:
        """Stand over the facilitator's window with the keys, so that Esc takes it away again."""
        if self._window is not None:
            self._window.come_forward()

    def _go_to_other(self) -> None:
        if self._window is not None and not self.fills_screen():
            self.change()

    def _leave_keys(self) -> None:
        """Let the facilitator's window keep the keys, whatever the desktop does."""
        main = self._facilitator.window()
        if main.isVisible():
            main.activateWindow()

    def _come_back(self) -> None:
        """Stand beside the facilitator's window, or behind it where there is no room, and tell."""
        window = self._window
        if window is None:
            return
        main = self._facilitator.window()
        room = main.screen().availableGeometry()
        beside = place_beside(room, main.frameGeometry())
        window.stand_at(beside or window_place(room))
        if beside is None:
            window.lower()
        main.raise_()
        self._leave_keys()
        t = self._context.t
        self._context.shell.warn(
            t("映していた画面が外れました。映写の窓は、この画面に戻しました。")
            if beside is not None
            else t("映していた画面が外れました。映写の窓は、この窓の後ろに戻しました。")
        )
        self.moved.emit()
