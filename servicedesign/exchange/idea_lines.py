"""Ideas from a list: one a line of text, or one a row of a table.

Owns the reading of CSV, tab-separated and plain text into ideas, in the encodings that Japanese
spreadsheets write. Must not write anything.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from servicedesign.model import ProjectError, msg
from servicedesign.model.normalise import MAX_TEXT
from servicedesign.tools.board.actions import Idea

MAX_IDEAS: Final = 20_000
"""Most ideas taken in at once."""

_MAX_FIELD: Final = 1_000_000
_HEADS: Final = {
    "title": ("title", "題名", "タイトル", "見出し", "案の名前"),
    "text": ("text", "idea", "内容", "アイデア", "案", "説明"),
    "group": ("group", "班", "グループ"),
}


def decode_text(data: bytes) -> str:
    """Return the text of ``data``: UTF-8 with or without a mark, UTF-16 with one, or Shift_JIS.

    Raises:
        ProjectError: it is none of these.
    """
    encodings = ["utf-8-sig", "cp932"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable()


def read_ideas(text: str, *, table: bool) -> tuple[Idea, ...]:
    """Return the ideas of ``text``, empty lines left out.

    Args:
        text: the list.
        table: True for CSV or tab-separated rows, whose first row may name the columns; with no
            such row a single column is the title, and two are title and text.

    Raises:
        ProjectError: the table cannot be read, there are more than MAX_IDEAS rows, or an idea is
            longer than a note can keep.
    """
    ideas = _from_table(text) if table else [Idea(title=line.strip()) for line in text.splitlines()]
    kept = tuple(idea for idea in ideas if idea.title.strip() or idea.text.strip())
    if len(kept) > MAX_IDEAS:
        raise ProjectError(
            msg(
                "一度に読み込めるのは{most}件までです（{count}件）。",
                most=MAX_IDEAS,
                count=len(kept),
            ),
            msg("何も書き込んでいません。"),
            msg("いくつかに分けて読み込んでください。"),
        )
    if any(len(part) > MAX_TEXT for idea in kept for part in (idea.title, idea.text)):
        raise ProjectError(
            msg("{most}文字より長いアイデアがあります。", most=MAX_TEXT),
            msg("何も書き込んでいません。"),
            msg("1行に1件になっているか確かめ、短く分けてください。"),
        )
    return kept


def table_rows(text: str) -> list[list[str]]:
    """Return the rows of a CSV or tab-separated table, empty ones left out.

    Raises:
        ProjectError: it cannot be read.
    """
    lines = io.StringIO(text, newline=None)  # whatever ends a line, as old spreadsheets do
    dialect: type[csv.Dialect] = csv.excel_tab if "\t" in lines.readline() else csv.excel
    lines.seek(0)
    limit = csv.field_size_limit(_MAX_FIELD)
    try:
        return [row for row in csv.reader(lines, dialect) if any(map(str.strip, row))]
    except csv.Error as error:
        raise _unreadable() from error
    finally:
        csv.field_size_limit(limit)


def _from_table(text: str) -> list[Idea]:
    rows = table_rows(text)
    if not rows:
        return []
    columns = columns_of(rows[0])
    if columns:
        rows = rows[1:]
    else:
        columns = {"title": 0, "text": 1, "group": 2}
    return [
        Idea(**{name: row[at].strip() for name, at in columns.items() if at < len(row)})
        for row in rows
    ]


def columns_of(row: Sequence[str]) -> dict[str, int]:
    """Return which column is title, text and group as the heading ``row`` says; empty if none."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        word = cell.strip().lower()
        for name, heads in _HEADS.items():
            if word in heads:
                found.setdefault(name, at)
    return found if "title" in found or "text" in found else {}


def _unreadable() -> ProjectError:
    return ProjectError(
        msg("アイデアの一覧を読めません。"),
        msg("何も書き込んでいません。"),
        msg("UTF-8かShift_JISの、1行に1件の文かCSVで保存し直してください。"),
    )
