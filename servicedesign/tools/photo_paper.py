"""A photo of something drawn on paper made flat and white: turned, straightened, evened out.

Owns this work on pixels and the guess where the paper lies. Nothing here touches a window or the
store, so that it may run in another thread. Pictures are bounded: a large JPEG is decoded smaller
at once, and none is kept larger than a picture of a project may be.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final

from servicedesign.model import ProjectError, msg
from servicedesign.store.images import FORMATS, MAX_BYTES, MAX_SIDE, check_stored

if TYPE_CHECKING:
    from PIL.Image import Image

Corner = tuple[float, float]
"""A place in a picture as shares of its width and height, from 0 to 1."""
Corners = tuple[Corner, Corner, Corner, Corner]
"""Upper left, upper right, lower right, lower left."""

WHOLE: Final[Corners] = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
LONGEST: Final = 2_000
"""Longest side of what is kept of a paper, in px: 170 dots an inch on A4."""

_LOOKED_AT: Final = 160
"""Side in px at which the paper is looked for."""
_LEAST_SHARE: Final = 0.12
"""A paper takes at least this share of the photo."""
_MOST_SHARE: Final = 0.97
"""What takes more is the photo itself."""
_FILLED: Final = 0.86
"""Share of its four corners' area that a paper fills; less is something else."""
_SOLID: Final = 0.75
"""At least this share of it is bare: writing takes the rest."""
_INSIDE: Final = 0.99
_GROUND_SIDE: Final = 72
"""Side in px of the picture of the light on the paper."""
_HEIC: Final = (b"heic", b"heix", b"hevc", b"heif", b"mif1", b"msf1", b"avif")
_QUALITY: Final = 90


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What is to be done with a photo, in this order.

    Attributes:
        turns: quarter turns to the right, 0 to 3.
        corners: where the paper lies in the turned photo.
        white: how white the paper becomes, from 0 (as it is) to 1.
    """

    turns: int = 0
    corners: Corners = WHOLE
    white: float = 0.7


def open_photo(data: bytes, longest: int = MAX_SIDE) -> Image:
    """Return the photo in ``data`` upright, in colour, and at most ``longest`` px long.

    Raises:
        ProjectError: no picture of a known format, damaged, or too large.
    """
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise ProjectError(
            msg("この写真はHEIC形式なので、読めません。"),
            msg("プロジェクトは変えていません。"),
            msg("写真をJPEGに書き出すか、カメラの設定を「互換性優先」にして撮り直してください。"),
        )
    if len(data) > MAX_BYTES:
        raise ProjectError(
            msg("写真のファイルが大きすぎます。"),
            msg("プロジェクトは変えていません。"),
            msg("{limit}MBより小さい写真を選んでください。", limit=MAX_BYTES // 1024 // 1024),
        )
    check_stored(data)
    try:
        return _opened(data, longest)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # a hostile file may raise anything
        raise ProjectError(
            msg("写真が途中で切れているか、壊れています。"),
            msg("プロジェクトは変えていません。"),
            msg("もう一度写し取るか、別の写真を選んでください。"),
        ) from error


def _opened(data: bytes, longest: int) -> Image:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            picture.draft("RGB", (longest, longest))
            picture.load()
            if max(picture.size) > longest:
                picture.thumbnail((longest, longest), reducing_gap=2.0)
            return _opaque(_upright(picture))


def _upright(picture: Image) -> Image:
    from PIL import ImageOps

    with suppress(Exception):  # broken notes hang on many good photos
        return ImageOps.exif_transpose(picture)
    return picture


def _opaque(picture: Image) -> Image:
    """Return ``picture`` in three colours; what can be seen through is white."""
    from PIL import Image

    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGB", clear.size, "white")
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")


def turned(photo: Image, turns: int) -> Image:
    """Return ``photo`` turned ``turns`` quarters to the right."""
    from PIL.Image import Transpose

    ways = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)
    way = ways[turns % 4]
    return photo if way is None else photo.transpose(way)


def turned_corners(corners: Corners, turns: int) -> Corners:
    """Return where ``corners`` lie when the photo is turned ``turns`` quarters to the right."""
    for _ in range(turns % 4):
        a, b, c, d = ((1 - y, x) for x, y in corners)
        corners = (d, a, b, c)
    return corners


def finished(photo: Image, wish: PaperWish, longest: int = LONGEST) -> Image:
    """Return ``photo`` as ``wish`` says, at most ``longest`` px long."""
    flat = straightened(turned(photo, wish.turns), wish.corners, longest)
    return whitened(flat, wish.white)


def written(picture: Image) -> bytes:
    """Return ``picture`` as a JPEG."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()


