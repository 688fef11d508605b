"""Ideas in a text or a file from another program: lines, a block of a spreadsheet, CSV.

Owns which column is what. Where no heading says so the first cell is the title, a cell with the
name of a group gives it the idea, all others are text: nothing is left out. Must not write.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from servicedesign.exchange.files import read_bytes
from servicedesign.exchange.idea_lines import columns_of, decode_text, table_rows
from servicedesign.model import Group, ProjectError, msg
from servicedesign.model.normalise import MAX_TEXT, fold
from servicedesign.model.table_text import read_block
from servicedesign.tools.board.actions import Idea
from servicedesign.tools.new_notes import parted

TABLES: Final = (".csv", ".tsv")
"""Endings of files with rows and columns."""
LISTS: Final = (*TABLES, ".txt")
"""Endings of files that hold ideas."""
_MOST_LETTERS: Final = 20_000_000
"""A text longer than this is not even parted into lines."""


def ideas_of_text(text: str, groups: Sequence[Group]) -> list[Idea]:
    """Return the ideas of a text as it lies on the clipboard, empty lines left out.

    Raises:
        ProjectError: one is longer than a note can keep.
    """
    text = text[:_MOST_LETTERS]
    if "\t" in text.strip():
        return ideas_of_rows(read_block(text), groups)
    return [Idea(*_kept(line.strip())) for line in text.splitlines() if line.strip()]


def ideas_of_file(path: Path, groups: Sequence[Group]) -> list[Idea]:
    """Return the ideas of a text or a table.

    Raises:
        ProjectError: it cannot be read or is no text.
    """
    data = read_bytes(path)
    if len(data) > _MOST_LETTERS or (b"\0" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise ProjectError(
            msg("「{name}」は、文や表のファイルとして読めません。", name=path.name),
            msg("何も貼っていません。"),
            msg("1行に1件の文かCSVで保存し直してください。"),
        )
    text = decode_text(data)
    if path.suffix.lower() in TABLES:
        return ideas_of_rows(table_rows(text), groups)
    return ideas_of_text(text, groups)


def ideas_of_rows(rows: Sequence[Sequence[str]], groups: Sequence[Group]) -> list[Idea]:
    """Return the ideas of a table, whose first row may name the columns.

    Raises:
        ProjectError: one is longer than a note can keep.
    """
    rows = [[cell.strip() for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    columns = columns_of(rows[0]) if rows else {}
    names = {fold(group.name): group.name for group in groups if group.name}
    if columns:
        ideas = [_named(row, columns, names) for row in rows[1:]]
    else:
        counted = all(len(row) > 1 and row[0].isdecimal() for row in rows)
        ideas = [_unnamed(row[1:] if counted else row, names) for row in rows]
    return [idea for idea in ideas if idea.title or idea.text]


def _named(row: Sequence[str], columns: dict[str, int], names: dict[str, str]) -> Idea:
    cells = {name: row[at] for name, at in columns.items() if at < len(row)}
    group = cells.get("group", "")
    known = names.get(fold(group), "")
    return _idea([cells.get("title", ""), cells.get("text", ""), "" if known else group], known)


def _unnamed(row: Sequence[str], names: dict[str, str]) -> Idea:
    known = next((cell for cell in row[1:] if fold(cell) in names), "")
    cells = list(row)
    if known:
        cells.remove(known)
    return _idea(cells, names.get(fold(known), ""))


def _idea(cells: Sequence[str], group: str) -> Idea:
    title, text = _kept("\n".join(cell for cell in cells if cell))
    return Idea(title, text, group)


def _kept(words: str) -> tuple[str, str]:
    """Return title and text of ``words``; what no note can keep whole is refused."""
    if len(words) > MAX_TEXT:
        raise ProjectError(
            msg("{most}文字より長いアイデアがあります。", most=MAX_TEXT),
            msg("何も書き込んでいません。"),
            msg("1行に1件になっているか確かめ、短く分けてください。"),
        )
    return parted(words)
