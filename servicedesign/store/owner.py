"""Who has a project open: a small note beside the file, for people and for other computers.

Owns the note. SQLite's lock is what keeps two writers apart on one computer; the note says who it
is, and is all there is on shares whose locks cannot be trusted.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
import socket
import sys
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from servicedesign.model import ProjectError, msg
from servicedesign.model.normalise import plain_text
from servicedesign.store import refusals

# Tells this run from an earlier one that had the same number, as programs in a sandbox always do.
_THIS_RUN = uuid.uuid4().hex
_LONGEST_NAME = 255
_LONGEST_NOTE = 4096


class ProjectInUseError(ProjectError):
    """Another program seems to have the project open; a person may know that it has not."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a project open; ``run`` is a text of its own for each run of a program."""

    host: str
    user: str
    pid: int
    run: str = ""

    @property
    def is_this_program(self) -> bool:
        """Whether it is this very program, in this run."""
        return self.is_here and self.pid == os.getpid() and self.run == _THIS_RUN

    @property
    def is_here(self) -> bool:
        """Whether it is a program on this computer."""
        return self.host == socket.gethostname()

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs; unknown on another computer, hence yes."""
        if not self.is_here or self.is_this_program:
            return True
        return self.pid != os.getpid() and process_lives(self.pid)


def this_process() -> Owner:
    """Return this program as an owner."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return Owner(socket.gethostname(), user, os.getpid(), _THIS_RUN)


def note_path(path: Path) -> Path:
    """Return where the note for the project file ``path`` lies."""
    name = f".{path.name}.lock"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:32]}.sdproj.lock"
    return path.with_name(name)


def read_note(path: Path) -> Owner | None:
    """Return who holds the project file ``path`` by its note; None when nobody does."""
    note = note_path(path)
    try:
        if note.is_symlink() or not note.is_file() or note.stat().st_size > _LONGEST_NOTE:
            return None
        plain = json.loads(note.read_text("utf-8"))
        host, user, pid = _name(plain["host"]), _name(plain["user"]), int(plain["pid"])
        return Owner(host, user, pid, _name(plain.get("run", "")))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _name(value: object) -> str:
    return plain_text(str(value), single_line=True)[:200]


def refuse_if_owned(path: Path, *, take_over: bool) -> None:
    """Refuse a project that another program holds; a dead one on this computer counts for nothing.

    Raises:
        ProjectError: telling who holds it. ``take_over`` goes on all the same, except where it is
            this very program.
    """
    owner = read_note(path)
    if owner is None or not owner.is_alive:
        return
    if owner.is_this_program:
        raise ProjectError(
            msg("「{name}」は、この画面でもう開いています。", name=path.name),
            refusals.UNCHANGED,
            msg("開いている画面を使ってください。"),
        )
    if not take_over:
        raise in_use(path, owner)


def in_use(path: Path, owner: Owner | None) -> ProjectInUseError:
    """Return the refusal of a project that is open elsewhere."""
    ask = msg("先に閉じてもらってください。もう使われていないと確かなら、引き継いで開けます。")
    if owner is not None and owner.is_here and owner.user == this_process().user:
        what = msg("「{name}」は、このパソコンの別の画面でもう開いています。", name=path.name)
        ask = msg("その画面で続けてください。もう使われていないと確かなら、引き継いで開けます。")
    elif owner is None:
        what = msg("「{name}」は、ほかの画面で開いています。", name=path.name)
    elif owner.is_here:
        what = msg(
            "「{name}」は、このパソコンで{user}さんが開いています。",
            name=path.name,
            user=owner.user,
        )
    else:
        what = msg(
            "「{name}」は、{host}で{user}さんが開いています。",
            name=path.name,
            host=owner.host,
            user=owner.user,
        )
    return ProjectInUseError(what, refusals.UNCHANGED, ask)


def write_note(path: Path) -> None:
    """Write that this program holds the project file ``path``.

    Raises:
        OSError: nothing can be written beside the file.
    """
    note = note_path(path)
    beside = note.with_name(f".{uuid.uuid4().hex}.sdproj-part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(this_process()), file, ensure_ascii=False)
        beside.replace(note)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def remove_note(path: Path) -> None:
    """Remove the note for ``path`` if it is this program's."""
    owner = read_note(path)
    if owner is not None and owner.is_this_program:
        with contextlib.suppress(OSError):
            note_path(path).unlink()


def process_lives(pid: int) -> bool:
    """Tell whether a program of this computer with number ``pid`` runs."""
    if not 0 < pid < 1 << 31:
        return False  # no system counts that far
    if sys.platform == "win32":
        import ctypes  # there, os.kill would end the program instead of asking

        query_only = 0x1000
        handle = ctypes.windll.kernel32.OpenProcess(query_only, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _has_ended(pid)


def _has_ended(pid: int) -> bool:
    """Tell whether a program ended whose number is only kept for the one that started it."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False
    return status.rpartition(b")")[2].split()[:1] == [b"Z"]
