"""The menu of frames: each line lays the board on what it names."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.boards import board_project

from servicedesign.model import Board, BoardFrame, JourneyMap
from servicedesign.model import msg as said


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    yield made
    made.close(discard=True)


def test_a_map_in_the_menu_lays_the_board_on_that_map(open_editor, project):
    with project.edit(said("地図")):
        project.put(JourneyMap(title="今の手続", position=1))
        project.put(JourneyMap(title="これから", position=2))
    editor = open_editor(project, "board")
    menu = editor.framing.menu()
    for journey in project.all(JourneyMap):
        (line,) = [one for one in menu.actions() if journey.title in one.text()]
        line.trigger()
        (board,) = project.all(Board)
        assert (board.frame, board.journey_map_id) == (BoardFrame.JOURNEY, journey.id)
    menu.deleteLater()
