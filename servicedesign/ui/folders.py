"""Where new files go unless a person says otherwise.

Owns the default folder and names that are not taken. Makes no folder until a file is written.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from servicedesign.i18n import Translator
from servicedesign.ui.settings import Settings

SUFFIX = ".sdproj"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_MAX_NAME = 80
_RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


def work_folder(settings: Settings, t: Translator) -> Path:
    """Return the folder used last, or one of our own in the person's documents."""
    chosen = settings.get("folder")
    if chosen and Path(chosen).is_dir():
        return Path(chosen)
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    documents = QStandardPaths.writableLocation(kind) or str(Path.home())
    return Path(documents) / t("サービスデザイン工房")


def file_name(name: str) -> str:
    """Return ``name`` as every system takes it for a file's name, without a suffix."""
    plain = _UNSAFE.sub("_", name).strip(" .")[:_MAX_NAME].rstrip(" .")
    return f"{plain}_" if plain.lower() in _RESERVED else plain


def free_path(folder: Path, name: str) -> Path:
    """Return a path in ``folder`` where nothing is, with a number added when needed."""
    stem = file_name(name) or "project"
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path
