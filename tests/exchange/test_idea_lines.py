"""Ideas from lists: text, CSV and the encodings that Japanese spreadsheets write."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.exchange.idea_lines import decode_text, read_ideas
from servicedesign.model import Board, Group, Note, ProjectError, StickyColour, msg
from servicedesign.store import create_project
from servicedesign.tools.board.actions import Idea, add_notes, find_board


def test_each_line_is_one_idea_and_empty_lines_are_none():
    ideas = read_ideas("窓口を一つに\n\n  スマホで下書き  \r\n", table=False)
    assert [idea.title for idea in ideas] == ["窓口を一つに", "スマホで下書き"]


def test_named_columns_are_taken_wherever_they_stand():
    text = "班,内容,題名\nA班,三つの課が集まる,土曜の相談日\n"
    assert read_ideas(text, table=True) == (Idea("土曜の相談日", "三つの課が集まる", "A班"),)


def test_a_block_from_a_spreadsheet_is_tab_separated():
    assert read_ideas("窓口\t一つに\n", table=True) == (Idea("窓口", "一つに"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_the_encodings_of_japanese_spreadsheets_are_read(encoding):
    assert decode_text("窓口を一つに、①番".encode(encoding)) == "窓口を一つに、①番"


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ProjectError, match="読めません"):
        decode_text(b"\x81\xff\xfe\x00\x80")


@given(st.lists(st.text(alphabet='あい,"\n1=<b>', min_size=1).filter(str.strip), max_size=8))
def test_what_a_table_holds_arrives_verbatim(titles):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["題名"])
    writer.writerows([[title] for title in titles])
    ideas = read_ideas(out.getvalue(), table=True)
    assert [idea.title for idea in ideas] == [title.strip() for title in titles]


def test_numbers_go_on_and_never_come_back_and_a_thousand_notes_are_one_step(tmp_path):
    project = create_project(tmp_path / "p.sdproj")
    board = Board(title="アイデア")
    with project.edit(msg("ボードを作る")):
        project.put(board)
        project.put(Group(name="A班", colour=StickyColour.SKY))
    first = add_notes(project, board.id, [Idea("一"), Idea("二", group="A班")])
    assert [note.number for note in first] == [1, 2]
    assert first[1].colour is StickyColour.SKY
    with project.edit(msg("付箋を消す")):
        project.delete(first[1])
    add_notes(project, find_board(project, "アイデア").id, [Idea(f"案{i}") for i in range(1000)])
    assert sorted(note.number for note in project.all(Note))[1] == 3
    project.undo()
    assert len(project.all(Note)) == 1
    with pytest.raises(ProjectError, match="Z班"):
        add_notes(project, board.id, [Idea("三", group="Z班")])
    with pytest.raises(ProjectError, match="ボードはありません"):
        find_board(project, "無い")
    project.close()


@pytest.mark.parametrize("name", ["2", "２"])
def test_a_board_is_found_by_its_number_however_it_is_typed(name, tmp_path):
    with create_project(tmp_path / "a.sdproj") as project:
        with project.edit(msg("作る")):
            for place in (1.0, 2.0):
                project.put(Board(title=f"板{place}", position=place))
        assert find_board(project, name).title == "板2.0"
        with pytest.raises(ProjectError, match="ありません"):
            find_board(project, "9" * 5_000)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_whatever_ends_the_rows_a_table_is_read(end):
    text = end.join(["題名,内容", "窓口,一つに", '下書き,"スマホで\n書く"', ""])
    assert read_ideas(text, table=True) == (
        Idea("窓口", "一つに"),
        Idea("下書き", "スマホで\n書く"),
    )


@pytest.mark.parametrize("table", [True, False])
def test_an_idea_too_long_to_keep_is_refused_and_never_cut(table):
    with pytest.raises(ProjectError, match="長いアイデア"):
        read_ideas("窓口\n" + "あ" * 200_001 + "\n", table=table)


def test_a_group_is_known_by_its_name_however_the_list_was_saved(tmp_path):
    with create_project(tmp_path / "a.sdproj") as project:
        board = Board()
        with project.edit(msg("作る")):
            project.put(board)
            project.put(Group(name="ガ班"))
        (note,) = add_notes(project, board.id, [Idea("窓口", group="カ\u3099班")])
        assert note.group_id == project.all(Group)[0].id
