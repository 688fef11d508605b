"""A private display with a real Japanese input method, and the app in it under real keys.

Owns starting and ending them (Xvfb, ibus, mozc, xdotool). Mozc refuses the superuser, so as root
everything runs as ``nobody``, who must be able to read the program; where any of it is missing
``why_not`` says so and the tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_ENGINE = Path("/usr/lib/ibus-mozc")
_COMMANDS = ("Xvfb", "xdotool", "ibus-daemon", "ibus", "dbus-run-session", "setxkbmap")
_NOBODY = ("runuser", "-u", "nobody", "--")
_SESSION = """
export HOME=$(mktemp -d -p "$ROOM")
export XDG_RUNTIME_DIR=$HOME
exec dbus-run-session -- bash -c "$0" _ "$@"
"""
_DAEMON = """
setxkbmap jp
ibus-daemon -drx --panel=disable >/dev/null 2>&1
for _ in 1 2 3 4 5 6 7 8 9 10; do ibus engine mozc-jp >/dev/null 2>&1 && break; sleep 0.5; done
"$@"
ibus exit >/dev/null 2>&1
"""
_PATIENCE = 60.0


def why_not() -> str:
    """Return why there can be no real input method here, or an empty text."""
    if sys.platform != "linux":
        return "ibus runs on Linux"
    missing = [name for name in _COMMANDS if shutil.which(name) is None]
    if missing or not _ENGINE.is_dir():
        return "not installed: " + ", ".join(missing or ["ibus-mozc"])
    if os.getloadavg()[0] > 1.5 * (os.cpu_count() or 1):
        return "the machine is too busy for keys at a typist's pace"
    if os.geteuid() == 0:
        reads = [*_NOBODY, sys.executable, "-c", "import servicedesign.cli, PySide6"]
        done = subprocess.run(reads, cwd=_ROOT, capture_output=True, check=False)
        if done.returncode:
            return "mozc refuses the superuser, and nobody else may read the program"
    return ""


needs_input_method = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it is there")


class RealKeys:
    """The display, the input method and one program; ends all of it on leaving."""

    def __init__(self, folder: Path, script: str, arguments: Sequence[str] = ()) -> None:
        """Prepare ``script`` (Python, run with ``arguments``), with ``folder`` as its home.

        The folder must lie where every user may go: not among the private ones of a test run.
        """
        self.folder = folder
        self._script = folder / "app.py"
        self._script.write_text(script, encoding="utf-8")
        self._arguments = list(arguments)
        self._display = ""
        self._screen: subprocess.Popen[str] | None = None
        self._app: subprocess.Popen[str] | None = None
        self._said = (folder / "stderr.txt").open("w", encoding="utf-8")

    def __enter__(self) -> Self:
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._screen.stdout is not None
        self._display = ":" + self._screen.stdout.readline().strip()
        self._app = subprocess.Popen(
            [
                *(*self._as_somebody(), "bash", "-c", _SESSION, _DAEMON),
                *(sys.executable, str(self._script), *self._arguments),
            ],
            cwd=_ROOT,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=self._said,
            encoding="utf-8",
            start_new_session=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._app is not None:
            # The whole family at once, as when the machine is switched off.
            os.killpg(self._app.pid, signal.SIGKILL)
        for process in (self._app, self._screen):
            if process is not None:
                process.terminate()
                process.wait(20)
                _close(process.stdout)
        self._said.close()

    def wait_for(self, word: str) -> str:
        """Return the line of the program that begins with ``word``; what comes before is let go."""
        assert self._app is not None
        assert self._app.stdout is not None
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            line = self._app.stdout.readline()
            if line.startswith(word):
                return line.strip()
            if not line:
                break
        said = (self.folder / "stderr.txt").read_text(encoding="utf-8")
        raise AssertionError(f"the program never said {word}: {said[-2000:]}")

    def press(self, *keys: str, pause: float = 0.25) -> None:
        """Press keys as X names them, such as ``ctrl+z`` or ``Return``, ``pause`` s after each."""
        for key in keys:
            self._xdotool("key", key)
            time.sleep(pause)

    def type(self, letters: str, pause: float = 0.4) -> None:
        """Press the keys of ``letters`` at the pace of a quick typist, then wait ``pause`` s."""
        self._xdotool("type", "--delay", "90" if pause > 0.2 else "45", letters)
        time.sleep(pause)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.3)

    def _xdotool(self, *words: str) -> None:
        environment = {**os.environ, "DISPLAY": self._display}
        subprocess.run(["xdotool", *words], env=environment, check=True, timeout=30)

    def _environment(self) -> dict[str, str]:
        home = str(self.folder)
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "ROOM": home,
            "SERVICEDESIGN_HOME": f"{home}/app",
            "PYTHONPATH": str(_ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "ibus",
            "XMODIFIERS": "@im=ibus",
        }

    def _as_somebody(self) -> tuple[str, ...]:
        return _NOBODY if os.geteuid() == 0 else ()


def _close(stream: IO[str] | None) -> None:
    if stream is not None:
        stream.close()
