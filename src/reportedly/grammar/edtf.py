"""Dates as EDTF (ISO 8601-2, levels 0 and 1 and the one-of sets of level 2), read to intervals and written back."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from reportedly.model.when import When

MONTHS_OF_PART = {  # first month and number of months of ISO 8601-2 codes 21 … 41; winter runs into the next year
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3), 29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
OPEN = frozenset({"", ".."})
QUALIFIERS = "~?%"
DATE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?", re.ASCII)
CLOCK = re.compile(
    r"(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:\.\d{1,9})?)?)?"
    r"(?:Z|[+-](?P<east>\d\d)(?::?(?P<past>\d\d))?)?",
    re.ASCII,
)

Days = tuple[dt.date, dt.date]


def when(edtf: str) -> When:
    """The interval of days that an EDTF string allows; the string is kept as it is.

    Reads days, months, years, `X` for unknown digits, seasons and quarters (2024-21 … 2024-41), times of day with
    or without zone, `~ ? %`, intervals with `..` or nothing for an open end, and sets `[a..b]`, `{a,b}`.
    A time of day keeps its calendar day. Years run from 1 to 9999. Raises `ValueError` for anything else.
    """
    text = edtf.strip()
    if text[:1] in ("[", "{"):
        return replace(_set(text), edtf=text)
    first, slash, last = text.partition("/")
    earliest, latest = _ends(first, last if slash else first, edtf)
    return When(text, earliest, latest)


def between(earliest: dt.date | None, latest: dt.date | None) -> When:
    """The shortest EDTF for a run of days: a day, a month, a year, else an interval; `None` is an open end.

    Raises `ValueError` when both ends are open or they are out of order.
    """
    if earliest is None and latest is None:
        raise ValueError("an interval needs a first or a last day")
    if earliest is None or latest is None:
        return When(f"{_iso(earliest)}/{_iso(latest)}", earliest, latest)
    return When(_shortest(earliest, latest), earliest, latest)


def about(known: When) -> When:
    """The same time, marked as approximate (`~`) at each end that it has."""
    ends = known.edtf.split("/")
    return replace(known, edtf="/".join(end if end in OPEN or end[-1] in QUALIFIERS else end + "~" for end in ends))


def at_clock(day: dt.date, clock: str) -> When:
    """A time of day, `14:30`, `14:30:05Z` or `09:00+02:00`, on a known day; raises `ValueError` for no such clock."""
    return when(f"{day.isoformat()}T{clock}")


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _ends(first: str, last: str, edtf: str) -> tuple[dt.date | None, dt.date | None]:
    if first in OPEN and last in OPEN:
        raise ValueError(f"{edtf!r} names no date")
    earliest = None if first in OPEN else _days(first)[0]
    latest = None if last in OPEN else _days(last)[1]
    if earliest and latest and earliest > latest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return earliest, latest


def _days(text: str) -> Days:
    date, has_clock, clock = text.strip(QUALIFIERS).partition("T")
    found = DATE.fullmatch(re.sub(f"[{QUALIFIERS}]", "", date))
    if not found:
        raise ValueError(f"{text!r} is no EDTF date")
    if has_clock:
        _check_clock(clock)
        if found["day"] is None or "X" in found[0]:
            raise ValueError(f"{text!r} has a time of day on no known day")
    return _calendar_days(found["year"], found["month"], found["day"])


def _check_clock(clock: str) -> None:
    found = CLOCK.fullmatch(clock)
    if not found:
        raise ValueError(f"{clock!r} is no time of day")
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    offset = int(found["east"] or 0), int(found["past"] or 0)
    midnight = (hour, minute, second) == (24, 0, 0)
    if not ((hour < 24 or midnight) and minute < 60 and second <= 60 and offset[0] < 24 and offset[1] < 60):
        raise ValueError(f"{clock!r} is no time of day")


def _calendar_days(year: str, month: str | None, day: str | None) -> Days:
    years = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if month is None or month == "XX" or "X" in year:
        return dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)
    months = _reach(month, 12) if "X" in month else (int(month), int(month))
    if months[0] in MONTHS_OF_PART and day is None:
        return _part_of_year(years[0], *MONTHS_OF_PART[months[0]])
    if day is None or "X" in month:
        return dt.date(years[0], months[0], 1), month_end(years[0], months[1])
    last = month_end(years[0], months[0]).day
    days = _reach(day, last) if "X" in day else (int(day), int(day))
    return dt.date(years[0], months[0], days[0]), dt.date(years[0], months[0], days[1])


def _reach(digits: str, most: int) -> tuple[int, int]:
    least = max(1, int(digits.replace("X", "0")))
    return least, max(least, min(most, int(digits.replace("X", "9"))))


def _part_of_year(year: int, month: int, months: int) -> Days:
    last = year * 12 + month - 1 + months - 1
    return dt.date(year, month, 1), month_end(last // 12, last % 12 + 1)


def _set(text: str) -> When:
    if text[-1:] != {"[": "]", "{": "}"}[text[0]]:
        raise ValueError(f"{text!r} lacks its closing bracket")
    members = [_member(part.strip(), text) for part in text[1:-1].split(",")]
    firsts, lasts = [m[0] for m in members], [m[1] for m in members]
    earliest = None if None in firsts else min(d for d in firsts if d)
    latest = None if None in lasts else max(d for d in lasts if d)
    return When(text, earliest, latest)


def _member(part: str, edtf: str) -> tuple[dt.date | None, dt.date | None]:
    first, dots, last = part.partition("..")
    return _ends(first, last, edtf) if dots else _days(part)


def _shortest(earliest: dt.date, latest: dt.date) -> str:
    if earliest == latest:
        return earliest.isoformat()
    starts_month = earliest.day == 1
    ends_month = latest == month_end(latest.year, latest.month)
    if not (starts_month and ends_month):
        return f"{_iso(earliest)}/{_iso(latest)}"
    if (earliest.month, latest.month) == (1, 12):
        years = f"{earliest.year:04d}", f"{latest.year:04d}"
        return years[0] if years[0] == years[1] else "/".join(years)
    months = earliest.isoformat()[:7], latest.isoformat()[:7]
    return months[0] if months[0] == months[1] else "/".join(months)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ".."
