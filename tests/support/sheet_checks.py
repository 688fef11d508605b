"""What must hold for every printed sheet: nothing outside the paper, no words over words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from servicedesign.paper import raster
from servicedesign.paper.document import Document
from servicedesign.paper.page import Page, TextOp

PT = 72 / 25.4
EDGE = 4.9
"""Mm from the edge of the paper that every word keeps."""


@dataclass(frozen=True)
class Words:
    """A line of words and the box its letters take, in mm from the upper left of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_on(document: Document, number: int) -> list[Words]:
    """Return every line of words on a page (from 0), page numbers and continuations included."""
    page = document.pages[number]
    ops = page.finished(document.numberings()[number])
    found = []
    for op in ops:
        if isinstance(op, TextOp):
            text = "".join(run.text for run in op.runs)
            wide = sum(run.font.stringWidth(run.text, op.size) for run in op.runs)
            wide += op.tracking * max(len(text) - 1, 0)
            base = page.grid.paper_height - op.y / PT
            em = op.size / PT
            found.append(
                Words(text, op.x / PT, base - 0.76 * em, (op.x + wide) / PT, base + 0.06 * em)
            )
    return found


def outside(document: Document) -> list[str]:
    """Return the words that reach over the edge of their paper."""
    return [
        f"page {number + 1}: {one}"
        for number, page in enumerate(document.pages)
        for one in words_on(document, number)
        if not _inside(page, one)
    ]


def _inside(page: Page, one: Words) -> bool:
    wide, tall = page.grid.paper_width, page.grid.paper_height
    return (
        one.left >= EDGE
        and one.right <= wide - EDGE
        and one.top >= EDGE
        and one.bottom <= tall - EDGE
    )


def overlapping(document: Document) -> list[str]:
    """Return the pairs of words that stand on one another."""
    found = []
    for number in range(len(document.pages)):
        lines = sorted(words_on(document, number), key=lambda one: one.top)
        for i, one in enumerate(lines):
            for other in lines[i + 1 :]:
                if other.top >= one.bottom - 0.15:
                    break
                if one.left < other.right - 0.15 and other.left < one.right - 0.15:
                    found.append(f"page {number + 1}: {one} / {other}")
    return found


def text_of(pdf: bytes) -> str:
    """Return the text of all pages without spaces and line ends, as searching finds it."""
    pages = range(raster.page_count(pdf))
    return bare("".join(raster.page_text(pdf, page) for page in pages))


def bare(text: str) -> str:
    """Return ``text`` without spaces, line ends and the marks that extraction adds."""
    return re.sub(r"[\s\u00a0\ufffe\u0002\u00ad]+", "", text)


def fonts_not_embedded(pdf: bytes) -> list[str]:
    """Return the names of fonts that the file does not carry."""
    missing = []
    for page in PdfReader(BytesIO(pdf)).pages:
        for entry in page["/Resources"].get("/Font", {}).values():
            font = entry.get_object()
            descriptor = font.get("/FontDescriptor")
            if descriptor is None or "/FontFile2" not in descriptor.get_object():
                missing.append(str(font["/BaseFont"]))
    return missing


def ink(document: Document, number: int = 0) -> float:
    """Return the share of a page (from 0) that would be black if all its ink stood together."""
    picture = raster.render_page(document.pdf_bytes(), number, 40).convert("L")
    dark = sum((255 - value) * count for value, count in enumerate(picture.histogram()))
    return dark / 255 / (picture.width * picture.height)
