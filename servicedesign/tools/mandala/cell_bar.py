"""Under the cells: how much is in view, what the keys do, what can be done with the cell in use.

Owns the arrangement. What is asked for is told by signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.ui.theme import theme
from servicedesign.ui.widgets.choice_switch import Choice, ChoiceSwitch
from servicedesign.ui.widgets.quiet_button import QuietButton
from servicedesign.ui.widgets.secondary_button import SecondaryButton
from servicedesign.ui.widgets.text_label import TextLabel

WHOLE, BLOCK = "whole", "block"


class _Hints(TextLabel):
    """As many of some short hints as there is room for, the first ones first."""

    def __init__(self, hints: Sequence[str]) -> None:
        super().__init__(tone=tokens.SECOND_TEXT)
        self._hints = hints
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = len(self._hints)
        while count and self.fontMetrics().horizontalAdvance(self._joined(count)) > self.width():
            count -= 1
        if self.text() != self._joined(count):
            self.setText(self._joined(count))

    def _joined(self, count: int) -> str:
        return "　".join(self._hints[:count])


class CellBar(QWidget):
    """The bar.

    Attributes:
        send: the button that sends the cell in use to a board, or goes to its note.

    Signals:
        view_chosen: ``whole`` or ``block``.
        open_asked: the eight of the cell in use are wanted.
        close_asked: the word from which they come is wanted.
        send_asked: the cell in use is to become a note, or its note is wanted.
    """

    view_chosen = Signal(str)
    open_asked = Signal()
    close_asked = Signal()
    send_asked = Signal()

    def __init__(self, t: Translator) -> None:
        """Make the bar in the language of ``t``."""
        super().__init__()
        look = theme()
        self.t = t
        self._switch = ChoiceSwitch(
            t("見る範囲"),
            [Choice(WHOLE, t("全体 9×9")), Choice(BLOCK, t("一つ 3×3"))],
            value=WHOLE,
        )
        self._hints = _Hints(
            (t("Enter 次へ"), t("Tab ひと回り"), t("F2 書き直す"), t("Ctrl+Enter 改行"))
        )
        self._open = QuietButton(t("この8つを開く"), key="Ctrl+↓", icon="mdi6.arrow-expand")
        self._close = QuietButton(t("もどる"), key="Ctrl+↑", icon="mdi6.arrow-collapse")
        self.send = SecondaryButton(
            t("ボードへ送る"), key="Ctrl+Shift+B", icon="mdi6.note-plus-outline"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(10))
        row.setSpacing(look.px(12))
        row.addWidget(self._switch)
        row.addWidget(self._hints, 1)
        row.addWidget(self._close)
        row.addWidget(self._open)
        row.addWidget(self.send)
        self._switch.chosen.connect(self.view_chosen)
        self._open.clicked.connect(self.open_asked)
        self._close.clicked.connect(self.close_asked)
        self.send.clicked.connect(self.send_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window leave out the keys, then the labels but that of the last button."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the icons stand side by side."""
        return QSize(theme().px(320), super().minimumSizeHint().height())

    def _fit(self) -> None:
        ways = (self._close, self._open)
        gaps = 4 * theme().px(12) + 2 * theme().px(16)
        for labels, keys in ((True, True), (True, False), (False, False)):
            for way in ways:
                way.show_parts(label=labels, key=keys)
            self.send.show_parts(label=True, key=keys)
            parts = (self._switch, *ways, self.send)
            if sum(part.sizeHint().width() for part in parts) + gaps <= self.width():
                return

    def show_view(self, *, whole: bool) -> None:
        """Show how much is in view."""
        self._switch.set_value(WHOLE if whole else BLOCK)

    def show_ways(self, *, opens: str, closes: str) -> None:
        """Say why the cell in use does not open or close; empty where it does."""
        self._open.set_usable(opens)
        self._close.set_usable(closes)

    def show_note(self, number: int, why_not: str) -> None:
        """Offer to send the cell, or to go to the note with ``number`` that was made of it."""
        t = self.t
        if number:
            self.send.set_label(t("付箋{number}を見る", number=number))
            self.send.set_icon("mdi6.arrow-right")
        else:
            self.send.set_label(t("ボードへ送る"))
            self.send.set_icon("mdi6.note-plus-outline")
        self.send.set_usable("" if number else why_not)
        self._fit()
