"""This person's settings: a table of key, default and validator, kept as one small file.

Owns reading and writing ``settings.json`` in the personal folder. A value that is not valid is
replaced by its default, a file that cannot be read by an empty one; a failed write is told to
nobody but the log, since no work hangs on it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from servicedesign.locations import ensure, user_data_dir

_LOG = logging.getLogger(__name__)
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        default: its value until it is chosen.
        valid: tells whether a value read from the file may be used.
    """

    default: Any
    valid: Callable[[Any], bool]


def _one_of(*values: object) -> Callable[[Any], bool]:
    return lambda value: any(value == known and type(value) is type(known) for known in values)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) < 4096


def _is_size(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(n, int) and 200 <= n <= 20_000 for n in value)
    )


def _is_minutes(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 999


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict)
        and all(isinstance(k, str) and isinstance(v, str) for k, v in item.items())
        for item in value
    )


SCALES = (100, 125, 150, 175, 200)
"""Sizes of the interface to choose from, in per cent."""

SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "lang": Setting("", _one_of("", "ja", "en")),
        "scale": Setting(100, _one_of(*SCALES)),
        "navigator_folded": Setting(False, _is_flag),
        "preview_shown": Setting(True, _is_flag),
        "paper": Setting("A4", _is_text),
        "folder": Setting("", _is_text),
        "window": Setting([1366, 768], _is_size),
        "maximised": Setting(False, _is_flag),
        "recent": Setting([], _is_list_of_texts),
        "timer_minutes": Setting(5, _is_minutes),
        "timer_sound": Setting(True, _is_flag),
        "timer_minute_sound": Setting(False, _is_flag),
    }
)
"""Every setting there is."""


class Settings:
    """The settings of one run."""

    def __init__(self, path: Path | None = None) -> None:
        """Read ``path``, or ``settings.json`` in the personal folder."""
        self.path = path or user_data_dir() / "settings.json"
        self._values = _read(self.path)

    def get(self, key: str) -> Any:
        """Return the value of ``key``.

        Raises:
            KeyError: there is no such setting.
        """
        return self._values.get(key, SETTINGS[key].default)

    def set(self, key: str, value: Any) -> None:
        """Keep ``value`` and write the file whole.

        Raises:
            KeyError: there is no such setting.
            ValueError: the value is not valid.
        """
        if not SETTINGS[key].valid(value):
            raise ValueError(key)
        if self.get(key) != value:
            self._values[key] = value
            self._write()

    def _write(self) -> None:
        aside = self.path.with_name(self.path.name + ".new")
        try:
            ensure(self.path.parent)
            with aside.open("w", encoding="utf-8") as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self.path)
        except OSError as error:
            _LOG.warning("settings not written: errno %s", error.errno)


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            return {}
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        k: found[k] for k, setting in SETTINGS.items() if k in found and setting.valid(found[k])
    }
