"""The prototypes side by side, one of them current.

Owns what a tab and the menu say of a prototype. What is done to one is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from servicedesign.tools.prototype.proto_tab import ProtoTab, TabView
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.record_strip import Entry, RecordStrip, StripWords, TabWidths


class ProtoStrip(RecordStrip[ProtoTab]):
    """Tabs of prototypes, and the way to add one."""

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        words = StripWords(context.t("試作を足す"), context.t("この試作の操作"))
        super().__init__(context, ProtoTab, words, parent)

    def show_tabs(self, views: Sequence[TabView], current: str) -> None:
        """Show ``views`` in order, ``current`` as the current one; tabs are kept."""
        self._show_records(
            [view.id for view in views],
            current,
            lambda tab, place: tab.show_view(views[place]),
        )

    def _widths(self) -> TabWidths:
        usual = theme().px(ProtoTab.USUAL)
        return TabWidths(usual, usual, theme().px(ProtoTab.LEAST))

    def _entries(self, before: bool, after: bool) -> Sequence[Entry]:
        t = self._context.t
        return (
            (t("前に並べる"), "Alt+←", lambda: self._move(-1), before),
            (t("後に並べる"), "Alt+→", lambda: self._move(1), after),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(self._current), True),
        )
