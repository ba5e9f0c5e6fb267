"""How much speaks for two claims answering one question. The weights are data, learned from the corpus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from reportedly.model.point import PointKind
from reportedly.relate.claims import Claim
from reportedly.relate.context import Weighed
from reportedly.relate.echoes import Echoes
from reportedly.relate.value_signs import value_signs
from reportedly.vocabulary import table


class Evidence:
    """Compares the claims of one kind in one story."""

    def __init__(self, claims: Iterable[Claim], kind: PointKind, echoes: Echoes) -> None:
        kept = tuple(claims)
        rarity = _rarity(kept)
        self._echoes = echoes
        self._words = {claim.id: _normed(claim.near, rarity) for claim in kept}
        self._weights: dict[str, float] = table("same_question")[kind]["weight"]

    def score(self, one: Claim, other: Claim) -> float:
        """What speaks for one question less what speaks against it: log-odds."""
        weights = self._weights
        return weights["bias"] + math.fsum(weights.get(n, 0.0) * amount for n, amount in self.signs(one, other).items())

    def signs(self, one: Claim, other: Claim) -> dict[str, float]:
        """Every sign that is present, with its amount (0..1)."""
        found = {**value_signs(one.value, other.value), **_set_signs(one, other)}
        if one.article == other.article:
            found["one article"] = 1.0
        elif self._echoes.same_passage(one.article, one.span, other.article, other.span):
            found["copied passage"] = 1.0
        found["shared words"] = _dot(self._words[one.id], self._words[other.id])
        return {name: amount for name, amount in found.items() if amount}


def _rarity(claims: tuple[Claim, ...]) -> dict[str, float]:
    """How telling a word is among the claims of a story: rare words tell more."""
    seen = Counter(term for claim in claims for term, _ in claim.near)
    return {term: math.log((len(claims) + 1) / (count + 0.5)) for term, count in seen.items()}


def _normed(near: Weighed, rarity: dict[str, float]) -> dict[str, float]:
    weighed = {term: weight * rarity[term] for term, weight in near}
    length = math.sqrt(math.fsum(w * w for w in weighed.values())) or 1.0
    return {term: weight / length for term, weight in weighed.items()}


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum(weight * large[term] for term, weight in small.items() if term in large)


def _set_signs(one: Claim, other: Claim) -> dict[str, float]:
    signs: dict[str, float] = {}
    if one.head and other.head:
        signs[_nouns(one, other)] = 1.0
    if one.predicate and other.predicate:
        signs["same predicate" if one.predicate == other.predicate else "other predicate"] = 1.0
    if one.holder and other.holder:
        signs["same holder" if one.holder == other.holder else "other holder"] = 1.0
    if one.modifiers and other.modifiers:
        shared = len(one.modifiers & other.modifiers)
        signs["shared modifiers"] = shared / min(len(one.modifiers), len(other.modifiers))
        signs["other modifiers"] = float(not shared)
    if one.kind == "figure" and one.dimension == other.dimension != "count":
        signs["same unit"] = 1.0
    return signs


def _nouns(one: Claim, other: Claim) -> str:
    if one.head == other.head:
        return "same noun"
    return "same family" if one.family == other.family else "other noun"
