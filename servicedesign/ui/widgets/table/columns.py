"""What a table shows, as a shape that any list of records can be given.

Owns columns, choices and the questions that the table asks. Must not know Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ColumnForm(StrEnum):
    """How a column is written."""

    LINE = "line"
    """One line, committed in pauses."""
    LONG = "long"
    """Several lines; the cell shows the first and opens while it is written."""
    CHOICE = "choice"
    """One of a list: by number, first letters or the list; committed on leaving the cell."""
    WHOLE = "whole"
    """One line that means something only as a whole, such as a time; committed on leaving."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column.

    Attributes:
        key: its name in signals.
        title: its head, in the reader's language.
        least: smallest width in px at 100 %.
        share: how much of the width that is left over it takes.
        form: how it is written.
        write_on: of a CHOICE whose texts are free: what the entry of its list says that writes
            on behind the text; digits are then typed and choose nothing.
    """

    key: str
    title: str
    least: int
    share: float = 1.0
    form: ColumnForm = ColumnForm.LINE
    write_on: str = ""


@dataclass(frozen=True, slots=True)
class TableHeading:
    """Words across a row that is no record: nothing is typed there, and keys pass over it.

    Attributes:
        text: the words.
        strong: whether it heads what follows, else it is said between two rows.
        warns: whether it has the amber sign.
    """

    text: str
    strong: bool = False
    warns: bool = False


@dataclass(frozen=True, slots=True)
class TableChoice:
    """One entry of the list of a CHOICE column.

    Attributes:
        value: what the signal ``chosen`` carries.
        label: what the list says.
        colour: a key of ``tokens.STICKIES`` whose symbol stands before it, or empty.
    """

    value: str
    label: str
    colour: str = ""


class TableSource(Protocol):
    """The rows of a table; an explicit subclass gets the answers given here."""

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns from left to right."""
        ...

    def count(self) -> int:
        """Return the number of rows."""
        ...

    def row_key(self, row: int) -> str:
        """Return what tells a row from all others, whatever its place."""
        ...

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows, and what is copied of it."""
        ...

    def spoken(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell; ``row`` may be the empty one at the end."""
        ...

    def heading(self, row: int) -> TableHeading | None:
        """Return what stands across ``row`` when it is no record."""
        return None

    def row_name(self, row: int) -> str:
        """Return what stands beside a row."""
        return str(row + 1)

    def strong(self, row: int, column: int) -> bool:
        """Tell whether a text is set in bold: it was written where others follow by themselves."""
        return False

    def colour(self, row: int, column: int) -> str:
        """Return a key of ``tokens.STICKIES`` whose symbol stands in the cell, or empty."""
        return ""

    def choices(self, column: int) -> Sequence[TableChoice]:
        """Return the list of a CHOICE column."""
        return ()

    def open_end(self) -> bool:
        """Tell whether an empty row at the end takes new ones."""
        return True

    def placeholder(self, column: int) -> str:
        """Return what might be written in the empty row at the end."""
        return ""
