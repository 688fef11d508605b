"""What a printed file holds, as its reader finds it: words, fonts, and what leaves the page."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import pypdf
import pypdfium2
from pypdf.generic import DictionaryObject, IndirectObject

from servicedesign.model import RECORDS, Sketch
from servicedesign.model.drawing import Drawing
from servicedesign.model.record import field_specs
from servicedesign.paper.clean import clean
from servicedesign.store import Project

JAPANESE = re.compile("[\u3041-\u309f\u30a0-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
"""Kana and kanji; the punctuation that both languages share is left out."""

_SPACES = re.compile(r"[\s\ufffe\u200b-\u200f\u2060]+")


def squeeze(text: str) -> str:
    """Return ``text`` as it is printed, without spaces and line ends."""
    return _SPACES.sub("", clean(text))


def page_words(pdf: bytes) -> list[str]:
    """Return the words of every page without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_words(page.get_textpage()) for page in document]
    finally:
        document.close()


def _words(text: pypdfium2.PdfTextPage) -> str:
    return _SPACES.sub("", text.get_text_bounded())


def outside(pdf: bytes, margin: float = 3.0) -> list[str]:
    """Return the words that stand nearer to the paper's edge than ``margin`` mm, or beyond it."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            least = margin * 72 / 25.4
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                # The reader gives boxes of the face, not of the ink: half an em is let off upwards.
                inside = (
                    left >= least
                    and bottom >= least * 0.5
                    and right <= width - least
                    and top <= height - least * 0.5
                )
                if not inside:
                    words = text.get_text_bounded(left, bottom, right, top)
                    found.append(
                        f"page {number}: {words[:40]!r} {left:.0f} {bottom:.0f} {right:.0f} {top:.0f}"
                    )
    finally:
        document.close()
    return found


def font_objects(pdf: bytes) -> dict[str, bool]:
    """Return the name of every font in the file, and whether its outlines are inside."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found: dict[str, bool] = {}
    for generation, ids in reader.xref.items():
        for number in ids:
            made = reader.get_object(IndirectObject(number, generation, reader))
            if isinstance(made, DictionaryObject) and made.get("/Type") == "/Font":
                found[str(made["/BaseFont"])] = _embedded(made)
    return found


def _embedded(font: DictionaryObject) -> bool:
    if "/DescendantFonts" in font:
        return all(_embedded(inner.get_object()) for inner in font["/DescendantFonts"])  # type: ignore[union-attr]
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and "/FontFile2" in descriptor.get_object()


def written_texts(project: Project) -> frozenset[str]:
    """Return every text that people wrote in ``project``."""
    found = set()
    for kind, records in project.records().items():
        names = [name for name, spec in field_specs(RECORDS[kind]).items() if spec.searchable]
        for record in records:
            found.update(text for name in names for text in texts_in(getattr(record, name)))
    return frozenset(found)


def texts_in(data: Any) -> Iterator[str]:
    """Yield every text that people wrote in plain data, however deep; drawings keep their words."""
    if isinstance(data, Enum | Sketch | Drawing):
        return
    if isinstance(data, str):
        yield data
    for part in _parts(data):
        yield from texts_in(part)


def _parts(data: Any) -> Iterable[Any]:
    if isinstance(data, Mapping):
        return data.values()
    if isinstance(data, tuple | list | frozenset | set):
        return data
    if not dataclasses.is_dataclass(data) or isinstance(data, type):
        return ()
    fields = [(field.metadata.get("spec"), field.name) for field in dataclasses.fields(data)]
    return [getattr(data, name) for spec, name in fields if not spec or spec.get("searchable")]


def pieces(text: str, hay: str) -> int:
    """Return in how many pieces ``text`` stands in ``hay``; a letter that is nowhere counts 1000."""
    count, at = 0, 0
    while at < len(text):
        low, high = 0, len(text) - at
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[at : at + middle] in hay else (low, middle - 1)
        count += 1 if low else 1000
        at += max(low, 1)
    return count
