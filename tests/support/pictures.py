"""Pictures made on the spot, kind and hostile."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def photo(size: tuple[int, int] = (64, 48), form: str = "JPEG", **save: object) -> bytes:
    picture = Image.merge("RGB", [Image.effect_noise(size, 80) for _ in range(3)])
    written = io.BytesIO()
    picture.save(written, form, **save)
    return written.getvalue()


def flat(colour: str = "red", size: tuple[int, int] = (20, 10), form: str = "PNG") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, form)
    return written.getvalue()


def bomb(width: int, height: int, bits: int = 1) -> bytes:
    """Return a PNG that says it is very large and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
