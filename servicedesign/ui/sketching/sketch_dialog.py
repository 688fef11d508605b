"""A pad in a dialog: what is drawn is kept at once, and undone here as everywhere.

Owns the dialog and how far back undo goes: to where the dialog was opened. Where a sketch is kept
is told by two functions of the holder.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from servicedesign.model import Sketch
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.ui.dialogs.base_dialog import BaseDialog
from servicedesign.ui.sketching.sketch_edit import SketchEdit
from servicedesign.ui.sketching.sketch_pad import SketchPad
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.primary_button import PrimaryButton
from servicedesign.ui.widgets.quiet_button import QuietButton

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_WIDE, _HIGH = 1160, 700


class SketchDialog(BaseDialog):
    """Draws on one sketch of a project.

    Attributes:
        pad: where one draws.
    """

    def __init__(
        self,
        context: EditorContext,
        title: str,
        read: Callable[[], Sketch],
        write: Callable[[SketchEdit], object],
        parent: QWidget | None,
    ) -> None:
        """Draw on what ``read`` returns; each step goes to ``write``, which writes one edit.

        Args:
            context: the project, its changes and the language.
            title: of the dialog.
            read: returns the sketch as it is kept now, or an empty one.
            write: keeps what was done.
            parent: the window.
        """
        super().__init__(title, parent, width=560)
        t = context.t
        self._context = context
        self._read = read
        self._write = write
        self._back = 0
        self._forth = 0
        self._undo = self._icon_button(t("元に戻す"), "Ctrl+Z", "mdi6.undo", self.undo)
        self._redo = self._icon_button(t("やり直す"), "Ctrl+Y", "mdi6.redo", self.redo)
        self.pad = SketchPad(DrawingLibrary(), t, beside=(self._undo, self._redo))
        self.body.addWidget(self.pad, 1)
        done = PrimaryButton(t("できた"), key="Esc")
        done.clicked.connect(self.accept)
        self.add_button(done)
        redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        redo.activated.connect(self.redo)
        self.pad.set_reading(context.read_only)
        self.pad.set_sketch(read())
        self.pad.changed.connect(self._on_changed)
        context.hub.changed.connect(self._on_project)
        self._hears = True
        self._show_steps()
        self.resize(self._room(parent))
        self.pad.surface.setFocus()

    def _icon_button(
        self, label: str, key: str, icon: str, run: Callable[[], object]
    ) -> QuietButton:
        button = QuietButton(label, key=key, icon=icon)
        button.show_parts(label=False, key=False)
        button.setFixedSize(theme().px(44), theme().px(44))
        button.clicked.connect(lambda _=False: run())
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(run)
        return button

    @staticmethod
    def _room(parent: QWidget | None) -> QSize:
        """Return as much as is comfortable and the window of ``parent`` has."""
        look = theme()
        wide, high = look.px(_WIDE), look.px(_HIGH)
        if parent is not None:
            window = parent.window()
            wide = max(wide, min(round(window.width() * 0.86), wide * 2))
            high = max(high, min(round(window.height() * 0.9), high * 2))
            wide = min(wide, window.width() - look.px(24))
            high = min(high, window.height() - look.px(64))
        return QSize(wide, high)

    # Steps ------------------------------------------------------------------------------------

    def _on_changed(self, edit: SketchEdit) -> None:
        self._write(edit)
        self.pad.set_sketch(self._read())

    def _on_project(self, changes: ChangeSet) -> None:
        if changes.cause == "edit" and not changes.merged:
            self._back, self._forth = self._back + 1, 0
        elif changes.cause == "undo":
            self._back, self._forth = self._back - 1, self._forth + 1
        elif changes.cause == "redo":
            self._back, self._forth = self._back + 1, self._forth - 1
        self.pad.set_sketch(self._read())
        self._show_steps()

    def undo(self) -> None:
        """Take back the last thing that was done in this dialog."""
        self.pad.flush()
        if self._back > 0 and not self.pad.surface.busy():
            self._context.project.undo()

    def redo(self) -> None:
        """Do again what was taken back in this dialog."""
        if self._forth > 0 and not self.pad.surface.busy():
            self._context.project.redo()

    def _show_steps(self) -> None:
        t = self._context.t
        self._undo.set_usable("" if self._back > 0 else t("元に戻すことはありません"))
        self._redo.set_usable("" if self._forth > 0 else t("やり直すことはありません"))

    # Closing ----------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Keep what is typed; everything else is kept already."""
        self.pad.flush()
        if self._hears:  # a dialog can be closed twice: by its button and with its window
            self._hears = False
            self._context.hub.changed.disconnect(self._on_project)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; Enter belongs to the pad."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)
