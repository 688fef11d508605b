"""The four rules of brainstorming for the room.

Owns that page; the words and pictures are those of the poster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from servicedesign import tokens
from servicedesign.tools.board.rules import RULES, Rule
from servicedesign.tools.sketch_drawings import figures
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import Laid, lay
from servicedesign.ui.sticky_marks import paint_sticky_mark
from servicedesign.ui.widgets.drawing_view import paint_drawing

if TYPE_CHECKING:
    from servicedesign.model.drawing import Drawing
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_EDGE: Final = 64
_GAP: Final = 28
_PAD: Final = 40
_TITLE: Final = 88
_LINE: Final = 56
_PITCH: Final = 1.36
_PICTURE: Final = 0.4
"""Share of a panel's width for its picture, where the words leave it."""


class RulesPage(AudiencePage):
    """Two rows of two rules."""

    def __init__(self, context: EditorContext) -> None:
        """Show the rules in the language of ``context``."""
        t = context.t
        self._scenes: list[Drawing] = [rule.scene(figures(), t) for rule in RULES]
        super().__init__(context)

    def title(self) -> str:
        """Return what the page is."""
        return self.context.t("ブレインストーミングの約束")

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Do nothing: the rules are the same whatever changes."""

    def compose(self, leaves: Leaves) -> None:
        """Set the four panels, with pictures where the words leave room in all of them."""
        leaf = leaves.add()
        edge = min(_EDGE, leaf.width * 0.04)
        wide = (leaf.width - 2 * edge - _GAP) / 2
        high = (leaf.height - 2 * min(_EDGE, leaf.height * 0.05) - _GAP) / 2
        top = (leaf.height - 2 * high - _GAP) / 2
        share = next((s for s in (_PICTURE, 0.3) if self._fits(wide, high, s)), 0.0)
        for number, rule in enumerate(RULES):
            row, column = divmod(number, 2)
            place = QRectF(edge + column * (wide + _GAP), top + row * (high + _GAP), wide, high)
            self._panel(leaf, place, number, rule, share)

    def _fits(self, wide: float, high: float, share: float) -> bool:
        """Tell whether all words have room beside pictures of ``share``."""
        room = wide * (1 - share) - _PAD * (1.5 if share else 2)
        return all(
            not line.rest and title.height + line.height + 24 <= high - 2 * 28
            for title, line in (self._words(rule, room, high) for rule in RULES)
        )

    def _words(self, rule: Rule, wide: float, high: float) -> tuple[Laid, Laid]:
        t = self.context.t
        title = lay(t(rule.title), wide, _TITLE * 1.2, _TITLE, LEAST, bold=True, balanced=True)
        said = "\n".join(t(line) for line in rule.lines)
        left = high - 2 * 28 - title.height - 24
        return title, lay(said, wide, left, _LINE, LEAST, pitch=_PITCH)

    def _panel(self, leaf: Leaf, box: QRectF, number: int, rule: Rule, share: float) -> None:
        leaf.fill(box, tokens.STICKIES[rule.colour], radius=16)
        mark = QRectF(box.left() + 28, box.top() + 28, 56, 56)
        leaf.custom(lambda painter: paint_sticky_mark(painter, rule.colour, mark))
        left = box.left() + _PAD
        if share:
            leaf.text(mark.right() + 20, mark.top() + 2, str(number + 1), 52, bold=True,
                      tone=tokens.INK)  # fmt: skip
            side = box.width() * share - _PAD
            scene = QRectF(left, mark.bottom() + 8, side, box.bottom() - mark.bottom() - 28)
            drawing = self._scenes[number]

            def _picture(painter: QPainter) -> None:
                paint_drawing(painter, drawing, scene)

            leaf.custom(_picture)
            left = scene.right() + _PAD * 0.5
        room = QRectF(left, box.top() + 28, box.right() - _PAD - left, box.height() - 56)
        self._say(leaf, room, rule, box.height(), aside=0 if share else 72)

    def _say(self, leaf: Leaf, room: QRectF, rule: Rule, high: float, aside: float) -> None:
        title, lines = self._words(rule, room.width(), high)
        y = room.top() + (room.height() - title.height - 24 - lines.height) / 2
        place = QRectF(room.left() + aside, y, room.width() - aside, title.height)
        leaf.lines(place, title, bold=True, tone=tokens.INK)
        below = QRectF(room.left(), y + title.height + 24, room.width(), lines.height)
        leaf.lines(below, lines, tone=tokens.INK)


def rules_page(context: EditorContext) -> AudiencePage:
    """Return the page of the rules."""
    return RulesPage(context)
