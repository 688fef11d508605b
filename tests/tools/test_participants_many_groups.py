"""Many groups: the first cards are there at once, the others when they are needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from servicedesign.model import Group, Participant, msg
from servicedesign.store import create_project
from servicedesign.tools.participants import grouping, leaving
from servicedesign.tools.participants.group_board import NOBODY
from servicedesign.ui.tab_stops import tab_stops

COUNT = 20


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "大きな会.sdproj")
    with made.edit(msg("用意する")):
        groups = [Group(name=f"{n + 1}班", position=float(n)) for n in range(COUNT)]
        for group in groups:
            made.put(group)
        for n in range(COUNT * 2):
            who = Participant(name=f"人{n}", position=float(n), group_id=groups[n % COUNT].id)
            made.put(who)
    yield made
    made.close(discard=True)


@pytest.fixture
def board(open_editor, project):
    return open_editor(project, "participants")._view.board


def all_made(qtbot, board) -> None:
    qtbot.waitUntil(lambda: len(board.cards()) == COUNT)


def test_all_cards_come_in_order_with_their_people(qtbot, project, board):
    assert 0 < len(board.cards()) < COUNT
    all_made(qtbot, board)
    assert list(board.cards()) == board.group_ids() == [one.id for one in project.all(Group)]
    assert [card.people.count() for card in board.cards().values()] == [2] * COUNT
    tops = [card.y() for card in board.cards().values()]
    assert tops == sorted(set(tops))
    stops = tab_stops(board.window())
    names = [stops.index(card.name) for card in board.cards().values()]
    assert names == sorted(names)


def test_a_person_in_a_card_not_made_yet_is_gone_to(project, board):
    last = project.all(Participant)[COUNT - 1]
    assert board.use_person(last.id)
    assert board.person_in_use() == last.id
    assert QApplication.focusWidget() is board.cards()[last.group_id].people


def test_a_group_deleted_before_its_card_was_made_gets_none(qtbot, project, board):
    leaving.delete_group(project, project.all(Group)[-1].id)
    left = [one.id for one in project.all(Group)]
    qtbot.waitUntil(lambda: list(board.cards()) == [NOBODY, *left])


def test_a_group_that_moves_and_comes_back_keeps_its_card(qtbot, project, board):
    all_made(qtbot, board)
    first = project.all(Group)[0]
    card = board.cards()[first.id]
    for undo in (False, True):
        if undo:
            project.undo()
        else:
            grouping.move_group(project, first.id, 3)
        wanted = [one.id for one in project.all(Group)]
        assert list(board.cards()) == wanted
        assert board.cards()[first.id] is card
        qtbot.waitUntil(lambda ids=wanted: in_order(board, ids))


def in_order(board, ids) -> bool:
    tops = [board.cards()[one].y() for one in ids]
    return tops == sorted(set(tops))
