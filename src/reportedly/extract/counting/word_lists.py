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
