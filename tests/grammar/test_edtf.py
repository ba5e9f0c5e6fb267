import datetime as dt
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.grammar.edtf import about, at_clock, between, month_end, when

DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))


def days(edtf: str) -> tuple[str | None, str | None]:
    known = when(edtf)
    return (
        known.earliest.isoformat() if known.earliest else None,
        known.latest.isoformat() if known.latest else None,
    )


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-10-21", "2024-10-21", "2024-10-21"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-12-16/2024-12-22", "2024-12-16", "2024-12-22"),
        ("2024-11/2025", "2024-11-01", "2025-12-31"),
        ("2024-10/..", "2024-10-01", None),
        ("../2024-10", None, "2024-10-31"),
        ("2024-10/", "2024-10-01", None),
        ("2024-10-21~", "2024-10-21", "2024-10-21"),
        ("2024-10?/2024-11%", "2024-10-01", "2024-11-30"),
        ("2024-10-21T14:30", "2024-10-21", "2024-10-21"),
        ("2024-10-21T14:30:05Z", "2024-10-21", "2024-10-21"),
        ("2024-10-21T14:30+05:30", "2024-10-21", "2024-10-21"),
        ("../2024-10-21T14:30", None, "2024-10-21"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("2024-02-2X", "2024-02-20", "2024-02-29"),
        ("2024-1X", "2024-10-01", "2024-12-31"),
        ("[2024-10-01..2024-10-03]", "2024-10-01", "2024-10-03"),
        ("[2024-10-01,2024-10-08]", "2024-10-01", "2024-10-08"),
        ("{..2024-10}", None, "2024-10-31"),
    ],
)
def test_reads_to_days(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert days(edtf) == (earliest, latest)
    assert when(edtf).edtf == edtf


@pytest.mark.parametrize(
    "edtf",
    ["", "/", "..", "../..", "yesterday", "2024-13", "2024-02-30", "2024-00", "0000", "2024-10-21T25:00", "[2024",
     "2024-10T12:00", "2025/2024", "2024/2025/2026", "2024-10-21T", "٢٠٢٤", "2024-24-01", "9999-24", "[]", "[..]"],
)  # fmt: skip
def test_refuses_what_is_no_date(edtf: str) -> None:
    with pytest.raises(ValueError):
        when(edtf)


@given(DAYS, DAYS)
def test_between_writes_what_when_reads(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    known = between(first, last)
    assert (known.earliest, known.latest) == (first, last)
    assert when(known.edtf) == known


@given(DAYS)
def test_open_ends_read_back(day: dt.date) -> None:
    for known in (between(day, None), between(None, day)):
        assert when(known.edtf) == known


def test_between_is_no_longer_than_it_needs() -> None:
    assert between(dt.date(2024, 10, 1), dt.date(2024, 10, 31)).edtf == "2024-10"
    assert between(dt.date(2024, 1, 1), dt.date(2024, 12, 31)).edtf == "2024"
    assert between(dt.date(2024, 1, 1), dt.date(2026, 12, 31)).edtf == "2024/2026"
    assert between(dt.date(2024, 10, 1), dt.date(2025, 1, 31)).edtf == "2024-10/2025-01"
    assert between(dt.date(2024, 10, 1), dt.date(2024, 10, 1)).edtf == "2024-10-01"
    with pytest.raises(ValueError):
        between(None, None)


@given(DAYS, DAYS)
def test_about_keeps_the_days(one: dt.date, other: dt.date) -> None:
    known = between(min(one, other), max(one, other))
    vague = about(known)
    assert "~" in vague.edtf
    assert (when(vague.edtf).earliest, when(vague.edtf).latest) == (known.earliest, known.latest)
    assert about(vague) == vague


def test_a_clock_stands_on_its_day() -> None:
    known = at_clock(dt.date(2024, 10, 21), "06:00Z")
    assert known.edtf == "2024-10-21T06:00Z"
    assert known.days == 1
    with pytest.raises(ValueError):
        at_clock(dt.date(2024, 10, 21), "6pm")


def test_months_end_where_they_end() -> None:
    assert month_end(2023, 2).day == 28
    assert month_end(2024, 2).day == 29


@given(st.text(alphabet=string.digits + "-/.T:XZ~?%[]{},+ ", max_size=30) | st.text(max_size=20))
@example("2024-10-21T14:30:05.5Z")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        known = when(text)
    except ValueError:
        return
    assert known.earliest is None or known.latest is None or known.earliest <= known.latest
