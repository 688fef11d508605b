"""Makes and keeps the environment beside the project that the program and its tests run in.

Owns ``.venv``: when it is made, what is installed into it, and the stamp that says it is complete.
Must not import anything outside the standard library, and must not ask the network or start pip
when the stamp fits.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import libraries
from speech import SetupError, prepare_streams, say

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
"""The lock file of each kind of environment; ``dev`` holds all that ``run`` does."""

STAMP = "servicedesign-stamp.json"
LOG = "install.log"
NEEDED_MB = 700
"""Room for the complete environment, in megabytes."""

FOREIGN_SETTINGS = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
"""Settings of the caller's that would send the installation elsewhere."""


def default_folder() -> Path:
    """Return where the environment lies: beside the project."""
    return ROOT / ".venv"


def python_of(environment: Path) -> Path:
    """Return the environment's interpreter on this platform."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def digest(kind: str, environment: Path, root: Path = ROOT) -> str:
    """Return what a complete environment of ``kind`` stands for, as a SHA-256.

    It changes with the lock, the parts of pyproject.toml that an installation depends on, the
    interpreter, and the places of project and environment.
    """
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    parts = [
        (root / "packaging" / LOCKS[kind]).read_text("utf-8"),
        *(json.dumps(project.get(name), sort_keys=True) for name in ("project", "build-system")),
        json.dumps(project.get("tool", {}).get("hatch"), sort_keys=True),
        sys.version,
        sys.base_prefix,
        str(root),
        str(environment),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def read_stamp(environment: Path) -> dict[str, str]:
    """Return the digest of each kind the environment is complete for; empty when unfinished."""
    try:
        found = json.loads((environment / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {kind: value for kind, value in found.items() if isinstance(value, str)}


def write_stamp(environment: Path, kinds: Sequence[str], root: Path = ROOT) -> None:
    """Say that the environment is complete for ``kinds``; appears whole or not at all."""
    stamp = {kind: digest(kind, environment, root) for kind in kinds}
    fresh = environment / (STAMP + ".new")
    fresh.write_text(json.dumps(stamp), "utf-8")
    fresh.replace(environment / STAMP)


def is_ready(kind: str, environment: Path, root: Path = ROOT) -> bool:
    """Tell whether the environment can be used as it is, without network and without pip."""
    stamp = read_stamp(environment)
    return (
        kind in stamp
        and stamp[kind] == digest(kind, environment, root)
        and python_of(environment).exists()
    )


def prepare(kind: str, environment: Path) -> Path:
    """Return the interpreter of a complete environment of ``kind``, making it first if need be.

    Raises:
        SetupError: it could not be made; one line says why and what to do.
    """
    if is_ready(kind, environment):
        return python_of(environment)
    try:
        with _one_at_a_time(environment):
            if not is_ready(kind, environment):
                _make(kind, environment)
    except OSError as error:
        raise explain_os_error(error, environment) from error
    return python_of(environment)


def explain_os_error(error: OSError, environment: Path) -> SetupError:
    """Return the refusal for a fault of the disk under the environment."""
    if error.errno == errno.ENOSPC:
        return SetupError(
            f"ディスクの空きが足りません。{environment.parent} に{NEEDED_MB} MB空けて、"
            "もう一度実行してください。",
            f"The disk is full. Free {NEEDED_MB} MB at {environment.parent} and run this again.",
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return SetupError(
            f"{environment} に書き込めません。書き込める場所にプロジェクトを置くか、"
            "--venv で場所を指定してください。",
            f"Cannot write to {environment}. Put the project where you may write, "
            "or name another place with --venv.",
        )
    return SetupError(
        f"{environment} を用意できませんでした: {error}",
        f"Could not prepare {environment}: {error}",
    )


def explain_pip(output: str, log: Path) -> SetupError:
    """Return the refusal for what pip printed when it failed."""
    text = output.lower()
    if "no space left" in text or "errno 28" in text or "not enough space" in text:
        return explain_os_error(OSError(errno.ENOSPC, ""), log.parent)
    if "do not match the hashes" in text:
        return SetupError(
            "取得した部品が記録と一致しません。何も入れていません。別の回線でもう一度実行してください。",
            "A download is not what the lock names; nothing of it was installed. "
            "Run this again on another network.",
        )
    signs = (
        "connection",
        "timed out",
        "resolution",
        "proxy",
        "ssl",
        "from versions: none",
        "urlopen",
    )
    if any(sign in text for sign in signs):
        return SetupError(
            "部品を取得できませんでした。ネットワークにつないで、もう一度実行してください"
            f"（必要なのは最初の1回だけです）。詳しくは {log}",
            "Could not download what is needed. Connect to the network and run this again "
            f"(only the first run needs it). Details: {log}",
        )
    lines = [line.strip() for line in reversed(output.splitlines()) if line.strip()]
    telling = [line for line in lines if re.match(r"ERROR:|\w*Error:", line)]
    last = (telling or lines or ["?"])[0]
    return SetupError(
        f"部品を入れられませんでした: {last}。詳しくは {log}",
        f"Could not install what is needed: {last}. Details: {log}",
    )


def _make(kind: str, environment: Path) -> None:
    say(
        "準備しています。最初の1回だけ、数分かかることがあります…",
        "Setting up. Only the first time; it may take a few minutes…",
    )
    started = time.monotonic()
    stamp = read_stamp(environment)
    if not stamp or not _same_interpreter(environment):
        _create(environment)  # new, or left half-made by an interruption
    (environment / STAMP).unlink(missing_ok=True)
    (environment / libraries.RECORD).unlink(missing_ok=True)
    kinds = ["run", "dev"] if kind == "dev" or "dev" in stamp else ["run"]
    _install(environment, LOCKS[kinds[-1]])
    write_stamp(environment, kinds)
    took = round(time.monotonic() - started)
    say(f"準備ができました（{took}秒）。", f"Ready ({took} s).")


def _same_interpreter(environment: Path) -> bool:
    try:
        text = (environment / "pyvenv.cfg").read_text("utf-8")
    except OSError:
        return False
    version = ".".join(map(str, sys.version_info[:3]))
    return f"version = {version}" in text.splitlines() and python_of(environment).exists()


def _create(environment: Path) -> None:
    import importlib.util
    import subprocess
    import venv

    _refuse_foreign_folder(environment)
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        if not (
            sys.platform == "linux" and libraries.may_install() and libraries.install([package])
        ):
            raise SetupError(
                "Python の venv がありません。次を実行してください: "
                f"sudo apt-get install -y {package}",
                f"This Python lacks venv. Type: sudo apt-get install -y {package}",
            )
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(environment)
    except subprocess.CalledProcessError as error:
        output = (error.output or b"").decode("utf-8", "replace")
        raise explain_pip(output, environment / LOG) from error


def _refuse_foreign_folder(environment: Path) -> None:
    """Refuse to clear a folder that is not an environment; the default place is always ours."""
    if environment == default_folder() or not environment.exists():
        return
    if environment.is_dir() and (
        (environment / "pyvenv.cfg").is_file() or not any(environment.iterdir())
    ):
        return
    raise SetupError(
        f"{environment} は実行環境ではないので、触りません。空の場所を指定してください。",
        f"{environment} is not an environment, so it is left alone. Name an empty place.",
    )


def _install(environment: Path, lock: str) -> None:
    common = ["--disable-pip-version-check", "--no-input", "--no-deps", "--progress-bar", "off"]
    with_hashes = ["--require-hashes", "--only-binary", ":all:", "-r", f"packaging/{lock}"]
    _pip(environment, [*common, *with_hashes])
    _pip(environment, [*common, "--no-index", "--no-build-isolation", "--editable", "."])


def _pip(environment: Path, arguments: list[str]) -> None:
    import subprocess

    clean = {key: value for key, value in os.environ.items() if key not in FOREIGN_SETTINGS}
    clean |= {"PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}
    log = environment / LOG
    with log.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [str(python_of(environment)), "-m", "pip", "install", *arguments],
            cwd=ROOT, env=clean, check=False, stdout=out, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    if done.returncode:
        raise explain_pip(log.read_text("utf-8", errors="replace"), log)


@contextlib.contextmanager
def _one_at_a_time(environment: Path) -> Iterator[None]:
    """Wait for another set-up of the same environment, as after a second impatient double-click."""
    environment.parent.mkdir(parents=True, exist_ok=True)
    with Path(f"{environment}.lock").open("w", encoding="utf-8") as handle:
        if not _try_lock(handle.fileno()):
            say("別の準備が終わるのを待っています…", "Waiting for another set-up to end…")
            while not _try_lock(handle.fileno()):
                time.sleep(0.5)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # On a disk that knows no locks nobody could be waited for: go on.
        return error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True


def hand_over(command: Sequence[str]) -> int:
    """Let ``command`` take this process's place (POSIX), or wait for it; return its exit status.

    UTF-8 mode lets older Pythons on Windows read a project's place that has Japanese in its name.
    """
    environ = {**os.environ, "PYTHONUTF8": "1"}
    for name in ("PYTHONHOME", "PYTHONPATH"):
        environ.pop(name, None)
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], list(command), environ)  # noqa: S606 - the program takes over
    import subprocess

    return subprocess.run(list(command), env=environ, check=False).returncode


def guarded(work: Callable[[], int]) -> int:
    """Run ``work()`` and return its exit status; a refusal becomes one line, never a traceback."""
    prepare_streams()
    try:
        return work()
    except SetupError as error:
        say(error.japanese, error.english)
        return 1
    except KeyboardInterrupt:
        say("中止しました。", "Stopped.")
        return 130
