import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.when import When

days = st.dates(dt.date(2020, 1, 1), dt.date(2020, 3, 1))


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted([draw(days), draw(days)])
    return When("drawn", draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


def possible(when: When) -> set[dt.date]:
    all_days = [dt.date(2019, 12, 1) + dt.timedelta(n) for n in range(150)]
    return {d for d in all_days if (not when.earliest or when.earliest <= d) and (not when.latest or d <= when.latest)}


@given(whens(), whens())
def test_overlapping_is_having_a_possible_day_in_common(a: When, b: When) -> None:
    assert a.overlaps(b) == b.overlaps(a) == bool(possible(a) & possible(b))


@given(whens(), whens())
def test_of_two_times_one_precedes_or_they_overlap(a: When, b: When) -> None:
    assert [a.precedes(b), b.precedes(a), a.overlaps(b)].count(True) == 1


@given(whens(), whens())
def test_containing_is_leaving_the_other_no_day_outside(a: When, b: When) -> None:
    assert a.contains(b) == (possible(b) <= possible(a))


@given(whens())
def test_days_are_counted_with_both_ends(when: When) -> None:
    if when.days is None:
        assert when.earliest is None or when.latest is None
    else:
        assert when.days == len(possible(when))


def test_an_end_before_its_start_is_refused() -> None:
    with pytest.raises(ValueError, match="is after"):
        When("?", dt.date(2020, 2, 1), dt.date(2020, 1, 1))
