"""The command line's help and the second start of the set-up."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from timing import Result, compare

ROOT = Path(__file__).resolve().parents[2]


def _run(words: Sequence[str], home: str) -> None:
    environ = {**os.environ, "SERVICEDESIGN_HOME": home}
    subprocess.run(words, env=environ, cwd=home, capture_output=True, check=False)


def results(rounds: int = 15) -> Iterator[Result]:
    """Yield the comparisons with a bare Python start and with the program called directly."""
    with tempfile.TemporaryDirectory() as home:
        python = sys.executable
        program = [python, "-P", "-m", "servicedesign"]
        yield compare(
            "--help, against a bare Python",
            lambda: _run([*program, "--help"], home),
            lambda: _run([python, "-c", "pass"], home),
            rounds=rounds,
            bar=0.15,
            added=True,
        )
        missing = str(Path(home) / "none.sdproj")
        run = [python, str(ROOT / "packaging" / "run.py"), "--export", home, missing]
        yield compare(
            "packaging/run.py, second start",
            lambda: _run(run, home),
            lambda: _run([*program, "export", missing, "-o", home], home),
            rounds=max(5, rounds // 3),
            bar=1.0,
            added=True,
        )
