"""Calendar dates: "3 Sept. 2031", "May 5-7", "in early October", "the 12th"."""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import replace

from reportedly.grammar.edtf import month_end
from reportedly.grammar.lexicon import needs_capital, values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, in_month, in_year, on_day, rule
from reportedly.vocabulary import table

ENGLISH = frozenset([*table("dates")["month"]["names"], *table("dates")["month"]["short"]])
MONTHS: dict[str, int] = values("dates", "month") | table("dates")["month"]["beside_day"]
PAST_REACH = 45  # days by which a date without year may lie ahead of an article that speaks of the past
FUTURE_REACH = 200  # days by which it may lie behind one that speaks of the future
PIVOT = 50  # two-digit years below it are of this century


def _iso(hit: Hit, ref: Reference) -> Value | None:
    written = hit.words("date")
    day = on_day(dt.date.fromisoformat(written[:10]))
    if len(written) > 10:
        clock = written[11:]
        return replace(day, timex=f"{day.timex}T{clock}", kind="time", clock=clock)
    return day


def _slashed(hit: Hit, ref: Reference) -> Value | None:
    """Month first, as American pages have it, unless that is no month, dots say otherwise, or the other is nearer."""
    written = hit.words("date")
    one, two, year = (int(part) for part in re.split("[/.-]", written))
    if year < 100:
        year += 2000 if year < PIVOT else 1900
    if one <= 12 and two <= 12 and "." not in written and ref.day:
        return on_day(min((dt.date(year, one, two), dt.date(year, two, one)), key=lambda day: _apart(day, ref)))
    month, day = (two, one) if one > 12 or "." in written else (one, two)
    return on_day(dt.date(year, month, day))


def _apart(day: dt.date, ref: Reference) -> int:
    """Days from the day of speaking; a day to come is farther."""
    away = (day - ref.day).days if ref.day else 0
    return 2 * away if away > 0 else -away


def _full(hit: Hit, ref: Reference) -> Value | None:
    day = dt.date(_year(hit), MONTHS[hit.word("m")], _day(hit, "d"))
    return replace(on_day(day), doubt=_another_weekday(day, hit))


def _full_range(hit: Hit, ref: Reference) -> Value | None:
    year, month = (_year(hit) if hit.has("y") else None), MONTHS[hit.word("m")]
    end_month = MONTHS[hit.word("m2")] if hit.has("m2") else month
    first = dt.date(year, month, _day(hit, "d")) if year else _nearest(month, _day(hit, "d"), ref)
    if first is None:
        return None
    last = dt.date(first.year + (end_month < month), end_month, _day(hit, "d2"))
    if last < first:
        return None
    return Value(f"{first.isoformat()}/{last.isoformat()}", "date", "day", first, last)


def _month_of_year(hit: Hit, ref: Reference) -> Value | None:
    return _narrowed(in_month(_year(hit), MONTHS[hit.word("m")]), hit)


def _month_of_near_year(hit: Hit, ref: Reference) -> Value | None:
    """ "June last year" """
    if ref.day is None:
        return None
    step = {"last": -1, "next": 1}.get(hit.word("which"), 0)
    return _narrowed(in_month(ref.day.year + step, MONTHS[hit.word("m")]), hit)


def _day_of_month(hit: Hit, ref: Reference) -> Value | None:
    month, number = MONTHS[hit.word("m")], _day(hit, "d")
    found = _nearest(month, number, ref, _weekday(hit))
    if found is None:
        return Value(f"XXXX-{month:02d}-{number:02d}", "date", "day")
    return replace(on_day(found), doubt=_another_weekday(found, hit) or _doubt(found, month, ref))


def _directed_month(hit: Hit, ref: Reference) -> Value | None:
    """ "last October", "next June", "this May": by the month of speaking."""
    month, which = MONTHS[hit.word("m")], hit.word("which")
    if ref.day is None:
        return Value(f"XXXX-{month:02d}")
    year = ref.day.year
    if which in values("dates", "back"):
        year -= month >= ref.day.month
    elif which in values("dates", "onward"):
        year += month <= ref.day.month
    return _narrowed(in_month(year, month), hit)


def _bare_month(hit: Hit, ref: Reference) -> Value | None:
    if _may_be_another_word(hit) or hit.word("m") not in ENGLISH:  # alone it is a name's part: Rio de Janeiro
        return None
    month = MONTHS[hit.word("m")]
    if (year := _shared_year(hit, month)) is not None:
        return _narrowed(in_month(year, month), hit)
    if ref.day is None and ref.then is None:
        return Value(f"XXXX-{month:02d}")
    found = in_month(_year_of_month(month, ref), month)
    return _narrowed(replace(found, doubt=_doubt(found.first, month, ref)), hit)


def _shared_year(hit: Hit, month: int) -> int | None:
    """ "between May and July 2030": the year of the later month is that of the earlier one too."""
    join, later, year = (hit.tokens.word(hit.match.end() + place) for place in range(3))
    if join not in values("dates", "between_months") or month >= MONTHS.get(later, 0):
        return None
    return int(year) if len(year) == 4 and year.isdigit() else None


