"""What the store says when it cannot do what was asked: every refusal in three sentences.

Owns the wording of what concerns files and disks. Faults of our own are not refusals.
"""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from servicedesign.model import Message, ProjectError, msg

_OF_DISK = {
    errno.ENOSPC: msg("空きがありません"),
    errno.EDQUOT: msg("空きがありません"),
    errno.EACCES: msg("許しがありません"),
    errno.EPERM: msg("許しがありません"),
    errno.EROFS: msg("読むだけの場所です"),
    errno.ENOENT: msg("見つかりません"),
    errno.EEXIST: msg("もうあります"),
    errno.EISDIR: msg("フォルダーです"),
    errno.ENOTDIR: msg("フォルダーではありません"),
    errno.ENAMETOOLONG: msg("名前が長すぎます"),
    errno.EFBIG: msg("大きくなりすぎます"),
    errno.EIO: msg("ディスクの読み書きに失敗しました"),
}
_BROKEN = msg("壊れています")
UNCHANGED = msg("ファイルは変えていません。")
NOTHING_WRITTEN = msg("何も書き込んでいません。")


def not_a_project(path: Path, what: Message) -> ProjectError:
    """Return the refusal of something that is no project file; ``what`` says what it is."""
    return ProjectError(
        msg("「{name}」は開けません。{what}", name=path.name, what=what),
        UNCHANGED,
        msg("プロジェクトのファイル（.sdproj）を選んでください。"),
    )


def damaged(path: Path, detail: Message | None = None) -> ProjectError:
    """Return the refusal of a project file that is broken inside."""
    what = msg("「{name}」は壊れています。", name=path.name)
    if detail not in (None, _BROKEN):
        what = msg("「{name}」は壊れています（{detail}）。", name=path.name, detail=detail)
    return ProjectError(
        what, UNCHANGED, msg("自動で取ってある控えか、手元のコピーから元に戻してください。")
    )


def already_exists(path: Path) -> ProjectError:
    """Return the refusal to write over a file."""
    return ProjectError(
        msg("「{name}」はもうあります。", name=path.name),
        msg("そのファイルは変えていません。"),
        msg("別の名前にしてください。"),
    )


def cannot_make(path: Path, error: OSError | sqlite3.Error) -> ProjectError:
    """Return the refusal for a file that could not be written at ``path``."""
    return ProjectError(
        msg("「{name}」に書き込めませんでした（{reason}）。", name=path.name, reason=reason(error)),
        msg("元のプロジェクトはそのままです。"),
        msg("空きのある、書き込める場所を選んでください。"),
    )


def cannot_save(path: Path, error: BaseException) -> ProjectError:
    """Return the error for an edit that could not reach the disk and waits in memory."""
    return ProjectError(
        msg("「{name}」に保存できませんでした（{reason}）。", name=path.name, reason=reason(error)),
        msg("変えたところは画面に残っていて、前に保存した分はファイルにあります。"),
        msg("空きを作ってもう一度保存するか、別の場所に保存してください。"),
    )


def read_only(path: Path) -> ProjectError:
    """Return the refusal to change a project that was opened for reading."""
    return ProjectError(
        msg("「{name}」は読むだけで開いています。", name=path.name),
        NOTHING_WRITTEN,
        msg("変えるときは、別の名前でコピーを作ってから開いてください。"),
    )


def reason(error: BaseException) -> Message:
    """Return why the disk or the database refused, for people."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        code &= 0xFF
    known = {
        sqlite3.SQLITE_FULL: msg("空きがありません"),
        sqlite3.SQLITE_READONLY: msg("書き込みが許されていません"),
        sqlite3.SQLITE_CANTOPEN: msg("開けない場所です"),
        sqlite3.SQLITE_BUSY: msg("ほかで使われています"),
        sqlite3.SQLITE_CORRUPT: _BROKEN,
        sqlite3.SQLITE_NOTADB: msg("データベースではありません"),
        sqlite3.SQLITE_IOERR: msg("ディスクの読み書きに失敗しました"),
        sqlite3.SQLITE_TOOBIG: msg("大きすぎます"),
    }
    if code in known:
        return known[code]
    if isinstance(error, OSError) and error.errno in _OF_DISK:
        return _OF_DISK[error.errno]
    if isinstance(error, OSError) and error.strerror:
        return msg("{detail}", detail=error.strerror)
    return msg("{detail}", detail=str(error))


def no_picture() -> ProjectError:
    """Return the refusal to show a picture whose bytes are missing or changed."""
    return ProjectError(
        msg("写真が読み取れません。"),
        msg("ほかの内容はそのまま使えます。"),
        msg("写真を入れ直してください。"),
    )
