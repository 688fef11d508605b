"""Where a deep-dive comes from: its idea, the votes for it, the ideas joined to it, its grounds.

Owns the chips; what is asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.action_chip import ActionChip
from servicedesign.ui.widgets.flow_layout import FlowLayout
from servicedesign.ui.widgets.source_chip import SourceChip
from servicedesign.ui.widgets.text_label import TextLabel
from servicedesign.ui.widgets.typing_edit import INSET


@dataclass(frozen=True, slots=True)
class OriginView:
    """What the line shows.

    Attributes:
        idea: id, kind and words of the idea, or None.
        votes: how the vote ended, in words; empty when there was none.
        joined: id, kind and words of each idea joined to it.
        grounds: id, kind and words of what it rests on besides.
    """

    idea: tuple[str, str, str] | None = None
    votes: str = ""
    joined: tuple[tuple[str, str, str], ...] = ()
    grounds: tuple[tuple[str, str, str], ...] = ()


class OriginLine(QWidget):
    """Chips that wrap.

    Signals:
        opened: kind and id of a record to go to.
        join_asked: ideas to join are to be chosen.
        link_asked: evidence is to be chosen.
    """

    opened = Signal(str, str)
    join_asked = Signal()
    link_asked = Signal()

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty line, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self._shown: OriginView | None = None
        self._made: list[QWidget] = []
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(INSET), look.px(8), look.px(INSET), look.px(8))
        self._flow = FlowLayout(gap=6)
        column.addLayout(self._flow)

    def show_origin(self, view: OriginView) -> None:
        """Show ``view``; the same one again changes nothing."""
        if view == self._shown:
            return
        self._shown = view
        held = next((n for n, one in enumerate(self._made) if one.hasFocus()), -1)
        self._flow.clear()
        self._made = []
        self._show_sources(view)
        if not self._reading:
            t = self.t
            self._action(t("案を合わせる…"), "mdi6.note-plus-outline", self.join_asked.emit)
            link = t("根拠をつなぐ") + " Ctrl+K"
            self._action(link, "mdi6.link-plus", self.link_asked.emit)
        self._sort_stops()
        if 0 <= held < len(self._made):
            self._made[held].setFocus()
        self.updateGeometry()

    def _show_sources(self, view: OriginView) -> None:
        if view.idea is not None:
            self._chip(view.idea, "mdi6.note-outline")
        if view.votes:
            self._label(view.votes)
        if view.joined:
            self._label(self.t("合わせて考える案"))
        for joined in view.joined:
            self._chip(joined, "mdi6.note-plus-outline")
        for ground in view.grounds:
            self._chip(ground, "mdi6.format-quote-close")

    def chips(self) -> tuple[QWidget, ...]:
        """Return what can be pressed, in order."""
        return tuple(self._made)

    def _chip(self, shown: tuple[str, str, str], icon: str) -> None:
        record_id, kind, words = shown
        chip = SourceChip(words, icon=icon, max_width=320)
        chip.clicked.connect(lambda: self.opened.emit(kind, record_id))
        self._put(chip)

    def _action(self, label: str, icon: str, run: Callable[[], object]) -> None:
        chip = ActionChip(label, icon=icon, max_width=320)
        chip.clicked.connect(lambda _=False: run())
        self._put(chip)

    def _put(self, chip: QWidget) -> None:
        self._flow.addWidget(chip)
        chip.show()
        self._made.append(chip)

    def _label(self, words: str) -> None:
        label = TextLabel(words, tone=tokens.SECOND_TEXT)
        label.setFixedHeight(theme().px(32))
        self._flow.addWidget(label)
        label.show()

    def _sort_stops(self) -> None:
        for before, after in zip(self._made, self._made[1:], strict=False):
            QWidget.setTabOrder(before, after)
