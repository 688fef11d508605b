"""One picture of the book.

Owns its place: part, chapter, row and language, from which file name and caption follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that was taken.

    Attributes:
        part: ``screens`` or ``sheets``.
        chapter: id of the screen or sheet.
        row: what tells the pictures of a chapter apart; the same in both languages.
        lang: language of the labels.
        width: of the picture, in px.
        height: of the picture, in px.
    """

    part: str
    chapter: str
    row: str
    lang: str
    width: int
    height: int

    @property
    def file(self) -> str:
        """Its place under the book's folder."""
        return shot_file(self.part, self.chapter, self.row, self.lang)


def shot_file(part: str, chapter: str, row: str, lang: str) -> str:
    """Return where a picture lies under the book's folder."""
    return f"{part}/{_UNSAFE.sub('-', f'{chapter} {row}')}-{lang}.png"


def keep(folder: Path, part: str, chapter: str, row: str, lang: str, picture: Image.Image) -> Shot:
    """Write ``picture`` into the book's folder."""
    target = folder / shot_file(part, chapter, row, lang)
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, format="PNG")
    return Shot(part, chapter, row, lang, *picture.size)
