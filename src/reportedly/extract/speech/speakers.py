"""Who can say things: names, persons, bodies and documents."""

from __future__ import annotations

from functools import cache

from reportedly.extract.words import Token
from reportedly.vocabulary import table

PERSONAL = frozenset(table("speech")["personal"]["words"])


@cache
def speaking_nouns() -> frozenset[str]:
    """Lemmas of common nouns that say things (vocabulary/sources.toml)."""
    rows = table("sources")
    return frozenset(word for group in ("person", "body", "document", "crowd") for word in rows[group]["words"])


@cache
def endings() -> tuple[str, ...]:
    """Endings of nouns for persons: -man, -ist …"""
    return tuple(table("sources")["person"]["endings"])


def can_speak(source: Token) -> bool:
    """Whether a noun phrase with this head can be the source of words."""
    if source.pos_ == "PROPN" or source.lower_ in PERSONAL:
        return True
    lemma = source.lemma_.lower()
    return lemma in speaking_nouns() or lemma.endswith(endings()) or source.pos_ == "NUM"


def can_be_cited(cited: Token) -> bool:
    """Whether somebody's words rest on what is cited: not on "his appeal and her unpopularity"."""
    return can_speak(cited) and all(can_speak(other) for other in cited.children if other.dep_ == "conj")


def is_paper(source: Token) -> bool:
    """Whether a noun is for what is written or shown: it says what it says, but speaks no quotation that floats."""
    return source.pos_ == "NOUN" and source.lemma_.lower() in table("sources")["document"]["words"]
