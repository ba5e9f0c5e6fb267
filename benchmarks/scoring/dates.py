"""EDTF dates as days, leniently: the scorer's own reading, so that a slip in the tool's grammar cannot hide itself."""

from __future__ import annotations

import datetime
import re

OPEN_END = datetime.timedelta(3650)
UNCOUNTED = re.compile(r"[~?%]|T[^/]*")
Interval = tuple[datetime.date, datetime.date]


def day(text: str, last: bool) -> datetime.date:
    """The first or last day of a year, month or day."""
    numbers = [int(n) for n in re.findall(r"\d+", text)][:3]
    year = numbers[0]
    month = numbers[1] if len(numbers) > 1 else 12 if last else 1
    if len(numbers) > 2 or not last:
        return datetime.date(year, month, numbers[2] if len(numbers) > 2 else 1)
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def interval(edtf: str | None) -> Interval | None:
    """First and last day. Qualifiers and times of day do not count; an open end is ten years off; else None."""
    if not edtf:
        return None
    ends = UNCOUNTED.sub("", edtf).split("/")
    try:
        first = day(ends[0], False) if re.match(r"\d{4}", ends[0]) else None
        last = day(ends[-1], True) if re.match(r"\d{4}", ends[-1]) else None
    except ValueError:
        return None
    if first is None:
        return (last - OPEN_END, last) if last else None
    return first, last or first + OPEN_END


def compatible(gold: str | None, system: str | None, slack: int) -> bool:
    """Whether they overlap and the system's is at most `slack` days wider."""
    wanted, given = interval(gold), interval(system)
    if not wanted or not given:
        return False
    overlap = wanted[0] <= given[1] and given[0] <= wanted[1]
    return overlap and (given[1] - given[0]).days <= (wanted[1] - wanted[0]).days + slack
