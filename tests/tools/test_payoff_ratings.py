"""Points, means and spreads: what people type and drag, and what several raters make together."""

from __future__ import annotations

import tempfile
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import (
    Group,
    Note,
    Outcome,
    PayoffItem,
    PayoffMatrix,
    PayoffRating,
    ProjectError,
    msg,
)
from servicedesign.model.method import Progress
from servicedesign.store import Project, create_project
from servicedesign.tools.board import actions as boards
from servicedesign.tools.board import notes
from servicedesign.tools.letting_go import what_goes
from servicedesign.tools.payoff import actions, choosing, rating
from servicedesign.tools.payoff.apart import Area, move_apart, radius_for
from servicedesign.tools.payoff.items import are_groups, in_order, rated_ideas
from servicedesign.tools.payoff.quadrants import Quadrant, quadrant_of
from servicedesign.tools.payoff.ratings import TOGETHER, Axis, mean_of, spread_of
from servicedesign.tools.payoff.scale import on_grid, points, read_points, shown, value_of
from servicedesign.tools.payoff.seen import seen, writer

VALUES = st.floats(0, 1, allow_nan=False)
RATERS = st.sampled_from(["", "A班", "B班", "😀", "とても長い名前の班"])


@pytest.fixture
def project(tmp_path: Path):
    made = with_ideas(tmp_path / "評価.sdproj", 4)
    yield made
    made.close(discard=True)


def with_ideas(path: Path, count: int) -> Project:
    made = create_project(path)
    board = boards.add_board(made, "案")
    for number in range(count):
        notes.add_note(made, board.id, f"案その{number + 1}", 176.0 * number, 0.0)
    actions.add_matrix(made, choosing.on_board(made, board.id), board.id)
    made.break_merge()
    return made


def matrix(project: Project) -> PayoffMatrix:
    return project.all(PayoffMatrix)[0]


def items(project: Project) -> tuple[PayoffItem, ...]:
    return project.all(PayoffItem)


# --- the scale ------------------------------------------------------------------------------------


@given(st.integers(10, 50))
def test_every_tenth_from_1_to_5_is_kept_as_it_was_typed(tenth: int) -> None:
    text = f"{tenth / 10:.1f}"
    value = read_points(text)
    assert value is not None
    assert 0 <= value <= 1
    assert shown(value) == text


@given(VALUES)
def test_a_place_anywhere_lies_on_a_tenth_and_stays_there(value: float) -> None:
    once = on_grid(value)
    assert on_grid(once) == once
    assert abs(once - value) <= 1 / 80 + 1e-9
    assert value_of(points(once)) == once


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("４", "4.0"),
        ("3，5", "3.5"),
        (" 2.5点 ", "2.5"),
        ("1", "1.0"),
        ("5.", "5.0"),
        ("3.14", "3.1"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed: str, said: str) -> None:
    value = read_points(typed)
    assert value is not None
    assert shown(value) == said


@pytest.mark.parametrize("typed", ["", "　", "点"])
def test_nothing_typed_takes_the_point_back(typed: str) -> None:
    assert read_points(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["0", "6", "-1", "5.1", "0.9", "100", "四", "1e3", "nan", "inf", "😀", "4 3", "9" * 5000],
)
def test_what_is_no_point_is_refused_in_three_sentences(typed: str) -> None:
    with pytest.raises(ProjectError) as caught:
        read_points(typed)
    assert all(str(sentence) for sentence in caught.value.sentences)
    assert len(str(caught.value.sentences[0])) < 80


@given(VALUES, VALUES)
def test_the_field_agrees_with_the_points_that_are_shown(impact: float, feasibility: float) -> None:
    field = quadrant_of(impact, feasibility)
    great, feasible = float(shown(impact)) >= 3, float(shown(feasibility)) >= 3
    assert (field in (Quadrant.NOW, Quadrant.PLAN)) is great
    assert (field in (Quadrant.NOW, Quadrant.ALONG)) is feasible


