"""What the room is shown: which page, live or standing still, on which screen.

Owns the state of the audience window and every way from one state to another. A page comes from an
editor or from the list of choices and holds only what its tool makes public; the window itself
never shows an editor. Must not know any tool.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesign.store.changes import joined
from servicedesign.ui.room.room_place import RoomPlace

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QScreen
    from PySide6.QtWidgets import QWidget

    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage
    from servicedesign.ui.room.audience_window import AudienceWindow

MakePage = Callable[[], "AudiencePage | None"]


class RoomState(StrEnum):
    """What the room sees, in the order of what hides what."""

    OFF = "off"
    BLACK = "black"
    FROZEN = "frozen"
    HELD = "held"
    """One page that was chosen; it lives on while the facilitator works elsewhere."""
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a window built anew takes over: see ``Audience.kept``."""

    on: bool
    black: bool
    mode: RoomState
    choice: str
    picture: QPixmap | None


class Audience(QObject):
    """The audience window of one open project.

    Signals:
        state_changed: ``state``, ``choice`` or the leaf shown changed.
    """

    state_changed = Signal()

    def __init__(self, context: EditorContext, facilitator: QWidget, in_view: MakePage) -> None:
        """Make it switched off; no window is made before one is wanted.

        Args:
            context: what pages work with.
            facilitator: a widget in the facilitator's window, which is never covered unasked.
            in_view: returns a new page of the editor in view, or None when it has none.
        """
        super().__init__(facilitator)
        self._context = context
        self._in_view = in_view
        self._window: AudienceWindow | None = None
        self._on = False
        self._black = False
        self._mode = RoomState.FOLLOWS
        self._choice = ""
        self._missed: ChangeSet | None = None
        self._place = RoomPlace(facilitator, context, self)
        self._place.moved.connect(self.state_changed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._show_in_view)
        context.hub.changed.connect(self._on_changed)

    # What it says -----------------------------------------------------------------------------

    def is_on(self) -> bool:
        """Tell whether the window is shown."""
        return self._on

    def state(self) -> RoomState:
        """Return what the room sees."""
        if not self._on:
            return RoomState.OFF
        return RoomState.BLACK if self._black else self._mode

    def mode(self) -> RoomState:
        """Return what it does apart from black and off: frozen, held or following."""
        return self._mode

    def choice(self) -> str:
        """Return the id of the choice that is held, or empty."""
        return self._choice if self._mode is RoomState.HELD else ""

    def window(self) -> AudienceWindow | None:
        """Return the window once it was made."""
        return self._window

    def page(self) -> AudiencePage | None:
        """Return the page that is shown live, or None."""
        return self._window.page() if self._window is not None else None

    def fills_screen(self) -> bool:
        """Tell whether it fills a screen of its own."""
        return self._place.fills_screen()

    def other_screen(self) -> QScreen | None:
        """Return the screen on which the facilitator's window is not, or None."""
        return self._place.other_screen()

    # What it is told --------------------------------------------------------------------------

    def toggle(self) -> None:
        """Show the window, or take it away; what it showed is remembered."""
        if self._on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Show the window, on the second screen when there is one."""
        if self._on:
            return
        self._on, self._black = True, False
        window = self._made()
        window.set_black(False)
        if self._mode is RoomState.FOLLOWS or (window.page() is None and window.still() is None):
            self._show_live()
        self._place.settle(window, self.other_screen())
        self.state_changed.emit()

    def end(self) -> None:
        """Take the window away."""
        if not self._on or self._window is None:
            return
        self._on = self._black = False
        self._place.leave()
        self._window.hide()
        if self._mode is RoomState.FOLLOWS:
            self._window.show_page(None)
        self._window.set_black(False)
        self.state_changed.emit()

    def show_view(self) -> None:
        """Show the view in use; it then stays, unless the window follows anyway.

        While the window stands still it becomes the new picture that stands still.
        """
        page = self._in_view()
        if page is None:
            self._context.shell.toast(self._context.t("この画面には、映すための表示がありません。"))
            return
        if self._mode is RoomState.FROZEN and self._window is not None:
            self._put(page)
            self._stand_still()
        elif self._mode is RoomState.HELD or not self._on:
            self._hold(page, "")
        self._black = False
        self._wake()

    def show_page(self, make: MakePage, choice: str = "") -> None:
        """Show a page until another is chosen; opens the window if needed, ends black and still.

        Nothing changes where ``make`` returns None.
        """
        page = make()
        if page is None:
            return
        self._hold(page, choice)
        self._black = False
        self._wake()

    def follow(self) -> None:
        """Show the view in use from now on."""
        self._mode, self._choice = RoomState.FOLLOWS, ""
        self._black = False
        if self._window is not None:
            self._window.set_black(False)
        if self._on:
            self._show_live()
        else:
            self.begin()
        self.state_changed.emit()

    def freeze_or_follow(self) -> None:
        """Stand still with what is seen now; when it stands still, follow again."""
        if not self._on:
            self.begin()
        if self._mode is RoomState.FROZEN:
            self.follow()
            return
        self._stand_still()
        self.state_changed.emit()

    def toggle_black(self) -> None:
        """Show black, or again what was shown."""
        if not self._on:
            return
        self._black = not self._black
        window = self._made()
        window.set_black(self._black)
        if not self._black:
            self._catch_up()
        self.state_changed.emit()

    def turn(self, step: int) -> bool:
        """Turn the page's leaf; False when there is none that way."""
        page = self.page()
        return page is not None and page.turn(step)

    def view_changed(self) -> None:
        """Hear that another view, or another thing in it, is in use."""
        if self._on and self._mode is RoomState.FOLLOWS:
            self._follow.start(0)

    def move(self) -> None:
        """Go to the other screen; from there, back as a window beside the facilitator's."""
        if not self._on:
            self.begin()
            return
        self._place.change()

    def close(self) -> None:
        """Take the window away for good: the project closes."""
        self._later.stop()
        self._follow.stop()
        self._place.close()
        window, self._window = self._window, None
        self._on = False
        if window is not None:
            window.show_page(None)
            window.hide()
            window.deleteLater()

    # Showing ----------------------------------------------------------------------------------

    def _made(self) -> AudienceWindow:
        if self._window is None:
            from servicedesign.ui.room.audience_window import AudienceWindow

            t = self._context.t
            self._window = AudienceWindow(t("映写"))
            self._window.closed.connect(self.end)
            self._window.command_asked.connect(self._context.shell.command)
            self._window.turn_asked.connect(self.turn)
        return self._window

    def _hold(self, page: AudiencePage, choice: str) -> None:
        self._mode, self._choice = RoomState.HELD, choice
        self._put(page)

    def _wake(self) -> None:
        if self._on:
            self._made().set_black(self._black)
            self.state_changed.emit()
        else:
            self.begin()

    def _show_live(self) -> None:
        """Put the page of the view in use into the window, else keep what is there."""
        page = self._in_view()
        if page is not None:
            self._put(page)
        elif self.page() is None:
            self._put_title()

    def _put_title(self) -> None:
        from servicedesign.ui.room.title_page import TitlePage

        self._put(TitlePage(self._context))

    def _show_in_view(self) -> None:
        """Follow: show what is in view, or keep the page where the view has none."""
        if self._on and self._mode is RoomState.FOLLOWS:
            page = self._in_view()
            if page is not None:
                self._put(page)

    def _show_other(self) -> None:
        """Show something else: what the page showed is gone."""
        page = self._in_view() if self._mode is RoomState.FOLLOWS else None
        if page is not None and not page.is_empty():
            self._put(page)
        else:
            self._choice = "title" if self._mode is RoomState.HELD else ""
            self._put_title()
        self.state_changed.emit()

    def _put(self, page: AudiencePage) -> None:
        """Show ``page``; where it continues what was shown, at the same leaf."""
        window = self._made()
        before = window.page()
        number = before.leaf_number() if before is not None else 0
        same = before is not None and type(before) is type(page)
        again = same and before is not None and before.title() == page.title()
        self._missed = None
        page.resize(window.size())
        if again and number:
            page.show_leaf(number)
        if page is not before:
            page.turned.connect(self.state_changed)
            window.show_page(page)

    def _stand_still(self) -> None:
        """Take the picture that is seen now: not what a key has just brought about behind it."""
        self._missed = None
        window = self._made()
        window.show_still(window.take_picture())
        self._mode, self._choice = RoomState.FROZEN, ""

    def _on_changed(self, step: ChangeSet) -> None:
        if self.page() is None:
            return
        self._missed = step if self._missed is None else joined(self._missed, step)
        self._later.start(0)

    def _catch_up(self) -> None:
        missed, self._missed = self._missed, None
        page = self.page()
        if missed is not None and page is not None:
            page.refresh(missed)
            if page.is_empty():
                self._show_other()
            elif self._made().say_title():
                self.state_changed.emit()

    # A window built anew ----------------------------------------------------------------------

    def kept(self) -> Kept:
        """Return what a window built anew after a change of language or size takes over."""
        window = self._window
        mode, picture = self._mode, None
        if window is not None and self._on and not (mode is RoomState.FOLLOWS or self._choice):
            mode, picture = RoomState.FROZEN, window.take_picture()
        return Kept(self._on, self._black, mode, self._choice, picture)

    def resume(self, kept: Kept, page: AudiencePage | None) -> None:
        """Go on where the window before this one was; ``page`` is what it held, made anew."""
        self._mode, self._choice = kept.mode, kept.choice
        if self._mode is RoomState.HELD and page is not None:
            self._put(page)
        elif self._mode is RoomState.FROZEN and kept.picture is not None:
            self._made().show_still(kept.picture)
        if kept.on:
            self.begin()
        if kept.on and kept.black:
            self.toggle_black()
