"""Frames of a storyboard, of deep-dives and of prototypes alike: added, moved, drawn, taken away."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pixels

from servicedesign.model import (
    DeepDive,
    FigurePlacement,
    Frame,
    Image,
    ProjectError,
    Prototype,
    PrototypeVersion,
    Sketch,
    msg,
)
from servicedesign.store import Project, create_project
from servicedesign.tools import frames
from servicedesign.tools.frames import FrameOwner

FIGURE = (FigurePlacement(figure="woman-stand", x=100, y=220),)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "試し.sdproj") as made:
        yield made


@pytest.fixture(params=["dive", "version"])
def owner(request, project) -> FrameOwner:
    dive, prototype = DeepDive(), Prototype()
    version = PrototypeVersion(prototype_id=prototype.id)
    with project.edit(msg("用意")):
        for record in (dive, prototype, version):
            project.put(record)
    if request.param == "dive":
        return FrameOwner(deep_dive_id=dive.id)
    return FrameOwner(version_id=version.id)


def photo(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Pixels.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def order(project: Project, owner: FrameOwner) -> list[str]:
    return [frame.heading for frame in frames.frames_of(project, owner)]


def test_an_owner_is_exactly_one():
    for wrong in ({}, {"deep_dive_id": "a", "version_id": "b"}):
        with pytest.raises(ValueError, match="belong"):
            FrameOwner(**wrong)


def test_frames_stand_in_the_order_they_are_moved_to(project, owner):
    made = frames.add_frames(project, owner, ["一", "二", "三"])
    frames.move_frame(project, made[2].id, 0)
    assert order(project, owner) == ["三", "一", "二"]
    frames.move_frame(project, made[2].id, 99)
    assert order(project, owner) == ["一", "二", "三"]
    project.undo()
    assert order(project, owner) == ["三", "一", "二"]


def test_more_than_the_bound_are_refused_together(project, owner):
    frames.add_frames(project, owner, ["コマ"] * (frames.MOST - 1))
    with pytest.raises(ProjectError):
        frames.add_frames(project, owner, ["あふれ", "あふれ"])
    assert len(frames.frames_of(project, owner)) == frames.MOST - 1


def test_a_copy_stands_behind_and_has_a_sketch_of_its_own(project, owner):
    first, last = frames.add_frames(project, owner, ["はじめ", "おわり"])
    frames.keep_sketch(project, first.id, Sketch(figures=FIGURE), msg("描く"))
    copy = frames.copy_frame(project, first.id)
    assert order(project, owner) == ["はじめ", "はじめ", "おわり"]
    original = project.get(Frame, first.id)
    assert copy.sketch_id != original.sketch_id
    assert project.get(Sketch, copy.sketch_id).figures == FIGURE
    project.undo()
    assert order(project, owner) == ["はじめ", "おわり"]
    assert project.find(Frame, last.id) is not None


def test_an_empty_sketch_is_taken_away(project, owner):
    frame = frames.add_frame(project, owner)
    sketch = Sketch(figures=FIGURE)
    frames.keep_sketch(project, frame.id, sketch, msg("描く"))
    assert frames.sketch_of(project, frame.id) == sketch
    frames.keep_sketch(project, frame.id, Sketch(id=sketch.id), msg("消す"))
    assert project.find(Sketch, sketch.id) is None
    assert project.get(Frame, frame.id).sketch_id is None
    assert frames.sketch_of(project, frame.id).width == frames.WIDTH


def test_a_photo_takes_the_place_of_a_sketch_and_a_sketch_that_of_a_photo(project, owner):
    frame = frames.add_frame(project, owner)
    frames.keep_sketch(project, frame.id, Sketch(figures=FIGURE), msg("描く"))
    image = frames.set_photo(project, frame.id, photo())
    kept = project.get(Frame, frame.id)
    assert (kept.image_id, kept.sketch_id) == (image.id, None)
    assert project.all(Sketch) == ()
    frames.keep_sketch(project, frame.id, Sketch(figures=FIGURE), msg("描く"))
    assert project.get(Frame, frame.id).image_id is None
    assert project.all(Image) == ()


def test_a_damaged_photo_changes_nothing(project, owner):
    frame = frames.add_frame(project, owner)
    before = project.dump()
    with pytest.raises(ProjectError):
        frames.set_photo(project, frame.id, b"no picture")
    assert project.dump() == before


def test_a_frame_takes_what_only_it_showed_along(project, owner):
    one, other = frames.add_frames(project, owner, ["一", "二"])
    image = frames.set_photo(project, one.id, photo())
    with project.edit(msg("同じ写真")):
        project.put(replace(project.get(Frame, other.id), image_id=image.id))
    frames.delete_frame(project, one.id)
    assert project.find(Image, image.id) is not None
    frames.clear_picture(project, other.id)
    assert project.find(Image, image.id) is None


def test_headings_stay_on_one_line_and_captions_keep_theirs(project, owner):
    frame = frames.add_frame(project, owner)
    frames.write_frame(project, frame.id, "heading", "朝\n窓口")
    frames.write_frame(project, frame.id, "caption", "一行目\n二行目")
    kept = project.get(Frame, frame.id)
    assert kept.heading == "朝 窓口"
    assert kept.caption == "一行目\n二行目"
