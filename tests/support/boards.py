"""A board with four notes, and hands for it, for tests of the board's editor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesign.model import Cluster, Group, Issue, Note, StickyColour
from servicedesign.model import msg as said
from servicedesign.store import Project, create_project
from servicedesign.tools.board import actions, clusters, notes
from servicedesign.ui.canvas.note_field import NoteField

Left = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def board_project(folder: Path) -> Project:
    """Make a project with a board of four notes, two groups and an issue."""
    made = create_project(folder / "会議.sdproj")
    board = actions.add_board(made, "案")
    with made.edit(said("班")):
        made.put(Group(name="みなみ班", colour=StickyColour.SKY, position=1))
        made.put(Group(name="きた班", colour=StickyColour.BEIGE, position=2))
        made.put(Issue(number=1, title="仕事を休まずに済ませたい"))
    for number in range(4):
        notes.add_note(made, board.id, f"案その{number + 1}", 176.0 * number, 0.0)
    made.break_merge()
    return made


def ids(project: Project) -> list[str]:
    return [note.id for note in project.all(Note)]


def words(project: Project) -> list[str]:
    return [note.title or note.text for note in project.all(Note)]


def focus() -> object:
    return QApplication.focusWidget()


def field() -> NoteField:
    """Return the field in which a note is being written: it must have the focus."""
    found = focus()
    assert isinstance(found, NoteField)
    return found


def drag(view, start: QPoint, way: QPoint, held: Qt.KeyboardModifier = _NONE) -> None:
    """Drag as a hand does, in several moves."""
    area = view.viewport()
    QTest.mousePress(area, Left, held, start)
    for step in (way / 3, way):
        spot = QPointF(start + step)
        move = QMouseEvent(QEvent.Type.MouseMove, spot, area.mapToGlobal(spot), Left, Left, held)
        QCoreApplication.sendEvent(area, move)
    QTest.mouseRelease(area, Left, held, start + way)


def carry(view, start: QPoint, end: QPoint, rest_ms: int = 0) -> None:
    """Drag, and rest at the end before letting go."""
    area = view.viewport()
    QTest.mousePress(area, Left, _NONE, start)
    for step in (0.3, 0.7, 1.0):
        spot = QPointF(start) + QPointF(end - start) * step
        where = area.mapToGlobal(spot)
        move = QMouseEvent(QEvent.Type.MouseMove, spot, where, Left, Left, _NONE)
        QCoreApplication.sendEvent(area, move)
    if rest_ms:
        QTest.qWait(rest_ms)
    QTest.mouseRelease(area, Left, _NONE, end)


def made(project: Project, *some: str) -> Cluster:
    """Make a cluster of some notes, as a step of its own."""
    cluster = clusters.make_cluster(project, some)
    project.break_merge()
    return project.get(Cluster, cluster.id)
