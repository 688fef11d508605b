"""What one types in one go is one step; another cell, or the same one again, is another step.

Random hands write, leave, come back and take steps back. An independent model, a list of grids,
says what the file must hold after each of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.windows import compose, finish_composing, press

from servicedesign.model import (
    Cell,
    Interview,
    InterviewEntry,
    Issue,
    Lane,
    Participant,
    Phase,
    msg,
)
from servicedesign.store import create_project
from servicedesign.tools.journey import maps
from servicedesign.tools.journey.grid.moving import Spot

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL = Mod.ControlModifier
Grid = dict[tuple[int, int], str]
COLUMNS = ("name", "kana", "affiliation")
ROWS = 3


@pytest.fixture
def project(tmp_path: Path):
    made = create_project(tmp_path / "歩み.sdproj")
    yield made
    made.close(discard=True)


class Hands:
    """Random hands on cells, and the model of what they did."""

    def __init__(
        self,
        qtbot,
        go: Callable[[int, int], None],
        read: Callable[[], Grid],
        ends: Sequence[Key] = (Key.Key_Return, Key.Key_Tab, Key.Key_Escape),
    ) -> None:
        self._qtbot, self._go, self._read, self._ends = qtbot, go, read, ends
        self._states: list[Grid] = [read()]
        self._at = 0

    def write(self, col: int, row: int, text: str, end: Key) -> None:
        """Write a cell anew: at once, or in two parts with a commit between them."""
        self._go(col, row)
        focus = QApplication.focusWidget()
        if text.isascii():
            self._qtbot.keyClicks(focus, text[:2])
            focus.flush()
            self._qtbot.keyClicks(focus, text[2:])
        else:
            compose(focus, text[:1])
            compose(focus, text)
            finish_composing(focus, text)
        press(self._qtbot, end)
        now = self._states[self._at]
        if now.get((col, row)) != text:
            self._states[self._at + 1 :] = [{**now, (col, row): text}]
            self._at += 1
        elif text.isascii():  # half of it was kept in between, so nothing can be made again
            del self._states[self._at + 1 :]
        self.check()

    def step(self, by: int) -> None:
        """Take a step back or make it again, as far as these hands made any."""
        if not 0 <= self._at + by < len(self._states):
            return
        press(self._qtbot, Key.Key_Z if by < 0 else Key.Key_Y, CTRL)
        self._at += by
        self.check()

    def check(self) -> None:
        assert self._read() == self._states[self._at]

    def go_wild(self, seed: int, cols: int, rows: int, actions: int = 40) -> None:
        dice = random.Random(seed)
        for number in range(actions):
            if dice.random() < 0.65:
                word = dice.choice(["abcd", "窓口", f"n{number}xyz", "😀", "=1+1"])
                end = dice.choice(self._ends)
                self.write(dice.randrange(cols), dice.randrange(rows), word, end)
            else:
                self.step(dice.choice([-1, -1, 1]))
        for _ in self._states:
            self.step(-1)
        for _ in self._states:
            self.step(1)


@pytest.mark.parametrize("seed", range(3))
def test_random_hands_in_the_table_of_participants(qtbot, open_editor, project, seed):
    with project.edit(msg("用意する")):
        for row in range(ROWS):
            project.put(Participant(name=f"人{row}", position=float(row)))
    editor = open_editor(project, "participants")
    table = editor._view.table
    made = {one.id for one in project.all(Participant)}

    def read() -> Grid:
        people = project.all(Participant)
        assert {one.id for one in people} == made
        cells = {(c, r): getattr(one, k) for r, one in enumerate(people)
                 for c, k in enumerate(COLUMNS)}  # fmt: skip
        return {place: text for place, text in cells.items() if text}

    def go(col: int, row: int) -> None:
        table.go(row, col)
        table.setFocus()

    project.inside.history.break_merge()
    Hands(qtbot, go, read).go_wild(seed, len(COLUMNS), ROWS, actions=25)


@pytest.mark.parametrize("seed", range(3))
def test_random_hands_on_a_map(qtbot, open_editor, project, seed):
    journey = maps.add_map(project, maps.PRESETS[0], lambda text: text)
    editor = open_editor(project, "journey")
    grid = editor._desks.hands().grid

    def read() -> Grid:
        lanes = [lane.id for lane in project.all(Lane, map_id=journey.id)]
        columns = [phase.id for phase in project.all(Phase, map_id=journey.id)]
        found: Grid = {}
        for cell in project.all(Cell):
            place = (columns.index(cell.phase_id), lanes.index(cell.lane_id))
            assert place not in found
            found[place] = cell.text
        return found

    def go(col: int, row: int) -> None:
        editor._desks.hands().grid.select(Spot(col, row))
        grid.setFocus()

    project.break_merge()
    Hands(qtbot, go, read).go_wild(seed, 3, 3, actions=25)


@pytest.mark.parametrize("seed", range(2))
def test_random_hands_in_an_interview(qtbot, open_editor, project, seed):
    talk = Interview(code="H-01")
    with project.edit(msg("用意する")):
        project.put(talk)
        for row in range(ROWS):
            project.put(InterviewEntry(interview_id=talk.id, position=float(row)))
    entries = open_editor(project, "interview")._layout.entries
    names = ("question", "verbatim", "observation")

    def read() -> Grid:
        found = project.all(InterviewEntry)
        assert len(found) == ROWS
        cells = {
            (c, r): getattr(one, k) for r, one in enumerate(found) for c, k in enumerate(names)
        }
        return {place: text for place, text in cells.items() if text}

    def go(col: int, row: int) -> None:
        field = entries.rows()[row].fields[names[col]]
        field.setFocus()
        field.selectAll()

    Hands(qtbot, go, read, [Key.Key_Tab]).go_wild(seed, len(names), ROWS, actions=25)


@pytest.mark.parametrize("seed", range(2))
def test_random_hands_on_issues(qtbot, open_editor, project, seed):
    with project.edit(msg("用意する")):
        for row in range(ROWS):
            project.put(Issue(number=row + 1, rank=row + 1, position=float(row)))
    editor = open_editor(project, "issues")
    ids = [issue.id for issue in project.all(Issue)]
    names = ("title", "detail")

    def read() -> Grid:
        cells = {
            (c, r): getattr(project.get(Issue, one), key)
            for r, one in enumerate(ids)
            for c, key in enumerate(names)
        }
        return {place: text for place, text in cells.items() if text}

    def go(col: int, row: int) -> None:
        editor.reveal("issue", ids[row], names[col])
        QApplication.focusWidget().selectAll()

    Hands(qtbot, go, read, [Key.Key_Tab]).go_wild(seed, len(names), ROWS, actions=25)
