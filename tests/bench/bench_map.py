"""A journey map of 30 phases and 20 lanes, all filled: opening it, and one keystroke on it.

Measured against an empty map in the same run. The bars of the issue are absolute (0.5 s to open,
0.05 s a keystroke); they are held as seconds that the full map takes on top of the empty one.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from timing import Result, compare

PHASES, LANES = 30, 20
OPENING, KEYSTROKE = 0.5, 0.05
WORDS = "窓口で三度同じことを話し、書類を出し直したので半日の休みを四回取った。"


def results(rounds: int = 7) -> Iterator[Result]:
    """Yield the comparisons: opening the editor, a keystroke painted, a keystroke committed."""
    from PySide6.QtWidgets import QApplication

    from servicedesign.ui.theme import apply_theme, load_fonts

    application = QApplication.instance() or QApplication(sys.argv)
    load_fonts()
    apply_theme(application, 100)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full.sdproj", Path(folder) / "empty.sdproj"
        make(full, PHASES, LANES)
        make(empty, 0, 0)
        yield compare(
            "a map of 30 × 20 opens",
            lambda: opened(full),
            lambda: opened(empty),
            rounds=rounds,
            bar=OPENING,
            added=True,
        )
        with Shown(full) as ours, Shown(empty) as bare:
            yield compare(
                "one keystroke on it is painted",
                ours.keystroke,
                bare.keystroke,
                rounds=rounds * 10,
                bar=KEYSTROKE,
                added=True,
            )
            yield compare(
                "one keystroke on it is kept",
                ours.commit,
                bare.commit,
                rounds=rounds * 5,
                bar=KEYSTROKE,
                added=True,
            )


def make(path: Path, phases: int, lanes: int) -> None:
    """Write a project with one map, every place filled; 0 × 0 is four phases with nothing."""
    from servicedesign.model import Cell, EvidenceLevel, JourneyMap, Lane, LaneKind, Phase, msg
    from servicedesign.store import create_project

    kinds = [kind for kind in LaneKind if kind is not LaneKind.CUSTOM]
    project = create_project(path)
    journey = JourneyMap(title="手当が届くまで")
    count = itertools.count()
    with project.edit(msg("作る")):
        project.put(journey)
        columns = [
            Phase(map_id=journey.id, title=f"段階{n}", position=float(n))
            for n in range(phases or 4)
        ]
        rows = [
            Lane(map_id=journey.id, kind=kinds[n % len(kinds)], position=float(n))
            for n in range(lanes or 5)
        ]
        for record in (*columns, *rows):
            project.put(record)
        for row in rows if lanes else ():
            for column in columns:
                number = next(count)
                cell = Cell(
                    map_id=journey.id,
                    phase_id=column.id,
                    lane_id=row.id,
                    text=WORDS[number % 7 : number % 7 + 12 + number % 17],
                    evidence=list(EvidenceLevel)[number % 3],
                )
                feeling = row.kind is LaneKind.EMOTION
                level = float(number % 5 - 2) if feeling else None
                project.put(_with_level(cell, level))
    project.close()


def _with_level(cell: Any, level: float | None) -> Any:
    from dataclasses import replace

    return replace(cell, emotion=level)


class Shown:
    """The editor of a project, on screen, at work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._letters = itertools.cycle("書く人の窓口")

    def __enter__(self) -> Self:
        from servicedesign.store import open_project

        self.project = open_project(self._path)
        self.editor = editor_of(self.project)
        self.editor.resize(1294, 656)
        self.editor.show()
        settle()
        self._grid = self.editor._desks.hands().grid
        return self

    def __exit__(self, *_exc: object) -> None:
        self._grid.writing.leave()
        self.editor.hide()
        self.editor.deleteLater()
        settle()
        self.project.close()

    def keystroke(self) -> float:
        """Type one letter and paint it."""
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(next(self._letters))
        started = time.perf_counter()
        QCoreApplication.sendEvent(self._grid.writing.edit, event)
        self.editor.repaint()
        QCoreApplication.processEvents()
        return time.perf_counter() - started

    def commit(self) -> float:
        """Type one letter and let it be kept, with everything that follows."""
        from PySide6.QtCore import QCoreApplication

        self.keystroke()
        started = time.perf_counter()
        self.editor.flush()
        self.editor.repaint()
        QCoreApplication.processEvents()
        return time.perf_counter() - started


def opened(path: Path) -> float:
    """Return the seconds from asking for the editor to its first picture."""
    from PySide6.QtCore import QCoreApplication

    from servicedesign.store import open_project

    with open_project(path) as project:
        started = time.perf_counter()
        editor = editor_of(project)
        editor.resize(1294, 656)
        editor.show()
        editor.repaint()
        QCoreApplication.processEvents()
        took = time.perf_counter() - started
        editor.hide()
        editor.deleteLater()
        settle()
    return took


def settle() -> None:
    """Let what is left to be done be done: rows out of sight, widgets to go."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(60):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Shell:
    """A window that nobody asks for anything."""

    def go(self, kind: str, record_id: str, field: str = "") -> bool:
        return False

    def go_tool(self, tool_id: str) -> bool:
        return False

    def can_go_tool(self, tool_id: str) -> bool:
        return False

    def toast(self, text: str, *, undo: bool = False) -> None:
        pass

    def warn(self, text: str, action: str = "", on_action: object = None) -> None:
        pass

    def command(self, command_id: str) -> None:
        pass


def editor_of(project: Any) -> Any:
    """Return the editor, refreshed by each step as in the window."""
    from servicedesign.i18n import translator
    from servicedesign.tools.journey.editor import JourneyEditor
    from servicedesign.ui.context import EditorContext
    from servicedesign.ui.hub import ProjectHub

    hub = ProjectHub(project)
    context = EditorContext(project, hub, translator("ja"), "ja", datetime.now, _Shell())
    editor = JourneyEditor(context)
    hub.setParent(editor)
    hub.changed.connect(editor.refresh)
    return editor
