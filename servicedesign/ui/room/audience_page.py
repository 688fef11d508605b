"""The base of what is shown to the room.

Owns the scale, the leaves of what does not fit at once, and their painting. A page holds nothing
that can be pressed and is given only what its tool makes public: no votes before the reveal, no
names of who wrote what. Must not know any tool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesign import tokens
from servicedesign.ui.room.audience_part import AudiencePart
from servicedesign.ui.room.leaf import FOOT, LEAST, LINES, Leaf, type_of
from servicedesign.ui.room.timer_foot import TimerFoot
from servicedesign.ui.theme import color

if TYPE_CHECKING:
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

NARROWEST = 1440
"""Fewest units across (4:3): a window narrower than that is scaled by its width."""


class Leaves:
    """Where a page puts what it composes.

    Attributes:
        width: of each leaf, in units.
        height: of each leaf, in units.
        made: the leaves begun so far.
    """

    def __init__(self, width: float, height: float) -> None:
        """Begin with none."""
        self.width = width
        self.height = height
        self.made: list[Leaf] = []

    def add(self) -> Leaf:
        """Begin another leaf and return it."""
        self.made.append(Leaf(self.width, self.height))
        return self.made[-1]


class AudiencePage(QWidget):
    """One thing shown to the room, large. A subclass says its ``title`` and composes its leaves.

    Signals:
        turned: another leaf is shown, or there are more or fewer.
    """

    turned = Signal()

    def __init__(self, context: EditorContext, parent: QWidget | None = None) -> None:
        """Make the page; it is composed when it is first painted, at the size it then has."""
        super().__init__(parent)
        self.context = context
        self._page_leaves: list[Leaf] | None = None
        self._page_at = 0
        self._page_told = (0, 1)
        self._page_size = QSize()
        self._page_empty = False
        self._page_foot = self._make_foot()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.resize(1280, 720)

    # What a subclass says ---------------------------------------------------------------------

    def title(self) -> str:
        """Return what is shown, in a few words, for the facilitator and for screen readers."""
        raise NotImplementedError

    def compose(self, leaves: Leaves) -> None:
        """Begin leaves with ``leaves.add()`` and set on them what the room may see.

        Called again whenever size or content changed.
        """
        raise NotImplementedError

    def shows_timer(self) -> bool:
        """Tell whether the page shows the timer itself; else it stands below while it runs."""
        return False

    def wants_large_timer(self) -> bool:
        """Tell whether the timer that stands below is large: the page is what one works on."""
        return False

    def numbers_leaves(self) -> bool:
        """Tell whether each of several leaves says which one it is, at the lower right."""
        return True

    # What the window asks ---------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what is true now; ``changes`` is the step that was taken, None for anything."""
        self.recompose()

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show any more: the page composed no leaf."""
        self.leaves()
        return self._page_empty

    def turn(self, step: int) -> bool:
        """Show the next leaf (1) or the one before (-1); False where there is none."""
        target = self._page_at + step
        if not 0 <= target < len(self.leaves()):
            return False
        self._page_at = target
        self._tell_turned()
        self.update()
        return True

    def leaf_number(self) -> int:
        """Return which leaf is shown, from 0."""
        return min(self._page_at, len(self.leaves()) - 1)

    def leaf_count(self) -> int:
        """Return how many leaves there are."""
        return len(self.leaves())

    def show_leaf(self, number: int) -> None:
        """Show a leaf by its number from 0, or the last one."""
        self.turn(min(number, self.leaf_count() - 1) - self.leaf_number())

    def texts(self) -> list[tuple[str, float]]:
        """Return every text now shown with the size of its type in px of this window."""
        unit = self.unit()
        own = [(text, size * unit) for text, size in self.leaf().texts()]
        parts = [one for part in self._moving_parts() for one in part.texts()]
        return own + parts

    # Scale ------------------------------------------------------------------------------------

    def unit(self) -> float:
        """Return how many px one unit is: 1 in a window of 1080 lines."""
        return max(0.05, min(self.height() / LINES, self.width() / NARROWEST))

    def px(self, length: float) -> int:
        """Return ``length`` px at 1080 lines in px of this window."""
        return max(1, round(length * self.unit())) if length else 0

    def font(self, size: float = LEAST, *, bold: bool = False) -> QFont:
        """Return the font at ``size`` px at 1080 lines, never under 48, for this window."""
        return type_of(max(size, LEAST) * self.unit(), bold=bold)

    def room(self) -> QRect:
        """Return what the page may fill, in px: all of it, but for the timer that stands below."""
        return QRect(0, 0, self.width(), self.height() - self._room_below())

    def _make_foot(self) -> TimerFoot | None:
        if self.shows_timer():
            return None
        timer, large = self.context.shell.timer(), self.wants_large_timer()
        foot = TimerFoot(timer, self.context.t, self, large=large)
        foot.appeared.connect(self.recompose)
        return foot

    # Leaves -----------------------------------------------------------------------------------

    def recompose(self) -> None:
        """Compose the leaves anew at the next painting."""
        self._page_leaves = None
        self.update()

    def leaves(self) -> list[Leaf]:
        """Return the leaves, composed when they are not."""
        if self._page_leaves is None or self._page_size != self.size():
            self._page_size = self.size()
            unit = self.unit()
            if self._page_foot is not None:
                self._page_foot.fit(self.width(), self.height(), unit)
            book = Leaves(self.width() / unit, self.room().height() / unit)
            self.compose(book)
            self._page_empty = not book.made
            if self._page_empty:
                book.add()
            self._page_leaves = book.made
            self._number_leaves(book.made)
            self._page_at = min(self._page_at, len(book.made) - 1)
            self._tell_turned()
        return self._page_leaves

    def leaf(self) -> Leaf:
        """Return the leaf that is shown."""
        return self.leaves()[self.leaf_number()]

    def _number_leaves(self, leaves: list[Leaf]) -> None:
        """Say on each of several leaves which one it is."""
        if len(leaves) < 2 or not self.numbers_leaves():
            return
        for number, leaf in enumerate(leaves, 1):
            words = f"{number} / {len(leaves)}"
            top = leaf.height - FOOT + 8  # in the margin, so that nothing else has to make room
            leaf.text(leaf.right, top, words, LEAST, tone=tokens.SECOND_TEXT, align="right")

    def _tell_turned(self) -> None:
        now = (self._page_at, len(self._page_leaves or ()))
        if now != self._page_told:
            self._page_told = now
            self.setAccessibleName(self.title())
            self.turned.emit()

    def _moving_parts(self) -> list[AudiencePart]:
        return [part for part in self.findChildren(AudiencePart) if not part.isHidden()]

    def _room_below(self) -> int:
        return sum(part.height() for part in self._moving_parts() if part.stands_below())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose for the new size."""
        super().resizeEvent(event)
        self.update()
        self.leaves()  # a part that stands below must be in its place before it is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the leaf."""
        leaf = self.leaf()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), color(tokens.GROUND))
        unit = self.unit()
        painter.scale(unit, unit)
        leaf.paint(painter)
        painter.end()

    def sizeHint(self) -> QSize:
        """Return the size of a window on one screen."""
        return QSize(1280, 720)
