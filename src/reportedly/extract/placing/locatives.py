"""Phrases of a clause that say where, named or not: "off the point", "6 km west of the town", "at Gate 7"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.extract.clauses import listed, own_tokens, phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import table

LEADS = frozenset({"prep", "advmod", "prt"})  # "west of the town" hangs on its verb as an adverb


@cache
def place_nouns() -> frozenset[str]:
    """Nouns, by base form, that describe a place."""
    return frozenset(word for line in table("places")["nouns"].values() for word in line.split())


@dataclass(frozen=True, slots=True)
class Named:
    """Indices of tokens in names of places, in names of which nothing tells what they name, and in dates and times."""

    places: frozenset[int]
    unknown: frozenset[int]
    dated: frozenset[int]


def locatives(head: Token, named: Named, *, moves: bool, hurts: bool = False) -> Iterator[tuple[Token, Token]]:
    """First and last token of each phrase of this clause that says where, in order.

    `moves` is whether something goes from place to place here, so that a direction says where; `hurts` whether
    somebody is hurt, in whose head no town lies.
    """
    taken = -1
    leads = [token for token in own_tokens(head) if token.dep_ in LEADS and _may_lead(token, moves=moves)]
    for token in sorted(leads, key=lambda token: token.i):
        if token.i <= taken or (hurts and _is_of_body(token)):
            continue
        if _leads_to_place(token, named, known=token.lower_ not in listed("where", "close_to_names")):
            first, last = _stretch(token)
            if named.dated.isdisjoint(range(first.i, last.i + 1)):
                taken = last.i
                yield first, last


def _may_lead(token: Token, *, moves: bool) -> bool:
    if token.lower_ == "between" and _is_of_parties(token.head):
        return False
    if token.lower_ in listed("where", "prepositions"):
        return True
    return moves and token.lower_ in listed("where", "directions")


def _is_of_parties(above: Token) -> bool:
    """ "Tensions grew between Seoul and Pyongyang": between two governments, not on the way from one to the other."""
    subject = next((child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), above)
    return subject.lemma_.lower() in listed("where", "of_parties")


def _is_of_body(preposition: Token) -> bool:
    """ "shot in the head"."""
    return any(c.dep_ == "pobj" and c.lemma_.lower() in listed("where", "of_bodies") for c in preposition.children)


def _leads_to_place(preposition: Token, named: Named, *, known: bool) -> bool:
    for child in preposition.children:
        if child.dep_ == "prep" and _leads_to_place(child, named, known=known):
            return True
        if child.dep_ == "pobj" and _is_place(child, named, known=known):
            return True
    return False


def _is_place(noun: Token, named: Named, *, known: bool) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in listed("where", "nowhere") and noun.i not in named.places:
        return False
    if lemma in listed("where", "bare") and noun.left_edge == noun:
        return False
    if noun.i in named.places or lemma in place_nouns():
        return True
    if not known and noun.i in named.unknown:
        return True
    if any(child.i in named.places for child in noun.children if child.dep_ in {"compound", "appos", "nmod"}):
        return True
    inner = (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"of", "in"})
    return any(_leads_to_place(child, named, known=known) for child in inner)


def _stretch(preposition: Token) -> tuple[Token, Token]:
    """From the measure before the preposition ("6 km west of") to the end of its noun phrase."""
    _, last = phrase(preposition)
    first = preposition
    for child in preposition.children:
        if child.i < preposition.i and child.dep_ in {"npadvmod", "advmod", "quantmod", "nmod"}:
            first = min(first, phrase(child)[0], key=lambda token: token.i)
    return first, last
