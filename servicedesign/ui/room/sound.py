"""Plays a short WAV through whatever the system has, and never makes anyone wait for it.

Owns the choice of the player. Without one, without a sound device or with a device that is taken it
falls back to the system's beep; it never raises. Qt's own sound is in a part we do not depend on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import which
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS: Final = 10_000
"""A player that still runs after this is ended: the sounds last under 3 s."""

LINUX_PLAYERS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"))
MAC_PLAYERS: Final = (("/usr/bin/afplay",),)


def system_players() -> tuple[tuple[str, ...], ...]:
    """Return the programs to try here, in order, each with its arguments before the file."""
    if sys.platform == "win32":
        return ()
    return MAC_PLAYERS if sys.platform == "darwin" else LINUX_PLAYERS


class Sound(QObject):
    """Plays one file at a time; a new one begins beside the one before."""

    def __init__(
        self, players: Sequence[Sequence[str]] | None = None, parent: QObject | None = None
    ) -> None:
        """Play with the first of ``players`` that can, or with those of this system."""
        super().__init__(parent)
        self._players = system_players() if players is None else tuple(map(tuple, players))
        self._running: list[QProcess] = []

    def play(self, path: Path) -> None:
        """Begin to play ``path`` and return at once."""
        if self._play_on_windows(path):
            return
        self._try(path, self._players)

    def stop(self) -> None:
        """End what plays."""
        for process in list(self._running):
            self._let_go(process)

    def busy(self) -> bool:
        """Tell whether a player runs."""
        return bool(self._running)

    def _play_on_windows(self, path: Path) -> bool:
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(path), flags)
            except RuntimeError:
                return False
            return True
        return False

    def _try(self, path: Path, players: Sequence[Sequence[str]]) -> None:
        found = [(which(program), *words) for program, *words in players]
        usable = [words for words in found if words[0]]
        if not usable:
            QApplication.beep()
            return
        program, *words = (word for word in usable[0] if word is not None)
        # What failed may be tried no more: the rest follows the one that begins now.
        rest = players[found.index(usable[0]) + 1 :]
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(partial(self._on_finished, process, path, rest))
        process.errorOccurred.connect(partial(self._on_error, process, path, rest))
        self._running.append(process)
        QTimer.singleShot(PATIENCE_MS, process, partial(self._let_go, process))
        process.start(program, [*words, str(path)])

    def _on_finished(
        self,
        process: QProcess,
        path: Path,
        rest: Sequence[Sequence[str]],
        code: int,
        _status: QProcess.ExitStatus,
    ) -> None:
        if process in self._running:
            self._let_go(process)
            if code:
                self._try(path, rest)

    def _on_error(
        self,
        process: QProcess,
        path: Path,
        rest: Sequence[Sequence[str]],
        error: QProcess.ProcessError,
    ) -> None:
        if error is QProcess.ProcessError.FailedToStart and process in self._running:
            self._let_go(process)
            self._try(path, rest)

    def _let_go(self, process: QProcess) -> None:
        if process not in self._running:
            return
        self._running.remove(process)
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.finished.connect(process.deleteLater)
        else:
            process.deleteLater()
