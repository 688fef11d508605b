"""Whatever comes through the gate for pictures is upright, small and free of notes."""

from __future__ import annotations

import contextlib
import io
import random
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image as Pil
from support import pictures

from servicedesign.model import Image, Persona, ProjectError, msg
from servicedesign.store import Project, WriteOutsideEdit, open_project
from servicedesign.store.images import MAX_SIDE, clean_image, fingerprint, has_metadata


def gps_photo() -> bytes:
    picture = Pil.merge("RGB", [Pil.effect_noise((60, 40), 80) for _ in range(3)])
    exif = Pil.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (35.0, 41.0, 22.0)
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=b"SecretComment")
    return written.getvalue()


def test_notes_are_dropped_and_the_picture_is_upright() -> None:
    data = gps_photo()
    assert has_metadata(data)
    clean = clean_image(data)
    assert (clean.width, clean.height) == (40, 60)
    assert clean.mime == "image/jpeg"
    assert b"Secret" not in clean.data
    assert b"Exif" not in clean.data
    assert not has_metadata(clean.data)
    assert clean.sha256 == fingerprint(clean.data)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_four_formats_are_read(form: str) -> None:
    clean = clean_image(pictures.flat("blue", form=form))
    assert (clean.width, clean.height) == (20, 10)
    with Pil.open(io.BytesIO(clean.data)) as picture:
        red, _, blue = picture.convert("RGB").getpixel((5, 5))  # type: ignore[misc]
        assert blue > 200 > red


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "YCbCr"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    written = io.BytesIO()
    Pil.new(mode, (9, 7)).save(written, "JPEG" if mode in ("CMYK", "YCbCr") else "PNG")
    assert clean_image(written.getvalue()).width == 9


def test_see_through_parts_are_kept() -> None:
    written = io.BytesIO()
    Pil.new("RGBA", (8, 8), (255, 0, 0, 100)).save(written, "PNG")
    clean = clean_image(written.getvalue())
    with Pil.open(io.BytesIO(clean.data)) as picture:
        assert picture.mode == "RGBA"
        assert picture.getpixel((1, 1)) == (255, 0, 0, 100)


def test_large_pictures_are_made_smaller() -> None:
    clean = clean_image(pictures.photo((4000, 500)))
    assert (clean.width, clean.height) == (MAX_SIDE, 375)


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [Pil.new("RGB", (300, 200), (i % 256, 0, 0)) for i in range(601)]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    started = time.monotonic()
    clean = clean_image(written.getvalue())
    assert time.monotonic() - started < 2
    assert (clean.width, clean.height) == (300, 200)


def _ztxt_bomb() -> bytes:
    import struct

    text = zlib.compress(b"a" * 50_000_000)
    body = b"k\0\0" + text
    chunk = (
        struct.pack(">I", len(body))
        + b"zTXt"
        + body
        + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    )
    flat = pictures.flat()
    return flat[:33] + chunk + flat[33:]


