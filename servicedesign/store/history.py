"""Steps that can be taken back and made again, kept in the project file itself.

Owns the table ``step``: each step holds what changed, before and after, as data and never as SQL,
and is validated like any row when it is replayed, because a stranger may have written the file.
Must not open transactions: the gate does.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass

from servicedesign.model import Message, ProjectError
from servicedesign.store.changes import Change, net
from servicedesign.store.labels import read_label, write_label
from servicedesign.store.packing import Find, pack, pictures_in, unpack, unreadable

KEPT_STEPS = 2_000
"""Steps that are kept at least, unless they are very large."""

KEPT_BYTES = 128 * 1024 * 1024
"""Size of all steps together, above which the oldest are given up."""

MERGE_SECONDS = 60
"""Keystrokes of one field that lie further apart are steps of their own."""

_TRIM_SLACK = 200

_SEAL = 2
"""What stands in the column ``undone`` of a step that sealed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it is kept.

    Attributes:
        seq: its place in the history, ascending.
        label: its name for people.
        merge_key: steps in a row with the same key may become one; None never does.
        at: when it was made or last joined, in milliseconds since 1970.
        changes: what it changed.
        seals: whether it cannot be taken back and makes the steps before it forgotten.
    """

    seq: int
    label: Message
    merge_key: str | None
    at: int
    changes: tuple[Change, ...]
    seals: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a step did to the table.

    Attributes:
        size: of the step, in bytes.
        given_up: places of the old steps that were deleted to keep the history within bounds.
    """

    size: int
    given_up: tuple[int, ...] = ()


@dataclass(slots=True)
class _Head:
    label: Message
    merge_key: str | None
    at: int
    size: int


