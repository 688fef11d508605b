"""Pages turned into one PDF file.

Owns the use of reportlab's canvas: subsets of the faces, pictures, pages shown on other pages,
bookmarks, language and the sameness of two runs. Must not lay anything out.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from servicedesign.paper.clean import clean
from servicedesign.paper.fonts import FontBook, Run
from servicedesign.paper.ops import ImageOp, Op, PageOp, TextOp
from servicedesign.paper.page import Numbering, Page
from servicedesign.paper.papers import PT_PER_MM

_ESCAPES: Final = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0A: "\\n", 0x0D: "\\r"}
_BYTES: Final = [_ESCAPES.get(i, chr(i) if 32 <= i < 127 else f"\\{i:03o}") for i in range(256)]


_LONGEST: Final = 300
"""Most characters of a title or bookmark; the whole text stands on the pages."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline: its words, its page (from 0) and its depth (from 0)."""

    title: str
    page: int
    level: int


def _one_line(text: str) -> str:
    """Return ``text`` as the file's own data may hold it."""
    return clean(text).replace("\n", " ")[:_LONGEST]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    lang: str


class Writer:
    """Writes pages with one canvas, so that all of them share the subsets of the faces."""

    def __init__(self, book: FontBook, meta: Metadata) -> None:
        """Open a canvas that embeds everything and gives equal bytes for equal pages."""
        self._out = io.BytesIO()
        first = book.face(bold=False, step=0)
        # A canvas lists an unembedded Helvetica unless it starts with a registered face.
        self._canvas: Any = cast("Any", Canvas)(
            self._out,
            pageCompression=1,
            invariant=1,
            initialFontName=first.fontName,
            lang="en" if meta.lang == "en" else "ja",
        )
        self._canvas.setTitle(_one_line(meta.title))
        self._canvas.setAuthor(_one_line(meta.author))
        self._canvas.setSubject(_one_line(meta.subject))
        self._canvas.setCreator("servicedesign")
        self._pictures: dict[bytes, ImageReader] = {}
        self._forms: dict[int, str] = {}
        self._words: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def write(
        self, pages: Sequence[Page], numberings: Sequence[Numbering], bookmarks: Sequence[Bookmark]
    ) -> bytes:
        """Return the bytes of the file."""
        finished = [page.finished(n) for page, n in zip(pages, numberings, strict=True)]
        for ops in finished:
            self._make_forms(ops)
        for index, (page, ops) in enumerate(zip(pages, finished, strict=True)):
            self._page(index, page, ops, bookmarks)
        if bookmarks:
            self._canvas.showOutline()
        self._canvas.save()
        return self._out.getvalue()

    def _page(
        self, index: int, page: Page, ops: Sequence[Op], bookmarks: Sequence[Bookmark]
    ) -> None:
        size = (page.grid.paper_width * PT_PER_MM, page.grid.paper_height * PT_PER_MM)
        self._canvas.setPageSize(size)
        for i, mark in enumerate(bookmarks):
            if mark.page == index:
                self._canvas.bookmarkPage(f"mark{i}")
                self._canvas.addOutlineEntry(_one_line(mark.title), f"mark{i}", mark.level, 0)
        self._replay(ops)
        self._canvas.showPage()

    def _make_forms(self, ops: Sequence[Op]) -> None:
        for op in ops:
            if isinstance(op, PageOp) and id(op.page) not in self._forms:
                shown = op.page
                inner = shown.finished(op.numbering)
                self._make_forms(inner)
                name = f"page{len(self._forms)}"
                self._forms[id(shown)] = name
                width, height = shown.grid.paper_width, shown.grid.paper_height
                self._canvas.beginForm(name, 0, 0, width * PT_PER_MM, height * PT_PER_MM)
                self._replay(inner)
                self._canvas.endForm()

    def _replay(self, ops: Sequence[Op]) -> None:
        code: list[str] = self._canvas._code  # noqa: SLF001 - the canvas has no public way in
        for op in ops:
            if isinstance(op, str):
                code.append(op)
            elif isinstance(op, TextOp):
                code.append(self._text(op))
            elif isinstance(op, ImageOp):
                self._image(op)
            else:
                code.append(f"q {op.scale:.5f} 0 0 {op.scale:.5f} {op.x:.3f} {op.y:.3f} cm")
                self._canvas.doForm(self._forms[id(op.page)])
                code.append("Q")

    def _text(self, op: TextOp) -> str:
        parts = [f"BT 1 0 0 1 {op.x:.2f} {op.y:.2f} Tm"]
        if op.tracking:
            parts.append(f"{op.tracking:.3f} Tc")
        parts += [
            f"{name} {op.size:.2f} Tf ({codes}) Tj"
            for run in op.runs
            for name, codes in self._encoded(run)
        ]
        if op.tracking:
            parts.append("0 Tc")
        parts.append("ET")
        return " ".join(parts)

    def _encoded(self, run: Run) -> list[tuple[str, str]]:
        key = (run.font.fontName, run.text)
        known = self._words.get(key)
        if known is None:
            doc = self._canvas._doc  # noqa: SLF001 - subsets belong to the file
            known = self._words[key] = [
                (
                    run.font.getSubsetInternalName(subset, doc),
                    "".join(map(_BYTES.__getitem__, codes)),
                )
                for subset, codes in run.font.splitString(run.text, doc)
            ]
        return known

    def _image(self, op: ImageOp) -> None:
        reader = self._pictures.get(op.data)
        if reader is None:
            reader = self._pictures[op.data] = ImageReader(io.BytesIO(op.data))
        self._canvas.drawImage(reader, op.x, op.y, op.width, op.height, mask="auto")
