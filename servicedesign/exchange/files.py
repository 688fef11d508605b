"""Writing a file so that the old one stays until the new one is whole, and reading with a cap.

Owns plain files that are not projects; the project file belongs to the store.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from servicedesign.model import ProjectError, msg

MAX_INPUT = 512 * 1024 * 1024
"""Largest file that is read in one piece, in bytes."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside ``target``; when the block ends well it takes its place.

    Raises:
        ProjectError: the folder or the file cannot be written; an existing ``target`` is intact.
    """
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        part.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make ``folder`` and its parents.

    Raises:
        ProjectError: it cannot be made, or a file stands in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file of at most MAX_INPUT.

    Raises:
        ProjectError: it is missing, a folder, no regular file, too large or cannot be read.
    """
    try:
        if not path.is_file():
            raise _cannot_read(path, msg("ファイルではないか、見つかりません"))
        if path.stat().st_size > MAX_INPUT:
            raise _cannot_read(path, msg("大きすぎます"))
        return path.read_bytes()
    except OSError as error:
        raise _cannot_read(path, msg("読めません（{reason}）", reason=error.strerror)) from error


def _cannot_read(path: Path, reason: object) -> ProjectError:
    return ProjectError(
        msg("「{path}」は{reason}。", path=path, reason=reason),
        msg("何も書き込んでいません。"),
        msg("ファイルの名前と場所を確かめてください。"),
    )


def _cannot_write(path: Path, error: OSError) -> ProjectError:
    return ProjectError(
        msg("「{path}」に書き込めません（{reason}）。", path=path, reason=error.strerror),
        msg("前からあるファイルはそのままです。"),
        msg("空きのある、書き込める場所を選んでください。"),
    )
