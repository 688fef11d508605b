"""The ideas of a vote for the room, with the numbers by which people write them.

Owns how many stand on one leaf. Every word of a title is shown: a long one takes as many lines as
it needs. It is given no votes and asks for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from servicedesign import tokens
from servicedesign.i18n import Translator
from servicedesign.tools.vote_targets import Target
from servicedesign.tools.voting.idea_mark import paint_mark
from servicedesign.ui.room.audience_page import Leaves
from servicedesign.ui.room.leaf import LEAST, Leaf
from servicedesign.ui.room.lines import Laid, lay
from servicedesign.ui.room.parts import Head, head

_MARK_WIDE: Final = 148.0
_MARK_HIGH: Final = 72.0
_GAP: Final = 28.0
_BETWEEN: Final = 56.0
_PITCH: Final = 1.25
_ROW_GAP: Final = 20.0
_COLUMNS: Final = 2
_MOST: Final = 400
"""Longest title that is read, in characters: more never stands on one leaf."""


@dataclass(slots=True)
class _Page:
    """The leaf that is being filled: its column and how far down that is."""

    leaf: Leaf
    box: QRectF
    column: int = 0
    used: float = 0.0


def compose_ideas(leaves: Leaves, targets: Sequence[Target], t: Translator) -> None:
    """Set ``targets`` in two columns from above to below, on as many leaves as they need."""
    page: _Page | None = None
    for target in targets:
        if page is None:
            page = _begin(leaves, t)
        wide = (page.box.width() - _BETWEEN) / _COLUMNS - _MARK_WIDE - _GAP
        laid = _laid(target, wide, page.box.height(), t)
        high = max(_MARK_HIGH, laid.height)
        if page.used and page.used + high > page.box.height():
            page.column, page.used = page.column + 1, 0.0
        if page.column == _COLUMNS:
            page = _begin(leaves, t)
        left = page.box.left() + page.column * (wide + _MARK_WIDE + _GAP + _BETWEEN)
        _row(page.leaf, QRectF(left, page.box.top() + page.used, wide, high), target, laid)
        page.used += high + _ROW_GAP


def _begin(leaves: Leaves, t: Translator) -> _Page:
    leaf = leaves.add()
    box = head(leaf, Head(title=t("投票する案")), t)
    return _Page(leaf, box.adjusted(0, 8, 0, -8))


def _laid(target: Target, wide: float, high: float, t: Translator) -> Laid:
    words = " ".join(target.title.split()) or t("（言葉がありません）")
    return lay(words[:_MOST], wide, high, LEAST, LEAST, pitch=_PITCH)


def _row(leaf: Leaf, row: QRectF, target: Target, laid: Laid) -> None:
    mark = QRectF(row.left(), row.top(), _MARK_WIDE, _MARK_HIGH)
    paint_mark(leaf, mark, target)
    top = row.top() + max(0.0, (_MARK_HIGH - laid.height) / 2)
    place = QRectF(mark.right() + _GAP, top, row.width(), row.height())
    leaf.lines(place, laid, tone=tokens.TEXT)
