"""The timetable as rows of a table: a heading for each day, its steps, what lies between them.

Owns what a row is, what a cell shows and what a screen reader says of it. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servicedesign.i18n import Translator
from servicedesign.model import AgendaItem
from servicedesign.store import Project
from servicedesign.tools.agenda.actions import COLUMNS, column_label
from servicedesign.tools.agenda.clock_text import clock_text
from servicedesign.tools.agenda.concerns import day_words, gap_words
from servicedesign.tools.agenda.timetable import DayPlan, Slot, plan_days
from servicedesign.tools.agenda.words import sheet_titles, tool_choices, tool_title
from servicedesign.ui.widgets.table.columns import (
    ColumnForm,
    TableChoice,
    TableColumn,
    TableHeading,
    TableSource,
)

_WIDTHS = {
    "start": (76, 0.0),
    "minutes": (48, 0.0),
    "spare_minutes": (48, 0.0),
    "title": (136, 1.2),
    "aim": (112, 1.5),
    "method": (146, 2.5),
    "tool": (112, 0.6),
    "sheet": (120, 1.2),
    "who": (76, 0.5),
    "things": (96, 1.0),
}
_ENGLISH = {
    "start": (78, 0.0),
    "minutes": (54, 0.0),
    "spare_minutes": (66, 0.0),
    "title": (136, 1.2),
    "aim": (104, 1.5),
    "method": (140, 2.5),
    "tool": (112, 0.6),
    "sheet": (114, 1.2),
    "who": (84, 0.5),
    "things": (92, 1.0),
}
_FORMS = {
    "start": ColumnForm.WHOLE,
    "minutes": ColumnForm.WHOLE,
    "spare_minutes": ColumnForm.WHOLE,
    "aim": ColumnForm.LONG,
    "method": ColumnForm.LONG,
    "tool": ColumnForm.CHOICE,
    "sheet": ColumnForm.CHOICE,
    "things": ColumnForm.LONG,
}
NO_TOOL = "-"
"""The value of the choice of no tool at all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the heading of a day, what lies ahead of a step, or a step.

    Attributes:
        plan: the day.
        slot: the step, or None for the heading.
        between: whether it tells of the gap or overlap ahead of the step.
    """

    plan: DayPlan
    slot: Slot | None = None
    between: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others."""
        if self.slot is None:
            return f"day:{self.plan.day}"
        return f"gap:{self.slot.item.id}" if self.between else self.slot.item.id

    @property
    def item(self) -> AgendaItem | None:
        """The step that the row is, if it is one."""
        return self.slot.item if self.slot is not None and not self.between else None


class AgendaRows(TableSource):
    """Reads one project; ``reload`` after each change."""

    def __init__(self, project: Project, t: Translator) -> None:
        """Read ``project`` and speak with ``t``."""
        self._project = project
        self._t = t
        self._columns = tuple(self._column(key) for key in COLUMNS)
        self._rows: list[Row] = []
        self._names: dict[str, str] = {}
        self.plans: tuple[DayPlan, ...] = ()
        self.reload()

    def _column(self, key: str) -> TableColumn:
        t = self._t
        titles = {
            "minutes": t.context("column", "分"),
            "who": t.context("column", "担当"),
            "spare_minutes": t.context("column", "予備"),
            "tool": t.context("column", "開く道具"),
            "things": t.context("column", "用意"),
        }
        least, share = (_ENGLISH if t.lang == "en" else _WIDTHS)[key]
        return TableColumn(
            key,
            titles.get(key) or t(column_label(key)),
            least,
            share,
            form=_FORMS.get(key, ColumnForm.LINE),
            write_on=t("書き足す") if key == "sheet" else "",
        )

    def reload(self) -> None:
        """Read the records anew."""
        self.plans = plan_days(self._project.all(AgendaItem))
        rows: list[Row] = []
        for plan in self.plans:
            rows.append(Row(plan))
            for slot in plan.slots:
                if slot.gap:
                    rows.append(Row(plan, slot, between=True))
                rows.append(Row(plan, slot))
        self._rows = rows
        self._names = {}

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns of ``actions.COLUMNS``."""
        return self._columns

    def count(self) -> int:
        """Return how many rows there are, headings included."""
        return len(self._rows)

    def row(self, number: int) -> Row | None:
        """Return a row; None behind the last."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def item(self, number: int) -> AgendaItem | None:
        """Return the step in a row; None for a heading and behind the last."""
        row = self.row(number)
        return row.item if row is not None else None

    def row_key(self, row: int) -> str:
        """Return the id of the step, or what tells the heading from others."""
        return self._rows[row].key

    def row_name(self, row: int) -> str:
        """Return the number of a step in its day."""
        item = self.item(row)
        if item is None:
            return ""
        steps = [slot.item.id for slot in self._rows[row].plan.slots]
        return str(steps.index(item.id) + 1)

    def heading(self, row: int) -> TableHeading | None:
        """Return the words over a day, or of what lies between two steps."""
        found = self.row(row)
        if found is None or found.item is not None:
            return None
        if found.slot is None:
            return TableHeading(day_words(found.plan, self._t), strong=True)
        return TableHeading(gap_words(found.slot, self._t), warns=found.slot.gap < 0)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        found, key = self._rows[row], self._columns[column].key
        if found.slot is None or found.between:
            return ""
        item = found.slot.item
        if key == "start":
            return clock_text(found.slot.begin, self._t)
        if key == "spare_minutes":
            return str(item.spare_minutes) if item.spare_minutes else ""
        if key == "tool":
            if item.tool not in self._names:
                self._names[item.tool] = tool_title(item.tool, self._t)
            return self._names[item.tool]
        return str(getattr(item, key))

    def strong(self, row: int, column: int) -> bool:
        """Tell whether a start is written: others follow from the minutes."""
        item = self.item(row)
        return self._columns[column].key == "start" and item is not None and bool(item.start)

    def spoken(self, row: int, column: int) -> str:
        """Return title, row and text of a cell, and which step stands in the row."""
        t, title = self._t, self._columns[column].title
        item = self.item(row)
        if item is None:
            return t("{title}、新しい行", title=title)
        text = self.text(row, column)[:200] or t("空")
        if self._columns[column].key == "start":
            text = t("{time}、書いた時刻", time=text) if item.start else text
        where = t(
            "{title}、{day}日目の{row}行目", title=title, day=item.day, row=self.row_name(row)
        )
        what = item.title[:60] if self._columns[column].key != "title" else ""
        return "、".join(part for part in (where, what, text) if part)

    def choices(self, column: int) -> Sequence[TableChoice]:
        """Return the tools that a step can open, or the sheets."""
        key, t = self._columns[column].key, self._t
        if key == "tool":
            found = [TableChoice(one, title) for one, title in tool_choices(t).items()]
            return [*found, TableChoice(NO_TOOL, t("道具なし"))]
        if key == "sheet":
            return [TableChoice(title, title) for title in sheet_titles(t)]
        return ()

    def placeholder(self, column: int) -> str:
        """Return the words in the empty row."""
        t = self._t
        return t("内容を書く") if self._columns[column].key == "title" else ""
