"""PDF pages as pictures and as text: preview, PNG export, printing and tests see the same file.

Owns the use of pypdfium2. Must not draw anything itself.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

_LOCK = threading.Lock()
"""PDFium is not safe to use from two threads at once."""


def render_page(pdf: bytes, page: int, dpi: float) -> Image.Image:
    """Return page ``page`` (from 0) of ``pdf`` as an RGB picture at ``dpi``."""
    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=dpi / 72)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            return picture
        finally:
            document.close()


class LargePage:
    """One page at a resolution at which it may be too large to be held whole.

    Attributes:
        width: in px.
        height: in px.
    """

    def __init__(self, page: Any, dpi: float) -> None:
        """Measure ``page`` at ``dpi``; use :func:`large_page`."""
        self._page = page
        wide, tall = page.get_size()
        self.width = max(round(wide * dpi / 72), 1)
        self.height = max(round(tall * dpi / 72), 1)

    def rows(self, top: int, count: int) -> bytes:
        """Return ``count`` rows of px from ``top`` on: three bytes a px, red, green, blue.

        The lock is held for these rows only, so that a preview need not wait for a whole poster.
        """
        with _LOCK:
            bitmap = pypdfium2.PdfBitmap.new_native(self.width, count, pdfium.FPDFBitmap_BGR)
            try:
                white = (255, 255, 255, 255)
                bitmap.fill_rect(white, 0, 0, self.width, count)
                flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
                area = (0, -top, self.width, self.height)
                pdfium.FPDF_RenderPageBitmap(bitmap.raw, self._page.raw, *area, 0, flags)
                return bytes(bitmap.buffer)
            finally:
                bitmap.close()


@contextmanager
def large_page(pdf: bytes, page: int, dpi: float) -> Iterator[LargePage]:
    """Open page ``page`` (from 0) of ``pdf`` to be rendered at ``dpi`` in bands."""
    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        opened = document[page]
    try:
        yield LargePage(opened, dpi)
    finally:
        with _LOCK:
            opened.close()
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages ``pdf`` has."""
    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_text(pdf: bytes, page: int) -> str:
    """Return the text of page ``page`` (from 0) as a reader finds it by searching."""
    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            text: str = document[page].get_textpage().get_text_bounded()
            return text
        finally:
            document.close()
