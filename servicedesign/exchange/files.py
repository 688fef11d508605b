"""Writing a file so that the old one stays until the new one is whole, and reading with a cap.

Owns plain files that are not projects; the project file belongs to the store.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from servicedesign.model import Message, ProjectError, msg
from servicedesign.store import SUFFIX
from servicedesign.store.refusals import reason

MAX_INPUT = 512 * 1024 * 1024
"""Largest file that is read in one piece, in bytes."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside ``target``; when the block ends well it takes its place.

    Of a symbolic link the file behind it is replaced.

    Raises:
        ProjectError: the folder or the file cannot be written, or a project or something that is
            no ordinary file stands there; an existing ``target`` is intact.
    """
    named, target = target, Path(os.path.realpath(target))
    _refuse_to_replace(named, target)
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        part.replace(target)
    except OSError as error:
        raise _cannot_write(named, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _refuse_to_replace(named: Path, target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except OSError:
        return  # nothing there, or writing will say why not
    if stat.S_ISREG(mode):
        if target.suffix.lower() == SUFFIX:
            raise _stays(msg("「{path}」はプロジェクトなので、置き換えません。", path=named))
    elif not stat.S_ISDIR(mode):
        raise _stays(msg("「{path}」はふつうのファイルではありません。", path=named))


def refuse_source(target: Path, source: Path) -> None:
    """Refuse to write to the very file that is read.

    Raises:
        ProjectError: ``target`` is ``source``.
    """
    with suppress(OSError):
        if target.samefile(source):
            raise _stays(msg("「{path}」はプロジェクトなので、置き換えません。", path=target))


def _stays(what: Message) -> ProjectError:
    return ProjectError(
        what, msg("前からあるファイルはそのままです。"), msg("別の名前にしてください。")
    )


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
        raise _cannot_read(path, msg("読めません（{reason}）", reason=reason(error))) from error


def read_stream(stream: BinaryIO) -> bytes:
    """Return all that ``stream`` gives, at most MAX_INPUT bytes.

    Raises:
        ProjectError: there is more.
    """
    data = stream.read(MAX_INPUT + 1)
    if len(data) > MAX_INPUT:
        raise _cannot_read(Path("-"), msg("大きすぎます"))
    return data


def _cannot_read(path: Path, why: Message) -> ProjectError:
    return ProjectError(
        msg("「{path}」は{reason}。", path=path, reason=why),
        msg("何も書き込んでいません。"),
        msg("ファイルの名前と場所を確かめてください。"),
    )


def _cannot_write(path: Path, error: OSError) -> ProjectError:
    return ProjectError(
        msg("「{path}」に書き込めません（{reason}）。", path=path, reason=reason(error)),
        msg("前からあるファイルはそのままです。"),
        msg(
            "空きのある、書き込める場所を選んでください。そのファイルを開いているソフトがあれば、閉じてください。"
        ),
    )