# --- means and spreads ----------------------------------------------------------------------------


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=12))
def test_the_mean_lies_within_the_spread(given_values: list[tuple[float, float]]) -> None:
    ratings = tuple(
        PayoffRating(rater=str(place), impact=impact, feasibility=feasibility)
        for place, (impact, feasibility) in enumerate(given_values)
    )
    mean = mean_of(ratings)
    item = PayoffItem(matrix_id="x", ratings=ratings)
    assert mean is not None
    for axis, value in zip(Axis, mean, strict=True):
        spread = spread_of(item, axis)
        assert spread is not None
        assert spread.low <= value <= spread.high


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3), RATERS, st.one_of(st.none(), VALUES), st.one_of(st.none(), VALUES)
        ),
        max_size=20,
    )
)
def test_the_place_is_the_mean_whatever_is_rated_and_taken_back(
    steps: list[tuple[int, str, float | None, float | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = with_ideas(Path(folder) / "x.sdproj", 4)
        before = project.dump()["records"]
        told: dict[tuple[int, str], tuple[float, float]] = {}
        for place, rater, impact, feasibility in steps:
            item = items(project)[place]
            if impact is None or feasibility is None:
                rating.take_back(project, [item.id], rater)
                told.pop((place, rater), None)
            else:
                rating.place(project, item.id, rater, impact, feasibility)
                told[place, rater] = (on_grid(impact), on_grid(feasibility))
        for place, item in enumerate(items(project)):
            own = [value for (where, _), value in told.items() if where == place]
            assert len(item.ratings) == len(own)
            if own:
                assert item.impact == pytest.approx(sum(v[0] for v in own) / len(own))
                assert item.feasibility == pytest.approx(sum(v[1] for v in own) / len(own))
            else:
                assert (item.impact, item.feasibility) == (0.5, 0.5)
        while project.undo_label is not None and str(project.undo_label) in (
            "点を取り消す", *(f"案{n}に点を付ける" for n in range(1, 5)),
        ):  # fmt: skip
            project.undo()
        assert project.dump()["records"] == before
        project.close(discard=True)


@settings(max_examples=30, deadline=None)
@given(VALUES, VALUES, RATERS)
def test_dragging_and_typing_the_same_points_keep_the_same(
    impact: float, feasibility: float, rater: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = with_ideas(Path(folder) / "x.sdproj", 2)
        dragged, typed = items(project)
        rating.place(project, dragged.id, rater, impact, feasibility)
        for axis, value in ((Axis.IMPACT, impact), (Axis.FEASIBILITY, feasibility)):
            rating.write_points(project, typed.id, rater, axis, read_points(shown(value)))
        one, other = items(project)
        assert one.ratings == other.ratings
        assert (one.impact, one.feasibility) == (other.impact, other.feasibility)
        project.close(discard=True)


def test_an_idea_waits_until_both_axes_are_typed(project) -> None:
    first = items(project)[0]
    rating.write_points(project, first.id, "A班", Axis.IMPACT, 0.75)
    half = rated_ideas(project, matrix(project).id)[0]
    assert not half.placed
    assert seen(matrix(project), [half], "A班")[0].impact == 0.75
    assert seen(matrix(project), [half], "A班")[0].place is None
    rating.write_points(project, first.id, "A班", Axis.FEASIBILITY, 0.25)
    whole = rated_ideas(project, matrix(project).id)[0]
    assert whole.placed
    assert whole.place == (0.75, 0.25)
    assert whole.quadrant is Quadrant.PLAN


def test_a_half_rating_does_not_move_the_mean_of_the_others(project) -> None:
    first = items(project)[0]
    rating.place(project, first.id, "A班", 1.0, 1.0)
    rating.write_points(project, first.id, "B班", Axis.IMPACT, 0.0)
    item = items(project)[0]
    assert (item.impact, item.feasibility) == (1.0, 1.0)


def test_a_place_from_before_ratings_counts_as_one_of_everyone(project) -> None:
    first = items(project)[0]
    with project.edit(msg("前の形")):
        project.put(PayoffItem(id=first.id, matrix_id=first.matrix_id, note_id=first.note_id,
                               impact=0.9, feasibility=0.2))  # fmt: skip
    idea = rated_ideas(project, matrix(project).id)[0]
    assert idea.placed
    assert rating.counts_by_rater(project, matrix(project)) == {TOGETHER: 1}
    rating.place(project, first.id, "A班", 0.5, 0.6)
    assert [one.rater for one in items(project)[0].ratings] == [TOGETHER, "A班"]


def test_nudging_within_a_minute_is_one_step(project) -> None:
    first = items(project)[0]
    for step in range(5):
        rating.place(project, first.id, "A班", 0.5 + step / 40, 0.5, hold="nudge")
    project.undo()
    assert items(project)[0].ratings == ()


# --- raters ---------------------------------------------------------------------------------------


def test_a_renamed_rater_keeps_the_ratings_and_one_left_out_loses_them(project) -> None:
    first = items(project)[0]
    rating.set_raters(project, matrix(project).id, [(None, "A班"), (None, "B班"), (None, "C班")])
    for place, name in enumerate(("A班", "B班", "C班")):
        rating.place(project, first.id, name, place / 2, place / 2)
    gone = rating.set_raters(project, matrix(project).id, [("A班", "みなみ班"), ("C班", "C班")])
    item = items(project)[0]
    assert gone == 1
    assert [(one.rater, one.impact) for one in item.ratings] == [("みなみ班", 0.0), ("C班", 1.0)]
    assert item.impact == 0.5
    assert matrix(project).raters == ("みなみ班", "C班")
    project.undo()
    assert len(items(project)[0].ratings) == 3


def test_odd_names_of_raters_are_kept_short_and_on_one_line(project) -> None:
    wanted = [(None, "😀"), (None, "班\n\n長い" * 60), (None, " 田 中 "), (None, "   ")]
    rating.set_raters(project, matrix(project).id, wanted)
    names = matrix(project).raters
    assert names[0] == "😀"
    assert len(names) == 3
    assert all("\n" not in name and len(name) <= rating.NAME_MOST for name in names)


def test_the_same_name_twice_and_a_crowd_are_refused(project) -> None:
    for wanted in ([(None, "A班"), (None, " A班")], [(None, f"人{n}") for n in range(61)]):
        with pytest.raises(ProjectError):
            rating.set_raters(project, matrix(project).id, wanted)
    assert matrix(project).raters == ()


def test_who_rates_is_clear_with_one_rater_and_must_be_chosen_among_several() -> None:
    assert writer(None, ()) == TOGETHER
    assert writer(None, ("A班",)) == "A班"
    assert writer(None, ("A班", "B班")) is None
    assert writer("B班", ("A班", "B班")) == "B班"


def test_raters_that_are_the_groups_are_spoken_of_as_groups(project) -> None:
    with project.edit(msg("班")):
        project.put(Group(name="A班"))
    assert are_groups(project, ["A班"])
    assert not are_groups(project, ["A班", "田中"])
    assert not are_groups(project, [])


def test_while_hidden_nobody_sees_a_mean_nor_anothers_points(project) -> None:
    first = items(project)[0]
    rating.place(project, first.id, "A班", 1.0, 1.0)
    rating.place(project, first.id, "B班", 0.0, 0.0)
    rating.set_hidden(project, matrix(project).id, True)
    ideas = rated_ideas(project, matrix(project).id)
    assert all(one.place is None for one in seen(matrix(project), ideas, None))
    own = seen(matrix(project), ideas, "A班")[0]
    assert own.place == (1.0, 1.0)
    assert own.impact_span is None
    rating.set_hidden(project, matrix(project).id, False)
    mean = seen(matrix(project), ideas, None)[0]
    assert mean.place == (0.5, 0.5)
    assert mean.impact_span == (0.0, 1.0)


# --- ideas on it ----------------------------------------------------------------------------------


def test_an_idea_is_on_a_matrix_once(project) -> None:
    board = matrix(project).board_id
    assert actions.add_ideas(project, matrix(project).id, choosing.on_board(project, board)) == ()
    assert len(items(project)) == 4


def test_what_is_no_idea_is_not_added(project) -> None:
    assert actions.add_ideas(project, matrix(project).id, ["nobody", matrix(project).id]) == ()


def test_too_many_ideas_are_refused_and_none_is_added(tmp_path) -> None:
    project = create_project(tmp_path / "多い.sdproj")
    board = boards.add_board(project, "案")
    with project.edit(msg("たくさん")):
        for number in range(actions.MOST_IDEAS + 1):
            project.put(Note(board_id=board.id, number=number + 1, title="案"))
    with pytest.raises(ProjectError):
        actions.add_matrix(project, choosing.on_board(project, board.id), board.id)
    assert project.all(PayoffMatrix) == ()
    project.close(discard=True)


def test_taking_an_idea_off_leaves_it_on_its_board_and_comes_back_with_its_ratings(project) -> None:
    first = items(project)[0]
    rating.place(project, first.id, "A班", 0.8, 0.8)
    assert actions.remove_ideas(project, [first.id]) == 1
    assert len(items(project)) == 3
    assert len(project.all(Note)) == 4
    project.undo()
    assert items(project)[0].ratings[0].impact == 0.8


def test_a_rated_idea_cannot_be_thrown_away_on_the_board(project) -> None:
    with pytest.raises(ProjectError, match="評価した案"):
        notes.delete_notes(project, [items(project)[0].note_id])


def test_a_matrix_goes_with_all_that_is_on_it(project) -> None:
    gone = what_goes(project, [matrix(project)])
    assert len(gone.gone) == 5
    assert actions.delete_matrix(project, matrix(project).id) == 4
    assert items(project) == ()
    assert len(project.all(Note)) == 4
    project.undo()
    assert len(items(project)) == 4


def test_ideas_come_in_the_order_in_which_one_goes_about_them(project) -> None:
    places = [(0.1, 0.1), (0.9, 0.9), (0.9, 0.1)]
    for item, place in zip(items(project), places, strict=False):
        rating.place(project, item.id, "", *place)
    ordered = in_order(rated_ideas(project, matrix(project).id))
    assert [one.mark for one in ordered] == ["2", "3", "1", "4"]
    actions.sort_ideas(project, matrix(project).id)
    assert [one.mark for one in rated_ideas(project, matrix(project).id)] == ["2", "3", "1", "4"]
    actions.move_ideas(project, matrix(project).id, [items(project)[3].id], 0)
    assert [one.mark for one in rated_ideas(project, matrix(project).id)] == ["4", "2", "3", "1"]


def test_it_is_done_once_all_is_placed_and_what_comes_first_was_reviewed(project) -> None:
    assert actions.progress(project) is Progress.SOME
    for item in items(project):
        rating.place(project, item.id, "", 0.9, 0.9)
    assert actions.progress(project) is Progress.SOME
    for item in items(project):
        actions.set_fit(project, item.id, "fits_action", Outcome.DONE)
        actions.set_fit(project, item.id, "fits_thought", Outcome.PARTLY)
    assert actions.progress(project) is Progress.DONE
    rating.set_hidden(project, matrix(project).id, True)
    assert actions.progress(project) is Progress.SOME


def test_an_anonymised_copy_keeps_places_and_no_names(project, tmp_path) -> None:
    from servicedesign.store import open_project

    first = items(project)[0]
    rating.set_raters(project, matrix(project).id, [(None, "田中"), (None, "鈴木")])
    rating.place(project, first.id, "田中", 1.0, 1.0)
    rating.place(project, first.id, "鈴木", 0.5, 0.5)
    project.copy_to(tmp_path / "写し.sdproj", anonymise=True)
    with open_project(tmp_path / "写し.sdproj", read_only=True) as copy:
        assert matrix(copy).raters == ()
        assert {one.rater for one in items(copy)[0].ratings} == {""}
        assert items(copy)[0].impact == 0.75
        assert rated_ideas(copy, matrix(copy).id)[0].placed


# --- discs ----------------------------------------------------------------------------------------

AREA = Area(0, 0, 600, 500)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 600), st.floats(0, 500)), max_size=30))
def test_discs_lie_inside_and_a_few_of_them_never_on_each_other(places) -> None:
    radius = radius_for(len(places), AREA, 18, 13)
    lie = move_apart(places, radius, AREA)
    assert lie == move_apart(places, radius, AREA)
    for x, y in lie:
        assert radius - 1e-6 <= x <= 600 - radius + 1e-6
        assert radius - 1e-6 <= y <= 500 - radius + 1e-6
    for number, one in enumerate(lie):
        for other in lie[number + 1 :]:
            assert hypot(one[0] - other[0], one[1] - other[1]) > 1.2 * radius


def test_discs_with_room_lie_where_they_belong() -> None:
    places = [(100.0, 100.0), (300.0, 100.0), (100.0, 400.0)]
    lie = move_apart(places, 18, AREA)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) < 1 for a, b in zip(lie, places, strict=True))
