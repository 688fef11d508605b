"""New files: written under another name beside their place, and only then given their own.

Owns the steps that make a file appear whole or not at all. Must not know what is in it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servicedesign.model import ProjectError, msg
from servicedesign.store import refusals

_LONGEST_NAME = 200
_PART = ".sdproj-part"
_DAY = 24 * 3600


def free_place(path: Path, *, replace: bool = False) -> Path:
    """Return ``path`` made absolute.

    Raises:
        ProjectError: something is there already, its folder is missing, or the name is too long.
    """
    target = path.absolute()
    if not target.name or len(os.fsencode(target.name)) > _LONGEST_NAME:
        raise ProjectError(
            msg("ファイルの名前が空か、長すぎます。"),
            refusals.NOTHING_WRITTEN,
            msg("もっと短い名前にしてください。"),
        )
    if not target.parent.is_dir():
        raise ProjectError(
            msg("フォルダー「{name}」がありません。", name=str(target.parent)),
            refusals.NOTHING_WRITTEN,
            msg("先にフォルダーを作るか、別の場所を選んでください。"),
        )
    if not replace and os.path.lexists(target):
        raise refusals.already_exists(target)
    return target


@contextmanager
def new_file(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a name beside ``target`` to write to; when all went well it becomes ``target``.

    Raises:
        ProjectError: the disk refused; nothing is left behind.
    """
    beside = target.with_name(f".{uuid.uuid4().hex}{_PART}")
    _sweep(target.parent)
    try:
        yield beside
        sync(beside)
        if replace:
            beside.replace(target)
        else:
            _give_name(beside, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise refusals.cannot_make(target, error) from error
    finally:
        for leftover in (beside, beside.with_name(f"{beside.name}-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what a program that was cut off left behind more than a day ago."""
    with contextlib.suppress(OSError):
        for leftover in folder.glob(f".*{_PART}*"):
            if time.time() - leftover.stat().st_mtime > _DAY:
                leftover.unlink()


def _give_name(beside: Path, target: Path) -> None:
    """Move without ever replacing a file that came to be meanwhile, where the system can."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise refusals.already_exists(target) from None
    except (OSError, AttributeError, NotImplementedError):  # FAT and some shares have no links
        if os.path.lexists(target):
            raise refusals.already_exists(target) from None
        beside.replace(target)
    else:
        beside.unlink()


def drop_working_name(path: Path) -> None:
    """Remove the name under which ``path`` was written, where a crash left it as a second one."""
    with contextlib.suppress(OSError):
        if path.stat().st_nlink > 1:
            for other in path.resolve().parent.glob(f".*{_PART}"):
                if other.samefile(path):
                    other.unlink()


def sync(path: Path) -> None:
    """Wait until the bytes of ``path`` are on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):  # some file systems do not sync folders
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
