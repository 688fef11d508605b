"""Ids, dates and the forms of text."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.model.dates import (
    era_year,
    fiscal_year,
    fiscal_year_text,
    long_date,
    long_month,
    parse_date,
    short_date,
)
from servicedesign.model.ids import is_id, new_id, seeded_id
from servicedesign.model.normalise import MAX_TEXT, fold, is_plain, plain_text


def test_ids_are_of_version_7_and_ascend_with_time() -> None:
    ids = [new_id() for _ in range(50)]
    assert len(set(ids)) == 50
    assert all(is_id(one) and uuid.UUID(one).version == 7 for one in ids)
    assert seeded_id(1000, 9) < seeded_id(1001, 0)
    assert uuid.UUID(ids[0]).variant == uuid.RFC_4122


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**80))
def test_seeded_ids_are_the_same_each_time(milliseconds: int, seed: int) -> None:
    one = seeded_id(milliseconds, seed)
    assert is_id(one)
    assert one == seeded_id(milliseconds, seed)
    assert uuid.UUID(one).int >> 80 == milliseconds


@pytest.mark.parametrize(
    "text", ["", "1", None, 5, "{0190c0de-0000-7000-8000-000000000000}", "0190C0DE" + "-0000" * 4,
             "0190c0de000070008000000000000000", "0190c0de-0000-7000-8000-00000000000g"],
)  # fmt: skip
def test_what_is_no_id_is_known(text: object) -> None:
    assert not is_id(text)


@given(st.text(max_size=60))
def test_plain_text_is_plain_and_stays_so(text: str) -> None:
    once = plain_text(text)
    assert is_plain(once)
    assert plain_text(once) == once
    assert "\n" not in plain_text(text, single_line=True)


def test_plain_text_keeps_what_a_person_wrote() -> None:
    for kept in ("𠮷", "葛󠄀", "神\ufa19", "ｶﾞ", "①", "😀👨‍👩‍👧", "‹›<b>"):
        assert plain_text(kept) == kept
    assert plain_text("か\u3099") == "が"
    assert plain_text("a\r\nb\rc\u2028d\te\x00\ud800\u202e") == "a\nb\nc\nd e"
    assert len(plain_text("長" * (MAX_TEXT + 5))) == MAX_TEXT


def test_folding_makes_width_case_kana_and_variants_alike() -> None:
    assert fold("ガギｶﾞｷﾞ") == "がぎがぎ"
    assert fold("ＡＢc①") == "abc1"
    assert fold("葛󠄀城") == fold("葛城")
    assert fold("Straße") == "strasse"


@pytest.mark.parametrize(
    ("day", "japanese", "english"),
    [
        (date(2026, 11, 5), "令和8（2026）年11月5日", "5 November 2026 (Reiwa 8)"),
        (date(2019, 5, 1), "令和元（2019）年5月1日", "1 May 2019 (Reiwa 1)"),
        (date(2019, 4, 30), "平成31（2019）年4月30日", "30 April 2019 (Heisei 31)"),
        (date(1989, 1, 7), "1989年1月7日", "7 January 1989"),
    ],
)
def test_dates_are_written_with_their_era(day: date, japanese: str, english: str) -> None:
    assert long_date(day, "ja") == japanese
    assert long_date(day, "en") == english


def test_months_and_short_dates() -> None:
    assert long_month(date(2026, 4, 1), "ja") == "令和8（2026）年4月"
    assert long_month(date(2026, 4, 1), "en") == "April 2026 (Reiwa 8)"
    assert short_date(date(2026, 4, 1), "ja") == "4月1日"
    assert short_date(date(2026, 4, 1), "en") == "1 April"
    assert era_year(date(1980, 1, 1)) is None


def test_fiscal_years_begin_in_april() -> None:
    assert fiscal_year(date(2027, 3, 31)) == 2026
    assert fiscal_year(date(2027, 4, 1)) == 2027
    assert fiscal_year_text(2026, "ja") == "令和8（2026）年度"
    assert fiscal_year_text(2019, "ja") == "令和元（2019）年度"
    assert fiscal_year_text(2026, "en") == "fiscal 2026 (Reiwa 8)"


@given(st.dates())
def test_dates_come_back_from_their_text(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["", "5 November", "2026-13-01", "2026-11-31", "令和8年"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None
