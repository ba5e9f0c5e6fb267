"""Phrases of a clause that say where, named or not: "off the point", "6 km west of the town", "at Gate 7"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from reportedly.extract.clauses import listed, own_tokens, phrase
from reportedly.vocabulary import table

LEADS = frozenset({"prep", "advmod", "prt"})  # "west of the town" hangs on its verb as an adverb


@cache
def place_nouns() -> frozenset[str]:
    """Nouns, by base form, that describe a place."""
    return frozenset(word for line in table("places")["nouns"].values() for word in line.split())


def locatives(head: Token, named: frozenset[int]) -> Iterator[tuple[Token, Token]]:
    """First and last token of each phrase of this clause that says where, in order.

    `named` holds the indices of tokens of names that may be places.
    """
    taken = -1
    for token in sorted(own_tokens(head), key=lambda token: token.i):
        if token.i <= taken or token.is_space:
            continue
        if token.dep_ in LEADS and token.lower_ in listed("where", "prepositions") and _leads_to_place(token, named):
            first, last = _stretch(token)
            taken = last.i
            yield first, last


def _leads_to_place(preposition: Token, named: frozenset[int]) -> bool:
    for child in preposition.children:
        if child.dep_ == "pobj":
            if (
                child.i in named
                or child.lemma_.lower() in place_nouns()
                or any(word.i in named for word in child.children)
            ):
                return True
            if any(
                of.dep_ == "prep" and _leads_to_place(of, named) for of in child.children if of.lower_ in {"of", "in"}
            ):
                return True
        if child.dep_ == "prep" and _leads_to_place(child, named):
            return True
    return False


def _stretch(preposition: Token) -> tuple[Token, Token]:
    """From the measure before the preposition ("6 km west of") to the end of its noun phrase."""
    _, last = phrase(preposition)
    first = preposition
    for child in preposition.children:
        if child.i < preposition.i and child.dep_ in {"npadvmod", "advmod", "quantmod", "nmod"}:
            first = min(first, phrase(child)[0], key=lambda token: token.i)
    return first, last
