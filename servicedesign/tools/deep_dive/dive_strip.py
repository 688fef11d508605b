"""The deep-dives side by side in the order of presentation, one of them current.

Owns what a tab and the menu say of a deep-dive. What is done to one is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.tools.deep_dive.dive_tab import DiveTab, TabView
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.record_strip import Entry, RecordStrip, StripWords, TabWidths


class DiveStrip(RecordStrip[DiveTab]):
    """Tabs in the order of presentation, and the way to add one.

    Signals:
        deal_asked: all deep-dives are to be shared out among the groups.
    """

    deal_asked = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        words = StripWords(context.t("深掘りを足す"), context.t("この深掘りの操作"))
        super().__init__(context, DiveTab, words, parent)

    def show_dives(self, views: Sequence[TabView], current: str) -> None:
        """Show ``views`` in order, ``current`` as the current one; tabs are kept."""
        self._show_records(
            [view.id for view in views],
            current,
            lambda tab, place: tab.show_dive(views[place], place + 1),
        )

    def _widths(self) -> TabWidths:
        usual = theme().px(DiveTab.USUAL)
        return TabWidths(usual, usual, theme().px(DiveTab.LEAST))

    def _entries(self, before: bool, after: bool) -> Sequence[Entry]:
        t = self._context.t
        return (
            (t("先に発表する"), "Alt+←", lambda: self._move(-1), before),
            (t("後に発表する"), "Alt+→", lambda: self._move(1), after),
            (t("すべてを班に割りふり直す"), "", self.deal_asked.emit, True),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(self._current), True),
        )
