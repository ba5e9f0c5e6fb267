"""Times in a text, with their TIMEX3 values and the days they allow, read against an interval of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportedly.grammar.edtf import at_clock, between
from reportedly.grammar.lexicon import kinds
from reportedly.grammar.notation import Hit
from reportedly.grammar.tense import looks_ahead
from reportedly.grammar.times import calendar, clocks, deictic, feasts, relative, sets, spans, weekdays, years
from reportedly.grammar.times.value import Kind, Reference, Rule, Value
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.when import End, When
from reportedly.vocabulary import table

# each with NEEDS, kinds of word of which every rule of the family has one, and RULES
FAMILIES = (feasts, calendar, years, weekdays, deictic, relative, sets, clocks, spans)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
BEFORE, AFTER = 12, 9  # tokens that the longest expression reaches from such a word
FAR = 1200  # days beyond an open end: no relative time reads the same from there
EARLY, LATE = dt.date(1903, 2, 2), dt.date(2096, 8, 17)  # what reads the same from both is a date of its own
ON_WEEKDAY = frozenset({"weekday", "directed-weekday", "weekday-of-week"})
SPEAKING = frozenset({"weekday", "directed-weekday", "directed-month", "day-word", "tonight", "ago", "neighbour"})
PARTS = deictic.PARTS
HOURS: dict[str, str] = table("dates")["part_of_hours"]["words"]
DATED = frozenset(rule.name for rule in (*calendar.RULES, *years.RULES, *feasts.RULES))  # those that may have a year
ENDS: tuple[End, ...] = ("since", "until", "by")
FULL_NAMES = frozenset([*table("dates")["month"]["names"], *table("dates")["weekday"]["names"]])  # never with a dot


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A time expression: `text[start:end]`, its TIMEX3 value, the days it allows (None for lengths and sets).

    `anchor` says what it was resolved against and what speaks against it, `rule` which pattern found it, `end_of` which
    end of an open interval it is ("since Monday", "until May").
    """

    start: int
    end: int
    timex: str
    kind: Kind
    when: When | None
    anchor: str
    rule: str
    end_of: End | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    hit: Hit
    rule: Rule
    ahead: dict[tuple[int, int], bool]  # one for all of a text: `Reference.known`


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A hit with its value; tokens `first` up to `last` are the whole expression."""

    found: _Found
    value: Value
    first: int
    last: int


def moments(text: str | Tokens, anchor: When | None = None) -> list[DateMatch]:
    """Every time expression of a text, in order, none overlapping another.

    `anchor` is when the text was published; where that is an interval, each relative time is read from its first
    and from its last day, and the answer is as wide as the two are apart, or open where the interval is. With no
    anchor, a text that speaks from a day of its own ("on Monday", "yesterday") was written after the latest date it
    tells of; in any other, times count from the dates that the text itself gives. What stays open keeps `X` for
    unknown digits and no days.
    """
    found = _candidates(text) if isinstance(text, Tokens) else _found_in(text)
    words = f"published {anchor.edtf}" if anchor else "dates in the text"
    if anchor is None and (told := _latest_told(found)) is not None:
        anchor, words = told, f"written after {told.edtf.partition('/')[0]}, which the text tells of"
    if anchor is None or anchor.earliest == anchor.latest:
        return [_match(item, item.value, words) for item in _resolved(found, anchor.earliest if anchor else None)]
    return _between(found, anchor, words)


@lru_cache(maxsize=4)  # a text whose day is not known is read against one day after another
def _found_in(text: str) -> list[_Found]:
    return _candidates(tokens(text))


def _between(found: Sequence[_Found], anchor: When, words: str) -> list[DateMatch]:
    """Each time read from both ends of an interval; from far beyond the known one where the other is open."""
    early, late = anchor.earliest, anchor.latest
    first = _resolved(found, early or (late and _far(late, -FAR)))
    second = {(item.first, item.last): item.value for item in _resolved(found, late or (early and _far(early, FAR)))}
    matches = []
    for item in first:
        value = _merged(item, second.get((item.first, item.last), item.value))
        if value != item.value:
            value = replace(value, first=early and value.first, last=late and value.last)
        matches.append(_match(item, value, words))
    return matches


def _far(day: dt.date, way: int) -> dt.date:
    return dt.date.fromordinal(min(max(1, day.toordinal() + way), dt.date.max.toordinal()))


def _latest_told(found: Sequence[_Found]) -> When | None:
    """From the latest date with a year that the text tells of as past; None for a text that hardly speaks from a day.

    News counts from its own day ("on Monday") at least half as often as it names days with their years; histories,
    which go from date to date, hardly ever do.
    """
    speaking = sum(_speaks(item) for item in found)
    if not speaking or not any(item.rule.name in DATED for item in found):
        return None
    one, other = (_resolved(found, day) for day in (EARLY, LATE))
    later = {(item.first, item.last): item.value for item in other}
    told = [
        item.value.first
        for item in one
        if item.value.first and later.get((item.first, item.last)) == item.value and _dates_the_text(item)
    ]
    return between(max(told), None) if told and 2 * speaking >= len(told) else None


def _speaks(item: _Found) -> bool:
    """Whether an expression counts from the day of writing; "the next day" counts from the day told of."""
    return item.rule.name in SPEAKING and not item.hit.words("which").lower().startswith(("the", "that"))


def _dates_the_text(item: _Resolved) -> bool:
    """Whether a date with its own year is one that the writer looks back on; a bare year may be a name's part."""
    if item.value.kind not in ("date", "time") or looks_ahead(item.found.hit):
        return False
    return item.value.grain in ("day", "month") or (
        item.value.grain == "year" and item.found.hit.tokens.word(item.first - 1) in ("in", "since")
    )


