"""Which pairs of a story's claims have something in common, found by inverted index."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reportedly.relate.claims.claim import Claim
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.columns import Floats, Ints


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


def shared_terms(claims: Sequence[Claim], crowd: int) -> tuple[Likeness, Likeness]:
    """How alike the words around two claims are, the rarer the more, and the families that they belong to."""
    seen = Counter(term for claim in claims for term, _ in claim.near)
    rarity = {term: math.log((len(claims) + 1) / (count + 0.5)) for term, count in seen.items()}
    words, families = [], []
    for claim in claims:
        words.append(normed({term: weight * rarity[term] for term, weight in claim.near if not term.startswith("=")}))
        families.append(normed({term: weight for term, weight in claim.near if term.startswith("=")}))
    return in_common(words, crowd), in_common(families, crowd)


def normed(weighed: Mapping[str, float]) -> dict[str, float]:
    """Weighed terms as a vector of length one."""
    length = math.sqrt(math.fsum(w * w for w in weighed.values())) or 1.0
    return {term: weight / length for term, weight in weighed.items()}


def in_common(weighed: Sequence[Mapping[str, float]], crowd: int) -> Likeness:
    """The products of the weights of all terms that two have in common, added; terms of a crowd tell nothing."""
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, terms in enumerate(weighed):
        for term, weight in terms.items():
            postings[term].append((number, weight))
    alike: defaultdict[int, list[list[tuple[int, float]]]] = defaultdict(list)  # terms that as many hold, all at once
    for posting in postings.values():
        if 1 < len(posting) <= crowd:
            alike[len(posting)].append(posting)
    pairs, amounts = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for many, held in alike.items():
        one, other = _all_pairs(many)
        numbers, weights = np.array(held).transpose(2, 0, 1)
        pairs.append((numbers[:, one] * len(weighed) + numbers[:, other]).astype(np.int64).ravel())
        amounts.append((weights[:, one] * weights[:, other]).ravel())
    known, place = np.unique(np.concatenate(pairs), return_inverse=True)
    return Likeness(known, np.bincount(place, weights=np.concatenate(amounts), minlength=len(known)).astype(float))


def pairs_by(keys: Sequence[Iterable[Hashable]], crowd: int) -> Ints:
    """Pairs that have a key in common; a key of a crowd tells nothing."""
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, held in enumerate(keys):
        for key in held:
            holders[key].append(number)
    pairs = [np.zeros(0, dtype=np.int64)]
    for numbers in holders.values():
        if 1 < len(numbers) <= crowd:
            one, other = _all_pairs(len(numbers))
            column = np.array(numbers, dtype=np.int64)
            pairs.append(column[one] * len(keys) + column[other])
    return np.unique(np.concatenate(pairs))


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


@lru_cache(maxsize=64)
def _all_pairs(many: int) -> tuple[Ints, Ints]:
    one, other = np.triu_indices(many, 1)
    return one, other
