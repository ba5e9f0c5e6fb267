"""Times reached by counting: "three weeks ago", "last year", "two days later", "the next day", "that month"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.calendar import narrowed
from reportedly.grammar.times.value import Reference, Rule, Value, duration, in_quarter, on_day, rule, same_day, shifted

UNITS: dict[str, str] = values("dates", "unit")
GRAINS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "WE": "weekend",
    "CE": "century",
}
UNKNOWN = {"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}  # which one it is, nothing tells
SUNDAY = 6
FINER = frozenset({"day", "month", "quarter", "half", "season"})  # grains that a year's step keeps


def _ago(hit: Hit, ref: Reference) -> Value | None:
    code, count = UNITS[hit.word("u")], _count(hit)
    if count is None:
        return Value("PAST_REF", "reference")
    if code[0] == "T":
        return on_day(ref.day) if ref.day and count < 6 else duration(count, code)
    if code == "Y" and count == 1 and ref.quarter:
        return _years_on(ref.quarter, -1)
    return _stepped(ref.day, code, -count, hit)


def _later(hit: Hit, ref: Reference) -> Value | None:
    """Counted from the date the text spoke of, or from the day of speaking where it spoke of none."""
    code, count = UNITS[hit.word("u")], _count(hit)
    direction = -1 if hit.word("way") in ("earlier", "before", "previously") else 1
    if count is None:
        return Value("PAST_REF" if direction < 0 else "FUTURE_REF", "reference")
    if code[0] == "T":
        return duration(count, code)
    if code == "Y" and count == 1 and direction < 0 and ref.quarter:
        return _years_on(ref.quarter, -1)
    if code == "Y" and ref.day is None and ref.focus and ref.focus.grain in FINER and count == int(count):
        return _years_on(ref.focus, direction * int(count))
    return _stepped(ref.then, code, direction * count, hit)


def _from_now(hit: Hit, ref: Reference) -> Value | None:
    code, count = UNITS[hit.word("u")], _count(hit)
    if count is None:
        return Value("FUTURE_REF", "reference")
    return _stepped(ref.day, code, count, hit)


def _stepped(day: dt.date | None, code: str, count: float, hit: Hit) -> Value | None:
    if day is None or count != int(count) or code[0] == "T":
        return duration(abs(count), code)
    return shifted(day, code, int(count))


def _years_on(value: Value, years: int) -> Value | None:
    if value.first is None or value.last is None:
        return None
    first = same_day(value.first, value.first.year + years)
    last = same_day(value.last, value.last.year + years)
    return replace(value, timex=f"{first.year:04d}{value.timex[4:]}", first=first, last=last, clock="")


def _neighbour(hit: Hit, ref: Reference) -> Value | None:
    """ "last week", "next year", "this month": counted from the day of speaking."""
    code, step = UNITS[hit.word("u")], _step(hit)
    if code[0] == "T":
        return None
    day = ref.day
    if hit.words("which").lower().startswith("the") and step:
        if hit.word("back") in ("past", "last") and ref.day:
            return duration(1, code) if hit.word("back") == "past" else narrowed(shifted(ref.day, code, -1), "")
        day = ref.then if ref.focus else ref.day
    if day is None:
        return Value(UNKNOWN[code], "date") if code in UNKNOWN and hit.words("which").lower() != "the" else None
    if code == "W" and step and day.weekday() == SUNDAY:
        day += dt.timedelta(days=1)  # on a Sunday "last week" is the one that has just ended
    return narrowed(shifted(day, code, step), hit.words("mod").lower())


def _step(hit: Hit) -> int:
    if hit.has("back"):
        return -1
    return 1 if hit.has("onward") else 0


def _same(hit: Hit, ref: Reference) -> Value | None:
    """ "that day", "the same month": the one the text spoke of."""
    code = UNITS[hit.word("u")]
    if ref.focus is None or ref.focus.first is None or code[0] == "T":
        return None
    if code == "D" and ref.focus.grain != "day":
        return None
    return shifted(ref.focus.first, code, 0)


def _end_of(hit: Hit, ref: Reference) -> Value | None:
    """ "the end of the year", "month's end"."""
    code = UNITS[hit.word("u")]
    day = ref.then if ref.day is None else ref.day
    if day is None or code[0] == "T" or code == "D":
        return None
    return narrowed(shifted(day, code, 0), hit.words("mod").lower())


def _year_earlier(hit: Hit, ref: Reference) -> Value | None:
    """ "the year-earlier period": the time spoken of, a year before; the quarter of speaking where there is none."""
    if ref.quarter:
        return _years_on(ref.quarter, -1)
    if ref.day is None:
        return None
    if ref.focus and ref.focus.first and ref.focus.grain == "year":
        return shifted(ref.focus.first, "Y", -1)
    return in_quarter(ref.day.year - 1, (ref.day.month - 1) // 3 or 4)


def _same_period(hit: Hit, ref: Reference) -> Value | None:
    """ "the same month a year earlier", "the corresponding period last year": a year before what was spoken of."""
    if UNITS.get(hit.word("years")) != "Y" or ref.day is None or hit.has("back") == hit.has("past"):
        return None
    if ref.quarter:
        return _years_on(ref.quarter, -1)
    known = ref.focus.first if ref.focus and ref.focus.grain in FINER - {"day"} else None
    if ref.focus and known and known.year >= ref.day.year - 1:
        return _years_on(ref.focus, -1)
    code = UNITS.get(hit.word("u"), "Y")
    return _years_on(shifted(ref.day, code, 0), -1) if code == "M" else shifted(ref.day, "Y", -1)


def _long_ago(hit: Hit, ref: Reference) -> Value | None:
    """ "months ago" """
    return Value("PAST_REF", "reference")


def _latest_quarter(hit: Hit, ref: Reference) -> Value | None:
    """ "the quarter": the one spoken of."""
    if ref.quarter is None and ref.day and hit.has("latest"):
        return shifted(ref.day, "Q", -1)
    return ref.quarter


def _period_ended(hit: Hit, ref: Reference) -> Value | None:
    """ "the quarter ended Sept. 30": the quarter which that day closes."""
    if ref.day is None:
        return None
    month = values("dates", "month")[hit.word("m")]
    return in_quarter(ref.day.year - (month > ref.day.month), (month + 2) // 3)


def _this_business_year(hit: Hit, ref: Reference) -> Value | None:
    """ "for the full year": the one of speaking."""
    return shifted(ref.day, "Y", 0) if ref.day and UNITS[hit.word("u")] == "Y" else None


def _count(hit: Hit) -> float | None:
    if hit.has("n"):
        return hit.number("n")
    if hit.has("pair"):
        return 2.0
    return 1.0 if hit.has("a") else None


APPROX = "(approximate|bound bound|at bound|a approximate)?"
MANY = "(n:number|pair:(a vague of)|vague:(the? a? (vague|uncounted) of?|many of)|a:a)"
NEEDS = (
    "unit",
    "units",
    "quarter",
    "century",
    "weekend",
    "second",
    "latest",
)
RULES: tuple[Rule, ...] = (
    rule("ago", f"{APPROX} {MANY} hyphen? (bound|other)? u:length ago", _ago),
    rule("bare-ago", "u:units ago", _long_ago),
    rule(
        "same-period",
        "the? (that|comparable) u:(period|quarter|unit|time) (of|in)? (the|a)?"
        " back:back? years:unit past:(ago|earlier|before (?=comma|dot|gap|stop|close))?",
        _same_period,
    ),
    rule("from-now", f"{APPROX} {MANY} u:length (from now|hence)", _from_now),
    rule(
        "later",
        f"{APPROX} {MANY} u:length way:(later|earlier|before (?=comma|dot|gap|stop)|after (?=comma|dot))",
        _later,
    ),
    rule("year-earlier", "(the|a)? u:unit hyphen (earlier|ago) (period|quarter|unit)?", _year_earlier),
    rule(
        "neighbour",
        "mod:(the? modifier (of|in|hyphen)?)? which:(the|this)? (back:back|onward:onward|this:this) u:one",
        _neighbour,
    ),
    rule("same", "(the|that|this)? that u:one", _same),
    rule("end-of", "mod:(the? modifier of) (the|this) u:one", _end_of),
    rule("unit-end", "u:unit possessive? hyphen? mod:modifier (?!of)", _end_of),
    rule("the-quarter", "(the|that) latest:latest? (u:quarter|latest period) (?!of)", _latest_quarter),
    rule("latest-period", "the latest:latest (quarter|period)", _latest_quarter),
    rule("period-ended", "the? u:quarter (?=ended m:month)", _period_ended),
    rule("business-year", "(for the (?=unit)|the full|for the fiscal|the fiscal) u:unit", _this_business_year),
)
