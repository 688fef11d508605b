"""One edit of a real project, against a bare SQLite commit with the same settings."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from timing import Result, compare

from servicedesign.exchange.examples import build_example
from servicedesign.model import Note, Persona, msg

_PRAGMAS = (
    "journal_mode=TRUNCATE", "synchronous=FULL", "locking_mode=EXCLUSIVE", "foreign_keys=ON",
    "secure_delete=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0",
)  # fmt: skip


def results(rounds: int = 300) -> Iterator[Result]:
    """Yield the comparisons: a step of its own, a keystroke that merges, a note that is moved."""
    with tempfile.TemporaryDirectory() as folder:
        file, other = Path(folder) / "ours.sdproj", Path(folder) / "bare.sdproj"
        build_example("single-parent", file, "ja").close()
        shutil.copyfile(file, other)
        yield from _compared(file, other, rounds)


def _compared(file: Path, other: Path, rounds: int) -> Iterator[Result]:
    from servicedesign.store import open_project

    project = open_project(file)
    bare = sqlite3.connect(other, isolation_level=None)
    for pragma in _PRAGMAS:
        bare.execute(f"PRAGMA {pragma}")
    count = itertools.count()
    persona, note = project.all(Persona)[0], project.all(Note)[0]

    def step(merge: str | None) -> None:
        with project.edit(msg("家族構成を書く"), merge=merge):
            text = f"母と子{next(count)}"
            project.put(replace(project.get(Persona, persona.id), household=text))

    def move() -> None:
        with project.edit(msg("付箋を動かす")):
            project.put(replace(project.get(Note, note.id), x=float(next(count))))

    def commit(kind: str, column: str, key: str, value: object) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(f'UPDATE "{kind}" SET "{column}"=? WHERE "id"=?', (value, key))
        bare.execute("COMMIT")

    def write() -> None:
        commit("persona", "household", persona.id, f"母と子{next(count)}")

    yield compare("one edit", lambda: step(None), write, rounds=rounds, bar=1.5)
    yield compare("one keystroke that merges", lambda: step("k"), write, rounds=rounds, bar=1.5)
    yield compare(
        "one note moved",
        move,
        lambda: commit("note", "x", note.id, float(next(count))),
        rounds=rounds,
        bar=1.5,
    )
    bare.close()
    project.close()
