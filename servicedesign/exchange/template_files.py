"""The templates that people kept: which files there are, and what stands at their head.

Owns the folder ``templates`` in the personal folder and the reading of a template's name. Must stay
light, since the start screen lists them; the whole of a template is read by ``own_templates``.

A template is one JSON file (UTF-8):

    {"format": "servicedesign-template", "version": 1,
     "title": "…", "summary": "…",
     "records": {"agenda_item": [{…}], …}}

``records`` are as in a dump, of the kinds that ``own_templates`` takes. Ids in them only tell which
record refers to which: a project made of them gets its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from servicedesign.locations import user_data_dir
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import Message, msg
from servicedesign.model.normalise import is_plain

FORMAT: Final = "servicedesign-template"
VERSION: Final = 1
SUFFIX: Final = ".json"
MAX_BYTES: Final = 8_000_000
"""Largest file that is read as a template."""
MAX_FILES: Final = 200
"""Most files that are looked at; what comes behind is left alone."""
MAX_TITLE: Final = 80
MAX_SUMMARY: Final = 200
"""Longest name and longest line, in characters."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template that a person kept.

    Attributes:
        title: its name, by which it is also chosen on the command line.
        summary: one line of what it is for, perhaps empty.
        path: its file.
    """

    title: str
    summary: str
    path: Path


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in the folder.

    Attributes:
        templates: by title.
        broken: why the other files are passed over, one refusal each.
    """

    templates: tuple[OwnTemplate, ...]
    broken: tuple[ProjectError, ...]

    def find(self, title: str) -> OwnTemplate | None:
        """Return the template of this name, or None."""
        return next((one for one in self.templates if one.title == title), None)


def template_folder() -> Path:
    """Return where templates are kept; it may not exist yet."""
    return user_data_dir() / "templates"


def read_shelf(folder: Path | None = None) -> Shelf:
    """Return the templates in ``folder`` (the personal one when None). Never fails."""
    found: list[OwnTemplate] = []
    broken: list[ProjectError] = []
    for path in _files(folder or template_folder()):
        try:
            found.append(read_head(path))
        except ProjectError as error:
            broken.append(error)
    return Shelf(tuple(sorted(found, key=lambda one: (one.title, one.path.name))), tuple(broken))


def _files(folder: Path) -> Sequence[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix.lower() == SUFFIX)
    except OSError:
        return ()
    return names[:MAX_FILES]


def read_head(path: Path) -> OwnTemplate:
    """Return the name of the template in ``path``.

    Raises:
        ProjectError: it is no template.
    """
    plain = _read(path)
    title, summary = plain.get("title"), plain.get("summary", "")
    if not isinstance(title, str) or not _is_line(title, MAX_TITLE) or not title.strip():
        raise not_a_template(path, msg("名前がありません"))
    if not isinstance(summary, str) or not _is_line(summary, MAX_SUMMARY):
        raise not_a_template(path, msg("説明の一行が読めません"))
    return OwnTemplate(title, summary, path)


def _read(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():
            raise not_a_template(path, msg("ふつうのファイルではありません"))
        if path.stat().st_size > MAX_BYTES:
            raise not_a_template(path, msg("大きすぎます"))
        plain = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise not_a_template(path, msg("読めません")) from error
    except (ValueError, RecursionError) as error:
        raise not_a_template(path, msg("JSONの形ではありません")) from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise not_a_template(path, msg("ひな形ではありません"))
    if plain.get("version") != VERSION or isinstance(plain["version"], bool):
        raise not_a_template(path, msg("版が違います"))
    return plain


def _is_line(text: str, most: int) -> bool:
    return len(text) <= most and is_plain(text) and "\n" not in text


def not_a_template(path: Path, reason: Message) -> ProjectError:
    """Return the refusal of a file that cannot be used as a template; ``reason`` is a clause."""
    return unusable(path, msg("{reason}。", reason=reason))


def unusable(path: Path, what: Message) -> ProjectError:
    """Return the refusal of a file that cannot be used as a template; ``what`` is a sentence."""
    return ProjectError(
        msg("ひな形「{name}」は使えません。{what}", name=path.name, what=what),
        msg("ほかのひな形はそのまま使えます。何も作っていません。"),
        msg("プロジェクトを開き、「ひな形として取っておく」で作り直してください。"),
    )
