"""Times in a text, with their TIMEX3 values and the days they allow, read against an interval of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.grammar.edtf import at_clock, between
from reportedly.grammar.lexicon import kinds
from reportedly.grammar.notation import Hit
from reportedly.grammar.times import calendar, clocks, deictic, feasts, relative, sets, spans, weekdays, years
from reportedly.grammar.times.value import Kind, Reference, Rule, Value
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.when import When
from reportedly.vocabulary import table

# each with NEEDS, kinds of word of which every rule of the family has one, and RULES
FAMILIES = (feasts, calendar, years, weekdays, deictic, relative, sets, clocks, spans)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
BEFORE, AFTER = 12, 9  # tokens that the longest expression reaches from such a word
FULL_NAMES = frozenset([*table("dates")["month"]["names"], *table("dates")["weekday"]["names"]])  # never with a dot


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A time expression: `text[start:end]`, its TIMEX3 value, the days it allows (None for lengths and sets).

    `anchor` says what it was resolved against, `rule` which pattern found it.
    """

    start: int
    end: int
    timex: str
    kind: Kind
    when: When | None
    anchor: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    hit: Hit
    rule: Rule


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
    and from its last day, and the answer is as wide as the two are apart. With no anchor, times count from the
    dates that the text itself gives, and what stays open keeps `X` for unknown digits and no days.
    """
    cut = text if isinstance(text, Tokens) else tokens(text)
    found = _candidates(cut)
    first = _resolved(found, anchor.earliest if anchor and anchor.latest else None)
    if anchor is None or anchor.earliest is None or anchor.latest in (None, anchor.earliest):
        return [_match(item, item.value, anchor) for item in first]
    second = {(item.first, item.last): item.value for item in _resolved(found, anchor.latest)}
    return [_match(item, second.get((item.first, item.last), item.value), anchor) for item in first]


def _candidates(cut: Tokens) -> list[_Found]:
    """All hits of all rules, leftmost and longest first, earlier rules before later ones."""
    hits = [
        (match.start(), -match.end(), order, match)
        for needs, rules in _families()
        for begin, end in _windows(cut, needs)
        for order, rule in rules
        for match in rule.pattern.finditer(cut.kinds, begin, end)
    ]
    return [_Found(Hit(cut, match), RULES[order]) for _, _, order, match in sorted(hits, key=lambda h: h[:3])]


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
        value = _read(item, Reference(day, focus, quarter, item.hit))
        if value is None:
            continue
        reach = item.hit.match.end()
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
            joined.append(item)
        else:
            joined[-1] = pair
    return joined


def _clock_on_day(one: _Resolved, two: _Resolved) -> _Resolved | None:
    cut = one.found.hit.tokens
    between = range(one.last, two.first)
    if len(between) > 2 or any(cut.word(place) not in (",", "on", "at", "of") for place in between):
        return None
    clock, day = (one.value, two.value) if one.value.clock else (two.value, one.value)
    if not clock.clock or day.clock or day.grain != "day" or day.kind != "date" or day.first is None:
        return None
    value = replace(clock, timex=day.timex + clock.timex[clock.timex.index("T") :], first=day.first, last=day.last)
    return _Resolved(one.found, value, one.first, two.last)


def _read(item: _Found, ref: Reference) -> Value | None:
    try:
        return item.rule.read(item.hit, ref)
    except (ValueError, OverflowError):
        return None  # the words name no day that there is: 31 June, hour 25


def _match(item: _Resolved, other: Value, anchor: When | None) -> DateMatch:
    value = _merged(item.value, other)
    words = f"published {anchor.edtf}" if anchor else "dates in the text"
    start, end = _trimmed(item.found.hit.tokens, item.first, item.last)
    return DateMatch(start, end, value.timex, value.kind, _when(value), words, item.found.rule.name)


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


def _merged(one: Value, other: Value) -> Value:
    if one == other:
        return one
    if one.first is None or other.last is None:
        return replace(one, timex=_common(one.timex, other.timex), first=None, last=None, clock="")
    firsts = [v.first for v in (one, other) if v.first]
    lasts = [v.last for v in (one, other) if v.last]
    return replace(one, timex=_common(one.timex, other.timex), first=min(firsts), last=max(lasts), clock="")


def _common(one: str, other: str) -> str:
    """What two TIMEX3 values share, `X` where they differ."""
    if len(one) != len(other):
        return one[:4] if one[:4] == other[:4] else "XXXX"
    return "".join(a if a == b else "X" for a, b in zip(one, other, strict=True))


def _when(value: Value) -> When | None:
    if value.first is None and value.last is None:
        return None
    if value.clock and value.first:
        return at_clock(value.first, value.clock)
    return between(value.first, value.last)
