"""Four hours at a board, as 20,000 edits: memory and frames must be where they were."""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench_board import Measured, fill

from servicedesign.model import StickyColour
from servicedesign.tools.board import moving, notes

EDITS = 20_000
NOTES = 1_500


def results(edits: int = EDITS) -> Iterator[Measured]:
    """Yield what a day adds to a frame and to memory."""
    from board_stage import Stage, resident

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.sdproj"
        fill(path, NOTES)
        stage = Stage()
        editor = stage.show(path)
        work(stage, editor, edits // 10)
        before, memory = _frames(stage, editor), resident()
        work(stage, editor, edits - edits // 10)
        after, later = _frames(stage, editor), resident()
        yield Measured("frame at the end to one at the start", after / before * 100, 130, "%")
        yield Measured("memory that the day added", later - memory, 40, "MB")
        stage.close()


def work(stage, editor, count: int) -> None:
    """Write, move, colour, copy, delete and undo as a workshop does, looking around meanwhile."""
    chance = random.Random(count)
    for number in range(count):
        ids = editor.view.contents.ids()
        EDIT[number % len(EDIT)](editor, chance.sample(ids, min(5, len(ids))), chance)
        if number % 20 == 0:
            editor.view.zoom_to(chance.choice((0.05, 0.1, 0.3, 0.6, 1.0, 2.0)))
            editor.view.pan(chance.randint(-400, 400), chance.randint(-300, 300))
            stage.rest(0.002)


def _move(editor, some, chance) -> None:
    moving.move_notes(
        editor.context.project, some, chance.randint(-99, 99), chance.randint(-99, 99)
    )


def _colour(editor, some, chance) -> None:
    notes.set_colour(editor.context.project, some, chance.choice(list(StickyColour)))


def _write(editor, some, chance) -> None:
    notes.write_note(editor.context.project, some[0], f"思いつき{chance.randint(1, 9999)}を直す")


def _add(editor, _some, chance) -> None:
    editor.handling.add_quick(f"思いつき{chance.randint(1, 999)}件")


def _delete(editor, some, _chance) -> None:
    notes.delete_notes(editor.context.project, some[:1])


def _undo(editor, _some, _chance) -> None:
    editor.context.project.undo()


EDIT = (_add, _move, _colour, _write, _delete, _move, _undo)


def _frames(stage, editor) -> float:
    from board_frames import frame

    view = editor.view
    view.zoom_to(0.3)
    view.centre(view.contents.bounds().center())
    stage.rest(2)
    took = []
    for step in range(200):
        view.pan(31 if step % 100 < 50 else -31, 0)
        took.append(frame(view)[1])
    return statistics.median(took)
