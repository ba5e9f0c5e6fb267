"""Words around a number that say how it is meant: about, at least, up to, or so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.amounts.units import sign_before
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table

Bound = Literal["at least", "at most"]
DENIAL_REACH = 2  # words between a denial and the "more than" that it turns
MOST = 3  # qualifiers and hedges that may stand before one number


@dataclass(frozen=True, slots=True)
class Qualified:
    """Where the phrase begins and ends with its qualifiers, whether it is approximate and which end it opens."""

    first: int
    last: int
    approximate: bool = False
    bound: Bound | None = None


def qualified(cut: Tokens, first: int, last: int, following: int | None = None) -> Qualified:
    """The number in tokens `first` up to `last` with the qualifiers before and after it.

    A qualifier that stands between it and the number that begins at token `following` is the latter's.
    """
    start, approximate, bound = first, False, None
    for reach, meaning in _leading(cut, first):
        if meaning != "hedges":
            start = reach
            approximate = approximate or meaning == "about"
            bound = bound or _turned(cut, reach) or _bound(meaning)
    after = _after().after(cut, last)
    if after is not None and (following is None or after[0] <= _phrase_start(cut, following)):
        last, meaning = after
        approximate = approximate or meaning == "about"
        bound = bound or _bound(meaning)
    return Qualified(start, last, approximate and bound is None, bound)


def _leading(cut: Tokens, first: int) -> Iterator[tuple[int, str]]:
    """The qualifiers before a number, the nearest first: where each begins and what it means.

    A number known as "the three" is no least or most: "over the three nights", "more than the three boats".
    """
    reach = first
    for _ in range(MOST):
        found = _before().before(cut, reach)
        if found is None or (cut.word(reach) == "the" and reach < first and _bound(found[1]) is not None):
            return
        reach = found[0]
        yield found


def _turned(cut: Tokens, reach: int) -> Bound | None:
    """ "would not expect more than 1,400": at most, where a denial stands a word or two before."""
    listed = table("numbers")["not_more"]
    if f"{cut.word(reach)} {cut.word(reach + 1)}" not in listed["turned"] and cut.word(reach) not in listed["turned"]:
        return None
    for place in range(reach - 1, max(-1, reach - 2 - DENIAL_REACH), -1):
        word = cut.word(place)
        if word in listed["words"] or word.endswith(("n't", "n’t")):
            return "at most"
        if word in listed["breaks"] or not word[:1].isalpha():
            return None
    return None


def _phrase_start(cut: Tokens, first: int) -> int:
    """Where the phrase of a number begins, with its sign and what qualifies it."""
    sign = sign_before(cut, first)
    start = cut.at(sign[0]) if sign else first
    return min((reach for reach, _ in _leading(cut, start)), default=start)


def _bound(meaning: str) -> Bound | None:
    return {"at_least": "at least", "at_most": "at most"}.get(meaning)  # type: ignore[return-value]


@cache
def _before() -> Phrases:
    return Phrases.of(_listed("before", ("hedges", "about", "at_most", "at_least")))


@cache
def _after() -> Phrases:
    return Phrases.of(_listed("after", ("about", "at_most", "at_least")))


def _listed(side: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        for phrase in table("numbers")[name][side]:
            yield phrase, name
