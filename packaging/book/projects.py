"""The projects that the book shows: the examples, an empty one, a crowded one.

Owns where they are built, once for a language. Must not know what is drawn of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from book.crowded import build_crowded
from servicedesign.exchange.beginnings import EXAMPLES
from servicedesign.exchange.examples import build_example
from servicedesign.exchange.templates import create_from_template
from servicedesign.store import Project, open_project

DAY: Final = date(2026, 12, 1)
"""The day on which all is printed."""

Build = Callable[[Path, str], Project]


def now() -> datetime:
    """Return the moment that the clocks of all screens show."""
    return datetime.combine(DAY, time(10, 30)).astimezone()


def _example(name: str) -> Build:
    return lambda path, lang: build_example(name, path, lang)


def _empty(path: Path, lang: str) -> Project:
    return create_from_template(path, "blank", lang, lambda: DAY, "")


BUILDERS: Final[Mapping[str, Build]] = {
    **{example.id: _example(example.id) for example in EXAMPLES},
    "empty": _empty,
    "crowded": build_crowded,
}
"""Every project by its name in the book."""


@dataclass
class Shelf:
    """Builds projects in a folder when they are first asked for.

    Attributes:
        folder: where the files are made; it must not hold any yet.
    """

    folder: Path
    _built: set[Path] = field(default_factory=set)

    def path(self, name: str, lang: str) -> Path:
        """Return the file of the project ``name`` in ``lang``, closed."""
        path = self.folder / lang / f"{name}.sdproj"
        if path not in self._built:
            path.parent.mkdir(parents=True, exist_ok=True)
            BUILDERS[name](path, lang).close()
            self._built.add(path)
        return path

    def open(self, name: str, lang: str, *, read_only: bool = False) -> Project:
        """Return the project ``name`` in ``lang``, open."""
        return open_project(self.path(name, lang), read_only=read_only)
