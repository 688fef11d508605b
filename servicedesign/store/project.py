"""An open project: what every tool, sheet and command reads from and writes to.

Owns the public face of the store; the work is done by its neighbours. Must not hold rules of a
tool.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from servicedesign.model import (
    Image,
    Message,
    Record,
)
from servicedesign.store import refusals
from servicedesign.store.changes import ChangeSet
from servicedesign.store.connection import close_cleanly
from servicedesign.store.contents import Contents
from servicedesign.store.gate import Gate, Subscriber
from servicedesign.store.history import History
from servicedesign.store.images import CleanImage, check_stored, clean_image, fingerprint
from servicedesign.store.records import Records
from servicedesign.store.refusals import no_picture
from servicedesign.store.stored_picture import StoredPicture

if TYPE_CHECKING:
    from servicedesign.store.check import Problem
    from servicedesign.store.versions import NamedVersion


@dataclass(frozen=True, slots=True)
class Inside:
    """The parts of an open project, for the store's own modules."""

    connection: sqlite3.Connection
    records: Records
    history: History
    gate: Gate


class Project(Contents):
    """One project file, held open. Made by ``open_project`` and ``create_project``.

    Attributes:
        path: the file (the one behind a symbolic link).
        read_only: whether it can be changed.
        notices: what a person should know of how it was opened.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        records: Records,
        *,
        now: Callable[[], float],
        read_only: bool = False,
        notices: tuple[Message, ...] = (),
        before_close: Callable[[Project], None] | None = None,
        after_close: Callable[[], None] | None = None,
    ) -> None:
        """Hold ``connection`` whose rows are ``records``."""
        super().__init__(records)
        self.path = path
        self.read_only = read_only
        self.notices = notices
        self._connection = connection
        self._history = History(connection, records.find)
        self._gate = Gate(connection, path, records, self._history, now)
        self._before_close = before_close
        self._after_close = after_close
        self._identity = _identity(path)
        self._closed = False
        self._gate.subscribe(self._index.forget)

    # -- writing ---------------------------------------------------------------------------------

    def edit(
        self, label: Message, *, merge: str | None = None, seals: bool = False
    ) -> AbstractContextManager[None]:
        """Open one step: ``with project.edit(msg("…")):`` and put or delete inside.

        Written and published at the end; an edit that changes nothing makes no step. Steps in a
        row with the same ``merge`` key become one, within a minute. An edit inside another one
        becomes part of it, under the outer label; an exception takes back the part alone if it is
        caught in between, else all. A step that ``seals`` cannot be taken back, and all steps
        before it are forgotten, their traces in the file too.

        Raises:
            ProjectError: the project is read-only; a rule of the records is broken (all is taken
                back); or the disk refused (kept in memory, see ``pending``).
        """
        if self.read_only:
            raise refusals.read_only(self.path)
        return self._gate.edit(label, merge, seals=seals)

    def put(self, record: Record) -> None:
        """Insert ``record`` or replace the one with its id; it is checked as the edit ends.

        Raises:
            WriteOutsideEdit: no edit is open.
        """
        self._gate.put(record)

    def delete(self, record: Record) -> None:
        """Delete ``record`` with the links from and to it; nothing if it is not there.

        Raises:
            WriteOutsideEdit: no edit is open.
        """
        self._gate.delete(record)

    def add_image(self, data: bytes | CleanImage, caption: str = "") -> Image:
        """Take a picture in and return its record, inside an edit.

        Bytes go through the image gate here; what came through it elsewhere is taken as it is.

        Raises:
            WriteOutsideEdit: no edit is open.
            ProjectError: no picture, damaged or too large.
        """
        clean = data if isinstance(data, CleanImage) else clean_image(data)
        image = Image(
            sha256=clean.sha256,
            mime=clean.mime,
            width=clean.width,
            height=clean.height,
            caption=caption,
        )
        self._gate.put(image)
        self._gate.keep_blob(clean.sha256, clean.data)
        return image

    def image_bytes(self, sha256: str) -> bytes:
        """Return the bytes of a picture, read now and checked.

        Raises:
            ProjectError: they are missing, changed, or no picture of a known format and size.
        """
        data = self.stored_bytes(sha256)
        if data is None:
            raise no_picture()
        check_stored(data)
        return data

    def stored_picture(self, sha256: str) -> StoredPicture:
        """Return where the bytes of a picture are: any thread may read them when it needs them."""
        file = self._connection.execute("PRAGMA database_list").fetchone()[2]
        return StoredPicture(Path(file), sha256, self._gate.waiting_blob(sha256))

    def stored_bytes(self, sha256: str) -> bytes | None:
        """Return the bytes kept under a SHA-256 if they still match it, else None."""
        data = self._gate.waiting_blob(sha256)
        if data is None:
            data = self._read_blob(sha256)
        return data if data is not None and fingerprint(data) == sha256 else None

    def _read_blob(self, sha256: str) -> bytes | None:
        try:
            row = self._connection.execute(
                'SELECT "data" FROM "blob" WHERE "sha256"=?', (sha256,)
            ).fetchone()
        except sqlite3.DatabaseError:
            return None
        return row[0] if row and isinstance(row[0], bytes) else None

    # -- history ---------------------------------------------------------------------------------

    def undo(self) -> ChangeSet | None:
        """Take the last step back and return what changed; None when there is none.

        Raises:
            ProjectError: read-only, the step does not fit, or the disk refused.
        """
        return self._replay(undo=True)

    def redo(self) -> ChangeSet | None:
        """Make the step again that was taken back last; see ``undo``."""
        return self._replay(undo=False)

    def _replay(self, *, undo: bool) -> ChangeSet | None:
        if self.read_only:
            raise refusals.read_only(self.path)
        return self._gate.replay(undo=undo)

    @property
    def undo_label(self) -> Message | None:
        """Name of the step that ``undo`` would take back."""
        return self._gate.undo_label

    @property
    def redo_label(self) -> Message | None:
        """Name of the step that ``redo`` would make again."""
        return self._gate.redo_label

    def break_merge(self) -> None:
        """Let the next edit be a step of its own (focus left the field)."""
        self._history.break_merge()

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call ``subscriber`` with the ChangeSet of every step; the result ends it."""
        return self._gate.subscribe(subscriber)

    def now(self) -> float:
        """Return the time in seconds since 1970, by the clock the project was opened with."""
        return self._gate.now()

    # -- whole project ---------------------------------------------------------------------------

    def dump(self, *, images: bool = True) -> dict[str, Any]:
        """Return the whole content as plain values, the same for the same content."""
        from servicedesign.store.dump import dump

        return dump(self, images=images)

    def check(self) -> tuple[Problem, ...]:
        """Return everything in the content that does not hold together."""
        from servicedesign.store.check import check

        return check(self)

    def copy_to(
        self,
        path: str | Path,
        *,
        anonymise: bool = False,
        replace: bool = False,
        history: bool = False,
    ) -> Path:
        """Copy the project to a new file and return it; this one stays open.

        Steps and named versions stay behind unless ``history``. ``anonymise`` leaves out
        everything that names a person. ``replace`` allows a file to be replaced.

        Raises:
            ProjectError: the file exists or is in use, or the disk refused.
        """
        from servicedesign.store.copying import copy_project

        return copy_project(self, Path(path), anonymise=anonymise, replace=replace, history=history)

    def name_version(self, title: str) -> NamedVersion:
        """Keep the present content under a name, to be brought back as a file of its own.

        Raises:
            ProjectError: the project is read-only or the disk refused.
        """
        from servicedesign.store.versions import name_version

        if self.read_only:
            raise refusals.read_only(self.path)
        self._gate.flush()
        return name_version(self, title, self._gate.now())

    def versions(self) -> tuple[NamedVersion, ...]:
        """Return the named versions, newest first."""
        from servicedesign.store.versions import list_versions

        return list_versions(self._connection)

    def restore_version_as(self, version_id: str, path: str | Path) -> Path:
        """Bring a named version back as a new file and return it.

        Raises:
            ProjectError: no such version, or the file exists or cannot be written.
        """
        from servicedesign.store.versions import restore_version_as

        return restore_version_as(self, version_id, Path(path))

    # -- the file --------------------------------------------------------------------------------

    @property
    def pending(self) -> tuple[ChangeSet, ...]:
        """The edits that the disk refused: in memory and on screen, but not in the file."""
        return tuple(
            ChangeSet(waiting.step.label, waiting.changes, "edit") for waiting in self._gate.pending
        )

    def retry(self) -> None:
        """Write the edits that wait.

        Raises:
            ProjectError: the disk still refuses; they go on waiting.
        """
        self._gate.flush()

    def save_elsewhere(self, path: str | Path) -> Project:
        """Save everything, with the edits that wait, to a new file; return that one, opened.

        Raises:
            ProjectError: that place refuses too; nothing is lost.
        """
        from servicedesign.store.copying import save_elsewhere

        return save_elsewhere(self, Path(path))

    def still_there(self) -> bool:
        """Tell whether the file still lies where it was opened: not renamed, replaced, deleted."""
        return self._identity == _identity(self.path)

    @property
    def inside(self) -> Inside:
        """The parts behind this face, for the store's own modules alone."""
        return Inside(self._connection, self._records, self._history, self._gate)

    def close(self, *, discard: bool = False) -> None:
        """Write what waits, then let go of the file. Closing twice does nothing.

        ``discard`` gives up the edits that wait.

        Raises:
            ProjectError: edits still wait and the disk refuses them; the project stays open.
        """
        if self._closed:
            return
        if discard:
            self._gate.pending.clear()
        self._gate.flush()
        if self._before_close is not None:
            self._before_close(self)
        self._closed = True
        close_cleanly(self._connection)
        if self._after_close is not None:
            self._after_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
