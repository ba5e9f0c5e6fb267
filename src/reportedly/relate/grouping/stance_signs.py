"""What two sentences say about whether they affirm, deny or doubt one proposition; all pairs at once."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from reportedly.model.point import StanceValue
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import words_of
from reportedly.relate.grouping.columns import Bools, Floats, Ints, codes, same
from reportedly.relate.grouping.shared import Likeness, in_common, weighed
from reportedly.relate.terms import little_words, plain, stem

NAME = re.compile(r"(?<=[\w,;:”\"’] )[“\"‘]?([A-Z][\w’'-]+)")  # a capital inside the sentence
CROWD = 400  # claims: a word of more of them tells nothing

Weights = dict[str, float]


class StanceSigns:
    """One side against the other, all the parties alike, one sentence's words in the other, names in both."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._against = np.array([claim.value != StanceValue("affirms") for claim in claims], dtype=np.bool_)
        self._family = codes(claim.family for claim in claims)
        self._parties = _in_common([dict.fromkeys(claim.modifiers, 0.5**0.5) for claim in claims])
        words = _rare([sorted(words_of(claim.near)) for claim in claims])  # in one order, and so the sums to the bit
        self._words, self._all = _in_common(words), _totals(words)
        names = _rare([sorted(_names(claim)) for claim in claims])
        self._names, self._named = _in_common(names), _totals(names)

    def __call__(self, first: Ints, second: Ints) -> dict[str, Floats]:
        """The signs of the pairs `first[n]`, `second[n]`."""
        pairs = first * len(self._all) + second
        parties = self._parties.at(pairs)
        family: Bools = same(self._family, first, second)
        return {
            "one against": (self._against[first] != self._against[second]).astype(float),
            "both against": (self._against[first] & self._against[second]).astype(float),
            "both parties": (parties >= 1.0).astype(float),
            "family and party": (family & (parties > 0.0)).astype(float),
            "words within": _within(self._words.sums(pairs), self._all, first, second),
            "names within": _within(self._names.sums(pairs), self._named, first, second),
        }


def _in_common(held: Sequence[Weights]) -> Likeness:
    return in_common(weighed([terms.items() for terms in held])[0], CROWD)


def _within(common: Floats, totals: Floats, first: Ints, second: Ints) -> Floats:
    """How much of the shorter one the other holds too (0..1)."""
    found: Floats = common / np.maximum(np.minimum(totals[first], totals[second]), 1e-9)
    return np.clip(found, 0.0, 1.0)


def _rare(held: Sequence[Sequence[str]]) -> list[Weights]:
    """Terms weighed so that the product of two weights is how rare the term is."""
    seen = Counter(term for terms in held for term in terms)
    return [{term: math.sqrt(math.log((len(held) + 1) / (seen[term] + 0.5))) for term in terms} for terms in held]


def _totals(weighed: Sequence[Weights]) -> Floats:
    return np.array([math.fsum(weight * weight for weight in terms.values()) for terms in weighed])


def _names(claim: Claim) -> set[str]:
    little = little_words()
    return {stem(m.group(1)) for m in NAME.finditer(claim.text) if plain(m.group(1)) not in little}
