"""Countries, waters, spellings and the words that tell places, looked up by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import key_of


@cache
def country_codes() -> Mapping[str, str]:
    """ISO 3166-1 code of each country by each of its names in English news."""
    return {name: code for code, entry in table("countries").items() for name in entry["names"]}


@cache
def peoples() -> Mapping[str, str]:
    """Code of the country, or of the region, by adjective and by the nouns for its people, in both numbers."""
    found = {
        name: code for code, entry in table("countries").items() for word in entry["people"] for name in _forms(word)
    }
    found |= {word.capitalize(): code for word, code in table("places")["adjectives"].items() if code}
    return found


def _forms(word: str) -> tuple[str, str]:
    return word, word + "s"


@cache
def waters() -> Mapping[str, tuple[str, float, float]]:
    """Seas, rivers, mountains, deserts: name, latitude and longitude of the middle, by key."""
    both = table("places")["water"] | table("places")["terrain"]
    return {key_of(name): (name, middle[0], middle[1]) for name, middle in both.items()}


@cache
def variants() -> Mapping[str, tuple[str, str]]:
    """Key and country of the gazetteer's name for a spelling, by the spelling's key."""
    return {key_of(word): (key_of(name), country) for word, (name, country) in table("places")["variants"].items()}


@cache
def worded(part: str, kind: str) -> frozenset[str]:
    """The words of `vocabulary/places.toml`, [part], kind."""
    return frozenset(table("places")[part][kind].split())