HOSTILE = {
    "empty": b"",
    "text": b"no picture",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    "pdf": b"%PDF-1.4\n",
    "bomb": pictures.bomb(40_000, 40_000),
    "long": pictures.bomb(2**31 - 1, 2),
    "nothing": pictures.bomb(0, 0),
    "many colours": pictures.bomb(9_000, 9_000, 8),
    "half a JPEG": pictures.photo((200, 200))[:2000],
    "half a PNG": pictures.photo((200, 200), "PNG")[:9000],
    "ico": pictures.flat(form="ICO", size=(16, 16)),
    "tiff": pictures.flat(form="TIFF"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_picture_of_ours_is_refused_at_once(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(ProjectError, match="写真を取り込めません"):
        clean_image(HOSTILE[name])
    assert time.monotonic() - started < 1


def test_a_text_that_unpacks_endlessly_is_refused_or_dropped() -> None:
    try:
        clean = clean_image(_ztxt_bomb())
    except ProjectError:
        return
    assert len(clean.data) < 10_000


def test_a_picture_is_kept_once_however_often_it_comes(project: Project) -> None:
    data = pictures.photo()
    with project.edit(msg("写真")):
        one = project.add_image(data, "窓口")
    with project.edit(msg("写真")):
        two = project.add_image(data)
        three = project.add_image(data)
    assert one.sha256 == two.sha256 == three.sha256
    assert len({one.id, two.id, three.id}) == 3
    count = project.inside.connection.execute("SELECT count(*) FROM blob").fetchone()
    assert count == (1,)
    assert fingerprint(project.image_bytes(one.sha256)) == one.sha256
    assert project.get(Image, one.id).caption == "窓口"


def test_a_refused_picture_changes_nothing(project: Project) -> None:
    def add() -> None:
        with project.edit(msg("写真")):
            project.put(Persona())
            project.add_image(b"no picture")

    with pytest.raises(ProjectError):
        add()
    assert project.all(Persona) == ()
    with pytest.raises(WriteOutsideEdit):
        project.add_image(pictures.flat())


def test_a_picture_survives_undo_and_goes_when_nothing_needs_it(project: Project) -> None:
    with project.edit(msg("写真")):
        image = project.add_image(pictures.photo())
    project.undo()
    project.close()
    with open_project(project.path) as again:
        again.redo()
        assert again.image_bytes(image.sha256)
        again.undo()
        with again.edit(msg("別のこと")):
            again.put(Persona())
    with open_project(project.path) as again, pytest.raises(ProjectError):
        again.image_bytes(image.sha256)


def test_hostile_bytes_in_a_project_are_not_handed_out(project: Project, tmp_path: Path) -> None:
    bomb = pictures.bomb(40_000, 40_000)
    sha256 = fingerprint(bomb)
    with project.edit(msg("写真")):
        project.put(Image(sha256=sha256))
    project.inside.connection.execute("INSERT INTO blob VALUES (?,?)", (sha256, bomb))
    with pytest.raises(ProjectError):
        project.image_bytes(sha256)
    copy = project.copy_to(tmp_path / "匿名.sdproj", anonymise=True)
    assert bomb not in copy.read_bytes()


def test_a_damaged_picture_is_mended_by_adding_it_again(project: Project) -> None:
    data = pictures.photo()
    with project.edit(msg("写真")):
        image = project.add_image(data)
    project.inside.connection.execute("UPDATE blob SET data=x'00'")
    with pytest.raises(ProjectError, match="入れ直して"):
        project.image_bytes(image.sha256)
    with project.edit(msg("写真")):
        project.add_image(data)
    assert project.image_bytes(image.sha256)


@pytest.mark.parametrize(
    "notes", [b"MM\x00\xa5\x00\x00\x00\x08", b"II*\x00\xff\xff\xff\x7f", b"garbage"]
)
def test_a_good_photo_with_broken_notes_is_taken_in(notes: bytes) -> None:
    written = io.BytesIO()
    Pil.open(io.BytesIO(pictures.photo((60, 40)))).save(
        written, "JPEG", exif=b"Exif\x00\x00" + notes
    )
    assert has_metadata(written.getvalue())
    clean = clean_image(written.getvalue())
    assert (clean.width, clean.height) == (60, 40)
    assert not has_metadata(clean.data)


def test_whatever_bytes_change_a_photo_is_taken_in_or_refused() -> None:
    choose = random.Random(7)
    written = io.BytesIO()
    exif = Pil.Exif()
    exif[0x0112], exif[0x010E] = 6, "町の窓口"
    Pil.open(io.BytesIO(pictures.photo((60, 40)))).save(written, "JPEG", exif=exif.tobytes())
    taken_in = 0
    for _ in range(1_500):
        changed = bytearray(written.getvalue())
        for _ in range(choose.choice((1, 2, 8))):
            changed[choose.randrange(min(len(changed), 300))] = choose.randrange(256)
        with contextlib.suppress(ProjectError):
            has_metadata(bytes(changed))
        with contextlib.suppress(ProjectError):
            clean = clean_image(bytes(changed))
            assert not has_metadata(clean.data)
            taken_in += 1
    assert 0 < taken_in < 1_500
