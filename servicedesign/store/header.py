"""What a file says of itself in its first hundred bytes, before SQLite sees any of it.

Owns the recognition of our files and of everything else that a person may pick. Opens nothing for
writing.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from servicedesign.model import ProjectError, msg
from servicedesign.store import refusals
from servicedesign.store.schema import APPLICATION_ID, VERSION

MAX_FILE = 4 * 1024 * 1024 * 1024 - 1
"""Largest project file, in bytes: what the file system of a USB stick can hold."""

NEARLY_FULL = MAX_FILE * 9 // 10
"""Size above which a person is warned, in bytes."""

_MAGIC = b"SQLite format 3\x00"
_HEAD = 100


@dataclass(frozen=True, slots=True)
class Header:
    """The parts of the head that decide how a file is opened.

    Attributes:
        version: number of its format.
        wal: whether it was left in write-ahead mode, with a part of it in another file.
        size: of the file, in bytes.
    """

    version: int
    wal: bool
    size: int


def real_path(path: Path) -> Path:
    """Return the file behind ``path``, with symbolic links resolved.

    Raises:
        ProjectError: nothing is there, it is no regular file, or it has a second name.
    """
    try:
        found = path.resolve(strict=True)
        status = found.stat()
    except (OSError, RuntimeError, ValueError):
        raise ProjectError(
            msg("「{name}」が見つかりません。", name=path.name),
            msg("何も作っていません。"),
            msg("場所と名前を確かめてください。"),
        ) from None
    if stat.S_ISDIR(status.st_mode):
        raise refusals.not_a_project(path, msg("フォルダーです。"))
    if not stat.S_ISREG(status.st_mode):
        raise refusals.not_a_project(path, msg("ふつうのファイルではありません。"))
    if status.st_nlink > 1:
        raise ProjectError(
            msg("「{name}」には別の名前もついています（ハードリンク）。", name=path.name),
            refusals.UNCHANGED,
            msg("ふつうの複製を作り、それを開いてください。"),
        )
    return found


def read_header(path: Path) -> Header:
    """Return what the head of the regular file ``path`` says.

    Only to be called while this process does not hold the file open: closing it here would drop
    SQLite's lock.

    Raises:
        ProjectError: it is empty, too large, or no project of ours.
    """
    size, head = _read_head(path)
    if size == 0:
        raise refusals.not_a_project(path, msg("空のファイルです。"))
    if size > MAX_FILE:
        raise refusals.not_a_project(path, msg("大きすぎます。"))
    if not head.startswith(_MAGIC):
        raise refusals.not_a_project(path, msg("プロジェクトのファイルではありません。"))
    if len(head) < _HEAD or size < 512:
        raise refusals.damaged(path, msg("途中までしかありません"))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise refusals.not_a_project(path, msg("ほかのソフトのデータベースです。"))
    version = int.from_bytes(head[60:64], "big")
    if version < 1:
        raise refusals.damaged(path, msg("版の番号がありません"))
    return Header(version, wal=head[18] == 2 or head[19] == 2, size=size)


def is_writable(path: Path) -> bool:
    """Tell whether the file ``path`` may be written, by trying; as ``read_header``."""
    try:
        os.close(os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)))
    except OSError:
        return False
    return True


def newer(path: Path, version: int, *, readable: bool = True) -> ProjectError:
    """Return the refusal of a file that a later version of the app wrote.

    ``readable`` is False when it turned out that it cannot be opened for reading either.
    """
    todo = msg("アプリを新しくするか、読むだけで開いてください（形式{ours}まで）。", ours=VERSION)
    if not readable:
        todo = msg("アプリを新しくしてから開いてください（形式{ours}まで）。", ours=VERSION)
    return ProjectError(
        msg(
            "「{name}」は新しい版のサービスデザイン工房で作られています（形式{version}）。",
            name=path.name,
            version=version,
        ),
        refusals.UNCHANGED,
        todo,
    )


def _read_head(path: Path) -> tuple[int, bytes]:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
        try:
            return os.fstat(handle).st_size, os.read(handle, _HEAD)
        finally:
            os.close(handle)
    except OSError as error:
        raise ProjectError(
            msg("「{name}」が読めません（{reason}）。", name=path.name, reason=_why(error)),
            refusals.UNCHANGED,
            msg("読む許しがあるか、媒体がささっているかを確かめてください。"),
        ) from error


def _why(error: OSError) -> object:
    return refusals.reason(error)
