"""Everything the program says is said in English too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_every_text_has_its_english_and_the_compiled_catalogue_is_fresh(project_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "packaging/catalogue.py", "--check"],
        cwd=project_root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
