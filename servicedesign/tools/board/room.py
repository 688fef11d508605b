"""What the room sees of the boards: the part the facilitator looks at, or a whole board.

Owns that choice, which holds for every page until it is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from servicedesign.tools.board.editor import BoardEditor
    from servicedesign.ui.room.audience_page import AudiencePage


class BoardRoom(QObject):
    """Works for one editor.

    Attributes:
        whole: whether the room sees the whole board.

    Signals:
        changed: ``whole`` changed.
    """

    changed = Signal()

    def __init__(self, editor: BoardEditor) -> None:
        """Show the room what the facilitator looks at."""
        super().__init__(editor)
        self._editor = editor
        self.whole = False

    def page(self) -> AudiencePage | None:
        """Return a new page of the board in view, or None when there is none."""
        if not self._editor.board_id:
            return None
        from servicedesign.tools.board.audience_page import BoardPage

        return BoardPage(self._editor)

    def toggle_whole(self) -> None:
        """Show the room the whole board, or again the part that is looked at."""
        self.whole = not self.whole
        t = self._editor.context.t
        words = (
            t("会場にはボード全体を映します。")
            if self.whole
            else t("会場には、見ているところを大きく映します。")
        )
        self._editor.context.shell.toast(words)
        self.changed.emit()