def _candidates(cut: Tokens) -> list[_Found]:
    """All hits of all rules, leftmost and longest first, earlier rules before later ones."""
    hits = [
        (match.start(), -match.end(), order, match)
        for needs, rules in _families()
        for begin, end in _windows(cut, needs)
        for order, rule in rules
        for match in rule.pattern.finditer(cut.kinds, begin, end)
    ]
    ahead: dict[tuple[int, int], bool] = {}
    return [_Found(Hit(cut, match), RULES[order], ahead) for _, _, order, match in sorted(hits, key=lambda h: h[:3])]


def _windows(cut: Tokens, needs: re.Pattern[str]) -> list[tuple[int, int]]:
    """Stretches of tokens around every word that a family cannot do without; the rest need not be read."""
    windows: list[tuple[int, int]] = []
    for match in needs.finditer(cut.kinds):
        begin, end = max(0, match.start() - BEFORE), min(len(cut), match.end() + AFTER)
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((begin, end))
    return windows


@cache
def _families() -> tuple[tuple[re.Pattern[str], tuple[tuple[int, Rule], ...]], ...]:
    """Of each family: what finds the words it needs, and its rules with their order among all."""
    known, order = kinds(), {rule: place for place, rule in enumerate(RULES)}
    return tuple(
        (
            re.compile("[" + "".join(known[name] for name in family.NEEDS) + "]"),
            tuple((order[rule], rule) for rule in family.RULES),
        )
        for family in FAMILIES
    )


def _resolved(found: Sequence[_Found], day: dt.date | None) -> list[_Resolved]:
    kept: list[_Resolved] = []
    focus = quarter = None
    reach = -1
    for item in found:
        if item.hit.match.start() < reach:
            continue
        value = _read(item, Reference(day, focus, quarter, item.hit, item.ahead))
        if value is None:
            continue
        reach = item.hit.match.end() + value.reach
        kept.append(_Resolved(item, value, item.hit.match.start(), reach))
        if value.first is not None and value.kind in ("date", "time"):
            focus = value
        if item.rule.name in ("quarter", "quarter-of-near-year", "period-ended"):
            quarter = value
    return _joined(kept)


def _joined(kept: Sequence[_Resolved]) -> list[_Resolved]:
    """A time of day beside its day is one expression: "5 p.m. on Friday", "Nov. 6 at 10:30"."""
    joined: list[_Resolved] = []
    for item in kept:
        one = joined[-1] if joined else None
        pair = _clock_on_day(one, item) if one is not None else None
        if pair is None:
            whole = _at_part_of(item)
            joined.append(whole if one is None or whole.first >= one.last else item)
        else:
            joined[-1] = pair
    return joined


