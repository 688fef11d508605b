"""Drawings as data: strict paths, true arithmetic, scenes with words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model import drawing as d
from servicedesign.model.errors import ProjectError

numbers = st.floats(-500, 500, allow_nan=False).map(lambda n: round(n, 3) + 0.0)
counts = {"M": 2, "L": 2, "C": 6, "Z": 0}


def ops_of(letter: str) -> st.SearchStrategy[d.PathOp]:
    return st.tuples(*[numbers] * counts[letter]).map(lambda n: d.PathOp(letter, n))


paths = st.tuples(ops_of("M"), st.lists(st.sampled_from("MLCZ").flatmap(ops_of), max_size=6)).map(
    lambda parts: d.format_path((parts[0], *parts[1]))
)
colours = st.none() | st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
shapes = st.builds(
    d.Shape,
    path=paths,
    fill=colours,
    stroke=colours,
    width=st.floats(0, 20),
    dash=st.lists(st.floats(0.1, 20), max_size=4).map(tuple),
)
labels = st.builds(
    d.Label,
    x=numbers,
    y=numbers,
    width=st.floats(1, 300),
    size=st.floats(1, 60),
    text=st.text(max_size=20),
    align=st.sampled_from(d.ALIGNMENTS),
    bold=st.booleans(),
)
drawings = st.builds(
    d.Drawing,
    width=st.floats(1, 900),
    height=st.floats(1, 900),
    shapes=st.lists(shapes, max_size=4).map(tuple),
    labels=st.lists(labels, max_size=3).map(tuple),
)


class Shelf:
    """A library of the drawings given."""

    def __init__(self, **figures: d.Drawing) -> None:
        self.figures = figures

    def figure(self, figure_id: str, /) -> d.Drawing:
        return self.figures[figure_id]


def spots(drawing: d.Drawing) -> list[tuple[float, float]]:
    found = []
    for shape in drawing.shapes:
        for op in d.parse_path(shape.path):
            found += zip(op.numbers[0::2], op.numbers[1::2], strict=True)
    return found


def square(side: float = 10) -> d.Drawing:
    path = f"M 0 0 L {side} 0 L {side} {side} L 0 {side} Z"
    return d.Drawing(side, side, (d.Shape(path, "#FFFFFF", "#000000", 2.0),))


@given(paths)
def test_a_path_written_and_read_again_is_the_same(path: str) -> None:
    assert d.format_path(d.parse_path(path)) == path


@given(drawings)
def test_a_drawing_goes_through_json_unchanged(drawing: d.Drawing) -> None:
    plain = json.loads(json.dumps(d.drawing_to_plain(drawing)))
    assert d.drawing_from_plain(plain) == drawing


@given(drawings)
def test_mirrored_twice_is_where_it_was(drawing: d.Drawing) -> None:
    again = d.flip(d.flip(drawing))
    for (x1, y1), (x2, y2) in zip(spots(drawing), spots(again), strict=True):
        assert (x2, y2) == pytest.approx((x1, y1), abs=0.005)
    assert [label.text for label in again.labels] == [label.text for label in drawing.labels]


@given(drawings, st.floats(0.1, 10))
def test_scaling_multiplies_places_and_spares_the_lines(drawing: d.Drawing, factor: float) -> None:
    scaled = d.scale(drawing, factor)
    assert scaled.width == pytest.approx(drawing.width * factor)
    for (x1, y1), (x2, y2) in zip(spots(drawing), spots(scaled), strict=True):
        assert (x2, y2) == pytest.approx((x1 * factor, y1 * factor), abs=0.005)
    for before, after in zip(drawing.shapes, scaled.shapes, strict=True):
        assert after.width == pytest.approx(before.width * factor**0.5)


@given(drawings, numbers, numbers)
def test_moving_there_and_back_changes_nothing(drawing: d.Drawing, dx: float, dy: float) -> None:
    back = d.translate(d.translate(drawing, dx, dy), -dx, -dy)
    for (x1, y1), (x2, y2) in zip(spots(drawing), spots(back), strict=True):
        assert (x2, y2) == pytest.approx((x1, y1), abs=0.005)


@given(st.floats(0, 400), st.floats(0, 240), st.floats(0.1, 4), st.booleans())
def test_a_placed_figure_stands_on_its_point(x: float, y: float, size: float, flip: bool) -> None:
    place = d.Placement("box", x, y, size, flip)
    scene = d.compose([place], Shelf(box=square()), 400, 240)
    xs, ys = zip(*spots(scene), strict=True)
    assert max(ys) == pytest.approx(y, abs=0.002)
    assert (min(xs) + max(xs)) / 2 == pytest.approx(x, abs=0.002)
    left, top, width, height = d.placed_box(place, square())
    assert (min(xs), min(ys)) == pytest.approx((left, top), abs=0.002)
    assert (width, height) == pytest.approx((10 * size, 10 * size))


def test_a_scene_keeps_the_order_from_back_to_front() -> None:
    shelf = Shelf(a=square(10), b=square(20))
    scene = d.compose([d.Placement("b", 0, 0), d.Placement("a", 0, 0)], shelf, 400, 240)
    assert [max(x for x, _ in spots(d.Drawing(1, 1, (s,)))) for s in scene.shapes] == [10, 5]


def test_words_fill_the_empty_labels_line_by_line_and_the_last_takes_the_rest() -> None:
    slots = (
        d.Label(0, 5, 50, 10, ""),
        d.Label(0, 20, 50, 10, "printed"),
        d.Label(0, 40, 50, 10, ""),
    )
    shelf = Shelf(sign=d.Drawing(50, 50, (), slots))
    full = d.compose([d.Placement("sign", 25, 50, text="一\n二\n三")], shelf, 100, 100)
    assert [label.text for label in full.labels] == ["一", "printed", "二\n三"]
    empty = d.compose([d.Placement("sign", 25, 50)], shelf, 100, 100)
    assert [label.text for label in empty.labels] == ["printed"]


def test_words_on_a_mirrored_figure_keep_to_its_box() -> None:
    shelf = Shelf(sign=d.Drawing(100, 50, (), (d.Label(10, 20, 30, 8, "", "left"),)))
    scene = d.compose([d.Placement("sign", 50, 50, flip=True, text="左")], shelf, 100, 50)
    assert (scene.labels[0].x, scene.labels[0].width, scene.labels[0].align) == (60, 30, "left")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "   ",
        "L 1 2",
        "1 2",
        "M",
        "M 1",
        "M 1 2 3",
        "M 1 2 L 3",
        "M 1 2 Q 3 4 5 6",
        "M 1 2 l 3 4",
        "M 1 2 C 1 2 3 4 5",
        "M 1 2 Z 3",
        "M nan 2",
        "M inf 2",
        "M 1e5 2",
        "M 100001 2",
        "M 99999999999999999999 2",
        "M １ ２",
        "M 1 2; L 3 4",
        "M 1 2 <script>",
        "M 1 2 " + "L 3 4 " * 20_000,
    ],
)
def test_a_hostile_path_is_refused(path: str) -> None:
    with pytest.raises(ProjectError):
        d.parse_path(path)


@given(st.text(max_size=60))
def test_any_text_is_either_a_path_or_refused(text: str) -> None:
    try:
        ops = d.parse_path(text)
    except ProjectError:
        return
    assert ops[0].letter == "M"
    assert all(abs(n) <= d.MAX_COORDINATE for op in ops for n in op.numbers)


GOOD = d.drawing_to_plain(d.Drawing(10, 10, square().shapes, (d.Label(0, 0, 5, 5, "a"),)))


@pytest.mark.parametrize(
    "change",
    [
        {"width": 0},
        {"width": -1},
        {"width": "10"},
        {"width": True},
        {"width": float("nan")},
        {"width": float("inf")},
        {"height": 10**400},
        {"height": 1e9},
        {"extra": 1},
        {"shapes": "M 0 0"},
        {"shapes": [{"path": "M 0 0"}]},
        {"shapes": [None]},
        {"shapes": [{"path": "M 0 0", "fill": "red", "stroke": None, "width": 1}]},
        {"shapes": [{"path": "M 0 0", "fill": None, "stroke": "#12345", "width": 1}]},
        {"shapes": [{"path": "M 0 0", "fill": None, "stroke": None, "width": -1}]},
        {"shapes": [{"path": "M 0 0", "fill": None, "stroke": None, "width": 1, "dash": [0, 0]}]},
        {"shapes": [{"path": "M 0 0", "fill": None, "stroke": None, "width": 1, "dash": [1] * 9}]},
        {"shapes": [{"path": 5, "fill": None, "stroke": None, "width": 1}]},
        {"shapes": [{"path": "M 0 0", "fill": None, "stroke": None, "width": 1}] * 2001},
        {"labels": [{"x": 0, "y": 0, "width": 1, "size": 1, "text": "a" * 501}]},
        {"labels": [{"x": 0, "y": 0, "width": 1, "size": 1, "text": "a", "align": "middle"}]},
        {"labels": [{"x": 0, "y": 0, "width": 0, "size": 1, "text": "a"}]},
        {"labels": [{"x": 0, "y": 0, "width": 1, "size": 1, "text": "a", "bold": 1}]},
    ],
)
def test_a_hostile_drawing_is_refused_and_its_place_named(change: dict[str, object]) -> None:
    with pytest.raises(ProjectError) as refused:
        d.drawing_from_plain({**GOOD, **change}, "figures/x.json")
    assert "figures/x.json" in str(refused.value)


@pytest.mark.parametrize("plain", [None, [], "x", 3, {}, {"width": 1, "height": 1}])
def test_what_is_no_drawing_is_refused(plain: object) -> None:
    with pytest.raises(ProjectError):
        d.drawing_from_plain(plain)


def test_a_placement_goes_through_json_and_hostile_ones_are_refused() -> None:
    place = d.Placement("town-hall", 10, 20.5, 1.2, flip=True, text="役場")
    plain = d.placement_to_plain(place)
    assert d.placement_from_plain(json.loads(json.dumps(plain))) == place
    for change in (
        {"figure": "../etc"},
        {"figure": 3},
        {"scale": 0},
        {"scale": 101},
        {"x": None},
        {"flip": "yes"},
        {"text": "a" * 501},
        {"colour": "red"},
    ):
        with pytest.raises(ProjectError):
            d.placement_from_plain({**plain, **change})


@pytest.mark.parametrize("factor", [0, -1, float("nan"), float("inf"), 101])
def test_a_size_out_of_bounds_is_refused(factor: float) -> None:
    with pytest.raises(ProjectError):
        d.scale(square(), factor)
    with pytest.raises(ProjectError):
        d.compose([d.Placement("box", 0, 0, factor)], Shelf(box=square()), 400, 240)
