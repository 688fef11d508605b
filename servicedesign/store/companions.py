"""The files that SQLite keeps beside a database, judged before SQLite may act on them.

Owns what is done with a journal or write-ahead log found beside a project: a stranger's is moved
out of the way, our own is tried on a private copy first.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from servicedesign.model import Message, msg
from servicedesign.store import refusals

_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")


def journal_of(path: Path) -> Path:
    """Return where the rollback journal of ``path`` lies."""
    return path.with_name(f"{path.name}-journal")


def wal_of(path: Path) -> Path:
    """Return where the write-ahead log of ``path`` lies."""
    return path.with_name(f"{path.name}-wal")


def set_strangers_aside(path: Path, *, wal: bool) -> list[Message]:
    """Rename what must not lie beside ``path`` when SQLite opens it, and say so.

    That is: a journal that names a super-journal, since SQLite would delete the file it names; a
    write-ahead log of a file that is not in that mode (``wal``); and whatever is no regular file.

    Raises:
        ProjectError: it cannot be renamed.
    """
    notices = []
    for companion in strangers(path, wal=wal):
        _rename(path, companion)
        notices.append(
            msg("「{name}」に付いていた見慣れないファイルを、使わずに除けました。", name=path.name)
        )
    return notices


def strangers(path: Path, *, wal: bool) -> list[Path]:
    """Return what lies beside ``path`` and must not when SQLite opens it."""
    return [
        companion
        for companion, welcome in ((journal_of(path), True), (wal_of(path), wal))
        if os.path.lexists(companion) and not (welcome and _is_trustworthy(companion))
    ]


def is_hot(path: Path) -> bool:
    """Tell whether a step of ``path`` was cut off, so that its journal must be played back."""
    journal = journal_of(path)
    if not _is_trustworthy(journal):
        return False
    with journal.open("rb") as file:
        return file.read(1) not in (b"", b"\x00")


def private_copy(path: Path) -> Path:
    """Copy ``path`` with its own companions to a new folder of this person's, and return the copy.

    Only to be called while this process does not hold ``path`` open.

    Raises:
        ProjectError: there is no room.
    """
    folder = Path(tempfile.mkdtemp(prefix="servicedesign-"))
    copy = folder / "copy.sdproj"
    try:
        shutil.copyfile(path, copy)
        for companion, its_copy in (
            (journal_of(path), journal_of(copy)),
            (wal_of(path), wal_of(copy)),
        ):
            if _is_trustworthy(companion):
                shutil.copyfile(companion, its_copy)
    except OSError as error:
        remove_copy(copy)
        raise refusals.cannot_make(path, error) from error
    return copy


def remove_copy(copy: Path) -> None:
    """Remove a private copy with its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)


def _is_trustworthy(companion: Path) -> bool:
    try:
        if not stat.S_ISREG(companion.lstat().st_mode):
            return False
        with companion.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - len(_SUPER_JOURNAL)))
            return file.read() != _SUPER_JOURNAL or size == len(_SUPER_JOURNAL)
    except OSError:
        return False


def _rename(path: Path, companion: Path) -> None:
    for number in range(1, 1000):
        aside = companion.with_name(f"{companion.name}.{number}.aside")
        if not os.path.lexists(aside):
            try:
                companion.rename(aside)
            except OSError as error:
                raise refusals.damaged(path, refusals.reason(error)) from error
            return
    with contextlib.suppress(OSError):
        companion.rename(companion.with_name(f"{companion.name}.aside"))
