"""A block of a spreadsheet comes and goes through the clipboard as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model.table_text import read_block, write_block

CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\t\n"'), max_size=12
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=6))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    # A row of one empty cell is an empty line, which says nothing of its cells.
    expected = tuple(() if row == [""] else tuple(row) for row in rows)
    assert read_block(write_block(rows)) == expected


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error_and_keeps_its_letters(text: str) -> None:
    block = read_block(text)
    read = sorted(letter for row in block for cell in row for letter in cell if letter.isalpha())
    assert read == sorted(letter for letter in text if letter.isalpha())


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('"一行目\n二行目"\tb', (("一行目\n二行目", "b"),)),
        ('"彼は""はい""と言った"\t', (('彼は"はい"と言った', ""),)),
        ('5" の画面\tb\nc\td', (('5" の画面', "b"), ("c", "d"))),
        ('"閉じない引用\tb\nc\td', (('"閉じない引用', "b"), ("c", "d"))),
        ("a\n\nb\tc", (("a",), (), ("b", "c"))),
        ("", ()),
        ("\n\t\n", ()),
    ],
)
def test_what_spreadsheets_put_on_the_clipboard(
    text: str, block: tuple[tuple[str, ...], ...]
) -> None:
    assert read_block(text) == block
