"""Times in a text, with their TIMEX3 values and the days they allow, read against an interval of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.grammar.edtf import at_clock, between
from reportedly.grammar.notation import Hit
from reportedly.grammar.tense import looks_ahead
from reportedly.grammar.times import calendar, clocks, deictic, relative, sets, spans, weekdays, years
from reportedly.grammar.times.value import Kind, Reference, Rule, Value
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.when import When
from reportedly.vocabulary import table

RULES: tuple[Rule, ...] = (
    *calendar.RULES, *years.RULES, *weekdays.RULES, *deictic.RULES, *relative.RULES, *sets.RULES, *clocks.RULES,
    *spans.RULES,
)  # fmt: skip
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
        return [_match(f, value, value, anchor) for f, value in first]
    last = dict(zip((f.hit.start for f, _ in first), (v for _, v in first), strict=True))
    second = {f.hit.start: value for f, value in _resolved(found, anchor.latest)}
    return [_match(f, last[f.hit.start], second.get(f.hit.start), anchor) for f, _ in first]


def _candidates(cut: Tokens) -> list[_Found]:
    """All hits of all rules, leftmost and longest first, earlier rules before later ones."""
    hits = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(cut.kinds)
    ]
    return [_Found(Hit(cut, match), RULES[order]) for _, _, order, match in sorted(hits, key=lambda h: h[:3])]


def _resolved(found: Sequence[_Found], day: dt.date | None) -> list[tuple[_Found, Value]]:
    kept: list[tuple[_Found, Value]] = []
    focus: Value | None = None
    reach = -1
    for item in found:
        if item.hit.match.start() < reach:
            continue
        value = _read(item, Reference(day, focus, looks_ahead(item.hit)))
        if value is None:
            continue
        kept.append((item, value))
        reach = item.hit.match.end()
        if value.first is not None and value.kind in ("date", "time"):
            focus = value
    return kept


def _read(item: _Found, ref: Reference) -> Value | None:
    try:
        return item.rule.read(item.hit, ref)
    except (ValueError, OverflowError):
        return None  # the words name no day that there is: 31 June, hour 25


def _match(found: _Found, one: Value, other: Value | None, anchor: When | None) -> DateMatch:
    value = _merged(one, other or one)
    words = f"published {anchor.edtf}" if anchor else "dates in the text"
    start, end = _trimmed(found.hit)
    return DateMatch(start, end, value.timex, value.kind, _when(value), words, found.rule.name)


def _trimmed(hit: Hit) -> tuple[int, int]:
    """Without the dot of a sentence's end, a possessive or a mark at either end."""
    text, start, end = hit.tokens.text, hit.start, hit.end
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    if text[end - 1] == "." and hit.tokens.word(hit.match.end() - 2) in FULL_NAMES:
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
