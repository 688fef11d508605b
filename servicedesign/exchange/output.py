"""Standard output: where a command prints what was asked for.

Owns what is done when it takes nothing: a full disk behind it, a reader that is gone. Must stay
light, since it is loaded before anything is known of what is wanted.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import TextIO

import click

from servicedesign.model.errors import ProjectError
from servicedesign.model.message import msg


def print_out(text: str | bytes) -> None:
    """Write to standard output: a text as a line, bytes as they are.

    Raises:
        BrokenPipeError: the reader is gone.
        ProjectError: the output takes nothing.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:  # closed by whoever started the program
        raise _refused(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        click.echo(text, nl=isinstance(text, str))
    except BrokenPipeError:
        raise
    except OSError as error:
        leave_output()
        raise _refused(error) from error


def leave_output() -> None:
    """Let go of standard output, which takes nothing more.

    Without this the interpreter would try again, and complain, on its way out.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: OSError) -> ProjectError:
    from servicedesign.store.refusals import reason

    return ProjectError(
        msg("結果を画面に出せませんでした（{reason}）。", reason=reason(error)),
        msg("プロジェクトのファイルは無事です。"),
        msg("出力の送り先を確かめてください。"),
    )
