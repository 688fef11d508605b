"""Loads a script of ``packaging/``, which is a folder of scripts and no package."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

PACKAGING = str(Path(__file__).resolve().parents[2] / "packaging")


def script(name: str) -> ModuleType:
    """Return the module ``packaging/NAME.py`` as the commands themselves see it."""
    if PACKAGING not in sys.path:
        sys.path.append(PACKAGING)
    return importlib.import_module(name)
