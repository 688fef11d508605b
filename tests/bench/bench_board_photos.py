"""Opening a board with 5,000 notes and 200 photos of 12 megapixels."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench_board import NOTES, Measured, _opening, fill
from PIL import Image, ImageDraw, ImageFilter

PHOTOS = 200


def photos(count: int) -> Iterator[bytes]:
    """Yield JPEG files of 4000 x 3000 px with as much detail as a camera's."""
    base = Image.effect_noise((1000, 750), 34).resize((4000, 3000)).convert("RGB")
    base = base.filter(ImageFilter.DETAIL)
    for number in range(count):
        picture = base.copy()
        pen = ImageDraw.Draw(picture)
        for step in range(40):
            x = (number * 97 + step * 331) % 3600
            pen.rectangle((x, step * 70, x + 300, step * 70 + 200), fill=(step * 6, number, 90))
        written = io.BytesIO()
        picture.save(written, "JPEG", quality=85)
        yield written.getvalue()


def results() -> Iterator[Measured]:
    """Yield the time until it can be used, and the memory then and after all photos came in."""
    from servicedesign.model import Note, msg
    from servicedesign.store import open_project

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photos.sdproj"
        fill(path, NOTES)
        project = open_project(path)
        notes = project.all(Note)[::25]
        for note, data in zip(notes, photos(PHOTOS), strict=True):
            with project.edit(msg("写真")):
                image = project.add_image(data)
                project.put(replace(note, image_id=image.id))
        project.close()
        size = path.stat().st_size / 1024 / 1024
        yield Measured("size of the project", size, 400, "MB")
        yield from _opening(path, "5,000 notes, 200 photos", 1_500, 250, rest=25)
