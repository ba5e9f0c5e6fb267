"""Measures: which of them may be of one thing, and how they are asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from reportedly.extract.naming.roles import is_role
from reportedly.grammar.conversion import in_one_unit
from reportedly.model.measured import Measured
from reportedly.model.quantity import Quantity
from reportedly.relate.claims.claim import Claim
from reportedly.relate.standing.values import apart
from reportedly.relate.terms import stem
from reportedly.relate.wording.asking import holding_none, leaves_out, unclear
from reportedly.relate.wording.fitting import fitting
from reportedly.vocabulary import table

FITS = 2  # how many unclear words it outweighs that all of a question's words stand near all of its answers
LONG = 60  # code points of a question that are as bad as an unclear word
MANY = 3.0  # times as long, as heavy …: what two who tell of one thing seldom differ by; two sums are near by chance
OF_NOTHING = re.compile(r"how \w+ (?:is|are|was|were) there\?")  # leaves out what it asks for
FINE = ("money", "share", "magnitude", "age")  # kinds of size of which many are near each other, whatever they are of
NAMED = "="  # first of the words of a thing that is a person's name


def how_much(claims: Sequence[Claim]) -> str | None:
    """The question that most of the measures ask, the clearest of them first; None where none asks a plain one."""
    named = [claim for claim in claims if claim.asked and claim.measured is not None and claim.measured.thing]
    asked = Counter(claim.asked for claim in named or claims if claim.asked and _tells_what(claim.asked))
    sound = holding_none(asked, (claim.text for claim in claims))

    def doubt(question: str) -> tuple[float, str]:
        vague = unclear(question) - min(asked[question], 3) + len(question) / LONG
        return (vague - FITS * fitting(question, claims), question)

    return min(sound, key=doubt, default=None)


def _tells_what(question: str) -> bool:
    """Whether it tells what is measured: no "how long is there?", no "how much does the office acknowledge?"."""
    return OF_NOTHING.match(question) is None and not leaves_out(question)


def another_thing(one: Claim, other: Claim) -> bool:
    """Whether two measures are of two things; where the words of one do not tell its thing, of two sizes or doings.

    A rate is rare in a story: two of one kind are of one flow unless their words name two.
    """
    mine, theirs = one.measured, other.measured
    if mine is None or theirs is None:
        return False
    if (_is_named(mine) or _is_named(theirs)) if one.dimension == "age" else (_is_named(mine) and _is_named(theirs)):
        return not set(mine.thing) & set(theirs.thing) - {NAMED}
    if _fit(one, other, 1.0 if one.dimension in FINE else MANY):
        return False
    if one.dimension == "age":  # of two men of 28 and 29, whom nobody names; of a driver there may be one
        return not any(is_role(word) for word in set(mine.thing) & set(theirs.thing))
    if " per " in one.dimension:
        return bool(mine.thing and theirs.thing) and not _one_thing(mine, theirs)
    if _two_sizes(mine, theirs) or _two_origins(mine, theirs):
        return True
    if one.dimension == "area" or mine.size == theirs.size == "weight":
        return False
    happened = one.dimension != "money" and one.predicate is not None and one.predicate == other.predicate
    if mine.thing and theirs.thing:
        return not (_one_thing(mine, theirs) or happened)
    timed = {mine.size, theirs.size} & _sizes("times")
    return bool(timed) and not happened and None not in (mine.doing, theirs.doing) and mine.doing != theirs.doing


def _fit(one: Claim, other: Claim, times: float) -> bool:
    """Whether one number fits both, or neither is so many times the other: no difference is made up where there may be
    none."""
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    first, second = in_one_unit(one.value, other.value) or (one.value, other.value)
    less, more = sorted((_size(first), _size(second)))
    return not apart(first, second) or (times > 1 and more <= times * less)


def _size(quantity: Quantity) -> float:
    ends = [abs(end) for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)


def _two_sizes(one: Measured, other: Measured) -> bool:
    """Whether one is a depth and the other a length, and both say so."""
    return one.size != other.size and not {one.size, other.size} & _sizes("unsaid")


def _two_origins(one: Measured, other: Measured) -> bool:
    """Whether two ways, or times, are counted from two places or happenings."""
    counted = one.size == other.size and one.size in ("distance", "delay")
    return counted and bool(one.about and other.about) and not _kinds(one.about) & _kinds(other.about)


def _one_thing(one: Measured, other: Measured) -> bool:
    mine, theirs = _kinds(one.thing), _kinds(other.thing)
    return bool(mine & (theirs | _kinds(other.about)) or theirs & _kinds(one.about))


def _is_named(measured: Measured) -> bool:
    return measured.thing[:1] == (NAMED,)


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    """The things that words stand for: themselves, and the line of `measures.toml` that they are in."""
    return frozenset(_kin().get(word, stem(word)) for word in words)


@cache
def _sizes(kind: str) -> frozenset[str]:
    return frozenset(table("measures")["sizes"][kind])


@cache
def _kin() -> dict[str, str]:
    return {word: f"={name}" for name, words in table("measures")["kin"].items() for word in words.split()}
