"""The number itself: "12,000", "a hundred and ten", "dozens", "two-thirds", "one in three"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reportedly.grammar.amounts.units import unit_after
from reportedly.grammar.lexicon import kinds, values
from reportedly.grammar.notation import Hit, pattern
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class Core:
    """A number in tokens `first` up to `last`; `high` is None where the words leave it open ("dozens").

    `form` is how it is said: number, many, ratio, fraction, none. `magnitude` is a word like million in it.
    """

    first: int
    last: int
    low: float
    high: float | None
    approximate: bool = False
    form: str = "number"
    magnitude: float = 1.0


def _number(hit: Hit) -> Core | None:
    value = hit.number("n")
    first, last = hit.part("n")
    if value is None:
        return None
    last_word = hit.tokens.word(last - 1)
    if last_word == "score" and hit.tokens.word(last + 1)[:1].isdigit():
        return None  # "a score of 3-1"
    magnitude = float(values("numbers", "magnitude").get(last_word, 1.0))
    glued = _glued_magnitude(hit.tokens, last)
    if glued is not None and magnitude == 1.0:
        return Core(first, last + 1, value * glued, value * glued, magnitude=glued)
    return Core(first, last, value, value, magnitude=magnitude)


def _glued_magnitude(cut: Tokens, place: int) -> float | None:
    """ "€340m", "40k", "2m people": a letter glued to the digits; m, which is metre too, with money or what counts."""
    letter = cut.word(place)
    known: dict[str, float] = values("numbers", "glued")
    if letter not in known or not cut.touches(place):
        return None
    first = place - 1
    money = first > 0 and cut.text[cut.starts[first] - 1 : cut.starts[first]] in SIGNS
    counted = cut.word(place + 1) in table("numbers")["millions"]["words"]
    thousands = letter == "k" and cut.text[cut.starts[place]] == "k"
    return float(known[letter]) if money or thousands or counted else None


def _and_half(hit: Hit) -> Core | None:
    """ "one and a half million", "a million and a half", "three-and-a-half"."""
    value = hit.number("n")
    said = values("numbers", "magnitude").get(hit.tokens.word(hit.part("n")[1] - 1))
    scale = float(_scales()[hit.word("m")]) if hit.has("m") else 1.0
    if value is None or (said and hit.has("m")):
        return None
    amount = (value + 0.5 * (said or 1.0)) * scale
    return Core(*hit.match.span(), amount, amount, magnitude=said or scale)


def _vulgar(hit: Hit) -> Core | None:
    """ "2½ million", "¾"."""
    value = hit.number("n") if hit.has("n") else 0.0
    if value is None or (hit.has("n") and not hit.tokens.touches(hit.part("v")[0])):
        return None
    scale = float(values("numbers", "magnitude")[hit.word("m")]) if hit.has("m") else 1.0
    amount = round((value + values("numbers", "vulgar")[hit.word("v")]) * scale, 4)
    return Core(*hit.match.span(), amount, amount, magnitude=scale)


def _half_magnitude(hit: Hit) -> Core | None:
    """ "half a million", "a quarter of a million"."""
    share = values("numbers", "fractions").get(hit.word("f"))
    scale = values("numbers", "magnitude").get(hit.word("m")) or values("numbers", "dozen").get(hit.word("m"))
    if share is None or scale is None:
        return None
    return Core(*hit.match.span(), share * scale, share * scale, form="number", magnitude=1.0)


def _many(hit: Hit) -> Core | None:
    known: dict[str, float] = values("numbers", "many")
    times = known[hit.word("m")]
    amount = times * (known[hit.word("of")] if hit.has("of") else 1.0)
    first, last = hit.match.span()
    return Core(first, last, 2 * amount if hit.word("m") != "tens" or hit.has("of") else 20.0, None, True, "many")


def _several(hit: Hit) -> Core | None:
    if not hit.has("m") and hit.word("v") not in table("numbers")["vague"]["alone"]:
        return None
    scale = float(_scales()[hit.word("m")]) if hit.has("m") else 1.0
    first, last = hit.match.span()
    last -= hit.tokens.word(last - 1) == "of"
    return Core(first, last, 2 * scale, None, hit.has("m"), "many")


@cache
def _scales() -> dict[str, float]:
    return {w: v for name in ("magnitude", "dozen", "hundred") for w, v in values("numbers", name).items()}


def _fraction(hit: Hit) -> Core | None:
    share = values("numbers", "fractions").get(hit.word("f"))
    count = hit.number("n") if hit.has("n") else 1.0
    if share is None or count is None or not 0 < count * share <= 1:
        return None
    if not hit.has("n") and not _qualified_share(hit):
        return None
    value = round(count * share, 4)
    return Core(*hit.match.span(), value, value, form="fraction")


def _qualified_share(hit: Hit) -> bool:
    """Whether "a third", "half" is a share and no ordinal ("a third leak") or clock ("a quarter to six")."""
    if hit.tokens.kinds[hit.match.start() - 1 : hit.match.start()] in (kinds()["approximate"], kinds()["bound"]):
        return True
    follows = table("numbers")["fractions"]["half_of"] if hit.word("f") == "half" else ["of"]
    return hit.tokens.word(hit.match.end()) in follows


def _ratio(hit: Hit) -> Core | None:
    part, whole = hit.number("n"), hit.number("d")
    if part is None or whole is None or not 0 < part < whole:
        return None
    word = hit.word("noun")
    if word and word not in table("numbers")["ratio_noun"]["words"]:
        return None
    plain = not hit.has("every") and not hit.has("out")
    if plain and not (whole <= 10 or whole in (12, 20, 100, 1000, 10000)):
        return None  # "40 in 1994", "three in 14 days"
    value = part / whole
    return Core(*hit.match.span(), value, value, form="ratio")


def _none(hit: Hit) -> Core | None:
    if hit.tokens.word(hit.match.end() - 1) not in ("no", "one", "single", *values("numbers", "nobody")):
        return None  # not three but four
    return Core(*hit.match.span(), 0.0, 0.0, form="none")


def _one_unit(hit: Hit) -> Core | None:
    """ "about an hour", "more than a year": one of a unit of time, where a qualifier says that it is a measure."""
    qualifiers = (kinds()["approximate"], kinds()["bound"])
    if hit.tokens.kinds[hit.match.start() - 1 : hit.match.start()] not in qualifiers:
        return None
    return Core(*hit.match.span(), 1.0, 1.0)


def _one_length(hit: Hit) -> Core | None:
    """ "a mile off the cape": where a direction says that it is a measure."""
    unit = unit_after(hit.tokens, hit.match.end(), digits=False)
    if unit is None or unit.group != "length":
        return None
    listed = table("numbers")["one_of_length"]["before"]
    return Core(*hit.match.span(), 1.0, 1.0) if hit.tokens.word(unit.last) in listed else None


def _part_of_one(hit: Hit) -> Core | None:
    """ "half a mile", "three-quarters of an hour": a part of one unit."""
    if unit_after(hit.tokens, hit.match.end(), digits=False) is None:
        return None
    count = hit.number("n") if hit.has("n") else 1.0
    share = table("numbers")["fractions"]["words"].get(hit.word("f"))
    if not count or not share or count * share > 1:
        return None
    return Core(*hit.match.span(), round(count * share, 4), round(count * share, 4))


def _one_and_half(hit: Hit) -> Core | None:
    """ "a mile and a half": the number is "a"; the half is added where the unit is read."""
    unit = unit_after(hit.tokens, hit.match.end(), digits=False)
    return Core(*hit.match.span(), 1.0, 1.0) if unit is not None and and_half(hit.tokens, unit.last) else None


def and_half(cut: Tokens, place: int) -> bool:
    """Whether "and a half" stands at a place: "two miles and a half"."""
    return [cut.word(place + n) for n in range(HALF)] == ["and", "a", "half"]


HALF = 3  # tokens of "and a half"
SIGNS = "$€£¥₹₽₴₩₪₺₦₱₫"
READERS: tuple[tuple[re.Pattern[str], Callable[[Hit], Core | None]], ...] = (
    (pattern("n:number noun:word? (out:out of|in) every:per? d:number (?!percent|unit|units|magnitude)"), _ratio),
    (pattern("n:number hyphen? and hyphen? a hyphen? half_year m:magnitude?"), _and_half),
    (pattern("(?=day|year|digits|vulgar) n:(day|year|digits)? v:vulgar m:magnitude?"), _vulgar),
    (pattern("a? f:(half_year|quarter) of? a m:(magnitude|dozen)"), _half_magnitude),
    (pattern("((n:ones|a) hyphen?)? f:(half_year|quarter|fractions|units) of? a"), _part_of_one),
    (pattern("((n:ones|a) hyphen?)? f:(nth|quarter|half_year|fractions|units)"), _fraction),
    (pattern("the? a? v:vague of? m:(hundred|magnitude|dozen)"), _several),
    (pattern("m:many (of of:many)?"), _many),
    (pattern("a? v:vague of?"), _several),
    (pattern("(no ones|not (?=ones (word|capital)) ones|not a single|nobody)"), _none),
    (pattern("no (?=word|capital)"), _none),
    (pattern("n:number"), _number),
    (pattern("a (?=(unit|word) and a half_year)"), _one_and_half),
    (pattern("a (?=unit)"), _one_unit),
    (pattern("a (?=word)"), _one_length),
)


def cores(cut: Tokens) -> list[Core]:
    """Every number in the tokens, in order, none overlapping another."""
    found = [
        (match.start(), order, match) for order, (known, _) in enumerate(READERS) for match in known.finditer(cut.kinds)
    ]
    kept: list[Core] = []
    for start, order, match in sorted(found, key=lambda item: item[:2]):
        if kept and start < kept[-1].last:
            continue
        core = READERS[order][1](Hit(cut, match))
        if core is not None:
            kept.append(core)
    return kept
