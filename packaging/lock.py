"""Writes the two lock files anew from pyproject.toml: versions with hashes, for every platform.

Owns ``requirements.lock`` (what the program needs, with the build backend) and
``requirements-dev.lock`` (that, and what its tests need). Needs ``uv`` on the PATH or named in
``UV``; nothing else in the project does. Must not write a registry's address into the files.

    python packaging/lock.py             keep the locked versions that still fit
    python packaging/lock.py --upgrade   take the newest versions the bounds allow
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PYTHON = "3.11"
HEADER = "# Written by packaging/lock.py from pyproject.toml. Do not edit.\n"


def compile_lock(uv: str, output: Path, extra: list[str], build: list[str]) -> None:
    """Resolve pyproject.toml and the ``build`` requirements into ``output``, markers included.

    Raises:
        subprocess.CalledProcessError: the requirements cannot be met together.
    """
    command = [
        *(uv, "pip", "compile", "pyproject.toml", "-", "--universal", "--python-version", PYTHON),
        *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
        *("--output-file", str(output.relative_to(ROOT)), *extra),
    ]
    subprocess.run(command, cwd=ROOT, check=True, input="\n".join(build), text=True)
    text = output.read_text("utf-8")
    if "://" in text:
        sys.exit(f"{output.name} holds an address; a lock names versions and hashes alone")
    output.write_text(HEADER + text, "utf-8", newline="\n")


def main() -> None:
    """Write both lock files."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        sys.exit("uv is needed to make the lock files: pip install uv")
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    upgrade = sys.argv[1:]
    runtime = HERE / "requirements.lock"
    compile_lock(uv, runtime, upgrade, build)
    dev = ["--extra", "dev", "--constraint", str(runtime.relative_to(ROOT)), *upgrade]
    compile_lock(uv, HERE / "requirements-dev.lock", dev, build)


if __name__ == "__main__":
    main()