def _foreign(hit: Hit, ref: Reference) -> Value | None:
    """ "12. Dezember 2030", "3 de octubre": an ordinal's dot ends no sentence before a month of another language."""
    before = hit.match.start() - 1
    led = hit.has("y") and hit.tokens.word(before) in values("dates", "before_foreign_day")
    if not hit.has("of") and not led and hit.word("m") in ENGLISH:
        return None
    named = before >= 0 and hit.tokens.text[hit.tokens.starts[before]].isupper()
    if named and hit.words("m").istitle() and hit.has("of") and not hit.has("w"):
        return None  # "Plaza 25 de Mayo"
    return _full(hit, ref) if hit.has("y") else _day_of_month(hit, ref)


def _foreign_month(hit: Hit, ref: Reference) -> Value | None:
    """ "enero de 2024" """
    return in_month(_year(hit), MONTHS[hit.word("m")])


def _another_weekday(day: dt.date, hit: Hit) -> str:
    """ "Monday, 10 June 2020", which was a Wednesday."""
    return f"{day.isoformat()} is a {NAMES[day.weekday()]}" if _weekday(hit) not in (None, day.weekday()) else ""


def _doubt(found: dt.date | None, month: int, ref: Reference) -> str:
    """What the date before says of the year: after "June 2029", "in August" may be that year's or the last one."""
    then = ref.focus.first if ref.focus and ref.focus.grain in ("day", "month") else None
    if found is None or then is None or ref.day is None or not (then.year < found.year and then.month < month):
        return ""
    return f"{then.year}-{month:02d} if it counts from {ref.focus.timex if ref.focus else then} before it"


def _day_alone(hit: Hit, ref: Reference) -> Value | None:
    """ "the 12th", in the month spoken of; after "on", the last day of that number."""
    day = _day(hit, "d")
    if not 1 <= day <= 31:
        return None
    if ref.focus and ref.focus.grain in ("day", "month") and ref.focus.first:
        return on_day(ref.focus.first.replace(day=day))
    if ref.day is None or hit.tokens.word(hit.match.start() - 1) not in values("dates", "before_day"):
        return None
    days = (first.replace(day=day) for first in _months(ref) if _holds(first, day))
    return on_day(next(found for found in days if (found >= ref.day if ref.ahead else found <= ref.day)))


def _weekday_and_day(hit: Hit, ref: Reference) -> Value | None:
    """ "Saturday the 16th": the nearest month in which they meet."""
    day, weekday = _day(hit, "d"), _weekday(hit)
    if ref.day is None or not 1 <= day <= 31:
        return None
    meets = (first.replace(day=day) for first in _months(ref) if _holds(first, day))
    found = next((found for found in meets if found.weekday() == weekday), None)
    return on_day(found) if found else None


