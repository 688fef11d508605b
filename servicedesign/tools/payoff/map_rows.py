"""The ideas as rows of the table in which phases are chosen.

Owns what a cell shows, what its list offers and what a screen reader says of it. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from servicedesign.i18n import Translator
from servicedesign.model.normalise import fold
from servicedesign.tools.payoff.plan import NOT_WRITTEN, Plan, PlanLine
from servicedesign.tools.payoff.quadrants import NAMES
from servicedesign.ui.widgets.table.columns import (
    ColumnForm,
    TableChoice,
    TableColumn,
    TableSource,
)

PHASE: Final = "phase"
OFF: Final = "off"
"""The value of the choice that leaves an idea off the map."""


class MapRows(TableSource):
    """Shows the plan it was given last."""

    def __init__(self, t: Translator) -> None:
        """Show no rows; speak with ``t``."""
        self.t = t
        self._plan: Plan | None = None
        self._hidden = False
        self._columns = (
            TableColumn("idea", t.context("payoff", "アイデア"), 130, 4.0, ColumnForm.WHOLE),
            TableColumn("field", t("判定"), 92, 0.6, ColumnForm.WHOLE),
            TableColumn(PHASE, t("書くフェーズ"), 136, 2.0, ColumnForm.CHOICE),
            TableColumn("state", t("いまの地図では"), 124, 1.4, ColumnForm.WHOLE),
        )

    def show(self, plan: Plan | None, *, hidden: bool) -> None:
        """Show ``plan``; ``hidden`` is whether the ratings are not told yet."""
        self._plan, self._hidden = plan, hidden

    def _lines(self) -> Sequence[PlanLine]:
        return self._plan.lines if self._plan is not None else ()

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Idea, field, the phase it goes to, where it stands."""
        return self._columns

    def open_end(self) -> bool:
        """Take no new rows."""
        return False

    def count(self) -> int:
        """Return how many ideas there are."""
        return len(self._lines())

    def row_key(self, row: int) -> str:
        """Return the id of the item."""
        return self._lines()[row].idea.id

    def row_name(self, row: int) -> str:
        """Return the mark of the idea."""
        return self._lines()[row].idea.mark or "―"

    def phase_name(self, phase_id: str) -> str:
        """Return number and name of a column."""
        return self._plan.named(phase_id, self.t("名前のないフェーズ")) if self._plan else ""

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        t, line, key = self.t, self._lines()[row], self._columns[column].key
        if key == "idea":
            return line.idea.title or t("（まだ言葉がありません）")
        if key == "field":
            known = line.idea.placed and not self._hidden
            return t(NAMES[line.idea.quadrant]) if known else ""
        if key == PHASE:
            return self.phase_name(line.chosen) if line.chosen else t("書かない")
        if not line.standing:
            return t("これから書く") if line.to_write else ""
        if line.to_write:
            return t("{phase}から移す", phase=self.phase_name(line.standing))
        return t("書いてあります")

    def strong(self, row: int, column: int) -> bool:
        """Set in bold what will be written."""
        return self._columns[column].key in (PHASE, "state") and self._lines()[row].to_write

    def colour(self, row: int, column: int) -> str:
        """Return the colour of the idea, with its symbol."""
        return self._lines()[row].idea.colour if column == 0 else ""

    def spoken(self, row: int, column: int) -> str:
        """Return title, idea and text of a cell."""
        if not 0 <= row < self.count():
            return self._columns[column].title
        who = self._lines()[row].idea.named[:80] if column else self._lines()[row].idea.mark
        text = self.text(row, column)[:200] or self.t("空")
        return "、".join(part for part in (self._columns[column].title, who, text) if part)

    def choices(self, column: int) -> Sequence[TableChoice]:
        """Return the columns of the map, and none."""
        if self._columns[column].key != PHASE or self._plan is None:
            return ()
        phases = [TableChoice(one.id, self.phase_name(one.id)) for one in self._plan.columns]
        return [*phases, TableChoice(OFF, self.t("書かない"))]

    def typed(self, text: str) -> str | None:
        """Return the column that was meant by a number or first letters; None when none was."""
        short = fold(text).strip()
        if self._plan is None:
            return None
        if not short or fold(self.t("書かない")).startswith(short):
            return NOT_WRITTEN
        if short.isdecimal():
            place = int(short) if len(short) < 4 else 0
            columns = self._plan.columns
            return columns[place - 1].id if 1 <= place <= len(columns) else None
        begun = [p.id for p in self._plan.columns if fold(p.title.strip()).startswith(short)]
        return begun[0] if len(begun) == 1 else None
