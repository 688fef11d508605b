"""With a laptop and a projector: the cases run in a process that begins with two screens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CASES = tuple(
    str(Path(__file__).with_name(name)) for name in ("two_screens_cases.py", "one_screen_cases.py")
)


def test_all_cases_hold_on_two_screens(project_root: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", *CASES]
    ran = subprocess.run(
        command,
        cwd=project_root,
        env=os.environ | {"SERVICEDESIGN_TEST_SCREENS": "two_screens.json"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stdout[-8000:] + ran.stderr[-2000:]
    assert " passed" in ran.stdout
