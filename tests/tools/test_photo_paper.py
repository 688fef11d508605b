"""Photos of paper: found, straightened and whitened, measured in their pixels; bad ones refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageStat
from support.paper_photos import BARS, CORNERS, PAPER, SIZE, as_jpeg, paper_photo
from support.pictures import bomb, photo

from servicedesign.model import ProjectError
from servicedesign.tools import photo_paper
from servicedesign.tools.photo_paper import WHOLE, PaperWish

TRUE = tuple((x / SIZE[0], y / SIZE[1]) for x, y in CORNERS)


@pytest.fixture(scope="module")
def askew() -> Image.Image:
    return paper_photo()


def near(found: photo_paper.Corners, wanted: object, apart: float) -> bool:
    return all(
        abs(a - c) < apart and abs(b - d) < apart
        for (a, b), (c, d) in zip(found, wanted, strict=True)  # type: ignore[call-overload]
    )


def test_the_corners_of_a_white_and_of_a_yellow_paper_are_found(askew):
    assert near(photo_paper.guessed_corners(askew), TRUE, 0.025)
    assert near(photo_paper.guessed_corners(paper_photo(paper="#FFFF80")), TRUE, 0.025)


def test_where_no_paper_is_plain_to_see_the_whole_is_taken():
    assert photo_paper.guessed_corners(Image.new("RGB", (400, 300), "white")) == WHOLE
    noise = Image.open(io.BytesIO(photo((400, 300)))).convert("RGB")
    assert photo_paper.guessed_corners(noise) == WHOLE


def test_a_skewed_photo_becomes_straight(askew):
    flat = photo_paper.straightened(askew, TRUE)  # type: ignore[arg-type]
    across, down = flat.width / PAPER[0], flat.height / PAPER[1]
    dark = flat.convert("L").point(lambda value: 255 if value < 60 else 0)
    for left, top, right, bottom in BARS:
        box = (left * across - 9, top * down - 9, right * across + 9, bottom * down + 9)
        found = dark.crop(tuple(round(edge) for edge in box)).getbbox()
        assert found is not None
        wide, high = (right - left) * across, (bottom - top) * down
        assert found[2] - found[0] == pytest.approx(wide, abs=4)
        assert found[3] - found[1] == pytest.approx(high, abs=4)  # upright, or it would be higher


def test_shade_goes_and_paper_is_white_while_ink_stays_black(askew):
    flat = photo_paper.straightened(askew, TRUE)  # type: ignore[arg-type]
    white = photo_paper.whitened(flat, 0.7)
    across, down = flat.width / PAPER[0], flat.height / PAPER[1]

    def level(picture: Image.Image, x: float, y: float) -> float:
        spot = (round(x * across), round(y * down))
        box = (spot[0] - 6, spot[1] - 6, spot[0] + 6, spot[1] + 6)
        return float(ImageStat.Stat(picture.convert("L").crop(box)).mean[0])

    bare = [(30, 200), (300, 220), (560, 380), (570, 40)]
    before = [level(flat, *spot) for spot in bare]
    after = [level(white, *spot) for spot in bare]
    assert max(before) - min(before) > 60
    assert min(after) > 250
    assert max(level(white, (a + c) / 2, (b + d) / 2) for a, b, c, d in BARS) < 30
    assert photo_paper.whitened(flat, 0.0) is flat


def test_turning_takes_the_corners_along(askew):
    for turns in range(4):
        wish = PaperWish(turns, photo_paper.turned_corners(TRUE, turns), 0.0)  # type: ignore[arg-type]
        made = photo_paper.finished(askew, wish)
        again = photo_paper.turned(made, 4 - turns)
        same = photo_paper.straightened(askew, TRUE)  # type: ignore[arg-type]
        assert again.size == pytest.approx(same.size, abs=2)
        # The first bar is at the upper left: it is there again when the result is turned back.
        head = again.resize((60, 40)).crop((6, 6, 24, 8)).convert("L")
        assert ImageStat.Stat(head).mean[0] < 70


def test_a_photo_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = as_jpeg(Image.new("RGB", (200, 100)), exif=exif)
    assert photo_paper.open_photo(data).size == (100, 200)


def test_forty_million_pixels_are_opened_small():
    data = as_jpeg(Image.new("RGB", (7_600, 5_200), "white"))
    assert max(photo_paper.open_photo(data).size) <= 3_000
    assert photo_paper.finished(photo_paper.open_photo(data), PaperWish()).size[0] <= 2_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb(10_000, 10_000), "画素が多すぎます"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (photo((300, 200))[:3_000], "壊れています"),
        (b"no picture at all", "写真"),
    ],
)
def test_what_cannot_be_taken_is_told_in_three_sentences(data, said):
    with pytest.raises(ProjectError, match=said) as caught:
        photo_paper.open_photo(data)
    assert all(str(sentence) for sentence in caught.value.sentences)


def test_what_can_be_seen_through_becomes_white():
    stream = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(stream, "PNG")
    assert photo_paper.open_photo(stream.getvalue()).getpixel((5, 5)) == (255, 255, 255)
