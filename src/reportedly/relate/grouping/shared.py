"""Which pairs of a story's claims have something in common, found by inverted index."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from reportedly.relate.claims.claim import Claim
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.columns import Bools, Floats, Ints

FEW = 500  # claims whose pairs, all that could be, are sooner counted than sorted


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike each of some pairs is (0..1); pairs are told by `first * claims + second`, in rising order."""

    pairs: Ints
    amounts: Floats

    def over(self, least: float) -> Ints:
        """The pairs that are at least so alike."""
        found: Ints = self.pairs[self.amounts >= least]
        return found

    def at(self, pairs: Ints) -> Floats:
        """How alike these pairs are, at most 1; nought for one that is not known."""
        return np.minimum(1.0, self.sums(pairs))

    def sums(self, pairs: Ints) -> Floats:
        """The amounts of these pairs; nought for one that is not known."""
        if not len(self.pairs):
            return np.zeros(len(pairs))
        place = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        found: Floats = np.where(self.pairs[place] == pairs, self.amounts[place], 0.0)
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that some claims hold, one after the other: whose each is (by number), which (by code), its weight."""

    claims: int
    numbers: Ints
    terms: Ints
    weights: Floats

    def of_length_one(self) -> Terms:
        """The same, each claim's terms as a vector of length one."""
        squares = (self.weights * self.weights).tolist()
        ends = np.cumsum(np.bincount(self.numbers, minlength=self.claims)).tolist()
        lengths = [math.sqrt(math.fsum(squares[begin:end])) or 1.0 for begin, end in pairwise([0, *ends])]
        return replace(self, weights=self.weights / np.array(lengths)[self.numbers])

    def where(self, chosen: Bools) -> Terms:
        """Some of them."""
        return Terms(self.claims, self.numbers[chosen], self.terms[chosen], self.weights[chosen])


def weighed(held: Sequence[Collection[tuple[str, float]]]) -> tuple[Terms, tuple[str, ...]]:
    """The terms that each claim holds, with their weights; and the terms in the order of their codes."""
    known: dict[str, int] = {}
    terms = np.array([known.setdefault(term, len(known)) for each in held for term, _ in each], dtype=np.int64)
    numbers = np.repeat(np.arange(len(held)), np.array([len(each) for each in held], dtype=np.int64))
    weights = np.array([weight for each in held for _, weight in each], dtype=np.float64)
    return Terms(len(held), numbers, terms, weights), tuple(known)


def shared_terms(claims: Sequence[Claim], crowd: int) -> tuple[Likeness, Likeness]:
    """How alike the words around two claims are, the rarer the more, and the families that they belong to."""
    near, known = weighed([claim.near for claim in claims])
    seen = np.bincount(near.terms, minlength=len(known)).tolist()
    rarity = np.array([math.log((len(claims) + 1) / (count + 0.5)) for count in seen])
    family = np.array([term.startswith("=") for term in known], dtype=np.bool_)[near.terms]
    rare = replace(near, weights=near.weights * rarity[near.terms])
    chosen = rare.where(~family), near.where(family)
    words, families = (in_common(each.of_length_one(), crowd) for each in chosen)
    return words, families


def in_common(held: Terms, crowd: int) -> Likeness:
    """The products of the weights of all terms that two have in common, added; terms of a crowd tell nothing."""
    one, other = _held_alike(held.terms, crowd)
    pairs = held.numbers[one] * held.claims + held.numbers[other]
    return _added(pairs, held.weights[one] * held.weights[other], held.claims)


def _held_alike(terms: Ints, crowd: int) -> tuple[Ints, Ints]:
    """Every two places of some terms that have one term, the first of each two and the second."""
    order = np.argsort(terms, kind="stable")  # the holders of each term together
    holders = np.bincount(terms)
    held = terms[order]
    behind = np.cumsum(holders)[held] - np.arange(1, len(terms) + 1)  # how many more hold the same
    behind[holders[held] > crowd] = 0
    one = np.repeat(np.arange(len(terms)), behind)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(behind) - behind, behind)
    return order[one], order[other]


def _added(pairs: Ints, amounts: Floats, claims: int) -> Likeness:
    """The amounts of each pair, added in the order in which they come."""
    if claims <= FEW:
        known = np.flatnonzero(np.bincount(pairs))
        return Likeness(known, np.bincount(pairs, amounts)[known].astype(float))
    known, place = np.unique(pairs, return_inverse=True)
    return Likeness(known, np.bincount(place, amounts).astype(float))


def pairs_by(keys: Sequence[Collection[Hashable]], crowd: int) -> Ints:
    """Pairs that have a key in common; a key of a crowd tells nothing."""
    known: dict[Hashable, int] = {}
    codes = np.array([known.setdefault(key, len(known)) for held in keys for key in held], dtype=np.int64)
    numbers = np.repeat(np.arange(len(keys)), np.array([len(held) for held in keys], dtype=np.int64))
    one, other = _held_alike(codes, crowd)
    return np.unique(numbers[one] * len(keys) + numbers[other])


def nearby(claims: Sequence[Claim], reach: int) -> Ints:
    """Claims with the next two of the same article, if those stand within reach."""
    order = sorted(range(len(claims)), key=lambda n: (claims[n].article, claims[n].span))
    pairs = [
        min(number, there) * len(claims) + max(number, there)
        for step in (1, 2)
        for number, there in zip(order, order[step:], strict=False)
        if claims[number].article == claims[there].article
        and claims[there].span.start - claims[number].span.end <= reach
    ]
    return np.array(pairs, dtype=np.int64)


def facing_pairs(claims: Sequence[Claim], echoes: Echoes) -> Ints:
    """Claims of two articles that stand at one place of a copied passage."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        places[claim.article].append(number)
    pairs = []
    for number, claim in enumerate(claims):
        for partner in echoes.partners(claim.article):
            facing = echoes.facing(claim.article, claim.span, partner)
            if facing is not None:
                met = (n for n in places.get(partner, ()) if n > number and facing.overlaps(claims[n].span))
                pairs += [number * len(claims) + n for n in met]
    return np.array(pairs, dtype=np.int64)
