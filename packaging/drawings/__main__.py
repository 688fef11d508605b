"""``python packaging/drawings`` rewrites the drawings; ``--check`` only says what differs."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from drawings.build import differing, write  # noqa: E402 - found through the path set above


def main(arguments: list[str]) -> int:
    """Write or check; return 1 when a check finds a difference."""
    if "--check" not in arguments:
        print(f"{write()} drawings and icons written")
        return 0
    found = differing()
    print("\n".join(found) if found else "All drawings are as the code draws them")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
