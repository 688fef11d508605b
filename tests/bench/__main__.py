"""Measures our speed against bare ways of doing the same, side by side in one run.

    python tests/bench [window] [edit] [sheets] [start] [map] [board]   all when none is named
    python tests/bench board_photos board_day                         only when named: minutes each

Prints medians, ratios and the bars; always exits with 0, since a busy machine is no fault.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("window", "edit", "sheets", "start", "map", "board")


def main(words: list[str]) -> int:
    """Run the parts that are named, or all."""
    sys.path[:0] = [str(HERE.parents[1])]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["SERVICEDESIGN_HOME"] = home
        for part in words or PARTS:
            for result in importlib.import_module(f"bench_{part}").results():
                print(result.line(), flush=True)  # noqa: T201 - it is for people to read
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
