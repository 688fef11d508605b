"""The furniture of audience pages: head, foot, rows, and text that runs over several leaves.

Owns where they stand, so that all pages look alike. Must not know any record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from servicedesign import tokens
from servicedesign.model.drawing import Drawing
from servicedesign.model.method import PHASE_NUMERALS, PHASE_TITLES, MethodPhase
from servicedesign.ui.room.leaf import FOOT, LEAST, Leaf
from servicedesign.ui.room.lines import lay, measure

if TYPE_CHECKING:
    from servicedesign.i18n import Translator
    from servicedesign.ui.room.audience_page import Leaves

RULE: Final = 208
"""Where the line under a head with a portrait or a phase stands, in units."""
HIGH_RULE: Final = 172
"""Where it stands under a large title."""
GAP: Final = 40
"""Between the line and what is below it."""
PORTRAIT: Final = 136
"""Side of a portrait in a head."""
_RULED: Final = 56
"""Height of a hairline with the room over and under it."""
PORTRAIT_GROUND: Final = "#E8EDF2"

Likeness = Drawing | QImage | None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a leaf.

    Attributes:
        title: large and bold; empty where the phase says enough.
        phase: its numeral and its name stand first, smaller.
        subtitle: beside the title.
        aside: at the right.
        portrait: at the right of it.
    """

    title: str = ""
    phase: MethodPhase | None = None
    subtitle: str = ""
    aside: str = ""
    portrait: Likeness = None


def head(leaf: Leaf, what: Head, t: Translator) -> QRectF:
    """Draw the head with its line and return the room below it, down to the margin."""
    slim = what.phase is None and what.portrait is None
    line = HIGH_RULE if slim else RULE
    right = leaf.right
    if what.portrait is not None:
        portrait(leaf, QRectF(right - PORTRAIT, line - 32 - PORTRAIT, PORTRAIT, PORTRAIT),
                 what.portrait)  # fmt: skip
        right -= PORTRAIT + 32
    middle = line - (72 if slim else 100)
    x = leaf.left
    if what.phase is not None:
        x = _phase(leaf, what.phase, middle, t, right - x)
    if what.aside:
        room = (right - x) * (0.42 if what.title else 1.0)
        right -= leaf.text(right, middle - 24, what.aside, LEAST, align="right", room=room) + 40
    if what.title:
        size = 76 if slim else 64
        room = right - x
        if what.subtitle:
            room = max(room * 0.5, room - measure(what.subtitle, LEAST) - 48)
        x += leaf.text(x, middle - size / 2, what.title, size, bold=True, room=room) + 48
    if what.subtitle and right - x > 200:
        leaf.text(x, middle - 20, what.subtitle, LEAST, room=right - x)
    leaf.rule(line, tone=tokens.TEXT, thick=3)
    top = line + GAP
    return QRectF(leaf.left, top, leaf.right - leaf.left, leaf.height - FOOT - top)


def _phase(leaf: Leaf, phase: MethodPhase, middle: float, t: Translator, room: float) -> float:
    x = leaf.left
    numeral = PHASE_NUMERALS.get(phase, "")
    if numeral:
        x += leaf.text(x, middle - 40, numeral, 80, bold=True) + 36
    words = t(PHASE_TITLES[phase])
    return x + leaf.text(x, middle - 24, words, LEAST, bold=True, room=room - (x - leaf.left)) + 56


def portrait(leaf: Leaf, box: QRectF, likeness: Likeness) -> None:
    """Draw a face on its ground; an icon where there is none."""
    leaf.fill(box, PORTRAIT_GROUND, radius=box.width() * 0.09)
    if isinstance(likeness, QImage):
        leaf.image(box, likeness, cover=True, radius=box.width() * 0.09)
    elif likeness is not None:
        leaf.drawing(box, likeness)
    else:
        inset = box.width() * 0.2
        leaf.icon(box.adjusted(inset, inset, -inset, -inset), "mdi6.account", tokens.EDGE)