def _months(ref: Reference) -> Iterator[dt.date]:
    """The months from that of speaking backwards, or onwards where the words look ahead, for two years."""
    today, step = ref.day or dt.date.min, 1 if ref.ahead else -1
    for count in range(25):
        months = today.year * 12 + today.month - 1 + step * count
        yield dt.date(months // 12, months % 12 + 1, 1)


def _holds(first: dt.date, day: int) -> bool:
    return day <= month_end(first.year, first.month).day


def _weekday(hit: Hit) -> int | None:
    found: int | None = values("dates", "weekday").get(hit.word("w"))
    return found


def _year_of_month(month: int, ref: Reference) -> int:
    if ref.day is None:
        then = ref.then
        return then.year if then else 1
    if ref.ahead:
        return ref.day.year + (month < ref.day.month)
    return ref.day.year - (month > ref.day.month)


def _nearest(month: int, day: int, ref: Reference, weekday: int | None = None) -> dt.date | None:
    """The date of that name that the words mean: behind the day of speaking unless they look ahead.

    A weekday beside it settles the year where it meets the date in one of the three nearest.
    """
    if ref.day is None:
        then = ref.then
        return dt.date(then.year, month, day) if then else None
    today, year = ref.day, _near_year(month, day, ref, ref.day)
    known = [dt.date(y, month, day) for y in range(year - 8, year + 9) if (month, day) != LEAP or isleap(y)]
    known.sort(key=lambda found: ((month, day) == LEAP and (found > today) != ref.ahead, abs(found.year - year)))
    return next((found for found in known[:3] if found.weekday() == weekday), known[0])


def _near_year(month: int, day: int, ref: Reference, today: dt.date) -> int:
    away = (dt.date(today.year, month, min(day, month_end(today.year, month).day)) - today).days
    if away > 365 - PAST_REACH or (away > PAST_REACH and not ref.ahead):
        return today.year - 1
    if away < PAST_REACH - 365 or (away < -FUTURE_REACH and ref.ahead):
        return today.year + 1
    return today.year


def _narrowed(value: Value, hit: Hit) -> Value:
    """Early, mid and late keep the TIMEX3 value and narrow the days."""
    words = hit.words("mod").lower()
    return narrowed(value, words)


def narrowed(value: Value, words: str) -> Value:
    """A month or year whose days are narrowed by "early", "mid", "late" to a third, and by "the end of" to its last
    quarter, which is the last week of a month."""
    if value.first is None or value.last is None:
        return value
    days = (value.last - value.first).days
    third = dt.timedelta(days=days // 3)
    if any(word in words for word in ("earlier", "later")):
        return value
    if any(word in words for word in ("early", "beginning", "start", "onset")):
        return replace(value, last=value.first + third)
    if "mid" in words:
        return replace(value, first=value.first + third, last=value.last - third)
    if any(word in words for word in ("end", "close")):
        return replace(value, first=value.last - dt.timedelta(days=days // 4))
    if "late" in words:
        return replace(value, first=value.last - third)
    return value


def _may_be_another_word(hit: Hit) -> bool:
    """ "May", "March", "Jan" alone are months only after a word that months follow."""
    word = hit.word("m")
    cut_short = word in table("dates")["month"]["short"] and not hit.words("m").endswith(".")
    if not (word in needs_capital() or cut_short) or hit.words("mod"):
        return False
    return hit.tokens.word(hit.match.start() - 1) not in values("dates", "before_month")


def _year(hit: Hit) -> int:
    return int(hit.word("y"))


def _day(hit: Hit, label: str) -> int:
    digits = "".join(c for c in hit.word(label) if c.isdigit())
    if digits:
        return int(digits)
    tens: int = values("numbers", "tens").get(hit.word(label), 0)
    nth: int = NTH[hit.tokens.word(hit.part(label)[1] - 1)]
    return tens + nth


def _of_year(hit: Hit, ref: Reference) -> Value | None:
    return narrowed(in_year(_year(hit)), hit.words("mod").lower())


NTH: dict[str, int] = values("dates", "nth") | {"second": 2}
NAMES = [name.capitalize() for name in table("dates")["weekday"]["names"]]
LEAP = (2, 29)
WEEKDAY = "(w:weekday dot? comma? (the|on)?)?"
SPELLED = "(tens hyphen)? (nth|second)"
MOD = "mod:(the? modifier (of|in|hyphen)? the?)?"
DAY = "(day|ordinal)"
NEEDS = ("month", "foreign_month", "isodate", "slashdate", "ordinal", "year", "nth")
RULES: tuple[Rule, ...] = (
    rule("iso-date", "date:isodate", _iso),
    rule(
        "foreign-day",
        "(w:weekday comma? of_abroad?)? d:(day|ordinal) (of:of_abroad|dot) m:(month|foreign_month)"
        " (of_abroad? comma? y:year)?",
        _foreign,
    ),
    rule("day-foreign-month", "d:(day|ordinal) m:foreign_month y:year?", _foreign),
    rule("foreign-month", "m:(month|foreign_month) of_abroad y:year", _foreign_month),
    rule("slashed-date", "date:slashdate", _slashed),
    rule("month-day-range-year", f"m:month dot? d:{DAY} (hyphen|to|through|until) d2:{DAY} comma? y:year", _full_range),
    rule("day-range-month-year", f"d:{DAY} (hyphen|to|and) d2:{DAY} (of)? m:month dot? comma? y:year", _full_range),
    rule(
        "month-days-year",
        f"from? m:month dot? d:{DAY} (hyphen|to|through|until) m2:month dot? d2:{DAY} comma? y:year",
        _full_range,
    ),
    rule(
        "month-days",
        f"from? m:month dot? d:{DAY} (hyphen|to|through|until) m2:month dot? d2:{DAY} y:year?",
        _full_range,
    ),
    rule("month-day-year", f"{WEEKDAY} m:month dot? (the)? d:{DAY} comma? y:year", _full),
    rule("day-month-year", f"{WEEKDAY} (the)? d:({DAY}|{SPELLED}) of? m:month dot? comma? y:year", _full),
    rule(
        "month-day-range",
        f"m:month dot? d:{DAY} (hyphen|to|through) d2:{DAY} (?!percent|units|unit) y:year?",
        _full_range,
    ),
    rule("day-range-month", f"d:{DAY} (hyphen|to|and|through|until) d2:{DAY} m:month y:year?", _full_range),
    rule("month-of-near-year", f"{MOD} m:month dot? (of)? which:(back|this|onward) unit", _month_of_near_year),
    rule("month-year", f"{MOD} m:month dot? comma? of? y:year", _month_of_year),
    rule("month-day", f"{WEEKDAY} m:month dot? (the)? d:{DAY}", _day_of_month),
    rule("day-month", f"{WEEKDAY} (the)? d:({DAY}|{SPELLED}) of? m:month dot?", _day_of_month),
    rule(
        "weekday-and-day", f"w:weekday comma? the d:(ordinal|{SPELLED}) (?!unit|word|capital|units)", _weekday_and_day
    ),
    rule("directed-month", f"{MOD} (this (?=back|onward))? which:(back|this|onward) m:month", _directed_month),
    rule("month", f"{MOD} m:month dot?", _bare_month),
    rule("part-of-year", "the? mod:(modifier) (of|in|hyphen) y:year", _of_year),
    rule("day-of-that-month", "(the) d:ordinal (?!unit|word|capital|units)", _day_alone),
)
