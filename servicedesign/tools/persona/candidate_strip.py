"""The candidates side by side, one of them current.

Owns what a tab and the menu say of a candidate. What is done to one is asked for by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesign.model import Persona
from servicedesign.paper.drawings import DrawingLibrary
from servicedesign.tools.persona.candidate_tab import CandidateTab
from servicedesign.ui.context import EditorContext
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.record_strip import Entry, RecordStrip, StripWords, TabWidths


class CandidateStrip(RecordStrip[CandidateTab]):
    """Tabs with faces, and the way to add one.

    Signals:
        copy_asked: the id of a candidate to copy.
        narrow_asked: the current candidate is to be the one, or no longer.
    """

    copy_asked = Signal(str)
    narrow_asked = Signal()

    def __init__(
        self, context: EditorContext, library: DrawingLibrary, parent: QWidget | None = None
    ) -> None:
        """Make an empty strip."""
        t = context.t
        words = StripWords(
            t("候補を足す"), t("この候補の操作"), t("前の候補を見る"), t("次の候補を見る")
        )
        super().__init__(context, CandidateTab, words, parent)
        self._library = library
        self._current_chosen = False

    def show_candidates(self, personas: Sequence[Persona], current: str) -> None:
        """Show ``personas`` in order, ``current`` as the current one; tabs are kept."""
        project, library = self._context.project, self._library
        self._current_chosen = any(one.chosen for one in personas if one.id == current)
        self._show_records(
            [persona.id for persona in personas],
            current,
            lambda tab, place: tab.show_persona(project, personas[place], library),
        )

    def _new_tab(self) -> CandidateTab:
        tab = super()._new_tab()
        if not self._context.read_only:
            tab.copy_asked.connect(lambda: self.copy_asked.emit(self._id_of(tab)))
        return tab

    def _widths(self) -> TabWidths:
        full = CandidateTab.least_width(self._context.t)
        most = max(full, theme().px(CandidateTab.USUAL))
        return TabWidths(most, full, theme().px(CandidateTab.LEAST))

    def _entries(self, before: bool, after: bool) -> Sequence[Entry]:
        t = self._context.t
        narrow = t("絞り込みを戻す") if self._current_chosen else t("この人に絞る…")
        return (
            (narrow, "", self.narrow_asked.emit, True),
            (t("写しを作る"), "Ctrl+D", lambda: self.copy_asked.emit(self._current), True),
            (t("左へ動かす"), "Alt+←", lambda: self._move(-1), before),
            (t("右へ動かす"), "Alt+→", lambda: self._move(1), after),
            (t("消す"), "Delete", lambda: self.delete_asked.emit(self._current), True),
        )
