"""Amounts as people type them: every way of writing is read, and odd ones are asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesign.i18n import translator
from servicedesign.tools.amounts import Quantity, grouped, hours, read_amount, rounded, yen

WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("１，２００円", "1200"),
        ("¥480,000", "480000"),
        ("４５万円", "450000"),
        ("1億2千万円", "120000000"),
        ("1.5億", "150000000"),
        ("3千円", "3000"),
        ("1万2,000円", "12000"),
        (" 約 90万 ", "900000"),
        ("0", "0"),
    ],
)
def test_money_is_read_however_it_is_written(typed, value):
    reading = read_amount(typed)
    assert reading.value == Decimal(value)
    assert reading.question is None


@pytest.mark.parametrize(
    ("typed", "quantity", "value"),
    [
        ("1時間30分", Quantity.MINUTES, "90"),
        ("９５分", Quantity.MINUTES, "95"),
        ("2時間", Quantity.MINUTES, "120"),
        ("90分", Quantity.HOURS, "1.5"),
        ("36.2", Quantity.HOURS, "36.2"),
        ("年62件", Quantity.COUNT, "62"),
        ("198世帯", Quantity.COUNT, "198"),
    ],
)
def test_time_and_numbers_are_read_with_their_units(typed, quantity, value):
    assert read_amount(typed, quantity).value == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["-500", "▲1,000円", "−3", "だいたい", "12..3", "1万2億", "9" * 300]
)
def test_what_cannot_be_an_amount_is_asked_about(typed):
    reading = read_amount(typed)
    assert reading.value is None
    assert reading.question is not None


def test_an_absurd_amount_is_read_and_asked_about():
    reading = read_amount("2,000億円")
    assert reading.value == Decimal(200_000_000_000)
    assert reading.question is not None


def test_nothing_typed_is_nothing():
    assert read_amount("　 ").value is None
    assert read_amount("").question is None


@given(st.integers(0, 10**11))
def test_what_is_written_is_read_back(amount):
    t = translator("ja")
    typed = yen(Decimal(amount), t)
    assert read_amount(typed).value == amount
    assert read_amount(typed.translate(WIDE)).value == amount


@given(st.text(max_size=60), st.sampled_from(Quantity))
def test_any_text_gives_an_amount_or_a_question_never_an_error(typed, quantity):
    reading = read_amount(typed, quantity)
    assert reading.value is None or reading.value >= 0


@given(st.decimals(0, 10**9, places=3))
def test_rounding_is_half_up(value):
    assert rounded(value) == int(value + Decimal("0.5"))
    assert Decimal(grouped(value).replace(",", "")) == value


def test_amounts_carry_their_units():
    assert yen(Decimal("1299999.5"), translator("ja")) == "1,300,000円"
    assert hours(Decimal("36.1666"), translator("ja")) == "36.2時間"
