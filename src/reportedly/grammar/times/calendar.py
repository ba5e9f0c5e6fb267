"""Calendar dates: "3 Sept. 2031", "May 5-7", "in early October", "the 12th"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reportedly.grammar.edtf import month_end
from reportedly.grammar.lexicon import needs_capital, values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, in_month, in_year, on_day, rule
from reportedly.vocabulary import table

MONTHS: dict[str, int] = values("dates", "month")
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
    """Month first, as American pages have it, unless that is no month or dots say otherwise."""
    written = hit.words("date")
    one, two, year = (int(part) for part in written.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year < PIVOT else 1900
    month, day = (two, one) if one > 12 or "." in written else (one, two)
    return on_day(dt.date(year, month, day))


def _full(hit: Hit, ref: Reference) -> Value | None:
    return on_day(dt.date(_year(hit), MONTHS[hit.word("m")], _day(hit, "d")))


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
    found = _nearest(MONTHS[hit.word("m")], _day(hit, "d"), ref)
    return on_day(found) if found else Value(f"XXXX-{MONTHS[hit.word('m')]:02d}-{_day(hit, 'd'):02d}")


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
    if _may_be_another_word(hit):
        return None
    month = MONTHS[hit.word("m")]
    if ref.day is None and ref.then is None:
        return Value(f"XXXX-{month:02d}")
    year = _year_of_month(month, ref)
    return _narrowed(in_month(year, month), hit)


def _day_alone(hit: Hit, ref: Reference) -> Value | None:
    """ "the 12th", in the month spoken of."""
    day = int(hit.word("d")[:-2])
    if ref.focus is None or ref.focus.grain not in ("day", "month") or ref.focus.first is None or not 1 <= day <= 31:
        return None
    return on_day(ref.focus.first.replace(day=day))


def _year_of_month(month: int, ref: Reference) -> int:
    if ref.day is None:
        then = ref.then
        return then.year if then else 1
    if ref.ahead:
        return ref.day.year + (month < ref.day.month)
    return ref.day.year - (month > ref.day.month)


def _nearest(month: int, day: int, ref: Reference) -> dt.date | None:
    """The date of that name that the words mean: behind the day of speaking unless they look ahead."""
    if ref.day is None:
        then = ref.then
        return dt.date(then.year, month, day) if then else None
    found = dt.date(ref.day.year, month, min(day, month_end(ref.day.year, month).day))
    away = (found - ref.day).days
    if away > PAST_REACH and not ref.ahead:
        return found.replace(year=found.year - 1)
    if away < -FUTURE_REACH and ref.ahead:
        return found.replace(year=found.year + 1)
    if away > 365 - PAST_REACH:
        return found.replace(year=found.year - 1)
    if away < PAST_REACH - 365:
        return found.replace(year=found.year + 1)
    return found


def _narrowed(value: Value, hit: Hit) -> Value:
    """Early, mid and late keep the TIMEX3 value and narrow the days."""
    words = hit.words("mod").lower()
    return narrowed(value, words)


def narrowed(value: Value, words: str) -> Value:
    """A month or year whose days are narrowed by "early", "mid", "late", "the end of"."""
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
    if any(word in words for word in ("late", "end", "close")):
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
    return int(digits) if digits else values("dates", "nth")[hit.word(label)]


def _of_year(hit: Hit, ref: Reference) -> Value | None:
    return narrowed(in_year(_year(hit)), hit.words("mod").lower())


WEEKDAY = "(weekday dot? comma? (the|on)?)?"
MOD = "mod:(the? modifier (of|in|hyphen)? the?)?"
DAY = "(day|ordinal)"
NEEDS = ("month", "isodate", "slashdate", "ordinal", "year")
RULES: tuple[Rule, ...] = (
    rule("iso-date", "date:isodate", _iso),
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
    rule("day-month-year", f"{WEEKDAY} d:{DAY} of? m:month dot? comma? y:year", _full),
    rule(
        "month-day-range",
        f"m:month dot? d:{DAY} (hyphen|to|through) d2:{DAY} (?!percent|units|unit) y:year?",
        _full_range,
    ),
    rule("day-range-month", f"d:{DAY} (hyphen|to) d2:{DAY} m:month y:year?", _full_range),
    rule("month-of-near-year", f"{MOD} m:month dot? (of)? which:(back|this|onward) unit", _month_of_near_year),
    rule("month-year", f"{MOD} m:month dot? comma? of? y:year", _month_of_year),
    rule("month-day", f"{WEEKDAY} m:month dot? (the)? d:{DAY}", _day_of_month),
    rule("day-month", f"{WEEKDAY} (the)? d:({DAY}|nth) of? m:month dot?", _day_of_month),
    rule("directed-month", f"{MOD} (this (?=back|onward))? which:(back|this|onward) m:month", _directed_month),
    rule("month", f"{MOD} m:month dot?", _bare_month),
    rule("part-of-year", "the? mod:(modifier) (of|in|hyphen) y:year", _of_year),
    rule("day-of-that-month", "(the) d:ordinal (?!unit|word|capital|units)", _day_alone),
)
