"""Lengths of time: "three days", "for months", "a 24-hour curfew", "the past two years"; and ages."""

from __future__ import annotations

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, duration, rule

UNITS: dict[str, str] = values("dates", "unit")


def _length(hit: Hit, ref: Reference) -> Value | None:
    word = hit.word("u")
    code = UNITS[word]
    if word == "second" and not hit.tokens.touches(hit.match.start("u")):
        return None
    if hit.has("a") and _per(hit):
        return None
    if word in ("quarter", "quarters") and hit.tokens.word(hit.match.end()) == "of":
        return None  # three-quarters of a mile
    if hit.has("half"):
        return duration((hit.number("n") or 0.0 if hit.has("n") else float(hit.has("a"))) + 0.5, code)
    count = hit.number("n") if hit.has("n") else 2.0 if hit.has("pair") else 1.0 if hit.has("a") else None
    return duration(count, code)


def _per(hit: Hit) -> bool:
    """ "5,000 barrels a day": the rate's unit, no length of time; "twice a week" likewise."""
    before = hit.tokens.word(hit.match.start() - 1)
    if before in values("dates", "before_rate"):
        return True
    second = hit.tokens.word(hit.match.start() - 2)
    return before.endswith("s") and (
        second[:1].isdigit() or second in ("million", "billion", "thousand", "hundred", "of")
    )


def _directed(hit: Hit, ref: Reference) -> Value | None:
    """ "the past three months", "the coming weeks"."""
    if not hit.has("n") and not hit.has("some") and hit.has("onward"):
        return Value("FUTURE_REF", "reference")
    count = hit.number("n") if hit.has("n") else None
    return duration(count, UNITS[hit.word("u")])


def _bare(hit: Hit, ref: Reference) -> Value | None:
    """ "for months", "within hours": some of them, nobody says how many."""
    if hit.tokens.word(hit.match.start() - 1) not in values("dates", "before_bare_length"):
        return None
    return duration(None, UNITS[hit.word("u")])


APPROX = "(approximate|bound bound|at bound|a approximate|bound to|other)?"
SOME = "(a? vague|uncounted)"
MANY = "(a? (vague|uncounted) of?|many of)"
NEEDS = ("unit", "units", "quarter", "century", "weekend", "second")
RULES: tuple[Rule, ...] = (
    rule(
        "directed-length",
        f"the? (back|onward:onward) {APPROX} (n:number|some:{SOME})? u:units",
        _directed,
    ),
    rule("length-and-half", f"{APPROX} (n:number|a:a) and a half:half_year u:length", _length),
    rule("one-and-half", f"{APPROX} (a:a) u:length and a half:half_year", _length),
    rule("half-length", f"{APPROX} half:half_year (a|hyphen) u:length", _length),
    rule(
        "length",
        f"{APPROX} (n:number|pair:(a vague of)|{MANY}|a:a) hyphen? (bound|other|additional)? u:length (?!hyphen? old)",
        _length,
    ),
    rule("bare-length", "u:units", _bare),
)
