"""Where things lie: the bundled data, and this person's own folder.

Owns every path that is not chosen by a person. Must not create anything but what ``ensure`` names.
"""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
"""Fonts, catalogues, faces, figures, templates: data without code."""

EXAMPLES = _ROOT / "examples"
"""Readable sources of the example projects."""

HOME_VARIABLE = "SERVICEDESIGN_HOME"
"""Environment variable that moves the personal folder, for tests and for a stick that travels."""


def user_data_dir() -> Path:
    """Return the folder for this person's settings, logs and backups; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs  # late: the command line's help must not wait for it

    return Path(platformdirs.user_data_dir("servicedesign", appauthor=False))


def ensure(folder: Path) -> Path:
    """Make ``folder`` with its parents if it is missing, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder
