"""The bundled faces: loading them, which one draws a character, and how wide text is.

Owns the order of fallback: BIZ UDPGothic, Noto Sans JP, Noto Emoji, then 〓, which is
reported. The same order serves measuring and drawing. Must not break lines nor draw.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from servicedesign.locations import RESOURCES
from servicedesign.model.errors import ProjectError
from servicedesign.model.message import msg
from servicedesign.paper.clean import invisible
from servicedesign.paper.pdffont import SearchableFont

GETA: Final = "〓"
"""What is printed for a character that no face holds."""
FACES: Final = {
    False: ("BIZUDPGothic-Regular.ttf", "NotoSansJP-Regular.ttf", "NotoEmoji-Regular.ttf"),
    True: ("BIZUDPGothic-Bold.ttf", "NotoSansJP-Bold.ttf", "NotoEmoji-Bold.ttf"),
}
"""File names in order of fallback, by boldness."""
_BROKEN: Final = (
    *(TTFError, OSError, struct.error, ValueError, KeyError, IndexError, TypeError),
    *(AttributeError, AssertionError, OverflowError, MemoryError),
)
_NBSP: Final = "\u00a0"


class Run(NamedTuple):
    """Neighbouring characters that one face draws."""

    font: SearchableFont
    text: str


class FontBook:
    """The faces of one folder, each loaded when first needed.

    Attributes:
        folder: where the files lie.
    """

    def __init__(self, folder: Path) -> None:
        """Look for every file; load none.

        Raises:
            ProjectError: a file is missing.
        """
        self.folder = folder
        self._lock = threading.Lock()
        self._loaded: dict[str, SearchableFont] = {}
        self._widths = {bold: _Widths(self, bold) for bold in (False, True)}
        for name in (*FACES[False], *FACES[True]):
            if not (folder / name).is_file():
                raise _unusable(folder / name)

    def face(self, bold: bool, step: int) -> SearchableFont:
        """Return the face at ``step`` of the fallback order.

        Raises:
            ProjectError: the file is damaged or gone.
        """
        name = FACES[bold][step]
        with self._lock:
            font = self._loaded.get(name)
            if font is None:
                font = self._loaded[name] = self._load(name)
        return font

    def _load(self, name: str) -> SearchableFont:
        path = self.folder / name
        try:
            font = SearchableFont(f"{path.stem}@{self.folder}", str(path))
            _ = (font.face.charToGlyph[0x20], font.face.charWidths[0x20])
        except _BROKEN as fault:
            raise _unusable(path) from fault
        pdfmetrics.registerFont(font)
        return font

    def advances(self, bold: bool) -> Mapping[str, float]:
        """Return the widths of characters in thousandths of an em; any character has one."""
        return self._widths[bold]

    def measure(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width of ``text`` (cleaned, one line) at ``size`` pt, in pt."""
        return sum(map(self._widths[bold].__getitem__, text)) * size / 1000

    def runs(self, text: str, bold: bool = False) -> tuple[list[Run], str]:
        """Return ``text`` as runs of one face each, and the characters that print as 〓."""
        widths = self._widths[bold]
        first = self.face(bold, 0)
        if widths.plain.issuperset(text):
            return ([Run(first, text)] if text else []), ""
        missing: list[str] = []
        shown: list[tuple[int, str]] = []
        for char in text:
            step = widths.step(char)
            if step is None:
                if not invisible(char):
                    missing.append(char)
                    shown.append((0, GETA))
            else:
                shown.append((step, char))
        runs = [
            Run(self.face(bold, step), "".join(char for _, char in group))
            for step, group in groupby(shown, key=lambda pair: pair[0])
        ]
        return runs, "".join(missing)


class _Widths(dict[str, float]):
    """Widths by character, filled as characters are met; the text face is filled at once."""

    def __init__(self, book: FontBook, bold: bool) -> None:
        super().__init__()
        self._book = book
        self._bold = bold
        self._plain: frozenset[str] | None = None
        self._steps: dict[str, int | None] = {}

    @property
    def plain(self) -> frozenset[str]:
        """The characters that the text face draws."""
        if self._plain is None:
            self._plain = frozenset(map(chr, self._glyphs(0))) | {_NBSP}
        return self._plain

    def _glyphs(self, step: int) -> Any:
        face: Any = self._book.face(self._bold, step).face
        return face.charToGlyph

    def step(self, char: str) -> int | None:
        """Return the place in the fallback order that holds ``char``, or None."""
        if char in self.plain:
            return 0
        if char not in self._steps:
            self._steps[char] = self._find(char)
        return self._steps[char]

    def _find(self, char: str) -> int | None:
        if invisible(char) or char == "\n":
            return None
        found = (s for s in range(1, len(FACES[self._bold])) if ord(char) in self._glyphs(s))
        return next(found, None)

    def __missing__(self, char: str) -> float:
        step = self.step(char)
        if step is None:
            width = 0.0 if invisible(char) or char == "\n" else self[GETA]
        else:
            face: Any = self._book.face(self._bold, step).face
            code = 0x20 if char == _NBSP else ord(char)
            width = float(face.charWidths.get(code, face.defaultWidth))
        self[char] = width
        return width


def _unusable(path: Path) -> ProjectError:
    return ProjectError(
        msg("書体のファイル {name} がないか、こわれています。", name=path.name),
        msg("プロジェクトのファイルは変わっていません。"),
        msg("サービスデザイン工房を入れ直してください。"),
    )


@lru_cache(maxsize=4)
def font_book(folder: Path = RESOURCES / "fonts") -> FontBook:
    """Return the faces in ``folder``, shared: what is read from them never changes.

    Raises:
        ProjectError: a file is missing.
    """
    return FontBook(folder)
