"""Dates and values as the page says them, and the scale of days."""

import datetime as dt

import pytest

from reportedly.grammar.edtf import when
from reportedly.model.point import DateValue, NameValue, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.show.dates import plain
from reportedly.show.scale import BREAK, Scale
from reportedly.show.values import brief, number


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2013-11-16", "16 November 2013"),
        ("2013-11-16T23:40:00", "16 November 2013, 23:40"),
        ("2013-12", "December 2013"),
        ("2013", "2013"),
        ("2013-11-16/2013-11-18", "16 to 18 November 2013"),
        ("2013-12-30/2014-01-02", "30 December 2013 to 2 January 2014"),
        ("2013~", "about 2013"),
        ("../2013-11-16", "until 16 November 2013"),
        ("2013-11-16/..", "from 16 November 2013"),
        ("1950/1959", "1950 to 1959"),
        (None, "no date"),
        ("next week", "next week"),
    ],
)
def test_a_date_is_no_more_exact_than_its_words(edtf: str | None, words: str) -> None:
    assert plain(edtf) == words


@pytest.mark.parametrize(
    ("value", "signs"),
    [
        (Quantity(34, None), "≥ 34"),
        (Quantity(None, 80), "≤ 80"),
        (Quantity(260, 280), "260–280"),
        (Quantity(12000, 12000, approximate=True), "~12,000"),
        (Quantity(55, 55, unit="percent"), "55%"),
        (Quantity(0, 0), "0"),
        (Quantity(None, 0), "≤ 0"),
        (Quantity(2.5, 2.5, unit="km"), "2.5 km"),
        (DateValue("2013-11-16"), "16 November"),
        (DateValue("2013-11-16", "since"), "since 16 November"),
        (NameValue("Anselme Doumbessy"), "Anselme Doumbessy"),
        (StanceValue("doubts"), "doubts"),
    ],
)
def test_a_value_in_signs(value: Value, signs: str) -> None:
    assert brief(value) == signs


@pytest.mark.parametrize(
    ("value", "words"),
    [(1_100_000, "1.1 million"), (7e9, "7 billion"), (1_234_567, "1,234,567"), (0.04, "0.04"), (-3, "-3")],
)
def test_millions_in_words_only_where_nothing_is_lost(value: float, words: str) -> None:
    assert number(value) == words


def test_a_jump_in_time_is_a_break() -> None:
    scale = Scale([when("2013-11-16"), when("2013-11-18"), when("2014-06-01")])
    assert len(scale.stretches) == 2
    assert scale.place(dt.date(2013, 11, 16)) == 0
    first, second = scale.stretches
    assert second.left - first.right == pytest.approx(BREAK)
    assert scale.place(dt.date(2014, 6, 1), 1.0) == pytest.approx(1)
    assert scale.breaks == (pytest.approx((first.right + second.left) / 2),)


def test_days_keep_their_order_and_their_width() -> None:
    scale = Scale([when("2013-11-16/2013-11-25")])
    days = [dt.date(2013, 11, 16) + dt.timedelta(days=k) for k in range(10)]
    places = [scale.place(day) for day in days]
    assert places == pytest.approx([k / 10 for k in range(10)])
    assert all(0 <= at <= 1 for at, _ in scale.ticks())


def test_without_days_there_is_no_scale() -> None:
    assert Scale([]).stretches == []
    assert Scale([]).ticks() == []
