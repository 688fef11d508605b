"""The ideas as rows of the table in which points are typed.

Owns what a cell shows and what a screen reader says of it. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.tools.payoff.quadrants import NAMES
from servicedesign.tools.payoff.ratings import Axis
from servicedesign.tools.payoff.scale import shown
from servicedesign.tools.payoff.seen import Seen
from servicedesign.tools.payoff.words import AXES, widest_words
from servicedesign.ui.widgets.table.columns import ColumnForm, TableColumn, TableSource

IDEA: Final = "idea"
FIELD: Final = "field"
SPREAD: Final = "spread"
POINTS: Final = (Axis.IMPACT.value, Axis.FEASIBILITY.value)
"""The columns that are typed in."""


class PointRows(TableSource):
    """Shows what it was given last."""

    def __init__(self, t: Translator) -> None:
        """Show no rows; speak with ``t``."""
        self.t = t
        self._shown: tuple[Seen, ...] = ()
        self._spread = False
        narrow = t.lang != "en"
        axes = ((Axis.IMPACT, 56, 76), (Axis.FEASIBILITY, 68, 96))
        self._columns = (
            TableColumn(IDEA, t.context("payoff", "アイデア"), 104, 5.0, ColumnForm.WHOLE),
            *(
                TableColumn(
                    axis.value, t(AXES[axis]), least if narrow else wide, 0.3, ColumnForm.WHOLE
                )
                for axis, least, wide in axes
            ),
            TableColumn(FIELD, t("判定"), 84 if narrow else 92, 0.3, ColumnForm.WHOLE),
            TableColumn(SPREAD, t("開き"), 100 if narrow else 116, 0.6, ColumnForm.WHOLE),
        )

    def show(self, ideas: Sequence[Seen], *, spread: bool) -> None:
        """Show ``ideas``; ``spread`` is whether one sees how far the raters lie apart."""
        self._shown = tuple(ideas)
        self._spread = spread

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Idea, both axes, field and spread."""
        return self._columns

    def count(self) -> int:
        """Return how many ideas there are."""
        return len(self._shown)

    def row_key(self, row: int) -> str:
        """Return the id of the item."""
        return self._shown[row].id

    def row_name(self, row: int) -> str:
        """Return the mark of the idea."""
        return self._shown[row].idea.mark or "―"

    def idea(self, row: int) -> Seen | None:
        """Return the idea in ``row``; None for the empty row at the end."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        one, key = self._shown[row], self._columns[column].key
        if key == IDEA:
            return one.idea.title or self.t("（まだ言葉がありません）")
        if key in POINTS:
            value = one.value(Axis(key))
            return shown(value) if value is not None else ""
        if key == FIELD:
            return self.t(NAMES[one.quadrant]) if one.quadrant is not None else ""
        return widest_words(one.idea.item, self.t) if self._spread else ""

    def colour(self, row: int, column: int) -> str:
        """Return the colour of the idea, with its symbol."""
        return self._shown[row].idea.colour if column == 0 else ""

    def spoken(self, row: int, column: int) -> str:
        """Return title, row and text of a cell, and whose row it is."""
        t, title = self.t, self._columns[column].title
        one = self.idea(row)
        if one is None:
            return t("{title}、新しい行", title=title)
        text = self.text(row, column)[:200] or t("空")
        who = one.idea.named[:80] if column else one.idea.mark
        return "、".join(part for part in (title, who, text) if part)

    def placeholder(self, column: int) -> str:
        """Return what may be written in the empty row at the end."""
        return self.t("番号で案を足す") if column == 0 else ""
