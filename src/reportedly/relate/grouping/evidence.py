"""How much speaks for two claims answering one question. The weights are data, learned from the corpus."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.relate.claims.claim import Claim
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.grouping.columns import Bools, Columns, Floats, Ints, columns, same, unlike
from reportedly.relate.grouping.shared import facing_pairs, nearby, pairs_by, shared_terms
from reportedly.relate.grouping.value_signs import Signs, handles, value_signs
from reportedly.vocabulary import table

BESIDE = 250  # code points between two claims that stand beside one another
LEAD = 3  # claims of an article that are its first
CROWD = 400  # claims: a word near more of them than these, or a value given more often, tells nothing


class Evidence:
    """Compares the claims of one kind in one story.

    Only pairs with something in common are compared: telling words, families of words, a value, a copied passage, or
    their place beside one another. `first` and `second` number the claims of each such pair, `signs` tells by name how
    far each sign is present in each pair (0..1), `scores` what speaks for one question less what speaks against it
    (log-odds) by what `weights` of `vocabulary/same_question.toml` give each sign.
    """

    def __init__(self, claims: Sequence[Claim], weights: str, echoes: Echoes) -> None:
        self.claims = tuple(claims)
        self.weights = weights
        self.settings = table("same_question")[weights]
        self._columns = columns(self.claims)
        words, families = shared_terms(self.claims, CROWD)
        passages = facing_pairs(self.claims, echoes)
        chosen = (
            words.over(self.settings["shared"]),
            families.over(self.settings["akin"]),
            pairs_by([handles(claim.value) for claim in self.claims], CROWD),
            passages,
            nearby(self.claims, BESIDE),
        )
        pairs = np.unique(np.concatenate(chosen))
        many = max(1, len(self.claims))
        self.first, self.second = pairs // many, pairs % many
        self.signs: Signs = {
            **value_signs(self.claims)(self.first, self.second),
            **_set_signs(self._columns, self.first, self.second),
            **_place_signs(self._columns, self.first, self.second),
            "copied passage": np.isin(pairs, passages).astype(float),
            "shared words": words.at(pairs),
            "words in common": np.sqrt(words.at(pairs)),
            "shared families": families.at(pairs),
            **self._modifiers(pairs),
        }
        if weights == "figure":
            self.signs |= self._sizes()
        self.scores = self._scored()

    def why(self, one: int, other: int) -> list[str]:
        """The signs that speak for one question between two claims, the strongest first."""
        place = np.flatnonzero((self.first == min(one, other)) & (self.second == max(one, other)))
        weights = self.settings["weight"]
        told = {name: float(weights.get(name, 0.0) * amount[place].sum()) for name, amount in self.signs.items()}
        return sorted((name for name, weight in told.items() if weight > 0), key=lambda name: (-told[name], name))

    def _scored(self) -> Floats:
        weights = self.settings["weight"]
        scores = np.full(len(self.first), float(weights["bias"]))
        for name in sorted(self.signs):
            if name in weights:
                scores += float(weights[name]) * self.signs[name]
        return scores

    def _modifiers(self, pairs: Ints) -> Signs:
        alike = np.isin(pairs, pairs_by([set(claim.modifiers) for claim in self.claims], CROWD))
        both = self._columns.modified[self.first] & self._columns.modified[self.second]
        return {"shared modifiers": alike.astype(float), "other modifiers": (both & ~alike).astype(float)}

    def _sizes(self) -> Signs:
        """One kind of size, and how rare it is among the claims: the only two areas are likely one. One outcome in two
        words: forty were hurt, forty were taken to hospital; of thirty hurt and nine in hospital nothing is told."""
        here = self._columns
        alike = same(here.dimension, self.first, self.second)
        seen = np.bincount(here.dimension, minlength=1)
        rare = 1 - np.log(np.maximum(seen, 1)) / np.log(len(self.claims) + 1)
        kin = same(here.kin, self.first, self.second) & ~same(here.predicate, self.first, self.second)
        bare: Bools = here.bare[self.first] != here.bare[self.second]
        return {
            "same unit": (alike & ~here.count[self.first]).astype(float),
            "rare size": alike * rare[here.dimension[self.first]],
            "same value, kin predicate": kin * self.signs["same value"],
            "one bare": bare.astype(float),
        }


def _set_signs(claims: Columns, first: Ints, second: Ints) -> Signs:
    """What is counted, and what happened to it."""
    noun, family = same(claims.head, first, second), same(claims.family, first, second)
    other = unlike(claims.head, first, second) & ~family & ~claims.wider(first, second)
    return {
        "same noun": noun.astype(float),
        "same family": (family & ~noun).astype(float),
        "other noun": other.astype(float),
        "same predicate": same(claims.predicate, first, second).astype(float),
        "other predicate": unlike(claims.predicate, first, second).astype(float),
    }


def _place_signs(claims: Columns, first: Ints, second: Ints) -> Signs:
    """What nearness in one article tells (a bare figure mostly takes up the question of the one before it), and that
    two stand first in their articles."""
    one_article = same(claims.article, first, second)
    gap = np.maximum(claims.start[first], claims.start[second]) - np.minimum(claims.end[first], claims.end[second])
    spoken = _speaks(claims, first, second) | _speaks(claims, second, first)
    beside = one_article & (gap <= BESIDE) & ~spoken
    bare = claims.bare[first] | claims.bare[second]
    ranks = np.maximum(claims.rank[first], claims.rank[second])
    return {
        "one article": one_article.astype(float),
        "one sentence": same(claims.sentence, first, second).astype(float),
        "speaks of it": (one_article & spoken).astype(float),
        "beside": (beside & ~bare).astype(float),
        "beside, bare": (beside & bare).astype(float),
        "both lead": (~one_article & (ranks < LEAD)).astype(float),
        "both first": (~one_article & (ranks == 0)).astype(float),
    }


def _speaks(claims: Columns, first: Ints, second: Ints) -> Bools:
    """Where the stance of the first one's statement is toward the second one's."""
    found: Bools = (claims.toward[first] == claims.statement[second]) & (claims.toward[first] >= 0)
    return found
