"""Pages as PNG files of any size: written row by row, so that a poster is never held whole.

Owns the writing of the format and its bounds. Must not know sheets.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from servicedesign.exchange.files import replacing
from servicedesign.model import ProjectError, msg

if TYPE_CHECKING:
    from servicedesign.paper.raster import LargePage

LEAST_DPI: Final = 36
MOST_DPI: Final = 1200
MOST_PIXELS: Final = 250_000_000
"""Of one picture: A0 at 300 dpi has 140 million; most programs refuse far more."""
_BAND_BYTES: Final = 8 * 1024 * 1024
"""Bytes of px that are rendered at a time."""
_LEVEL: Final = 6
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_UP: Final = b"\x02"
"""The filter of a row that is the same as the one above: nearly all is white or even."""
_NONE: Final = b"\x00"

OnRows = Callable[[int, int], None]
"""Told (rows done, rows in all); raises to stop."""


def write_page(pdf: bytes, page: int, dpi: int, target: Path, on_rows: OnRows) -> None:
    """Write page ``page`` (from 0) of ``pdf`` to ``target``; an old file stays until it is whole.

    Raises:
        ProjectError: the picture would be too large, or ``target`` cannot be written.
    """
    from servicedesign.paper.raster import large_page  # late: pictures are rare

    with large_page(pdf, page, dpi) as source:
        check_size(source.width, source.height, dpi)
        with replacing(target) as part, part.open("wb") as out:
            _write(out, source, dpi, on_rows)


def check_size(width: int, height: int, dpi: int) -> None:
    """Refuse a picture that no program would open.

    Raises:
        ProjectError: there are more than ``MOST_PIXELS``; names a resolution that does.
    """
    if width * height <= MOST_PIXELS:
        return
    fits = int(dpi * (MOST_PIXELS / (width * height)) ** 0.5)
    raise ProjectError(
        msg("画像が大きすぎます（{width}×{height}画素）。", width=width, height=height),
        msg("何も書き出していません。"),
        msg(
            "解像度を{dpi} dpi以下にするか、小さい用紙にするか、PDFで書き出してください。", dpi=fits
        ),
    )


def _write(out: BinaryIO, page: LargePage, dpi: int, on_rows: OnRows) -> None:
    out.write(_SIGNATURE)
    _chunk(out, b"IHDR", struct.pack(">IIBBBBB", page.width, page.height, 8, 2, 0, 0, 0))
    per_metre = round(dpi / 0.0254)
    _chunk(out, b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    packer = zlib.compressobj(_LEVEL)
    before = bytes(page.width * 3)
    for rows in _bands(page, on_rows):
        parts: list[bytes] = []
        for row in rows:
            parts += _filtered(row, before)
            before = row
        packed = packer.compress(b"".join(parts))
        if packed:
            _chunk(out, b"IDAT", packed)
    _chunk(out, b"IDAT", packer.flush())
    _chunk(out, b"IEND", b"")


def _bands(page: LargePage, on_rows: OnRows) -> Iterator[Sequence[bytes]]:
    """Yield the rows of the page, some at a time."""
    wide = page.width * 3
    count = max(_BAND_BYTES // wide, 1)
    for top in range(0, page.height, count):
        on_rows(top, page.height)
        here = min(count, page.height - top)
        data = page.rows(top, here)
        yield [data[i * wide : (i + 1) * wide] for i in range(here)]
    on_rows(page.height, page.height)


def _filtered(row: bytes, before: bytes) -> tuple[bytes, bytes]:
    """Return a row behind its filter; one that is the same as that above is all zero."""
    return (_UP, bytes(len(row))) if row == before else (_NONE, row)


def _chunk(out: BinaryIO, kind: bytes, data: bytes) -> None:
    out.write(struct.pack(">I", len(data)))
    out.write(kind)
    out.write(data)
    out.write(struct.pack(">I", zlib.crc32(data, zlib.crc32(kind))))
