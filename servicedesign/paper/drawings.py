"""The bundled portraits and figures, read when they are first asked for.

Owns the way from an id to a drawing. Must not draw: :mod:`servicedesign.paper.pictures` does on
paper, the screen has its own. One :class:`DrawingLibrary` is made at the start and passed on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from servicedesign.locations import RESOURCES
from servicedesign.model.drawing import Drawing, drawing_from_plain
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import msg

_MAX_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class FaceInfo:
    """What is known of a portrait before it is drawn.

    Attributes:
        id: name that a persona keeps, ``woman-30s-ponytail``.
        ja: description in Japanese.
        en: description in English.
        age: ``30s``, ``teens`` or years of a child.
        gender: ``woman``, ``man``, ``girl``, ``boy``, ``child`` or ``person``: the look, no more.
    """

    id: str
    ja: str
    en: str
    age: str
    gender: str

    def describe(self, lang: str) -> str:
        """Return the description in ``lang``."""
        return self.en if lang == "en" else self.ja


@dataclass(frozen=True, slots=True)
class FigureInfo:
    """What is known of a figure before it is drawn.

    Attributes:
        id: name that a placement keeps, ``town-hall``.
        ja: name in Japanese.
        en: name in English.
        group: ``people``, ``places``, ``things``, ``signs``, or ``marks`` (cover and town mark).
    """

    id: str
    ja: str
    en: str
    group: str

    def describe(self, lang: str) -> str:
        """Return the name in ``lang``."""
        return self.en if lang == "en" else self.ja


class DrawingLibrary:
    """Hands out portraits and figures; each file is read once, when it is first wanted."""

    def __init__(self, folder: Path = RESOURCES) -> None:
        """Bind ``folder``, which holds ``faces`` and ``figures``; nothing is read yet."""
        self._folder = folder
        self._faces: dict[str, FaceInfo] | None = None
        self._figures: dict[str, FigureInfo] | None = None
        self._drawings: dict[tuple[str, str], Drawing] = {}

    @property
    def faces(self) -> tuple[FaceInfo, ...]:
        """All portraits in the order of the index."""
        return tuple(self._face_index().values())

    @property
    def figures(self) -> tuple[FigureInfo, ...]:
        """All figures in the order of the index."""
        return tuple(self._figure_index().values())

    def face_info(self, face_id: str) -> FaceInfo | None:
        """Return what is known of a portrait, or None if there is none of that id."""
        return self._face_index().get(face_id)

    def face(self, face_id: str) -> Drawing:
        """Return a portrait; ProjectError if there is none of that id or its file does not read."""
        return self._drawing("faces", face_id, self._face_index())

    def figure(self, figure_id: str, /) -> Drawing:
        """Return a figure; ProjectError if there is none of that id or its file does not read."""
        return self._drawing("figures", figure_id, self._figure_index())

    def _drawing(self, kind: str, key: str, index: Mapping[str, object]) -> Drawing:
        found = self._drawings.get((kind, key))
        if found is None:
            if key not in index:
                raise _missing(key)
            name = f"{kind}/{key}.json"
            found = self._drawings[kind, key] = drawing_from_plain(self._read(name), name)
        return found

    def _face_index(self) -> dict[str, FaceInfo]:
        if self._faces is None:
            rows = self._rows("faces/index.json", ("id", "ja", "en", "age", "gender"))
            self._faces = {row["id"]: FaceInfo(**row) for row in rows}
        return self._faces

    def _figure_index(self) -> dict[str, FigureInfo]:
        if self._figures is None:
            rows = self._rows("figures/index.json", ("id", "ja", "en", "group"))
            self._figures = {row["id"]: FigureInfo(**row) for row in rows}
        return self._figures

    def _rows(self, name: str, keys: tuple[str, ...]) -> list[dict[str, str]]:
        rows = self._read(name)
        if not isinstance(rows, list):
            raise _damaged(name)
        for row in rows:
            if not isinstance(row, dict) or set(row) != set(keys):
                raise _damaged(name)
            if not all(isinstance(value, str) for value in row.values()):
                raise _damaged(name)
        return rows

    def _read(self, name: str) -> object:
        try:
            with (self._folder / name).open("rb") as file:
                data = file.read(_MAX_BYTES + 1)
            if len(data) > _MAX_BYTES:
                raise _damaged(name)
            plain: object = json.loads(data)
        except (OSError, ValueError, RecursionError) as error:
            raise _damaged(name) from error
        return plain


def _missing(key: str) -> ProjectError:
    return ProjectError(
        msg("絵「{name}」は、このソフトに入っていません。", name=key[:64]),
        msg("プロジェクトは変わっていません。"),
        msg("一覧から別の絵を選んでください。"),
    )


def _damaged(name: str) -> ProjectError:
    return ProjectError(
        msg("付属の絵のファイル {name} が読めません。", name=name),
        msg("プロジェクトは変わっていません。"),
        msg("ソフトを入れ直してください。"),
    )
