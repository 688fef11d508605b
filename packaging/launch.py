"""What the two commands do once Python is new enough: open, print, or check.

Owns the reading of their arguments, the choice between window and paper, and the list of checks.
Must not do what the program itself does: it only starts it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import libraries
from speech import choose, say

EXAMPLE = "single-parent"
SHEETS_FOLDER = "servicedesign-sheets"
"""Where the sheets go when there is no display to open a window on."""


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be opened here."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def program_arguments(file: str | None, export: str | None) -> list[str]:
    """Return the program's own arguments for opening ``file``, or printing it into ``export``."""
    source = [file] if file else ["--example", EXAMPLE]
    return ["export", *source, "-o", export] if export else ["open", *source]


def run(arguments: Sequence[str]) -> int:
    """Open the app or print the sheets; return the exit status."""
    return environment.guarded(lambda: _run(arguments))


def test(arguments: Sequence[str]) -> int:
    """Run every check and return 0 when all hold; what is not ours goes to pytest."""
    return environment.guarded(lambda: _test(arguments))


def _parser(description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description, allow_abbrev=False)
    parser.add_argument(
        "--venv", type=Path, default=environment.default_folder(), metavar="DIR",
        help=choose(
            "実行環境の置き場所（省くとプロジェクトのとなり）",
            "where the environment is kept (beside the project when left out)",
        ),
    )  # fmt: skip
    return parser


def _run(arguments: Sequence[str]) -> int:
    parser = _parser(
        choose(
            "FILE をアプリで開きます。省くと例が開きます。",
            "Opens the app on FILE, or on an example when FILE is left out.",
        )
    )
    parser.add_argument(
        "--export",
        metavar="DIR",
        help=choose(
            "開かずに、すべてのシートを DIR に印刷します", "print every sheet into DIR instead"
        ),
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=choose("プロジェクト（*.sdproj）", "a project (*.sdproj)"),
    )
    chosen = parser.parse_args(arguments)
    folder = chosen.venv.absolute()
    python = environment.prepare("run", folder)
    export = chosen.export
    if export is None and not has_display(os.environ, sys.platform):
        export = SHEETS_FOLDER
        say(
            f"画面がないので、シートを {export} に印刷します。",
            f"There is no display, so the sheets are printed into {export} instead.",
        )
    if export is None and sys.platform == "linux":
        libraries.ensure(folder, libraries.plugin_patterns(os.environ, tests=False))
    program = program_arguments(chosen.file, export)
    return environment.hand_over([str(python), "-P", "-m", "servicedesign", *program])


def checks(python: Path, pytest_arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the checks in order, each with its name and its command."""
    tool = str(python)
    lint_imports = str(python.with_name("lint-imports" + python.suffix))
    return [
        ("lint", [tool, "-m", "ruff", "check", "--quiet", "."]),
        ("format", [tool, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("types", [tool, "-m", "mypy", "--no-error-summary"]),
        ("layers", [lint_imports, "--no-logo"]),
        ("texts", [tool, "packaging/catalogue.py", "--check"]),
        ("tests", [tool, "-m", "pytest", "-n", "2", *pytest_arguments]),
    ]


def _test(arguments: Sequence[str]) -> int:
    chosen, rest = _parser(
        choose(
            "すべての確かめをします。ほかの引数は pytest に渡ります。",
            "Runs every check; other arguments go to pytest.",
        )
    ).parse_known_args(arguments)
    folder = chosen.venv.absolute()
    python = environment.prepare("dev", folder)
    if sys.platform == "linux":
        libraries.ensure(folder, libraries.plugin_patterns(os.environ, tests=True))
    failed = [name for name, command in checks(python, rest) if not _check(name, command)]
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _check(name: str, command: list[str]) -> bool:
    """Run one check; show what it printed when it fails, and pytest's words in any case."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environ.pop("PYTHONPATH", None)
    started = time.monotonic()
    quiet = name != "tests"
    done = subprocess.run(
        command, cwd=environment.ROOT, env=environ, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None, stderr=subprocess.STDOUT if quiet else None,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    if quiet and done.returncode:
        print(done.stdout, end="", flush=True)
    word = "failed" if done.returncode else "ok"
    print(f"{name:<8}{word}  {time.monotonic() - started:.1f} s", flush=True)
    return not done.returncode