# Straightening --------------------------------------------------------------------------------


def straightened(photo: Image, corners: Corners, longest: int = LONGEST) -> Image:
    """Return what lies between ``corners`` as an upright rectangle, at most ``longest`` px long."""
    from PIL.Image import Resampling, Transform

    spots = [(x * photo.width, y * photo.height) for x, y in corners]
    wide = max(_apart(spots[0], spots[1]), _apart(spots[3], spots[2]))
    high = max(_apart(spots[0], spots[3]), _apart(spots[1], spots[2]))
    factor = min(1.0, longest / max(wide, high, 1.0))
    size = (max(8, round(wide * factor)), max(8, round(high * factor)))
    if corners == WHOLE:
        return photo.resize(size, Resampling.LANCZOS) if size != photo.size else photo
    source = photo
    if factor < 0.5:  # Pillow's transform looks at few pixels: shrink first
        step = max(1, int(0.5 / factor))
        source = photo.reduce(step)
        spots = [(x / step, y / step) for x, y in spots]
    frame = [(0.0, 0.0), (size[0], 0.0), (float(size[0]), float(size[1])), (0.0, size[1])]
    terms = _perspective(frame, spots)
    return source.transform(size, Transform.PERSPECTIVE, terms, Resampling.BICUBIC)


def _apart(one: Corner, other: Corner) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _perspective(frame: Sequence[Corner], spots: Sequence[Corner]) -> list[float]:
    """Return the eight terms that send each place of ``frame`` to its spot in the photo."""
    rows = []
    for (x, y), (u, v) in zip(frame, spots, strict=True):
        rows.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        rows.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Return the solution of linear equations, each a row of factors and the result."""
    count = len(rows)
    for step in range(count):
        pivot = max(range(step, count), key=lambda row: abs(rows[row][step]))
        rows[step], rows[pivot] = rows[pivot], rows[step]
        head = rows[step][step] or 1e-9
        rows[step] = [value / head for value in rows[step]]
        for other in range(count):
            if other != step and rows[other][step]:
                share = rows[other][step]
                rows[other] = [
                    value - share * mine
                    for value, mine in zip(rows[other], rows[step], strict=True)
                ]
    return [row[-1] for row in rows]


# Whitening ------------------------------------------------------------------------------------


def whitened(photo: Image, white: float) -> Image:
    """Return ``photo`` with even light and white paper; 0 leaves it as it is, 1 is the most.

    The light on the paper is what is left when everything thin is taken away; the photo is divided
    by it, colour by colour, so that shadows go and a yellow lamp does no harm.
    """
    from PIL import Image, ImageFilter
    from PIL.Image import Resampling

    white = min(1.0, max(0.0, white))
    if not white:
        return photo
    factor = _GROUND_SIDE / max(photo.size)
    small = (max(4, round(photo.width * factor)), max(4, round(photo.height * factor)))
    light = photo.resize(small, Resampling.BOX)
    light = light.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MaxFilter(3))
    light = light.filter(ImageFilter.GaussianBlur(3)).resize(photo.size, Resampling.BICUBIC)
    bands = [
        _divided(band, ground) for band, ground in zip(photo.split(), light.split(), strict=True)
    ]
    even = Image.merge("RGB", bands)
    dark, bright = round(70 * white), 255 - round(38 * white)
    table = [
        min(255, max(0, round((value - dark) * 255 / (bright - dark)))) for value in range(256)
    ]
    return Image.blend(photo, even.point(table * 3), min(1.0, 0.5 + white))


def _divided(band: Image, ground: Image) -> Image:
    from PIL import Image, ImageMath

    made = ImageMath.lambda_eval(
        lambda args: args["convert"](
            args["min"](args["a"] * 255 / args["max"](args["b"], 24), 255), "L"
        ),
        a=band,
        b=ground,
    )
    assert isinstance(made, Image.Image)
    return made


# Finding the paper ----------------------------------------------------------------------------


def guessed_corners(photo: Image) -> Corners:
    """Return where one paper seems to lie in ``photo``; the whole where it is not plain to see."""
    from PIL import ImageFilter, ImageOps

    factor = _LOOKED_AT / max(photo.size)
    size = (max(8, round(photo.width * factor)), max(8, round(photo.height * factor)))
    small = photo.resize(size).filter(ImageFilter.GaussianBlur(1.2))
    bright = small.convert("L")
    colourful = small.convert("HSV").getchannel("S")
    best: tuple[float, Corners] | None = None
    for plane in (bright, colourful, ImageOps.invert(bright)):
        found = _quad(plane, _otsu(plane.histogram()))
        if found is not None and (best is None or found[0] > best[0] + 0.03):
            best = found
    return best[1] if best is not None else WHOLE


def _otsu(histogram: Sequence[int]) -> int:
    """Return the level that parts a picture best into dark and bright."""
    total, whole = sum(histogram), sum(i * n for i, n in enumerate(histogram))
    best, level, below, dark = -1.0, 127, 0, 0
    for i, count in enumerate(histogram):
        below += count
        dark += i * count
        above = total - below
        if not below or not above:
            continue
        spread = below * above * (dark / below - (whole - dark) / above) ** 2
        if spread > best:
            best, level = spread, i
    return level


def _quad(plane: Image, level: int) -> tuple[float, Corners] | None:
    """Return how well the bright part in the middle fills its four corners, and these."""
    width, height = plane.size
    inside = _patch(plane.point(lambda value: 255 if value > level else 0).tobytes(), width, height)
    if not inside:
        return None
    spots = [(at % width, at // width) for at in inside]
    corners = (
        min(spots, key=lambda s: s[0] + s[1]),
        max(spots, key=lambda s: s[0] - s[1]),
        max(spots, key=lambda s: s[0] + s[1]),
        min(spots, key=lambda s: s[0] - s[1]),
    )
    edges = zip(corners, corners[1:] + corners[:1], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in edges)) / 2
    share = area / (width * height)
    filled = _filled(spots) / max(area, 1.0)
    solid = len(inside) / max(area, 1.0)
    if not _LEAST_SHARE <= share <= _MOST_SHARE or not _FILLED <= filled <= 1.25 or solid < _SOLID:
        return None
    return min(filled, 1.0), _as_shares(corners, width, height)


def _filled(spots: Sequence[tuple[int, int]]) -> int:
    """Return the area between the left and right edges of ``spots``, writing on them included."""
    edges: dict[int, tuple[int, int]] = {}
    for x, y in spots:
        left, right = edges.get(y, (x, x))
        edges[y] = (min(left, x), max(right, x))
    return sum(right - left + 1 for left, right in edges.values())


def _as_shares(corners: Sequence[tuple[int, int]], width: int, height: int) -> Corners:
    """Return corners of pixels as shares: a hair inside, so that no table is seen around."""
    middle_x = sum(x for x, _ in corners) / 4
    middle_y = sum(y for _, y in corners) / 4
    a, b, c, d = (
        (
            (middle_x + (x - middle_x) * _INSIDE + 0.5) / width,
            (middle_y + (y - middle_y) * _INSIDE + 0.5) / height,
        )
        for x, y in corners
    )
    return a, b, c, d


def _patch(pixels: bytes, width: int, height: int) -> list[int]:
    """Return the places of the bright patch in the middle, holes such as writing left out."""
    start = _middle(pixels, width, height)
    if start is None:
        return []
    seen = bytearray(pixels)
    seen[start] = 0
    waiting, patch = [start], [start]
    while waiting:
        at = waiting.pop()
        x = at % width
        for beside in (
            at - width,
            at + width,
            at - 1 if x else -1,
            at + 1 if x < width - 1 else -1,
        ):
            if 0 <= beside < len(seen) and seen[beside]:
                seen[beside] = 0
                waiting.append(beside)
                patch.append(beside)
    return patch


def _middle(pixels: bytes, width: int, height: int) -> int | None:
    """Return a bright place near the middle."""
    for reach in range(0, min(width, height) // 4, 3):
        for dx, dy in ((0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)):
            at = (height // 2 + dy) * width + width // 2 + dx
            if pixels[at]:
                return at
    return None
