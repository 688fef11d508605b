"""Hands for the payoff pages: dragging, typing and pressing as people do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.windows import finish_composing

from servicedesign.model import PayoffItem, PayoffMatrix
from servicedesign.store import Project
from servicedesign.tools.payoff import actions
from servicedesign.tools.payoff.matrix_view import MatrixView

Key, Mod = Qt.Key, Qt.KeyboardModifier
Left = Qt.MouseButton.LeftButton


def items(project: Project) -> tuple[PayoffItem, ...]:
    return project.all(PayoffItem)


def drag(view: MatrixView, start: QPointF, end: QPointF) -> None:
    """Drag as a hand does, in several moves."""
    begin, stop = start.toPoint(), end.toPoint()
    QTest.mousePress(view, Left, Mod.NoModifier, begin)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view, begin + QPoint(*(round(v * share) for v in (stop - begin).toTuple())))
        QApplication.processEvents()
    QTest.mouseRelease(view, Left, Mod.NoModifier, stop)


def type_keys(text: str) -> None:
    """Type where the focus is; other letters than a keyboard has come from an input method."""
    if text.isascii():
        QTest.keyClicks(QApplication.focusWidget(), text)
    else:
        finish_composing(QApplication.focusWidget(), text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def begin_anew(project: Project) -> None:
    """Put the first five ideas on a matrix of which nothing was rated yet, instead of the old."""
    matrix = project.all(PayoffMatrix)[0]
    notes = [one.note_id or "" for one in project.all(PayoffItem)]
    actions.delete_matrix(project, matrix.id)
    actions.add_matrix(project, notes[:5], matrix.board_id)
