"""Photos of drawings on paper, made on the spot: skewed, in bad light."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

PAPER = (600, 400)
BARS = ((60, 60, 240, 80), (60, 120, 540, 140), (60, 300, 300, 320))
"""Dark bars on the paper, in its px."""
CORNERS = ((180, 130), (830, 190), (770, 640), (120, 560))
"""Where the corners of the paper lie in the photo, in px."""
SIZE = (960, 760)


def paper_photo(
    corners: Sequence[tuple[int, int]] = CORNERS,
    size: tuple[int, int] = SIZE,
    paper: str = "#F4F0E4",
) -> Image.Image:
    """Return a photo of a paper with bars, lying askew on a dark table, shaded to one side."""
    from servicedesign.tools import photo_paper

    sheet = Image.new("RGB", PAPER, paper)
    draw = ImageDraw.Draw(sheet)
    for bar in BARS:
        draw.rectangle(bar, fill="#202028")
    width, height = PAPER
    frame = [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))]
    spots = [(float(x), float(y)) for x, y in corners]
    terms = photo_paper._perspective(spots, frame)
    table = Image.new("RGB", size, "#5A4632")
    laid = sheet.transform(size, Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC)
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon([tuple(spot) for spot in spots], fill=255)
    table.paste(laid, mask=mask)
    shade = Image.linear_gradient("L").rotate(90).resize(size).point(lambda v: 110 + v * 145 // 255)
    shaded = ImageChops.multiply(table, Image.merge("RGB", [shade] * 3))
    return shaded.filter(ImageFilter.GaussianBlur(0.8))


def as_jpeg(picture: Image.Image, **save: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=90, **save)
    return stream.getvalue()
