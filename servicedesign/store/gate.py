"""The one gate through which a project changes: one edit, one transaction, one step, one message.

Owns the transaction. Records change in memory as they are put, so that an edit reads what it
wrote; at its end they are written at once. Whatever goes wrong, memory and file stay whole: an
edit that breaks a rule is taken back, an edit that the disk refused is kept and waits.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from servicedesign.model import Link, Message, ProjectError, ProjectInfo, Record
from servicedesign.store import refusals
from servicedesign.store.changes import Change, ChangeSet, WriteOutsideEdit, net
from servicedesign.store.history import History, Step
from servicedesign.store.packing import does_not_fit
from servicedesign.store.records import Records
from servicedesign.store.references import in_use, require_references
from servicedesign.store.schema import Statement, writing

_log = logging.getLogger(__name__)

# What is there already is not written again, unless it was damaged meanwhile.
_KEEP_BLOB = """
    INSERT INTO "blob" VALUES (?,?) ON CONFLICT("sha256") DO UPDATE SET "data"=excluded."data"
    WHERE "data" IS NOT excluded."data"
"""

Subscriber = Callable[[ChangeSet], None]
"""Whoever wants to hear of every step."""


@dataclass(slots=True)
class _Edit:
    log: list[Change] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pending:
    """An edit on its way to the disk: what it changed, how to write it, and the step to keep."""

    step: Step
    changes: tuple[Change, ...]
    statements: list[Statement]
    blobs: dict[str, bytes]


class Gate:
    """Lets edits through to one connection.

    Attributes:
        pending: edits the disk refused, in order; they are in memory and were published.
        written: whether anything was written since the file was opened.
        now: tells the time in seconds since 1970.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        records: Records,
        history: History,
        now: Callable[[], float],
    ) -> None:
        """Guard ``connection``; ``now`` tells the time in seconds since 1970."""
        self.pending: list[Pending] = []
        self.written = False
        self._connection = connection
        self._path = path
        self._records = records
        self._history = history
        self.now = now
        self._edit: _Edit | None = None
        self._subscribers: list[Subscriber] = []
        self._news: list[ChangeSet] = []
        self._publishing = False

    @property
    def undo_label(self) -> Message | None:
        """Name of the step that would be taken back."""
        return self.pending[-1].step.label if self.pending else self._history.undo_label

    @property
    def redo_label(self) -> Message | None:
        """Name of the step that would be made again."""
        return None if self.pending else self._history.redo_label

    @contextmanager
    def edit(self, label: Message, merge: str | None, *, seals: bool = False) -> Iterator[None]:
        """Open an edit; inside another one it becomes part of that one, under its label.

        One that seals cannot be part of another: the outer one could still be taken back.

        Raises:
            ProjectError: what was put breaks a rule (taken back), or the disk refused (kept).
        """
        if self._edit is not None:
            if seals:
                raise RuntimeError("a step that seals stands alone")
            with self._part_of(self._edit):
                yield
            return
        edit = self._edit = _Edit()
        try:
            yield
            changes = net(edit.log)
            require_references(self._records, changes)
            statements = [writing(change) for change in changes]
        except BaseException:
            self._take_back(edit, 0)
            raise
        finally:
            self._edit = None
        if changes:
            at = int(self.now() * 1000)
            step = self._history.next_step(
                label, merge, at, changes, waiting=len(self.pending), seals=seals
            )
            self._commit(Pending(step, changes, statements, edit.blobs), edit)

    @contextmanager
    def _part_of(self, edit: _Edit) -> Iterator[None]:
        start = len(edit.log)
        try:
            yield
        except BaseException:
            self._take_back(edit, start)
            raise

    def put(self, record: Record) -> None:
        """Insert or replace ``record``.

        Its values are checked at the end of the edit.

        Raises:
            WriteOutsideEdit: no edit is open.
        """
        edit = self._open_edit()
        before = self._records.find(record.id)
        if before is not None and before.KIND != record.KIND:
            raise ValueError(f"{record.id} is a {before.KIND}, not a {record.KIND}")
        if before is None and record.KIND == ProjectInfo.KIND:
            raise ValueError("a project has one ProjectInfo: replace it under its own id")
        edit.log.append(Change(record.KIND, record.id, before, record))
        self._records.put(record)

    def delete(self, record: Record) -> None:
        """Delete ``record`` and the links from and to it.

        Raises:
            WriteOutsideEdit: no edit is open.
        """
        edit = self._open_edit()
        if record.KIND == ProjectInfo.KIND:
            raise ValueError("a project has one ProjectInfo")
        links: list[Link] = []
        if record.KIND != Link.KIND:
            for end in ("source_id", "target_id"):
                links.extend(self._records.links(end, record.id))
        for gone in (*dict.fromkeys(links), record):
            before = self._records.find(gone.id)
            if before is not None:
                edit.log.append(Change(gone.KIND, gone.id, before, None))
                self._records.remove(before)

    def keep_blob(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a picture with the open edit."""
        self._open_edit().blobs[sha256] = data

    def waiting_blob(self, sha256: str) -> bytes | None:
        """Return bytes that are not in the file yet."""
        holders = [waiting.blobs for waiting in self.pending]
        if self._edit is not None:
            holders.append(self._edit.blobs)
        return next((blobs[sha256] for blobs in holders if sha256 in blobs), None)

    def _open_edit(self) -> _Edit:
        if self._edit is None:
            raise WriteOutsideEdit("records are changed inside `with project.edit(label):` alone")
        return self._edit

    def _take_back(self, edit: _Edit, start: int) -> None:
        for change in reversed(edit.log[start:]):
            self._records.restore(change.kind, change.id, change.before)
        del edit.log[start:]

    def _commit(self, new: Pending, edit: _Edit) -> None:
        merged = self._history.is_last(new.step)
        news = ChangeSet(new.step.label, new.changes, "edit", merged=merged)
        self.pending.append(new)
        try:
            self._write_pending()
        except sqlite3.IntegrityError as error:
            self._drop(edit)
            raise in_use(None) from error  # what was set aside when the file was opened
        except sqlite3.ProgrammingError:
            self._drop(edit)
            raise
        except sqlite3.Error as error:
            self._history.break_merge()
            self._publish(news)
            raise refusals.cannot_save(self._path, error) from error
        except Exception:  # nothing the disk did: it would fail again each time it is retried
            self._drop(edit)
            raise
        self._publish(news)

    def _drop(self, edit: _Edit) -> None:
        self.pending.pop()
        self._take_back(edit, 0)

    def flush(self) -> None:
        """Write the edits that wait, if any.

        Raises:
            ProjectError: the disk still refuses; they go on waiting.
        """
        if self.pending:
            try:
                self._write_pending()
            except sqlite3.Error as error:
                raise refusals.cannot_save(self._path, error) from error

    def take(self, pending: Iterable[Pending]) -> None:
        """Make the edits that wait at another gate here.

        Raises:
            ProjectError: the disk refuses them here too.
        """
        for waiting in pending:
            with self.edit(waiting.step.label, None, seals=waiting.step.seals):
                for sha256, data in waiting.blobs.items():
                    self.keep_blob(sha256, data)
                for change in waiting.changes:
                    if change.after is not None:
                        self.put(change.after)
                    elif change.before is not None:
                        self.delete(change.before)

    def _write_pending(self) -> None:
        written = []
        with self._transaction():
            for waiting in self.pending:
                for sha256, data in waiting.blobs.items():
                    self._connection.execute(_KEEP_BLOB, (sha256, data))
                self._write(waiting.statements)
                written.append(self._history.write(waiting.step))
        for waiting, done in zip(self.pending, written, strict=True):
            self._history.written(waiting.step, done)
        self.pending.clear()

    def _write(self, statements: Iterable[Statement]) -> None:
        for sql, values in statements:
            self._connection.execute(sql, values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        execute = self._connection.execute
        try:
            execute("BEGIN IMMEDIATE")
            execute("PRAGMA defer_foreign_keys=ON")
            yield
            execute("COMMIT")
        except BaseException:
            roll_back(self._connection)
            raise
        self.written = True

    def replay(self, *, undo: bool) -> ChangeSet | None:
        """Take the last step back, or make the next one again; None when there is none.

        Raises:
            ProjectError: the step cannot be read or does not fit, or the disk refused; nothing
                has changed then.
        """
        if self._edit is not None:
            raise RuntimeError("a step cannot be replayed inside an edit")
        self.flush()
        step = self._history.to_undo() if undo else self._history.to_redo()
        if step is None:
            return None
        changes = step.changes
        if undo:
            changes = tuple(change.reversed() for change in reversed(changes))
        self._replay(step, changes, undo)
        news = ChangeSet(step.label, changes, "undo" if undo else "redo")
        self._publish(news)
        return news

    def _replay(self, step: Step, changes: tuple[Change, ...], undo: bool) -> None:
        if any(self._records.find(change.id) != change.before for change in changes):
            raise does_not_fit()
        try:
            statements = [writing(change) for change in changes]
            with self._transaction():
                self._write(statements)
                self._history.mark_undone(step.seq, undo)
        except (sqlite3.IntegrityError, ProjectError) as error:
            raise does_not_fit() from error
        except sqlite3.Error as error:
            raise refusals.cannot_save(self._path, error) from error
        self._history.moved(step.seq, undo)
        for change in changes:
            self._records.restore(change.kind, change.id, change.after)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call ``subscriber`` after every step; the returned function ends it."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    def _publish(self, news: ChangeSet) -> None:
        self._news.append(news)
        if self._publishing:
            return  # a subscriber made an edit: everyone hears of it after this one
        self._publishing = True
        try:
            while self._news:
                self._tell(self._news.pop(0))
        finally:
            self._publishing = False

    def _tell(self, news: ChangeSet) -> None:
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(news)
            # The step is on disk: one view's fault must not keep it from the others.
            except Exception:  # noqa: BLE001
                _log.exception("a subscriber failed")


def roll_back(connection: sqlite3.Connection) -> None:
    """Roll the open transaction back, if there still is one."""
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except sqlite3.Error:
            _log.exception("rolling back failed")
