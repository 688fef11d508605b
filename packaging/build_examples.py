"""Build the example projects into a folder: python packaging/build_examples.py DIR [--lang ja|en].

Owns nothing but the command; what the examples hold is in ``examples/``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from servicedesign.exchange.beginnings import EXAMPLES
from servicedesign.exchange.examples import build_example
from servicedesign.i18n import LANGUAGES
from servicedesign.model import ProjectError


def main() -> int:
    """Build every example; an existing file is left alone and named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    status = 0
    for example in EXAMPLES:
        path = options.folder / f"{example.id}.sdproj"
        try:
            build_example(example.id, path, options.lang).close()
            print(path)
        except ProjectError as error:
            print(error)
            status = 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
