"""The title card of a cluster, written where it stands.

Owns which one is being written and the place of its field over the canvas. What becomes of the
words is the holder's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from servicedesign.ui.canvas.order import find_stop
from servicedesign.ui.canvas.title_field import TitleField
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.typing_edit import INSET

if TYPE_CHECKING:
    from servicedesign.ui.canvas.canvas_view import CanvasView

_LEAST: Final = 240
_MOST: Final = 560
"""Narrowest and widest field in px at 100 %."""


class WrittenTitle(QObject):
    """The title that is being written on one canvas.

    Attributes:
        field: where it is typed.

    Signals:
        written: a title was committed: ``(cluster id, words)``.
        ended: nothing is written any more; the cluster's id.
    """

    written = Signal(str, str)
    ended = Signal(str)

    def __init__(self, view: CanvasView, name: str, placeholder: str) -> None:
        """Write on ``view``."""
        super().__init__(view)
        self._view = view
        self._cluster = ""
        self.field = TitleField(name, placeholder, view.viewport())
        self.field.committed.connect(self._on_committed)
        self.field.done.connect(self.end)
        self.field.escaped.connect(self.end)
        self.field.installEventFilter(self)
        view.moved.connect(self._place)

    def cluster_id(self) -> str:
        """Return the cluster whose title is being written, or empty."""
        return self._cluster

    def begin(self, cluster_id: str, title: str) -> None:
        """Write the title of a cluster; all of it is marked, so that typing writes anew."""
        stop = find_stop(self._view.contents, cluster_id)
        if stop is None:
            return
        self.end()
        self._cluster = cluster_id
        self._view.reveal_rect(stop.rect())
        self.field.set_text(title)
        self._place()
        self.field.show()
        self.field.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def follow(self, title: str) -> None:
        """Show the title as it now is; what is typed is left alone."""
        self.field.set_text(title)
        self._place()

    def end(self) -> None:
        """Leave the field; what is typed is committed."""
        if not self._cluster:
            return
        self.field.flush()
        cluster_id, self._cluster = self._cluster, ""
        focused = self.field.hasFocus()
        self.field.hide()
        self.field.set_text("")
        if focused:
            self._view.setFocus()
        self.ended.emit(cluster_id)

    def drop(self) -> None:
        """Leave the field without a commit: the cluster is gone."""
        self._cluster = ""
        self.field.hide()

    def _on_committed(self, words: str) -> None:
        if self._cluster:
            self.written.emit(self._cluster, words)

    def _place(self) -> None:
        stop = find_stop(self._view.contents, self._cluster)
        if stop is None:
            return
        look = theme()
        head = self._view.rect_to_view(stop.rect())
        inset = 16.0 * min(self._view.scale_now(), 1.0) - look.px(INSET)
        width = round(max(look.px(_LEAST), min(look.px(_MOST), head.width() - 2 * inset)))
        height = look.px(40)
        seen = min(head.height(), 44 * self._view.scale_now())
        room = self._view.viewport().rect()
        left = max(4, min(round(head.left() + inset), room.width() - width - 4))
        top = max(4, min(round(head.top() + seen / 2 - height / 2), room.height() - height - 4))
        self.field.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End when the focus goes elsewhere for good."""
        if event.type() == QEvent.Type.FocusOut and self._cluster:
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in kept:  # type: ignore[attr-defined]
                self.end()
        return False
