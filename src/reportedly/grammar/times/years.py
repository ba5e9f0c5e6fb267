"""Years and what is made of them: "1994", "the 1990s", "the third quarter of 2019", "spring 2020", "480 BC"."""

from __future__ import annotations

import datetime as dt

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.calendar import narrowed
from reportedly.grammar.times.value import (
    Reference,
    Rule,
    Value,
    in_century,
    in_decade,
    in_half,
    in_quarter,
    in_season,
    in_year,
    rule,
)
from reportedly.vocabulary import table

NTH: dict[str, int] = values("dates", "nth") | {"second": 2}
SEASONS: dict[str, str] = values("dates", "season")
DECADES: dict[str, int] = values("dates", "decade_word")
FIRST_COMMON_YEAR = 1500
LAST_YEAR = 2200
FIRST_SPOKEN, LAST_SPOKEN = 15, 20  # centuries of a year said in two halves
NOT_YEARS = frozenset("$€£#°№")
BEFORE_CHRIST = ("bc", "bce")


def _year(hit: Hit, ref: Reference) -> Value | None:
    place = hit.match.start("y")
    before = hit.tokens.text[max(0, hit.tokens.starts[place] - 1) : hit.tokens.starts[place]]
    if before in NOT_YEARS or before.isalnum() or _counts(hit) or _in_a_name(hit, place):
        return None
    year = int(hit.word("y"))
    return narrowed(in_year(year), hit.words("mod").lower())


def _counts(hit: Hit) -> bool:
    """Whether a four-digit number counts something ("1500 people", "1200 km") or carries a decimal or a percent."""
    text, end = hit.tokens.text, hit.tokens.ends[hit.match.end("y") - 1]
    after = text[end : end + 1]
    if after in ("%", "°") or (after.isalpha()) or (after == "-" and text[end + 1 : end + 2].isalpha()):
        return True
    word = hit.tokens.word(hit.match.end("y"))
    return word in values("dates", "after_count") or (
        int(hit.word("y")) < 1500 and word not in values("dates", "after_early_year") and word[:1].isalpha()
    )


def _in_a_name(hit: Hit, place: int) -> bool:
    """ "Boeing-1900": glued by a hyphen to what is no word of time; "Flight 1549": after a noun that numbers follow."""
    tokens = hit.tokens
    before = tokens.word(place - 1)
    if before in table("numbers")["name_before"]["words"] and tokens.text[tokens.starts[place - 1]].isupper():
        return True
    return (
        place == hit.match.start()
        and tokens.touches(place)
        and tokens.word(place - 1) == "-"
        and tokens.touches(place - 1)
    )


def _year_range(hit: Hit, ref: Reference) -> Value | None:
    first, last = int(hit.word("y")), hit.word("y2")
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < second:
        return None
    return Value(f"{first:04d}/{second:04d}", "date", "year", dt.date(first, 1, 1), dt.date(second, 12, 31))


def _decade(hit: Hit, ref: Reference) -> Value | None:
    digits = hit.word("d").rstrip("s")
    if len(digits) == 4:
        return narrowed(in_decade(int(digits)), hit.words("mod").lower())
    tens = int(digits)
    quoted = hit.has("quote") or hit.has("the")
    return narrowed(in_decade((1900 if tens > 20 else 2000) + tens), hit.words("mod").lower()) if quoted else None


def _spelled_decade(hit: Hit, ref: Reference) -> Value | None:
    return narrowed(in_decade(1900 + DECADES[hit.word("d")]), hit.words("mod").lower())


def _short_year(hit: Hit, ref: Reference) -> Value | None:
    """ "'98", glued to its apostrophe."""
    year = int(hit.word("d")[1:])
    return in_year(year + (2000 if year < 50 else 1900))


