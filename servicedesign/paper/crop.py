"""A part of a picture as a picture of its own, so that what was cut away is not in the PDF.

Owns the cutting. Must not know who is in the picture.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

from PIL import Image, ImageOps

from servicedesign.tokens import GROUND

_FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")
_MOST: Final = 1600
"""Longest side that is kept, px: 300 dpi on 135 mm."""


@lru_cache(maxsize=32)
def cut_out(data: bytes, left: float, top: float, width: float, height: float) -> bytes | None:
    """Return a part of a picture as PNG, or None when the bytes are no picture.

    Args:
        data: of a PNG, JPEG, WebP or GIF.
        left: left edge as a share of the picture's width.
        top: upper edge as a share of its height.
        width: of the part as a share.
        height: of the part as a share.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            upright = ImageOps.exif_transpose(opened)
            wide, tall = upright.size
            x, y = round(left * wide), round(top * tall)
            right = min(max(round((left + width) * wide), x + 1), wide)
            bottom = min(max(round((top + height) * tall), y + 1), tall)
            part = upright.crop((min(x, right - 1), min(y, bottom - 1), right, bottom))
            part.thumbnail((_MOST, _MOST))
            part = part.convert("RGBA")
            flat = Image.new("RGB", part.size, GROUND)
            flat.paste(part, mask=part.getchannel("A"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    flat.save(out, "PNG", compress_level=3)
    return out.getvalue()
