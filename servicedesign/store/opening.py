"""Opening project files, with everything that is looked at before a file is trusted.

Owns the order of those looks. Every refusal leaves the file as it was.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from servicedesign.model import Message, ProjectError, msg
from servicedesign.store import refusals
from servicedesign.store.closing import before_close, keep_restore_point
from servicedesign.store.companions import (
    is_hot,
    private_copy,
    remove_copy,
    set_strangers_aside,
    strangers,
)
from servicedesign.store.connection import connect, use_rollback_journal
from servicedesign.store.files import drop_working_name
from servicedesign.store.header import (
    NEARLY_FULL,
    Header,
    is_writable,
    newer,
    read_header,
    real_path,
)
from servicedesign.store.loading import Loaded, check_objects, check_sound, load, missing_pictures
from servicedesign.store.migrations import migrate
from servicedesign.store.owner import in_use, read_note, refuse_if_owned, remove_note, write_note
from servicedesign.store.project import Project
from servicedesign.store.schema import VERSION
from servicedesign.store.upgrading import upgrade

Now = Callable[[], float]
"""Tells the time in seconds since 1970."""


@dataclass(slots=True)
class _Way:
    """How a file is opened: which file really, for writing or not, and what to say of it.

    Attributes:
        file: the file SQLite opens: the project itself or a private copy.
        read_only: whether it cannot be changed.
        claimed: whether the owner's note is ours.
        notices: what a person should know.
    """

    path: Path
    file: Path
    read_only: bool
    claimed: bool = False
    notices: list[Message] = field(default_factory=list)

    @property
    def is_copy(self) -> bool:
        return self.file != self.path

    def use_copy(self, why: Message) -> None:
        """Work on a private copy, for reading only."""
        self.file = private_copy(self.path)
        self.read_only = True
        self.unclaim()
        self.notices.append(why)

    def unclaim(self) -> None:
        """Remove the owner's note if it is ours."""
        if self.claimed:
            remove_note(self.path)
            self.claimed = False

    def let_go(self) -> None:
        """Remove what was made on the way."""
        if self.is_copy:
            remove_copy(self.file)
        self.unclaim()


def open_project(
    path: str | Path, *, read_only: bool = False, take_over: bool = False, now: Now = time.time
) -> Project:
    """Open the project file ``path``.

    A file that cannot be written, or that another program left in write-ahead mode, is opened
    for reading and says so in its notices. Single records that cannot be read stay in the file and
    are told in the notices.

    Args:
        path: the file; a symbolic link is followed.
        read_only: open it for reading, so that others may do so too.
        take_over: open it although a note says that another program has it open.
        now: tells the time in seconds since 1970.

    Raises:
        ProjectError: it is no project of ours, damaged, newer, or in use.
    """
    drop_working_name(Path(path))
    found = real_path(Path(path))
    refuse_if_owned(found, take_over=take_over)
    header = read_header(found)
    way = _Way(found, found, read_only)
    if not read_only:
        _claim(way)
    try:
        _prepare(way, header)
        return _open(way, header, now)
    except UnicodeDecodeError:  # SQLite quoted a broken name in what it complained of
        way.let_go()
        raise refusals.damaged(found) from None
    except BaseException:
        way.let_go()
        raise


def _claim(way: _Way) -> None:
    try:
        if not is_writable(way.path):
            raise PermissionError
        write_note(way.path)
        way.claimed = True
    except OSError:
        way.read_only = True
        way.notices.append(_only_reading())


def _only_reading() -> Message:
    return msg(
        "書き込めない場所にあるので、読むだけで開きました。変えるときは別名で保存してください。"
    )


def _prepare(way: _Way, header: Header) -> None:
    """Bring the companions in order, or choose to work on a private copy."""
    if header.version > VERSION and not way.read_only:
        raise newer(way.path, header.version)
    if not way.read_only:
        way.notices.extend(set_strangers_aside(way.path, wal=header.wal))
    if header.size > NEARLY_FULL:
        way.notices.append(
            msg("ファイルの大きさが限度（4GB）に近づいています。使わない写真を減らしてください。")
        )
    why = _why_on_a_copy(way, header)
    if why is not None:
        way.use_copy(why)
    elif is_hot(way.path):
        _try_recovery(way, header.version)


def _why_on_a_copy(way: _Way, header: Header) -> Message | None:
    if header.wal:
        return msg(
            "別の形で閉じられていたので、写しを読むだけで開きました。別名で保存すれば使えます。"
        )
    if header.version > VERSION:
        return msg("新しい版のアプリで作られたので、写しを読むだけで開きました。")
    if way.read_only and header.version < VERSION:
        return msg("前の版のアプリで作られたので、写しを今の形にして、読むだけで開きました。")
    if way.read_only and strangers(way.path, wal=False):
        return msg("見慣れないファイルが付いていたので、それを使わず、写しを読むだけで開きました。")
    if way.read_only and is_hot(way.path):
        return msg("途中で切れた変更を、写しの上で元に戻して開きました。")
    return None


def _try_recovery(way: _Way, version: int) -> None:
    """Play the journal back on a private copy and look at the outcome before it is done for real.

    Raises:
        ProjectError: what comes out is damaged.
    """
    copy = private_copy(way.path)
    try:
        connection = connect(copy)
        try:
            use_rollback_journal(connection)
            check_objects(connection, way.path, version)
            check_sound(connection, way.path)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise refusals.damaged(way.path, refusals.reason(error)) from error
    finally:
        remove_copy(copy)


def _open(way: _Way, header: Header, now: Now) -> Project:
    connection = _connect(way)
    try:
        loaded = _read(connection, way, header)
        project = Project(
            connection,
            way.path,
            loaded.records,
            now=now,
            read_only=way.read_only,
            notices=(*way.notices, *loaded.notices),
            before_close=before_close,
            after_close=way.let_go,
        )
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise refusals.damaged(way.path, refusals.reason(error)) from error
        raise
    if not way.read_only:
        keep_restore_point(project)
    return project


def _connect(way: _Way) -> sqlite3.Connection:
    try:
        connection = connect(way.file, "ro" if way.read_only and not way.is_copy else "rw")
    except sqlite3.Error as error:
        raise _cannot_open(way, error) from error
    try:
        if way.read_only and not way.is_copy:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        else:
            use_rollback_journal(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise _cannot_open(way, error) from error
        raise
    return connection


def _cannot_open(way: _Way, error: sqlite3.Error) -> ProjectError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        owner = read_note(way.path)
        return in_use(way.path, owner if owner and owner.is_alive else None)
    return refusals.damaged(way.path, refusals.reason(error))


def _check_objects(connection: sqlite3.Connection, way: _Way, header: Header) -> None:
    try:
        check_objects(connection, way.path, min(header.version, VERSION))
    except ProjectError as error:
        if header.version > VERSION:  # tables that are new are no damage
            raise newer(way.path, header.version, readable=False) from error
        raise


def _read(connection: sqlite3.Connection, way: _Way, header: Header) -> Loaded:
    version = min(header.version, VERSION)
    _check_objects(connection, way, header)
    notices = check_sound(connection, way.path)
    if version < VERSION and way.is_copy:
        migrate(connection)
    elif version < VERSION:
        upgrade(connection, way.path)
    loaded = load(connection, way.path)
    loaded.notices[:0] = notices
    loaded.notices.extend(missing_pictures(connection, loaded.records))
    return loaded