def _at_part_of(item: _Resolved) -> _Resolved:
    """ "the night of 3 May", "the morning hours of the 12th": the day's part that stands before it."""
    cut, value, of = item.found.hit.tokens, item.value, item.first - 1
    hours = cut.word(of - 1) == "hours"
    place = of - hours
    listed = HOURS if hours and cut.word(place - 1) in HOURS else PARTS
    part = listed.get(cut.word(place - 1), "") if cut.word(of) == "of" else ""
    if not part or value.kind != "date" or value.grain != "day" or "/" in value.timex:
        return item
    first = place - 2 if cut.word(place - 2) == "the" else place - 1
    return _Resolved(item.found, replace(value, timex=f"{value.timex}T{part}", kind="time"), first, item.last)


def _clock_on_day(one: _Resolved, two: _Resolved) -> _Resolved | None:
    cut = one.found.hit.tokens
    between = range(one.last, two.first)
    if len(between) > 2 or any(cut.word(place) not in (",", "on", "at", "of") for place in between):
        return None
    clock, day = (one.value, two.value) if one.value.kind == "time" else (two.value, one.value)
    if clock.kind != "time" or "T" not in clock.timex or day.kind != "date" or day.grain != "day" or day.first is None:
        return None
    value = replace(clock, timex=day.timex + clock.timex[clock.timex.index("T") :], first=day.first, last=day.last)
    return _Resolved(one.found, value, one.first, two.last)


def _read(item: _Found, ref: Reference) -> Value | None:
    try:
        return item.rule.read(item.hit, ref)
    except (ValueError, OverflowError):
        return None  # the words name no day that there is: 31 June, hour 25


def _match(item: _Resolved, value: Value, words: str) -> DateMatch:
    start, end = _trimmed(item.found.hit.tokens, item.first, item.last)
    anchor = f"{words}; {value.doubt}" if value.doubt else words
    return DateMatch(start, end, value.timex, value.kind, _when(value), anchor, item.found.rule.name, _open_end(item))


def _open_end(item: _Resolved) -> End | None:
    """Whether "since", "until" or "by" stands before a date; one of "by Friday's vote" belongs to the vote."""
    cut, place = item.found.hit.tokens, item.first - 1
    if item.value.kind not in ("date", "time") or cut.word(item.last) in ("'s", "’s"):
        return None
    known = table("dates")["open_end"]
    while cut.word(place) in known["between"]:
        place -= 1
    return next((name for name in ENDS if cut.word(place) in known[name]), None)


def _trimmed(cut: Tokens, first: int, last: int) -> tuple[int, int]:
    """Without the dot of a sentence's end, a possessive or a mark at either end."""
    text, start, end = cut.text, cut.starts[first], cut.ends[last - 1]
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    if text[end - 1] == "." and cut.word(last - 2) in FULL_NAMES:
        end -= 1
    while end > start + 1 and text[end - 1] in ",-–—([":
        end -= 1
    while start < end - 1 and text[start] in ",-–—)(":
        start += 1
    return start, end


def _merged(item: _Resolved, other: Value) -> Value:
    one = item.value
    if one == other:
        return one
    timex = _common(one.timex, other.timex)
    if one.first and timex.startswith("XXXX") and item.found.rule.name in ON_WEEKDAY:
        timex = f"XXXX-WXX-{one.first.isoweekday()}{timex[10:]}"
    if one.first is None or other.last is None:
        return replace(one, timex=timex, first=None, last=None, clock="")
    firsts = [v.first for v in (one, other) if v.first]
    lasts = [v.last for v in (one, other) if v.last]
    return replace(one, timex=timex, first=min(firsts), last=max(lasts), clock="")


def _common(one: str, other: str) -> str:
    """What two TIMEX3 values share, `X` where they differ; nothing is known of a year but part of it."""
    if len(one) != len(other):
        return one[:4] if one[:4] == other[:4] else "XXXX"
    shared = "".join(a if a == b else "X" for a, b in zip(one, other, strict=True))
    return f"XXXX{shared[4:]}" if "X" in shared[:4] else shared


def _when(value: Value) -> When | None:
    if value.first is None and value.last is None:
        return None
    if value.clock and value.first:
        return at_clock(value.first, value.clock)
    return between(value.first, value.last)