def _century(hit: Hit, ref: Reference) -> Value | None:
    word = hit.word("n")
    count = int(word[:-2]) if word[0].isdigit() else NTH[word]
    if hit.has("era") and hit.words("era").isupper() and hit.word("era") in BEFORE_CHRIST:
        return Value(f"BC{count - 1:02d}", "date", "century")
    return narrowed(in_century(count - 1), hit.words("mod").lower()) if 1 <= count <= 99 else None


def _quarter(hit: Hit, ref: Reference) -> Value | None:
    number = NTH.get(hit.word("n"), 0)
    return _in_quarter(number, hit, ref) if 1 <= number <= 4 else None


def _in_quarter(number: int, hit: Hit, ref: Reference) -> Value | None:
    if hit.has("y"):
        return in_quarter(int(hit.word("y")), number)
    if ref.day is None:
        return Value(f"XXXX-Q{number}")
    if hit.has("which"):
        step = {"last": -1, "next": 1}.get(hit.word("which"), 0)
        return in_quarter(ref.day.year + step, number)
    now = (ref.day.month + 2) // 3
    if ref.ahead and number == 1 and now == 4:
        return in_quarter(ref.day.year + 1, number)
    return in_quarter(ref.day.year - (number > now and not ref.ahead), number)


def _half(hit: Hit, ref: Reference) -> Value | None:
    number = {"first": 1, "second": 2}.get(hit.word("n"))
    year = int(hit.word("y")) if hit.has("y") else ref.day.year if ref.day else None
    if number is None or year is None:
        return None
    if not hit.has("y") and hit.has("which"):
        year += {"last": -1, "next": 1}.get(hit.word("which"), 0)
    return in_half(year, number)


def _season(hit: Hit, ref: Reference) -> Value | None:
    season = SEASONS[hit.word("s")]
    if hit.has("y"):
        return in_season(int(hit.word("y")), season)
    which = hit.word("which")
    if not which and (
        hit.word("s") == "fall" or hit.tokens.word(hit.match.start() - 1) not in values("dates", "before_season")
    ):
        return None
    if ref.day is None:
        then = ref.then
        return in_season(then.year, season) if then else Value(f"XXXX-{season}")
    return in_season(_season_year(season, which, ref.day, ref), season)


def _season_year(season: str, which: str, day: dt.date, ref: Reference) -> int:
    this_year = in_season(day.year, season)
    begun = this_year.first is not None and this_year.first <= day
    over = this_year.last is not None and this_year.last < day
    if which in values("dates", "back"):
        return day.year if over else day.year - 1
    if which in values("dates", "onward"):
        return day.year + begun
    return day.year if which or begun or ref.ahead else day.year - 1


def _before_christ(hit: Hit, ref: Reference) -> Value | None:
    number = hit.number("n")
    if number is None or number != int(number) or not hit.words("era").isupper():
        return None
    if hit.word("era") in BEFORE_CHRIST:
        return Value(f"BC{int(number):04d}", "date", "year")
    return in_year(int(number)) if 1 <= number <= 2199 else None


def _after_christ(hit: Hit, ref: Reference) -> Value | None:
    """ "AD 79" """
    return _before_christ(hit, ref) if hit.word("era") == "ad" else None


def _spelled_year(hit: Hit, ref: Reference) -> Value | None:
    """ "nineteen seventy-nine", "twenty thirty-one": after a word that years follow."""
    century, rest = hit.number("c"), hit.number("y")
    led = hit.tokens.word(hit.match.start() - 1) in values("dates", "before_spelled_year")
    if not led or century is None or rest is None or not FIRST_SPOKEN <= century <= LAST_SPOKEN:
        return None
    return in_year(int(century) * 100 + int(rest))


def _named_year(hit: Hit, ref: Reference) -> Value | None:
    """ "the year two thousand" """
    number = hit.number("n")
    if hit.word("u") != "year" or number is None or not FIRST_COMMON_YEAR <= number < LAST_YEAR:
        return None
    return in_year(int(number))