def foot(leaf: Leaf, left: str = "", right: str = "") -> float:
    """Set a line at the foot, bold at the left, and return its top."""
    top = leaf.height - FOOT - LEAST - 8
    room = leaf.right - leaf.left
    used = leaf.text(leaf.left, top, left, LEAST, bold=True, room=room * 0.6) if left else 0.0
    if right:
        free = room - used - 64
        leaf.text(leaf.right, top, right, LEAST, tone=tokens.SECOND_TEXT, align="right", room=free)
    return top


class Flow:
    """Text and other blocks one below the other, going on to another leaf when one is full."""

    def __init__(self, leaves: Leaves, what: Head, t: Translator) -> None:
        """Begin a leaf under the head ``what``; every further one has the same."""
        self._leaves = leaves
        self._head = what
        self._t = t
        self.begin()

    def begin(self) -> None:
        """Begin another leaf."""
        self.leaf = self._leaves.add()
        self.box = head(self.leaf, self._head, self._t)
        self.box.setBottom(self.box.bottom() - 12)  # clear of the number of the leaf
        self.y = self.box.top()
        self.fresh = True

    @property
    def left_over(self) -> float:
        """Height that is still free on this leaf, in units."""
        return self.box.bottom() - self.y

    def need(self, height: float) -> QRectF:
        """Return a place of ``height`` across the leaf, on another one where this is full."""
        if height > self.left_over and not self.fresh:
            self.begin()
        place = QRectF(self.box.left(), self.y, self.box.width(), height)
        self.y += height
        self.fresh = False
        return place

    def space(self, height: float) -> None:
        """Leave a gap, unless at the top of a leaf."""
        if not self.fresh:
            self.y += height

    def section(self, heading: str, words: str, size: float = 56, *, chip: str = "") -> None:
        """Set a heading with its text, a hairline over it unless at the top of a leaf.

        A section that fits on one leaf is not parted.
        """
        laid = lay(words, self.box.width(), 1e6, size, size, pitch=1.5)
        tall = LEAST * 1.4 + laid.height + size * 0.3
        whole = tall if tall <= self.box.height() else LEAST * 1.4 + size * 2.5
        if not self.fresh and whole + _RULED > self.left_over:
            self.begin()
        if not self.fresh:
            self.leaf.rule(self.y + _RULED * 0.4)
            self.y += _RULED
        self.heading(heading, chip=chip)
        self.text(words, size)

    def heading(
        self, words: str, size: float = LEAST, *, chip: str = "", keep: float = 150
    ) -> None:
        """Set a bold line, a dashed ``chip`` beside it; ``keep`` below it stays on its leaf."""
        if self.left_over < size + keep and not self.fresh:
            self.begin()
        place = self.need(size * 1.4)
        beside = measure(chip, LEAST) + 72 if chip else 0.0
        wide = self.leaf.text(place.left(), place.top(), words, size, bold=True,
                              tone=tokens.SECOND_TEXT, room=place.width() - beside)  # fmt: skip
        if chip:
            box = QRectF(place.left() + wide + 28, place.top() - 8, beside - 28, size + 16)
            self.leaf.frame(box, tokens.SECOND_TEXT, thick=3, radius=12, dash=(12, 9))
            self.leaf.text(box.center().x(), box.top() + 8 + (size - LEAST) / 2, chip, LEAST,
                           tone=tokens.SECOND_TEXT, align="center")  # fmt: skip

    def text(self, words: str, size: float = 56, *, bold: bool = False, pitch: float = 1.5) -> None:
        """Set a text, over as many leaves as it takes."""
        rest = words
        while rest.strip():
            if self.left_over < size * 1.2 and not self.fresh:
                self.begin()
            height = max(size, self.left_over)
            laid = lay(rest, self.box.width(), height, size, size, bold=bold, pitch=pitch)
            place = QRectF(self.box.left(), self.y, self.box.width(), height)
            self.leaf.lines(place, laid, bold=bold)
            self.y += laid.height + size * 0.3
            self.fresh = False
            rest = laid.rest
            if rest.strip():
                self.begin()
