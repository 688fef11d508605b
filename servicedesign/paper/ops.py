"""What is drawn on a page, as it waits for the file to be written.

Owns the kinds of operations: ready code, words, pictures, other pages. Must not draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from servicedesign.paper.fonts import Run

if TYPE_CHECKING:
    from servicedesign.paper.page import Numbering, Page


class TextOp(NamedTuple):
    """Words at a baseline, in pt of the paper."""

    x: float
    y: float
    size: float
    tracking: float
    runs: Sequence[Run]


class ImageOp(NamedTuple):
    """A picture in a rectangle, in pt of the paper; ``data`` is PNG or JPEG."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


class PageOp(NamedTuple):
    """Another page shown on this one: its lower left corner, its scale, its own number."""

    page: Page
    x: float
    y: float
    scale: float
    numbering: Numbering


Op = str | TextOp | ImageOp | PageOp
"""A string is ready code of a content stream."""
