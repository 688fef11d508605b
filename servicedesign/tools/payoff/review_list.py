"""The ideas to be held against the persona, in the order in which one goes about them.

Owns the list and its keys; what is asked for goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from servicedesign.i18n import Translator
from servicedesign.model import Outcome
from servicedesign.tools.payoff.items import RatedIdea
from servicedesign.tools.payoff.quadrants import NAMES, Quadrant
from servicedesign.tools.payoff.review_delegate import LINE, ReviewDelegate, ReviewLine
from servicedesign.tools.payoff.words import fit_word
from servicedesign.ui.focus_ring import NO_RING

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
_ANSWERS = {
    Qt.Key.Key_1: Outcome.DONE,
    Qt.Key.Key_2: Outcome.PARTLY,
    Qt.Key.Key_3: Outcome.FAILED,
}


class ReviewList(QListWidget):
    """One row for each idea.

    Signals:
        chosen: the id of the item to show.
        enter_asked: go to its page.
        answered: an item and an answer for what the persona does.
    """

    chosen = Signal(str)
    enter_asked = Signal()
    answered = Signal(str, object)

    def __init__(self, t: Translator, *, reading: bool, parent: QWidget | None = None) -> None:
        """Make an empty list, ``reading`` in a project that is only read."""
        super().__init__(parent)
        self.t = t
        self._reading = reading
        self.setAccessibleName(t("照らす案"))
        self.setAccessibleDescription(t("1〜3で行動に合うかを答え、Enter でくわしく書きます。"))
        self.setItemDelegate(ReviewDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty(NO_RING, True)
        self.currentRowChanged.connect(self._on_row)

    def show_ideas(self, ideas: Sequence[RatedIdea], current: str, *, hidden: bool) -> None:
        """Show ``ideas``; rows that stay the same are left alone."""
        blocked = self.blockSignals(True)
        while self.count() > len(ideas):
            self.takeItem(self.count() - 1)
        while self.count() < len(ideas):
            self.addItem(QListWidgetItem())
        for row, one in enumerate(ideas):
            self._fill(self.item(row), one, hidden=hidden)
        ids = self.ids()
        self.setCurrentRow(ids.index(current) if current in ids else -1)
        self.blockSignals(blocked)

    def _fill(self, item: QListWidgetItem, one: RatedIdea, *, hidden: bool) -> None:
        t, known = self.t, one.placed and not hidden
        line = ReviewLine(
            one.id,
            one.mark,
            one.title or t("（まだ言葉がありません）"),
            one.colour,
            t(NAMES[one.quadrant]) if known else t("点はまだ"),
            known and one.quadrant is Quadrant.NOW,
            one.item.fits_action,
            one.item.fits_thought,
        )
        if item.data(LINE) == line:
            return
        item.setData(LINE, line)
        said = [one.mark, line.title[:120], line.field]
        for name, answer in ((t("行動"), line.action), (t("思考"), line.thought)):
            said.append(f"{name} {fit_word(answer, t)}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, "、".join(said))

    def ids(self) -> list[str]:
        """Return the ids of the items in order."""
        lines = (self.item(row).data(LINE) for row in range(self.count()))
        return [line.item_id for line in lines if line is not None]

    def current_id(self) -> str:
        """Return the id of the item pointed at, or empty."""
        row = self.currentRow()
        return self.ids()[row] if row >= 0 else ""

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.ids()[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Enter goes to the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        current = self.current_id()
        if current and plain and event.key() in _ENTER:
            self.enter_asked.emit()
        elif current and plain and event.key() in _ANSWERS:
            if not self._reading:
                self.answered.emit(current, _ANSWERS[Qt.Key(event.key())])
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
