"""Random hands on a board: the file stays sound, what is seen is what is kept, all can be undone.

Real events on the real window: presses, drags, double clicks, wheels, letters and commands, with
clusters, frames, photos and sketches, in both ways of looking. ``BOARD_MONKEY_SEEDS`` names other
seeds, ``BOARD_MONKEY_ACTIONS`` how much each does.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support import pictures
from support.boards import board_project

from servicedesign.model import Board, BoardFrame, Cluster, Note
from servicedesign.tools.board.photo_notes import add_photo_note
from servicedesign.ui.widgets.typing_field import typing_fields

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
SEEDS = [int(one) for one in os.environ.get("BOARD_MONKEY_SEEDS", "11,12,13,32").split(",")]
ACTIONS = int(os.environ.get("BOARD_MONKEY_ACTIONS", "60"))
LETTERS = (
    *(Key.Key_N, Key.Key_V, Key.Key_H, Key.Key_L, Key.Key_P, Key.Key_E, Key.Key_F, Key.Key_M),
    *(Key.Key_Q, Key.Key_T, Key.Key_D, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_Return),
    *(Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Delete, Key.Key_Space),
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_F2, Key.Key_Backspace),
)
HELD = (Mod.NoModifier, Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier, Mod.AltModifier)
COMMANDS = (
    *("undo", "undo", "redo", "board_all", "board_copy", "board_cluster", "board_loosen"),
    *("board_fold", "board_columns", "board_columns", "board_tidy", "board_lock", "board_front"),
    *("board_back", "board_left", "board_across", "zoom_fit", "zoom_in", "zoom_out", "delete"),
)


class Monkey:
    """Two hands with dice on the window of ``editor``."""

    def __init__(self, editor, project, dice: random.Random) -> None:
        self._editor = editor
        self._project = project
        self._dice = dice
        self._view = editor.view
        self._ways: list[Callable[[], object]] = [
            *[self.drag] * 6,
            *[self.click] * 4,
            *[self.key] * 5,
            *[self.command] * 5,
            *[self.type] * 2,
            self.double_click,
            self.wheel,
            self.frame,
        ]

    def act(self) -> None:
        self._dice.choice(self._ways)()
        QCoreApplication.processEvents()

    def _spot(self) -> QPoint:
        """Return a point of the view, rather on a note or a head than beside all."""
        contents, view = self._view.contents, self._view
        if self._dice.random() < 0.7:
            boxes = [entry.rect().center() for entry in contents.entries()]
            boxes += [QPointF(look.x + 40, look.y + 20) for look in contents.clusters()]
            if boxes:
                spot = view.to_view(self._dice.choice(boxes)).toPoint()
                if view.viewport().rect().contains(spot):
                    return spot
        size = view.viewport().size()
        return QPoint(self._dice.randrange(size.width()), self._dice.randrange(size.height()))

    def _held(self) -> Qt.KeyboardModifier:
        return self._dice.choice(HELD)

    def drag(self) -> None:
        area, held, start, end = self._view.viewport(), self._held(), self._spot(), self._spot()
        QTest.mousePress(area, Button.LeftButton, held, start)
        for step in (0.2, 0.6, 1.0):
            spot = QPointF(start) + QPointF(end - start) * step
            where = area.mapToGlobal(spot)
            move = QMouseEvent(
                QEvent.Type.MouseMove, spot, where, Button.LeftButton, Button.LeftButton, held
            )
            QCoreApplication.sendEvent(area, move)
        if self._dice.random() < 0.1:
            QTest.keyClick(self._view, Key.Key_Escape)
        if self._dice.random() < 0.1:
            self.command()  # a step while a hand is under way
        QTest.mouseRelease(area, Button.LeftButton, held, end)

    def click(self) -> None:
        button = self._dice.choice([Button.LeftButton] * 5 + [Button.MiddleButton])
        QTest.mouseClick(self._view.viewport(), button, self._held(), self._spot())

    def double_click(self) -> None:
        QTest.mouseDClick(self._view.viewport(), Button.LeftButton, Mod.NoModifier, self._spot())

    def wheel(self) -> None:
        spot = QPointF(self._spot())
        turn = QPoint(0, self._dice.choice([-240, -120, 120, 240]))
        event = QWheelEvent(
            spot, self._view.viewport().mapToGlobal(spot), QPoint(), turn, Button.NoButton,
            self._dice.choice([Mod.NoModifier, Mod.ControlModifier]), Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QCoreApplication.sendEvent(self._view.viewport(), event)

    def key(self) -> None:
        focus = QApplication.focusWidget() or self._view
        QTest.keyClick(focus, self._dice.choice(LETTERS), self._dice.choice(HELD[:3]))

    def type(self) -> None:
        focus = QApplication.focusWidget()
        if focus in list(typing_fields(self._editor.window())):
            focus.insertPlainText(self._dice.choice(["窓口", "a b", "\n", "長い案" * 20, "😀"]))
        else:
            self.key()

    def command(self) -> None:
        name = self._dice.choice(COMMANDS)
        if name in self._editor.commands() or name in ("undo", "redo"):
            self._editor.context.shell.command(name)

    def frame(self) -> None:
        self._editor.ensure_board()
        frames = [one for one in BoardFrame if one is not BoardFrame.JOURNEY]
        self._editor.framing.choose(self._dice.choice([BoardFrame.BLANK, *frames]))


@pytest.fixture
def project(tmp_path: Path):
    made = board_project(tmp_path)
    board = made.all(Board)[0].id
    add_photo_note(made, board, pictures.photo((90, 60)), "写真", 800.0, 0.0)
    made.break_merge()
    yield made
    made.close(discard=True)


def check(editor, project) -> None:
    """Compare what is shown with what is kept."""
    shown = set(editor.view.contents.ids())
    folded = {one.id for one in project.all(Cluster) if one.folded}
    notes = {
        note.id
        for note in project.all(Note, board_id=editor.board_id)
        if editor.showing.by_cluster or note.cluster_id not in folded
    }
    assert shown == notes


@pytest.mark.modal
@pytest.mark.parametrize("seed", SEEDS)
def test_random_hands_break_nothing(qtbot, open_editor, project, seed):
    editor = open_editor(project, "board")
    faults: list[object] = []
    editor.window().services().faults.failed.connect(faults.append)
    answering = QTimer()
    answering.timeout.connect(
        lambda: (found := QApplication.activeModalWidget()) and found.reject()
    )
    answering.start(5)
    monkey = Monkey(editor, project, random.Random(seed))
    for _ in range(ACTIONS):
        monkey.act()
        check(editor, project)
        assert not faults
    editor.flush()
    editor.writing.end()
    editor.affinity.title.end()
    check(editor, project)
    assert not project.check()
    answering.stop()
    made = project.dump()["records"]
    steps = 0
    while project.undo() is not None:
        steps += 1
    assert not project.all(Note)
    check(editor, project)
    for _ in range(steps):
        project.redo()
    assert project.dump()["records"] == made
    check(editor, project)
    assert not faults
