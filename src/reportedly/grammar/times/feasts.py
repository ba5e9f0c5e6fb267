"""Feasts and days of note: "on New Year's Eve", "by Christmas", "Thanksgiving", "Easter Sunday"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, in_year, on_day, rule, same_day
from reportedly.vocabulary import table


def _feast(hit: Hit, ref: Reference) -> Value | None:
    """The feast of that name in the year given, else the one that the words mean: behind unless they look ahead."""
    name = " ".join(hit.words("name").lower().replace("’", "'").split())
    if hit.has("y"):
        day = on(name, int(hit.word("y")))
        return on_day(day) if day else None
    if ref.day is None:
        return Value("XXXX", "date") if on(name, 2000) else None
    day = on(name, ref.day.year)
    if day is None:
        return None
    if ref.ahead and day < ref.day:
        day = on(name, ref.day.year + 1)
    elif not ref.ahead and (day - ref.day).days > SOON:
        day = on(name, ref.day.year - 1)
    return on_day(day) if day else None


def _anniversary(hit: Hit, ref: Reference) -> Value | None:
    """ "the 80th anniversary of the end of World War II", where the table tells when that was."""
    found = _remembered().after(hit.tokens, hit.match.end()) or _remembered().after(hit.tokens, _owned(hit))
    count = values("dates", "centenary")[hit.word("c")] if hit.has("c") else _count(hit)
    if found is None or not count:
        return None
    year, _, rest = found[1].partition("-")
    value = in_year(int(year) + count)
    if rest:
        value = on_day(same_day(dt.date.fromisoformat(found[1]), int(year) + count))
    return replace(value, reach=found[0] - hit.match.end())


def _owned(hit: Hit) -> int:
    """Past the owner: "of Russia's full-scale invasion of Ukraine"."""
    end = hit.match.end()
    return end + 2 if hit.tokens.word(end + 1) in ("'s", "’s") else end


def _count(hit: Hit) -> int:
    word = hit.word("n")
    if word[:1].isdigit():
        return int("".join(c for c in word if c.isdigit()))
    nth: dict[str, int] = values("dates", "nth") | {"second": 2}
    return int(values("numbers", "tens").get(word, 0) + nth.get(hit.tokens.word(hit.part("n")[1] - 1), 0))


@cache
def _remembered() -> Phrases:
    return Phrases.of(table("dates")["remembered"]["events"].items())


def on(name: str, year: int) -> dt.date | None:
    """The day of a feast in a year, None where it is not known; Easter by the Gregorian rule (Meeus, 1991)."""
    feasts = table("dates")["holidays"]
    if name in feasts["fixed"]:
        month, day = feasts["fixed"][name]
        return dt.date(year, month, day)
    if name in feasts["easter"]:
        return _easter(year) + dt.timedelta(days=feasts["easter"][name])
    if name in feasts["nth_weekday"]:
        month, weekday, which = feasts["nth_weekday"][name]
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return None


@cache
def _easter(year: int) -> dt.date:
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    march = epact - weekday
    month = 3 + (march + 40) // 44
    return dt.date(year, month, march + 28 - 31 * (month // 4))


SOON = 60  # days ahead at which a feast named without direction is still the coming one
NAMED = "capital unit possessive (modifier|unit)|(capital|month) possessive? unit"
NEEDS = ("feast", "unit", "weekday", "anniversary", "centenary")
RULES: tuple[Rule, ...] = (
    rule("anniversary", "the? n:(ordinal|(tens hyphen)? (nth|second)) anniversary of the?", _anniversary),
    rule("centenary", "the? c:centenary of the?", _anniversary),
    rule("feast", "name:(feast (unit|modifier|weekday)?) (comma? y:year)?", _feast),
    rule("day-of-note", f"name:({NAMED}) (comma? y:year)?", _feast),
    rule("holy-day", "name:(capital weekday) (comma? y:year)?", _feast),
)
