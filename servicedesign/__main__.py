"""The door: hands the words of the command line to it, and the app to whoever asks for a window.

Must stay light: it is loaded before anything is known of what is wanted.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the program and return its exit status."""
    from servicedesign.cli import main as run_command

    return run_command(sys.argv[1:], _open_app)


def _open_app(file: Path | None, example: str | None, lang: str | None) -> int:
    from servicedesign.app import run  # late: loads Qt

    return run(file=file, example=example, lang=lang)


if __name__ == "__main__":
    sys.exit(main())
