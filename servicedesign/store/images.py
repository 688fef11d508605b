"""The one gate for pictures: whatever comes in is a stranger's until it has been drawn anew.

Owns decoding, turning upright, shrinking and writing again without anything but pixels. Must not
know records or files.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesign.model import Message, ProjectError, msg

if TYPE_CHECKING:
    from PIL import Image as PilImage

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
"""What is read; by content, not by name."""

MAX_BYTES = 60 * 1024 * 1024
"""Largest picture file taken in."""

MAX_PIXELS = 40_000_000
"""Largest picture taken in, in pixels."""

MAX_SIDE = 3_000
"""Longest side that is kept, in pixels: A4 at 260 dots per inch."""

_JPEG_QUALITY = 88
_FLAT_COLOURS = 128
_NO_PICTURE = msg("PNG・JPEG・WebP・GIFの写真ではないか、壊れています")


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A picture that came through the gate.

    Attributes:
        data: its bytes, PNG or JPEG, without metadata.
        sha256: their SHA-256 in hexadecimal.
        mime: ``image/png`` or ``image/jpeg``.
        width: in pixels.
        height: in pixels.
    """

    data: bytes
    sha256: str
    mime: str
    width: int
    height: int


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def clean_image(data: bytes) -> CleanImage:
    """Return the picture in ``data`` upright, at most MAX_SIDE long, and free of metadata.

    Of a moving picture the first frame is kept.

    Raises:
        ProjectError: no picture of a known format, damaged, or too large.
    """
    try:
        picture = _upright(decode(data))
    except ProjectError:
        raise
    except Exception as error:  # what was not seen while decoding
        raise _refused(_NO_PICTURE) from error
    if max(picture.size) > MAX_SIDE:
        picture.thumbnail((MAX_SIDE, MAX_SIDE))
    written, mime = _encode(picture)
    return CleanImage(written, fingerprint(written), mime, picture.width, picture.height)


def decode(data: bytes) -> PilImage.Image:
    """Return the first frame of the picture in ``data``, wholly decoded.

    Raises:
        ProjectError: as ``clean_image``.
    """
    if len(data) > MAX_BYTES:
        raise _refused(msg("大きすぎます（{limit}MBまで）", limit=MAX_BYTES // 1024 // 1024))
    from PIL import Image  # late: many commands need no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            _check_size(picture)
            picture.load()
    except ProjectError:
        raise
    except Image.DecompressionBombError:
        raise _refused(_too_many()) from None
    except Exception as error:  # a hostile file may raise anything
        raise _refused(_NO_PICTURE) from error
    return picture


def check_stored(data: bytes) -> None:
    """Refuse bytes of a project that are no picture of a known format and size.

    Only the head is read, so that it costs next to nothing.

    Raises:
        ProjectError: as ``clean_image``.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                _check_size(picture)
    except ProjectError:
        raise
    except Exception as error:
        raise _refused(_NO_PICTURE) from error


def has_metadata(data: bytes) -> bool:
    """Tell whether the picture in ``data`` carries anything beside its pixels."""
    picture = decode(data)
    extra = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    return bool(extra - {"transparency", "gamma", "srgb"}) or _has_notes(picture)


def _has_notes(picture: PilImage.Image) -> bool:
    try:
        return bool(picture.getexif())
    except Exception:  # noqa: BLE001 - notes that cannot be read are notes all the same
        return True


def _check_size(picture: PilImage.Image) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise _refused(_too_many())


def _too_many() -> Message:
    return msg("画素が多すぎます（{limit}メガピクセルまで）", limit=MAX_PIXELS // 1_000_000)


def _upright(picture: PilImage.Image) -> PilImage.Image:
    from PIL import Image, ImageOps

    try:
        turned = ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001 - broken notes hang on many good photos
        turned = picture
    alpha = turned.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in turned.info
    if alpha:
        drawn = turned.convert("RGBA")
    elif turned.mode in ("1", "L"):
        drawn = turned.convert("L")
    elif turned.mode.startswith("I"):
        drawn = turned.convert("I").point(lambda value: value / 256).convert("L")
    else:
        drawn = turned.convert("RGB")
    # A new picture takes the pixels and none of the notes that hang on the old one.
    plain = Image.new(drawn.mode, drawn.size)
    plain.paste(drawn)
    return plain


def _encode(picture: PilImage.Image) -> tuple[bytes, str]:
    written = io.BytesIO()
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    if picture.mode == "RGBA" or picture.getcolors(_FLAT_COLOURS) is not None:
        picture.save(written, "PNG", optimize=picture.width * picture.height < 2_000_000)
        return written.getvalue(), "image/png"
    picture.save(written, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=False)
    return written.getvalue(), "image/jpeg"


def _refused(why: Message) -> ProjectError:
    return ProjectError(
        msg("写真を取り込めません。{why}。", why=why),
        msg("プロジェクトは変えていません。"),
        msg("別の写真を選ぶか、PNGかJPEGに書き出し直してください。"),
    )