class History:
    """The steps of one file; their changes stay on disk until they are replayed."""

    def __init__(self, connection: sqlite3.Connection, find: Find) -> None:
        """Read the list of steps, without what they changed; ``find`` gives a record as it is."""
        self._connection = connection
        self._find = find
        self._heads: dict[int, _Head] = {}
        self._done: list[int] = []
        self._undone: list[int] = []
        self._last: Step | None = None
        self._seal: tuple[int, int] = (0, 0)  # place and time of the last step that sealed
        self._size = 0
        self._read_heads()

    def _read_heads(self) -> None:
        rows = self._connection.execute(
            'SELECT "seq", "label", "merge_key", "at", "undone", length("changes") FROM "step" '
            'ORDER BY "seq"'
        )
        for seq, label, merge_key, at, undone, size in rows:
            if undone == _SEAL:
                self._forget((seq, _number(at)))
                continue
            self._add(seq, _Head(read_label(label), _text(merge_key), _number(at), size or 0))
            (self._undone if undone else self._done).append(seq)

    @property
    def mark(self) -> str:
        """A text that differs when the state of the history does."""
        return (
            f"{self._done[-1] if self._done else self._seal[0]}-{len(self._undone)}-{self._top()}"
        )

    def _top(self) -> int:
        return self._heads[self._done[-1]].at if self._done else self._seal[1]

    @property
    def undo_label(self) -> Message | None:
        """Name of the step that would be taken back."""
        return self._heads[self._done[-1]].label if self._done else None

    @property
    def redo_label(self) -> Message | None:
        """Name of the step that would be made again."""
        return self._heads[self._undone[0]].label if self._undone else None

    def __len__(self) -> int:
        return len(self._done)

    def next_step(
        self,
        label: Message,
        merge_key: str | None,
        at: int,
        changes: tuple[Change, ...],
        *,
        waiting: int = 0,
        seals: bool = False,
    ) -> Step:
        """Return the step to be kept for ``changes``; it joins the last one where it may.

        ``waiting`` is the number of steps that come before it and are not written yet.
        """
        last = self._last
        merge_key = None if seals else merge_key
        if last is not None and merge_key is not None and self._joins(last, merge_key, at):
            return Step(last.seq, label, merge_key, at, net((*last.changes, *changes)))
        seq = max([self._seal[0], *self._done[-1:], *self._undone[-1:]]) + 1 + waiting
        return Step(seq, label, merge_key, at, changes, seals)

    def is_last(self, step: Step) -> bool:
        """Tell whether ``step`` has the place of the last one: it joined it."""
        return self._done[-1:] == [step.seq]

    def _joins(self, last: Step, merge_key: str, at: int) -> bool:
        return (
            last.merge_key == merge_key
            and self._done[-1:] == [last.seq]
            and not self._undone
            and 0 <= at - last.at <= MERGE_SECONDS * 1000
        )

    def break_merge(self) -> None:
        """Let the next step be one of its own."""
        self._last = None

    def write(self, step: Step) -> Written:
        """Write ``step`` inside the open transaction and give up what has become too old.

        Writing the same step twice leaves one: a commit that failed may have reached the disk.
        """
        if step.seals:
            return self._write_seal(step)
        for seq in self._undone:
            self._connection.execute('DELETE FROM "step" WHERE "seq"=?', (seq,))
        if not step.changes:
            self._connection.execute('DELETE FROM "step" WHERE "seq"=?', (step.seq,))
            return Written(0)
        data = pack(step.changes)
        self._connection.execute(
            'INSERT OR REPLACE INTO "step" VALUES (?,?,?,?,0,?)',
            (step.seq, write_label(step.label), step.merge_key, step.at, data),
        )
        given_up = self._too_old(step.seq, len(data))
        for seq in given_up:
            self._connection.execute('DELETE FROM "step" WHERE "seq"=?', (seq,))
        return Written(len(data), given_up)

    def _write_seal(self, step: Step) -> Written:
        """Write that all before ``step``, and what it changed itself, is forgotten."""
        self._connection.execute('DELETE FROM "step"')
        self._connection.execute(
            'INSERT INTO "step" VALUES (?,?,NULL,?,?,?)',
            (step.seq, write_label(step.label), step.at, _SEAL, pack(())),
        )
        return Written(0)

    def _forget(self, seal: tuple[int, int]) -> None:
        self._heads.clear()
        self._done.clear()
        self._undone.clear()
        self._last = None
        self._size = 0
        self._seal = seal

    def written(self, step: Step, written: Written) -> None:
        """Remember that ``step`` was committed and what ``write`` did."""
        if step.seals:
            self._forget((step.seq, step.at))
            return
        for seq in self._undone:
            self._drop(seq)
        self._undone.clear()
        if self._done[-1:] == [step.seq]:
            self._drop(self._done.pop())
        if step.changes:
            self._done.append(step.seq)
            self._add(step.seq, _Head(step.label, step.merge_key, step.at, written.size))
        self._last = step if step.changes else None
        # Another step of the same transaction may have named it too.
        gone = {seq for seq in written.given_up if seq in self._heads}
        if gone:
            self._done = [seq for seq in self._done if seq not in gone]
        for seq in gone:
            self._drop(seq)

    def _add(self, seq: int, head: _Head) -> None:
        self._heads[seq] = head
        self._size += head.size

    def _drop(self, seq: int) -> None:
        self._size -= self._heads.pop(seq).size

    def _too_old(self, newest: int, size: int) -> tuple[int, ...]:
        """Return the steps to give up once the step ``newest`` of ``size`` bytes is the last."""
        joined = self._done[-1:] == [newest]
        total = self._size + size - (self._heads[newest].size if joined else 0)
        total -= sum(self._heads[seq].size for seq in self._undone)
        older = len(self._done) - joined
        if older < KEPT_STEPS + _TRIM_SLACK and total <= KEPT_BYTES:
            return ()
        given_up: list[int] = []
        for seq in self._done[:older]:
            if older - len(given_up) < KEPT_STEPS and total <= KEPT_BYTES:
                break
            given_up.append(seq)
            total -= self._heads[seq].size
        return tuple(given_up)

    def to_undo(self) -> Step | None:
        """Return the step that would be taken back, with its changes read and checked.

        Raises:
            ProjectError: what stands in the file is no step.
        """
        return self._read(self._done[-1], undone=False) if self._done else None

    def to_redo(self) -> Step | None:
        """Return the step that would be made again; see ``to_undo``."""
        return self._read(self._undone[0], undone=True) if self._undone else None

    def mark_undone(self, seq: int, undone: bool) -> None:
        """Write inside the open transaction that a step is taken back, or made again."""
        self._connection.execute('UPDATE "step" SET "undone"=? WHERE "seq"=?', (int(undone), seq))

    def moved(self, seq: int, undone: bool) -> None:
        """Remember that a step was taken back or made again."""
        if undone:
            self._done.remove(seq)
            self._undone.insert(0, seq)
        else:
            self._undone.remove(seq)
            self._done.append(seq)
        self._last = None

    def _read(self, seq: int, *, undone: bool) -> Step:
        try:
            row = self._connection.execute(
                'SELECT "changes" FROM "step" WHERE "seq"=?', (seq,)
            ).fetchone()
        except sqlite3.DatabaseError as error:  # a page of the file is broken
            raise unreadable() from error
        head = self._heads[seq]
        changes = unpack(row[0] if row else None, self._find, undone=undone)
        return Step(seq, head.label, head.merge_key, head.at, changes)

    def pictures(self) -> set[str]:
        """Return the SHA-256 of every picture that replaying may need."""
        needed: set[str] = set()
        for (data,) in self._connection.execute('SELECT "changes" FROM "step"'):
            with contextlib.suppress(ProjectError):  # what cannot be read cannot be replayed
                needed |= pictures_in(data)
        return needed


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
