"""The candidates as a table for Qt: a row for each field, a column for each candidate.

Owns what a cell holds and what a screen reader says of it. Must not paint and must not write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from servicedesign.i18n import Translator
from servicedesign.model import Certainty, Persona
from servicedesign.model.record import field_specs
from servicedesign.tools.persona.compared import COMPARED, Candidate, alike, differing

CHOICE: Final = "chosen_reason"
"""The row in which one candidate is chosen."""
SURENESS: Final = "sureness"
"""The row that counts facts, guesses and evidence."""
ROWS: Final = (CHOICE, SURENESS, *COMPARED)

CELL: Final = Qt.ItemDataRole.UserRole
SAID: Final = Qt.ItemDataRole.AccessibleTextRole
_Index = QModelIndex | QPersistentModelIndex
_SHOWN: Final = 1_200
"""Characters of a text that a cell may show: it has a few lines."""


@dataclass(frozen=True, slots=True)
class CellView:
    """What a cell shows.

    Attributes:
        field: of the row.
        text: the beginning of it, where it is very long.
        certainty: fact, guess or not said.
        evidence: how many records it rests on.
        action: what a press on it does, in words, or empty.
        chosen: whether the candidate is the one.
        same: whether every candidate says this.
        differs: places of ``text`` where it differs from the first candidate's.
        level: of digital skill, or None.
    """

    field: str
    text: str = ""
    certainty: Certainty = Certainty.UNSET
    evidence: int = 0
    action: str = ""
    chosen: bool = False
    same: bool = False
    differs: tuple[tuple[int, int], ...] = ()
    level: int | None = None


class ComparisonModel(QAbstractTableModel):
    """The table; ``show`` tells views only of what changed."""

    def __init__(self, t: Translator, *, reading: bool) -> None:
        """Make an empty table, ``reading`` in a project that is only read."""
        super().__init__()
        self.t = t
        self._reading = reading
        self._people: tuple[Candidate, ...] = ()
        self._cells: list[list[CellView]] = [[] for _ in ROWS]

    def people(self) -> tuple[Candidate, ...]:
        """Return the candidates in order."""
        return self._people

    def show(self, people: Sequence[Candidate]) -> None:
        """Show ``people``; the view's place stays while their number does."""
        cells = [self._row(name, people) for name in ROWS]
        if len(people) != len(self._people):
            self.beginResetModel()
            self._people, self._cells = tuple(people), cells
            self.endResetModel()
            return
        before = self._cells
        self._people, self._cells = tuple(people), cells
        for row, now in enumerate(cells):
            if now != before[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(people) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(people) - 1))

    def same(self, row: int) -> bool:
        """Tell whether all candidates say the same in a row."""
        name = ROWS[row]
        return name in COMPARED and alike(self._people, name)

    def agreed(self, row: int) -> bool:
        """Tell whether all candidates say the same in a row, and say something."""
        return self.same(row) and any(one.written(ROWS[row]) for one in self._people)

    # Cells ------------------------------------------------------------------------------------

    def _row(self, name: str, people: Sequence[Candidate]) -> list[CellView]:
        if name == CHOICE:
            other = any(one.chosen for one in people)
            return [self._choice(one, other=other) for one in people]
        if name == SURENESS:
            return [CellView(name, self._sureness(one)) for one in people]
        same = len(people) > 1 and alike(people, name)
        first = self._text(people[0], name) if people else ""
        return [self._cell(one, name, first, same=same) for one in people]

    def _choice(self, one: Candidate, *, other: bool) -> CellView:
        t = self.t
        action = ""
        if not one.chosen and not self._reading:
            action = t("この人に変える…") if other else t("この人に絞る…")
        return CellView(CHOICE, one.reason[:_SHOWN], action=action, chosen=one.chosen)

    def _sureness(self, one: Candidate) -> str:
        return self.t(
            "事実{facts}・推測{guesses}・根拠{evidence}",
            facts=one.count(Certainty.FACT),
            guesses=one.count(Certainty.GUESS),
            evidence=one.founded,
        )

    def _cell(self, one: Candidate, name: str, first: str, *, same: bool) -> CellView:
        text = self._text(one, name)
        written = one.written(name)
        return CellView(
            name,
            text,
            certainty=one.certainty.get(name, Certainty.UNSET) if written else Certainty.UNSET,
            evidence=one.evidence.get(name, 0),
            same=same,
            differs=() if same else differing(text, first),
            level=one.skill if name == "digital_skill" else None,
        )

    def _text(self, one: Candidate, name: str) -> str:
        if name == "age":
            return "" if one.age is None else self.t("{age}歳", age=one.age)
        if name == "digital_skill":
            return ""
        return one.texts.get(name, "")[:_SHOWN]

    # Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Return the number of fields."""
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Return the number of candidates."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the cell, or what is said of it."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == SAID:
            return self._said(index.row(), index.column(), cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a candidate or of a field."""
        if role not in (Qt.ItemDataRole.DisplayRole, SAID):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.label(section)
        return self.name(section)

    def label(self, row: int) -> str:
        """Return the name of the field in a row."""
        name = ROWS[row]
        if name == SURENESS:
            return self.t("たしかさ")
        spec = field_specs(Persona)[name]
        return self.t(spec.label)

    def name(self, column: int) -> str:
        """Return the name of the candidate in a column."""
        if not 0 <= column < len(self._people):
            return ""
        return " ".join(self._people[column].name.split()) or self.t("名前はまだ")

    def _said(self, row: int, column: int, cell: CellView) -> str:
        t = self.t
        parts = [self.name(column), self.label(row), " ".join(cell.text.split())]
        if cell.level is not None:
            parts[-1] = t("5段階の{level}", level=cell.level)
        parts[-1] = parts[-1] or t("まだ")
        words = {Certainty.FACT: t("事実"), Certainty.GUESS: t("推測")}
        parts.append(words.get(cell.certainty, ""))
        if cell.evidence:
            parts.append(t.plural("根拠{n}", cell.evidence))
        if cell.chosen:
            parts.append(t.context("tab", "この人に絞った"))
        return "、".join(part for part in (*parts, cell.action) if part)
