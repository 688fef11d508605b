"""Times of an agenda: read as people write them, and they always add up."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.i18n import translator
from servicedesign.model import AgendaItem
from servicedesign.tools.agenda.arranging import inserted, items_of, moved, tokens_of, without
from servicedesign.tools.agenda.breaks import sittings
from servicedesign.tools.agenda.clock_text import (
    clock_text,
    length_text,
    read_clock,
    read_minutes,
    read_span,
    stored_clock,
)
from servicedesign.tools.agenda.concerns import concerns_of, gap_words
from servicedesign.tools.agenda.templates import TEMPLATES, template_items
from servicedesign.tools.agenda.timetable import DayPlan, plan_day, plan_days

T = translator("ja")


def day(*steps: tuple[str, int], title: str = "") -> list[AgendaItem]:
    return [
        AgendaItem(start=start, minutes=minutes, title=title or f"項目{n}", position=float(n))
        for n, (start, minutes) in enumerate(steps)
    ]


# Reading --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("13:00", 780),
        ("１３：００", 780),
        ("1300", 780),
        ("930", 570),
        ("9", 540),
        ("13時", 780),
        ("13時半", 810),
        ("9時5分", 545),
        ("午後1時20分", 800),
        ("午前0時", 0),
        ("1:20 pm", 800),
        ("12:10 am", 10),
        ("24:10", 1450),
        ("10:00～", 600),
        ("", None),
        ("昼ごろ", None),
        ("25:70", None),
        ("31:00", None),
        ("1:2:3", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, moment):
    assert read_clock(text) == moment


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10", 10),
        ("１０分", 10),
        ("15分間", 15),
        ("1時間", 60),
        ("1時間半", 90),
        ("1時間30分", 90),
        ("1:30", 90),
        ("45 min", 45),
        ("0", 0),
        ("1441", None),
        ("", None),
        ("半日", None),
        ("-5", None),
        ("10.5", None),
    ],
)
def test_a_length_is_read_as_people_write_it(text, minutes):
    assert read_minutes(text) == minutes


@given(st.integers(0, 1439))
def test_what_is_written_of_a_time_is_read_back(moment):
    assert read_clock(clock_text(moment, T)) == moment
    assert read_clock(stored_clock(moment)) == moment


@given(st.integers(1, 1440))
def test_what_is_written_of_a_length_is_read_back(minutes):
    assert read_minutes(length_text(minutes, T)) == minutes


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text):
    for value in (read_clock(text), read_minutes(text), *read_span(text)):
        assert value is None or 0 <= value <= 1800


# Adding up ------------------------------------------------------------------------------------

CLOCKS = st.integers(0, 1439).map(stored_clock)
STEPS = st.lists(
    st.tuples(st.one_of(st.just(""), st.just(""), CLOCKS), st.integers(0, 300)), max_size=12
)
DAYS = STEPS.map(lambda steps: day(*steps))


@given(DAYS)
def test_the_times_of_a_day_always_add_up(items):
    slots = plan_day(items)
    assert [slot.item for slot in slots] == items
    timed = [slot for slot in slots if slot.begin is not None]
    assert all(slot.end == slot.begin + slot.item.minutes for slot in timed)
    for before, after in pairwise(timed):
        assert after.begin == before.end + after.gap
        assert -6 * 60 <= after.gap <= 18 * 60
    if timed:
        total = sum(slot.item.minutes for slot in timed) + sum(slot.gap for slot in timed)
        assert timed[-1].end == timed[0].begin + total


@given(DAYS)
def test_a_start_that_is_written_is_kept_and_the_others_follow(items):
    for slot in plan_day(items):
        if slot.item.start:
            assert slot.begin % 1440 == read_clock(slot.item.start)
        elif slot.begin is not None:
            assert slot.gap == 0


def test_lunch_stays_when_the_morning_grows_until_it_is_used_up():
    items = day(("9:30", 60), ("", 60), ("13:00", 30))
    assert [slot.gap for slot in plan_day(items)] == [0, 0, 90]
    longer = [items[0], replace(items[1], minutes=150), items[2]]
    assert [slot.gap for slot in plan_day(longer)] == [0, 0, 0]
    too_long = [items[0], replace(items[1], minutes=160), items[2]]
    last = plan_day(too_long)[-1]
    assert (last.begin, last.gap) == (780, -10)
    assert "10分重なっています" in gap_words(last, T)


def test_a_time_after_midnight_is_the_next_days():
    begins = [slot.begin for slot in plan_day(day(("22:00", 110), ("0:10", 20), ("", 5)))]
    assert begins == [1320, 1450, 1470]
    assert clock_text(1450, T) == "翌0:10"


def test_a_day_without_a_start_has_lengths_and_no_times():
    plan = DayPlan(1, plan_day(day(("", 10), ("", 20))))
    assert (plan.begin, plan.end, plan.minutes) == (None, None, 30)
    assert list(concerns_of(plan, T)) == []


# Order ----------------------------------------------------------------------------------------


@given(DAYS, st.data())
def test_moving_loses_no_step_and_the_first_start_stays_with_the_day(items, data):
    if not items:
        return
    ids = [item.id for item in items]
    chosen = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    before = data.draw(st.sampled_from(["", *ids]))
    made = moved(items, chosen, before, ahead=data.draw(st.booleans()))
    assert sorted(item.id for item in made) == sorted(ids)
    assert {item.day for item in made} == {1}
    assert [item.id for item in made if item.id not in chosen] == [
        item.id for item in items if item.id not in chosen
    ]
    first = items_of(tokens_of(items))[0]
    if first.minutes and first.start and made[0].minutes:
        assert made[0].start
    known = {item.start for item in items}
    assert {item.start for item in made} <= {*known, ""}


@given(DAYS, st.data())
def test_what_is_left_out_or_put_in_leaves_the_others_as_they_were(items, data):
    ids = [item.id for item in items]
    gone = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    left = without(items, gone)
    assert [item.id for item in left] == [one for one in ids if one not in gone]
    new = AgendaItem(minutes=5)
    after = data.draw(st.sampled_from(["", *ids]))
    made = inserted(items, [new], after)
    place = ids.index(after) + 1 if after else len(ids)
    assert [item.id for item in made] == [*ids[:place], new.id, *ids[place:]]


def test_a_step_that_goes_from_behind_lunch_leaves_its_time_to_the_next():
    items = day(("9:30", 60), ("13:00", 30), ("", 10))
    left = without(items, {items[1].id})
    assert [item.start for item in left] == ["9:30", "13:00"]


def test_a_step_goes_over_lunch_and_back():
    items = day(("9:30", 60), ("", 20), ("13:00", 30), ("", 10))
    over = moved(items, {items[1].id}, items[2].id, ahead=False)
    assert [item.start for item in over] == ["9:30", "13:00", "", ""]
    assert [item.id for item in over] == [item.id for item in items]
    back = moved(over, {items[1].id}, items[1].id, ahead=True)
    assert back == items


def test_the_end_that_was_agreed_on_keeps_its_time_when_others_move():
    items = day(("13:00", 30), ("", 20), ("16:30", 0))
    made = moved(items, {items[0].id}, items[2].id, ahead=False)
    assert [(item.id, item.start) for item in made] == [
        (items[1].id, "13:00"),
        (items[0].id, ""),
        (items[2].id, "16:30"),
    ]


def test_an_older_day_with_a_start_on_every_step_follows_from_its_first():
    items = day(("13:00", 10), ("13:10", 20), ("13:30", 10))
    assert [item.start for item in items_of(tokens_of(items))] == ["13:00", "", ""]
    gap = day(("9:30", 30), ("10:00", 120), ("13:00", 10))
    assert [item.start for item in items_of(tokens_of(gap))] == ["9:30", "", "13:00"]


# What to look at ------------------------------------------------------------------------------


def words(*steps: tuple[str, int], titles: dict[int, str] | None = None) -> list[str]:
    items = day(*steps)
    for place, title in (titles or {}).items():
        items[place] = replace(items[place], title=title)
    return [one.words for one in concerns_of(DayPlan(1, plan_day(items)), T)]


def test_the_templates_are_without_concern():
    for template in TEMPLATES:
        for lang in ("ja", "en"):
            for plan in plan_days(template_items(template.id, lang)):
                assert list(concerns_of(plan, T)) == []


def test_two_hours_and_more_without_a_break_are_told():
    (said,) = words(("13:00", 60), ("", 60), ("", 30))
    assert "13:00から15:30まで" in said
    assert "2時間30分" in said
    assert words(("13:00", 60), ("", 10), ("", 60), titles={1: "休憩"}) == []
    assert words(("13:00", 60), ("14:10", 60)) == []
    assert words(("13:00", 150)) != []


def test_a_passed_end_is_told():
    (said,) = words(("13:00", 60), ("", 20), ("14:15", 0), titles={2: "終わり"})
    assert "終わり" in said
    assert "5分こえます" in said


@given(DAYS)
def test_sittings_hold_every_minute_outside_breaks(items):
    plan = DayPlan(1, plan_day(items))
    found = list(sittings(plan))
    if all(slot.gap >= 0 for slot in plan.slots):
        assert sum(one.minutes for one in found) >= plan.minutes
