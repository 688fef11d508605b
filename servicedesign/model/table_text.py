"""Blocks of a spreadsheet as plain text, the form in which they cross the clipboard.

Owns reading and writing that form: cells parted by tabs, rows by line ends, a cell with a tab, a
line end or a quote in double quotes (as spreadsheets write it). Must not know what a cell means.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_CLOSED = re.compile(r'"(?:[^"]|"")*+"(?=[\t\n]|\Z)')
"""A cell in quotes, from the first to the last."""

_CELL_END = re.compile(r"[\t\n]")

Block = tuple[tuple[str, ...], ...]
"""Rows of cells; a ragged block stays ragged."""


def read_block(text: str) -> Block:
    r"""Return the cells of ``text``; line ends inside a cell are ``\n``, cells are not trimmed.

    A quote that is never closed is taken as a plain character, so that one stray quote cannot
    swallow the rows after it. Empty rows at the end are dropped, those in between are kept.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    rows = _quoted(text) if _quotes_close(text) else _plain(text)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return tuple(tuple(row) for row in rows)


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """Return ``rows`` as text that ``read_block`` and any spreadsheet read back cell by cell."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def _written(cell: str) -> str:
    if any(mark in cell for mark in '\t\n"\r'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _quotes_close(text: str) -> bool:
    """Tell whether every quote that opens a cell is closed at the end of a cell."""
    if '"' not in text:
        return True
    cell = 0
    while cell <= len(text):
        if text.startswith('"', cell):
            closed = _CLOSED.match(text, cell)
            if closed is None:
                return False
            cell = closed.end()
        end = _CELL_END.search(text, cell)
        if end is None:
            return True
        cell = end.end()
    return True


def _quoted(text: str) -> list[list[str]]:
    limit = csv.field_size_limit()
    csv.field_size_limit(max(limit, len(text) + 1))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    finally:
        csv.field_size_limit(limit)


def _plain(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n")]
