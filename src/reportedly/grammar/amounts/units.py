"""What a number measures: the currency before it, the unit and the rate after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table

GROUPS = (
    "share",
    "money",
    "length",
    "mass",
    "area",
    "volume",
    "speed",
    "temperature",
    "power",
    "strength",
    "age",
    "duration",
)
UNRATED = frozenset({"share", "money", "age", "duration", "speed"})  # with "a day" these are no rate of the measure
LONGEST_SIGN = 3
SHORT = 2  # letters of a unit that must stand beside digits: "5 m", "40 t"


@dataclass(frozen=True, slots=True)
class Measured:
    """The canonical unit, its group in `vocabulary/units.toml`, and one past its last token without a rate."""

    unit: str
    group: str
    last: int


def sign_before(cut: Tokens, place: int) -> tuple[int, str] | None:
    """The first code point of a currency sign that stands before token `place`, and the currency it is of."""
    end = cut.starts[place]
    if end and cut.text[end - 1] == " ":
        end -= 1
    if not end or cut.text[end - 1] not in _last_of_signs():
        return None
    for length in range(LONGEST_SIGN, 0, -1):
        written = cut.text[max(0, end - length) : end]
        if len(written) == length and written in _signs():
            before = cut.text[end - length - 1 : end - length] if end > length else ""
            if not (written.isalpha() and before.isalpha()):
                return end - length, _signs()[written]
    return None


def unit_after(cut: Tokens, place: int, *, digits: bool) -> Measured | None:
    """The unit that begins at token `place`, past a hyphen that joins it; with its rate ("a day") where there is one.

    `digits`: whether the number is written in digits, as units of one or two letters demand.
    """
    start = place + 1 if cut.word(place) in ("-", "‑") and cut.touches(place) else place
    found = _units().after(cut, start)
    if found is None:
        return None
    last, meaning = found
    group, _, unit = meaning.partition(":")
    written = cut.text[cut.starts[start] : cut.ends[last - 1]]
    if len(written) <= SHORT and written.isalpha() and not _short_unit(cut, start, written, digits):
        return None
    rate = _rate(cut, last) if group not in UNRATED else None
    return Measured(f"{unit} {rate}" if rate else unit, group, _without_rate(cut, start, last))


def unit_before(cut: Tokens, place: int) -> tuple[str, str] | None:
    """The unit whose name stands right before token `place`, and its group: "magnitude 6.1", "magnitude-6.1"."""
    joined = cut.word(place - 1) in ("-", "‑", "of")
    return _named_before().get(cut.word(place - 1 - joined))


def unit_named(noun: str) -> str | None:
    """The unit whose own name a noun is, so that it may stand apart from its number: "the magnitude was 6.8"."""
    return _named_before().get(noun, (None,))[0]


@cache
def _named_before() -> dict[str, tuple[str, str]]:
    known = ((group, table("units")[group]) for group in GROUPS)
    return {word: (entry["base"], group) for group, entry in known for word in entry.get("before", ())}


def unit_of_fraction(noun: str) -> str | None:
    """The unit of a number with decimals before a noun that nobody counts in tenths: "a 4.4 quake"."""
    known = (table("units")[group] for group in GROUPS)
    return next((entry["base"] for entry in known if noun in entry.get("of", ())), None)


def _rate(cut: Tokens, place: int) -> str | None:
    """ "a day", right at this token or after what is measured: "of oil a day"."""
    found = _rates().after(cut, place)
    if found is None and cut.word(place) == "of":
        found = _rates().after(cut, place + 2)
    return found[1] if found else None


def _without_rate(cut: Tokens, start: int, last: int) -> int:
    """The end of "kilometres" in "kilometres an hour": a rate belongs to the unit, not to the shortest phrase."""
    return next((place for place in range(start + 1, last) if cut.word(place) in ("a", "an", "per")), last)


def _short_unit(cut: Tokens, place: int, written: str, digits: bool) -> bool:
    if not digits or (len(written) == 1 and written.isupper() and written not in "FCT"):
        return False
    end = cut.ends[place]
    return cut.text[end : end + 1] not in ("'", "’")


@cache
def _units() -> Phrases:
    return Phrases.of(_listed())


def _listed() -> Iterator[tuple[str, str]]:
    for group in GROUPS:
        for unit, phrases in table("units")[group]["units"].items():
            for phrase in phrases:
                yield phrase, f"{group}:{unit}"


@cache
def _rates() -> Phrases:
    listed = table("units")["rate"]["words"]
    return Phrases.of((phrase, rate) for rate, phrases in listed.items() for phrase in phrases)


@cache
def _last_of_signs() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _signs())


@cache
def _signs() -> dict[str, str]:
    signs: dict[str, str] = table("units")["money"]["signs"]
    return signs
