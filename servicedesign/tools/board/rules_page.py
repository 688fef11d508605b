"""The four rules of brainstorming for the room.

Owns that page; the words and pictures are those of the poster.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from servicedesign import tokens
from servicedesign.tools.board.rules import RULES, Rule
from servicedesign.tools.sketch_drawings import figures
from servicedesign.ui.room.audience_page import AudiencePage, Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import Laid, lay
from servicedesign.ui.sticky_marks import paint_sticky_mark

if TYPE_CHECKING:
    from servicedesign.model.drawing import Drawing
    from servicedesign.store import ChangeSet
    from servicedesign.ui.context import EditorContext

_EDGE: Final = 56
_GAP: Final = 28
_PAD: Final = 36
_MARK: Final = 56
_TITLE: Final = 92
_LINE: Final = 56
_PITCH: Final = 1.36
_BETWEEN: Final = 24
"""From the row of title and picture to the lines."""
_PICTURE: Final = 1.6
"""Width of a picture by its height."""
_WORTH: Final = 132
"""Least height of a picture that is worth drawing."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What is the same in all four panels: sizes of type, and the height over the lines."""

    title: float
    line: float
    row: float


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
        """Set the four panels, all in the same sizes."""
        leaf = leaves.add()
        edge = min(_EDGE, leaf.height * 0.05)
        wide, high = (leaf.width - 2 * edge - _GAP) / 2, (leaf.height - 2 * edge - _GAP) / 2
        sizes = self._sizes(wide - 2 * _PAD, high - 2 * _PAD)
        for number, rule in enumerate(RULES):
            row, column = divmod(number, 2)
            place = QRectF(edge + column * (wide + _GAP), edge + row * (high + _GAP), wide, high)
            leaf.fill(place, tokens.STICKIES[rule.colour], radius=16)
            inner = place.adjusted(_PAD, _PAD, -_PAD, -_PAD)
            self._panel(leaf, inner, number, sizes)

    def _said(self, rule: Rule) -> str:
        return "\n".join(self.context.t(line) for line in rule.lines)

    def _lines(self, rule: Rule, wide: float, high: float, size: float) -> Laid:
        return lay(self._said(rule), wide, high, size, LEAST, pitch=_PITCH)

    def _sizes(self, wide: float, high: float) -> _Sizes:
        most = high - _BETWEEN - LEAST
        tries = [
            [self._lines(rule, wide, most, size) for rule in RULES]
            for size in range(_LINE, LEAST - 1, -4)
        ]
        best = min(tries, key=lambda laid: max(len(one.lines) for one in laid))
        line = min(one.size for one in best)
        tall = max(self._lines(rule, wide, most, line).height for rule in RULES)
        row = high - _BETWEEN - tall
        room = self._title_box(QRectF(0, 0, wide, row))
        title = min(self._title(rule, room, _TITLE).size for rule in RULES)
        return _Sizes(title, line, row)

    def _title(self, rule: Rule, box: QRectF, size: float) -> Laid:
        words = self.context.t(rule.title)
        return lay(words, box.width(), box.height(), size, LEAST, bold=True, pitch=1.15,
                   balanced=True)  # fmt: skip

    def _title_box(self, row: QRectF) -> QRectF:
        """Return the place of the title: under the mark where the row is high, else beside it."""
        picture = row.height() * _PICTURE + _PAD if row.height() >= _WORTH else 0.0
        right = row.right() - min(picture, row.width() * 0.45)
        if row.height() >= _MARK + LEAST + 40:
            return QRectF(QPointF(row.left(), row.top() + _MARK + 12), QPointF(right, row.bottom()))
        return QRectF(QPointF(row.left() + 2 * _MARK + 24, row.top()), QPointF(right, row.bottom()))

    def _panel(self, leaf: Leaf, box: QRectF, number: int, sizes: _Sizes) -> None:
        rule = RULES[number]
        row = QRectF(box.left(), box.top(), box.width(), sizes.row)
        mark = QRectF(row.left(), row.top(), _MARK, _MARK)
        leaf.custom(lambda painter: paint_sticky_mark(painter, rule.colour, mark))
        leaf.text(mark.right() + 16, mark.top() + 3, str(number + 1), 50, bold=True,
                  tone=tokens.INK)  # fmt: skip
        place = self._title_box(row)
        title = self._title(rule, place, sizes.title)
        spare = max(0.0, place.height() - title.height)
        leaf.lines(place.translated(0, spare / 2), title, bold=True, tone=tokens.INK)
        if row.height() >= _WORTH:
            wide = min(row.height() * _PICTURE, row.width() * 0.45 - _PAD)
            leaf.drawing(QRectF(row.right() - wide, row.top(), wide, row.height()),
                         self._scenes[number])  # fmt: skip
        below = QRectF(box.left(), row.bottom() + _BETWEEN, box.width(), box.height())
        lines = self._lines(rule, box.width(), box.bottom() - below.top(), sizes.line)
        leaf.lines(below, lines, tone=tokens.INK)


def rules_page(context: EditorContext) -> AudiencePage:
    """Return the page of the rules."""
    return RulesPage(context)
