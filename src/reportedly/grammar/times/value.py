"""What a time expression says: its TIMEX3 value and the days it can lie in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from reportedly.grammar.edtf import month_end
from reportedly.grammar.notation import Hit, pattern
from reportedly.grammar.tense import looks_ahead
from reportedly.vocabulary import table

Kind = Literal["date", "time", "duration", "set", "reference"]
Grain = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century", "other"]


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value and the first and last day it allows (None: none, or an open end).

    `clock` is a time of day as EDTF writes it, on a single known day. `doubt` says what else in the text speaks
    against it; `reach` counts the tokens after the pattern's own that belong to the expression.
    """

    timex: str
    kind: Kind = "date"
    grain: Grain = "other"
    first: dt.date | None = None
    last: dt.date | None = None
    clock: str = ""
    doubt: str = field(default="", compare=False)
    reach: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an expression is read against.

    `day` is the day of speaking (None: unknown), `focus` the date the text spoke of last, `quarter` the quarter it
    named last, `hit` the expression itself. `known` keeps, for all readings of a text, which of its expressions look
    ahead: the words around do not change with the day.
    """

    day: dt.date | None
    focus: Value | None
    quarter: Value | None
    hit: Hit
    known: dict[tuple[int, int], bool]

    @property
    def ahead(self) -> bool:
        """Whether the words around speak of what is to come."""
        place = self.hit.match.span()
        if place not in self.known:
            self.known[place] = looks_ahead(self.hit)
        return self.known[place]

    @property
    def then(self) -> dt.date | None:
        """The day the text last spoke of; the day of speaking if it spoke of none."""
        return self.focus.first if self.focus and self.focus.first else self.day


Read = Callable[[Hit, Reference], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and its reader, which gives None where the words tell no time after all."""

    name: str
    pattern: re.Pattern[str]
    read: Read


def rule(name: str, notation: str, read: Read) -> Rule:
    """A rule from a pattern in words; see `notation.pattern`."""
    return Rule(name, pattern(notation), read)


def on_day(day: dt.date) -> Value:
    """A calendar day."""
    return Value(day.isoformat(), "date", "day", day, day)


def in_week(day: dt.date) -> Value:
    """The ISO week of a day."""
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Value(f"{year:04d}-W{week:02d}", "date", "week", monday, monday + dt.timedelta(days=6))


def on_weekend(day: dt.date) -> Value:
    """Saturday and Sunday of a day's ISO week."""
    saturday = day - dt.timedelta(days=day.weekday() - 5)
    year, week, _ = day.isocalendar()
    return Value(f"{year:04d}-W{week:02d}-WE", "date", "weekend", saturday, saturday + dt.timedelta(days=1))


def in_month(year: int, month: int) -> Value:
    """A calendar month."""
    return Value(f"{year:04d}-{month:02d}", "date", "month", dt.date(year, month, 1), month_end(year, month))


def in_quarter(year: int, quarter: int) -> Value:
    """A quarter of a calendar year, 1 to 4."""
    last = month_end(year, quarter * 3)
    return Value(f"{year:04d}-Q{quarter}", "date", "quarter", dt.date(year, quarter * 3 - 2, 1), last)


def in_half(year: int, half: int) -> Value:
    """A half of a calendar year, 1 or 2."""
    return Value(f"{year:04d}-H{half}", "date", "half", dt.date(year, half * 6 - 5, 1), month_end(year, half * 6))


def in_season(year: int, season: str) -> Value:
    """A season of the northern year by its TIMEX3 code; winter runs into the next year."""
    first, last = table("dates")["season"]["months"][season]
    end = month_end(year + (last > 12), (last - 1) % 12 + 1)
    return Value(f"{year:04d}-{season}", "date", "season", dt.date(year, first, 1), end)


def in_year(year: int) -> Value:
    """A calendar year."""
    return Value(f"{year:04d}", "date", "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def in_decade(year: int) -> Value:
    """The ten years that begin with this one's tens: 1994 is in 199."""
    start = year // 10 * 10
    return Value(f"{year // 10:03d}", "date", "decade", dt.date(max(1, start), 1, 1), dt.date(start + 9, 12, 31))


def in_century(hundreds: int) -> Value:
    """The hundred years that begin with `hundreds` × 100 (the 20th century is 19)."""
    first = dt.date(max(1, hundreds * 100), 1, 1)
    return Value(f"{hundreds:02d}", "date", "century", first, dt.date(hundreds * 100 + 99, 12, 31))


def at_part(day: Value, part: str) -> Value:
    """A part of a day by its TIMEX3 code: MO, AF, EV, NI."""
    return Value(f"{day.timex}T{part}", "time", "day", day.first, day.last)


def duration(count: float | None, code: str) -> Value:
    """A length of time: a count (None: unsaid) and the unit's code in `vocabulary/dates.toml`."""
    fold = {"FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "WE": (1, "WE")}
    if count is None:
        return Value({"TS": "PTXS", "TM": "PTXM", "TH": "PTXH", "CE": "PXC"}.get(code, f"PX{code}"), "duration")
    times, letter = fold.get(code, (1, code))
    amount = f"{count * times:.10g}"
    return Value(f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}", "duration")


def shifted(day: dt.date, code: str, count: int) -> Value:
    """The day, week, month, quarter, year … that lies `count` of its kind after the one of `day`.

    Raises `ValueError` outside the years 1 to 9999.
    """
    try:
        return _shifted(day, code, count)
    except OverflowError as far:
        raise ValueError(str(far)) from None


def _shifted(day: dt.date, code: str, count: int) -> Value:
    if code in ("W", "FN"):
        return in_week(day + dt.timedelta(weeks=count * (2 if code == "FN" else 1)))
    if code == "WE":
        return on_weekend(day + dt.timedelta(weeks=count))
    if code == "M":
        months = day.year * 12 + day.month - 1 + count
        return in_month(months // 12, months % 12 + 1)
    if code == "Q":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return in_quarter(quarters // 4, quarters % 4 + 1)
    if code == "Y":
        return in_year(day.year + count)
    if code == "DE":
        return in_decade(day.year + 10 * count)
    if code in ("CE", "ML"):
        return in_century(day.year // 100 + (1 if code == "CE" else 10) * count)
    return on_day(day + dt.timedelta(days=count if code == "D" else 0))


def same_day(day: dt.date, year: int) -> dt.date:
    """The day of the same name in another year; 29 February becomes the 28th."""
    return dt.date(year, day.month, min(day.day, month_end(year, day.month).day))
