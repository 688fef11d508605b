"""Draw every screen and every sheet into a folder, with a page that lists them.

    python packaging/picture_book.py OUT [--only screens|sheets] [--lang ja|en]
    python packaging/picture_book.py --readme      the pictures of README.md only

Run it with the environment's python, such as ``.venv/bin/python``. Owns nothing but the command.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from book.shot import Shot

HERE = Path(__file__).resolve().parent
PARTS = ("screens", "sheets")


def main() -> int:
    """Draw what was asked for and say where it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--lang", choices=("ja", "en"))
    parser.add_argument("--readme", action="store_true", help="the pictures of README.md instead")
    options = parser.parse_args()
    if options.out is None and not options.readme:
        parser.error("OUT or --readme is needed")
    with tempfile.TemporaryDirectory() as folder:
        # Before Qt and settings are loaded: no screen is needed, and nobody's settings are read.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["SERVICEDESIGN_HOME"] = folder
        sys.path[:0] = [str(HERE.parent)]
        if options.readme:
            return _readme(Path(folder))
        parts = [options.only] if options.only else list(PARTS)
        languages = [options.lang] if options.lang else ["ja", "en"]
        return _book(options.out, Path(folder), parts, languages)


def _book(out: Path, work: Path, parts: list[str], languages: list[str]) -> int:
    from book.album import write_album

    started = time.monotonic()
    shots = []
    for shot in _shots(out, work, parts, languages):
        shots.append(shot)
        if sys.stdout.isatty():
            print(f"\r{len(shots)}  {shot.file}\x1b[K", end="", flush=True)
    index = write_album(out, shots)
    print(f"\n{len(shots)} pictures in {time.monotonic() - started:.0f} s: {index}")
    return 0


def _shots(out: Path, work: Path, parts: list[str], languages: list[str]) -> Iterator[Shot]:
    from book.projects import Shelf

    shelf = Shelf(work / "projects")
    for lang in languages:
        if "screens" in parts:
            from book.screens import screen_shots

            yield from screen_shots(out, shelf, lang)
        if "sheets" in parts:
            from book.sheets import sheet_shots

            yield from sheet_shots(out, shelf, lang)


def _readme(work: Path) -> int:
    from book.readme import write_pictures

    for path in write_pictures(HERE / "pictures", work):
        print(f"{path}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
