"""Dates as people write them: no more exact than the record knows them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from reportedly.grammar.edtf import when
from reportedly.model.when import When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SAME = 10_000  # dates kept in mind: the answers of one event share a few hundred
CLOCK = re.compile(r"T(\d\d):?(\d\d)?")


@lru_cache(SAME)
def known(edtf: str | None) -> When | None:
    """The interval of an EDTF string; None for none, and for what cannot be read."""
    if edtf is None:
        return None
    try:
        return when(edtf)
    except ValueError:
        return None


def clock(edtf: str) -> dt.time | None:
    """The time of day that an EDTF string gives, None where it gives a day or less."""
    found = CLOCK.search(edtf)
    if found is None:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def day(date: dt.date, year: bool = True) -> str:
    """One day: `18 November 2013`, or without its year."""
    return f"{date.day} {MONTHS[date.month - 1]}" + (f" {date.year}" if year else "")


def span_of_days(earliest: dt.date | None, latest: dt.date | None, year: bool = True) -> str:
    """A run of days by the shortest name that fits: a day, a month, a year, else from and to."""
    if earliest is None or latest is None:
        return "no date" if earliest is latest else f"until {day(latest)}" if latest else f"from {day(_sure(earliest))}"
    if earliest == latest:
        return day(earliest, year)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year} to {latest.year}"
    if earliest.day == 1 and (latest + dt.timedelta(days=1)).day == 1 and _month(earliest) == _month(latest):
        return MONTHS[earliest.month - 1] + (f" {earliest.year}" if year else "")
    if _month(earliest) == _month(latest):
        return f"{earliest.day} to {day(latest, year)}"
    return f"{day(earliest, year and earliest.year != latest.year)} to {day(latest, year)}"


@lru_cache(SAME)
def plain(edtf: str | None, year: bool = True) -> str:
    """An EDTF string in words: `16 November 2013, 23:40`, `December 2013`; `no date` for none."""
    time = known(edtf)
    if time is None or edtf is None:
        return edtf or "no date"
    about = "about " if edtf[-1:] in "~?%" else ""
    hour = clock(edtf)
    named = span_of_days(time.earliest, time.latest, year)
    return about + named + (f", {hour:%H:%M}" if hour and "/" not in edtf else "")


def _month(date: dt.date) -> tuple[int, int]:
    return date.year, date.month


def _sure(date: dt.date | None) -> dt.date:
    assert date is not None  # noqa: S101 - both ends cannot be open here
    return date
