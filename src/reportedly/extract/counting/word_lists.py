"""The words of this room: `vocabulary/counted.toml`, and those who tell a number."""

from __future__ import annotations

from functools import cache

from reportedly.vocabulary import table


@cache
def listed(part: str, kind: str = "words") -> frozenset[str]:
    """The words of `vocabulary/counted.toml`, [part], kind."""
    return frozenset(table("counted")[part][kind])


@cache
def speakers() -> frozenset[str]:
    """Nouns of those who tell: of whom a bare number is told only by the way."""
    return frozenset([*table("sources")["body"]["words"], *listed("tellers")])


@cache
def papers() -> frozenset[str]:
    """Nouns of what is written: it tells a number too."""
    return frozenset(table("sources")["document"]["words"])


@cache
def people() -> frozenset[str]:
    """Nouns that count people, one or several."""
    groups = table("sets")["people"]["families"]
    words = [word for group in groups for word in table("sets")["noun"][group]["words"].split()]
    endings = table("wording")["plural"]["endings"].items()
    many = (word.removesuffix(one) + end for word in words for one, end in endings if word.endswith(one))
    return frozenset([*words, *(f"{word}s" for word in words), *many])


@cache
def of_heads() -> frozenset[str]:
    """Predicates whose bare numbers count people, or what lives."""
    return frozenset(table("sets")["heads"]["families"])
