"""The base of every tool's editor.

Owns what the shell asks of an editor. Must not know any tool.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.ui.widgets.typing_field import typing_fields

if TYPE_CHECKING:
    from servicedesign.model import Record
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.room.audience_page import AudiencePage


BODY_LEAST = 480
"""Width of a body in px at 100 % that the preview leaves to most editors."""


@dataclass(frozen=True, slots=True)
class HeadAction:
    """A button in the view head.

    Attributes:
        label: what it says, in the reader's language.
        run: what it does.
        primary: whether it is the view's one primary button (the method's next step).
        icon: an ``mdi6.`` name, or empty.
        key: its key as shown, such as ``Ctrl+K``, or empty.
        leads_on: whether an arrow follows the label.
        disabled_because: why it cannot be used now (its tooltip), or empty when it can.
        menu: entries that open below it instead; the button is then quiet and ``run`` unused.
        ticked: whether it is marked as the current one among the entries of a menu.
    """

    label: str
    run: Callable[[], object]
    primary: bool = False
    icon: str = ""
    key: str = ""
    leads_on: bool = False
    disabled_because: str = ""
    menu: tuple[HeadAction, ...] = ()
    ticked: bool = False


class Editor(QWidget):
    """One tool on screen. The widget itself is the body; the shell draws the head around it.

    Signals:
        target_changed: another record is in view; the preview must follow.
        head_changed: ``head_actions``, ``heading``, ``summary`` or ``strip`` must be asked again.
        audience_changed: ``audience_page`` would now show something else.
    """

    target_changed = Signal()
    head_changed = Signal()
    audience_changed = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Bind the context; a subclass builds its widgets and calls ``refresh(None)`` itself."""
        super().__init__(parent)
        self.context = context

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the project as it now is: the rows of ``changes`` only, or all when None."""
        raise NotImplementedError

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Bring a record into view and the focus to ``field``; False when it is not shown here."""
        return False

    def flush(self) -> None:
        """Commit everything typed, an unfinished conversion included."""
        for field in typing_fields(self):
            field.flush()

    def sheet_target(self) -> tuple[str, str | None]:
        """Return the sheet that prints what is in view, and the record it is limited to."""
        raise NotImplementedError

    def record_in_view(self) -> Record | None:
        """Return the record that 「なぜ」 is asked about: what it rests on, and what came of it.

        The nearest to where one works: the card chosen on a map, not the map. None when nothing
        is chosen; the command then says so.
        """
        return None

    def audience_page(self) -> AudiencePage | None:
        """Return a new page that shows the room what is in view, or None where nothing suits.

        Large, without controls, and with nothing that is hidden: no running votes, no names of who
        wrote what. While the audience window follows, it is asked for again after
        ``target_changed`` and ``audience_changed``; steps reach the page by its ``refresh``.
        """
        return None

    def heading(self) -> str:
        """Return the title of the view; empty for the tool's own."""
        return ""

    def summary(self) -> str:
        """Return the line beside the title; empty for the tool's own summary."""
        return ""

    def head_actions(self) -> Sequence[HeadAction]:
        """Return the buttons of the view head, left to right; at most one is primary, the last."""
        return ()

    def strip(self) -> QWidget | None:
        """Return a widget that lies under the head across the preview too, or None."""
        return None

    def entrance(self) -> QWidget | None:
        """Return what takes the focus when this view opens, where keys work at once.

        None leaves the focus with the view, and Tab goes to the first control.
        """
        return None

    def body_margins(self) -> tuple[int, int]:
        """Return the left and right margin the shell leaves beside the body, in px at 100 %."""
        return 32, 12

    def body_least(self) -> int:
        """Return the width (px at 100 %) under which the body takes the preview's room too."""
        return BODY_LEAST

    def foot(self) -> int:
        """Return how high what stands at the foot of the body is, in px at 100 %.

        A message at the bottom of the view stands above it.
        """
        return 0

    def at_rest(self) -> bool:
        """Tell whether everything is painted as it stays while nothing is done."""
        return True

    def in_head(self) -> QWidget | None:
        """Return a widget that stands beside the title instead of the summary, or None."""
        return None

    def stop(self) -> None:
        """Let what works beside the window come to its end: the window is about to go."""

    def wants_width(self) -> bool:
        """Tell whether the navigator folds for this editor in a window under 1600 px."""
        return False

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this editor does for commands of ``ui/commands.py`` marked ``editor``.

        For example ``{"turn_mark": self.turn_mark, "link": self.link, "more": self.add}``. While
        this editor is in view the shell binds their keys and lists them in the menu and under F1.
        A command of the shell that is named here too, such as ``zoom_in``, is this editor's while
        it is in view.
        """
        return {}

    def everywhere(self) -> Mapping[str, Callable[[], object]]:
        """Return what this editor does for commands that are given in whatever view one is.

        ``Workspace.give`` asks for them; the editor may be hidden and stays so unless it asks the
        shell to show it.
        """
        return {}
