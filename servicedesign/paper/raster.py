"""PDF pages as pictures and as text: preview, PNG export, printing and tests see the same file.

Owns the use of pypdfium2. Must not draw anything itself.
"""

from __future__ import annotations

import threading

import pypdfium2
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
