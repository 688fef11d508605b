"""A board with ideas, people in groups and a round, for tests of voting; and what can be read.

Owns what those tests share that is no fixture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from support.screen import shown_texts

from servicedesign.model import (
    Ballot,
    Board,
    Group,
    Note,
    Participant,
    StickyColour,
    VoteRound,
)
from servicedesign.model import msg as said
from servicedesign.store import Project, create_project
from servicedesign.tools.voting import rounds

IDEAS = ("ひとり", "夜の窓口", "暦", "伴走", "予約", "質問票", "記入例", "電話", "席", "通知")


def vote_project(folder: Path, ideas: int = 45, people: int = 12) -> Project:
    """Make a project with a board of ideas, and people in groups of four."""
    made = create_project(folder / "投票.sdproj")
    board = Board(title="会議の案")
    colours = list(StickyColour)
    with made.edit(said("案と人")):
        made.put(board)
        for number in range(1, ideas + 1):
            made.put(
                Note(
                    board_id=board.id,
                    number=number,
                    title=f"{IDEAS[number % len(IDEAS)]}の案{number}号",
                    colour=colours[number % len(colours)],
                    position=float(number),
                )
            )
        for number in range(people):
            if number % 4 == 0:
                group = Group(name=f"{number // 4 + 1}班", position=float(number))
                made.put(group)
            made.put(
                Participant(name=f"参加{number + 1}", group_id=group.id, position=float(number))
            )
    made.break_merge()
    return made


def open_vote(project: Project, *, budget: int = 5, cap: int = 2, **rules: object) -> VoteRound:
    """Open a round on all ideas and for everyone."""
    made = rounds.new_round(project, project.all(Board)[0].id)
    rounds.change_rules(project, made.id, budget=budget, cap=cap, **rules)  # type: ignore[arg-type]
    rounds.open_round(project, made.id)
    project.break_merge()
    return project.get(VoteRound, made.id)


def note(project: Project, number: int) -> Note:
    return project.all(Note, number=number)[0]


def ballots_of(project: Project) -> list[Counter[int]]:
    """Return what stands on each ballot, by the number of the idea, in the order of the ballots."""
    numbers = {one.id: one.number for one in project.all(Note)}
    ballots = sorted(project.all(Ballot), key=lambda ballot: ballot.number)
    return [
        Counter({numbers[vote.target_id]: vote.count for vote in ballot.votes})
        for ballot in ballots
    ]


def type_keys(widget: QWidget, text: str) -> None:
    """Press the keys of ``text`` one after the other."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(widget, letter)
        else:
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, key)


def numbers_shown(root: QWidget, among: Sequence[str]) -> list[str]:
    """Return the texts under ``root`` that hold one of the figures in ``among``."""
    return [text for text in shown_texts(root) if any(figure in text for figure in among)]
