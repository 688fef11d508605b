"""Reading a picture file that a person chose, within bounds.

Owns the step from a path to bytes. What the bytes are is judged by the store's gate.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from servicedesign.model import ProjectError, msg
from servicedesign.store.images import MAX_BYTES

PATTERNS: Final = "*.png *.jpg *.jpeg *.webp *.gif"
"""Endings that a file dialog offers."""


def read_picture_file(path: Path) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        ProjectError: it is no ordinary file, cannot be read, or is larger than pictures may be.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path)
        if status.st_size > MAX_BYTES:
            raise ProjectError(
                msg("「{name}」は大きすぎます。", name=path.name),
                msg("プロジェクトは変えていません。"),
                msg("{limit}MBより小さい写真を選んでください。", limit=MAX_BYTES // 1024 // 1024),
            )
        return path.read_bytes()
    except OSError as error:
        raise _refused(path) from error


def _refused(path: Path) -> ProjectError:
    return ProjectError(
        msg("「{name}」を読めません。", name=path.name),
        msg("プロジェクトは変えていません。"),
        msg("ファイルがあるか、読む権限があるかを確かめて、選び直してください。"),
    )
