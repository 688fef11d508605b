"""The bundled portraits and figures: all there, all readable, all as the code draws them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from servicedesign.locations import RESOURCES
from servicedesign.model.drawing import Placement, compose, parse_path
from servicedesign.model.errors import ProjectError
from servicedesign.paper.drawings import DrawingLibrary

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = DrawingLibrary()
FACES = [info.id for info in LIBRARY.faces]
FIGURES = [info.id for info in LIBRARY.figures]


def reach(drawing) -> tuple[float, float, float, float]:
    xs, ys = [], []
    for shape in drawing.shapes:
        for op in parse_path(shape.path):
            xs += op.numbers[0::2]
            ys += op.numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def test_the_files_are_what_the_code_draws() -> None:
    run = subprocess.run(
        [sys.executable, "packaging/drawings", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_there_are_many_portraits_of_every_age_and_look() -> None:
    assert len(FACES) >= 20
    ages = {info.age for info in LIBRARY.faces}
    assert {"teens", "20s", "30s", "40s", "50s", "60s", "70s", "80s"} <= ages
    assert {"woman", "man", "girl", "boy", "person"} <= {info.gender for info in LIBRARY.faces}


@pytest.mark.parametrize("face", FACES)
def test_a_portrait_loads_and_keeps_inside_its_square(face: str) -> None:
    drawing = LIBRARY.face(face)
    assert drawing.width == drawing.height
    left, top, right, bottom = reach(drawing)
    assert left >= 0
    assert top >= 0
    assert right <= drawing.width
    assert bottom <= drawing.height + 0.01


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_loads_and_hardly_leaves_its_box(figure: str) -> None:
    drawing = LIBRARY.figure(figure)
    if not drawing.shapes:
        assert drawing.labels
        return
    left, top, right, bottom = reach(drawing)
    assert left >= -6
    assert top >= -6
    assert right <= drawing.width + 6
    assert bottom <= drawing.height + 6


def test_every_entry_is_described_in_both_languages_and_only_once() -> None:
    assert len(set(FACES)) == len(FACES)
    assert len(set(FIGURES)) == len(FIGURES)
    for info in (*LIBRARY.faces, *LIBRARY.figures):
        assert info.describe("ja").strip() != info.describe("en").strip()
        assert info.describe("en").isascii()


def test_a_figure_with_room_for_words_takes_them() -> None:
    words = "土曜\n9:00\n9:30\n10:00\n10:30"
    scene = compose([Placement("smartphone", 200, 220, text=words)], LIBRARY, 400, 240)
    assert [label.text for label in scene.labels] == words.split("\n")
    cover = compose([Placement("cover", 382, 400, text="一度で終わります")], LIBRARY, 764, 400)
    assert [label.text for label in cover.labels] == ["一度で終わります"]


def test_a_file_is_read_once_and_only_when_wanted(tmp_path: Path) -> None:
    (tmp_path / "faces").mkdir()
    index = [{"id": "a", "ja": "あ", "en": "a", "age": "30s", "gender": "woman"}]
    (tmp_path / "faces" / "index.json").write_text(json.dumps(index), encoding="utf-8")
    file = tmp_path / "faces" / "a.json"
    library = DrawingLibrary(tmp_path)
    assert library.face_info("a") is not None
    plain = {"width": 1, "height": 1, "shapes": []}
    file.write_text(json.dumps(plain), encoding="utf-8")
    first = library.face("a")
    file.unlink()
    assert library.face("a") is first


@pytest.mark.parametrize("name", ["nobody", "", "index", "../figures/tree", "a" * 5000])
def test_an_unknown_id_is_refused(name: str) -> None:
    with pytest.raises(ProjectError):
        LIBRARY.face(name)
    with pytest.raises(ProjectError):
        LIBRARY.figure(name)
    assert LIBRARY.face_info(name) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"{}", b'[{"id": "a"}]', b"[3]", b'{"a": NaN}'],
)
def test_a_damaged_index_is_refused_in_three_sentences(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "index.json").write_bytes(content)
    with pytest.raises(ProjectError) as refused:
        DrawingLibrary(tmp_path).figure("a")
    assert all(str(sentence) for sentence in refused.value.sentences)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        _ = DrawingLibrary(tmp_path).faces


def test_the_icon_is_there_in_every_size() -> None:
    for size in (16, 24, 32, 48, 64, 128, 256):
        with Image.open(RESOURCES / "icons" / f"app-{size}.png") as picture:
            assert picture.size == (size, size)
            assert picture.mode == "RGBA"
    with Image.open(RESOURCES / "icons" / "app.ico") as picture:
        assert {(16, 16), (32, 32), (256, 256)} <= set(picture.info["sizes"])