def _fiscal(hit: Hit, ref: Reference) -> Value | None:
    return _year_range(hit, ref) if hit.has("y2") else in_year(int(hit.word("y")))


def _lettered_quarter(hit: Hit, ref: Reference) -> Value | None:
    """ "Q3 2030", "3Q": glued, and the letter a capital."""
    glued = hit.tokens.touches(max(hit.part("q")[0], hit.part("n")[0]))
    if not glued or not hit.words("q").isupper() or hit.word("n") not in ("1", "2", "3", "4"):
        return None
    return _in_quarter(int(hit.word("n")), hit, ref)


def _lettered_half(hit: Hit, ref: Reference) -> Value | None:
    if not hit.tokens.touches(hit.part("n")[0]) or not hit.words("h").isupper() or hit.word("n") not in ("1", "2"):
        return None
    return in_half(int(hit.word("y")), int(hit.word("n")))


MOD = "the? mod:(modifier (of|in|hyphen)? the?)?"
TO_NEXT = "((hyphen|slash) (day|digits|year) (?!unit|units|word|capital|percent|magnitude))?"  # the winter of 2029-30
NEEDS = (
    "year",
    "season",
    "quarter",
    "century",
    "decade",
    "decade_word",
    "shortyear",
    "era",
    "fiscal",
    "quarter_letter",
    "half_letter",
    "half_year",
    "tens",
    "magnitude",
)
RULES: tuple[Rule, ...] = (
    rule("era", "(approximate dot?)? n:(day|year|digits) era:era", _before_christ),
    rule("era-before", "era:era n:(day|digits|year)", _after_christ),
    rule("quarter-of-near-year", "which:(this|back|onward) unit possessive n:(nth|second) hyphen? quarter", _quarter),
    rule(
        "quarter",
        "the? (fiscal|year possessive)? n:(nth|second) hyphen? fiscal? quarter"
        " (of? fiscal? y:year|of? which:(back|this|onward) unit)?",
        _quarter,
    ),
    rule("half-year", "the? n:(nth|second) hyphen? half_year of? (y:year|which:(back|this|onward|the) unit)", _half),
    rule("quarter-letter", "q:quarter_letter n:day (?!hyphen) (of? fiscal? y:year)?", _lettered_quarter),
    rule("letter-quarter", "n:day q:quarter_letter (of? fiscal? y:year)?", _lettered_quarter),
    rule("half-letter", "h:half_letter n:day (of? fiscal? y:year)", _lettered_half),
    rule("fiscal-year", "(the)? (fiscal unit?) (y:year) ((hyphen|slash) y2:(year|day|digits))?", _fiscal),
    rule("century", f"{MOD} n:(ordinal|nth) hyphen? century era:era?", _century),
    rule("decade", "mod:(the? modifier (of|in|hyphen)?)? the:the? quote:quote? d:decade", _decade),
    rule("spelled-decade", "mod:(the? modifier (of|in|hyphen)?)? the d:decade_word", _spelled_decade),
    rule("part-of-spelled-decade", "mod:(the modifier hyphen?) d:decade_word", _spelled_decade),
    rule("season-of-year", f"the? (modifier hyphen?)? the? s:season (of)? (y:year) {TO_NEXT}", _season),
    rule("directed-season", "which:(back|this|onward) s:season (y:year)?", _season),
    rule("season", "(the)? (modifier hyphen?)? s:season y:year?", _season),
    rule("years", "y:year (hyphen|slash|to|until|through) y2:(year|day|digits)", _year_range),
    rule("mod-year", "mod:(the? modifier (of|in|hyphen)? the? (unit)?) y:year", _year),
    rule("year", "y:year", _year),
    rule("short-year", "d:shortyear", _short_year),
    rule("named-year", "the u:unit n:spelled", _named_year),
    rule("spelled-year", "c:(teens|tens) hyphen? y:(tens hyphen? ones|tens|teens)", _spelled_year),
)
